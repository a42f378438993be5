"""Whether deeds that are denied, planned or supposed are told so, and whether a clause beside a deed lends it its own.

    python benchmarks/modalities.py [--all]

First the sentences of modality_frames.py are read ("X decided against buying Y", "X's takeover of Y fell through"): a
modality that no careful reader would give is an error. Then the plain sentences of constructions.py are read as they
are, and again with a clause put into them that denies, plans or supposes something else ("X, which did not comment,
bought Y"; "X bought Y, but may close its office"): the modality of the relation must stay. A change is an error; so
is a relation that is no longer read. --all prints every error and not only a count for each clause.
"""

import argparse
from collections import Counter
from collections.abc import Iterator

from constructions import RELATIONS, TARGET, inflect, make_cases, read_modalities
from modality_frames import NOUNS, VERBS
from post_sentences import SUBJECT, Case

ASIDES = (
    ", which did not comment,", ", which will hire 300 people,", ", which may list its shares,",
    ", which has yet to publish its accounts,", ", never a big advertiser,", ", due to publish its accounts in May,",
    ", whose shares could fall,", ", no longer a family firm,", ", which cannot pay a dividend,",
)  # fmt: skip
STARTS = (
    "Although analysts did not expect much, ", "While the ministry would not comment, ",
    "After plans for a merger failed, ", "With no deal on pay in sight, ", "Unable to pay a dividend, ",
    "Having failed to raise prices, ",
)  # fmt: skip
ENDS = (
    ", but did not give a price", " and will hire 300 people", ", a person who could not be named said",
    ", although no date was given", " after it failed to raise prices", ", but may close its office in Oslo",
    " without giving details", ", and no jobs will be lost", ", which could help its shares",
)  # fmt: skip


LETTERS = {"actual": "a", "planned": "p", "possible": "q", "negated": "n"}


def make_frames() -> Iterator[tuple[Case, str]]:
    """Each sentence and the letters of what may be said of it."""
    for predicate, verbs, thing, word, _ in RELATIONS:
        for verb in verbs[:2]:
            for frame, letters in VERBS:
                text = frame.format(S=SUBJECT, O=thing, **inflect(verb))
                yield Case(text, predicate, word), letters
    for predicate, frame, letters in NOUNS:
        word = "Antwerp" if predicate == "develops" else TARGET.split()[0]
        yield Case(frame.format(S=SUBJECT, T=TARGET), predicate, word), letters


def check_frames(show: bool) -> None:
    """Prints how many sentences are read and how many are misread."""
    cases, letters = zip(*make_frames(), strict=True)
    found = read_modalities(list(cases))
    wrong = [n for n in found if LETTERS[found[n]] not in letters[n]]
    print(f"{len(cases):,} sentences of deeds, {len(found):,} read, {len(wrong)} misread")
    for n in wrong if show else ():
        print(f"  {found[n]}: {cases[n].text}")


def add_clauses(case: Case) -> Iterator[tuple[str, str]]:
    """The clause and the sentence with it, each way that the sentence can take one."""
    text = case.text
    if not text.endswith(".") or text.count(".") > 1:
        return
    if text.startswith(f"{SUBJECT} "):
        for aside in ASIDES:
            yield aside, text.replace(f"{SUBJECT} ", f"{SUBJECT}{aside} ", 1)
        for start in STARTS:
            yield start, f"{start}{text}"
    for end in ENDS:
        yield end, f"{text[:-1]}{end}."


def main() -> None:
    """Prints, for each clause, how many modalities it changed and how many relations it hid."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="Print every change.")
    show = parser.parse_args().all
    check_frames(show)
    plain = list(make_cases())
    told = read_modalities(plain)
    cases, clauses, origin = [], [], []
    for n, case in enumerate(plain):
        for clause, text in add_clauses(case) if n in told else ():
            cases.append(Case(text, case.predicate, case.object))
            clauses.append(clause)
            origin.append(n)
    found = read_modalities(cases)
    seen, changed, hidden = Counter(clauses), Counter[str](), Counter[str]()
    for n, case in enumerate(cases):
        before, after = told[origin[n]], found.get(n)
        hidden[clauses[n]] += after is None
        if after and after != before:
            changed[clauses[n]] += 1
            if show:
                print(f"  {before} to {after}: {case.text}")
        elif after is None and show:
            print(f"  hidden: {case.text}")
    print(
        f"{len(cases):,} sentences with a clause, {changed.total():,} changed, {hidden.total():,} not read"
    )
    for clause in sorted(seen, key=lambda c: -changed[c] - hidden[c]):
        print(f"  {changed[clause]:4} {hidden[clause]:4} of {seen[clause]:4}  {clause.strip()}")


if __name__ == "__main__":
    main()
