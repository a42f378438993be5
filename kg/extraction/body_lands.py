"""The country of a ministry, or of a state's firm, that no place is told with: that which the text speaks from."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.area_bodies import find_area, find_area_word
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.home import HomeFinder
from kg.extraction.only_told import read_key
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_WORDS = load_lexicon("names")
_STATE_BODIES = _WORDS.get("state_bodies")
_STATE_MARKS = _WORDS.get("marks_of_state_bodies")
_OTHERS = _WORDS.get("marks_of_other_bodies")
_ALSO_OF_FIRMS = _WORDS.get("bodies_of_states_and_others")
_FIELDS_OF_STATES = _WORDS.get("fields_of_state_bodies")
# Names of more than one land, or of a land and something else, by which a text may mean either.
_SHARED_NAMES = frozenset(
    ["korea", "georgia", "congo", "guinea", "sudan", "samoa", "jordan", "chad"]
)
_PLACES = ("Country", "Province", "City", "District", "Region", "IntergovernmentalBody")
_TOLD = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_OWNING = frozenset(["'s", "’s", "'", "’", "´s"])
_OF = frozenset(["of", "in"])
_IN_SMALL_LETTERS = (" ministry",)
_PAIR = re.compile(r"\w[-–][A-Z]")
_LEADING = 1.5  # times as often as any other country must the one be told that the text speaks from
_STATES_WORDS = frozenset(["state", "government"])
_OWNER = 2  # tokens: "Zenda's | state-run X"
_BEFORE = 4  # tokens between a place and its body: "Ruritania's federal and now also state"


def find_body_land(
    arguments: ArgumentFinder, home: HomeFinder, inner: Sequence[Mention], token: int
) -> Mention | None:
    """The country that the document speaks from, if the body at `token` is one of a state and placed nowhere.

    A word before it tells that it is of a part of the country: "the provincial Department of Finance".
    """
    body = max(
        (
            m
            for m in arguments.by_token.get(token, ())
            if m.type == "GovernmentBody" and arguments.ranges[m][0] == token
        ),
        key=lambda m: m.span.end,
        default=None,
    )
    if body is not None and (area := find_area_word(body, arguments)):
        return find_area(area, arguments)
    if body is None or not _is_of_state(body.text):
        return None
    if body.kind is not MentionKind.NAME and not body.text.endswith(_IN_SMALL_LETTERS):
        return None  # "an agency"
    land = home.find()
    if land is None or not _leads(land, arguments, inner) or _tells_a_life(arguments):
        return None
    if _is_named_for_other(body.text, f"{land.known_as} {land.text}"):
        return None
    key = read_key(body, arguments)
    alike = [
        m
        for m in arguments.recognized.mentions
        if m.type == "GovernmentBody" and (m.text == body.text or read_key(m, arguments) == key)
    ]
    if alike[0] is not body or any(_is_placed(m, arguments, inner) for m in alike):
        return None  # it is told once
    return land if all(_is_beside(land, m, arguments) for m in alike) else None


def find_firm_land(
    arguments: ArgumentFinder, home: HomeFinder, inner: Sequence[Mention], token: int
) -> Mention | None:
    """The same for a firm called "state-owned", whose state no place before it tells ("Zenda's state-run X")."""
    firm = next(
        (m for m in arguments.by_token.get(token, ()) if arguments.ranges[m][0] == token), None
    )
    land = home.find() or home.only
    if firm is None or land is None or not _leads(land, arguments, inner):
        return None
    first = arguments.parse.sentences[arguments.parse.sentence_of[token]][0]
    k = token - 1  # back over what the firm is called, to the place that may own it
    while k > first and arguments.parse.words[k].lower() not in _STATES_WORDS:
        k -= 1
    before = range(max(first, k - _OWNER), k)
    if any(True for j in before for _ in _list_places(j, arguments)):
        return None
    key = read_key(firm, arguments)
    alike = [m for m in arguments.recognized.mentions if read_key(m, arguments) == key]
    if any(_is_placed(m, arguments, inner) for m in alike):
        return None
    return land if all(_is_beside(land, m, arguments) for m in alike) else None


def _is_named_for_other(name: str, land: str) -> bool:
    """ "the Korea Fair Trade Commission": named for one of the lands of a name, which this one has not."""
    first = name.split()[0].lower()
    return first in _SHARED_NAMES and first not in land.lower()


def _is_of_state(name: str) -> bool:
    """Whether a name is that of a state's body, and tells no smaller area and no league of states."""
    if _PAIR.search(name):
        return False  # "the Ruritanian-Graustarkian Commission"
    words = name.lower().replace("'s", "").replace("’s", "").split()
    if not _OTHERS.isdisjoint(words):
        return False
    if not _ALSO_OF_FIRMS.isdisjoint(words) and not _FIELDS_OF_STATES.isdisjoint(words):
        return True
    return bool(_STATE_BODIES.intersection(words)) and (
        len(words) > 1 or not _STATE_MARKS.isdisjoint(words)
    )


def _leads(land: Mention, arguments: ArgumentFinder, inner: Sequence[Mention]) -> bool:
    """Whether no other country is told nearly as often, by itself or within names."""
    told = Counter(
        read_key(m, arguments)
        for m in (*arguments.recognized.mentions, *inner)
        if m.type == "Country" and m.kind in _TOLD
    )
    towns = (m.known_as or "" for m in arguments.recognized.mentions)
    first = next((t for t in towns if t in arguments.recognized.lands), "")
    if arguments.recognized.lands.get(first, land.known_as) != land.known_as:
        return False  # a text from Zenda: its ministry need not be of the land that it tells of
    own = told.pop(read_key(land, arguments), 0)
    return own > _LEADING * max(told.values(), default=0)


def _tells_a_life(arguments: ArgumentFinder) -> bool:
    """ "[Jane Doe] (born 1960) is a Ruritanian politician": the bodies she was in may be anybody's."""
    parse = arguments.parse
    last = parse.sentences[0][1]
    for mention in arguments.recognized.mentions:
        start, end = arguments.ranges[mention]
        if start >= last:
            return False
        if mention.type == "Person" or arguments.fits(mention, ("Person",)):
            verb = parse.heads[end - 1]
            return parse.deps[end - 1] in SUBJECTS and parse.lemmas[verb] == "be"
    return False


def _is_placed(body: Mention, arguments: ArgumentFinder, inner: Iterable[Mention]) -> bool:
    """Whether a place is told in the name, right before it or behind its "of"."""
    start, end = arguments.ranges[body]
    span = body.span
    if any(span.start <= m.span.start and m.span.end <= span.end for m in inner):
        return True
    parse = arguments.parse
    first, last = parse.sentences[parse.sentence_of[start]]
    before = range(max(first, start - _BEFORE), start)
    near = [*range(start, end), *(k for k in before if k == start - 1 or _owns(k, arguments))]
    if parse.words[end : end + 1] and parse.words[end].lower() in _OF:
        near += range(end + 1, min(end + 3, last))
    hosts = [m.span for k in near if k not in range(start, end) for m in arguments.by_token[k]]
    if any(s.start <= m.span.start and m.span.end <= s.end for s in hosts for m in inner):
        return True  # "the Ruritanian Government's Office of Statistics"
    return any(m is not body for k in near for m in _list_places(k, arguments))


def _owns(token: int, arguments: ArgumentFinder) -> bool:
    return arguments.parse.words[token + 1] in _OWNING


def _list_places(token: int, arguments: ArgumentFinder) -> Iterator[Mention]:
    for mention in arguments.by_token.get(token, ()):
        if mention.kind is not MentionKind.POST and arguments.fits(mention, _PLACES):
            yield mention


def _is_beside(land: Mention, body: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a sentence that tells the body tells no other country."""
    parse = arguments.parse
    first, last = parse.sentences[parse.sentence_of[arguments.ranges[body][0]]]
    near = [m for m in arguments.recognized.mentions if first <= arguments.ranges[m][0] < last]
    if any(m.type == "ResearchBody" for m in near):
        return False  # a department of a university
    told = {read_key(m, arguments) for m in near if m.type == "Country"}
    return told <= {read_key(land, arguments)}
