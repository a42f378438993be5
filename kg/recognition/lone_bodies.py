"""Bodies of a state by their head alone: "the Cabinet" is the Cabinet of Ministers, where no other cabinet is told."""

from collections.abc import Collection, Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_LONE = load_lexicon("names").get("lone_bodies")
_TYPES = ("GovernmentBody", "IntergovernmentalBody")


def find_lone(names: Sequence[Mention], joined: Collection[int]) -> dict[int, int]:
    """The index of the only body that ends with the word, or has it before "of", by that of the lone word."""
    lone = {
        n: word
        for n, m in enumerate(names)
        if n not in joined and m.known_as is None and (word := m.text.casefold()) in _LONE
    }
    found: dict[int, int] = {}
    for word in sorted(set(lone.values())):
        full = {
            m.text.casefold(): k for k, m in reversed(list(enumerate(names))) if _heads(word, m)
        }
        if len(full) == 1:
            target = next(iter(full.values()))
            found |= {n: target for n, own in lone.items() if own == word and n != target}
    return found


def _heads(word: str, name: Mention) -> bool:
    text = name.text.casefold()
    body = name.type in _TYPES and name.kind is MentionKind.NAME
    return body and (text.endswith(f" {word}") or text.startswith(f"{word} of "))
