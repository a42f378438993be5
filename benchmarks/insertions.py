"""The examples of rules, read again with words put in that change nothing: which insertions lose what is told.

    python benchmarks/insertions.py [--every N] [--only NAME] [--lost N]

An example is "[Norvik Group](investor: Company) will invest €2 billion in [Antwerp](target: City)."; put in are an
apposition or a relative clause behind its first name, an adverb, a time, a speaker before or behind, another tense
of its verb and so on (insertion_variants.py). Kept is an insertion after which some rule gives the same statement
between the same marks; added are statements between two marks that the plain example does not give.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator

from insertion_variants import INSERTIONS, LEMMAS, Variant
from insertion_variants_inside import INSIDE

from kg.extraction.examples import Mark, MarkedText, parse_marked
from kg.model.claim import Reading
from kg.model.document import Document, Span
from kg.pipeline import BuildOptions, Pipeline
from kg.recognition import ParsedDocument, parse_documents

VARIANTS = INSERTIONS | INSIDE
Fact = tuple[str, int | None, int | None]  # predicate and the numbers of the marks of its sides


def _read(
    pipeline: Pipeline, variant: Variant | MarkedText, parsed: tuple[Document, ParsedDocument]
) -> Reading:
    names = [(mark.span, mark.type) for mark in variant.marks if mark.is_name]
    recognized = pipeline.recognizer.recognize(*parsed, marked=names)
    return pipeline.extractor.extract(recognized)


def list_facts(reading: Reading, marks: tuple[Mark, ...]) -> set[Fact]:
    """The statements of a reading by the marks that they stand on; None where a side is no mark."""

    def number(span: Span) -> int | None:
        return next((n for n, mark in enumerate(marks) if mark.span.overlaps(span)), None)

    return {(c.predicate, number(c.subject.span), number(c.object.span)) for c in reading.claims}


def _list_examples(pipeline: Pipeline, every: int) -> Iterator[tuple[str, str, MarkedText]]:
    number = 0
    for rule in pipeline.rules.rules:
        for example in rule.examples:
            number += 1
            if number % every == 0:
                yield rule.id, rule.kind, parse_marked(example.text)


def _parse_all(pipeline: Pipeline, texts: list[str]) -> list[tuple[Document, ParsedDocument]]:
    documents = [Document(identifier="example", text=text) for text in texts]
    return list(zip(documents, parse_documents(documents, pipeline.model), strict=True))


def _equate_first(facts: set[Fact]) -> set[Fact]:
    return {(p, s or None, o or None) for p, s, o in facts}


def main() -> None:
    """Tries the insertions and prints what they lose."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--every", type=int, default=3, help="each how manieth example is tried")
    arguments.add_argument("--only", help="one insertion")
    arguments.add_argument(
        "--lost", type=int, default=0, help="how many lost sentences to print of each"
    )
    options = arguments.parse_args()
    pipeline = Pipeline(BuildOptions())
    examples = list(_list_examples(pipeline, options.every))
    plain = _parse_all(pipeline, [marked.text for _, _, marked in examples])
    tried: list[tuple[str, str, set[Fact], Variant]] = []
    for (rule, kind, marked), parsed in zip(examples, plain, strict=True):
        told = list_facts(_read(pipeline, marked, parsed), marked.marks)
        tags = _tags_behind(marked, parsed[1])
        for name, vary in VARIANTS.items():
            if told and options.only in {None, name} and (variant := vary(marked, tags)):
                tried.append((rule, kind, told, variant))
    _report(pipeline, tried, options.lost)


def _tags_behind(marked: MarkedText, parsed: ParsedDocument) -> list[str]:
    """The tags of the words behind the first name."""
    first = next((m for m in marked.marks if m.is_name), None)
    parse = parsed.parse
    LEMMAS.update(zip(parse.words, parse.lemmas, strict=True))
    if first is None:
        return []
    return [parse.tags[n] for n, start in enumerate(parse.starts) if start >= first.span.end]


def _report(
    pipeline: Pipeline, tried: list[tuple[str, str, set[Fact], Variant]], lost: int
) -> None:
    total, kept, added = Counter[str](), Counter[str](), Counter[str]()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[str, list[str]] = defaultdict(list)
    gained: dict[str, list[str]] = defaultdict(list)
    for start in range(0, len(tried), 5000):
        part = tried[start : start + 5000]
        texts = _parse_all(pipeline, [variant.text for _, _, _, variant in part])
        for (rule, kind, told, variant), parsed in zip(part, texts, strict=True):
            found = list_facts(_read(pipeline, variant, parsed), variant.marks)
            name = variant.name
            if name == "said":  # "it" stands for the first name
                told, found = _equate_first(told), _equate_first(found)
            between = {fact for fact in found - told if variant.has_all(fact)}
            total[name] += 1
            kinds[name][kind] += 1
            kept[name] += told <= found
            added[name] += bool(between)
            kinds[name][f"{kind} kept"] += told <= found
            if not told <= found:
                shown[name].append(
                    f"{rule} {kind}: {variant.text}   {sorted(map(str, told - found))}"
                )
            if between:
                gained[name].append(f"{rule} {kind}: {variant.text}   {sorted(map(str, between))}")
    for name in VARIANTS:
        if not total[name]:
            continue
        by_kind = "  ".join(
            f"{kind} {kinds[name][f'{kind} kept']}/{kinds[name][kind]}"
            for kind in ("clause", "phrase", "measure") if kinds[name][kind]
        )  # fmt: skip
        print(
            f"{name:15}{kept[name] / total[name]:.3f} of {total[name]:5}  added {added[name]:3}  {by_kind}"
        )
        for chosen, sign in ((shown[name], "lost"), (gained[name], "added")):
            random.Random(0).shuffle(chosen)  # noqa: S311 - which to show
            for line in chosen[:lost]:
                print(f"    {sign} {line}")
    print(f"all            {sum(kept.values()) / max(1, sum(total.values())):.3f}")


if __name__ == "__main__":
    main()
