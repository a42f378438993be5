"""How much those do who are told by what they do: "the main supplier with 235,000 bpd", "comes third with 58,000"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.past_rows import find_period
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.parse import FINITE
from kg.model.period import Period

_BEFORE = 4  # tokens from "with" to the value: "with an average of 115,000 bpd"
_FAR = 14  # tokens from a verb to "with"
_NEAR = 2  # sentences back in which the measure of a ranking is told
_TRADE = frozenset(["export", "import", "shipment", "supply"])
_FILLERS = frozenset("an a average of about some around just nearly over".split())  # noqa: SIM905


class DoerShapes(Shapes):
    """The shape, over the values that no clause took."""

    def with_so_much(self, rule: Rule) -> Iterator[Candidate]:
        """ "Kenya is the largest exporter of tea, with 400,000 tonnes": the measure is what a doer does."""
        last: Candidate | None = None
        for value in self.values.all():
            made = self.observer.made.get(value.span)
            if made is not None:
                last = made
                continue
            verb = self._find_verb(rule, value)
            owner = self._find_subject(verb) if verb is not None else None
            measure = self._name(verb, value, last) if verb is not None else None
            if verb is None or owner is None or measure is None:
                continue
            for candidate in self.observer.observe(
                rule, verb, verb, value, owner=owner, measure=measure
            ):
                self._put_period(candidate, last, verb)
                last = candidate
                yield candidate

    def _put_period(self, candidate: Candidate, last: Candidate | None, verb: int) -> None:
        """A ranking is of the time that the figure before it, or the trade that it goes on with, is told of."""
        if find_period(candidate) is not None:
            return
        beside = (
            last is not None
            and self.parse.sentence_of[verb] - self.parse.sentence_of[last.token] <= 1
        )
        if last is not None and (last.measure == candidate.measure or beside):
            candidate.qualifiers += [q for q in last.qualifiers if q.name == "period"]
        elif (
            candidate.measure != (last.measure if last else "")
            and self._find_trade(verb) is not None
        ):
            candidate.qualifiers += self._find_lead_period(verb)

    def _find_trade(self, verb: int) -> int | None:
        """ "Peru's [exports] of tea rose. Kenya came first with": the trade told in the sentence before."""
        sentence = self.parse.sentence_of[verb]
        if sentence == 0:
            return None
        tokens = range(*self.parse.sentences[sentence - 1])
        found = [
            t for t in tokens if self.parse.lemmas[t] in _TRADE and self.parse.tags[t][0] == "N"
        ]
        return found[0] if len(found) == 1 else None

    def _find_lead_period(self, verb: int) -> list[Qualifier]:
        """The only period of the sentence before."""
        first, last = self.parse.sentences[self.parse.sentence_of[verb] - 1]
        told = [
            m.value for m in self.arguments.list_periods(first, last) if isinstance(m.value, Period)
        ]
        return [Qualifier(name="period", value=told[0])] if len(told) == 1 else []

    def _find_verb(self, rule: Rule, value: Mention) -> int | None:
        """The verb of being or ranking before "with" and a value, with nothing else told between."""
        parse, link = self.parse, self.arguments.ranges[value][0] - 1
        end = self.arguments.ranges[value][1]
        own = parse.words[end : end + 1] not in (["of"], ["in"])  # "with 3,000 tonnes of capacity"
        known = value.origin in {"measure", "money"} and (
            own or parse.tags[end + 1 : end + 2] == ["CD"]
        )
        for _ in range(_BEFORE):
            if parse.words[link].lower() == "with" or parse.words[link].lower() not in _FILLERS:
                break
            link -= 1
        if not known or parse.words[link].lower() != "with":
            return None
        first = parse.sentences[parse.sentence_of[link]][0]
        for token in range(link - 1, max(first, link - _FAR) - 1, -1):
            if self.values.at(token):
                return None
            if parse.tags[token] in FINITE:
                return token if parse.lemmas[token] in rule.verbs else None
        return None

    def _find_subject(self, verb: int) -> Mention | None:
        """The one named thing that is the subject of a verb."""
        parse = self.parse
        subjects = [c for c in parse.list_subjects(verb, passive=False) if c < verb]
        several = any(parse.deps[c] == "conj" for s in subjects for c in parse.children[s])
        if len(subjects) != 1 or several:
            return None
        found = self.arguments.find(subjects[0], OWNERS)
        told = found is not None and found.kind in {MentionKind.NAME, MentionKind.PRONOUN}
        return found if told else None

    def _name(self, verb: int, value: Mention, last: Candidate | None) -> str | None:
        """What is measured: by the noun of the doer, or as it was told before of another one in a ranking."""
        parse = self.parse
        doers = [c for c in parse.children[verb] if parse.deps[c] == "attr"]
        if doers:
            measure = self.words.doers.get(parse.lemmas[doers[0]])
            goods = self._find_goods(doers[0])
            return f"{goods} {measure}" if measure and goods else measure
        near = last is not None and parse.sentence_of[verb] - parse.sentence_of[last.token] <= _NEAR
        if not self._is_ranked(verb):
            return None
        if last is not None and near and read_unit(last.object) == read_unit(value):
            return last.measure
        changed = last is None or not near or read_unit(last.object) == "%"
        trade = self._find_trade(verb) if changed else None
        return self.observer.owners.measure_text(trade) if trade is not None else None

    def _find_goods(self, doer: int) -> str | None:
        """ "exporter of [tea]", "[oil] supplier"."""
        parse = self.parse
        beside = [c for c in parse.children[doer] if parse.deps[c] == "compound" and c == doer - 1]
        behind = [
            inner
            for link in parse.children[doer]
            if parse.lemmas[link] == "of"
            for inner in parse.children[link]
        ]
        plain = [t for t in (*beside, *behind) if parse.tags[t] in {"NN", "NNS"}]
        return parse.words[plain[0]] if plain else None

    def _is_ranked(self, verb: int) -> bool:
        """ "comes third", "ranked second"."""
        near = range(verb + 1, min(verb + 3, len(self.parse.words)))
        return any(m.origin == "ordinal" for t in near for m in self.arguments.by_token.get(t, ()))
