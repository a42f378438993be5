"""Whose words a sentence gives, though nobody says them: "as per X", "X data show", "in figures issued by X"."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_WORDS = load_lexicon("scope")
_SHOWING = frozenset(
    [
        "show",
        "shows",
        "showed",
        "shown",
        "indicate",
        "indicates",
        "indicated",
        "suggest",
        "suggests",
        "reveal",
        "reveals",
        "revealed",
        "find",
        "finds",
        "found",
        "put",
        "puts",
    ]
)
_BRINGING = frozenset(["according", "per", "citing", "quoting"])
_SOURCES = _WORDS.get("sources") | frozenset(
    [
        "notice",
        "table",
        "press",
        "service",
        "bulletin",
        "dashboard",
        "dataset",
        "tally",
        "poll",
        "note",
        "portal",
        "account",
        "record",
        "registry",
        "circular",
        "communique",
        "communiqué",
        "update",
        "newsletter",
        "platform",
        "provider",
        "tracker",
        "census",
        "index",
        "ranking",
        "review",
        "tables",
        "figures",
    ]
)
_LINKS = frozenset(["of", "from", "by", "at", "for", "on", "to", "the", "a", "an", "'s", "’s"])
_GIVEN = frozenset(
    [
        "issued",
        "released",
        "published",
        "compiled",
        "provided",
        "posted",
        "gathered",
        "collected",
        "prepared",
        "placed",
        "shared",
        "cited",
    ]
)
_SEEN = frozenset(["seen", "reviewed", "obtained", "viewed", "familiar", "sent", "verified"])
_EDGES = frozenset([",", ";", ":", ".", "–", "—", "--"])
_QUOTES = frozenset(["“", '"', "``", "'", "‘"])
_NEAR = 8  # … from "office" to a name
_FAR = 14  # tokens from "according to" to a name
_SPEECH = _WORDS.get("speech")


def find_source(arguments: ArgumentFinder, sentence: int, token: int) -> Mention | None:
    """Who is named as the source of what stands at a token of a sentence."""
    start, end = arguments.parse.sentences[sentence]
    words = arguments.lower[start:end]
    if not _BRINGING.isdisjoint(words):
        found = _find_brought(arguments, start, end)
        if found is not None:
            return found
    if not _SHOWING.isdisjoint(words):
        found = _find_shown(arguments, start, end)
        if found is not None:
            return found
    if "office" in words and (found := _find_office(arguments, start, end)) is not None:
        return found
    if words[0] in {"in", "on"}:
        return _find_issued(arguments, start, end)
    return _find_before_quote(arguments, start, end, token) if ":" in words else None


def _find_brought(arguments: ArgumentFinder, start: int, end: int) -> Mention | None:
    """ "as per X", "according to a notice of X", "citing figures from X": X; a document seen by X is not X's."""
    lower = arguments.lower
    for at in range(start, end - 1):
        if lower[at] not in _BRINGING or (lower[at] == "according" and lower[at + 1] != "to"):
            continue
        if lower[at] == "per" and (at == start or lower[at - 1] not in {"as", ",", "“", '"'}):
            continue  # "two a day per ship"
        return next(_list_passed(arguments, at + 1, min(at + _FAR, end)), None)
    return None


def _list_passed(arguments: ArgumentFinder, first: int, last: int) -> Iterator[Mention]:
    """The names behind nothing but words of sources: "the latest data from [X]"."""
    parse, lower = arguments.parse, arguments.lower
    for at in range(first, last):
        named = _find_name(arguments, at)
        if named is not None:
            if _SEEN.isdisjoint(lower[first:at]):
                yield named
            return
        passed = lower[at] in _LINKS | _GIVEN or parse.lemmas[at].lower() in _SOURCES
        if not passed and parse.tags[at] not in {"DT", "JJ", "JJS", "CD"}:
            return


def _find_name(arguments: ArgumentFinder, at: int) -> Mention | None:
    """The name of an organization or a person that begins at a token."""
    for mention in arguments.by_token.get(at, ()):
        begins = arguments.ranges[mention][0] == at and mention.kind is MentionKind.NAME
        if begins and (
            arguments.fits(mention, ("Organization",)) or arguments.fits(mention, ("Person",))
        ):
            return mention
    return None


def _find_shown(arguments: ArgumentFinder, start: int, end: int) -> Mention | None:
    """ "X data show that", "data from X show", "…, data platform X shows": X."""
    lower, parse = arguments.lower, arguments.parse
    for verb in range(start + 2, end):
        if lower[verb] not in _SHOWING or parse.lemmas[verb - 1] == "to":
            continue
        first = verb - 1
        while first > start and lower[first] not in _EDGES and verb - first < _FAR:
            first -= 1
        first += lower[first] in _EDGES
        told = {parse.lemmas[t].lower() for t in range(first, verb)}
        if _SOURCES.isdisjoint(told) or not FINITE.isdisjoint(parse.tags[first:verb]):
            continue
        skipped = first
        while skipped < verb and _is_passed(arguments, skipped):
            skipped += 1
        named = next(
            (m for t in range(skipped, skipped + 1) if (m := _find_name(arguments, t))), None
        )
        if named is not None and _reaches(arguments, arguments.ranges[named][1], verb):
            return named
    return None


def _is_passed(arguments: ArgumentFinder, at: int) -> bool:
    parse, lower = arguments.parse, arguments.lower
    if _find_name(arguments, at) is not None:
        return False
    return (
        lower[at] in _LINKS | _GIVEN
        or parse.lemmas[at].lower() in _SOURCES
        or parse.tags[at] in {"DT", "JJ", "JJS", "NN"}
    )


def _reaches(arguments: ArgumentFinder, begin: int, verb: int) -> bool:
    """Whether only more words of the source stand up to its verb: "X['s latest figures] show"."""
    parse, lower = arguments.parse, arguments.lower
    return all(
        lower[t] in _LINKS | {"on", "and", "("}
        or parse.tags[t][:2] in {"JJ", "NN", "VB", "CD", "RB", "-R"}
        for t in range(begin, verb)
    )


def _find_issued(arguments: ArgumentFinder, start: int, end: int) -> Mention | None:
    """ "In figures issued by X on Wednesday, …": X."""
    lower = arguments.lower
    given = next((t for t in range(start, min(start + _FAR, end)) if lower[t] in _GIVEN), None)
    if given is None or lower[given + 1 : given + 2] != ["by"]:
        return None
    if _SOURCES.isdisjoint(arguments.parse.lemmas[start:given]):
        return None
    for at in range(given + 2, min(given + _FAR, end)):
        if lower[at] in _EDGES:
            return None
        named = _find_name(arguments, at)
        if named is not None:
            return named
    return None


def _find_office(arguments: ArgumentFinder, start: int, end: int) -> Mention | None:
    """ "Minister X's office said", "the office of Minister X said": X."""
    parse, lower = arguments.parse, arguments.lower
    at = next(t for t in range(start, end) if lower[t] == "office")
    for name in {*range(at - 2, at), *range(at + 1, min(at + _NEAR, end))}:
        for mention in arguments.by_token.get(name, ()):
            first, last = arguments.ranges[mention]
            owned = last == at - 1 and lower[last] in {"'s", "’s", "'"}
            told = last + owned * 2
            of = first > at and lower[at + 1] == "of"
            if (owned or of) and told < end and parse.lemmas[told] in _SPEECH:
                return mention if arguments.fits(mention, ("Person",)) else None
    return None


def _find_before_quote(
    arguments: ArgumentFinder, start: int, end: int, token: int
) -> Mention | None:
    """ "X is unconcerned: 'It will grow.'": X, for what stands in the quotation marks."""
    lower = arguments.lower
    for at in range(start + 1, min(token, end - 1)):
        if lower[at] == ":" and lower[at + 1] in _QUOTES:
            named = _find_name(arguments, start)
            told = named is not None and arguments.fits(named, ("Person",))
            return named if told else None
    return None
