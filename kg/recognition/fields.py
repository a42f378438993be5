"""The field of a post or body, told in a list: "Minister of [Innovation, Science and Industry]"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_LINKS = frozenset(["of", "for", "on"])
_AND = frozenset(["and", "&"])
_PLURALS = (["NNS"], ["NNPS"])
_SHORT = 3  # letters of such a family name
_LETTERS = 4  # of "AI", "ICT" and the like
DESCENT = frozenset(["bin", "bint", "ibn", "ben", "al"])  # "Mohammed bin Saeed"
_BODIES = frozenset(["GovernmentBody", "Company", "ResearchBody", "Association", "MediaOutlet"])


class FieldReader:
    """Finds where a list of fields ends; holds no state between documents."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.links = names.get("of_heads") | names.get("for_heads")
        self.topics = names.get("topics") | names.get("disciplines") | names.get("ministry_fields")
        heads = names.get_mapping("heads")
        self.bodies = frozenset(h for h, kind in heads.items() if kind in _BODIES) - self.topics
        self.bodies -= load_lexicon("posts").get("fields_like_heads")
        self.closers = names.get("field_closers")
        self.outside = names.get("not_names") | names.get("honorifics")
        self.given = load_lexicon("given_names").get("given")

    def extend(
        self, tokens: Tokens, end: int, names: Container[int], posts: Container[int], *, bare: bool
    ) -> int:
        """Where the list goes on to from `end`, the end of its first field; `end` where it does not.

        `names` and `posts` are tokens of known places and of titles, which are no fields. With
        `bare` a last field of one word counts that is no known topic ("Tourism and Wildlife").
        """
        while True:
            behind = _pass_letters(tokens, end)
            further = self._read_rest(tokens, behind, names, posts, bare=bare)
            if further is None:
                return end
            end = further

    def extend_body(
        self, tokens: Tokens, start: int, end: int, names: Container[int], posts: Container[int]
    ) -> int:
        """The same for a body's name so far: "Ministry of Ports" of "Ministry of Ports, Fish and Game"."""
        link = next((k for k in range(end - 1, start, -1) if tokens.lower[k] in _LINKS), start)
        first = link + 1 + (tokens.lower[link + 1] == "the")
        if link == start or tokens.lower[link - 1] not in self.links or first >= end:
            return end
        words = (k for k in range(first, end) if tokens.words[k] != "-")
        # "the Government of Ruritania | and Zarvo"
        if first in names or not all(self.is_part(tokens, k) for k in words):
            rare = tokens.lower[link - 1] == "ministry" and tokens.lower_at(end) == ","
            # "the Ministry of Jal Shakti, | Ports and Mines", but no ", Religious Affairs,"
            return self.extend(tokens, end, names, posts, bare=False) if rare else end
        further = self.extend(tokens, end, names, posts, bare=False)
        return self._read_plural(tokens, end, names, posts) if further == end else further

    def _read_plural(
        self, tokens: Tokens, end: int, names: Container[int], posts: Container[int]
    ) -> int:
        """ "Commission of Career Schools | and Colleges": one more word of the language for several things."""
        if tokens.lower_at(end) not in _AND or tokens.tags[end + 1 : end + 2] not in _PLURALS:
            return end
        last = self._find_end(tokens, end + 1, names, posts)
        if last != end + 2 or tokens.lower[end + 1] in tokens.small_words:
            return end
        return last

    def _read_rest(
        self, tokens: Tokens, end: int, names: Container[int], posts: Container[int], *, bare: bool
    ) -> int | None:
        """The end of ", B and C" or "and C" from `end` on, or None."""
        limit = tokens.parse.sentences[tokens.parse.sentence_of[max(end - 1, 0)]][1]
        first = end
        while end < limit and (tokens.lower[end] in _AND or tokens.lower[end] == ","):
            start = end + 1
            last = tokens.lower[end] in _AND
            if not last and tokens.lower[start : start + 1] and tokens.lower[start] in _AND:
                start, last = start + 1, True
            end = self._find_end(tokens, start, names, posts)
            if end == start:
                return None
            if last:
                if self._begins_title(tokens, end, posts) or self._is_family(tokens, start, end):
                    return None
                listed = start - first > 2  # ", B and C"
                sure = bare or listed or end - start > 1 or self.is_topic(tokens, start)
                return end if sure else None
        return None

    def _is_family(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Director for Trade and Ports, and [Lu] Jianfeng": a short word of the language that begins a name."""
        short = end == start + 1 and len(tokens.words[start]) <= _SHORT
        named = tokens.capital[end : end + 1] == [True] and not tokens.is_common(end)
        return short and named and not self.is_topic(tokens, start)

    def _begins_title(self, tokens: Tokens, end: int, posts: Container[int]) -> bool:
        """ "Minister of Trade, and Forest | and Environment Minister X": what goes on up to a title is its own."""
        k = end
        while k < len(tokens.words) and (tokens.lower[k] in _AND or self.is_part(tokens, k)):
            if k in posts:
                return k > end
            k += 1
        return False

    def _find_end(
        self, tokens: Tokens, start: int, names: Container[int], posts: Container[int]
    ) -> int:
        """The end of one field, a run of capitalised words of the language; `start` if none is there."""
        end = start
        while end < len(tokens.words) and end not in names:
            if not self.is_part(tokens, end) and not self._is_lettered(tokens, end):
                break
            if end in posts:
                return start
            end += 1
        titled = end in posts and tokens.capital[end]  # "and Forest Minister", no "Trade chairman"
        following = tokens.lower[end] if end < len(tokens.words) else ""
        place = end + 1 + (tokens.lower[end + 1 : end + 2] == ["the"])
        if following == "of" and place in names:
            following = ""  # "Industry and Energy of Ruritania"
        if following == "of" and self._closes_field(tokens, end):
            following = ""  # "Press and Public Relations of the Ministry"
        if end == start or following in {"of", "'s", "for"} or titled:
            return start
        return start if tokens.lower[end - 1] in self.bodies else end

    def _is_lettered(self, tokens: Tokens, k: int) -> bool:
        """ "AI Development", "ICT Training": a few capitals before a word of the language."""
        word = tokens.words[k]
        return word.isupper() and 1 < len(word) <= _LETTERS and self.is_part(tokens, k + 1)

    def _closes_field(self, tokens: Tokens, end: int) -> bool:
        word = tokens.lower[end - 1]
        return word in self.closers and word not in self.links

    def is_part(self, tokens: Tokens, k: int) -> bool:
        """Whether a token may stand in a field: a topic or another word of the language in capitals."""
        if k >= len(tokens.words) or not tokens.capital[k] or tokens.lower[k] in self.outside:
            return False
        if self.is_topic(tokens, k):
            return True
        following = "".join(tokens.words[k + 1 : k + 2])
        first_name = tokens.lower[k] in self.given and (
            following[:1].isupper() or following in DESCENT
        )
        joined = tokens.words[k + 2 : k + 3] == ["-"] and following[:1].isupper()
        given = "".join(tokens.words[k + 3 : k + 4]).islower() and joined  # "Park Ji-hoon"
        return tokens.is_common(k) and not first_name and not given

    def is_topic(self, tokens: Tokens, k: int) -> bool:
        """Whether the token is a known topic, in either number."""
        word = tokens.lower[k]
        return word in self.topics or word.removesuffix("s") in self.topics


def _pass_letters(tokens: Tokens, end: int) -> int:
    """ "Minister of Information Technology (ICT) | and Innovation": behind a field's brackets."""
    letters = tokens.words[end + 1 : end + 2]
    told = tokens.lower_at(end) == "(" and tokens.lower_at(end + 2) == ")"
    goes_on = told and letters[0].isupper() and tokens.lower_at(end + 3) in {"and", "&", ","}
    return end + 3 if goes_on else end
