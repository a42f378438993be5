"""Rows of names are of one kind: beside two persons in "A, B and C" the third is one as well, and so firms."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_BETWEEN = ([","], ["and"], [",", "and"])
_SURE, _DOUBT = 1.5, 2.0  # votes that tell a member's type, and those below which a neighbour may
_SHARED = 1.5


class NameRows:
    """Lets persons in a row tell of their neighbours; holds no state."""

    def __init__(self) -> None:
        self.heads = frozenset(
            head.split()[-1] for head in load_lexicon("names").get_mapping("heads")
        )

    def share(
        self, tokens: Tokens, names: Sequence[Name], votes: Mapping[str, dict[str, float]]
    ) -> None:
        """Adds votes for names beside a person's that look like one and of which little is told."""
        rows = sorted(names, key=lambda n: n.start)
        for one, other in pairwise(rows):
            if tokens.lower[one.end : other.start] not in _BETWEEN:
                continue
            for known, open_one in ((one, other), (other, one)):
                if self._is_person(tokens, known, votes) and self._may_be_person(
                    tokens, open_one, votes
                ):
                    found = votes[tokens.slice(open_one.start, open_one.end)]
                    found["Person"] = found.get("Person", 0.0) + _SHARED
        for row in _find_rows(tokens, rows):
            self._share_firms(tokens, row, votes)

    def _share_firms(
        self, tokens: Tokens, row: list[Name], votes: Mapping[str, dict[str, float]]
    ) -> None:
        """Beside two firms, or one and of one word, a name of which little is told is a firm's."""
        firms = [n for n in row if self._is_firm(tokens, n, votes)]
        for name in row:
            found = votes.get(tokens.slice(name.start, name.end))
            single = name.end - name.start == 1
            if not found or name.type or name in firms or len(firms) < (1 if single else 2):
                continue
            if 0.0 < max(found.values()) < _DOUBT and found.get("Person", 0.0) < _SURE:
                found["Company"] = found.get("Company", 0.0) + _SHARED

    def _is_firm(self, tokens: Tokens, name: Name, votes: Mapping[str, dict[str, float]]) -> bool:
        found = votes.get(tokens.slice(name.start, name.end), {})
        firm = found.get("Company", 0.0)
        told = not name.type and firm >= _DOUBT and firm == max(found.values())
        return told or name.type == "Company"

    def _is_person(self, tokens: Tokens, name: Name, votes: Mapping[str, dict[str, float]]) -> bool:
        found = votes.get(tokens.slice(name.start, name.end), {})
        person = found.get("Person", 0.0)
        return not name.type and person >= _SURE and person == max(found.values())

    def _may_be_person(
        self, tokens: Tokens, name: Name, votes: Mapping[str, dict[str, float]]
    ) -> bool:
        """Two or three words of no dictionary and no head of anything."""
        words = range(name.start, name.end)
        found = votes.get(tokens.slice(name.start, name.end))
        if name.type or found is None or len(words) not in {2, 3}:
            return False
        strange = not any(tokens.is_common(k) or tokens.lower[k] in self.heads for k in words)
        return strange and max(found.values(), default=0.0) < _DOUBT


def _find_rows(tokens: Tokens, names: Sequence[Name]) -> Iterator[list[Name]]:
    """The names that stand beside each other with commas and "and" between them."""
    row: list[Name] = []
    for name in names:
        if row and tokens.lower[row[-1].end : name.start] not in _BETWEEN:
            if len(row) > 1:
                yield row
            row = []
        row.append(name)
    if len(row) > 1:
        yield row


def share_families(votes: dict[str, dict[str, float]]) -> None:
    """ "Quispe, its chief executive" tells that "Camila Quispe" is a person."""
    families = {t.casefold() for t, v in votes.items() if " " not in t and v.get("Person", 0) >= 2}
    for text, found in votes.items():
        if 1 < len(text.split()) < 4 and text.split()[-1].casefold() in families:
            found["Person"] = found.get("Person", 0.0) + 2.0
