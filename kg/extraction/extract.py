"""extract(): a recognized document → claims."""

from dataclasses import replace

from kg.extraction.acting import drop_acting_wares
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.attribution import AttributionReader
from kg.extraction.bare_mentions import find_bare
from kg.extraction.bearers import find_bearers
from kg.extraction.candidate import Candidate
from kg.extraction.casting import swap_cast
from kg.extraction.certainty import temper_claim
from kg.extraction.claim_speakers import ClaimSpeakers
from kg.extraction.clause import Clause
from kg.extraction.clausing import ClauseBuilder
from kg.extraction.coming import settle_coming
from kg.extraction.consortia import find_deeds_of_members
from kg.extraction.constants import ConstantFinder
from kg.extraction.county_governors import lift_to_states
from kg.extraction.deal_amounts import DealAmounts
from kg.extraction.echoes import drop_echoes
from kg.extraction.ended_states import settle_end
from kg.extraction.ended_ties import EndedTies
from kg.extraction.estimating import EstimateReader
from kg.extraction.existence import ExistenceReader, settle_existence
from kg.extraction.false_posts import FalsePosts
from kg.extraction.firm_bearers import tell_firms
from kg.extraction.first_person import link_first_persons
from kg.extraction.full_titles import write_titles_out
from kg.extraction.inner_places import split_inner_places
from kg.extraction.invested_sums import drop_paid
from kg.extraction.kinds_told import is_kind
from kg.extraction.lasting import settle_lasting
from kg.extraction.match_clause import ClauseMatcher
from kg.extraction.match_measure import MeasureMatcher
from kg.extraction.match_phrase import PhraseMatcher
from kg.extraction.member_rows import settle_members
from kg.extraction.merging import merge_claims
from kg.extraction.most_specific import drop_less_telling
from kg.extraction.moves_going_on import MovesGoingOn
from kg.extraction.nameless_owners import NamelessOwners
from kg.extraction.officer_figures import OfficerFigures
from kg.extraction.officials import find_officials
from kg.extraction.one_holder import HolderChooser
from kg.extraction.others_dropped import drop_others
from kg.extraction.phrase_times import PhraseTimes
from kg.extraction.post_conflicts import PostConflicts
from kg.extraction.post_series import add_series
from kg.extraction.post_times import PostTimes
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.rows_followed import follow_rows
from kg.extraction.rows_in_turn import settle_turns
from kg.extraction.rule import RuleSet
from kg.extraction.signing_holders import put_bodies_for_signers
from kg.extraction.sole_holders import SoleHolderChooser
from kg.extraction.starts_later import StartsLater
from kg.extraction.succession import SuccessionReader
from kg.extraction.titles import TitleReader
from kg.extraction.whole_titles import WholeTitles
from kg.model.claim import Claim, Reading
from kg.model.document import Span
from kg.model.mention import SETTLED, Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology
from kg.stopwatch import Stopwatch

_CLOSE = 2  # tokens between a town and its land: "Zenda, in Ruritania"
_FEW = 9  # things that may be told one by one
_OF_FEW = frozenset(["owns", "develops"])
_LANDS, _TOWNS = frozenset(["Province", "Country"]), frozenset(["City", "District"])
_RESTATING = frozenset(["headquarteredIn", "activeIn"])
_LINKING = frozenset(["connects", "connectedTo"])


class Extractor:
    """All rules, loaded once; holds no state between documents."""

    def __init__(
        self, rules: RuleSet, ontology: Ontology, stopwatch: Stopwatch | None = None
    ) -> None:
        self.stopwatch = stopwatch or Stopwatch()
        self.rules = rules
        self.ontology = ontology
        self.clauses = ClauseMatcher(rules, ontology)
        self.phrases = PhraseMatcher(rules, ontology)
        self.measures = MeasureMatcher(rules, ontology)
        titles = TitleReader()
        self.holders, self.false_posts = HolderChooser(titles), FalsePosts(titles)
        self.sole_holders = SoleHolderChooser()
        self.succession = SuccessionReader()
        self.nameless, self.estimates = NamelessOwners(), EstimateReader()
        self.nouns = frozenset(rules.by_noun)

    def extract(self, recognized: Recognized, trace: list[str] | None = None) -> Reading:
        """The reading of one document: its claims, and its mentions with officials told apart."""
        with self.stopwatch.measure("clauses"):
            plain, inner = split_inner_places(recognized)
            arguments = ArgumentFinder(plain, self.ontology)
            builder = ClauseBuilder(recognized.parse, self.nouns, find_bearers(arguments))
            clauses = [c for c in builder.build() if not _is_in_name(c, arguments)]
            tell_firms(clauses, arguments)
        with self.stopwatch.measure("rules"):
            return self._apply(recognized, arguments, builder, clauses, inner, trace)

    def _apply(
        self,
        recognized: Recognized,
        arguments: ArgumentFinder,
        builder: ClauseBuilder,
        clauses: list[Clause],
        inner: tuple[Mention, ...],
        trace: list[str] | None,
    ) -> Reading:
        qualifiers = QualifierFinder(arguments, self.ontology)
        constants = ConstantFinder(arguments, self.ontology, inner)
        candidates: list[Candidate] = []
        for clause in clauses:
            candidates += self.clauses.match(clause, arguments, qualifiers, constants, trace)
        scope, speakers = builder.scope, builder.speakers
        candidates += self.phrases.match(arguments, constants, scope, speakers, trace)
        told = ClaimSpeakers(arguments, AttributionReader(arguments, speakers))
        spoken = link_first_persons(candidates, arguments, told.attribution, speakers)
        home = (constants.find("@home", 0) if clauses else None) or constants.find_inner_home()
        officers = OfficerFigures(candidates, arguments, told.attribution, speakers)
        candidates += self.measures.match(clauses, arguments, qualifiers, scope, home, officers)
        candidates += find_deeds_of_members(candidates, arguments)
        candidates = follow_rows(candidates, clauses, arguments, self.rules)
        candidates = self.estimates.drop(self.nameless.drop(candidates, arguments), arguments)
        candidates = [*lift_to_states(candidates, arguments)]
        candidates = PostConflicts(arguments, constants.owners).settle(candidates)
        candidates = self.holders.choose(self.false_posts.drop(candidates, arguments), arguments)
        candidates = settle_turns(drop_others(candidates, arguments), arguments)
        candidates = self.sole_holders.choose(candidates, arguments)
        candidates = settle_members(add_series(candidates, arguments, self.rules), arguments)
        candidates += self.succession.follow(clauses, candidates, arguments)
        self._settle(candidates, arguments, qualifiers, builder)
        DealAmounts(arguments, qualifiers).settle(candidates)
        claims = [self._claim(c, arguments, told) for c in drop_paid(candidates, arguments)]
        claims = merge_claims([c for c in claims if self._is_sound(c, arguments)])
        claims = settle_coming(MovesGoingOn(arguments).settle(claims), arguments)
        first = arguments.find_first
        claims = drop_less_telling(drop_acting_wares(claims, first), first)
        claims = drop_echoes(write_titles_out(claims, first), first)
        return _make_reading(spoken.tie(recognized), claims, self.ontology)

    def _settle(
        self,
        candidates: list[Candidate],
        arguments: ArgumentFinder,
        qualifiers: QualifierFinder,
        builder: ClauseBuilder,
    ) -> None:
        """Gives what rules found its times, titles and signers that stand farther off, and denies what there is not."""
        candidates[:] = put_bodies_for_signers(candidates, arguments)
        existence = ExistenceReader(arguments, builder.scope)
        times = PostTimes(arguments, qualifiers, builder.scope)
        ties = EndedTies(arguments, qualifiers, builder.scope)
        phrased = PhraseTimes(arguments, qualifiers)
        whole = WholeTitles(arguments, self.phrases.titles)
        starts = StartsLater(arguments, qualifiers)
        for candidate in candidates:
            times.settle(candidate)
            starts.settle(candidate)
            ties.settle(candidate)
            phrased.settle(candidate)
            whole.settle(candidate)
            settle_existence(candidate, existence)
            settle_end(candidate, arguments)
            settle_lasting(candidate, arguments, qualifiers)

    def _claim(
        self, candidate: Candidate, arguments: ArgumentFinder, speakers: ClaimSpeakers
    ) -> Claim:
        parse = arguments.parse
        start, end = parse.sentences[parse.sentence_of[candidate.token]]
        return Claim(
            subject=candidate.subject,
            predicate=candidate.rule.predicate,
            object=candidate.object,
            evidence=Span(parse.starts[start], parse.ends[end - 1]),
            rules=(candidate.rule.id,),
            qualifiers=tuple(candidate.qualifiers),
            modality=candidate.modality,
            attributed_to=speakers.find(candidate),
            confidence=round(candidate.confidence, 4),
        )

    def _is_sound(self, claim: Claim, arguments: ArgumentFinder) -> bool:
        """Types that the predicate takes, and two different things that can be told apart."""
        if not isinstance(claim.object, Mention) or claim.predicate == "observes":
            return True
        first, second = arguments.find_first(claim.subject), arguments.find_first(claim.object)
        if _is_nameless(first) or _is_nameless(second):
            return False
        if _is_people(claim.subject):
            return False
        if claim.predicate in _OF_FEW and _is_crowd(claim.object, arguments):
            return False
        if claim.predicate in _RESTATING and _is_unknown_firm(first):
            return False
        if claim.predicate in _LINKING and claim.object.kind is MentionKind.ADJECTIVE:
            return False  # "from the [Ruritanian] port of Hentz"
        if claim.predicate == "locatedIn" and (
            _is_elsewhere(claim.subject, claim.object, arguments)
            or _is_crowd(claim.subject, arguments)
            or is_kind(claim.subject, arguments)
        ):
            return False
        return first.span != second.span and self.ontology.accepts_pair(
            claim.predicate, claim.subject.type, claim.object.type
        )


def _is_in_name(clause: Clause, arguments: ArgumentFinder) -> bool:
    """Whether a noun belongs to a firm's or body's name: "an analyst at Norvik Investment in Zenda"."""
    return clause.kind == "noun" and any(
        m.kind is MentionKind.NAME and arguments.fits(m, ("Organization",))
        for m in arguments.by_token.get(clause.token, ())
    )


def _is_people(mention: Mention) -> bool:
    """ "Germans take over airports": some of a country's people, whose deeds are not the country's."""
    plural = mention.text.endswith("s") and not mention.text.endswith("ss")  # "Swiss" firms
    return mention.kind is MentionKind.ADJECTIVE and plural


def _is_crowd(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "has 30 plants": so many are a figure, and no thing that anybody could find again."""
    if mention.kind is not MentionKind.NOMINAL or mention not in arguments.ranges:
        return False
    start, end = arguments.ranges[mention]
    counted = [w for w in arguments.parse.words[max(start - 1, 0) : end] if w.isdigit()]
    return arguments.parse.tags[end - 1] == "NNS" and any(int(w) > _FEW for w in counted)


def _is_nameless(mention: Mention) -> bool:
    """Whether no name tells which place it is: "the capital", "African countries"; "Tarn state" has one."""
    nominal = mention.kind is MentionKind.NOMINAL and mention.type in SETTLED
    return nominal and (mention.text.islower() or mention.text.endswith("s"))


def _is_elsewhere(town: Mention, land: Mention, arguments: ArgumentFinder) -> bool:
    """ "Paris and Nantes in France": one of a row; "beat [Hentzland] in [Zenda]": no land is in a town."""
    if town.type in _LANDS and land.type in _TOWNS and land.known_as and town.known_as:
        return True
    known = arguments.recognized.lands.get(town.known_as or "")
    if known is None or land.type != "Country" or land.known_as in {None, known}:
        return False
    return arguments.ranges[land][0] > arguments.ranges[town][1] + _CLOSE


def _is_unknown_firm(mention: Mention) -> bool:
    """ "The Italian car maker", of which no name is known: that it is of Italy helps nobody."""
    return mention.kind is MentionKind.NOMINAL and mention.type == "Company"


def _find_casts(recognized: Recognized, claims: list[Claim]) -> dict[Mention, Mention]:
    """The names that a rule has taken for its own type, for all that speak of them."""
    found: dict[Mention, Mention] = {}
    for claim in claims:
        for part in (claim.subject, claim.object):
            if isinstance(part, Mention):
                found |= swap_cast(part, recognized.mentions)
    return found


def _make_reading(recognized: Recognized, claims: list[Claim], ontology: Ontology) -> Reading:
    """The reading with retyped mentions everywhere."""
    officials = find_officials(recognized, claims, ontology)
    mentions = {**officials, **_find_casts(recognized, claims)}

    def swap(mention: Mention) -> Mention:
        return mentions.get(mention, mention)

    def swap_claim(claim: Claim) -> Claim:
        target = swap(claim.object) if isinstance(claim.object, Mention) else claim.object
        return replace(
            claim,
            subject=swap(claim.subject),
            object=target,
            attributed_to=swap(claim.attributed_to) if claim.attributed_to else None,
            qualifiers=tuple(
                replace(q, value=swap(q.value)) if isinstance(q.value, Mention) else q
                for q in claim.qualifiers
            ),
        )

    parse = recognized.parse
    bare = find_bare(recognized, claims)
    return Reading(
        document=recognized.document,
        sentences=tuple(Span(parse.starts[s], parse.ends[e - 1]) for s, e in parse.sentences),
        mentions=tuple(swap(m) for m in recognized.mentions if m not in bare),
        coreferences=tuple(
            replace(c, mention=swap(c.mention), antecedent=swap(c.antecedent))
            for c in recognized.coreferences
        ),
        claims=tuple(temper_claim(swap_claim(c)) for c in claims),
    )
