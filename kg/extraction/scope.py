"""Modality and negation of a verb, from its auxiliaries, adverbs and the verbs and nouns above it."""

from kg.extraction.controls import read_fronted
from kg.extraction.double_denials import read_called_off
from kg.extraction.fates import is_left_undone, read_fate, read_particle
from kg.extraction.feelings import is_felt
from kg.extraction.scope_nouns import (
    is_apposed,
    is_beside,
    is_contested,
    is_examined_deal,
    is_no,
    is_served_as,
    is_signed_tie,
    is_standing,
    read_rumour,
    sinks,
)
from kg.extraction.scope_prepositions import read_preposition
from kg.extraction.timetables import is_settled, read_timetable
from kg.extraction.told_times import is_told_as_time
from kg.extraction.weakening import (
    came_about,
    goes_along,
    goes_on,
    is_almost,
    is_apart,
    is_behind_gerund,
    is_headline,
    is_infinitive,
    is_negator,
    is_set_up,
    tells_most,
    told_apart,
    weaken,
)
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_CLAUSAL = frozenset(
    ["xcomp", "ccomp", "pcomp", "advcl", "acl", "relcl", "conj", "csubj", "prep", "dobj", "pobj"]
)
_ARGUED = frozenset(["nsubj", "nsubjpass", "dobj"])
_STAYING = frozenset(["be", "become", "remain", "stay"])
_BECOMING = frozenset(["become", "reach", "hit", "total", "exceed", "surpass"])
_DONE = frozenset(["sign", "announce", "see", "award", "order", "approve", "complete", "go"])


class ScopeReader:
    """Answers for one parse; results are remembered."""

    def __init__(self, parse: Parse) -> None:
        words = load_lexicon("scope")
        self.parse = parse
        self.planned_auxiliaries = words.get("planned_auxiliaries")
        self.possible_auxiliaries = words.get("possible_auxiliaries")
        self.planned = words.get("planned")
        self.possible = words.get("possible")
        self.negated, self.accusing = words.get("negated"), words.get("accusing")
        self.undone = words.get("undone_verbs") | words.get("thwarting")
        self.actual, self.gathering = words.get("actual"), words.get("gathering")
        self.planned_nouns = words.get("planned_nouns")
        self.possible_nouns = words.get("possible_nouns")
        self.negators = words.get("negators")
        self.possible_adverbs = words.get("possible_adverbs")
        self.past_future = words.get("past_future")
        self.conditional = words.get("conditional_marks")
        self.chosen, self.having = words.get("chosen"), words.get("having")
        self.nearly, self.works = words.get("nearly"), load_lexicon("nominals").get("making_works")
        self.aiming, self.ties = words.get("aiming"), words.get("kept_ties")
        self.weighed, self.speech = words.get("weighed"), words.get("speech")
        self._known: dict[int, Modality] = {}

    def read(self, verb: int) -> Modality:
        """The modality of the clause whose head is `verb`."""
        if verb not in self._known:
            self._known[verb] = Modality.ACTUAL  # guards against a cycle
            self._known[verb] = self._read(verb)
        return self._known[verb]

    def _read(self, verb: int) -> Modality:
        own = weaken(self._read_own(verb), read_timetable(self.parse, verb))
        alone = own is Modality.NEGATED or is_settled(self.parse, verb)
        return own if alone else weaken(own, self._read_above(verb))

    def _read_own(self, verb: int) -> Modality:
        parse, result = self.parse, Modality.ACTUAL
        if tells_most(parse, verb):
            return result
        lower = [parse.words[c].lower().replace("’", "'") for c in parse.children[verb]]
        for child, word in zip(parse.children[verb], lower, strict=True):
            dep = parse.deps[child]
            if is_negator(parse, child, self.negators) or (dep in _ARGUED and is_no(parse, child)):
                return Modality.NEGATED
            if dep == "aux" and is_headline(parse, child, verb):
                result = weaken(result, Modality.PLANNED)
            if dep == "aux" and self._is_future(word, verb):
                result = weaken(result, Modality.PLANNED)
            elif (dep == "aux" and word in self.possible_auxiliaries) or (
                dep == "advmod" and (word in self.possible_adverbs or is_almost(parse, child, verb))
            ):
                result = weaken(result, Modality.POSSIBLE)
            elif word == "once" and parse.tags[verb] in {"VBD", "VBN"}:
                continue  # "once owned it"
            elif word == "than" and dep == "mark" and parse.words[child - 1].lower() == "rather":
                return Modality.NEGATED
            elif dep in {"mark", "advmod"} and word in self.conditional:
                result = weaken(result, Modality.PLANNED if word == "once" else Modality.POSSIBLE)
        return result

    def _is_future(self, auxiliary: str, verb: int) -> bool:
        """ "will", "wo" of "won't", and "would" in what a speaker told."""
        return (
            auxiliary in self.planned_auxiliaries
            or auxiliary == "wo"
            or (auxiliary in self.past_future and self._is_reported(verb))
        )

    def _is_reported(self, verb: int) -> bool:
        """Whether a verb tells what a speaker says will be: "announced it would buy", not "would have bought"."""
        parse = self.parse
        told = parse.deps[verb] == "ccomp" and parse.lemmas[parse.heads[verb]] in self.speech
        return told and all(parse.lemmas[c] != "have" for c in parse.children[verb])

    def _read_above(self, verb: int) -> Modality:
        """What the governing verb or noun makes of the clause."""
        parse = self.parse
        dep, governor = parse.deps[verb], parse.heads[verb]
        if governor == verb or dep not in _CLAUSAL:
            return Modality.ACTUAL
        infinitive = is_infinitive(parse, verb)
        tag, lemma = parse.tags[governor], parse.lemmas[governor]
        if dep == "prep" or tag in {"IN", "TO"}:  # "after buying", "by acquiring", "of building"
            return read_preposition(self, governor)
        if tag.startswith("N"):
            told = read_rumour(parse, governor, dep)
            if dep == "relcl" and lemma in self.planned_nouns:  # "the deal under which X was to"
                fallen = read_fate(parse, governor) is Modality.NEGATED
                told = Modality.NEGATED if fallen else told
            return self._read_noun(lemma, governor) if infinitive else told
        if dep == "conj":
            shared = self.read(governor)
            own = is_apart(parse, verb, tag)
            return Modality.ACTUAL if own or shared is Modality.NEGATED else shared
        if (fronted := read_fronted(parse, verb)) is not None:
            return fronted
        apart = read_particle(parse, governor) if parse.tags[verb] == "VBG" else Modality.ACTUAL
        if apart is not Modality.ACTUAL and verb == governor + 2:  # "put off building"
            return read_called_off(apart, self.read(governor))
        if dep in {"xcomp", "ccomp"}:
            return self._read_complement(verb, governor, infinitive)
        if dep == "advcl":
            above = self.read(governor)
            if infinitive:
                if is_behind_gerund(parse, verb):  # "barred from bidding to buy"
                    return self._read_complement(verb, verb - 2, infinitive)
                done = parse.lemmas[verb] in _BECOMING and tag == "VBD"  # "rose to reach"
                done = done or (lemma in self.gathering and tag in {"VBD", "VBN"})  # "met to sign"
                done = done or goes_on(parse, governor) or came_about(parse, verb, governor)
                return above if done else weaken(Modality.PLANNED, above)
            # "did not renew the lease, selling the plant": a denial is not of what goes along
            return told_apart(above) if goes_along(parse, verb) else Modality.ACTUAL
        return Modality.ACTUAL

    def _read_complement(self, verb: int, governor: int, infinitive: bool) -> Modality:
        above, lemma, dep = self.read(governor), self.parse.lemmas[governor], self.parse.deps[verb]
        if lemma in self.negated:
            return Modality.NEGATED if above is not Modality.NEGATED else Modality.ACTUAL
        if dep == "ccomp" and not infinitive and lemma in self.speech:
            return Modality.ACTUAL if above is not Modality.NEGATED else Modality.POSSIBLE
        attributes = [c for c in self.parse.children[governor] if self.parse.deps[c] == "attr"]
        if lemma in _STAYING and any(self._is_chosen(c) for c in attributes):
            return above  # "is the first city to host it"
        if lemma == "be" and dep == "ccomp" and not infinitive:
            return weaken(self._read_idea(governor), above)
        if lemma == "be":  # "is to build"
            return weaken(Modality.PLANNED if infinitive else Modality.ACTUAL, above)
        if lemma in self.actual or goes_on(self.parse, governor):
            return above
        if came_about(self.parse, verb, governor) or is_felt(self.parse, verb, governor):
            return above
        if lemma in self.planned and (infinitive or dep == "ccomp" or lemma == "see"):
            return weaken(Modality.PLANNED, above)
        if lemma in self.possible:
            return weaken(Modality.POSSIBLE, above)
        # "is estimated to have grown" tells what was
        done = any(self.parse.lemmas[c] == "have" for c in self.parse.children[verb])
        return weaken(Modality.PLANNED, above) if infinitive and not done else above

    def _read_idea(self, verb: int) -> Modality:
        """ "the third option is that they sign"."""
        subjects = self.parse.list_subjects(verb)
        ideas = {self.parse.lemmas[s] for s in subjects} & self.possible_nouns
        return Modality.POSSIBLE if ideas else Modality.ACTUAL

    def _read_noun(self, lemma: str, governor: int) -> Modality:
        above = self._read_carrier(governor)
        fate = read_fate(self.parse, governor)
        if self._is_chosen(governor) or fate is Modality.NEGATED:
            return weaken(above, fate)
        verb = self.parse.heads[governor]
        undone = self.parse.deps[governor] == "nsubjpass" and self.parse.lemmas[verb] in self.undone
        if undone or (
            self.parse.deps[governor] in {"dobj", "oprd"}
            and self.parse.lemmas[verb] in self.negated
        ):  # "did not cancel its plan to build"
            return Modality.PLANNED if above is Modality.NEGATED else Modality.NEGATED
        if is_contested(self.parse, governor, self.weighed):
            return weaken(Modality.POSSIBLE, above)
        if lemma in self.possible_nouns:
            return weaken(Modality.POSSIBLE, above)
        had = self.parse.deps[governor] == "dobj" and self.parse.lemmas[verb] in self.having
        if had and lemma in self.works:  # "houses a unit to produce juices"
            return above
        return weaken(Modality.PLANNED, above)

    def _is_chosen(self, noun: int) -> bool:
        """ "the first city to host it", "the largest plant to be built"."""
        parse = self.parse
        return any(
            parse.words[c].lower() in self.chosen or parse.tags[c] == "JJS"
            for c in parse.children[noun]
        )

    def _read_carrier(self, noun: int) -> Modality:
        """The modality of the clause that a noun is an argument of."""
        parse = self.parse
        token = noun
        for _ in range(8):
            if parse.heads[token] == token:
                return Modality.ACTUAL
            token = parse.heads[token]
            if parse.tags[token].startswith("V"):
                return self.read(token)
        return Modality.ACTUAL

    def read_noun(self, noun: int) -> Modality:
        """The modality of what a noun tells ("the acquisition of Y"), by the clause it stands in."""
        told, root, carrier = self._read_nouns(noun)
        if carrier is None or is_standing(self.parse, root):
            return told
        return weaken(told, self._read_carried(root, carrier, self.parse.lemmas[carrier]))

    def read_nouns(self, noun: int) -> Modality:
        """The same without the verb above: "talks on a merger", "the failed bid", "no takeover"."""
        return self._read_nouns(noun)[0]

    def _read_nouns(self, noun: int) -> tuple[Modality, int, int | None]:
        """What is beside a noun and above it tells; the first of its list and the verb still to be asked."""
        parse = self.parse
        told = Modality.NEGATED if is_no(parse, noun) else read_fate(parse, noun)
        governor = parse.heads[noun]
        if told is Modality.NEGATED or governor == noun or is_apposed(parse, noun):
            return told, noun, None
        if parse.deps[noun] == "conj":
            above, root, verb = self._read_nouns(governor)
            return weaken(told, above), root, verb
        carrier = noun
        for _ in range(8):
            if parse.heads[carrier] == carrier:
                break
            carrier = parse.heads[carrier]
            lemma = parse.lemmas[carrier]
            if parse.tags[carrier].startswith("V"):
                return told, noun, carrier
            if is_left_undone(parse, carrier):
                return Modality.NEGATED, noun, None
            if lemma in self.nearly:
                return Modality.POSSIBLE, noun, None
            if lemma == "since":  # "seeks partners since its founding"
                return told, noun, None
            if lemma in self.planned_nouns and is_signed_tie(parse, noun, carrier):
                continue
            if lemma in self.planned_nouns:  # "plans for it were dropped"
                return weaken(Modality.PLANNED, read_fate(parse, carrier)), noun, None
            if lemma in self.possible_nouns or is_examined_deal(parse, noun, carrier):
                return Modality.POSSIBLE, noun, None
        return told, noun, None

    def _aims(self, noun: int, verb: str) -> bool:
        """ "the agreement aims to boost trade": it stands, whatever comes of it."""
        said = self.parse.deps[noun] in {"nsubj", "nsubjpass"}
        return said and verb in self.aiming and self.parse.lemmas[noun] in self.ties

    def _read_carried(self, noun: int, carrier: int, lemma: str) -> Modality:
        """The modality of a noun's event by the verb that carries it."""
        above = self.read(carrier)
        stopped = lemma in self.undone and self.parse.deps[noun] in {"nsubjpass", "dobj"}
        if above is Modality.NEGATED and (stopped or lemma in self.negated):
            return Modality.PLANNED if stopped else Modality.ACTUAL  # "the takeover did not fail"
        if stopped or (lemma in self.negated and not sinks(self.parse, carrier)):
            return Modality.NEGATED  # "the takeover of Y was blocked", "Z vetoed it"
        beside = is_beside(self.parse, noun, carrier) or is_served_as(self.parse, noun)
        beside = beside or self._aims(noun, lemma) or is_told_as_time(self.parse, noun, carrier)
        if lemma in self.possible - self.speech and not beside:
            return weaken(Modality.POSSIBLE, above)
        if lemma in self.planned - _DONE and not is_set_up(self.parse, carrier) and not beside:
            return weaken(Modality.PLANNED, above)
        return above
