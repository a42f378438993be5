"""Whose the figures of a text are that no sentence gives to anybody: the thing that its other figures are of."""

from collections.abc import Iterable, Iterator, Mapping

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.lone_owners import OWNERS, LoneOwners, list_named_owners
from kg.extraction.measures import OwnerFinder
from kg.extraction.told_owners import OWNERS_BY_FIELD
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind, read_unit

_TELLERS = ("GovernmentBody", "MediaOutlet", "ResearchBody")  # who only report a measure
_TOPICS = ("Place", "Company", "Project", "TransportCorridor", "Event")
_FAR = 6  # sentences over which a series of figures in one unit goes on
LANDS = ("Country", "Province", "City", "District", "Region")
_LEAD = 4  # sentences of headline and lead
_SOLE = ("LogisticsHub", "Country", "Province")
_COSTING = "works-estimated"  # what works are put at makes no text one about them
_SEVERAL = 2  # figures that tell of one thing, for the text to do so
FIRST_PERSONS = frozenset(["we", "our", "ours", "us", "my", "i", "me"])


class FigureTopic(LoneOwners):
    """Finds the owner that a text's figures have in common, in one document."""

    def __init__(self, arguments: ArgumentFinder, owners: OwnerFinder) -> None:
        super().__init__(arguments, owners)
        self.parse = arguments.parse
        words = load_lexicon("measures")
        self.telling = load_lexicon("scope").get("speech")
        self.of_works = words.get("cost_nouns") | frozenset(
            words.get_mapping("value_measures").values()
        )
        self.topic: Mention | None = None
        self.told: dict[int, Mention] = {}  # sentence → whose its last figure is
        self.units: set[tuple[int, str]] = set()  # sentences and units of the topic's figures

    def settle(self, made: Iterable[Candidate]) -> None:
        """Chooses the topic once the figures that tell their owner are known."""
        sentence_of, first = self.parse.sentence_of, self.arguments.find_first
        told = (c for c in made if c.rule.shape != _COSTING)
        figures = sorted(told, key=lambda c: c.token)
        self.told = {sentence_of[c.token]: first(c.subject) for c in figures}
        lead = next((c.subject for c in figures if sentence_of[c.token] < _LEAD), None)
        lead = lead or self._find_sole(figures)
        topic = first(lead) if lead is not None else None
        part = lead is not None and self.owners.parts.is_owner(lead)  # "Norvik's freight arm"
        fits = topic is not None and self.arguments.fits(topic, _TOPICS)
        self.topic = topic if fits and not part else None
        own = (c for c in figures if topic and self._is_topic(first(c.subject), topic))
        self.units = {
            (sentence_of[c.token], read_unit(c.object))
            for c in own
            if isinstance(c.object, Mention) and read_unit(c.object)
        }

    def _find_sole(self, figures: list[Candidate]) -> Mention | None:
        """The port or land that all the figures are of, where several are told and headline or lead names it."""
        owners = {self.arguments.find_first(c.subject) for c in figures}
        if len(owners) != 1 or len(figures) < _SEVERAL:
            return None
        sole = owners.pop()
        token = self.arguments.ranges.get(sole, (0, 0))[0]
        named = sole.kind is MentionKind.NAME and self.parse.sentence_of[token] < _LEAD
        return sole if named and self.arguments.fits(sole, _SOLE) else None

    def keep(self, found: Iterable[Candidate], loose: Mapping[Span, int]) -> Iterator[Candidate]:
        """Of candidates those that are the topic's because nobody else has them."""
        for candidate in found:
            value = candidate.object
            noun = loose.get(value.span) if isinstance(value, Mention) else None
            if noun is not None and candidate.subject is self.topic and self.find(noun) is not None:
                yield candidate

    def take_over(self, figures: Iterable[tuple[Candidate, int]]) -> None:
        """Gives the topic what was given to another thing that its paragraph does not tell, and that was told last."""
        for candidate, noun in figures:
            if self.topic is None or self._is_topic(
                self.arguments.find_first(candidate.subject), self.topic
            ):
                continue
            apart = not self._tells(candidate.subject, noun)
            if apart and self.find(noun, anew=True) is not None:
                candidate.subject = self.topic

    def _tells(self, owner: Mention, noun: int) -> bool:
        """Whether the paragraph of a measure tells a thing before it, or the heading above does."""
        recognized, first = self.arguments.recognized, self.arguments.find_first
        labelled = self.owners.told.find_labelled(noun)
        if labelled is not None and first(labelled).text == first(owner).text:
            return True
        paragraph_of, sentence_of = recognized.paragraph_of, self.parse.sentence_of
        paragraph = paragraph_of[sentence_of[noun]]
        return any(
            self.arguments.ranges[m][0] < noun
            and paragraph_of[sentence_of[self.arguments.ranges[m][0]]] == paragraph
            and first(m).text == first(owner).text
            for m in recognized.mentions
            if m in self.arguments.ranges and m.type is not None
        )

    def goes_on_in(self, values: Iterable[Mention], noun: int) -> bool:
        """ "… 12 million tonnes. Crude oil was 3 million tonnes": figures in one unit, told of goods one by one."""
        sentence = self.parse.sentence_of[noun]
        near = {u for s, u in self.units if u != "%" and 0 <= sentence - s <= _FAR}
        return any(read_unit(value) in near for value in values)

    def find(self, noun: int, *, anew: bool = False) -> tuple[Mention, bool] | None:
        """The topic, which no clause tells (False), where a sentence gives the measure to nobody else."""
        topic, sentence = self.topic, self.parse.sentence_of[noun]
        if topic is None or self.is_of_others(noun) or self.names_others(sentence, topic):
            return None
        if topic.kind is MentionKind.NOMINAL and self.arguments.ranges[topic][0] > noun:
            return None  # "Revenue is put at 6 million, and 2 million will be spent on roads"
        goes_on = anew or self._goes_on(sentence, topic)
        return (topic, False) if goes_on and self._fits(noun, topic) else None

    def _goes_on(self, sentence: int, topic: Mention) -> bool:
        """Whether nothing else was measured last, in the same paragraph."""
        paragraph_of = self.arguments.recognized.paragraph_of
        before = [
            s for s in self.told if s <= sentence and paragraph_of[s] == paragraph_of[sentence]
        ]
        return not before or self._is_topic(self.told[max(before)], topic)

    def _is_topic(self, owner: Mention, topic: Mention) -> bool:
        return owner == topic or owner.text == topic.text

    def _fits(self, noun: int, topic: Mention) -> bool:
        """Whether a thing of the topic's type has such measures."""
        field = self.owners.field_of(noun)
        if self.parse.lemmas[noun] in self.of_works and self.arguments.fits(topic, LANDS):
            return False  # a capacity, a cost
        fields = OWNERS_BY_FIELD.get(field or "", OWNERS)
        either = (
            field in {"economy", "business"} and self.parse.lemmas[noun] in self.owners.told.either
        )
        return either or self.arguments.fits(topic, fields)

    def names_others(self, sentence: int, topic: Mention) -> bool:
        """Whether a sentence names anything else that has figures, but who says it, or somebody speaks of himself."""
        start, end = self.parse.sentences[sentence]
        if any(self.parse.words[t].lower() in FIRST_PERSONS for t in range(start, end)):
            return True
        return any(
            not self.arguments.fits(mention, _TELLERS)
            and not self._is_topic(self.arguments.find_first(mention), topic)
            and not self._only_tells(mention, token)
            for mention, token in list_named_owners(sentence, self.arguments)
        )

    def _only_tells(self, mention: Mention, token: int) -> bool:
        """ "Jane Doe of the institute said": who speaks of others; a firm speaks of itself."""
        speaks = self.parse.lemmas[self.parse.heads[token]] in self.telling
        return speaks and not self.arguments.fits(mention, ("Company",))
