"""Rows of names are of one kind: beside two persons in "A, B and C" the third is one as well; so firms and towns."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_BETWEEN = ([","], ["and"], [",", "and"])
_SURE, _DOUBT = 1.5, 2.0  # votes that tell a member's type, and those below which a neighbour may
_SHARED = 1.5
_LETTERED = 3.0  # the same for initials, which votes for firms speak against
_UNTOLD = 1.1  # votes below which a name is told by its row
_ALIKE = frozenset(["Company", "City"])
_TOWARDS = frozenset(["in", "to", "from", "between", "through", "via", "near", "around"])
_LINKING = frozenset(
    ["at", "across", "linking", "connecting", "links", "connects", "joining", "serving"]
)
_FIRMS = frozenset(["Company", "Organization", "GovernmentBody"])  # that stand beside firms


class NameRows:
    """Lets persons in a row tell of their neighbours; holds no state."""

    def __init__(self) -> None:
        self.given = load_lexicon("given_names").get("given")
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
                    lettered = _is_lettered(tokens, open_one)
                    found["Person"] = found.get("Person", 0.0) + (
                        _LETTERED if lettered else _SHARED
                    )

    def share_kinds(
        self, tokens: Tokens, names: Sequence[Name], votes: Mapping[str, dict[str, float]]
    ) -> None:
        """Adds votes for names of which nothing is told in rows of firms ("A, B Group and C") or towns."""
        for row in _find_rows(tokens, names):
            kinds = [_tell_kind(tokens, name, votes) for name in row]
            told = {kind for kind in kinds if kind}
            if len(told) != 1 or not told <= _ALIKE:
                continue
            kind = told.pop()
            if kind == "City" and not _is_of_towns(tokens, row, kinds.count(kind)):
                continue
            for name, sure in zip(row, kinds, strict=True):
                found = votes.get(tokens.slice(name.start, name.end))
                if sure or name.type or found is None:
                    continue
                best = max(found.values(), default=0.0)
                many = (
                    kind == "Company" and kinds.count(kind) > 1 and self._is_strange(tokens, name)
                )
                if best < _UNTOLD or (many and best < _SURE):
                    found[kind] = found.get(kind, 0.0) + max(best, _UNTOLD)

    def _is_strange(self, tokens: Tokens, name: Name) -> bool:
        """No first name that people have: beside two firms "Velmo Hentzmaid" is one, "Jane Doe" is none."""
        return tokens.lower[name.start] not in self.given

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
        doubt = _LETTERED if _is_lettered(tokens, name) else _DOUBT
        return strange and max(found.values(), default=0.0) < doubt


def _is_lettered(tokens: Tokens, name: Name) -> bool:
    """ "RK Quispe": initials without full stops, as firms have them too."""
    word = tokens.words[name.start]
    return word.isupper() and word.isalpha() and len(word) in {2, 3}


def _find_rows(tokens: Tokens, names: Sequence[Name]) -> list[list[Name]]:
    """Names with nothing but a comma or "and" between them, an "and" before the last."""
    rows: list[list[Name]] = []
    for name in sorted(names, key=lambda n: n.start):
        if rows and tokens.lower[rows[-1][-1].end : name.start] in _BETWEEN:
            rows[-1].append(name)
        else:
            rows.append([name])
    return [r for r in rows if len(r) > 1 and tokens.lower[r[-1].start - 1] == "and"]


def _is_of_towns(tokens: Tokens, row: Sequence[Name], towns: int) -> bool:
    """ "in Zenda and Velden", but not "in Zenda and Norvik in Velden"; of several also "linking A, B and C"."""
    before = tokens.lower[row[0].start - 1]
    led = before in _TOWARDS or (before in _LINKING and towns > 1)
    return led and tokens.lower_at(row[-1].end) != "in"


def _tell_kind(tokens: Tokens, name: Name, votes: Mapping[str, dict[str, float]]) -> str:
    """The type of a member of which the text or its own words tell, or ""."""
    if name.type == "Facility":
        return ""  # "Tarn Cement Plant" may stand beside firms and beside works
    if name.type:
        return "Company" if name.type in _FIRMS else name.type
    found = votes.get(tokens.slice(name.start, name.end), {})
    best = max(found.values(), default=0.0)
    kind = min((k for k, v in found.items() if v == best), default="")
    return kind if best >= _SURE else ""


def share_families(votes: dict[str, dict[str, float]]) -> None:
    """ "Quispe, its chief executive" tells that "Camila Quispe" is a person."""
    families = {t.casefold() for t, v in votes.items() if " " not in t and v.get("Person", 0) >= 2}
    for text, found in votes.items():
        if 1 < len(text.split()) < 4 and text.split()[-1].casefold() in families:
            found["Person"] = found.get("Person", 0.0) + 2.0
