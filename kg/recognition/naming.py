"""Names: known ones, headed ones ("… Group", "Ministry of …"), and the model's, corrected by context."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import MentionKind
from kg.model.period import is_year
from kg.ontology import Ontology
from kg.recognition.bare_bodies import BareBodies
from kg.recognition.body_chains import is_profession
from kg.recognition.body_joining import BodyJoiner
from kg.recognition.brand_wares import BrandWares
from kg.recognition.brands import BrandReader
from kg.recognition.chunks import Chunk, ChunkFinder
from kg.recognition.compass_rows import find_compass_rows
from kg.recognition.deciding import NameDecider, find_inside
from kg.recognition.declaring import find_declared_names
from kg.recognition.editions import fit_edition
from kg.recognition.evidence import EvidenceGatherer
from kg.recognition.firm_shapes import FirmShapes, is_national_firm
from kg.recognition.gazetteer import Gazetteer, GazetteerMatch
from kg.recognition.heads import HeadFinder
from kg.recognition.holders import HolderFinder
from kg.recognition.known_chunks import insert_chunks
from kg.recognition.known_names import KnownNames
from kg.recognition.known_parts import KnownParts, name_known
from kg.recognition.languages import settle_adjectives
from kg.recognition.lead_capitals import find_lead_capitals
from kg.recognition.lettered_titles import drop_lettered_titles
from kg.recognition.linked_places import LinkedPlaces
from kg.recognition.maker_names import MakerNames
from kg.recognition.model_names import ModelNames
from kg.recognition.model_votes import BODIES, PERSONS, is_seen
from kg.recognition.name import Name
from kg.recognition.name_starts import NameStarts
from kg.recognition.named_posts import NamedPosts
from kg.recognition.nominals import NominalFinder
from kg.recognition.outlets import is_edition
from kg.recognition.paired_firms import PairedFirms
from kg.recognition.parsing import ParsedDocument
from kg.recognition.place_deciding import PlaceDecider
from kg.recognition.plain_names import PlainNames, drop_covered_posts, find_tokens, insert_plain
from kg.recognition.plural_bodies import find_plural_bodies
from kg.recognition.portfolios import PortfolioFinder
from kg.recognition.post_links import is_secretaries_body
from kg.recognition.post_rows import PostSpan
from kg.recognition.posts import PostFinder
from kg.recognition.quoted_names import QuotedNames, insert_quoted
from kg.recognition.ranks import RankFinder, drop_ranks
from kg.recognition.seats_won import find_sides_and_seats
from kg.recognition.sessions import find_numbered
from kg.recognition.shared_hubs import SharedHubs
from kg.recognition.shared_kinds import SharedKinds
from kg.recognition.short_titles import take_short_titles
from kg.recognition.state_forms import are_two_peoples, is_origin
from kg.recognition.symbols import cut_symbol
from kg.recognition.title_areas import find_areas, find_led_areas
from kg.recognition.tokens import Tokens
from kg.recognition.told_beginnings import cut_told
from kg.recognition.whole_names import WholeNames
from kg.recognition.wire_marks import find_wire_marks

_JOINTS = frozenset(["-", "–", "and"])
_NATIONAL = load_lexicon("names").get("national_firms")


@dataclass(frozen=True, slots=True)
class Names:
    """The names and titles of a document, in order; portfolios are part of their titles."""

    names: tuple[Name, ...]
    posts: tuple[PostSpan, ...]


class NameFinder:
    """Finds names and decides their types. Holds no state between documents."""

    def __init__(self, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.ontology, self.gazetteer = ontology, gazetteer
        self.posts, self.ranks = PostFinder(), RankFinder()
        self.chunks, self.heads = ChunkFinder(), HeadFinder(ontology)
        self.nominals, self.parts = NominalFinder(ontology), KnownParts(self.heads)
        self.portfolios, self.holders = PortfolioFinder(self.heads), HolderFinder(self.heads)
        self.shapes, self.bodies = FirmShapes(), BodyJoiner()
        self.named_posts, self.whole = NamedPosts(self.heads, ontology), WholeNames()
        self.quoted, self.plain = QuotedNames(), PlainNames()
        self.brands, self.makers, self.models = BrandReader(ontology), MakerNames(), ModelNames()
        self.wares, self.pairs, self.rows = BrandWares(), PairedFirms(), SharedKinds()
        self.hubs, self.places = SharedHubs(), PlaceDecider(ontology, gazetteer)
        self.decider = NameDecider(EvidenceGatherer(ontology), LinkedPlaces(gazetteer))
        names = load_lexicon("names")
        self.bare_bodies, self.organs = BareBodies(), names.get("organs")
        self.starts, self.known = NameStarts(), KnownNames(gazetteer, self.shapes)
        self.compass = names.get("compass") | names.get("before_places")
        self.outlet_editions = names.get("outlet_editions")

    def find(self, tokens: Tokens, parsed: ParsedDocument) -> Names:
        """All names in order, not overlapping, and the titles of posts."""
        known = self.places.decide(tokens, self.known.find(tokens, parsed.named))
        quarters = find_compass_rows(tokens)
        known = drop_lettered_titles(tokens, known)
        known = {start: found for start, found in known.items() if start not in quarters}
        places = {start: end for start, (end, _) in known.items()}
        taken = frozenset(k for start, end in places.items() for k in range(start, end))
        areas = find_areas((s, e, m.entry.type) for s, (e, m) in known.items())
        posts = self.named_posts.drop(tokens, self.posts.find(tokens, taken, areas))
        posts, known = take_short_titles(tokens, posts, known)
        places = {start: end for start, (end, _) in known.items()}
        declared = find_declared_names(tokens, self.heads)
        declared |= find_sides_and_seats(tokens, places)
        posts = drop_covered_posts(posts, declared.items())
        posts = drop_ranks(posts, ranks := self.ranks.find(tokens, posts))
        plain = self.plain.find(tokens, posts, known) + (whole := self.whole.find(tokens, known))
        plain += self.rows.find(tokens, known) + self.hubs.find(tokens, known)
        plain += self.pairs.find(tokens, parsed.named, known, find_tokens(posts))
        posts = drop_covered_posts(posts, [(name.start, name.end) for name in plain])
        broken = ranks | find_wire_marks(tokens) | find_plural_bodies(tokens) | quarters
        broken |= find_lead_capitals(tokens)
        broken |= find_tokens(posts) - areas  # "country manager for [Kenya]"
        broken |= find_led_areas(tokens, posts, areas)
        broken |= frozenset().union(*(range(name.start, name.end) for name in whole))
        inside = find_inside(tokens, parsed.named)
        chunks = insert_chunks(self.chunks.find(tokens, broken, inside, places), declared)
        posts, chunks = self.portfolios.take(tokens, posts, chunks, places, areas)
        leading = self.parts.drop_short_forms(tokens, chunks, known)
        names = [n for chunk in chunks for n in self._split(tokens, chunk, leading, parsed)]
        names = insert_plain(
            insert_quoted(cut_told(tokens, names), self.quoted.find(tokens)), plain
        )
        names = self.decider.decide(tokens, names, parsed, posts, taken)
        names = self.places.link(tokens, self.makers.take(tokens, names), known)
        names = self.wares.take(tokens, self.brands.retype(tokens, names, taken))
        names = settle_adjectives(tokens, self.models.take(tokens, names, parsed.named))
        return Names(tuple(names), tuple(posts))

    def find_marked(self, tokens: Tokens, marked: Sequence[tuple[Span, str]]) -> Names:
        """The names that somebody marked, and the titles beside them."""
        names = []
        for span, kind in marked:
            bounds = tokens.find_range(span)
            if bounds is None:
                raise ValueError(f"the mark '{tokens.text[span.start : span.end]}' cuts a word")
            adjective = self.gazetteer.find_by_name(tokens.text[span.start : span.end])
            text = tokens.text[span.start : span.end]
            is_adjective = any(text in e.adjectives for e in adjective)
            names.append(
                Name(
                    start=bounds[0],
                    end=bounds[1],
                    type=kind,
                    origin="mark",
                    kind=MentionKind.ADJECTIVE if is_adjective else MentionKind.NAME,
                )
            )
        taken = frozenset(k for n in names for k in range(n.start, n.end))
        areas = find_areas((n.start, n.end, n.type) for n in names)
        posts = self.posts.find(tokens, taken, areas)
        places = {n.start: n.end for n in names}
        chunks = self.chunks.find(tokens, find_tokens(posts), frozenset(), places)
        posts, _ = self.portfolios.take(tokens, posts, chunks, places, areas)
        return Names(tuple(names), tuple(posts))

    def _split(
        self,
        tokens: Tokens,
        chunk: Chunk,
        known: dict[int, tuple[int, GazetteerMatch]],
        parsed: ParsedDocument,
    ) -> list[Name]:
        """The names that stand side by side in a chunk."""
        start, end = chunk.start, cut_symbol(tokens, chunk.start, chunk.end)
        if start in known and known[start][0] == end:
            return [name_known(start, end, known[start][1])]
        start = self.starts.trim(tokens, start, end)
        if start >= end:
            return []
        if whole := self._find_whole(tokens, start, end, known):
            return [whole]
        if tokens.lower[start] in self.compass and known.get(start + 1, (0,))[0] == end:
            return [name_known(start + 1, end, known[start + 1][1])]  # "Northwest China"
        cut = self._find_cut(tokens, start, end, known, parsed)
        if cut is not None:
            parts = (Chunk(start, cut[0]), Chunk(cut[1], end))
            return [n for part in parts for n in self._split(tokens, part, known, parsed)]
        if end - start == 1 and self.nominals.takes_up(tokens, start):
            return []  # "the Ministry", told before
        if tokens.slice(start, end).lower() in self.organs:
            return []  # "Norvik's Board of Directors" is Norvik
        kind = self._find_kind(tokens, start, end, known)
        if kind:
            numbered = find_numbered(tokens, start, end, kind)
            if numbered is not None:
                return [Name(start=numbered, end=end, type="Event", origin="head noun")]
            start, end = fit_edition(tokens, start, end, kind, known)
            return [Name(start=start, end=end, type=kind, origin="head noun")]
        if tokens.words[start][:1].isdigit():  # "In 2008 Jane Doe left": no edition of anything
            return self._split(tokens, Chunk(start + 1, end), known, parsed)
        if not tokens.words[start][:1].isalpha():
            return []
        return [Name(start=start, end=end, type="", origin="context")]

    def _find_whole(
        self, tokens: Tokens, start: int, end: int, known: dict[int, tuple[int, GazetteerMatch]]
    ) -> Name | None:
        """A chunk that is one known name, or an edition of a known medium."""
        if start in known and known[start][0] == end:
            return name_known(start, end, known[start][1])
        if is_edition(tokens, start, end, known, self.outlet_editions):
            return Name(start=start, end=end, type="MediaOutlet", origin="head noun")
        return None

    def _find_kind(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        known: dict[int, tuple[int, GazetteerMatch]],
    ) -> str | None:
        """The type that the head tells, for a name of one word only where it is a body of its own."""
        if self.bare_bodies.is_one(tokens, start, end) or is_secretaries_body(tokens, start, end):
            return "GovernmentBody"
        kind = self.parts.find_kind(tokens, start, end, known)
        if tokens.lower[start] == "bank":
            text = tokens.slice(start, end)
            business = kind == "GovernmentBody" and self.gazetteer.find_of_type(text, "Company")
            kind = self.heads.find_bank(text) or ("Company" if business else kind)
        infix = self.parts.find_infix(tokens, start, end, known)
        hall = infix == "Facility"  # "Expo Centre Zenda"
        kind = kind or (infix if hall else self.heads.find_type(tokens, start, end)) or infix
        if kind == "ResearchBody" and is_profession(tokens, start, end):
            return "Association"
        if tokens.lower[start] == "fort" and tokens.lower_at(end) == "," and end + 1 in known:
            return None  # "Fort Norvik, B.C.": a town
        lone = end - start == 2 and start not in known and not tokens.is_common(start)
        if lone and tokens.lower[end - 1] == "territory":
            return "Province"
        if kind == "MediaOutlet" and tokens.lower[end - 1] == "post":
            national = start in known and known[start][1].entry.type == "Country"
            national = national or tokens.lower[start] in self.shapes.firsts
            return "Company" if national else kind  # "Ruritania Post" brings letters
        edition = kind == "Event" and is_year(tokens.words[end] if end < len(tokens.words) else "")
        return kind if end - start > 1 or edition else None  # "Expo 2025"

    def _find_cut(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        known: dict[int, tuple[int, GazetteerMatch]],
        parsed: ParsedDocument,
    ) -> tuple[int, int] | None:
        """Where the chunk is two names: (end of the left, start of the right)."""
        behind = {stop for stop, _ in known.values()}
        held = self.holders.find_cut(tokens, start, end, behind)
        held = held or self.bodies.find_cut(tokens, start, end)
        held = held or self.parts.find_cut(tokens, start, end, known)
        if held or known.get(start, (end,))[0] >= end:  # none begins it, or one goes on behind it
            return held or self.heads.find_inner_end(tokens, start, end)
        left, match = known[start]
        kind = self.heads.find_type(tokens, start, end)
        one_name = is_seen(start, end, parsed.named, BODIES, wider=True)
        following, beyond = (known[k][0] if k in known else None for k in (left, left + 1))
        regional = match.entry.type == "Region" and kind  # "Far Eastern Federal District"
        if end - left == 1 and tokens.lower[left] in _NATIONAL:
            return None  # "Ruritanian Railways"
        whole = one_name or regional or self.bodies.is_national(tokens, left, end, kind)
        whole = whole and not (kind and self.bodies.stands_alone(tokens, start, left, end))
        whole = whole or (bool(kind) and are_two_peoples(tokens, left, end, beyond))
        origin = is_origin(tokens, left, match, known)  # "Korean | Tarsun"
        if match.alias_kind == "adjective" and (origin or not whole):
            brand = not origin and self._is_brand(tokens, start, end, parsed)
            return None if brand else (left, left)
        if beyond == end and (tokens.lower[left] in _JOINTS or tokens.tags[left] == "VBZ"):
            return left, left + 1  # "Peru and Chile", "Peru Wants Chile to cut tariffs"
        if following == end and kind != "Company":
            return left, left
        if not kind and self.holders.begins_holder(tokens, start, left, end):
            return left, left  # "Mayor of London Sadiq Khan", "of Peru J.Quispe"
        person = end - left >= 2 and is_seen(left, end, parsed.named, PERSONS)
        country = self._is_land(tokens, left, end, match)
        if not kind and (person or (country and not one_name)):
            return left, left
        return self.heads.find_inner_end(tokens, start, end)

    def _is_land(self, tokens: Tokens, left: int, end: int, match: GazetteerMatch) -> bool:
        """Whether a country stands before a name and no part of a firm's."""
        country = match.entry.type == "Country" and match.alias_kind != "adjective"
        given = self.decider.descriptions.given
        return country and not is_national_firm(tokens, left, end, given)

    def _is_brand(self, tokens: Tokens, start: int, end: int, parsed: ParsedDocument) -> bool:
        """ "Ruritanian Zarvo": whether the model saw adjective and word as one, here or elsewhere."""
        text = tokens.slice(start, end)
        return (
            end - start == 2
            and not tokens.is_common(start + 1)
            and any(tokens.slice(s.start, s.end) == text for s in parsed.named)
        )
