"""Posts that rules take from the context: what the class of the title speaks for stays, what contradicts it goes."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.only_told import read_key
from kg.extraction.post_owners import PostOwners
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind

OWNER = "@post_owner"
LATER = frozenset([OWNER, "@officered", "@own_ministry"])
_VAGUE = frozenset(["@topic", "@home", "@town", "@state", "@only_country", "@bank", "@officered"])
# With what the titles of a state's presidents begin; an "operations vice-president" is a firm's.
_OPENING = frozenset("president vice vice-president first second acting interim deputy".split())  # noqa: SIM905
_OF_LANDS = frozenset(["@home", "@only_country"])


class PostConflicts:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder, owners: PostOwners) -> None:
        self.arguments, self.owners = arguments, owners

    def settle(self, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates without posts that another one gainsays."""
        groups: dict[tuple[Mention, str], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            title = _read_title(candidate)
            if title and isinstance(candidate.object, Mention):
                groups[(self.arguments.find_first(candidate.subject), title)].append(candidate)
        taken = {
            (title, self._key(c)): holder
            for (holder, title), group in groups.items()
            for c in group
            if not _takes(c) and c.modality is Modality.ACTUAL and not _is_past(c)
        }
        dropped: set[int] = set()
        for (holder, title), group in groups.items():
            dropped |= self._settle_group(holder, title, group, taken)
        return [c for c in candidates if id(c) not in dropped]

    def _settle_group(
        self,
        holder: Mention,
        title: str,
        group: list[Candidate],
        taken: dict[tuple[str, str], Mention],
    ) -> set[int]:
        """What goes of the claims of one title of one person."""
        mine = [c for c in group if _get_constant(c) == OWNER]
        vague = [
            c
            for c in group
            if _get_constant(c) in _VAGUE
            or (isinstance(c.object, Mention) and is_nameless(c.object, self.arguments))
        ]
        if not mine:
            return {id(c) for c in vague if self._is_vain(c, group)}
        sure = [c for c in group if c not in mine and c not in vague]
        if sure or any(taken.get((title, self._key(c)), holder) != holder for c in mine):
            return {id(c) for c in mine}
        of_state = title.endswith("president") and title.split()[0] in _OPENING
        if of_state and any(self._is_told_before(c) for c in vague):
            return {id(c) for c in mine}
        keys = {self._key(c) for c in mine}
        return {id(c) for c in vague if self._key(c) not in keys}

    def _is_vain(self, candidate: Candidate, group: list[Candidate]) -> bool:
        """Whether a post of the text's own land or topic is told to be of another land, or may be anybody's."""
        if _get_constant(candidate) == "@topic":
            return self._is_open(candidate)
        return _get_constant(candidate) in _OF_LANDS and any(
            not _takes(c)
            and isinstance(c.object, Mention)
            and self.arguments.fits(c.object, ("Country",))
            and self._key(c) != self._key(candidate)
            for c in group
        )

    def _is_open(self, candidate: Candidate) -> bool:
        post = self.owners.titles.find_near(candidate.token)
        if post is None:
            return False
        start = self.arguments.ranges[post][0]
        if self.owners.focus.acts_alone_just_before(self._key(candidate), start):
            return False
        choice = self.owners.choose(post)
        other = choice.nearest is not None and read_key(
            choice.nearest, self.arguments
        ) != self._key(candidate)
        return choice.is_open or other

    def _is_told_before(self, candidate: Candidate) -> bool:
        """Whether the country taken for the text's own is told before the title."""
        if _get_constant(candidate) not in _OF_LANDS or not isinstance(candidate.object, Mention):
            return False
        return self.arguments.ranges[candidate.object][0] < candidate.token

    def _key(self, candidate: Candidate) -> str:
        body = candidate.object
        return read_key(body, self.arguments) if isinstance(body, Mention) else ""


def is_nameless(body: Mention | None, arguments: ArgumentFinder) -> bool:
    """ "the group", "its": a noun that no name is known for, or what takes one up."""
    if body is None or body.kind is MentionKind.NAME:
        return False
    return arguments.find_first(body).kind is MentionKind.NOMINAL


def _read_title(candidate: Candidate) -> str:
    if candidate.rule.predicate != "holdsPost":
        return ""
    return next((str(q.value).casefold() for q in candidate.qualifiers if q.name == "title"), "")


def _get_constant(candidate: Candidate) -> str:
    return candidate.rule.emit.get("object", "")


def _takes(candidate: Candidate) -> bool:
    return _get_constant(candidate).startswith("@")


def _is_past(candidate: Candidate) -> bool:
    return any(q.name == "endTime" for q in candidate.qualifiers)
