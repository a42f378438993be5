"""A country has one president: "Ruritanian President X met President Y" makes Y none of Ruritania."""

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.only_told import read_key
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind

_FIELDS = re.compile(r",| and ")
_TITLES = re.compile(r" and (?=minister|secretary)")
_COUNTERPARTS = frozenset(["counterpart", "counterparts"])


class SoleHolderChooser:
    """Drops posts that were taken to be of the document's country, where somebody else holds them there."""

    def __init__(self) -> None:
        posts = load_lexicon("posts")
        self.sole = posts.get_mapping("sole")
        self.with_field = posts.get("sole_with_field")
        self.same_field = posts.get_mapping("same_field")
        self.lesser = posts.get("lesser")

    def choose(self, candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
        """The candidates without those whose post is another's, by surer words or told before."""
        groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            key = self._read_key(candidate, arguments)
            if key is not None:
                groups[key].append(candidate)
        dropped = {id(c) for group in groups.values() for c in _find_seconds(group, arguments)}
        # Titles without a country are of one country: where another holds such a post of the home, it is no home.
        astray = any(_is_gainsaid(group, dropped) for group in groups.values())
        if astray:
            dropped |= {
                id(c) for c in candidates if c.rule.predicate == "holdsPost" and _is_taken(c)
            }
        foreign = set(_find_foreign(arguments)) if any(map(_is_taken, candidates)) else set()
        return [
            c
            for c in candidates
            if id(c) not in dropped
            and not (
                _is_taken(c)
                and isinstance(c.object, Mention)
                and (arguments.find_first(c.subject), read_key(c.object, arguments)) in foreign
            )
        ]

    def _read_key(self, candidate: Candidate, arguments: ArgumentFinder) -> tuple[str, str] | None:
        """The post and its country, where one person holds it now."""
        details = {q.name: q.value for q in candidate.qualifiers}
        title = details.get("title")
        held = candidate.modality is Modality.ACTUAL and "endTime" not in details
        if candidate.rule.predicate != "holdsPost" or not isinstance(title, str) or not held:
            return None
        parts = _TITLES.split(title.casefold())
        post = next((found for part in parts if (found := self._find_sole(part))), None)
        if post is None or not isinstance(candidate.object, Mention):
            return None
        return post, read_key(candidate.object, arguments)

    def _find_sole(self, title: str) -> str | None:
        """ "Foreign Minister" and "Minister for Foreign Affairs" are one post, which one person holds."""
        words = title.split()
        if title in self.sole or not self.lesser.isdisjoint(words):
            return self.sole.get(title)
        head, behind = (words[0], words[2:]) if words[1:2] in (["of"], ["for"]) else (words[-1], [])
        field = _FIELDS.split(" ".join(behind or words[:-1]))[0]  # the first of several
        if head not in self.with_field or not field:
            return None
        return f"{head} {self.same_field.get(field, field)}"


def _find_seconds(group: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """Those of a group that only the document's country speaks for, beside the first holder of all."""
    told = {arguments.find_first(c.subject) for c in group if not _is_taken(c)}
    taken = sorted((c for c in group if _is_taken(c)), key=lambda c: c.token)
    if not told and taken:
        told = {arguments.find_first(taken[0].subject)}
    return [c for c in taken if arguments.find_first(c.subject) not in told]


def _is_gainsaid(group: list[Candidate], dropped: set[int]) -> bool:
    """Whether surer words than the document's country give the post to another."""
    return any(id(c) in dropped for c in group) and not all(_is_taken(c) for c in group)


def _is_taken(candidate: Candidate) -> bool:
    return candidate.rule.emit.get("object") == "@home"


def _find_foreign(arguments: ArgumentFinder) -> Iterator[tuple[Mention, str]]:
    """ "President X met his Ruritanian counterpart": X and Ruritania, of which X holds no post."""
    parse = arguments.parse
    for k, word in enumerate(parse.words):
        if word.lower() not in _COUNTERPARTS:
            continue
        before = range(parse.sentences[parse.sentence_of[k]][0], k)
        people = {m for i in before for m in arguments.by_token.get(i, ()) if _is_person(m)}
        for country in arguments.by_token.get(k - 1, ()):
            for person in people:
                yield arguments.find_first(person), read_key(country, arguments)


def _is_person(mention: Mention) -> bool:
    return mention.kind is MentionKind.NAME and mention.type in {"Person", "Official"}
