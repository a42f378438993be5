"""What a rule may take from the document at large: its country, the topic of the paragraph."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.body_lands import find_body_land, find_firm_land
from kg.extraction.companions import Companions
from kg.extraction.foreign_seats import ForeignSeats
from kg.extraction.found_constants import FOUND
from kg.extraction.home import HomeFinder
from kg.extraction.inner_towns import is_town_of
from kg.extraction.lands import OF_HOME
from kg.extraction.lives import OF_LIVES, find_lives
from kg.extraction.main_places import find_main_place
from kg.extraction.name_ends import ends_name
from kg.extraction.only_told import find_ministry
from kg.extraction.other_occasions import is_told_apart
from kg.extraction.own_people import find_sender
from kg.extraction.paragraph_topics import ParagraphTopics
from kg.extraction.post_owners import PostOwners
from kg.extraction.sides_led import find_side
from kg.extraction.state_homes import StateHome
from kg.extraction.titled_home import TitledHome
from kg.extraction.town_lands import TownLands
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology

_SIDES = ("@first_side", "@second_side")
_ONLY = {"@town": "City", "@state": "Province"}
_ENDS = frozenset(["@first_end", "@middle_end", "@last_end"])
_MEETING = frozenset(["Country", "IntergovernmentalBody"])
_OF_SIDES = frozenset(["Agreement", "Event"])
_MINISTERS = load_lexicon("posts").get("ministers_alone")
_NEAR = 4  # sentences back in which an occasion is still the one that is told of
_LAST = "@inside_end"
_INSIDE = {
    "@inside": ("Place",),
    "@inside_country": ("Country",),
    "@inside_state": ("Country", "Province", "City", "District"),
    "@inside_town": ("Province", "City", "District"),
    _LAST: ("Country",),
}


class ConstantFinder:
    """Answers @home, @topic, @land, @place, @inside, @named, @born and the like for one document."""

    def __init__(
        self, arguments: ArgumentFinder, ontology: Ontology, inner: Sequence[Mention] = ()
    ) -> None:
        self.inner, self.arguments, self.ontology = inner, arguments, ontology
        self.parse = arguments.parse
        self.home = HomeFinder(arguments)
        self.titled = TitledHome(arguments, self.home)
        self.states = StateHome(arguments)
        self.towns = TownLands(arguments)
        self.seats = ForeignSeats(arguments, self.home)
        self.companions = Companions(arguments)
        self.lives = find_lives(arguments)
        self.topics = ParagraphTopics(arguments)
        self.owners = PostOwners(arguments)
        self.own: dict[str, Callable[[int], Mention | None]] = {
            "@event": self._find_event,
            "@post_owner": self.owners.find,
            "@own_ministry": self._find_own_ministry,
            "@body_land": partial(find_body_land, arguments, self.home, inner),
            "@firm_land": partial(find_firm_land, arguments, self.home, inner),
            **{of: partial(find, arguments, self.home) for of, find in OF_HOME.items()},
        }
        self.only: dict[str, Mention | None] = {}  # by the name of the constant

    def find(self, name: str, token: int) -> Mention | None:
        """The mention a constant stands for at `token`, or None where the text leaves it open."""
        if name == "@home":
            sender = find_sender(token, ("Country",), self.arguments) or self.companions.find(token)
            sender = sender or find_side(token, self.arguments)
            sender = sender or self.states.find(token)
            return sender or self._find_home(token)
        if name in _ONLY:
            if name not in self.only:
                self.only[name] = find_main_place(self.arguments, _ONLY[name])
            only = self.only[name]
            return only if only and self.arguments.ranges[only][0] < token else None
        if name in _ENDS:
            return self._find_end(name, token)
        if name in _SIDES:
            return self._find_side(_SIDES.index(name), token)
        if name in self.own:
            return self.own[name](token)
        if name in _INSIDE:
            return self._find_inside(token, _INSIDE[name], last=name == _LAST)
        if name in FOUND:
            return FOUND[name](self.arguments, token)
        if name in OF_LIVES:
            return self.lives.get(token, {}).get(name)
        if name == "@bank":
            bank = self.topics.find(token, ("Organization",))
            return bank if bank is not None and "bank" in bank.text.lower() else None
        kinds = ("Organization",) if name == "@topic" else ("Place",)
        sender = find_sender(token, kinds, self.arguments) if name == "@topic" else None
        return sender or self.topics.find(token, kinds)

    def _find_home(self, token: int) -> Mention | None:
        """The country of the text, or of the title at `token` where the text leaves its own open."""
        if self.titled.is_of_name_before(token):
            return None
        home, near = self._leave_elsewhere(self.home.find()), None
        if home is None and token and self.titled.is_of_state(token):
            home = self._leave_elsewhere(self.home.only) or self.find_inner_home()
            near = self.towns.find(token) if home is None else None
        elif home is None and token and self.titled.is_head_alone(token):
            near = self._leave_elsewhere(self.home.only) or self.towns.find(token)
        found = self.titled.find(token, home)
        if found is None and near is not None:
            found = self.titled.find(token, near)
        return self.seats.choose(token, found) if found is not None else None

    def _leave_elsewhere(self, land: Mention | None) -> Mention | None:
        """The country, unless the towns of the text lie in another."""
        return None if land is not None and self.towns.lie_elsewhere(land, self.home) else land

    def _find_own_ministry(self, token: int) -> Mention | None:
        """ "The transport ministry agreed. The minister, X,": of it, where no country is plain."""
        post = self.owners.titles.find_near(token)
        bare = post is not None and post.text.lower() in _MINISTERS
        if not bare or self.find("@home", token) is not None:
            return None
        return find_ministry(self.arguments, token, small=True)

    def find_inner_home(self) -> Mention | None:
        """The only country of a text that names one within names alone: "the Bank of Ruritania"."""
        mentions = self.arguments.recognized.mentions
        own = (m.kind is MentionKind.NAME for m in mentions if m.type == "Country")
        found = {m.known_as or m.text: m for m in self.inner if m.type == "Country"}
        return next(iter(found.values())) if len(found) == 1 and not any(own) else None

    def _find_inside(self, token: int, kinds: tuple[str, ...], *, last: bool) -> Mention | None:
        """The place of these kinds within the longest name or noun phrase that begins at `token`, or at its end."""
        outer = max(
            (
                m
                for m in self.arguments.by_token.get(token, ())
                if m.kind in {MentionKind.NAME, MentionKind.NOMINAL}
                and self.arguments.ranges[m][0] == token
            ),
            key=lambda m: m.span.end,
            default=None,
        )
        if outer is None:
            return None
        own = self.arguments.recognized.mentions
        return next(
            (
                m
                for m in (*self.inner, *own)
                if outer.span.start <= m.span.start
                and m.span.end <= outer.span.end
                and self._may_stand_inside(m, outer)
                and self.arguments.fits(m, kinds)
                and (not last or ends_name(m, outer))
            ),
            None,
        )

    def _find_end(self, name: str, token: int) -> Mention | None:
        """ "the Tarn-Zenda-Hentz railway": a place that the name of a line tells."""
        outer = max(
            (m for m in self.arguments.by_token.get(token, ()) if m.type == "TransportCorridor"),
            key=lambda m: m.span.end,
            default=None,
        )
        if outer is None:
            return None
        told = (
            outer.kind is MentionKind.NAME and outer.origin == "context"
        )  # "the Tarn-Zenda and …"
        described = told or outer.text.split()[-1].islower()
        if not ("-" in outer.text or "–" in outer.text):
            return None
        if outer.text.lower().startswith("trans-"):
            return None
        ends = {
            m.span: m
            for m in (*self.arguments.recognized.mentions, *self.inner)
            if outer.span.start <= m.span.start
            and m.span.end <= outer.span.end
            and m.type != "TransportCorridor"
            and self.arguments.fits(m, ("City", "District", "Province", "Port", "Country"))
            and m.kind is MentionKind.NAME
        }
        found = [ends[span] for span in sorted(ends) if not _holds_both(span, ends)]
        # a proper name need not tell the ends: "the Vitória-Minas Railway"
        if len(found) < 2 or not (described or all(m.known_as for m in found)):
            return None
        middle = found[1] if len(found) > 2 else None
        return {"@first_end": found[0], "@last_end": found[-1], "@middle_end": middle}[name]

    def _find_side(self, index: int, token: int) -> Mention | None:
        """ "the Ruritania-Tarn Trade Agreement": one of the two that a treaty's or occasion's name tells."""
        outer = next(
            (m for m in self.arguments.by_token.get(token, ()) if m.type in _OF_SIDES), None
        )
        if outer is not None and (outer.text.lower().startswith("trans-") or "(" in outer.text):
            return None  # "the Trans-Zenda Agreement", "the Norvik Council (NC) summit": no sides
        beside = self.arguments.recognized.mentions if outer and outer.type == "Event" else ()
        sides = [
            m
            for m in (*self.inner, *(m for m in beside if m.type in _MEETING))
            if outer is not None
            and outer.span.start <= m.span.start
            and m.span.end <= outer.span.end
        ]
        return sides[index] if len(sides) == len(_SIDES) else None

    def _may_stand_inside(self, mention: Mention, outer: Mention) -> bool:
        """A name before a common noun may be its owner or kind; a known town or an adjective is its place."""
        if mention.span == outer.span:
            return False
        if outer.kind is MentionKind.NOMINAL and not self.arguments.fits(outer, ("Country",)):
            adjective = mention.kind is MentionKind.ADJECTIVE
            return adjective or is_town_of(mention, outer, self.arguments)
        return mention.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}

    def _find_event(self, token: int) -> Mention | None:
        """The occasion that a token's sentence speaks of without naming it."""
        found = self._find_last_event(token)
        apart = found is not None and is_told_apart(token, found, self.parse)
        return None if apart else found

    def _find_last_event(self, token: int) -> Mention | None:
        """The occasion told last before `token`, if no other one was told near it."""
        sentence = self.parse.sentence_of[token]
        found: dict[str, Mention] = {}
        names: dict[str, Mention] = {}
        for mention in self.arguments.recognized.mentions:
            start, _ = self.arguments.ranges[mention]
            where = self.parse.sentence_of[start]
            if mention.type != "Event" or start >= token or sentence - where > _NEAR:
                continue
            if mention.kind is MentionKind.NOMINAL and not self.arguments.is_referring(mention):
                continue
            named = self.arguments.find_first(mention)
            found.setdefault(named.known_as or named.text, mention)
            if named.kind is MentionKind.NAME:
                names.setdefault(named.known_as or named.text, mention)
        only = self._find_only_event(token) if not names else None
        if only is not None:
            return only  # "the session" of the conference
        found = names or found
        return next(iter(found.values())) if len(found) == 1 else None

    def _find_only_event(self, token: int) -> Mention | None:
        """The only occasion that the document has named before `token`."""
        named = {
            self.arguments.find_antecedent(m)
            for m in self.arguments.recognized.mentions
            if m.type == "Event"
            and m.kind is MentionKind.NAME
            and self.arguments.ranges[m][0] < token
        }
        longest = max(named, key=lambda m: (len(m.text), -m.span.start), default=None)
        return longest if longest and all(m.text in longest.text for m in named) else None


def _holds_both(span: Span, others: Collection[Span]) -> bool:
    """Whether a name takes in two others, as the "Tarn–Zenda" of "the Tarn–Zenda road" does: no stop of the way."""
    inner = [o for o in others if o != span and span.start <= o.start and o.end <= span.end]
    return len(inner) > 1
