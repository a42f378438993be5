"""Runs of capitalised words that may be names, with the small words that join them."""

from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.recognition.body_chains import BodyChains
from kg.recognition.body_joining import BodyJoiner
from kg.recognition.fields import FieldReader
from kg.recognition.firm_purposes import is_hub, joins_purposes, tells_purpose
from kg.recognition.inner_brackets import InnerBrackets
from kg.recognition.inner_words import InnerWords, closes_state, is_taken_up_again
from kg.recognition.landed_bodies import goes_on_with_field
from kg.recognition.late_of import is_doer
from kg.recognition.name_bridges import NameBridges
from kg.recognition.name_starts import SAINTS, NameStarts
from kg.recognition.small_parts import find_given_name_end, is_clipped, is_in_row, pass_particles
from kg.recognition.spaced_dashes import SpacedDashReader
from kg.recognition.tokens import Tokens
from kg.recognition.topic_joining import TopicJoiner
from kg.recognition.trade_pairs import closes_with_partners
from kg.recognition.twin_halls import joins_halls
from kg.recognition.two_names import are_two_names, is_in_row_of_acronyms, is_row_of_places

_NUMBERED = {"no", "no."}  # "Tarka Company No. 3"
_CLOSING = frozenset(["ltd.", "inc.", "corp.", "llc.", "plc."])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A half-open run of tokens that may be one name or several side by side."""

    start: int
    end: int


class ChunkFinder:
    """Finds chunks: capitalised tokens, joined by "of", "&", "and", hyphens where they belong inside."""

    def __init__(self) -> None:
        heads = (names := load_lexicon("names")).get_mapping("heads")
        self.heads = frozenset(head.split()[-1] for head in heads)
        self.firms = frozenset(head for head, kind in heads.items() if kind == "Company")
        self.body_heads = self.heads - self.firms - {"club"}
        self.trade_bodies = frozenset(h for h, kind in heads.items() if kind == "Association")
        self.of_heads = names.get("of_heads") | {h.split()[-1] for h in names.get("of_heads")}
        self.for_heads = names.get("for_heads")
        self.seats = frozenset(
            h.split()[-1] for h, k in heads.items() if k in {"District", "City", "Province"}
        ) - {"state"} | {"division"}
        self.joiners, self.particles = names.get("joiners"), names.get("particles")
        self.romance_heads, self.topics = names.get("romance_heads"), names.get("topics")
        self.tails = names.get_mapping("tails")
        self.suffixes, self.shop_heads = names.get("company_suffixes"), names.get("shop_heads")
        self.inside_owners, self.not_names = names.get("possessive_inside"), names.get("not_names")
        self.fields, self.bodies = FieldReader(), BodyJoiner()
        self.starts, self.brackets, self.bridges = NameStarts(), InnerBrackets(), NameBridges()
        self.inner, self.matters = InnerWords(), TopicJoiner()
        self.chains, self.dashes = BodyChains(), SpacedDashReader()

    def find(
        self, tokens: Tokens, broken: frozenset[int], inside: frozenset[int], places: dict[int, int]
    ) -> list[Chunk]:
        """Chunks in order.

        `broken` are tokens that no name may hold (titles), `inside` those within a span of the
        statistical model, `places` the known places, start → end.
        """
        chunks: list[Chunk] = []
        i = 0
        while i < len(tokens.words):
            if not self.starts.can_start(tokens, i, broken, inside, places):
                i += 1
                continue
            end = self._extend(tokens, i, broken, inside, places)
            chunks.append(Chunk(i, end))
            i = end
        return chunks

    def _extend(
        self,
        tokens: Tokens,
        start: int,
        broken: frozenset[int],
        inside: frozenset[int],
        places: dict[int, int],
    ) -> int:
        end = places.get(start, start + 1)
        limit = tokens.parse.sentences[tokens.parse.sentence_of[start]][1]
        while end < limit:
            # "run by Norvik Ltd. | Tarka grew", in one sentence for the parser
            closed = tokens.lower[end - 1] in _CLOSING and tokens.capital[end]
            if (
                end in broken
                or is_taken_up_again(tokens, start, end)
                or (closed and tokens.lower[end] not in self.suffixes | _NUMBERED)
                or (closes_state(tokens, start, end, self.heads) and end in places.values())
            ):
                break
            if end in places:
                end = places[end]
                continue
            after = self.bridges.find_end(tokens, end, limit)
            after = after or self.matters.find_end(tokens, start, end, limit, places, broken)
            if after is None and self._continues(tokens, start, end):
                after = end + 1
            after = after or self._bridge(tokens, start, end, limit, broken, inside, places)
            if after is None:
                return end
            end = after
        return end

    def _continues(self, tokens: Tokens, start: int, i: int) -> bool:
        if tokens.words[i - 1] in self.bridges.small_suffixes:
            return False
        if tokens.capital[i] and self.starts.is_address(tokens, i):
            return False
        return self.inner.continues(tokens, start, i)

    def _bridge(
        self,
        tokens: Tokens,
        start: int,
        i: int,
        limit: int,
        broken: frozenset[int],
        inside: frozenset[int],
        places: dict[int, int],
    ) -> int | None:
        """The end of the first capitalised word beyond the small words at i, if they join."""
        word = tokens.lower[i]
        nxt = i + 1
        if nxt >= limit or (word == "and" and are_two_names(tokens, start, i)):
            return None
        if not word.isalnum():
            inner = self.brackets.find_end(tokens, start, i, limit, places)
            if inner is not None:
                return inner
        if word in {"of", "in", *self.joiners} and tokens.lower[nxt] == "the":
            nxt += 1
        beyond = pass_particles(tokens, i, limit, self.particles)
        romance = tokens.lower[i - 1] in self.romance_heads  # "Universidad de los Andes"
        outside = romance or tokens.lower[i - 1] not in self.heads
        if beyond is not None and beyond not in broken and outside:
            return beyond + 1
        if compound := self.bridges.pass_compound(tokens, i, limit, broken):
            return compound
        if nxt >= limit or nxt in broken or not (tokens.capital[nxt] or nxt in places):
            return find_given_name_end(tokens, start, i, limit, self.tails)
        if word in {"and", "&", ","}:
            end = self.fields.extend_body(tokens, start, i, places, broken)
            if end > i:
                return end
        if tokens.lower[nxt] in self.not_names and not self.inner.is_word(tokens, nxt):
            return self.bridges.pass_mark(tokens, i, nxt, limit)
        spanned = all(k in inside for k in range(i, nxt + 1))
        if self._joins(tokens, start, i, nxt, spanned, places):
            return places.get(nxt, nxt + 1)
        return None

    def _joins(
        self, tokens: Tokens, start: int, i: int, nxt: int, spanned: bool, places: dict[int, int]
    ) -> bool:
        word, before = tokens.lower[i], tokens.lower[i - 1]
        if word in {"-", "–"}:  # but "Sen. X (D-Ohio)" tells party and state
            state = nxt in places and len(before) == 1
            within = tokens.touches(i - 1) and tokens.touches(i) and not state
            within = within or self.dashes.joins(tokens, start, i)
            return within or self.bodies.joins_ends(tokens, start, i, places)
        if word in {"&", "+"}:  # but "PUNE & ZENDA, May 3 -"
            return not is_row_of_places(tokens, start, i, nxt, places)
        if word in self.particles:
            headed = not self.romance_heads.isdisjoint(tokens.lower[start:i])
            return before not in self.heads or headed or before in self.brackets.given
        if word == "of":
            return self._joins_of(tokens, start, i, nxt, spanned, places)
        if word in self.joiners:
            told = self.bodies.find_joined(tokens, start, i, nxt, places)
            if told is not None:
                return told
            field = goes_on_with_field(tokens, start, i, nxt, places)
            if field or tells_purpose(tokens, i, nxt, places):
                return True
            return before in self.for_heads and (spanned or word in {"for", "on"})
        if word in {"'s", "’s", "'", "’"}:
            named = i in tokens.inner_owners and start not in places
            named = named and tokens.lower[nxt] not in self.body_heads
            return named or is_clipped(tokens, i) or self._owns_rest(tokens, i, nxt)
        if word == "," and tokens.lower[nxt] in self.suffixes:  # "Kawatani Steel Co., Ltd."
            return tokens.capital[i - 1] and not is_in_row_of_acronyms(tokens, i)
        partners = closes_with_partners(tokens, i, nxt)
        if word == "and" and (partners or joins_halls(tokens, start, i, nxt, places)):
            return True
        if word in {"and", ","}:
            return self._joins_topics(tokens, start, i, nxt, spanned, places)
        return False

    def _joins_of(
        self, tokens: Tokens, start: int, i: int, nxt: int, spanned: bool, places: dict[int, int]
    ) -> bool:
        before = tokens.lower[i - 1]
        after = places.get(nxt, nxt)  # "the Department of Trade of [Peru's Lima province]"
        if tokens.lower_at(after) in {"'s", "’s"} and tokens.capital[after + 1]:
            return self.chains.owns_next(tokens, i, after)
        other = i - start > 1 and self.bodies.is_of_other(tokens, i, nxt)
        headed = before in self.of_heads or before.endswith("bank")  # "the Eximbank of Peru"
        whole = headed and all(tokens.is_common(k) for k in range(start, i - 1))
        other = other or (not whole and is_doer(tokens, start))  # "purchase by Norvik Power of"
        if other or self.chains.ends_unit(tokens, start, i, nxt):
            return False
        firm = before in self.firms and nxt in places and i - start > 1  # "Tarka Foods of Kenya"
        firm = firm and "of" not in tokens.lower[start:i]
        seat = before in self.seats or tokens.lower[i - 2 : i] == ["government", "area"]
        seat = seat and i - start > 1 and (nxt in places or self.bodies.is_wider(tokens, nxt))
        seat = seat or (nxt in places and is_hub(tokens, start, i))
        if headed or (spanned and before in self.heads and not (firm or seat)):
            return not seat  # "Velden Local Government Area of | Ogun State"
        bodies = self.bodies
        if bodies.tells_purpose(tokens, start, i):
            return True
        if bodies.is_plural_inside(tokens, start, i) or bodies.leads_to_event(tokens, nxt, places):
            return True
        links = [k for k in range(start + 1, i) if tokens.lower[k] in self.joiners]
        treaty = any(
            tokens.lower[k] == "on" and tokens.lower[k - 1] in self.for_heads for k in links
        )
        return treaty or (spanned and bool(links))  # "Convention on the Recovery of Assets"

    def _owns_rest(self, tokens: Tokens, i: int, nxt: int) -> bool:
        """ "Zenda's Inc.", "People's Bank", "Bankers' Institute": an owner inside the name."""
        following = tokens.lower[nxt]
        if following == "office" and tokens.lower[i - 1] not in self.inside_owners:
            return tokens.lower[nxt + 1 : nxt + 2] != ["of"]  # "the Treasury's Office of X"
        if following in self.suffixes or tokens.lower[i - 1] in self.inside_owners:
            return True
        single = tokens.capital[i + 2 : i + 3] != [True] and tokens.words[i] != "'"
        if tokens.lower[i - 2] in SAINTS or (single and following in self.shop_heads):
            return True  # "St. Anna's Hall", "Velmo's Pizza"
        return tokens.lower[i] in {"'", "’"} and self.bodies.is_of_members(tokens, i, nxt)

    def _joins_topics(
        self, tokens: Tokens, start: int, i: int, nxt: int, spanned: bool, places: dict[int, int]
    ) -> bool:
        """ "Industry and Information", "Ports and Special Economic Zone": fields of one body."""
        left_topic = tokens.lower[i - 1] in self.topics
        if self.bodies.joins_goods(tokens, start, i, nxt):
            return nxt not in places and i - 1 not in places  # "Government of Peru | and Zarvo"
        listed = tokens.lower[i] == "," or "," in tokens.words[start:i]
        if listed and self.bodies.lists_fields(tokens, start, i, places):
            return True
        if tokens.lower[i] == "and" and tokens.lower[nxt] in self.topics and left_topic:
            return nxt not in places and not self.brackets.ends_alone(tokens, start, nxt)
        if tokens.lower[i] == "and" and self.bodies.joins_places(tokens, i, places):
            return True
        traded = self.brackets.joins_trades(tokens, start, i, nxt)
        if tokens.lower[i] == "and" and (traded or joins_purposes(tokens, start, i, nxt, places)):
            return nxt not in places
        if tokens.lower[i] == ",":
            return left_topic and tokens.lower[nxt] in self.topics and "of" in tokens.lower[start:i]
        # The model saw one name across "and": believe it where neither side stands alone.
        one_place = (start in places and places[start] == i) or nxt in places
        shared = tokens.lower[i] == "and" and not one_place
        if shared and self._shares_head(tokens, start, i, nxt, places):
            return True
        proper = tokens.lower[i - 1] in self.firms or not tokens.is_common(start)
        proper = proper or not self.body_heads.isdisjoint(tokens.lower[start:i])
        named = tokens.tags[start - 1] == "NNS"  # "investors [Norvik] and Tarka Auto"
        two = ((i - start > 1 and proper) or named) and not tokens.is_common(nxt)
        if two and tokens.capital[nxt + 1 : nxt + 2] == [True]:
            return False  # "Norvik Pay and Tarka Group" are two
        again = "and" in tokens.lower[start:i]  # "Ministry of Trade and Industry and Tarka Bank"
        again = again or is_in_row(tokens, start)  # "investors Zenda [and] Norvik Group" are two
        return spanned and not (again or one_place) and self._ends_in(tokens, nxt, self.heads)

    def _shares_head(
        self, tokens: Tokens, start: int, i: int, nxt: int, places: dict[int, int]
    ) -> bool:
        """ "the Pan-Ruritanian Payment and Settlement System": an article, and words of the language at "and".

        "Ruritania Textile and Apparel Association", "the Maritime and Port Authority": trades of one body.
        """
        words = (i - 1, nxt)
        own = {tokens.lower[k] for k in words} & self.heads
        if self._ends_in(tokens, nxt, self.body_heads):
            own -= self.firms | self.topics
        fields = all(tokens.lower[k] in self.topics for k in words) and not own
        headed = tokens.tags[i - 1] == "NNPS" and tokens.lower_at(nxt + 1) in self.heads
        national = start in places and self._ends_in(tokens, nxt, self.trade_bodies)
        return (
            (i - start > 1 or headed or fields)  # "the Roads and Bridges Agency"
            and (tokens.lower_at(start - 1) == "the" or national)
            and all(tokens.is_common(k) for k in words)
            and (self.bodies.is_hall(tokens, nxt) or not own)
            and tokens.capital[nxt + 1 : nxt + 2] == [True]
            and (self._ends_in(tokens, nxt, self.heads) or tokens.is_common(nxt + 1))
        )

    def _ends_in(self, tokens: Tokens, i: int, heads: frozenset[str]) -> bool:
        while tokens.capital[i + 1 : i + 2] == [True]:
            i += 1
        return tokens.lower[i] in heads
