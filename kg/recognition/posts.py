"""Titles of posts: "Vice Minister", "CEO and Whole Time Director", "head of transportation"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.family_names import FamilyNames, is_given_title
from kg.recognition.fields_before import FieldsBefore
from kg.recognition.firm_ties import find_firms_side
from kg.recognition.no_titles import begins_name, is_of_bodies
from kg.recognition.owned_titles import OwnedTitles
from kg.recognition.post_contexts import (
    find_bracket,
    is_apposed,
    is_before_holder,
    is_before_name,
    is_between_names,
    is_mission,
    is_of_named,
    is_on_roster,
    is_owned,
    is_told_of,
    leads_area,
    leave_first,
    names_board,
    names_council,
    names_ministry,
    pass_chief,
)
from kg.recognition.post_links import closes_name, find_field_bracket, is_members_body
from kg.recognition.post_rows import PostRows, PostSpan, opens_row
from kg.recognition.seated_firms import find_seated_firm
from kg.recognition.sides_named import leave_side
from kg.recognition.specialties import SpecialtyReader
from kg.recognition.title_fields import TitleFields
from kg.recognition.tokens import Tokens
from kg.recognition.venture_names import is_venture

_FIELD_LINKS = frozenset(["of", "for", "on"])
_OCCASIONS = [[word, "time"] for word in ("this", "first", "last", "one", "a", "some", "same")]
_MINISTERS = frozenset(["minister", "ministers", "secretary"])
_OF_STATE = frozenset(["minister", "ministers", "secretary", "secretaries"])
_TO_PRESS = (["press", "secretary"], ["press", "officer"])  # no newspaper's
_OFFICES = frozenset(
    ["Department", "Bureau", "Commission", "Administration", "Office", "Committee", "Bank"]
)
_DESCENT = frozenset(["bin", "bint", "ibn", "ben"])


class PostFinder:
    """Finds titles by their head word, and their modifiers to the left."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.heads = lexicon.get_mapping("heads")
        self.modifiers = lexicon.get("modifiers")
        self.weak = lexicon.get("weak")
        self.own = lexicon.get("portfolios")
        self.former = lexicon.get("former")
        self.future = lexicon.get("future")
        self.telling = self.former | lexicon.get("making")
        self.rows = PostRows()
        self.specialties, self.fields = SpecialtyReader(), TitleFields()
        self.before, self.owned = FieldsBefore(), OwnedTitles()
        self.families, self.things = FamilyNames(), lexicon.get("things_behind")
        names = load_lexicon("names")
        self.topics = names.get("topics")
        self.of_heads = names.get("of_heads")
        self.for_heads = names.get("for_heads")
        self.name_heads = frozenset(names.get_mapping("heads"))
        self.longest = max(len(head.split()) for head in self.heads)
        self.given = load_lexicon("given_names").get("given")
        self.first_words = {re.split(r"[ -]", head)[0] for head in self.heads}
        words = {head.split()[-1] for head in self.heads}
        self.last_words = words | {word.rsplit("-", 1)[-1] for word in words}  # "mayor - elect"

    def find(self, tokens: Tokens, taken: frozenset[int], areas: frozenset[int]) -> list[PostSpan]:
        """Titles in order, not overlapping. `taken` are tokens of known names, `areas` those of lands and towns.

        Of them a title takes only what it is for: "head of [Africa] sales".
        """
        found: list[PostSpan] = []
        rows: set[PostSpan] = set()
        i = 0
        while i < len(tokens.words):
            may_open = tokens.lower[i] in self.first_words and i not in taken
            may_open = may_open and not leads_area(tokens, i, areas)
            match = self._match_head(tokens, i) if may_open else None
            end, kind = match or (i + 1, "")
            if match is None or self._names_office(tokens, i):
                i = end
                continue
            floor = found[-1].end if found else 0
            start = self._extend_left(tokens, i, floor, taken)
            start = self.fields.areas.extend_left(tokens, start, end - 1, floor, areas)
            whole = self.fields.extend(tokens, end - 1, end, taken, areas)
            field = find_field_bracket(tokens, whole, taken)
            # a field tells enough: "Director, Strategy and Risk,", "Director (Finance) Jane Doe"
            told = (whole > end or field is not None) and tokens.capital[i]
            weak = not told and self._is_weak_alone(tokens, start, i, end)
            if not weak or opens_row(tokens, start, end):
                bracket = find_bracket(tokens, start, end, taken)
                bracket = bracket or field
                end = end if weak else bracket or whole
                found.append(PostSpan(start, end, kind == "public", match[0] - 1))
                rows |= {found[-1]} if weak else set()
            i = end
        return self.rows.join(tokens, found, rows)

    def _match_head(self, tokens: Tokens, i: int) -> tuple[int, str] | None:
        """The longest head that begins at token i: (end, public or private)."""
        under = tokens.lower[i] == "under" and tokens.lower_at(i + 1) in {"-", "secretary"}
        titled = tokens.words[i] == "MP" or under
        if tokens.tags[i][:1] not in {"N", "J", "V"} and not titled:
            return None
        short = tokens.words[i] == "Md" and tokens.capital[i + 1 : i + 2] == [True]
        if short or tokens.lower_at(i + 1) in _DESCENT or self.families.is_one(tokens, i):
            return None  # "Md Quispe Hossain", "Sultan bin Saeed"
        if is_of_bodies(tokens, i):
            return None
        if is_given_title(tokens, i, self.last_words):
            return None
        if officer := pass_chief(tokens, i):
            return officer, "private"
        for length in range(self.longest, 0, -1):
            end = i + length
            if end > len(tokens.words) or tokens.lower[end - 1] not in self.last_words:
                continue
            # "vice - president" is three tokens of one word.
            kind = self.heads.get(" ".join(tokens.lower[i:end]).replace(" - ", "-"))
            if tokens.words[end - 1][-1:] == "." and not any(tokens.capital[end : end + 1]):
                continue  # a name at the end of a sentence, "Hun Sen."
            named = names_board(tokens, end, self.topics)  # "Chairman | of the Board of Trade"
            named = named or self._names_thing(tokens, i, end)
            noun = tokens.tags[end - 1][:1] in {"N", "J"} or is_before_holder(tokens, i, end)
            if kind is not None and noun and not named:
                return end, kind
        return None

    def _names_thing(self, tokens: Tokens, i: int, end: int) -> bool:
        """ "the Federal Executive | Council", "a Partner | Award": a name that goes on behind a title's word."""
        if begins_name(tokens, i, end):
            return True
        return tokens.capital[i] and tokens.lower_at(end) in self.things and tokens.capital[end]

    def _names_office(self, tokens: Tokens, i: int) -> bool:
        """ "Office of the [Prime Minister]": a body; "its VC arm": venture capital."""
        if is_venture(tokens, i) or find_seated_firm(tokens, i):
            return True
        if names_ministry(tokens, i, self.of_heads) or names_council(tokens, i, self.name_heads):
            return True
        of = i - 1 - (tokens.lower_at(i - 1) == "the")
        return tokens.capital[i] and tokens.words[max(of - 1, 0) : of + 1] == ["Office", "of"]

    def _extend_left(self, tokens: Tokens, head: int, floor: int, taken: frozenset[int]) -> int:
        """Takes in modifiers and topics before the head, as long as they keep its case."""
        capital = tokens.capital[head] or self._ends_row(tokens, head)
        sentence_start = tokens.parse.sentences[tokens.parse.sentence_of[head]][0]
        floor = max(floor, sentence_start)
        start = head
        in_list = False
        while start > floor and start - 1 not in taken:
            if self._is_part(tokens, start - 1, capital):
                # "Ruritanian Energy Minister", "the Energy Secretary", "named Jane Doe energy minister"
                known = tokens.lower_at(start - 2) == "the" or not tokens.capital[start - 1]
                of_state = tokens.lower[head] in _OF_STATE and (known or start - 2 in taken)
                of_state = of_state or tokens.lower[start - 1 : head + 1] in _TO_PRESS
                if self._heads_a_name(tokens, start - 1, floor, taken) and not of_state:
                    break
            elif (tokens.lower[start - 1] == "," and not in_list) or not self._joins(
                tokens, start - 1, floor, capital, wide=tokens.lower[head] in _MINISTERS
            ):
                break
            elif in_list and tokens.lower[start - 2 : start] == [",", "and"]:
                break  # "for Industry and Commerce, and | Forest and Environment Minister"
            in_list = in_list or tokens.lower[start - 1] == "and"
            start -= 1
        hyphened = start > floor and tokens.words[start - 1] == "-" and start < head
        start += hyphened  # "long-[standing] CEO"
        start = self.specialties.take(tokens, start, head, floor)
        start = self.before.take(tokens, start, head, floor, taken)
        start = self.owned.take(tokens, start, head, floor, taken)
        return self._leave_field(tokens, leave_side(tokens, start, head), head)

    def _leave_field(self, tokens: Tokens, start: int, head: int) -> int:
        """ "Ministry of [Foreign Affairs] spokesman": the field is the body's, not the title's.

        So are the last ones of several: "Ministry of Trade, Ports and [Mining] spokesman".
        """
        link = start - 1
        while link > 1 and tokens.lower[link] not in _FIELD_LINKS:
            if not (tokens.capital[link] or tokens.lower[link] in {",", "and", "&", "the"}):
                return start
            link -= 1
        titled = 0 < link == start - 1 and tokens.capital[link - 1]
        if titled and tokens.lower[link - 1] in self.last_words:
            return leave_first(tokens, start, head)
        heads = self.of_heads if tokens.lower[link] == "of" else self.for_heads
        if link < 1 or not tokens.capital[link - 1] or tokens.lower[link - 1] not in heads:
            return start
        if link < start - 1 and tokens.capital[head]:
            return start  # "Ministry of Trade, and Forest Minister X"
        while start < head and (
            (tokens.lower[start] in self.topics and tokens.capital[start])
            or not tokens.words[start].isalpha()
        ):
            start += 1
        while start < head and tokens.lower[start] == "and":
            start += 1
        return start

    def _is_of_place(self, tokens: Tokens, i: int, floor: int, taken: frozenset[int]) -> bool:
        """ "Sichuan Provincial Commerce | Department Deputy Director": a body between a place and the title."""
        k = i - 1
        while k >= floor and k not in taken and self._is_part(tokens, k, True):
            k -= 1
        return k in taken and (k < i - 1 or tokens.is_common(k))  # "Shandong Port | Group"

    def _heads_a_name(self, tokens: Tokens, i: int, floor: int, taken: frozenset[int]) -> bool:
        """ "Tarka Group Chairman": the word before the title closes a company's name."""
        if tokens.words[i] in _OFFICES and self._is_of_place(tokens, i, floor, taken):
            return True
        if is_members_body(tokens, i) or closes_name(tokens, i, floor, taken):
            return True
        if tokens.words[i] == "group":
            return False  # "Tarka Air [group chief executive]"
        return (
            tokens.lower[i] in self.name_heads
            and not is_mission(tokens, i)
            and i - 1 >= floor
            and tokens.capital[i - 1]
            and tokens.lower[i - 1] != "the"  # "The Group Managing Director"
            and tokens.lower[i - 1] not in self.former
            and not self._is_part(tokens, i - 1, True)
        )

    def _is_part(self, tokens: Tokens, i: int, capital: bool) -> bool:
        word = tokens.lower[i]
        small = capital and not tokens.capital[i] and word not in self.modifiers
        alone = tokens.words[i - 1 : i + 1] in _OCCASIONS  # "this time President X"
        if word in self.former or small or alone:
            return False
        first = tokens.parse.sentences[tokens.parse.sentence_of[i]][0]
        if i > first and tokens.capital[i] and not capital and word not in self.topics:
            return False  # "the [Central Bank] governor" is a body's
        known = word in self.modifiers or word in self.topics or (capital and word in self.own)
        return known and tokens.tags[i][:1] in {"N", "J", "V", "R"}

    def _joins(self, tokens: Tokens, i: int, floor: int, capital: bool, *, wide: bool) -> bool:
        """A hyphen, comma or "and" between two topics: "Transport, Highways and Mass Media Minister".

        What else titles are for is a topic of a minister alone (`wide`): "Ports and [Airports] Minister".
        """
        if i - 1 < floor or tokens.lower[i] not in {"-", "and", "&", ","}:
            return False
        if tokens.lower[i] == "-":
            return self._is_part(tokens, i - 1, capital)
        topics = self.topics | self.own if wide else self.topics
        last = i - 2 if tokens.lower[i - 1 : i + 1] == [",", "and"] else i - 1
        return last >= floor and tokens.lower[last] in topics and tokens.capital[last] and capital

    def _ends_row(self, tokens: Tokens, head: int) -> bool:
        """ "Ports, Shipping, and Waterways | minister": what a small title is for has capitals in a row."""
        k = head - 1
        while k > 0 and tokens.capital[k] and (tokens.lower[k] in self.topics or k == head - 1):
            k -= 1
        row = tokens.lower[head] in _MINISTERS and tokens.lower_at(k) in {"and", "&"}
        return row and k < head - 1 and tokens.lower[head - 1] in self.own | self.topics

    def _is_firm(self, tokens: Tokens, start: int, head: int, end: int) -> bool:
        """ "its partner X", "with Ruritanian partner X", and no "Norvik's Ruritanian partner Jane Doe"."""
        if tokens.lower_at(start - 1) in {"its", "their"}:
            return True
        return tokens.lower_at(end) not in self.given and bool(find_firms_side(tokens, head))

    def _is_weak_alone(self, tokens: Tokens, start: int, head: int, end: int) -> bool:
        """Whether the head is an everyday word that needs company to be a post ("a member")."""
        if (
            tokens.words[head].isupper()
            and tokens.lower_at(head - 1 - (tokens.lower_at(head - 1) == "the")) == "to"
        ):
            return False  # "Adviser to the PM on Trade X"
        if tokens.lower[head] == "partner" and self._is_firm(tokens, start, head, end):
            return True  # "its partner Norvik"
        if end - head > 1 or tokens.lower[head] not in self.weak or start < head:
            return False
        following = tokens.lower_at(end)
        plural = tokens.tags[head] in {"NNS", "NNPS"}
        if following in {"of", "at", "for", "to", "in", "with", "from"} and not plural:
            return tokens.tags[head].startswith("V")
        if is_owned(tokens, start, end) or is_told_of(tokens, start, end, self.telling):
            return False
        if is_of_named(tokens, start, end, self.former) or is_apposed(tokens, start, end):
            return False
        if is_before_name(tokens, start, end) or is_between_names(tokens, start, end):
            return False
        if is_on_roster(tokens, head, end):
            return False
        named_before = start > 0 and (tokens.capital[start - 1] or tokens.lower[start - 1] == "'s")
        named_after = end < len(tokens.words) and tokens.capital[end]
        return not (tokens.capital[head] and (named_after or named_before)) and not named_after
