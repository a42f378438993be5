"""Who holds a post, told behind what the post is of: "Governor of the Norvik Region X"."""

from collections.abc import Container, Mapping

from kg.lexicon import load_lexicon
from kg.recognition.heads import HeadFinder
from kg.recognition.posts import PostSpan
from kg.recognition.tokens import Tokens

_LONGEST = 4  # words of a person's name
_REACH = 14  # tokens from the title to the name
_INSIDE = frozenset(["of", "the", "for", "and", "&", "'s", "(", ")", "in", "at"])


class HolderFinder:
    """Finds where a body's or place's name ends and its head's name begins."""

    def __init__(self, heads: HeadFinder) -> None:
        self.heads = heads
        self.titles = frozenset(
            head.split()[-1] for head in load_lexicon("posts").get_mapping("heads")
        )

        self.topics = load_lexicon("names").get("topics")
        self.given = load_lexicon("given_names").get("given")

    def find_cut(
        self, tokens: Tokens, start: int, end: int, places: Container[int]
    ) -> tuple[int, int] | None:
        """ "the Norvik Region Jane Doe" behind a title: the end of the one, the start of the other.

        `places` are the tokens behind known places.
        """
        if not self.follows_post(tokens, start):
            return None
        for k in range(end - 2, start + 2, -1):
            if self._is_behind_field(tokens, start, k, places) and self._is_name(tokens, k, end):
                return k, k
        for k in range(end - 2, start + 1, -1):
            if tokens.lower[k - 1] not in self.heads.heads or not tokens.capital[k - 1]:
                continue
            if self.heads.find_type(tokens, start, k):
                common = tokens.lower[k] not in self.given and all(
                    tokens.is_common(i) for i in range(k, end)
                )
                headed = self.heads.find_type(tokens, k, end) or tokens.lower[k] in self.heads.links
                return None if common or headed or end - k > _LONGEST else (k, k)
        return None

    def _is_behind_field(self, tokens: Tokens, start: int, k: int, places: Container[int]) -> bool:
        """Whether "Ministry of Trade", "Cabinet of Ministers of Ruritania" ends at k."""
        return (
            "of" in tokens.lower[start:k]
            and (
                tokens.lower[k - 1] in self.topics or tokens.lower[k - 1] == "office" or k in places
            )
            and self.heads.find_type(tokens, start, k) is not None
        )

    def _is_name(self, tokens: Tokens, k: int, end: int) -> bool:
        """Whether the rest is a name of two to four words that no dictionary knows."""
        strange = all(
            tokens.capital[i] and not tokens.is_common(i) and tokens.words[i].isalpha()
            for i in range(k, end)
        )
        given = tokens.lower[k] in self.given and tokens.lower[k] not in self.topics
        return (
            2 <= end - k <= _LONGEST
            and (strange or given)
            and not self.heads.find_type(tokens, k, end)
        )

    def follows_post(self, tokens: Tokens, start: int) -> bool:
        """Whether "TITLE of" or "TITLE of the" stands before the token."""
        link = start - 1 - (tokens.lower[start - 1] == "the")
        return (
            link > 0
            and tokens.lower[link] in {"of", "for", "at", "in"}
            and tokens.lower[link - 1] in self.titles
        )


def is_behind_body(tokens: Tokens, start: int, post_ends: Mapping[int, PostSpan]) -> bool:
    """ "the head of the Norvik Court (NC), X", "the envoy of Norvik's office X": X holds the post."""
    k = start - 1 - (tokens.lower[start - 1] == "," if start else 0)
    while k > max(start - _REACH, 0) and k not in post_ends:
        near = start - k <= 2 and tokens.tags[k] == "NN"
        if not (tokens.lower[k] in _INSIDE or tokens.capital[k] or near):
            return False
        k -= 1
    title = post_ends.get(k)
    return (
        title is not None
        and start - k > 2
        and tokens.lower[k]
        in ({"of", "at", "for", "to", "in"} if title.public else {"of", "at", "for"})
        and (title.public or tokens.tags[title.head] not in {"NNS", "NNPS"})
    )
