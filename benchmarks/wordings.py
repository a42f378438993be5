"""One kind of fact said in as many ways as the press has: how many of tests/gold/wordings are read.

    python benchmarks/wordings.py [--missed] [--wrong] [PREDICATE ...]

Each file holds 70 sentences that state facts of a predicate, no two in the same construction, and 20 that look alike
and state none. Every second line was developed on, and only those sentences are ever printed; the others (the first,
the third and so on) are held out. A name counts as found where its words are those of the annotated one or part of
them. What a careful reader may or may not list ("maybe") counts for neither side.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model.claim import Reading
from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import BuildOptions, Pipeline

FOLDER = Path(__file__).parents[1] / "tests" / "gold" / "wordings"
BESIDE = {"foundedBy": "foundedOn", "organizes": "participatesIn"}  # predicates that share a file
_SYMMETRIC = frozenset(["cooperatesWith", "connectedTo", "spouseOf", "competesWith"])
_EMPTY = frozenset(["the", "a", "an", "its", "their", "of", "new"])
_LINKS = 6  # antecedents followed


@dataclass(frozen=True, slots=True)
class Told:
    """A claim by the names of its ends."""

    subjects: tuple[str, ...]
    predicate: str
    objects: tuple[str, ...]
    dated: bool


def _list_words(text: str) -> frozenset[str]:
    plain = re.sub(r"[^\w\s-]", " ", re.sub(r"['’]s\b", "", text.lower()))
    return frozenset(plain.split()) - _EMPTY


def _is_named(names: Sequence[str], wanted: str) -> bool:
    gold = _list_words(wanted)
    return any((t := _list_words(name)) and (t <= gold or gold <= t) for name in names)


def _is_dated(dates: Sequence[str], wanted: str) -> bool:
    year = re.search(r"\d{4}", wanted)
    return year is not None and any(date.startswith(year[0]) for date in dates)


def _agrees(told: Told, fact: Sequence[str]) -> bool:
    subject, predicate, thing = fact
    if told.predicate != predicate:
        return False
    ends = (_is_dated if told.dated else _is_named)(told.objects, thing)
    if _is_named(told.subjects, subject) and ends:
        return True
    turned = predicate in _SYMMETRIC and _is_named(told.subjects, thing)
    return turned and _is_named(told.objects, subject)


def _list_told(reading: Reading) -> Iterator[Told]:
    antecedents = {link.mention: link.antecedent for link in reading.coreferences}

    def name(mention: Mention) -> tuple[str, ...]:
        names = [mention.text]
        while mention in antecedents and len(names) < _LINKS:
            mention = antecedents[mention]
            names.append(mention.text)
        return tuple(names)

    for claim in reading.claims:
        if claim.predicate != "observes":
            thing = claim.object
            dated = not isinstance(thing, Mention)
            ends = name(thing) if isinstance(thing, Mention) else (str(thing.value),)
            yield Told(name(claim.subject), claim.predicate, ends, dated)


def _score(pipeline: Pipeline, path: Path, half: int, *, missed: bool, wrong: bool) -> Counter[str]:
    own = {path.stem, BESIDE.get(path.stem, path.stem)}
    counts: Counter[str] = Counter()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if number % 2 != half:
            continue
        row = json.loads(line)
        told = list(_list_told(pipeline.read(Document(identifier="wording", text=row["text"]))))
        for fact in row["facts"]:
            found = any(_agrees(t, fact) for t in told)
            counts[f"{'own' if fact[1] in own else 'other'} {'found' if found else 'missed'}"] += 1
            if missed and not found and fact[1] in own:
                print(f"  missed {' | '.join(fact)}: {row['text']}")
        for claim in told:
            if not any(_agrees(claim, fact) for fact in [*row["facts"], *row.get("maybe", [])]):
                counts["wrong"] += claim.predicate in own
                if wrong:
                    ends = claim.subjects[-1], claim.predicate, claim.objects[-1]
                    print(f"  not told {' | '.join(ends)}: {row['text']}")
    return counts


def main() -> None:
    """Prints recall and wrong claims of each predicate, developed on and held out."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("predicates", nargs="*", metavar="PREDICATE", help="all unless named")
    arguments.add_argument("--missed", action="store_true", help="print what is missed")
    arguments.add_argument("--wrong", action="store_true", help="print claims not annotated")
    given = arguments.parse_args()
    pipeline = Pipeline(BuildOptions())
    totals = {0: Counter[str](), 1: Counter[str]()}
    for path in sorted(FOLDER.glob("*.jsonl")):
        if given.predicates and path.stem not in given.predicates:
            continue
        for half, name in ((1, "developed on"), (0, "held out")):
            shown = half == 1
            counts = _score(
                pipeline, path, half, missed=given.missed and shown, wrong=given.wrong and shown
            )
            totals[half] += counts
            print(_format(f"{path.stem}, {name}", counts))
    print(_format("all, developed on", totals[1]))
    print(_format("all, held out", totals[0]))


def _format(label: str, counts: Counter[str]) -> str:
    found, all_own = counts["own found"], counts["own found"] + counts["own missed"]
    return f"{label:30} read {found:3} of {all_own:3} = {found / max(all_own, 1):.2f}, wrong {counts['wrong']}"


if __name__ == "__main__":
    main()
