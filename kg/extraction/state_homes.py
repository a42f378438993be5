"""The province that a document speaks from, by who heads it: whose minister "the minister" is there."""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_country_before, find_holder_behind
from kg.extraction.only_told import read_key
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_LEAD = 2  # the last paragraph of headline, dateline and lead
_OF_PROVINCES = frozenset(["chief minister"])  # who heads nothing but a province
_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])


class StateHome:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        posts = load_lexicon("posts")
        self.heads, self.shared = posts.get("provincial_heads"), posts.get("provincial_posts")
        self.national = posts.get("federal_words")
        self.province = self._find_province()

    def find(self, token: int) -> Mention | None:
        """The province, if a title begins at `token` that provinces give as well as states."""
        post = self.arguments.find_post(token)
        if post is None or self.province is None or self._is_national(post):
            return None
        return self.province if self._split(post) & self.shared else None

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
