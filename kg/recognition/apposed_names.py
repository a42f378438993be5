"""Names told by what stands beside: "a conference, [Zenda Info 100],", "Norvik Works, [Buenos Tarn], Ohio"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.place_lines import closes_line
from kg.recognition.tokens import Tokens

_NOMINALS = load_lexicon("nominals").get_mapping("nominals")
_KINDS = frozenset(noun.split()[-1] for noun, kind in _NOMINALS.items() if kind == "Event")
_NOUNS = frozenset(["NN", "JJ"])  # "a trade fair" is fair to the tagger
_LONGEST = 6  # tokens of an occasion's name
_TOWN = 4  # tokens of a town's
_CLOSING = frozenset([",", ".", ")", "—", "–"])
_LANDS = frozenset(["Province", "Country"])
_BEFORE_TOWN = frozenset([",", "-", "–", "—", "*", "•", "·", "in"])


def name_apposed(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names with those that are found so, each for what was found within it."""
    found = [*_find_occasions(tokens), *_find_towns(tokens, names)]
    if not found:
        return list(names)
    inside = {k for name in found for k in range(name.start, name.end)}
    cut = [_cut_town(tokens, name, {n.start for n in found}) for name in names]
    kept = [n for n in cut if inside.isdisjoint(range(n.start, n.end))]
    return sorted([*kept, *found], key=lambda name: (name.start, -name.end))


def _cut_town(tokens: Tokens, name: Name, starts: set[int]) -> Name:
    """ "[Norvik Plant] of Zenda, Ohio", "[Zenda Assembly] of Zenda, Ohio": works, and no body of the town."""
    town = next((k for k in range(name.start + 2, name.end) if k in starts), None)
    if town is None or tokens.lower_at(town - 1) != "of":
        return name
    twice = tokens.words[name.start] == tokens.words[town]
    return replace(name, end=town - 1, type="Facility" if twice else name.type)


def _find_occasions(tokens: Tokens) -> Iterator[Name]:
    """What stands behind the comma of a noun for an occasion; a number ends such a name."""
    for kind in range(1, len(tokens.words) - 3):
        if tokens.tags[kind] not in _NOUNS or tokens.lemma_at(kind) not in _KINDS:
            continue
        start = k = kind + 2
        if tokens.words[kind + 1] != "," or not tokens.capital[start]:
            continue
        while k < min(start + _LONGEST, len(tokens.words)) and tokens.capital[k]:
            k += 1
        numbered = k < len(tokens.words) - 1 and tokens.words[k].isdigit()
        if numbered and tokens.words[k + 1] in _CLOSING:
            yield Name(start=start, end=k + 1, type="Event", origin="context")


def _find_towns(tokens: Tokens, names: Sequence[Name]) -> Iterator[Name]:
    """Capitals before the state or land that closes a line, where they are no name as a whole."""
    whole = {(name.start, name.end) for name in names}
    inside = {k for name in names for k in range(name.start, name.end)}
    for name in names:
        end = name.start - 1
        if name.type not in _LANDS or not closes_line(tokens, name.end):
            continue
        first, _ = tokens.parse.sentences[tokens.parse.sentence_of[name.start]]
        start = end
        while start > max(first, end - _TOWN) and tokens.capital[start - 1]:
            start -= 1
        listed = start == first or tokens.words[start - 1] in _BEFORE_TOWN
        works = start - 2 in inside or _NOMINALS.get(tokens.lower_at(start - 2)) == "Facility"
        listed = listed or (tokens.words[start - 1] == "of" and works)
        if start < end and tokens.words[end] == "," and listed and (start, end) not in whole:
            yield Name(start=start, end=end, type="City", origin="context")
