"""A country has one president: "Ruritanian President X met President Y" makes Y none of Ruritania."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import Mention

_COUNTERPARTS = frozenset(["counterpart", "counterparts"])


class SoleHolderChooser:
    """Drops posts that were taken to be of the document's country, where somebody else holds them there."""

    def __init__(self) -> None:
        self.sole = load_lexicon("posts").get_mapping("sole")

    def choose(self, candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
        """The candidates without those whose post is another's, by surer words or told before."""
        groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            key = self._read_key(candidate, arguments)
            if key is not None:
                groups[key].append(candidate)
        dropped = {id(c) for group in groups.values() for c in _find_seconds(group, arguments)}
        return [c for c in candidates if id(c) not in dropped and not _is_counterpart(c, arguments)]

    def _read_key(self, candidate: Candidate, arguments: ArgumentFinder) -> tuple[str, str] | None:
        """The post and its country, where one person holds it now."""
        details = {q.name: q.value for q in candidate.qualifiers}
        title = details.get("title")
        held = candidate.modality is Modality.ACTUAL and "endTime" not in details
        if candidate.rule.predicate != "holdsPost" or not isinstance(title, str) or not held:
            return None
        post = self.sole.get(title.casefold())
        if post is None or not isinstance(candidate.object, Mention):
            return None
        return post, _name(candidate.object, arguments)


def _find_seconds(group: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """Those of a group that only the document's country speaks for, beside the first holder of all."""
    told = {arguments.find_first(c.subject) for c in group if not _is_taken(c)}
    taken = sorted((c for c in group if _is_taken(c)), key=lambda c: c.token)
    if not told and taken:
        told = {arguments.find_first(taken[0].subject)}
    return [c for c in taken if arguments.find_first(c.subject) not in told]


def _is_taken(candidate: Candidate) -> bool:
    return candidate.rule.emit.get("object") == "@home"


def _is_counterpart(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """ "President X met his Ruritanian counterpart": X holds no post of Ruritania."""
    if not _is_taken(candidate) or not isinstance(candidate.object, Mention):
        return False
    first, last = arguments.parse.sentences[arguments.parse.sentence_of[candidate.token]]
    country = _name(candidate.object, arguments)
    return any(
        _name(m, arguments) == country
        for k in range(max(first, candidate.token), last)
        if arguments.parse.words[k].lower() in _COUNTERPARTS
        for m in arguments.by_token.get(k - 1, ())
    )


def _name(mention: Mention, arguments: ArgumentFinder) -> str:
    first = arguments.find_first(mention)
    return first.known_as or mention.known_as or first.text
