"""Posts told in a row of one person: "chairman of A, Mumbai, president of B for six years and a Fellow of C"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.counterparts import follow_counterparts
from kg.extraction.pattern_gaps import skip_honorifics
from kg.extraction.rule import Rule, RuleSet
from kg.extraction.title_gaps import names_person
from kg.extraction.titles import TitleReader
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import SETTLED, Mention, MentionKind

_POST, _MEMBER = "holdsPost", "memberOf"
_MEMBER_RULE = "member-of/person-is-member"
_OF = frozenset(["of", "at", "for", "with", "in", "on"])
_BOARD = (["board", "of", "directors", "of"], ["board", "of"], ["boards", "of"])
_SHARE = 0.94  # of the confidence in the post before
_LONGEST = 14  # tokens between two posts of a row
_BODIES = ("Organization", "Facility", "EconomicZone")
_TIMES = (MentionKind.PERIOD, MentionKind.QUANTITY)


_TITLES = TitleReader()


def add_series(
    candidates: list[Candidate], arguments: ArgumentFinder, rules: RuleSet
) -> list[Candidate]:
    """The candidates with the posts that stand in a row behind theirs, and those of counterparts."""
    told = candidates + PostSeries(arguments, rules).follow(candidates)
    return [*told, *follow_counterparts(told, arguments)]


class PostSeries:
    """Carries a post that rules have read on to those that follow it in the same row."""

    def __init__(self, arguments: ArgumentFinder, rules: RuleSet) -> None:
        self.arguments, self.parse, self.titles = arguments, arguments.parse, _TITLES
        self.joining = load_lexicon("phrases").get("career_joints") | {",", ";"}
        posts = load_lexicon("posts")
        self.members, self.former = posts.get("member_nouns"), posts.get("former")
        self.member_rule = rules.find(_MEMBER_RULE)

    def follow(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The posts that stand behind those among the candidates, and that nobody else is named for."""
        found: dict[tuple[object, ...], Candidate] = {}
        for candidate in sorted(candidates, key=lambda c: (-c.confidence, c.token, c.rule.id)):
            body = candidate.object
            if candidate.rule.predicate not in {_POST, _MEMBER} or not isinstance(body, Mention):
                continue
            if self._is_opening(candidate, body):
                for further in self._continue(candidate, body):
                    key = further.subject, further.object, further.rule.predicate
                    found.setdefault(key, further)
        known = {
            (self.arguments.find_first(c.subject), c.object, c.rule.predicate) for c in candidates
        }
        return [
            c
            for c in found.values()
            if (self.arguments.find_first(c.subject), c.object, c.rule.predicate) not in known
        ]

    def _is_opening(self, candidate: Candidate, body: Mention) -> bool:
        """Whether a person stands before a title and the body that it is of, in one sentence."""
        ranges = self.arguments.ranges
        if body not in ranges or candidate.subject not in ranges:
            return False
        if not self.arguments.fits(candidate.subject, ("Person",)):
            return False
        start, (_, end) = ranges[body][0], ranges[candidate.subject]
        sentence = self.parse.sentence_of
        return (
            end < start
            and sentence[start] == sentence[end - 1]
            and (self._is_titled(end, start) or self._is_member(start))
        )

    def _is_titled(self, end: int, start: int) -> bool:
        """ "X is [chair] of the Audit Committee of | Norvik"."""
        link = start - 1 - (self.parse.words[start - 1] == "the")
        posts = (m for k in range(end, link) for m in self.arguments.by_token.get(k, ()))
        told = any(m.kind is MentionKind.POST for m in posts)
        return self.parse.words[link].lower() in _OF and told

    def _is_member(self, start: int) -> bool:
        """ "a Fellow of the | Institute"."""
        k = start - 1 - (self.parse.words[start - 1] == "the")
        return self.parse.words[k] == "of" and self.parse.lemmas[k - 1].lower() in self.members

    def _continue(self, first: Candidate, body: Mention) -> Iterator[Candidate]:
        """The posts behind the one of a body, each behind the body of the one before."""
        title = next((str(q.value) for q in first.qualifiers if q.name == "title"), "")
        end = self.arguments.ranges[body][1]
        while (step := self._step(end, title)) is not None:
            start, title, behind = step
            end = self.arguments.ranges[behind][1]
            rule = self._choose_rule(title, behind, first.rule)
            if rule is not None:
                held = [Qualifier(name="title", value=title)] if rule is first.rule else []
                yield replace(
                    first,
                    rule=rule,
                    object=behind,
                    token=start,
                    qualifiers=held,
                    confidence=first.confidence * _SHARE,
                )

    def _step(self, end: int, title: str) -> tuple[int, str, Mention] | None:
        """Where the next post of the row begins, its title, and its body; None where the row ends."""
        start, placed = self._pass_joint(end)
        if start == end:
            return None
        told = self._read_title(start)
        if told is None:
            body = self._find_body(start) if placed and title else None
        else:
            title, link = told
            body = self._find_body(self._pass_link(link)) if link else None
        if body is None or self._is_named(self.arguments.ranges[body][1]):
            return None
        return start, title, body

    def _choose_rule(self, title: str, body: Mention, rule: Rule) -> Rule | None:
        """Of whom one is a member: memberOf; of what else one holds a post."""
        member = title.split()[-1].lower() in self.members
        if member:
            return self.member_rule if self.arguments.fits(body, ("Organization",)) else None
        return rule if rule.predicate == _POST else None

    def _pass_joint(self, end: int) -> tuple[int, bool]:
        """The token behind a comma, "and", places and times, and whether a place or "and the" stands there."""
        words, k, placed = self.parse.words, end, False
        last = min(self.parse.sentences[self.parse.sentence_of[end - 1]][1], end + _LONGEST)
        joined = False
        while k < last:
            mention = next(
                (
                    m
                    for m in self.arguments.by_token.get(k, ())
                    if self.arguments.ranges[m][0] == k
                    and (m.kind in _TIMES or self.arguments.fits(m, SETTLED))
                ),
                None,
            )
            word = words[k].lower()
            if mention is not None and (mention.kind in _TIMES or words[k - 1] in {",", "in"}):
                placed = placed or mention.kind not in _TIMES
                k = self.arguments.ranges[mention][1]
            elif word in self.joining or word in self.former:
                joined = joined or word in {",", "and", ";", "&"}
                placed = placed or words[k - 1 : k + 1] == ["and", "the"]
                k += 1
            else:
                break
        return (k, placed) if joined else (end, False)

    def _read_title(self, start: int) -> tuple[str, int] | None:
        """The title at a token, or a kind of member, and the token of the "of" behind it; 0 where none is."""
        words = self.parse.words
        if (post := self.arguments.find_post(start)) is not None:
            end = self.arguments.ranges[post][1]
            return self.titles.format(post), end if self._word(end) in _OF else 0
        k = start
        while k < min(start + 3, len(words)) and self.parse.tags[k][:1] in {"J", "N"}:
            k += 1
            if self.parse.lemmas[k - 1].lower() in self.members and self._word(k) == "of":
                return " ".join(words[start:k]), k
        return None

    def _pass_link(self, link: int) -> int:
        """ "director on the board of | Norvik", "head of | Norvik"."""
        k = link + 1
        k += self._word(k) in {"the", "its"}
        for board in _BOARD:
            if [w.lower() for w in self.parse.words[k : k + len(board)]] == board:
                k += len(board)
                break
        return k + (self._word(k) == "the")

    def _word(self, k: int) -> str:
        return self.parse.words[k].lower() if k < len(self.parse.words) else ""

    def _find_body(self, start: int) -> Mention | None:
        start += self._word(start) == "the"
        found = [
            m
            for m in self.arguments.by_token.get(start, ())
            if self.arguments.ranges[m][0] == start
            and m.kind is MentionKind.NAME
            and self.arguments.fits(m, _BODIES)
        ]
        return max(found, key=lambda m: self.arguments.ranges[m][1], default=None)

    def _is_named(self, end: int) -> bool:
        """ "and president of B, | Jane Doe": whose title it is stands behind."""
        k = end + (self.parse.words[end : end + 1] == [","])
        return names_person(skip_honorifics(k, self.arguments), self.arguments)
