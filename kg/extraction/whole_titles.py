"""What belongs to a title behind it: "ambassador [to Ruritania]", "the Akim [(governor)]"."""

from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.titles import TitleReader
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_GLOSS = 5  # tokens that a translation in brackets may take


class WholeTitles:
    """Completes the titles of one document's candidates."""

    def __init__(self, arguments: ArgumentFinder, titles: TitleReader) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.titles = titles
        self.sent = load_lexicon("posts").get("sent")
        self.posted = load_lexicon("posts").get("posted_in")
        self.posts = [m for m in arguments.recognized.mentions if m.kind is MentionKind.POST]

    def settle(self, candidate: Candidate) -> None:
        """Writes the host of an envoy and a translation in brackets into the title."""
        if candidate.rule.predicate != "holdsPost":
            return
        for n, qualifier in enumerate(candidate.qualifiers):
            if qualifier.name == "title" and isinstance(qualifier.value, str):
                tail = self._find_tail(qualifier.value, candidate)
                if tail:
                    whole = f"{qualifier.value}{tail}"
                    candidate.qualifiers[n] = replace(qualifier, value=whole)

    def _find_tail(self, title: str, candidate: Candidate) -> str:
        first, last = self.parse.sentences[self.parse.sentence_of[candidate.token]]
        posts = [
            m
            for m in self.posts
            if first <= self.arguments.ranges[m][0] < last
            and self.titles.format(m).casefold() == title.casefold()
        ]
        post = self._find_nearest(posts, candidate)
        if post is None:
            return ""
        end = self.arguments.ranges[post][1]
        return self._read_gloss(end) or self._read_host(title, end, candidate)

    def _find_nearest(self, posts: list[Mention], candidate: Candidate) -> Mention | None:
        """The one of several like titles that stands nearest to holder and sender: each envoy has a host."""
        if len(posts) < 2:
            return posts[0] if posts else None
        sides = [m for m in (candidate.subject, candidate.object) if isinstance(m, Mention)]
        gaps = []
        for post in posts:
            start, end = self.arguments.ranges[post]
            spans = (self.arguments.ranges[side] for side in sides)
            gaps.append((sum(max(s - end, start - e) for s, e in spans), start, post))
        (least, _, nearest), (second, _, _) = sorted(gaps, key=lambda g: g[:2])[:2]
        return nearest if least < second else None

    def _read_gloss(self, end: int) -> str:
        """ "the Akim (governor) of": the bracket holds a title and nothing else."""
        words = self.parse.words
        if words[end : end + 1] != ["("] or ")" not in words[end : end + _GLOSS]:
            return ""
        close = words.index(")", end)
        glossed = any(self.arguments.ranges[m] == (end + 1, close) for m in self.posts)
        return f" ({self._slice(end + 1, close)})" if glossed else ""

    def _read_host(self, title: str, end: int, candidate: Candidate) -> str:
        """ "ambassador to Uganda", "Consul General in Zenda", where the object is who sends."""
        words = self.parse.words
        posted = self.titles.matches_text(title, self.posted)
        if not posted and not self.titles.matches_text(title, self.sent):
            return ""
        end = end if posted else self._pass_sender(end, candidate)
        if words[end : end + 1] != (["in"] if posted else ["to"]):
            return ""
        start = end + 1 + (words[end + 1 : end + 2] == ["the"])
        host = next((m for m in self.arguments.by_token.get(start, ()) if self._is_host(m)), None)
        if host is None or self.arguments.ranges[host][0] != start:
            return ""
        if not isinstance(candidate.object, Mention) or self._is_same(host, candidate.object):
            return ""
        return f" {self._slice(end, self.arguments.ranges[host][1])}"

    def _pass_sender(self, end: int, candidate: Candidate) -> int:
        """ "the ambassador [of Ruritania] to Uganda": the token behind who sends."""
        if self.parse.words[end : end + 1] != ["of"]:
            return end
        start = end + 1 + (self.parse.words[end + 1 : end + 2] == ["the"])
        sender = next((m for m in self.arguments.by_token.get(start, ()) if self._is_host(m)), None)
        if sender is None or not isinstance(candidate.object, Mention):
            return end
        same = self._is_same(sender, candidate.object)
        return self.arguments.ranges[sender][1] if same else end

    def _is_host(self, mention: Mention) -> bool:
        kinds = ("Place", "IntergovernmentalBody")
        return mention.kind is MentionKind.NAME and self.arguments.fits(mention, kinds)

    def _is_same(self, one: Mention, other: Mention) -> bool:
        first, second = self.arguments.find_first(one), self.arguments.find_first(other)
        return first == second or (first.known_as or first.text) == (second.known_as or second.text)

    def _slice(self, start: int, end: int) -> str:
        text = self.arguments.recognized.document.text
        return " ".join(text[self.parse.starts[start] : self.parse.ends[end - 1]].split())
