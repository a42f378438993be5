"""What the context of a name says of its type, gathered over a document: one sense a document."""

from collections import defaultdict
from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.bare_letters import BareLetterReader
from kg.recognition.callings import CallingReader, is_backers, is_carrier, is_of_one
from kg.recognition.contact_clauses import is_called_before
from kg.recognition.describing import DescriptionReader
from kg.recognition.doings import DoingReader, has_its, says_it_deals
from kg.recognition.extender_votes import ExtenderReader
from kg.recognition.family_names import is_initial
from kg.recognition.family_shapes import FamilyShapes
from kg.recognition.firm_shapes import SHAPE, FirmShapes, is_designation
from kg.recognition.firm_ties import FirmTieReader
from kg.recognition.firms_taken_up import TakenUpFirms
from kg.recognition.headed_firms import is_headed_firm
from kg.recognition.holders import (
    find_kind_by_title,
    holds_post_behind,
    is_behind_body,
    is_initialed,
    is_listed,
    is_of_states,
)
from kg.recognition.kin import KinReader
from kg.recognition.kind_nouns import KindNounReader
from kg.recognition.model_votes import index_named, weigh_model
from kg.recognition.owned_wares import OwnedWareReader
from kg.recognition.parsing import NamedSpan
from kg.recognition.parties import PartyReader
from kg.recognition.place_rows import PlaceRows
from kg.recognition.post_rows import PostSpan
from kg.recognition.ruled_places import RulerReader
from kg.recognition.said_posts import find_titled, tells_holder
from kg.recognition.surroundings import SurroundingsReader, is_nearby, is_owned, read_before
from kg.recognition.tokens import Tokens
from kg.recognition.ware_shapes import WareShapes
from kg.recognition.way_ends import RoadCodeReader, WayReader
from kg.recognition.works_doers import WorksReader
from kg.recognition.works_words import read_kinds

# Weights: a label of the statistical model counts 1, a construction of one type two to three, a tendency half.
_SURE, _STRONG, _FAIR, _HINT = 3.0, 2.0, 1.0, 0.5
_PUBLIC = frozenset(["Organization", "GovernmentBody"])  # of which the model knows few
_DIVISIONS = frozenset(["Province", "City", "District"])
_LANDS = frozenset(["City", "District", "Province", "Country", "Port"])
_APPOSING = frozenset([",", "(", "-", "–", "—"])  # "Y (Chief Executive, Norvik Air)"
_STOPPING = frozenset(["stop", "call", "dock", "berth", "land", "arrive", "moor"])


class EvidenceGatherer:
    """Votes for the types of names, by spelling."""

    def __init__(self, ontology: Ontology) -> None:
        names = load_lexicon("names")
        self.honorifics = names.get("honorifics") | names.get("ranks") | names.get("rank_marks")
        self.company_verbs, self.trades = names.get("company_verbs"), names.get("trades")
        self.place_prepositions, self.ontology = names.get("place_prepositions"), ontology
        self.speech_verbs, self.tails = names.get("speech_verbs"), names.get_mapping("tails")
        self.life_marks, self.townsfolk = names.get("life_marks"), names.get("townsfolk")
        self.closers, self.nominals = ExtenderReader(ontology), read_kinds()
        self.kin, self.owned = KinReader(), OwnedWareReader()
        self.descriptions, self.parties, self.rows = DescriptionReader(), PartyReader(), PlaceRows()
        self.shapes, self.kind_nouns, self.ways = FirmShapes(), KindNounReader(), WayReader()
        self.callings, self.doings = CallingReader(ontology), DoingReader(ontology)
        near = self.descriptions, SurroundingsReader(), self.kind_nouns, BareLetterReader()
        ties = WareShapes(), RulerReader(), FirmTieReader(), WorksReader()
        self.readers = *near, *ties, FamilyShapes(), TakenUpFirms(), RoadCodeReader()
        self.suffixes, self.place_heads = names.get("company_suffixes"), names.get("place_heads")

    def gather(
        self,
        tokens: Tokens,
        spans: list[tuple[int, int]],
        named: tuple[NamedSpan, ...],
        posts: list[PostSpan],
        countries: frozenset[int],
    ) -> dict[str, dict[str, float]]:
        """Votes by spelling, then by type. `countries` are the tokens of known places."""
        votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        model: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        firsts = {first for first, _ in tokens.parse.sentences}
        post_starts = {post.start: post for post in posts if post.start not in firsts}
        post_ends = {post.end: post for post in posts if post.end not in firsts}
        by_token = index_named(named)
        for start, end in spans:
            found = votes[text := tokens.slice(start, end)]
            self._from_model(tokens, start, end, by_token, model[text])
            self._from_posts(tokens, start, end, post_starts, post_ends, countries, found)
            self._from_neighbours(tokens, start, end, countries, found)
            self._from_parse(tokens, start, end, found)
            self._from_shape(tokens, start, end, found)
            self.callings.read(tokens, start, end, countries, found)
            for reader in self.readers:
                reader.read(tokens, start, end, found)
            self.rows.vote(tokens, start, end, countries, found)
            self.owned.read(tokens, start, end, countries, found)
            found["Company"] += _STRONG * self.doings.works(tokens, start, end)
            if self.kin.tells_person(tokens, start, end):
                found["Person"] += _SURE
            self.parties.vote(tokens, start, end, found)
            if start in countries and not tokens.is_common(end - 1):
                found["Company"] += _FAIR  # "Kazakhstan Temir Zholy"
        for text, labels in model.items():
            for kind, share in weigh_model(text, labels).items():
                votes[text][kind] += share
        return {name: dict(found) for name, found in votes.items()}

    def _from_model(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        by_token: Mapping[int, NamedSpan],
        found: dict[str, float],
    ) -> None:
        span = by_token.get(start) or by_token.get(end - 1)
        if span is None:
            return
        if (kind := self.ontology.type_of_ner_label(span.label)) is None:
            return
        first = span.start + (tokens.tags[span.start] == "DT")
        last = span.end - (tokens.tags[span.end - 1] == "POS")
        kind = "Company" if kind == "Organization" else kind  # the model's ORG is mostly a firm
        found[kind] += _FAIR if (first, last) == (start, end) else 0.4 * _FAIR

    def _from_posts(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        post_starts: Mapping[int, PostSpan],
        post_ends: Mapping[int, PostSpan],
        places: frozenset[int],
        found: dict[str, float],
    ) -> None:
        if (told := find_titled(tokens, start, end, post_ends, places)) is not None:
            found[told] += _SURE
        elif (start in post_ends and end - start > 1) or is_listed(tokens, start, post_ends):
            found["Person"] += _STRONG
        self._from_rank(tokens, start, found)
        if tokens.lower_at(start - 1) == "," and start - 1 in post_ends:
            # "said their lawyer, X", "Y, Minister for Trade, X", not "Y, Chief Executive, Norvik Air"
            title = post_ends[start - 1]
            mark = tokens.lower_at(title.start - 1)
            apposed = mark in _APPOSING and not title.public
            found["Company" if apposed else "Person"] += _SURE if mark == "(" else _STRONG
        common = all(tokens.is_common(k) for k in range(start, end))
        common = common or self.shapes.is_behind_agent(tokens, start)
        if end - start > 1 and not common and is_behind_body(tokens, start, post_ends, places):
            found["Person"] += _STRONG
        said = tells_holder(tokens, start, end, post_starts)
        if said or holds_post_behind(tokens, start, end, post_starts, self.speech_verbs):
            found["Person"] += _STRONG
        behind = find_kind_by_title(tokens, start, end, post_starts, self.place_heads)
        if behind is not None:  # "Norvik chairman", "named X chairman"
            found[behind] += _SURE if behind == "Person" else _STRONG
        link = start - 1 - (tokens.lower_at(start - 1) == "the")
        if link in post_ends and tokens.lower_at(link) in {"of", "at"}:
            public = tokens.lower_at(link) == "of" and is_of_states(tokens, post_ends[link])
            found["City" if public else "Company"] += _FAIR if public else 1.2 * _FAIR
        found["Company"] += 4 * _SURE * is_headed_firm(tokens, start, end, post_ends)

    def _from_rank(self, tokens: Tokens, start: int, found: dict[str, float]) -> None:
        """ "Mr X", "Amb. X", "Capt. (retd) X": persons; "the energy major X" is a firm."""
        before = read_before(tokens, start)
        if not self.honorifics.isdisjoint({before.rstrip("."), before, tokens.lower_at(start - 1)}):
            firm = self.callings.is_firm_major(tokens, start - 1)
            found["Company" if firm else "Person"] += _SURE

    def _from_neighbours(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        countries: frozenset[int],
        found: dict[str, float],
    ) -> None:
        before, following = tokens.lower_at(start - 1), tokens.lower_at(end)
        if before in self.place_prepositions or is_nearby(tokens, start):
            stands = self.ontology.is_a(self._read_kind(tokens, start - 2), "Facility")
            found["City"] += 1.5 * _FAIR if stands and before == "in" else _FAIR
        elif before == "at":
            built = self.ontology.is_a(self._read_kind(tokens, start - 2), "Facility")
            stop = built or tokens.lemma_at(start - 2) in _STOPPING
            found["City"] += 1.5 * _FAIR if stop else _HINT
        found["City"] += _STRONG * self.ways.is_end(tokens, start)
        if before == "'s" and start - 2 in countries:
            self._from_country(tokens, start, countries, found)
        self.closers.read(tokens, start, end, found)
        if following == "," and end + 1 in countries and not is_owned(tokens, end + 1):
            found["City"] += _FAIR
        tail = self.tails.get(tokens.lower_at(end + 1))
        if tail and following == "-" and tokens.touches(end - 1):
            seat = tail == "City" and any(tokens.capital[end + 2 : end + 3])  # "Zenda-based Norvik"
            found[tail] += 2 * _SURE if seat else 1.5 * _FAIR
        if following == "'s" and self.nominals.get(tokens.lemma_at(end + 1)) == "Company":
            found["Company"] += _FAIR
        far = before == "to" and "from" in tokens.lower[max(start - 5, 0) : start]
        if far or (before, following) in {("from", "to"), ("between", "and")}:
            found["City"] += _HINT
        if following == "(" and tokens.lower_at(end + 1) in self.life_marks:
            found["Person"] += _SURE

    def _from_country(
        self, tokens: Tokens, start: int, countries: frozenset[int], found: dict[str, float]
    ) -> None:
        """ "Ruritania's X" is a firm more often than not, but "in Ruritania's X" a place."""
        k = next(k for k in range(start - 3, -2, -1) if k not in countries)
        k -= tokens.lower_at(k) in self.rows.compass
        inside = tokens.lower_at(k) in self.place_prepositions or tokens.lower_at(k) == "at"
        inside = inside and tokens.lower_at(k - 1) not in self.descriptions.company_stakes
        found["City" if inside else "Company"] += 1.5 * _FAIR

    def _read_kind(self, tokens: Tokens, k: int) -> str:
        return self.nominals.get(tokens.lemma_at(k), "Agent")

    def _from_parse(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        parse, head = tokens.parse, end - 1
        dep, governor = parse.deps[head], parse.heads[head]
        above = parse.lemmas[parse.heads[governor]]
        if (
            dep == "pobj"
            and parse.lemmas[governor] in {"by", "from"}
            and above in self.company_verbs
        ):
            agent = parse.lemmas[governor] == "by"  # told more surely than the model tells places
            found["Company"] += 1.2 * _FAIR if agent else _FAIR
        if dep in {"nsubj", "agent"}:
            verb = parse.lemmas[governor]
            found["Person"] -= 1.5 * _FAIR * (dep == "nsubj" and has_its(parse, governor))
            aims = {parse.lemmas[c] for c in parse.children[governor] if parse.deps[c] == "xcomp"}
            trades = tokens.lower_at(end) != "," and not self.trades.isdisjoint({verb, *aims})
            if trades:  # "X agreed to acquire": no town does
                found["Company"] += _FAIR
                found["City"] -= _FAIR
            elif verb in self.company_verbs:
                found["Company"] += _HINT
            elif verb in self.speech_verbs:
                firm = says_it_deals(parse, governor, self.company_verbs)
                found["Company" if firm else "Person"] += _STRONG if firm else 0.5 * _HINT
        if not self.kind_nouns.is_holder(tokens, start - 1, start, end):
            self._from_apposed(tokens, start, end, found)
        self.callings.read_compound(tokens, end, found)
        if tokens.lower_at(start - 1) == "of":
            noun = tokens.lemma_at(start - 2)
            kind = "City" if noun in self.townsfolk else self.nominals.get(noun)
            if kind in _LANDS:  # "the province of X" tells of a place whatever X looks like
                settled = kind in _DIVISIONS and tokens.lower_at(end) not in {"'s", "’s"}
                found["City" if kind == "Port" else kind] += 2 * _SURE if settled else _STRONG

    def _from_apposed(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """What the text calls it: "X, a carrier", "the carrier X", "the city of X"."""
        parse, head = tokens.parse, end - 1
        apposed = [c for c in parse.children[head] if parse.deps[c] == "appos" and c >= end]
        if parse.deps[head] == "appos" and parse.heads[head] < start:
            apposed.append(parse.heads[head])
        for k in apposed:
            kind = self._find_calling(tokens, k, start, end)
            if kind and not tokens.capital[k] and tokens.lower_at(k + 1) not in {"'s", "’s"}:
                found[kind] += _SURE if kind in _PUBLIC else _STRONG
        if is_called_before(tokens, start, head):
            kind = self._find_calling(tokens, start - 1, start, end)
            if kind and is_of_one(tokens, start - 1) and kind not in {"Event", "Project"}:
                found[kind] += _SURE if kind in _PUBLIC else _STRONG

    def _find_calling(self, tokens: Tokens, k: int, start: int, end: int) -> str | None:
        """What a noun makes of the name beside it; "a militant group" is another thing than a group."""
        if is_backers(tokens, k, start, end):
            return "Person"
        lemma = tokens.lemma_at(k)
        if self.kind_nouns.is_ship_noun(tokens, k) and not any(tokens.capital[k + 1 : k + 2]):
            return "Product"  # "a bulk carrier" carries nothing for a living
        alone = "Company" if is_carrier(tokens, k) else self.nominals.get(lemma)
        pair = self.nominals.get(f"{tokens.lower_at(k - 1)} {lemma}")
        return alone if alone == "Company" and pair == "Facility" else pair or alone

    def _from_shape(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        words = range(start, end)
        rest = [tokens.words[k] for k in words if tokens.lower[k] not in self.suffixes]
        initial = end - start > 1 and any(map(is_initial, rest))
        if initial or is_initialed(tokens.words[start:end]):
            found["Person"] += _SURE
        found["Company"] += _STRONG * self.shapes.is_firm(tokens, start, end)
        if is_designation(tokens.slice(start, end)):
            found["Product"] += SHAPE
        elif tokens.words[start].isupper() and len(tokens.words[start]) > 1:
            found["Company"] += SHAPE
        elif end - start in {2, 3, 4}:
            common = any(tokens.is_common(k) and len(tokens.words[k]) > 3 for k in words[1:])
            first = tokens.is_common(start) and len(tokens.words[start]) > 3
            common = common or (first and tokens.lower[start] not in self.descriptions.given)
            found["Company" if common else "Person"] += 0.8 * _HINT
