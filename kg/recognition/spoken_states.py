"""Names of states that are also other names, told by what states alone have: "Chad's president"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_REACH = 6  # tokens behind the possessive


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
        return tokens.lower_at(link) == "of" and tokens.lower_at(link - 1) in self.marks
