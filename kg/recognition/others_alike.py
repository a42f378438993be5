"""Another of what was just told: "a plant in Zenda and [another] in Hentz", "a mill in Zenda and [one] in Hentz"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

if TYPE_CHECKING:
    from kg.recognition.nominals import Nominal

_WORDS = load_lexicon("nominals")
_PLACING = _WORDS.get("placing_another")
_BETWEEN = _WORDS.get("nouns_of_places")
_ORDINALS = load_lexicon("arguments").get("ordinals")
_KINDS = ("Facility", "ResearchBody", "Company")
_REACH = 30  # tokens from a thing to the next one like it
_NOUNS = frozenset(["NN", "NNS"])
_OPENING = frozenset([",", "and", ";", "or", "—", "–", ":"])
_RELATIVE = frozenset(["that", "which"])


def find_others(tokens: Tokens, nominals: Sequence[Nominal], ontology: Ontology) -> list[Nominal]:
    """The things without a noun of their own, each of the kind of the last one told in its sentence."""
    found: list[Nominal] = []
    for start in range(1, len(tokens.words)):
        end = _read(tokens, start)
        if end is None or not _is_placed(tokens, end):
            continue
        before = _find_before(tokens, start, nominals, ontology)
        if before is not None and not before.plural:
            called = tokens.slice(before.start, before.end)
            found.append(
                replace(before, start=start, end=end, head=end - 1, definite=False, like=called)
            )
    return found


def _read(tokens: Tokens, start: int) -> int | None:
    """Where "another", "a second", "one" that begins at a token ends."""
    word, following = tokens.lower[start], tokens.lower_at(start + 1)
    if word == "another":
        return start + 1
    if word == "one" and tokens.lower[start - 1] in _OPENING:
        return start + 1
    return start + 2 if word == "a" and following in _ORDINALS else None


def _is_placed(tokens: Tokens, end: int) -> bool:
    """Whether a place follows: "in Hentz", "near the Tarn"."""
    behind = end + 1 + (tokens.lower_at(end + 1) == "the")
    named = behind < len(tokens.words) and tokens.capital[behind]
    return named and tokens.lower[end] in _PLACING


def _find_before(
    tokens: Tokens, start: int, nominals: Sequence[Nominal], ontology: Ontology
) -> Nominal | None:
    """The last thing told in the sentence before, if it has a place and nothing else stands between."""
    first = tokens.parse.sentences[tokens.parse.sentence_of[start]][0]
    told = [n for n in nominals if max(first, start - _REACH) <= n.start and n.end <= start]
    told = [n for n in told if tokens.lower[n.head] not in _BETWEEN]
    last = max(told, key=lambda n: n.head, default=None)
    if last is None or not any(ontology.is_a(last.type, kind) for kind in _KINDS):
        return None
    between = range(last.end, start)
    opened = (
        tokens.lower_at(last.end) in _RELATIVE
    )  # "a unit that makes tyres in Zenda and another"
    placed = any(tokens.lower[k] in _PLACING and _is_placed(tokens, k) for k in between)
    other = any(
        tokens.tags[k] in _NOUNS and tokens.lower[k] not in _BETWEEN
        for k in (() if opened else between)
    )
    return None if other or not placed else last
