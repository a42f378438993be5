"""How often two spaCy models read another clause in the same sentence, and in which constructions.

    python benchmarks/parser_breaks.py OTHER-MODEL [PATH...] [--model NAME] [--samples N] [--json]

OTHER-MODEL is the name or folder of an installed pipeline, such as a larger one. PATHs are files and
folders that kg reads; without them the articles of this repository are taken. A sentence differs where
a verb is a clause for one model alone, or has another subject or object. Two models that agree can
both be wrong, and of two that differ either may be right: the share is a lower bound of what breaks in
one of them, and the samples say what to look at.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.extraction import load_rules
from kg.extraction.clause import Clause
from kg.extraction.clausing import ClauseBuilder
from kg.lexicon import load_lexicon
from kg.model.document import Document
from kg.model.parse import Parse
from kg.readers import ReadOptions, read_documents
from kg.recognition import load_model, parse_documents
from kg.recognition.nlp import BUNDLED_MODEL

ROOT = Path(__file__).parents[1]
ARTICLES = (ROOT / "seeds" / "articles", ROOT / "tests" / "gold" / "articles")
SLOTS = ("subjects", "objects")
SPEECH = load_lexicon("scope").get("speech")


@dataclass
class Read:
    """One model's parse of a document, its verb clauses by the place of the verb in the text."""

    parse: Parse
    clauses: dict[int, Clause]
    token_at: dict[int, int]

    def places(self, clause: Clause, slot: str) -> set[int]:
        """Where the heads of the arguments in a slot begin in the text."""
        return {self.parse.starts[token] for token in getattr(clause, slot)}

    def dep(self, place: int) -> str:
        """The dependency of the token that begins there; empty where none does."""
        token = self.token_at.get(place)
        return "" if token is None else self.parse.deps[token]


@dataclass
class Difference:
    """One verb that the models read otherwise: what differs, and in which construction."""

    verb: str
    what: str
    construction: str
    sentence: str
    small: list[str]
    other: list[str]


def read_all(documents: list[Document], model: str) -> list[Read]:
    """Every document as the model reads it."""
    nouns = frozenset(load_rules().by_noun)
    found = []
    for parsed in parse_documents(documents, load_model(model)):
        parse = parsed.parse
        clauses = {
            parse.starts[clause.token]: clause
            for clause in ClauseBuilder(parse, nouns).build()
            if clause.kind == "verb"
        }
        found.append(Read(parse, clauses, {start: i for i, start in enumerate(parse.starts)}))
    return found


def compare(document: Document, small: Read, other: Read) -> Iterator[list[Difference]]:
    """The differences of each sentence, as the first model ends them."""
    for first, end in small.parse.sentences:
        lo, hi = small.parse.starts[first], small.parse.ends[end - 1]
        verbs = sorted(v for v in small.clauses.keys() | other.clauses.keys() if lo <= v < hi)
        sentence = " ".join(document.text[lo:hi].split())
        yield [d for verb in verbs for d in compare_verb(document, sentence, verb, small, other)]


def compare_verb(
    document: Document, sentence: str, verb: int, small: Read, other: Read
) -> Iterator[Difference]:
    """What the models make of one verb."""
    word = get_word(document, verb)
    one, two = small.clauses.get(verb), other.clauses.get(verb)
    if one is None or two is None:
        kind = "verb or noun, in a line without full stop"
        if sentence[-1:] in '.?!"”’)':
            kind = "verb or noun (or adjective), in a sentence"
        sides = [["clause"] if side else [] for side in (one, two)]
        yield Difference(word, "verb", kind, sentence, *sides)
        return
    for slot in SLOTS:
        mine, theirs = small.places(one, slot), other.places(two, slot)
        if mine != theirs:
            construction = name_construction(document, sentence, verb, mine ^ theirs, small, other)
            words = [[get_word(document, p) for p in sorted(side)] for side in (mine, theirs)]
            yield Difference(word, slot, construction, sentence, *words)


def name_construction(
    document: Document, sentence: str, verb: int, disputed: set[int], small: Read, other: Read
) -> str:
    """A name for the construction, by the dependencies of the disputed words and of the verb."""
    deps = {read.dep(place) for place in disputed for read in (small, other)}
    above = {read.dep(verb) for read in (small, other)}
    words = [get_word(document, place) for place in disputed]
    head = sentence.split(" — ")[0].split(" (")[0].split(" - ")[0]
    if head.isupper() or any(w.isupper() and len(w) > 3 and sentence.startswith(w) for w in words):
        return "dateline before the sentence"
    if small.parse.lemmas[small.token_at[verb]] in SPEECH:
        return "who says it, before or after the words"
    if "conj" in deps:
        return "a row of nouns: where it begins and ends"
    if "appos" in deps:
        return "apposition between commas"
    if above & {"relcl", "acl"}:
        return "relative clause or participle: which noun it hangs on"
    if above & {"xcomp", "ccomp"}:
        return "verb below a verb (help X do, see X doing)"
    if above & {"advcl", "pcomp"}:
        return "participle or clause beside the main one"
    if "conj" in above:
        return "verb joined by and: whose subject it takes"
    if deps & {"compound", "nmod", "npadvmod", "nummod"}:
        return "long name or amount: which word heads it"
    return "other"


def get_word(document: Document, place: int) -> str:
    """The word that begins there."""
    return document.text[place : place + 60].split()[0].strip(".,;:()\"“”'’")


def summarize(sentences: list[list[Difference]], verbs: int) -> dict[str, object]:
    """The figures: shares, and counts by what differs and by construction."""
    differences = [d for row in sentences for d in row]
    changed = sum(bool(row) for row in sentences)
    return {
        "sentences": len(sentences),
        "sentences that differ": changed,
        "share of sentences": round(changed / max(1, len(sentences)), 4),
        "verbs": verbs,
        "verbs that differ": len({(d.sentence, d.verb) for d in differences}),
        "by what differs": dict(Counter(d.what for d in differences).most_common()),
        "by construction": dict(Counter(d.construction for d in differences).most_common()),
    }


def print_report(figures: dict[str, object], differences: list[Difference], samples: int) -> None:
    """The figures, then samples of each construction."""
    for name, value in figures.items():
        if isinstance(value, dict):
            print(f"{name}:")
            print("".join(f"  {count:5}  {key}\n" for key, count in value.items()), end="")
        else:
            print(f"{name}: {value}")
    for construction in dict(Counter(d.construction for d in differences).most_common()):
        print(f"\n{construction}")
        for row in [d for d in differences if d.construction == construction][:samples]:
            print(f"  {row.sentence}")
            print(f"      {row.verb}, {row.what}: {row.small} / {row.other}")


def main() -> None:
    """Reads the arguments, compares and prints."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("other")
    parser.add_argument("paths", nargs="*", type=Path, default=list(ARTICLES))
    parser.add_argument("--model", default=BUNDLED_MODEL)
    parser.add_argument("--samples", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    found = read_documents([str(path) for path in asked.paths], options=ReadOptions())
    documents = [item for item in found if isinstance(item, Document)]
    documents = documents
    pairs = zip(
        documents, read_all(documents, asked.model), read_all(documents, asked.other), strict=True
    )
    sentences, verbs = [], 0
    for document, small, other in pairs:
        sentences += list(compare(document, small, other))
        verbs += len(small.clauses.keys() | other.clauses.keys())
    figures = summarize(sentences, verbs)
    if asked.json:
        rows = [vars(d) for row in sentences for d in row]
        print(json.dumps({**figures, "differences": rows}, ensure_ascii=False, indent=2))
    else:
        print_report(figures, [d for row in sentences for d in row], asked.samples)


if __name__ == "__main__":
    main()
