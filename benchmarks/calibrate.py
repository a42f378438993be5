"""Proposes each rule's confidence from development data, and writes it into the rule files if told so.

    python benchmarks/calibrate.py --gold ARTICLES GOLD --knowledgenet FOLDER --core FOLDER -o OUT.json
    python benchmarks/calibrate.py --gold ARTICLES GOLD --apply
    python benchmarks/calibrate.py --knowledgenet FOLDER --core FOLDER --test

Every set may be left out; --gold repeats (a folder of articles and one of their annotations). Of
KnowledgeNet fold 1 is read and of CORE the first 3,000 texts: what is left is for tests. A claim counts
for each of its rules, as right or wrong; what a set cannot judge (passages not annotated for the
property, other pairs than the marked one, claims that are not actual) counts not at all.

Proposed is (right + weight x stated) / (judged + weight): the confidence in the rule file counts as
--weight claims, so few claims move it little. --apply writes proposals of rules with at least
--min-judged claims that differ by --min-change or more; then run the checks, and read the diff.

--test judges what was left: fold 2 and the texts of CORE behind the first 3,000. It prints how many
claims of each confidence were right and nothing of any rule, so that nobody learns from it.
"""

import argparse
import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from predict import CORE, KNOWLEDGENET, Claim, predict, read_claims

import kg
from kg.evaluation import Calibration, calibrate, evaluate
from kg.evaluation.calibrating import PRIOR_WEIGHT, Judged, list_judged
from kg.evaluation.recording import describe_calibration
from kg.evaluation.wording import format_bands, format_rules
from kg.extraction import load_rules

TEST_FOLD = 2  # of KnowledgeNet
SYMMETRIC = frozenset(["collaboration", "competitor_of", "merged_with"])  # CORE's own
Row = dict[str, Any]


def judge_gold(articles: Path, gold: Path) -> list[Judged]:
    """Statements of a graph, held against annotated articles."""
    return list_judged(evaluate(kg.build([articles]).store, [gold]).comparisons)


def judge_knowledgenet(folder: Path, fold: int) -> Iterator[Judged]:
    """Claims in passages that are annotated for their property."""
    texts = [row for row in read_lines(folder / "texts.jsonl") if row["fold"] == fold]
    passages = {row["doc"]: row["passages"] for row in texts}
    facts = defaultdict(list)
    for fact in read_lines(folder / "gold.jsonl"):
        facts[fact["passage"], fact["prop"]].append(fact)

    def judge(row: Row) -> bool | None:
        for passage in passages.get(row["doc"], []):
            starts = (row["subj_start"], row["obj_start"])
            if row["prop"] in passage["props"] and all(
                passage["start"] <= start < passage["end"] for start in starts
            ):
                known = facts[passage["id"], row["prop"]]
                return any(
                    overlaps(row, "subj", f, "subj") and overlaps(row, "obj", f, "obj")
                    for f in known
                )
        return None

    yield from judge_claims(texts, KNOWLEDGENET, judge)


def judge_core(folder: Path, lines: slice) -> Iterator[Judged]:
    """Claims on the marked pair, in either direction."""
    texts = list(islice(read_lines(folder / "texts.jsonl"), lines.start, lines.stop))
    marked = {fact["doc"]: fact for fact in read_lines(folder / "gold.jsonl")}

    def judge(row: Row) -> bool | None:
        fact = marked.get(row["doc"])
        if fact is None:
            return None
        if overlaps(row, "subj", fact, "subj") and overlaps(row, "obj", fact, "obj"):
            return bool(row["prop"] == fact["prop"])
        if overlaps(row, "subj", fact, "obj") and overlaps(row, "obj", fact, "subj"):
            return row["prop"] == fact["prop"] and row["prop"] in SYMMETRIC
        return None

    yield from judge_claims(texts, CORE, judge)


def judge_claims(
    texts: list[Row], names: dict[str, tuple[str, bool]], judge: Any
) -> Iterator[Judged]:
    """Each claim that gives rows which can be judged: right where one of them is."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "texts.jsonl"
        path.write_text(
            "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in texts), encoding="utf-8"
        )
        for claims in read_claims(path, Path(name)):
            for claim in claims:
                told = [judge(row) for row in list_rows(claim, claims, names)]
                known = [verdict for verdict in told if verdict is not None]
                if known:
                    yield Judged(
                        confidence=claim["confidence"],
                        rules=tuple(claim["rules"]),
                        right=any(known),
                    )


def list_rows(
    claim: Claim, claims: list[Claim], names: dict[str, tuple[str, bool]]
) -> Iterable[Row]:
    """The rows of one claim; the others of its document only say which place lies in which."""
    name = claim["predicate"]
    others = [other for other in claims if other["predicate"] != name]
    return predict([claim, *others], {name: names[name]}) if name in names else ()


def overlaps(one: Row, end: str, two: Row, other: str) -> bool:
    """Whether an end of one row shares text with an end of the other."""
    start = max(one[f"{end}_start"], two[f"{other}_start"])
    return bool(start < min(one[f"{end}_end"], two[f"{other}_end"]))


def read_lines(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def apply(calibration: Calibration, least: int, change: float) -> Iterator[str]:
    """Writes proposals into the rule files; yields a line for each one."""
    rules = {rule.id: rule for rule in load_rules().rules}
    for row in calibration.rules:
        rule = rules.get(row.rule)
        if (
            rule is None
            or row.judged < least
            or abs(row.proposed - rule.confidence) < change - 1e-9
        ):
            continue
        path = Path(rule.path)
        text = path.read_text(encoding="utf-8")
        written = set_confidence(text, row.rule.rpartition("/")[2], row.proposed)
        if written is None:
            yield f"{row.rule}: no place for its confidence was found in {path.name}"
            continue
        path.write_text(written, encoding="utf-8")
        yield f"{row.rule}: {rule.confidence} -> {row.proposed} ({row.right} of {row.judged} right)"


def set_confidence(text: str, name: str, value: float) -> str | None:
    """A rule file with another confidence for the rule of that name; None where it is not found."""
    found = re.search(rf"^ *- id: {re.escape(name)}$.*?(?=^ *- id: |\Z)", text, re.M | re.S)
    if found is None:
        return None
    block = found.group()
    if re.search(r"^ +confidence:", block, re.M):
        new = re.sub(r"^( +confidence:).*$", rf"\g<1> {value}", block, count=1, flags=re.M)
    else:
        new = re.sub(
            r"^( +)(examples:)", rf"\g<1>confidence: {value}\n\1\2", block, count=1, flags=re.M
        )
        if new == block:
            return None
    return text[: found.start()] + new + text[found.end() :]


def make_parser() -> argparse.ArgumentParser:
    """The arguments."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--gold", nargs=2, type=Path, action="append", default=[], metavar=("ARTICLES", "GOLD")
    )
    parser.add_argument("--knowledgenet", type=Path, metavar="FOLDER")
    parser.add_argument("--fold", type=int, default=1)
    parser.add_argument("--core", type=Path, metavar="FOLDER")
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--weight", type=float, default=PRIOR_WEIGHT)
    parser.add_argument("--min-judged", type=int, default=5)
    parser.add_argument("--min-change", type=float, default=0.03)
    parser.add_argument("--test", action="store_true", help="the parts left for tests, by band")
    parser.add_argument("--apply", action="store_true", help="write into the rule files")
    parser.add_argument("-o", "--output", type=Path, help="the figures as JSON")
    return parser


def main() -> int:
    """Judges every set, prints the figures of all together, and applies them if told so."""
    parser = make_parser()
    asked = parser.parse_args()
    judged: dict[str, list[Judged]] = {}
    for articles, gold in asked.gold:
        judged[str(gold)] = judge_gold(articles, gold)
    if asked.knowledgenet:
        fold = TEST_FOLD if asked.test else asked.fold
        judged["KnowledgeNet"] = list(judge_knowledgenet(asked.knowledgenet, fold))
    if asked.core:
        lines = slice(asked.lines, None) if asked.test else slice(asked.lines)
        judged["CORE"] = list(judge_core(asked.core, lines))
    if not judged:
        parser.error("name at least one set: --gold, --knowledgenet or --core")
    for name, rows in judged.items():
        print(f"{name}: {len(rows)} judged, {sum(row.right for row in rows)} right")
    stated = {rule.id: rule.confidence for rule in load_rules().rules}
    if asked.test:
        for name, rows in judged.items():
            print(f"\n{name}\n{format_bands(calibrate(rows, stated=stated))}")
        return 0
    together = [row for rows in judged.values() for row in rows]
    calibration = calibrate(together, stated=stated, prior_weight=asked.weight)
    print(f"\n{format_bands(calibration)}\n{format_rules(calibration)}")
    if asked.output:
        record = json.dumps(describe_calibration(calibration), indent=2)
        asked.output.write_text(record + "\n", encoding="utf-8")
    if asked.apply:
        print("\n".join(apply(calibration, asked.min_judged, asked.min_change)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
