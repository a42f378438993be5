"""Plain sentences for each relation, verb and construction: how many are read, and whom a stranger misleads.

    python benchmarks/constructions.py [--seed N]

Every relation is told by its verbs in some forty constructions ("X plans to buy Y", "Y, bought by X, employs 300
people"); read is a sentence that gives the relation with its subject and object. Then a stranger is put into a
part of them ("X, unlike Z, bought Y"): a deed that is told of him is wrong. The same is done with sentences about
places (place_sentences.py) and about posts (post_sentences.py): a place that has nothing to do with them, a stranger
with a title, body or place of his own. The names are invented.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from place_sentences import PlaceCase, add_places, make_place_cases
from post_sentences import (
    STRANGER,
    SUBJECT,
    Case,
    add_post_strangers,
    is_wrong_post,
    make_post_cases,
)

TARGET = "Tolmet Industries"
PLANT = "a new steel plant in Antwerp"
FORUM = "the Baltic Ports Forum in Riga"
IRREGULAR = {
    "buy": "bought bought", "build": "built built", "take": "took taken", "set": "set set", "run": "ran run",
    "make": "made made", "put": "put put", "sell": "sold sold", "hold": "held held", "form": "formed formed",
    "speak": "spoke spoken", "supply": "supplied supplied",
}  # fmt: skip
DOUBLED = frozenset(["put", "run", "set", "commit", "ship", "snap"])
ACTIVE = (
    "{S} {past} {O} in 2023.",
    "{S} has {done} {O}.",
    "{S} will {verb} {O}.",
    "{S} plans to {verb} {O}.",
    "{S} has agreed to {verb} {O}.",
    "{S}, which {past} {O} in 2023, reported higher profits on Monday.",
    "{S} to {verb} {O}",
    "{S} {now} {O}",
    "{S}, a Norwegian maker of furniture, {past} {O} last year.",
    "In March 2024, {S} {past} {O}.",
    "{S} said on Monday it had {done} {O}.",
    "{S} said it will {verb} {O}.",
    "{S} hired 300 people and {past} {O}.",
    "After {doing} {O}, {S} hired 300 people.",
    "{S} recently {past} {O}.",
    "{S} is a maker of furniture. The company {past} {O} in 2023.",
    "{S} is a maker of furniture. In 2023 it {past} {O}.",
    "{S} is {doing} {O}.",
    "{S} announced plans to {verb} {O}.",
    "{S} announced that it would {verb} {O}.",
    "{S} CEO Anna Berg said the company had {done} {O}.",
    "{S}, which will {verb} {O}, hired 300 people.",
    "{S} will use the money to {verb} {O}.",
    "{S} signed an agreement to {verb} {O}.",
    "{S} has been {doing} {O} since 2019.",
    "{S} aims to {verb} {O} by 2027.",
    "{S} has begun {doing} {O}.",
    "Anna Berg heads {S}, which {past} {O} in 2023.",
    "{S}, having {done} {O} in 2023, hired 300 people.",
    "Oslo-based {S} {past} {O}.",
    "Norway's {S} {past} {O}.",
    "{S} is expected to {verb} {O} next year.",
    "According to the ministry, {S} {past} {O}.",
    "The ministry said that {S} had {done} {O}.",
)
PASSIVE = (
    "{O} was {done} by {S} in 2023.",
    "{O} will be {done} by {S}.",
    "{O} has been {done} by {S}.",
    "{O}, {done} by {S}, employs 300 people.",
    "{O}, which was {done} by {S} in 2023, employs 300 people.",
    "{O} is being {done} by {S}.",
)
ASIDES = (
    ", a rival of {Z},", ", which competes with {Z},", ", unlike {Z},", ", according to {Z},",
    ", whose chairman once ran {Z},", ", long linked with {Z},",
)  # fmt: skip
ENDS = (
    " as {Z} looked on", " after {Z} declined to comment", ", {Z} said", " despite a lawsuit from {Z}",
    ", analysts at {Z} wrote", ", beating {Z}", " and {Z} lost money", ", {Z} wrote in a note",
    ", prompting {Z} to sell its shares", ", as {Z} had predicted",
)  # fmt: skip
# predicate: verbs, what stands behind them, a word of the object, whether passives are told
RELATIONS: tuple[tuple[str, tuple[str, ...], str, str, bool], ...] = (
    ("acquires", ("buy", "acquire", "purchase", "take over", "snap up"), TARGET, "Tolmet", True),
    ("develops", ("build", "construct", "open", "launch", "set up", "develop"), PLANT, "plant", True),
    ("develops", ("build", "open", "complete"), "a container terminal in Antwerp", "terminal", True),
    ("operates", ("operate", "run", "manage"), "the port of Antwerp", "Antwerp", True),
    ("produces", ("make", "produce", "assemble"), "electric buses", "bus", False),
    ("investsIn", ("invest", "put"), f"$20 million in {TARGET}", "Tolmet", False),
    ("investsIn", ("pour",), "$20 million into Vietnam", "Vietnam", False),
    ("supplies", ("supply", "deliver", "sell"), f"40 electric buses to {TARGET}", "Tolmet", False),
    ("cooperatesWith", ("partner with", "team up with", "collaborate with"), TARGET, "Tolmet", False),
    ("participatesIn", ("attend", "take part in", "speak at", "join"), FORUM, "Baltic", False),
    ("organizes", ("host", "organize", "sponsor"), FORUM, "Baltic", True),
    ("operatesIn", ("expand into", "enter"), "Vietnam", "Vietnam", False),
)  # fmt: skip
# What a text may well tell of a stranger beside somebody.
HARMLESS = frozenset(["competesWith", "holdsPost", "affiliatedWith", "observes"])


def inflect(verb: str) -> dict[str, str]:
    """The forms of a verb with its particle: verb, past, done, doing, now."""
    head, _, particle = verb.partition(" ")
    rest = f" {particle}" if particle else ""
    doubled = f"{head}{head[-1]}" if head in DOUBLED else head
    regular = f"{head}d" if head.endswith("e") else f"{doubled}ed"
    past, done = IRREGULAR.get(head, f"{regular} {regular}").split()
    stem = head[:-1] if head.endswith("e") else doubled
    now = f"{head}es" if head.endswith(("s", "sh", "ch")) else f"{head}s"
    now = now.replace("plys", "plies")
    return {
        "verb": verb,
        "past": f"{past}{rest}",
        "done": f"{done}{rest}",
        "doing": f"{stem}ing{rest}",
        "now": f"{now}{rest}",
    }


def make_cases() -> Iterator[Case]:
    """All sentences, in order."""
    for predicate, verbs, thing, word, passive in RELATIONS:
        for verb in verbs:
            forms = inflect(verb)
            for shape in ACTIVE:
                yield Case(shape.format(S=SUBJECT, O=thing, **forms), predicate, word)
            for shape in PASSIVE if passive else ():
                text = shape.format(S=SUBJECT, O=thing, **forms)
                yield Case(f"{text[0].upper()}{text[1:]}", predicate, word)


def add_strangers(cases: list[Case], seed: int) -> Iterator[Case]:
    """Every sentence that ends with a full stop, with a stranger behind its subject or at its end."""
    draw = random.Random(seed)  # noqa: S311  which strangers, no secret
    for case in cases:
        if not case.text.endswith("."):
            continue
        aside = draw.choice(ASIDES).format(Z=STRANGER)
        if draw.random() < 0.5 and f"{SUBJECT} " in case.text:
            text = case.text.replace(f"{SUBJECT} ", f"{SUBJECT}{aside} ", 1)
        else:
            aside = draw.choice(ENDS).format(Z=STRANGER)
            text = f"{case.text[:-1]}{aside}."
        yield replace(case, text=text, stranger=aside)


def read(cases: list[Case] | list[PlaceCase]) -> dict[int, list[tuple[str, str, str]]]:
    """Subject, predicate and object of the claims of each sentence, each a document of its own."""
    found: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for number, claim in read_claims(cases):
        found[number].append(tell(claim))
    return found


def read_modalities(cases: list[Case]) -> dict[int, str]:
    """The modality of each sentence's relation; those that are not read are left out."""
    found: dict[int, str] = {}
    for number, claim in read_claims(cases):
        if is_read(cases[number], [tell(claim)]):
            found.setdefault(number, claim["modality"])
    return found


def tell(claim: dict[str, Any]) -> tuple[str, str, str]:
    """Subject, predicate and object of a claim, the sides by label and words."""
    subject, thing = (
        f"{side.get('label', '')} {side.get('text', '')}"
        for side in (claim["subject"], claim["object"])
    )
    return subject, claim["predicate"], thing


def read_claims(cases: Sequence[Case | PlaceCase]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The claims of all sentences, each a document of its own, with the sentence's number."""
    with tempfile.TemporaryDirectory() as folder:
        texts, claims = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        rows = (json.dumps({"id": str(n), "text": c.text}) for n, c in enumerate(cases))
        texts.write_text("\n".join(rows) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "kg.cli", "build", str(texts), "-o", str(claims)]
        subprocess.run([*command, "--quiet"], check=True)
        for line in claims.read_text(encoding="utf-8").splitlines():
            claim = json.loads(line)
            yield int(claim["document"]), claim


def is_read(case: Case, claims: list[tuple[str, str, str]]) -> bool:
    """Whether the relation is told with its subject and object, either way round if it is symmetric."""
    for subject, predicate, thing in claims:
        sides = (subject, thing)
        turned = (thing, subject) if predicate == "cooperatesWith" else sides
        for one, other in (sides, turned):
            told = predicate == case.predicate and case.subject.split()[0] in one
            if told and case.object.lower() in other.lower():
                return True
    return False


def is_wrong(case: Case, claim: tuple[str, str, str]) -> bool:
    """Whether a claim tells of a stranger what the sentence tells of somebody else."""
    if case.predicate == "holdsPost":
        return is_wrong_post(case, claim)
    return claim[1] not in HARMLESS and (STRANGER in claim[0] or STRANGER in claim[2])


def main() -> None:
    """Prints the shares and every wrong deed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1, help="Which strangers are drawn.")
    seed = parser.parse_args().seed
    plain = list(make_cases())
    strange = list(add_strangers(plain, seed))
    posts = list(make_post_cases())
    told_posts = (("posts", posts), ("posts with a stranger", list(add_post_strangers(posts))))
    for name, cases in (("plain", plain), ("with a stranger", strange), *told_posts):
        claims = read(cases)
        right = Counter(c.predicate for n, c in enumerate(cases) if is_read(c, claims[n]))
        told = Counter(c.predicate for c in cases)
        print(f"{name}: {right.total():,} of {told.total():,} sentences are read")
        for predicate in sorted(told) if len(told) > 1 and name == "plain" else ():
            print(f"  {predicate:16} {right[predicate]:4} of {told[predicate]}")
        wrong = [
            (case.text, claim)
            for n, case in enumerate(cases)
            for claim in claims[n]
            if is_wrong(case, claim)
        ]
        for text, claim in wrong:
            print(f"  wrong: {' | '.join(part.split('  ')[0] for part in claim)} :: {text}")
        print(f"  wrong deeds: {len(wrong)}")
    show_places(seed)


def show_places(seed: int) -> None:
    """The same of sentences about places."""
    plain = list(make_place_cases())
    for name, cases in (("places", plain), ("with a strange place", list(add_places(plain, seed)))):
        claims = read(cases)
        right = sum(case.is_read(claims[n]) for n, case in enumerate(cases))
        print(f"{name}: {right:,} of {len(cases):,} sentences are read")
        for case in (
            c for n, c in enumerate(cases) if name == "places" and not c.is_read(claims[n])
        ):
            print(f"  not read: {case.text}")
        wrong = [
            (case, claim) for n, case in enumerate(cases) for claim in case.list_wrong(claims[n])
        ]
        for case, claim in wrong:
            print(f"  wrong: {' | '.join(part.split('  ')[0] for part in claim)} :: {case.text}")
        print(f"  wrong deeds: {len(wrong)}")


if __name__ == "__main__":
    main()
