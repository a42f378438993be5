"""The place that a public body's name tells by what it is: "Zenda Police", "Royal Ruritanian Navy"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.lexicon import load_lexicon
from kg.model.mention import INNER_PLACE, SETTLED, Mention, MentionKind
from kg.recognition.gazetteer import Gazetteer, GazetteerEntry
from kg.recognition.tokens import Tokens

_RANKS = frozenset("regional metropolitan municipal provincial district".split())  # noqa: SIM905
_HONOURS = frozenset(["the", "royal"])  # "Royal Ruritanian Mounted Police"
_JOINTS = frozenset(["-", "–", "and", "&"])
_LONGEST_HEAD = 4
_LONGEST_PLACE = 4
_DIVISIONS = frozenset(["District", "City"])
_SOLE = frozenset(["Country", "Province"])


class Lead(NamedTuple):
    """What stands before the head of a name, and the type of place that the head asks for, "" where any."""

    start: int
    end: int
    asked: str


class BodyPlaces:
    """Reads the place in the name of a public body; holds no state."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        names = load_lexicon("names")
        self.gazetteer = gazetteer
        self.local = names.get_mapping("local_heads")
        heads = names.get_mapping("heads")
        self.kinds = {head: kind for head, kind in heads.items() if kind in _DIVISIONS}
        self.heads = {head for head, kind in heads.items() if kind == "GovernmentBody"}
        self.heads |= self.local.keys()

    def find(
        self, tokens: Tokens, start: int, end: int, told: dict[str, Mention]
    ) -> Mention | None:
        """A mention of origin INNER_PLACE; None where the name tells none or several may be meant.

        `told` holds the places of the text by their words. A name that is also a word or a surname counts
        here, and so does a small town, where it is all that stands before the head. What no list knows is a
        place only before a head that places alone have ("city council").
        """
        while start < end - 1 and tokens.lower[start] in _HONOURS:
            start += 1
        lead = self._find_lead(tokens, start, end)
        if lead is not None:
            return self._find_in_lead(tokens, lead, told)
        for first, last in _list_governed(tokens, start, end):
            text = tokens.slice(first, last)
            found = self.gazetteer.find_by_name(text)
            lands = [e for e in found if e.type in _SOLE and text not in e.adjectives]
            if lands and (text not in lands[0].ambiguous or len(found) == 1):
                return _make_known(tokens, first, last, lands[0])
        return None

    def _find_lead(self, tokens: Tokens, start: int, end: int) -> Lead | None:
        """What stands before the longest head that the name ends in; None where it is a head and no more."""
        for length in range(min(_LONGEST_HEAD, end - start), 0, -1):
            words = " ".join(tokens.lower[end - length : end]).replace(" '", "'")
            if words in self.heads and length == end - start:
                return None
            if words in self.heads:
                last = end - length
                last -= last - start > 1 and tokens.lower[last - 1] in _RANKS
                return Lead(start, last, self.local.get(words, ""))
        return None

    def _find_in_lead(self, tokens: Tokens, lead: Lead, told: dict[str, Mention]) -> Mention | None:
        """The longest beginning of the lead that is a place, or the whole of it before a local head."""
        division = self.kinds.get(tokens.lower[lead.end - 1])
        if division is not None and lead.end - lead.start > 1:  # "Tarnley County Sheriff's Office"
            return make_inner(tokens, lead.start, lead.end, division)
        for last in range(lead.end, lead.start, -1):
            text = tokens.slice(lead.start, last)
            if text in told:
                of = told[text]
                return make_inner(tokens, lead.start, last, of.type, known_as=of.known_as)
            if tokens.words[last] in _JOINTS:
                continue  # "the Zenda-Tarn Joint Commission" is of no single place
            whole = last == lead.end
            entry = self._choose(self._list_entries(text, lead.asked, whole=whole))
            if entry is not None and not (entry.link_only and tokens.is_common(lead.start)):
                return _make_known(tokens, lead.start, last, entry)
        return self._make_strange(tokens, lead) if lead.asked else None

    def _list_entries(self, text: str, asked: str, *, whole: bool) -> list[GazetteerEntry]:
        if not whole:
            found = [e for e in self.gazetteer.find_by_name(text) if e.type in SETTLED]
            lands = all(e.type in _SOLE for e in found)  # "Korea Customs Service"
            return [e for e in found if lands or text not in e.ambiguous]
        entries = [e for e in self.gazetteer.find_linked(text) if e.type in SETTLED]
        wanted = [e for e in entries if e.type == asked]
        return wanted or entries

    def _choose(self, entries: Sequence[GazetteerEntry]) -> GazetteerEntry | None:
        """The likeliest, where all that share the name and are as large are of one kind."""
        making = [e for e in entries if not e.link_only] or list(entries)
        kinds = {e.type for e in making} - {"Region"}
        if len(kinds) != 1:
            return None
        return next(e for e in making if e.type in kinds)

    def _make_strange(self, tokens: Tokens, lead: Lead) -> Mention | None:
        """ "Tarnley County Council": a place that no list knows, of words that no dictionary has."""
        tokens_of = range(lead.start, lead.end)
        strange = all(tokens.words[k].istitle() and not tokens.is_common(k) for k in tokens_of)
        if not strange or len(tokens_of) > 2:
            return None
        return make_inner(tokens, lead.start, lead.end, lead.asked)


def _list_governed(tokens: Tokens, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "Police [Ruritania]", "Office of the [United Towns] Trade Envoy": where a land may stand behind the head."""
    for k in range(max(start + 1, end - _LONGEST_PLACE), end):
        if tokens.capital[k] and (tokens.capital[k - 1] or tokens.lower[k - 1] == "of"):
            yield k, end
    for k in range(start + 2, end):
        if tokens.lower[k - 2 : k] == ["of", "the"]:
            yield from ((k, last) for last in range(min(k + _LONGEST_PLACE, end), k, -1))


def _make_known(tokens: Tokens, start: int, end: int, entry: GazetteerEntry) -> Mention:
    described = tokens.slice(start, end) in entry.adjectives
    how = MentionKind.ADJECTIVE if described else MentionKind.NAME
    return make_inner(tokens, start, end, entry.type, how=how, known_as=entry.id)


def make_inner(
    tokens: Tokens,
    start: int,
    end: int,
    kind: str,
    *,
    how: MentionKind = MentionKind.NAME,
    known_as: str | None = None,
) -> Mention:
    """A place within a longer name, which overlaps it."""
    return Mention(
        span=tokens.span(start, end),
        text=tokens.slice(start, end),
        type=kind,
        kind=how,
        origin=INNER_PLACE,
        known_as=known_as,
    )
