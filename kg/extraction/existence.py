"""Whether a thing without a name is there: "plans to build a plant in Riga" does not put one there."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.scope import ScopeReader
from kg.extraction.weakening import weaken
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind

_PLACING = frozenset(["locatedIn", "connects", "connectedTo", "partOf"])  # of a thing that must be
_MADE = ("Facility", "Project", "TransportCorridor", "Organization", "EconomicZone")
_STEPS = 7  # heads between a thing and the verb or noun that brings it about
_GOING_ON = frozenset(["VBZ", "VBP", "MD"])
_OPENING = frozenset(["open"])
_OBJECTS = frozenset(["dobj", "prt", "ccomp", "dative"])
_YET = frozenset([Modality.PLANNED, Modality.POSSIBLE])
_AIMS = 2  # "is" – "due" – "open"
_NOW = frozenset(["is", "are", "been", "'s", "'re"])
_PASSED = frozenset(["IN", "TO", "CD", "POS"])
_NEITHER = frozenset(["neither", "nor"])
_DESCRIBING = frozenset(["JJ", "JJR", "CC", "HYPH", "VBN", "NN"])  # "no | private or state-run"
_DESCRIBED = 7  # tokens of such words


class ExistenceReader:
    """Answers for the things of one document."""

    def __init__(self, arguments: ArgumentFinder, scope: ScopeReader) -> None:
        words = load_lexicon("scope")
        self.arguments = arguments
        self.parse = arguments.parse
        self.scope = scope
        self.creating = words.get("creating_verbs")
        self.building = words.get("building_verbs")
        self.starting = words.get("service_verbs")
        self.creating_nouns = words.get("creating_nouns")
        self.works_nouns = words.get("works_nouns")
        self.funding = words.get("funding_verbs")
        self.going_on, self.works = words.get("works_going_on"), words.get("works_done")
        self.undone = words.get("undone_verbs")
        self.indefinite = words.get("indefinite_marks")
        self.definite = words.get("definite_marks")

    def read(self, mention: Mention) -> Modality:
        """The modality of a thing's being there, told where it stands or where it first stood.

        A thing with a name is there unless the words around it say that it is to be made.
        """
        if not self.arguments.fits(mention, _MADE):
            return Modality.ACTUAL
        if self._is_denied(mention):
            return Modality.NEGATED
        own = self._read_made(mention)
        if own is not None:
            return own
        first = self.arguments.find_antecedent(mention)
        if MentionKind.NAME in {mention.kind, first.kind} or first is mention:
            return Modality.ACTUAL
        return self._read_made(first) or Modality.ACTUAL

    def _is_denied(self, mention: Mention) -> bool:
        """ "There are no power plants in Malta", "no private or state-run mills", "neither a port nor an airport"."""
        if mention.kind is not MentionKind.NOMINAL or mention not in self.arguments.ranges:
            return False
        start, _ = self.arguments.ranges[mention]
        k = start - (self.parse.words[start].lower() != "no" and start > 0)
        while k > 0 and self.parse.tags[k] in _DESCRIBING and start - k < _DESCRIBED:
            k -= 1
        word = self.parse.words[k].lower()
        article = word in {"a", "an"} and self.parse.words[k - 1].lower() in _NEITHER
        return word == "no" or article or word in _NEITHER

    def _read_made(self, mention: Mention) -> Modality | None:
        """What the verb or noun that brings a thing about says; None where none does."""
        if mention not in self.arguments.ranges:
            return None
        start, end = self.arguments.ranges[mention]
        told = self._read_described(end - 1)
        if told is None and mention.kind is MentionKind.NAME:
            return self._read_works(end - 1)
        if told is not None:
            return told
        way = self.arguments.fits(mention, ("TransportCorridor",))
        return self._climb(end - 1, new=self._is_new(start, end), way=way)

    def read_way(self, end: Mention) -> Modality:
        """The modality of the service whose first end is told: "proposed [flights] between Lima and Zenda"."""
        parse, token = self.parse, self.arguments.ranges[end][1] - 1
        preposition = parse.heads[token]
        noun = parse.heads[preposition]
        if parse.deps[token] != "pobj" or not parse.tags[noun].startswith("N"):
            return Modality.ACTUAL
        told = self._read_described(noun)
        if told is None:
            told = self._climb(noun, new=self._is_new(noun, noun + 1), way=True)
        return told or Modality.ACTUAL

    def is_begun(self, mention: Mention) -> bool:
        """Whether the first verb above a mention begins something: "will launch its Peru unit"."""
        token = self.arguments.ranges[mention][1] - 1
        verb = next(self.parse.list_verbs_above(token, _STEPS), None)
        return verb is not None and self.parse.lemmas[verb] in self.creating | self.starting

    def read_making(self, place: Mention) -> Modality:
        """What the verb above a place says, if it brings about what lies there: "will open its mills in Peru"."""
        token = self.arguments.ranges[place][1] - 1
        verb = next(self.parse.list_verbs_above(token, _STEPS), None)
        made = verb is not None and self.parse.read_verb(verb) in self.creating | self.starting
        return self.scope.read(verb) if made and verb is not None else Modality.ACTUAL

    def _climb(self, token: int, *, new: bool, way: bool) -> Modality | None:
        """What the first verb or noun above a thing that tells anything says."""
        for _ in range(_STEPS):
            governor = self.parse.heads[token]
            if governor == token:
                return None
            found, done = self._read_governor(token, governor, new)
            if done and found is None and way and self.parse.lemmas[governor] in self.starting:
                return self.scope.read(governor)  # "will begin weekly flights from Lima"
            if done:
                return found
            token = governor
        return None

    def _read_works(self, noun: int) -> Modality | None:
        """ "The construction of the Tarn-Zenda line is under way": there is no such line yet."""
        parse, works = self.parse, self.parse.heads[self.parse.heads[noun]]
        if parse.lemmas[parse.heads[noun]] != "of" or parse.lemmas[works] not in self.works_nouns:
            return None
        verb = works
        for _ in range(_STEPS):
            if parse.tags[verb][:2] == "VB":
                break
            verb = parse.heads[verb]
        tags = {parse.tags[verb], *(parse.tags[c] for c in parse.children[verb])}
        perfect = any(parse.lemmas[c] == "have" for c in parse.children[verb])
        return Modality.PLANNED if not perfect and tags & _GOING_ON else None

    def _read_described(self, noun: int) -> Modality | None:
        """ "a plant to be built in Riga", "a plant that will open in May"."""
        parse, verb = self.parse, self.parse.heads[noun]
        if parse.deps[noun] == "nsubjpass" and self.parse.read_verb(verb) in self.creating:
            marks = [parse.tags[c] for c in parse.children[verb]]
            made = self.scope.read(verb)
            if self._is_underway(verb) or ("TO" in marks and parse.deps[verb] != "xcomp"):
                made = weaken(Modality.PLANNED, made)
            if made is not Modality.ACTUAL:
                return made
        if parse.deps[noun] == "nsubj" and (opening := self._find_opening(verb)) is not None:
            return self.scope.read(opening)
        for child in parse.children[noun]:
            if (
                parse.deps[child] in {"acl", "relcl"}
                and self.parse.read_verb(child) in self.creating
            ):
                modality = self.scope.read(child)
                if self._is_underway(child):
                    modality = weaken(Modality.PLANNED, modality)
                return modality if modality is not Modality.ACTUAL else None
        return Modality.PLANNED if self._is_under_work(noun) else None

    def _find_opening(self, verb: int) -> int | None:
        """ "The depot is due to [open] in May": the verb that tells when a thing begins to be, if it is yet to."""
        for _ in range(_AIMS):
            below = self.parse.children[verb]
            aims = [c for c in below if self.parse.deps[c] in {"xcomp", "acomp"}]
            if not aims:
                break
            verb = aims[0]
        opens = self.parse.lemmas[verb] in _OPENING and self.parse.tags[verb].startswith("V")
        if not opens or any(self.parse.deps[c] in _OBJECTS for c in self.parse.children[verb]):
            return None
        return verb if self.scope.read(verb) in _YET else None

    def _is_underway(self, verb: int) -> bool:
        """ "is being opened": what is not there yet."""
        return any(self.parse.words[c].lower() == "being" for c in self.parse.children[verb])

    def _is_under_work(self, noun: int) -> bool:
        """ "A port is also under construction on Zanzibar"."""
        parse, verb = self.parse, self.parse.heads[noun]
        if parse.deps[noun] != "nsubj" or parse.lemmas[verb] != "be":
            return False
        return any(
            parse.words[k].lower() == "under" and parse.lemmas[inner] in self.creating_nouns
            for k in parse.children[verb]
            for inner in parse.children[k]
        )

    def _read_governor(self, token: int, governor: int, new: bool) -> tuple[Modality | None, bool]:
        """What one word above a thing says, and whether nothing further up counts."""
        parse, scope = self.parse, self.scope
        tag, lemma = parse.tags[governor], parse.lemmas[governor]
        if tag.startswith("N"):
            if lemma in scope.planned_nouns | scope.possible_nouns and new:
                return self._read_plan(governor), True
            if parse.deps[token] == "conj" or lemma in self.creating_nouns:
                return None, False
            return None, parse.deps[token] not in {"pobj", "appos", "prep"}
        if not tag.startswith("V"):
            return None, tag not in _PASSED
        return self._read_verb(token, governor, new), True

    def _read_plan(self, noun: int) -> Modality:
        """ "scrapped a plan for a plant": what the plan is, and what becomes of it."""
        parse, scope = self.parse, self.scope
        above = scope.read_noun(noun)
        if parse.lemmas[parse.heads[noun]] in self.undone:
            return Modality.NEGATED
        possible = parse.lemmas[noun] in scope.possible_nouns
        return weaken(Modality.POSSIBLE if possible else Modality.PLANNED, above)

    def _read_verb(self, token: int, verb: int, new: bool) -> Modality | None:
        """What the verb that a thing hangs on makes of it."""
        parse, scope, lemma = self.parse, self.scope, self.parse.read_verb(verb)
        if lemma in (self.creating if new else self.building):
            made = scope.read(verb)
            return weaken(Modality.PLANNED, made) if self._goes_on(verb) else made
        if lemma in self.going_on and any(
            parse.lemmas[s] in self.works for s in parse.list_subjects(verb)
        ):
            return Modality.PLANNED  # "work has begun on a mill"
        if parse.deps[token] == "nsubj" or not new:
            return None
        if lemma in self.undone:
            return Modality.NEGATED
        above = scope.read(verb)
        if lemma in self.funding:  # what is not paid for may be all the same
            return above if above is not Modality.NEGATED else Modality.POSSIBLE
        plain = parse.lemmas[verb]
        if plain in scope.planned and plain not in scope.actual:
            return weaken(Modality.PLANNED, above)
        if plain in scope.possible - scope.speech:
            return weaken(Modality.POSSIBLE, above)
        return None

    def _goes_on(self, verb: int) -> bool:
        """ "is building a mill": there is none yet."""
        parse = self.parse
        aux = {parse.words[c].lower() for c in parse.children[verb] if parse.deps[c] == "aux"}
        return parse.tags[verb] == "VBG" and not aux.isdisjoint(_NOW)

    def _is_new(self, start: int, end: int) -> bool:
        """Whether a thing is brought in as new: "a plant", "new plants", not "the plant"."""
        parse = self.parse
        own = [c for c in parse.children[end - 1] if c < start and parse.deps[c] == "det"]
        first = min([max(start - 2, 0), *own])  # "a 25 million euro plant"
        words = [w.lower() for w in parse.words[first:end]]
        if not self.definite.isdisjoint(words):
            return False
        return not self.indefinite.isdisjoint(words) or self.parse.tags[end - 1] == "NNS"


def settle_existence(candidate: Candidate, existence: ExistenceReader) -> None:
    """Things without a name are where they are said to be, and had, only if they are there.

    What a rule's claim owes to the being there of its ends is the rule's key `existence`.
    """
    asked, thing = candidate.rule.existence, candidate.object
    if asked == "object" and isinstance(thing, Mention):  # "will shut its plant": it has one
        candidate.modality = existence.read(thing)
    elif asked == "undone" and isinstance(thing, Mention):  # "dropped plans for a mill"
        undone = existence.read(thing) is Modality.NEGATED
        candidate.modality = Modality.NEGATED if undone else candidate.modality
    elif asked == "begun" and candidate.modality is Modality.PLANNED:
        begun = isinstance(thing, Mention) and existence.is_begun(thing)
        candidate.modality = Modality.PLANNED if begun else Modality.ACTUAL
    elif asked == "made" and isinstance(thing, Mention):
        candidate.modality = weaken(candidate.modality, existence.read_making(thing))
    # "is due to reach Tema Port, Ghana": a plan, and yet the port is there
    told = candidate.modality is Modality.ACTUAL or asked == "subject"
    if candidate.rule.predicate in _PLACING and told:
        candidate.modality = existence.read(candidate.subject)
    if asked == "service" and candidate.modality is Modality.ACTUAL:
        candidate.modality = existence.read_way(candidate.subject)
