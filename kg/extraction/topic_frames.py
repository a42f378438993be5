"""Figures left in a text that tells of one thing: "Crude oil made up $5 billion", "a surplus of $2 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.lone_owners import is_told_elsewhere
from kg.extraction.measure_naming import participle
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind, read_unit

_FIGURE = 10  # fewer are told of one by one
_CLIMBED = 6  # heads above a noun up to its verb
_VERBAL = frozenset(["dobj", "attr", "npadvmod", "oprd"])
_LINKS = frozenset(["at", "to", "for", "in"])
_OF = frozenset(["of", "at", "with", "on"])
_NOUNS = frozenset(["NN", "NNS"])
_COUNTING = frozenset(["nummod", "quantmod"])
_BEFORE = frozenset(["nummod", "compound", "amod", "nmod", "quantmod"])
_COUNTED = frozenset(["dobj", "nsubjpass", "attr"])
_DONE = frozenset(["dobj", "nsubjpass"])


class TopicFrames(Shapes):
    """The shape, over the values of one document that no other shape took."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.agents = words.get("many_holders") | words.get("others_nouns") | words.get("people")
        self.agents |= words.get("unnamed_subjects") | words.get("outsiders")
        self.sharing = (
            words.get("share_verbs") | words.get("part_verbs") | words.get("making_up_verbs")
        )
        self.telling = self.sharing | words.get("reach_verbs") | {"be"}
        self.moving = words.get("rise_verbs") | words.get("fall_verbs")
        self.none = (
            words.get("amount_nouns")
            | words.get("no_measures")
            | words.get("uncounted")
            | words.get("time_units")
        )

    def of_topic(self, rule: Rule) -> Iterator[Candidate]:
        """Each value by the noun that it counts, that it is of or that its clause tells it of."""
        topic = self.observer.topic
        for value in self.values.all() if topic.topic is not None else ():
            if value.span in self.observer.made or self._is_time(value):
                continue
            found = self._read(value)
            if found is None or topic.find(found[0]) is None:
                continue
            if topic.topic is None or is_told_elsewhere(found[0], topic.topic, self.arguments):
                continue
            noun, measure = found
            counted = self.values.with_unit(value, noun) if value.origin == "number" else value
            verb = self._find_verb(noun)
            yield from self.observer.observe(
                rule, verb, noun, counted, owner=topic.topic, measure=measure
            )

    def _is_time(self, value: Mention) -> bool:
        return read_unit(value) in self.words.time_units

    def _read(self, value: Mention) -> tuple[int, str] | None:
        """The measured noun and the measure."""
        head = self.observer.qualifiers.head_of(value)
        above, dep = self.parse.heads[head], self.parse.deps[head]
        if value.origin == "number":
            return self._read_count(value, above) if dep in _COUNTING else None
        if dep in _BEFORE and self.parse.lemmas[above] in self.words.nouns:
            return self._name(above) if self._stands_before(value, above) else None
        if dep in _VERBAL and self.parse.tags[above][:2] == "VB":
            return self._read_subject(above, value)
        if dep == "pobj":
            link, over = above, self.parse.heads[above]
            word = self.parse.lemmas[link]
            if word in _OF and self._is_measure(over):
                return self._name(over)
            if word in _LINKS and self.parse.tags[over][:2] == "VB":
                return self._read_subject(over, value)
        return None

    def _read_count(self, value: Mention, noun: int) -> tuple[int, str] | None:
        """ "12,400 vessels", with what is done to them."""
        lemma = self.parse.lemmas[noun]
        plural = self.parse.tags[noun] == "NNS" and lemma not in self.none
        if not plural or self.size_of(value) < _FIGURE or self.is_named(noun):
            return None
        found = self._name(noun)
        verb, dep = self.parse.heads[noun], self.parse.deps[noun]
        if found is None or dep not in _COUNTED or self.parse.tags[verb][:2] != "VB":
            return None
        if any(self.parse.deps[c] == "expl" for c in self.parse.children[verb]):
            return found  # "there are 40 berths"
        if self.parse.lemmas[verb] in self.telling:
            return self._read_subject(verb, value)
        if dep not in _DONE or not self._is_done_by_anybody(verb):
            return None
        done = participle(self.parse, self.words.participles, verb, self.parse.lemmas[verb])
        return noun, f"{found[1]} {done}"

    def _is_done_by_anybody(self, verb: int) -> bool:
        """ "farmers planted 30,000 trees": whom nobody knows; not so "the parent company employs 300 people"."""
        if self.parse.lemmas[verb] in self.words.uncounting:
            return False
        subjects = self.parse.list_subjects(verb, passive=False)
        return all(
            self.parse.tags[t] == "NNS" and not self.arguments.by_token.get(t) for t in subjects
        )

    def _read_subject(self, verb: int, value: Mention) -> tuple[int, str] | None:
        """ "Crude oil made up $5 billion": the subject, whose share a percentage is."""
        subjects = self.parse.list_subjects(verb)
        lemma = self.parse.lemmas[verb]
        parts = (c for c in self.parse.children[verb] if self.parse.deps[c] == "prt")
        verbs = {lemma, *(f"{lemma} {self.parse.words[c].lower()}" for c in parts)}
        if not verbs & self.telling:
            return None
        if len(subjects) != 1 or not self._is_measure(subjects[0]):
            return None
        found = self._name(subjects[0])
        if found is None or value.origin != "percent":
            return found
        if verbs & self.sharing:
            return found[0], f"{self.words.share} of {found[1]}"
        return None if verbs & self.moving else found

    def _stands_before(self, value: Mention, noun: int) -> bool:
        """ "a $12 million budget surplus": whether only the noun's own words stand between."""
        end = self.arguments.ranges[value][1]
        return end <= noun and all(self.parse.tags[t][0] in "NJH" for t in range(end, noun))

    def _is_measure(self, noun: int) -> bool:
        """Whether a common noun may be measured: no agent, no time, no thing told apart."""
        if (
            self.parse.tags[noun] not in _NOUNS
            or self.parse.lemmas[noun] in self.agents | self.none
        ):
            return False
        return not any(
            m.kind in {MentionKind.NAME, MentionKind.PERIOD, MentionKind.QUANTITY, MentionKind.POST}
            or (m.kind is MentionKind.NOMINAL)
            for m in self.arguments.by_token.get(noun, ())
        )

    def _name(self, noun: int) -> tuple[int, str] | None:
        text = self.observer.owners.measure_text(noun)
        return (noun, text) if text else None

    def _find_verb(self, noun: int) -> int:
        return self.parse.climb_to_verb(noun, _CLIMBED)
