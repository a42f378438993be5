"""From a value and its noun to an observation: owner, measure, period and change."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.abilities import find_being_able, has_auxiliary
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.body_countries import find_country
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.compared import ChangeFinder
from kg.extraction.figure_times import FigureTimes
from kg.extraction.figure_topic import FIRST_PERSONS, LANDS, FigureTopic
from kg.extraction.further_changes import FurtherChanges
from kg.extraction.goal_periods import settle_goal
from kg.extraction.goods_names import GoodsNamer
from kg.extraction.growth_naming import read_growth
from kg.extraction.hubs_of_towns import HubsOfTowns
from kg.extraction.measure_naming import gerund, leave_rate, name_bidden, participle
from kg.extraction.measure_tails import MeasureTails
from kg.extraction.measure_words import MeasureWords
from kg.extraction.measures import OwnerFinder
from kg.extraction.narrowing import OwnerNarrower
from kg.extraction.no_values import NoValues
from kg.extraction.only_home import OnlyHome
from kg.extraction.periods_near import PeriodPicker
from kg.extraction.presupposed import PresupposedFigures
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.rule import Rule
from kg.extraction.scope import ScopeReader
from kg.extraction.speaking import SpeakerFinder
from kg.extraction.subject_owners import SubjectOwners
from kg.extraction.told_shares import ToldShares
from kg.extraction.value_units import ValueUnits
from kg.extraction.values_beside import ValueFinder
from kg.extraction.weakening import find_outcome, read_foretold, weaken
from kg.extraction.work_phases import WorkPhases
from kg.model.claim import Modality, Qualifier
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity

_CLIMBED = 8  # heads above a value
_Owned = tuple[Mention, bool] | None  # an owner, and whether its clause tells it
_TRADED = frozenset(["export", "import", "trade", "gdp", "inflation", "remittance"])
_CAN = frozenset(["can"])
_TOLD = 0.75  # share of confidence where the owner was told before, not in the clause


class Observer:
    """Makes the observations of one document."""

    def __init__(
        self,
        words: MeasureWords,
        arguments: ArgumentFinder,
        qualifiers: QualifierFinder,
        scope: ScopeReader,
        home: Mention | None = None,
    ) -> None:
        self.words, self.home, self.scope = words, home, scope
        self.arguments, self.parse, self.qualifiers = arguments, arguments.parse, qualifiers
        self.speakers, self.held = SpeakerFinder(self.parse), PresupposedFigures(self.parse, scope)
        self.values, self.goods = ValueFinder(arguments, words), GoodsNamer(arguments, words)
        self.no_values, self.shares = NoValues(arguments, words), ToldShares(arguments, words)
        self.narrower = OwnerNarrower(arguments, words, qualifiers)
        self.owners = OwnerFinder(arguments, home)
        self.units = ValueUnits(self.values, words, self.owners)
        self.phases, self.hubs = WorkPhases(arguments), HubsOfTowns(arguments)
        self.find_owners = SubjectOwners(arguments, self.owners, self.phases, home).find
        self.picker = PeriodPicker(arguments, qualifiers)
        self.times = FigureTimes(words, arguments, self.owners, self.picker)
        self.made: dict[Span, Candidate] = {}  # by value
        self.loose: dict[Span, int] = {}  # values whose owner was told before, with their nouns
        self.last: Candidate | None = None
        self.lone = OnlyHome(arguments, self.owners, home)
        self.topic = FigureTopic(arguments, self.owners)
        self.shared: set[Span] = set()  # values that several have
        self.spent: set[Span] = set()  # percentages that are changes already
        self.changes = ChangeFinder(arguments, self.values, self.picker)
        self.tails = MeasureTails(arguments, words)
        self.whole = self.tails.whole
        self.further = FurtherChanges(self.changes, self.spent)

    def observe(
        self,
        rule: Rule,
        token: int,
        noun: int,
        value: Mention,
        *,
        owner: Mention | None = None,
        measure: str | None = None,
        change: Quantity | None = None,
        place: Mention | None = None,
    ) -> Iterator[Candidate]:
        """The observation of a value, told by a verb or noun (`token`); nothing without owner and measure."""
        again = self.shares.find_told(noun, self.last) if owner is None else None
        costing = value.origin == "money" and self.narrower.is_costing(noun)
        found = (again[0], False) if again else self._settle_owner(owner, noun, costing=costing)
        if found is None or (measure is None and self.no_values.is_given(value, noun)):
            return
        owner, place = self._narrow(found[0], noun, place)
        text = measure or (again[1] if again else self._name(noun, value, owner))
        value = self.units.settle(value, noun, text, self.last)
        text, change = read_growth(self.shares.spell_out(text, noun, value, owner), value, change)
        text = self.phases.name(self._name_people(text, token, owner), token)
        if not text or not text[0].isalnum() or self.no_values.bars(value, noun):
            return
        text = self.tails.complete(text, rule.shape, token, noun, value, owner, change)
        owner, told = self.hubs.narrow(owner, text, value), not found[1]
        modality = self._read_modality(rule, token, noun, text)
        period = None if costing else self.times.find(rule, noun, value, owner, modality, told)
        self._note_owner(text, noun, owner, period, value, told=told)
        candidate = Candidate(
            rule=rule,
            subject=owner,
            object=value,
            token=token,
            qualifiers=self._describe(value, text, change, place, period),
            modality=modality,
            confidence=rule.confidence * (_TOLD if told else 1.0),
        )
        yield self._remember(value, candidate)

    def _narrow(
        self, owner: Mention, noun: int, place: Mention | None
    ) -> tuple[Mention, Mention | None]:
        """What of an owner the figure is told of, and where, unless that is the owner itself."""
        told = self.owners.beside.find_described(self.narrower.narrow(owner, noun))
        return told, None if place == told else place

    def _note_owner(
        self,
        text: str,
        noun: int,
        owner: Mention,
        period: Period | None,
        value: Mention,
        *,
        told: bool,
    ) -> None:
        """For what is measured later, but of shares and goods; the value's owner may have been `told` before."""
        self.loose |= {value.span: noun} if told else {}
        named = self.arguments.find_first(owner).kind is MentionKind.NAME
        aside = owner.text.lower() in FIRST_PERSONS and not named
        whole = not text.startswith(f"{self.words.share} of ") and owner.type != "Product"
        if whole and not aside:
            lasting = None if value.span in self.times.before else period
            self.owners.remember(noun, owner, lasting)

    def _name_people(self, text: str | None, token: int, owner: Mention) -> str | None:
        """ "a district of 65,000 inhabitants": its population."""
        told = text in self.words.inhabitants and self.parse.tags[token][:2] != "VB"
        return self.words.population if told and self.arguments.fits(owner, LANDS) else text

    def _name(self, noun: int, value: Mention, owner: Mention) -> str | None:
        text = self.owners.measure_text(noun) or self.shares.name(noun, value)
        return text + self.owners.markets.name_place(noun, owner) if text else None

    def _remember(self, value: Mention, candidate: Candidate) -> Candidate:
        """Adds who says it. A value has one observation: what comes later is left out."""
        candidate.speaker = self.speakers.find(candidate.token)
        if value.span not in self.made:
            self.last = self.made[value.span] = candidate
        return candidate

    def _settle_owner(self, owner: Mention | None, noun: int, *, costing: bool) -> _Owned:
        if not costing:
            return self._find_owner(owner, noun)
        works = self.narrower.find_costing(noun, owner)
        return (works, True) if works is not None else None

    def _find_owner(self, owner: Mention | None, noun: int) -> tuple[Mention, bool] | None:
        """Whose a measure is, and whether its clause tells it; who only tells of it is not meant."""
        if owner is None and (goods := self.goods.find_worldwide(noun)) is not None:
            return goods, True
        if owner is not None and self._is_teller(owner, noun):
            owner = (self.owners.find(noun) or (self.home or find_country(owner, self.arguments),))[
                0
            ]
        told = (owner, True) if owner is not None else self.owners.find(noun)
        if told is not None and self._is_told_of_land(told[0], noun):
            land = self.home or find_country(told[0], self.arguments)
            return (land, True) if land is not None else None
        return told or self.lone.find_measured(noun) or self.topic.find_measured(noun)

    def _is_told_of_land(self, owner: Mention, noun: int) -> bool:
        """ "…, the bureau said. Its exports rose": no body of government trades."""
        traded = self.parse.lemmas[noun] in _TRADED
        body = owner.kind is MentionKind.PRONOUN and self.arguments.fits(owner, ("GovernmentBody",))
        return traded and body

    def _is_teller(self, owner: Mention, noun: int) -> bool:
        """ "The ministry reported exports of 5 billion": a body of government tells of its country."""
        economy = self.owners.field_of(noun) == "economy"
        macro = self.parse.lemmas[noun] in self.words.macro and self.arguments.fits(
            owner, ("Company",)
        )
        return economy and (macro or self.arguments.fits(owner, ("GovernmentBody",)))

    def _describe(
        self,
        value: Mention,
        measure: str,
        change: Quantity | None,
        place: Mention | None,
        period: Period | None,
    ) -> list[Qualifier]:
        """Measure, equivalents, change, place and period of an observation."""
        details = [Qualifier(name="measure", value=leave_rate(measure))]
        details += [Qualifier(name="equivalent", value=q) for q in value.equivalents]
        found = self.changes.find_change(value) or self.further.find(value)
        change = change or self.tails.leave(found, value)
        told = (("change", change), ("place", place), ("period", period))
        return details + [Qualifier(name=n, value=v) for n, v in told if v is not None]

    def is_entity(self, token: int) -> bool:
        """Whether a phrase is a thing itself and not one of its measures."""
        return any(
            m.kind in {MentionKind.NAME, MentionKind.PRONOUN}
            or (m.kind is MentionKind.NOMINAL and self.arguments.is_referring(m))
            for m in self.arguments.by_token.get(token, ())
        )

    def is_amount(self, value: Mention) -> bool:
        """Whether money is the amount of a statement: what somebody invested, paid or lent."""
        if value.origin != "money":
            return False
        start, verb = self.arguments.ranges[value][0], self.qualifiers.owner_of(value)
        paid, link = (*self.parse.lemmas[max(start - 2, 0) : start], "", "")[:2]
        if link == "of" and paid in self.words.takings:
            return False  # "will pay a dividend of 12 cents", "buys a firm with sales of 9 million"
        return self.parse.lemmas[verb] in self.words.amount_verbs and not self._is_in_subject(value)

    def _is_in_subject(self, value: Mention) -> bool:
        """ "The group, with sales of 6 billion euros, buys": a sum that belongs to who acts."""
        parse, token = self.parse, self.qualifiers.head_of(value)
        for _ in range(_CLIMBED):
            if parse.deps[token] == "nsubj":
                return True
            if parse.tags[token][:2] == "VB" or parse.heads[token] == token:
                return False
            token = parse.heads[token]
        return False

    def name_done(self, text: str, clause: Clause) -> str:
        """ "jobs created": the verb tells what was done, unless it only places what is counted."""
        verb, _, particle = clause.lemma.partition(" ")
        named = text.lower().removesuffix("s") == verb  # "plans to export 7 tonnes": its exports
        if verb == "be" or named or verb in self.words.plain_verbs | self.words.reporting:
            return text
        whole = self.words.participles.get(clause.lemma)  # "made up"
        done = participle(self.parse, self.words.participles, clause.token, verb)
        bidden = name_bidden(self.parse, clause.token) if clause.passive else ""
        return f"{text} {whole or f'{done} {particle}'.rstrip()}{bidden}"  # "workers taken on"

    def name_able(self, clause: Clause) -> str | None:
        """ "can handle 550,000 containers": its handling capacity; None where nothing is able."""
        able = has_auxiliary(self.parse, clause.token)
        able = able or find_being_able(self.parse, clause.token) is not None
        if not able or clause.lemma not in self.words.capacity_verbs:
            return None
        return f"{gerund(clause.lemma)} {self.words.capacity}"

    def _read_modality(self, rule: Rule, token: int, noun: int, measure: str) -> Modality:
        """The modality of a figure; what a thing can do, it is able to do now."""
        so = rule.shape in {"opening-value", "possessed", "distance-from"}
        if so or self.held.is_held(token, noun):
            return Modality.ACTUAL  # "With 40 ships, Norvik plans to"
        if self.parse.tags[token][:2] != "VB":
            return self.held.settle(noun, token)
        able = has_auxiliary(self.parse, token, _CAN)
        being = find_being_able(self.parse, token)
        capacity = f"{gerund(self.parse.lemmas[token])} {self.words.capacity}"
        token = find_outcome(self.parse, token)
        able = able and (measure == capacity or measure.startswith(f"{self.words.share} of "))
        if being is not None and measure == capacity:
            return read_foretold(self.parse, being, self.scope.read(being))
        return Modality.ACTUAL if able else read_foretold(self.parse, token, self.scope.read(token))

    def plan(self, candidate: Candidate, modality: Modality | None = None) -> None:
        """What is aimed at is planned, unless it is less, and of the time by which it is to be."""
        candidate.modality = weaken(modality or candidate.modality, Modality.PLANNED)
        candidate.qualifiers = [
            replace(q, value=settle_goal(q.value, candidate.modality) or q.value)
            if isinstance(q.value, Period)
            else q
            for q in candidate.qualifiers
        ]


def signed(percent: Mention, falling: bool) -> Quantity | None:
    """A change as a signed percentage."""
    quantity = percent.value
    if not isinstance(quantity, Quantity) or quantity.unit != "%":
        return None
    return replace(quantity, value=-quantity.value if falling else quantity.value)
