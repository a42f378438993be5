"""The part of the world that a title is for: "country manager [for Kenya]", "head [of Africa sales]"."""

from collections.abc import Iterable

from kg.lexicon import load_lexicon
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_AREAS = frozenset(["Country", "Region", "Province", "City", "District"])
_AND = frozenset(["and", "&"])
_OWNERS = frozenset(["'s", "’s", "its", "their"])
_OF_AREAS = frozenset(["affairs", "relations", "integration"])
_BEHIND = frozenset([",", ".", "”", '"', "at", "of", "said", ""])
_ACRONYM = 3  # letters of the shortest acronym that is taken for a firm's
_FIRM_ENDS = frozenset(
    ["group", "bank", "holdings", "corporation", "company", "limited", "ltd", "plc", "inc"]
)
_SOLE = frozenset(["executive", "chairman", "chairwoman", "chairperson", "ceo", "chair"])
_BODY_LINKS = frozenset(["at", "with"])


class TitleAreas:
    """Tells where a title with its area ends; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.areal = lexicon.get("areal")
        self.fielded = lexicon.get("areal_with_field")
        self.area_words, self.continents = lexicon.get("area_words"), lexicon.get("continents")
        self.compass = load_lexicon("names").get("compass")
        self.modifiers = lexicon.get("modifiers") - lexicon.get("former")
        self.led = lexicon.get("area_before")
        self.own = lexicon.get("portfolios") | lexicon.get("fields_of_firms")
        self.fields = load_lexicon("names").get("topics") | self.own
        self.words = self.fields | lexicon.get("modifiers")
        self.bodies = load_lexicon("names").get("plain_bodies")
        self.given = load_lexicon("given_names").get("given")

    def extend(self, tokens: Tokens, head: int, end: int, areas: frozenset[int]) -> int:
        """The end of the title whose head word is token `head`; `end` if no area goes on with it.

        `areas` are the tokens of known places, see find_areas.
        """
        link = tokens.lower_at(end)
        head -= 2 * (tokens.lower[head] == "state")  # "Minister of State for African Affairs"
        fielded = tokens.lower[head] in self.fielded
        if link not in {"for", "of"} or not (fielded or tokens.lower[head] in self.areal):
            return end
        start = end + 1 + (tokens.lower_at(end + 1) == "the")
        behind = self._pass_places(tokens, start, areas)
        if behind == start:
            return end
        if self._is_continent(tokens, start, behind):
            return behind
        field = self._pass_field(tokens, behind, areas)
        if link == "of" and field > behind and self._begins_body(tokens, head, behind, field):
            return end
        if self._goes_on(tokens, field) or not self._is_known(tokens, start, field, areas):
            return end
        if fielded:  # "Minister for Latin American Affairs", not "Minister for Wales"
            return field if field > behind else end
        if link == "for" or field > behind:
            return field
        # "head of Asia at Norvik", but "president of Peru"
        named = behind + 1 + (tokens.lower_at(behind + 1) == "the")
        at = tokens.lower_at(behind) in _BODY_LINKS and tokens.capital[named : named + 1]
        return behind if at == [True] else end

    def _begins_body(self, tokens: Tokens, head: int, behind: int, end: int) -> bool:
        """ "chief executive of [Zenda Sugar]", "director of the [Zenda customs]", no "Head of Africa Sales"."""
        if tokens.lower[end - 1] in self.bodies and not tokens.capital[end - 1]:
            return True
        alone = tokens.lower[head] in _SOLE or tokens.lower[head - 1 : head] == ["managing"]
        return tokens.capital[behind] and (alone or not tokens.capital[head])

    def _is_continent(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Minister for [Europe]", "president of [the Americas]": no state is meant."""
        named = all(tokens.lower[k] in self.continents for k in range(start, end))
        held = tokens.lower_at(start - 1 - (tokens.lower[start - 1] == "the")) == "for"
        held = held and _is_before_name(tokens, end)  # "Minister for [Africa] Jane Doe"
        held = held and tokens.lower_at(end) not in _OF_AREAS  # "for [Middle East] Affairs"
        return named and (held or tokens.lower_at(end) in _BEHIND)

    def _is_known(self, tokens: Tokens, start: int, end: int, areas: frozenset[int]) -> bool:
        """No "Director of [Central Intelligence]": without a known place only affairs are an area's."""
        return not areas.isdisjoint(range(start, end)) or tokens.lower[end - 1] in _OF_AREAS

    def extend_row(self, tokens: Tokens, end: int, areas: frozenset[int]) -> int:
        """ "Minister of Trade [and East African Affairs]": where a field in a row begins with an area."""
        if tokens.lower_at(end) not in _AND:
            return end
        first = end + 1 + (tokens.lower_at(end + 1) == "the")
        behind = self._pass_place(tokens, first, areas)
        field = self._pass_field(tokens, behind, areas) if behind > first else behind
        # as in: Minister for Sport and the Balkans Jane Doe
        held = behind > first > end + 1 and _is_before_name(tokens, behind)
        return field if field > behind > first else behind if held else end

    def extend_left(
        self, tokens: Tokens, start: int, head: int, floor: int, areas: frozenset[int]
    ) -> int:
        """Where a title behind an owner begins with its area: "the bank's [Asia-Pacific] head"."""
        if start - 1 not in areas or tokens.lower[head] not in self.led:
            return start
        k = start - 1
        while k > floor and (k - 1 in areas or (tokens.words[k - 1] == "-" and k - 2 in areas)):
            k -= 1
        if k > floor and (tokens.lower[k - 1] in _OWNERS or self._is_of_firm(tokens, k, start)):
            return k
        first = k
        while k > floor and tokens.lower[k - 1] in self.modifiers:
            k -= 1  # "[chief] India economist"
        return k if k < first and tokens.capital[k] == tokens.capital[head] else start

    def _is_of_firm(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "NRC [East Africa] Managing Director": a part of the world behind a firm's letters or last word."""
        before = tokens.words[start - 1]
        firm = (before.isupper() and len(before) >= _ACRONYM) or before.lower() in _FIRM_ENDS
        wide = all(tokens.lower[k] in self.continents | self.compass for k in range(start, end))
        return firm and wide and tokens.capital[end]

    def _pass_places(self, tokens: Tokens, start: int, areas: frozenset[int]) -> int:
        """ "Europe, the Middle East and Africa": the end of a row of known places."""
        end = self._pass_place(tokens, start, areas)
        if end == start:
            return start
        k, last = end, False
        while not last and tokens.lower_at(k) in {",", *_AND}:
            comma = tokens.lower[k] == ","
            last = not comma or tokens.lower_at(k + 1) in _AND
            k += 1 + (comma and last)
            k += tokens.lower_at(k) == "the"
            further = self._pass_place(tokens, k, areas)
            if further == k:
                return end
            k = further
        return k if last else end  # ", Kenya" alone is where the firm is

    def _pass_place(self, tokens: Tokens, start: int, areas: frozenset[int]) -> int:
        end = start
        while tokens.lower_at(end) in self.compass and tokens.lower_at(end + 1) in _AND:
            end += 2  # "[Eastern and] Southern Africa"
        if not self._is_area(tokens, end, areas):
            return start
        while self._is_area(tokens, end, areas) and tokens.lower[end] not in _AND:
            end += 1
            if tokens.words[end : end + 1] == ["-"] and end + 1 in areas and end not in areas:
                end += 1
        return end

    def _is_area(self, tokens: Tokens, k: int, areas: frozenset[int]) -> bool:
        """Whether a place is known, or a word tells of one beside it: "Asia and [Pacific] Affairs"."""
        return k in areas or (tokens.lower_at(k) in self.area_words and tokens.capital[k])

    def _goes_on(self, tokens: Tokens, k: int) -> bool:
        """ "manager for Peru [Airways]", "head of Peru['s] rail": the place only begins what stands there."""
        if k >= len(tokens.words) or tokens.words[k] in {"'s", "’s", "'", "’", "-"}:
            return k < len(tokens.words)
        if not tokens.capital[k]:
            return tokens.tags[k] in {"NN", "NNS", "JJ"}
        given = tokens.lower[k] in self.given and any(tokens.capital[k + 1 : k + 2])
        return tokens.is_common(k) and not given

    def _pass_field(self, tokens: Tokens, start: int, areas: frozenset[int]) -> int:
        """ "of Africa [sales]", "for Asia [Trade and Investment] at": what is done there.

        With capitals it may be a name ("Peru Railways"), so that its last word is one that firms have posts for.
        """
        k = start
        while k < len(tokens.words) and k not in areas and tokens.lower[k] in self.words:
            if tokens.lower[k] in self.given and tokens.capital[k]:
                break
            k += 1
            joint = tokens.lower_at(k) in _AND and tokens.lower_at(k + 1) in self.fields
            k += joint and tokens.capital[k + 1] == tokens.capital[start]
        ends = self.own if k > start and tokens.capital[k - 1] else self.fields
        whole = k > start and tokens.lower[k - 1] in ends and tokens.tags[k - 1][:1] in "NV"
        return k if whole else start


def find_areas(names: Iterable[tuple[int, int, str]]) -> frozenset[int]:
    """The tokens of names, told as start, end and type, that a title may be for: lands and towns."""
    return frozenset(k for start, end, kind in names if kind in _AREAS for k in range(start, end))


def find_led_areas(
    tokens: Tokens, posts: Iterable[PostSpan], areas: frozenset[int]
) -> frozenset[int]:
    """The tokens of areas that titles begin with right behind a name: "NRC | [East Africa] Managing Director"."""
    return frozenset(
        k
        for post in posts
        if post.start in areas and post.start > 0 and tokens.capital[post.start - 1]
        for k in range(post.start, post.head)
        if k in areas
    )


def _is_before_name(tokens: Tokens, k: int) -> bool:
    """Whether two words with capitals follow, the last ones in a row or nearly."""
    return tokens.capital[k : k + 2] == [True, True] and tokens.tags[k][:3] == "NNP"
