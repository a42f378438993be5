"""The field that stands before a minister's title in small letters: "[industry and trade] minister"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_AND = frozenset(["and", "&"])
_JOINTS = _AND | {","}
_NOUNS = frozenset(["NN", "NNS"])
_OWNERS = frozenset(["'s", "’s", "'", "’", "-", "–"])
_OPENING = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "our", "as", "by", "with", "from"]
)
_LONGEST = 9  # tokens of a field


class FieldsBefore:
    """Takes such fields into the title; holds no state."""

    def __init__(self) -> None:
        names, posts = load_lexicon("names"), load_lexicon("posts")
        self.ministers = posts.get("fielded_before")
        self.ranks = posts.get("lesser")
        self.fields = names.get("topics") | posts.get("portfolios")
        self.words = (self.fields | posts.get("modifiers")) - posts.get("former")
        heads = frozenset(posts.get_mapping("heads"))
        self.others = heads | names.get("person_nouns") | frozenset(names.get_mapping("heads"))
        self.telling = posts.get("former") | posts.get("making")

    def take(self, tokens: Tokens, start: int, head: int, floor: int, taken: frozenset[int]) -> int:
        """Where the title that begins at `start` begins with its field, not before `floor`."""
        last = head + (tokens.lower[head] in self.ranks)  # "deputy minister" is one head
        if tokens.lower_at(last) not in self.ministers or tokens.capital[head]:
            return start
        k = start
        joined = False
        floor = max(floor, head - _LONGEST)
        while k > floor:
            if self._is_field(tokens, k - 1, taken):
                k -= 1
            elif (before := self._pass_joint(tokens, k, floor, taken, joined=joined)) >= 0:
                k, joined = before, True
            else:
                break
        if k == start:
            return start
        return k if not joined or self._opens(tokens, k, floor, taken) else start

    def _is_field(self, tokens: Tokens, k: int, taken: frozenset[int]) -> bool:
        """A known word of fields, or any noun that is nobody and no body."""
        word = tokens.lower[k]
        opening = k in tokens.first_of_sentence and word in self.fields
        opening = opening and tokens.lower_at(k + 1) in _JOINTS  # "[Trade] and industry minister"
        if k in taken or not (tokens.words[k].islower() or opening) or not word.isalpha():
            return False
        if word in self.words:
            return tokens.tags[k][:1] in {"N", "J", "V"}
        return tokens.tags[k] in _NOUNS and word not in self.others

    def _pass_joint(
        self, tokens: Tokens, k: int, floor: int, taken: frozenset[int], *, joined: bool
    ) -> int:
        """The token before which an "and" or, once one stands behind, a comma of the list begins; -1 for none."""
        joint = k - 1
        if tokens.lower[joint] not in _AND and not (joined and tokens.lower[joint] == ","):
            return -1
        joint -= tokens.lower[joint] in _AND and tokens.lower_at(joint - 1) == ","
        field = joint - 1
        known = field >= floor and self._is_field(tokens, field, taken)
        return field if known and tokens.lower[field] in self.fields else -1

    def _opens(self, tokens: Tokens, k: int, floor: int, taken: frozenset[int]) -> bool:
        """Whether what stands before the list lets one begin: "Peru's", "Peruvian", "the", "named"."""
        before = k - 1
        if k <= floor or before in taken or tokens.lower[before] in _OWNERS | _OPENING:
            return True
        return tokens.lower[before] in self.telling or tokens.tags[before][:2] in {"VB", "JJ"}
