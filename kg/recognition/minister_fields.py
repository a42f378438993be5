"""The whole field of a minister, whatever its words: "Minister of [Housing, Utilities and Urban Communities] X"."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.post_links import find_field_bracket, pass_people
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_AND = frozenset(["and", "&"])
_JOINTS = _AND | {","}
_LINKS = frozenset(["of", "for"])
_OF_AREAS = frozenset(["affairs", "development", "relations", "integration", "cooperation"])
_BEHIND_AREAS = frozenset(["affairs", "integration"])  # "[European] Integration Minister"
_NO_STARTS = _JOINTS | {"the"}
_CONTENT = frozenset("NJV")
_PLURAL_OWNERS = frozenset(["'", "’"])
_LOCAL = ["local", "government"]
_LONGEST = 11  # tokens of a field
_SHORT = 3  # letters of a family name that stands first and spells a word
_RARE = 2  # words that nobody knows, which a field of its own may have: "Jal Shakti"


class MinisterFields:
    """Widens the titles of ministers over their fields; holds no state between documents."""

    def __init__(self) -> None:
        names, posts = load_lexicon("names"), load_lexicon("posts")
        self.ministers, self.portfolio_heads = posts.get("ministers"), posts.get("for_portfolios")
        self.words = names.get("topics") | posts.get("portfolios") | posts.get("fields_of_states")
        self.former = posts.get("former") | posts.get("future") | posts.get("making")
        self.heads = frozenset(posts.get_mapping("heads"))
        self.bodies, self.of_heads = posts.get("states_in_titles"), names.get("of_heads")
        self.given = load_lexicon("given_names").get("given")
        self.honorifics = names.get("honorifics")
        self.regions = posts.get("regions_of_ministers")

    def widen(
        self, tokens: Tokens, posts: Sequence[PostSpan], places: Mapping[int, int]
    ) -> list[PostSpan]:
        """The titles in order, those of ministers with all that they are for."""
        wide: list[PostSpan] = []
        starts = {post.start for post in posts}
        for post in posts:
            floor = wide[-1].end if wide else 0
            if post.start < floor:
                continue  # a title within the field of the one before
            start, end = post.start, post.end
            if tokens.capital[post.head] and self._is_minister(tokens, post):
                end = max(end, self._find_end(tokens, post, starts, places))
                start = self._find_start(tokens, post, floor, places)
            wide.append(replace(post, start=start, end=end))
        return wide

    def _is_minister(self, tokens: Tokens, post: PostSpan) -> bool:
        alone = tokens.lower_at(post.head - 1) not in {"prime", "first"}
        return alone and tokens.lower[post.head] in self.ministers | self.portfolio_heads

    def _find_end(
        self, tokens: Tokens, post: PostSpan, posts: Container[int], places: Mapping[int, int]
    ) -> int:
        """Where the fields behind the title end: "of State (Independent Charge) for Ports", "for Fuel (Gas)"."""
        end = self._pass_fields(tokens, post, self._pass_duty(tokens, post.head + 1), posts, places)
        bracket = tokens.lower_at(end) == "(" and find_field_bracket(tokens, end, frozenset())
        behind = bracket or end
        if tokens.lower_at(behind) != "for" or tokens.lower_at(behind - 1) != ")":
            return behind
        return max(behind, self._pass_fields(tokens, post, behind, posts, places))

    def _pass_fields(
        self,
        tokens: Tokens,
        post: PostSpan,
        link: int,
        posts: Container[int],
        places: Mapping[int, int],
    ) -> int:
        """Where "of" or "for" and a row of capitals behind it end, if they are a field."""
        minister = tokens.lower[post.head] in self.ministers
        if tokens.lower_at(link) not in _LINKS or not (minister or tokens.lower[link] == "for"):
            return post.end
        last = min(tokens.parse.sentences[tokens.parse.sentence_of[link]][1], link + _LONGEST)
        the = tokens.lower_at(link + 1) == "the"
        k = end = link + 1 + the
        while k < last and k not in posts:
            opening = k == link + 1 + the
            k = pass_people(tokens, k)
            part = self._pass_part(tokens, k, last, places, opening=opening)
            if part == k or part in posts or tokens.lower_at(part) in {"'s", "’s"}:
                break
            end = part
            k = self._pass_joint(tokens, end, last, posts)
            if k == end:
                break
        body = tokens.lower[end - 1] in self.of_heads and tokens.lower_at(end) in _LINKS
        if end == link + 1 + the or body or (the and tokens.lower[end - 1] in self.bodies):
            return post.end
        return end

    def _pass_duty(self, tokens: Tokens, link: int) -> int:
        """ "Minister [Responsible] for Investment", "Minister [in Charge] of Budget": to the preposition."""
        duty = [tokens.lower_at(link), tokens.lower_at(link + 1)]
        if duty == ["responsible", "for"]:
            return link + 1
        if duty[0] == "(":  # "Minister of State [(Independent Charge)] for Ports"
            return find_field_bracket(tokens, link, frozenset()) or link
        return link + 2 if duty == ["in", "charge"] else link

    def _pass_part(
        self, tokens: Tokens, k: int, last: int, places: Mapping[int, int], *, opening: bool
    ) -> int:
        """The end of one field of a row: known words, or words of the language before the name."""
        start = k
        if k in places:  # "Niger Delta Affairs"
            behind = places[k]
            if tokens.lower_at(behind) in _OF_AREAS:
                return behind + 1
            # a part of the world as the last of his fields, "for Sport and the Balkans", or the first
            far = " ".join(tokens.lower[k:behind]) in self.regions
            return behind if far and (not opening or tokens.lower_at(behind) in _AND) else start
        while (
            k < last and k not in places and tokens.capital[k] and self._is_word(tokens, k, start)
        ):
            k += 1
            if tokens.lower_at(k) == "-" and tokens.capital[k + 1 : k + 2] == [True]:
                k += 1
        closed = not any(tokens.capital[k : k + 1]) and tokens.lower_at(k) not in {"-", "."}
        if k == start and opening:
            return self._pass_rare(tokens, k, last, places)
        known = k > start and (tokens.lower[k - 1] in self.words or closed or opening)
        known = known or tokens.lower[k - 2 : k] == _LOCAL
        return k if known and tokens.lower[k - 1] not in self.heads - self.words else start

    def _is_word(self, tokens: Tokens, k: int, start: int) -> bool:
        """No given name that another capital follows: "Minister of Trade [Grace Stone]"."""
        word = tokens.lower[k]
        if word in self.words or tokens.lower[k - 1 : k + 1] == _LOCAL:
            return True
        if word in self.honorifics or not tokens.is_common(k) or tokens.tags[k][:1] not in _CONTENT:
            return False
        if k > start and len(word) <= _SHORT:
            return False  # "Home Affairs [Do Thanh Mai]"
        further = k + 1 < len(tokens.words) and tokens.capital[k + 1]
        unknown = further and not (tokens.is_common(k + 1) or tokens.lower[k + 1] in self.words)
        if k > start and (unknown or not further):
            # "Energy [Rose Kato]"; "Trade [Stone]", but "Human [Settlements],"
            return not further and word not in self.given and tokens.tags[k] in {"NNS", "NNPS"}
        return word not in self.given or not further

    def _pass_rare(self, tokens: Tokens, k: int, last: int, places: Mapping[int, int]) -> int:
        """ "Minister for [Jal Shakti], said", "of [Awqaf] and Religious Affairs": what a joint or the end closes."""
        start = k
        while k < min(last, start + _RARE) and tokens.capital[k] and k not in places:
            k += 1
        if tokens.lower_at(k) in _AND and self._is_known(tokens, k + 1):
            return k
        return start

    def _is_known(self, tokens: Tokens, k: int) -> bool:
        return tokens.lower_at(k) in self.words and tokens.capital[k]

    def _pass_joint(self, tokens: Tokens, end: int, last: int, posts: Container[int]) -> int:
        """The token behind "and" or, in a row that "and" ends, a comma; `end` where no field follows."""
        joint = tokens.lower_at(end)
        if joint not in _JOINTS:
            return end
        k = end + 1 + (joint == "," and tokens.lower_at(end + 1) in _AND)
        k += tokens.lower_at(k) == "the"
        if k >= last or not tokens.capital[k] or k in posts:
            return end
        if joint == "," and k == end + 1 and not self._ends_in_and(tokens, k, last, posts):
            return end
        return k

    def _ends_in_and(self, tokens: Tokens, k: int, last: int, posts: Container[int]) -> bool:
        """ "Housing, | Utilities and Urban Communities": capitals up to an "and" that a field follows."""
        while k < last and k not in posts and (tokens.capital[k] or tokens.lower[k] == ","):
            k += 1
        behind = k + 1 + (tokens.lower_at(k + 1) == "the")
        titled = behind in posts or tokens.lower_at(behind) in self.honorifics
        field = tokens.lower_at(behind) in self.words or (
            behind < len(tokens.words) and tokens.is_common(behind)
        )
        return tokens.lower_at(k) in _AND and not titled and field

    def _find_start(
        self, tokens: Tokens, post: PostSpan, floor: int, places: Mapping[int, int]
    ) -> int:
        """Where the capitals before a minister's title begin: "[Hydraulics, Energy and Mines] Minister"."""
        if tokens.lower[post.head] not in self.ministers:
            # In "Gujarat [Industries] Commissioner" and "the Philippines' [Trade] Secretary", behind a place
            before = post.start - 1
            behind = before - (before > 1 and tokens.words[before - 1] in _PLURAL_OWNERS)
            placed = behind > 0 and behind in places.values() and self._is_known(tokens, before)
            return before if placed else post.start
        first = tokens.parse.sentences[tokens.parse.sentence_of[post.head]][0]
        floor = max(floor, first, post.head - _LONGEST)
        taken = {k for s, e in places.items() if e > floor for k in range(s, e)}
        k, rows = post.start, not _AND.isdisjoint(tokens.lower[post.start : post.head])
        while k > floor:
            word = tokens.lower[k - 1]
            if word == "the" and tokens.lower_at(k - 2) in _AND:
                k -= 1  # "Fisheries and [the] Environment Minister"
                continue
            if word in _JOINTS and k < post.head + 1:
                before = k - 1 - (word in _AND and tokens.lower_at(k - 2) == ",")
                comma = word == "," and not rows
                if comma or before <= floor or not self._may_join(tokens, before - 1, taken):
                    break
                k, rows = before, True
            elif self._is_before(tokens, k - 1, first, taken):
                k -= 1
            else:
                break
        if tokens.lower[k] in _BEHIND_AREAS:
            k = next((s for s, e in places.items() if e == k and s >= floor), k)
        while k < post.start and tokens.lower[k] in _NO_STARTS:
            k += 1
        return k

    def _may_join(self, tokens: Tokens, k: int, taken: Container[int]) -> bool:
        known = tokens.lower[k] in self.words or tokens.lower[k - 1 : k + 1] == _LOCAL
        return k not in taken and tokens.capital[k] and known

    def _is_before(self, tokens: Tokens, k: int, first: int, taken: Container[int]) -> bool:
        """A word of a field before the title, no name, no word that only begins the sentence."""
        word = tokens.lower[k]
        if k in taken or not tokens.capital[k] or word in self.former | self.honorifics:
            return False
        if word in self.words or tokens.lower[k - 1 : k + 1] == _LOCAL:
            return True
        if word in self.heads or word in self.given or not tokens.is_common(k):
            return False
        return tokens.tags[k][:1] in _CONTENT and (k > first or tokens.tags[k][:2] in {"NN", "JJ"})
