"""Titles of two who cannot both be of one place: "Mayor X and Mayor Y signed the pact" in a text of Zenda."""

from collections.abc import Iterator, Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention, MentionKind

_TAKEN = frozenset(["@town", "@state", "@post_owner", "@town_told"])  # of the text, not told beside
_SOLE = frozenset(["mayor", "governor", "premier", "emir", "sultan", "prefect"])


def drop_shared_titles(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without posts that the text's place gives to each of two with one title in a sentence."""
    doubtful = [c for c in candidates if _is_taken(c)]
    if not doubtful:
        return list(candidates)
    dropped = {
        id(c) for c in doubtful if len(set(_list_bearers(c.token, arguments, _title(c)))) > 1
    }
    return [c for c in candidates if id(c) not in dropped]


def _title(candidate: Candidate) -> str:
    told = next((q.value for q in candidate.qualifiers if q.name == "title"), "")
    return told.casefold() if isinstance(told, str) else ""


def _is_taken(candidate: Candidate) -> bool:
    of_text = candidate.rule.predicate == "holdsPost" and candidate.rule.emit["object"] in _TAKEN
    return of_text and _title(candidate) in _SOLE


def _list_bearers(token: int, arguments: ArgumentFinder, title: str) -> Iterator[Mention]:
    """Who is named right behind that title in the sentence of a token."""
    parse = arguments.parse
    start, end = parse.sentences[parse.sentence_of[token]]
    for k in range(start, end - 1):
        if arguments.lower[k] == title:
            named = (m for m in arguments.by_token.get(k + 1, ()) if m.kind is MentionKind.NAME)
            yield from (arguments.find_first(m) for m in named if m.type in _PEOPLE)


_PEOPLE = frozenset(["Person", "Official"])
