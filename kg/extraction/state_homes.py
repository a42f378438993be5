"""The province that a document speaks from, by who heads it: whose minister "the minister" is there."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_country_before, find_holder_behind
from kg.extraction.only_told import read_key
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_LEAD = 2  # the last paragraph of headline, dateline and lead
_OF_PROVINCES = frozenset(["chief minister"])  # who heads nothing but a province
_WIDER = frozenset(["Country", "IntergovernmentalBody"])
_BEHIND = 3  # tokens of "'s state government"
_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])


class StateHome:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        posts = load_lexicon("posts")
        self.heads, self.shared = posts.get("provincial_heads"), posts.get("provincial_posts")
        self.national, self.acting = posts.get("federal_words"), posts.get("provincial_bodies")
        self.told_of = posts.get("provincial_posts_too")
        self.union_fields = posts.get("union_portfolios")
        self.province = self._find_province()
        self.topic = None if self.province else self._find_topic()

    def find(self, token: int) -> Mention | None:
        """The province, if a title begins at `token` that provinces give as well as states."""
        post = self.arguments.find_post(token)
        if post is None or self._is_national(post):
            return None
        words = self._split(post)
        if self.topic is not None and not words & self.union_fields:
            return self.topic if words & (self.shared | self.told_of) else None
        return self.province if words & self.shared else None

    def _find_topic(self) -> Mention | None:
        """The only province of headline and lead, if it acts there and no country is told in them.

        "Zenda will open 20 schools, Education Minister X said": national news tells the country.
        """
        leading = self._list_leading()
        told = (m for m in self.arguments.ranges if m.kind in _KINDS and m.type in _WIDER)
        if len({read_key(m, self.arguments) for m in leading}) != 1 or any(map(self._leads, told)):
            return None
        return leading[0] if self._governs() or any(map(self._acts, leading)) else None

    def _governs(self) -> bool:
        """Whether headline or lead tells of "the provincial government" or "the state assembly"."""
        words, led = [w.lower() for w in self.parse.words], self.arguments.recognized.paragraph_of
        return any(
            word in self.acting
            and words[max(k - 1, 0)] in {"provincial", "state"}
            and led[self.parse.sentence_of[k]] <= _LEAD
            for k, word in enumerate(words)
        )

    def _acts(self, province: Mention) -> bool:
        """Whether it does something there, or its government does: "the Zenda cabinet met"."""
        _, end = self.arguments.ranges[province]
        behind = self.parse.words[end : end + _BEHIND]
        governs = not self.acting.isdisjoint(word.lower() for word in behind)
        return governs or self.parse.deps[end - 1] in SUBJECTS

    def _find_province(self) -> Mention | None:
        """The only province whose head the lead tells, in a text that tells no holder of a state's post."""
        told: dict[str, Mention] = {}
        for post in sorted(self.arguments.recognized.public_posts, key=lambda m: m.span):
            start, end = self.arguments.ranges[post]
            minister = "minister" in self._split(post)
            if minister and find_country_before(start, self.arguments) is not None:
                return None
            if self._is_national(post):
                if find_holder_behind(end, self.arguments) is not None:
                    return None
            elif self._split(post) & self.heads:
                told |= {read_key(m, self.arguments): m for m in self._list_provinces(post)}
                if post.text.lower() in _OF_PROVINCES and self._leads(post):
                    told |= {read_key(m, self.arguments): m for m in self._list_leading()}
        if len(told) != 1:
            return None
        place = next(iter(told.values()))
        leading = {read_key(m, self.arguments) for m in self._list_leading()}
        return place if leading & told.keys() else None

    def _leads(self, mention: Mention) -> bool:
        """Whether it stands in the headline or lead."""
        sentence = self.parse.sentence_of[self.arguments.ranges[mention][0]]
        return self.arguments.recognized.paragraph_of[sentence] <= _LEAD

    def _list_leading(self) -> list[Mention]:
        """The provinces that headline and lead name, also within the name of a body of theirs."""
        named = (m for m in self.arguments.ranges if m.type == "Province" and m.kind in _KINDS)
        return [m for m in named if self._leads(m)]

    def _split(self, post: Mention) -> set[str]:
        return set(post.text.lower().replace("-", " ").split())

    def _is_national(self, post: Mention) -> bool:
        start, _ = self.arguments.ranges[post]
        before = {word.lower() for word in self.parse.words[max(start - 1, 0) : start]}
        return bool((self._split(post) | before) & self.national)

    def _list_provinces(self, post: Mention) -> Iterator[Mention]:
        """The province right before a title, or behind it and "of", where somebody is named with it."""
        start, end = self.arguments.ranges[post]
        words, first = self.parse.words, self.parse.sentences[self.parse.sentence_of[start]][0]
        before = start - 1 - (self.parse.tags[max(start - 1, 0)] == "POS")
        named = find_holder_behind(end, self.arguments) is not None
        tokens = [before] if before >= first and named else []
        if words[end : end + 1] == ["of"]:
            tokens.append(end + 1 + (words[end + 1 : end + 2] == ["the"]))
        for token in tokens:
            for mention in self.arguments.by_token.get(token, ()):
                if mention.type == "Province" and mention.kind in _KINDS:
                    yield mention
