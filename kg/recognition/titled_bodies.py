"""Bodies in small letters that a title makes one: "Ruritanian foreign ministry spokesman Jane Doe"."""

from collections.abc import Mapping, Sequence

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

Known = Mapping[int, tuple[int, GazetteerMatch]]
_OWNING = frozenset(["'s", "’s", "'", "’"])
_CLOSING = frozenset([",", ".", ")", ";"])
_SEATS = frozenset(["Country", "Province", "City", "Region"])
_REACH = 5  # words of a body before its noun


class TitledBodies:
    """Finds such bodies between a place, or where the sentence begins, and a title; holds no state."""

    def __init__(self) -> None:
        names, posts = load_lexicon("names"), load_lexicon("posts")
        self.nouns = names.get("titled_bodies")
        self.alone = names.get("titled_bodies_alone")  # "the Ruritanian parliament speaker"
        self.fields = names.get("topics") | posts.get("modifiers") - posts.get("former")
        self.titles = names.get("body_titles")

    def find(self, tokens: Tokens, posts: Sequence[PostSpan], known: Known) -> list[Name]:
        """The bodies in the order of their titles."""
        ends = {e: s for s, (e, m) in known.items() if m.entry.type in _SEATS}
        return [name for post in posts if (name := self._find_before(tokens, post, ends, known))]

    def _find_before(
        self, tokens: Tokens, post: PostSpan, ends: Mapping[int, int], known: Known
    ) -> Name | None:
        noun = post.start - 1
        if noun < 0 or tokens.lower[noun] not in self.nouns or tokens.capital[noun]:
            return None
        if tokens.lower[post.head] not in self.titles or not self._has_holder(tokens, post.end):
            return None
        start = noun
        first = tokens.parse.sentences[tokens.parse.sentence_of[noun]][0]
        while start > max(first, noun - _REACH) and self._is_field(tokens, start - 1, first, ends):
            start -= 1
        placed = start in ends
        owned = tokens.lower_at(start - 1) in _OWNING and start - 1 in ends
        alone = tokens.lower[noun] in self.alone
        if start == noun and not (alone and (placed or owned)):
            return None
        if not (placed or owned or tokens.lower[noun] == "ministry"):
            return None  # "a company board chairman" is no country's
        start = ends[start] if placed else start
        shared = (
            start in known and known[start][1].entry.type == "Region"
        )  # "the European parliament"
        kind = "IntergovernmentalBody" if shared else "GovernmentBody"
        return Name(start=start, end=noun + 1, type=kind, origin="head noun")

    def _has_holder(self, tokens: Tokens, end: int) -> bool:
        """Whether a name or the end of an apposition stands behind the title."""
        return end < len(tokens.words) and (tokens.capital[end] or tokens.words[end] in _CLOSING)

    def _is_field(self, tokens: Tokens, k: int, first: int, ends: Mapping[int, int]) -> bool:
        """Whether a word tells what the body is for: "foreign", "presidential", "space"."""
        small = not tokens.capital[k] or k == first
        return small and k + 1 not in ends and tokens.lower[k] in self.fields
