"""Names of states that are also other names, told by what states alone have: "Chad's president"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_REACH = 6  # tokens behind the possessive
_FIELD = 8  # tokens of what a minister is for
_INSIDE = frozenset(["and", "&", ",", "of", "for"])
_FIELD_TAGS = frozenset(["NN", "NNS", "JJ"])


class StateReader:
    """Tells of single names; holds no state between documents."""

    def __init__(self) -> None:
        posts = load_lexicon("posts")
        self.posts = posts.get("sure_public")
        self.marks = posts.get("state_marks") | self.posts

    def is_state(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether "Jordan" is the country: "Jordan's foreign minister", "the president of Jordan"."""
        if start and tokens.capital[start - 1] and start not in tokens.first_of_sentence:
            return False  # "Michael Jordan's"
        if tokens.lower_at(end) in {"'s", "’s"}:
            last = tokens.parse.sentences[tokens.parse.sentence_of[start]][1]
            behind = tokens.lower[end + 1 : min(end + 1 + _REACH, last)]
            return not self.marks.isdisjoint(behind)
        link = start - 1 - (tokens.lower_at(start - 1) == "the")
        if tokens.lower_at(link) != "of":
            return False
        return tokens.lower_at(link - 1) in self.marks or self._is_behind_field(tokens, link)

    def _is_behind_field(self, tokens: Tokens, link: int) -> bool:
        """ "the Minister of Trade and Industry | of Jordan": behind what a minister is for."""
        k = link - 1
        while k > max(link - _FIELD, 0) and (
            tokens.capital[k] or tokens.lower[k] in _INSIDE or tokens.tags[k] in _FIELD_TAGS
        ):
            if tokens.lower[k] in {"of", "for"}:
                return tokens.lower[k - 1] in self.posts
            k -= 1
        return False
