"""What a rule may take from the document at large: its country, the topic of the paragraph."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.body_lands import find_body_land
from kg.extraction.companions import Companions
from kg.extraction.found_constants import FOUND
from kg.extraction.home import HomeFinder
from kg.extraction.inner_towns import is_town_of
from kg.extraction.lands import OF_HOME
from kg.extraction.lives import OF_LIVES, find_lives
from kg.extraction.main_company import find_main_company
from kg.extraction.main_places import find_main_place
from kg.extraction.name_ends import ends_name
from kg.extraction.open_topics import find_open_topic
from kg.extraction.own_people import find_sender
from kg.extraction.titled_home import TitledHome
from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology

_SIDES = ("@first_side", "@second_side")
_ONLY = {"@town": "City", "@state": "Province"}
_ENDS = frozenset(["@first_end", "@middle_end", "@last_end"])
_TELLING = 2  # sentences back in which a company tells what its chief says next
_MEETING = frozenset(["Country", "IntergovernmentalBody"])
_OF_SIDES = frozenset(["Agreement", "Event"])
_NEAR = 4  # sentences back in which an occasion is still the one that is told of
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "agent"])
_ACTING = frozenset(["nsubj"])
_PARTS = frozenset(["poss", "compound", "nmod", "pobj", "prep"])  # of a noun phrase
_DEEP = 4  # steps from a name up to the subject it belongs to
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
        self.companions = Companions(arguments)
        self.lives = find_lives(arguments)
        self.own: dict[str, Callable[[int], Mention | None]] = {
            "@event": self._find_event,
            "@body_land": partial(find_body_land, arguments, self.home, inner),
            **{of: partial(find, arguments, self.home) for of, find in OF_HOME.items()},
        }
        self.only: dict[str, Mention | None] = {}  # by the name of the constant

    def find(self, name: str, token: int) -> Mention | None:
        """The mention a constant stands for at `token`, or None where the text leaves it open."""
        if name == "@home":
            sender = find_sender(token, ("Country",), self.arguments) or self.companions.find(token)
            home = self.home.find()
            if home is None and token and self.titled.is_of_state(token):
                home = self.home.only or self.find_inner_home()
            return sender or self.titled.find(token, home)
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
            bank = self._find_topic(token, ("Organization",))
            return bank if bank is not None and "bank" in bank.text.lower() else None
        kinds = ("Organization",) if name == "@topic" else ("Place",)
        sender = find_sender(token, kinds, self.arguments) if name == "@topic" else None
        return sender or self._find_topic(token, kinds)

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
        found = [ends[span] for span in sorted(ends)]
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
        if outer is not None and outer.text.lower().startswith("trans-"):
            return None  # "the Trans-Zenda Agreement": no side has that name
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

    def _find_topic(self, token: int, kinds: tuple[str, ...]) -> Mention | None:
        """What the paragraph is about at `token`: the nearest earlier subject of a fitting type.

        Else what a noun phrase of the sentence takes up ("said in the company's report"), else what
        most of the document is about, if one thing stands out.
        """
        sentence = self.parse.sentence_of[token]
        first = self.parse.sentences[sentence][0]
        paragraphs = self.arguments.recognized.paragraph_of
        best: Mention | None = None
        for mention in self.arguments.recognized.mentions:
            if mention.kind is not MentionKind.NAME or not self.arguments.fits(mention, kinds):
                continue
            start, end = self.arguments.ranges[mention]
            where = self.parse.sentence_of[start]
            if start >= token or where >= sentence or paragraphs[where] != paragraphs[sentence]:
                continue
            if any(dep in _SUBJECTS for dep in self.parse.deps[start:end]):  # "the Bank of X said"
                best = mention
        if "Organization" not in kinds:
            return best or self._find_taken_up(sentence, kinds)
        taken = None if best else self._find_taken_up(sentence, kinds)
        found = best or taken or self._find_teller_before(sentence)
        near = self._find_only_actor(first, token, _ACTING)
        if found and near and not taken and self.arguments.find_first(found) != near:
            if not best and paragraphs[sentence - 1] != paragraphs[sentence]:
                return near  # a paragraph that begins with who speaks
            return None  # "Norvik fell. Tarka will wait, spokesman X said": it may be either
        return found or near or self._main_company or find_open_topic(token, kinds, self.arguments)

    def _find_teller_before(self, sentence: int) -> Mention | None:
        """ "…, Norvik said. "We grow," chief executive X said": the only company acting just before."""
        first, last = (self.parse.sentences[k][0] for k in (max(sentence - _TELLING, 0), sentence))
        return self._find_only_actor(first, last, _SUBJECTS)

    def _find_only_actor(self, first: int, last: int, deps: frozenset[str]) -> Mention | None:
        """The company that is a subject in tokens first to last, if there is one alone."""
        acting = {
            self.arguments.find_first(m)
            for m in self.arguments.recognized.mentions
            if m.kind is MentionKind.NAME
            and first <= self.arguments.ranges[m][0] < last
            and self.arguments.fits(m, ("Company",))
            and any(self._acts(k, deps) for k in range(*self.arguments.ranges[m]))
        }
        return next(iter(acting)) if len(acting) == 1 else None

    def _acts(self, token: int, deps: frozenset[str]) -> bool:
        """Whether a token is a subject or belongs to one: "Norvik's shares fell", "sales of Norvik rose"."""
        for _ in range(_DEEP):
            if self.parse.deps[token] in deps:
                return True
            if self.parse.deps[token] not in _PARTS:
                return False
            token = self.parse.heads[token]
        return False

    def _find_taken_up(self, sentence: int, kinds: tuple[str, ...]) -> Mention | None:
        """The only named thing that nouns of the sentence ("the company") stand for."""
        found = {
            self.arguments.find_antecedent(m)
            for m in self.arguments.resolved
            if m.kind is MentionKind.NOMINAL
            and self.parse.sentence_of[self.arguments.ranges[m][0]] == sentence
            and self.arguments.fits(m, kinds)
        }
        named = [
            m
            for m in found
            if m.kind is MentionKind.NAME
            # "the bank [Norvik]" takes up nothing, it describes
            and self.parse.sentence_of[self.arguments.ranges[m][0]] != sentence
        ]
        return named[0] if len(named) == 1 else None

    @cached_property
    def _main_company(self) -> Mention | None:
        return find_main_company(self.arguments)
