"""Whose the figures of a clause are: its subject, or what stands for one."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.clause import Clause
from kg.extraction.job_works import JobWorks
from kg.extraction.measures import OwnerFinder
from kg.extraction.named_products import list_products
from kg.extraction.undertakings import find_undertaking
from kg.extraction.work_phases import WorkPhases
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.mention import Mention, MentionKind

OWNERS = ("Place", "Organization", "Project", "TransportCorridor", "Event", "Agreement")
_GOVERNING = frozenset(["government", "country", "nation", "kingdom", "state", "authority"])
_JOINED = frozenset(["combination", "merger", "rival", "opponent"])  # "a merger of X and Y"
_SOME = frozenset(
    ["some", "several", "many", "few", "certain", "both", "these", "those", "various"]
)
_NAMELESS = ("Facility", "Company", "Project", "TransportCorridor")
_PASSED = ("Place", "TransportCorridor")
_STEPS = 5  # heads above a verb without a subject
_Asked = tuple[int, bool, tuple[int, ...], tuple[int, ...]]  # a clause: verb, voice and slots


class SubjectOwners:
    """Finds the owners that are subjects, in one document."""

    def __init__(
        self,
        arguments: ArgumentFinder,
        owners: OwnerFinder,
        phases: WorkPhases,
        home: Mention | None,
    ) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.owners = owners
        self.home = home
        self.jobs = JobWorks(arguments)
        words = load_lexicon("measures")
        self.undertakings = words.get("works_nouns")
        self.offerings = words.get("offering_nouns")
        self.picking = words.get("picking_words")
        self.visiting = words.get("visiting_verbs")
        self.worked, self.growing = words.get("worked_nouns"), words.get("expanding_verbs")
        self.outsiders = words.get("outsiders") | words.get("others_nouns")
        self.phases = phases
        self.known: dict[_Asked, tuple[int, tuple[Mention, ...]]] = {}

    def find(self, clause: Clause) -> list[Mention]:
        """The subjects of a clause that may have observations; none where nothing fits."""
        asked = clause.token, clause.passive, tuple(clause.subjects), tuple(clause.objects)
        told, found = self.known.get(asked, (-1, ()))
        if told != self.owners.told_times:  # most shapes of a clause ask the same
            found = tuple(self._find(clause))
            self.known[asked] = self.owners.told_times, found
        return [*found]

    def _find(self, clause: Clause) -> list[Mention]:
        if beside := self._find_beside(clause) or self._find_loose(clause):
            return beside
        if phased := self.phases.list_works([] if clause.passive else clause.subjects):
            return phased
        parts = [t for t in clause.subjects if self.owners.parts.is_part(t)]
        if parts and not clause.passive:
            return [m for t in parts if (m := self.owners.parts.find(t)) is not None]
        found = [m for t in clause.subjects for m in self.arguments.find_all(t, OWNERS)]
        found = found or list_products(clause.subjects, self.arguments)
        if clause.passive or (found and not self._are_many(clause)):
            return found
        if not clause.subjects:
            return self._find_above(clause.token)
        if self.parse.deps[clause.token] == "relcl" and not found:
            found = self._find_before_relative(clause.token) or self._find_paid(clause.token)
        if not found:
            found = [m for t in clause.subjects if (m := self._find_apposed(t)) is not None]
        if not found or self._are_many(
            clause
        ):  # "the city's status … covers", "clinker at the plant"
            told = [
                self.owners.find_own(t, near=True)
                for t in clause.subjects
                if self.parse.lemmas[t] not in self.outsiders | _JOINED
                and not self._is_picked(t)
                and not self._is_nameless(t)
            ]
            found = [m for m in told if m is not None]
        found = found or self._find_beside_value(clause)
        if not found and any(self._is_undertaking(t) for t in clause.subjects):
            works = find_undertaking(self.arguments, self.parse.sentences[clause.sentence][0])
            return [works] if works is not None else []
        if not found and (offered := [t for t in clause.subjects if self._is_offering(t)]):
            topic = self.owners.before.find_topic(offered[0], ("Company",))
            found = [topic] if topic is not None else []
        if not found and any(self._is_government(t) for t in clause.subjects):
            found = [self.home] if self.home is not None else []
        return found

    def _find_beside(self, clause: Clause) -> list[Mention]:
        """Whose a figure is that a participle tells: of the works that are built or grow, of the hub that is passed."""
        if expanded := self._find_expanded(clause):
            return expanded
        told = self.jobs.find_of_clause(clause) or self._find_passed(clause)
        return [told] if told is not None else []

    def _are_many(self, clause: Clause) -> bool:
        """ "Plants in Peru turned out": many without a name, whose place has what they do."""
        return all(
            self.parse.tags[t] == "NNS"
            and all(m.kind is MentionKind.NOMINAL for m in self.arguments.by_token.get(t, ()))
            and any(
                self.parse.deps[c] in {"prep", "poss"} or self._is_people(c)
                for c in self.parse.children[t]
            )
            and self.owners.find_own(t, near=True) is not None
            and "nummod" not in {self.parse.deps[c] for c in self.parse.children[t]}
            for t in clause.subjects
        )

    def _is_people(self, token: int) -> bool:
        """ "[Libyan] ports": a country's adjective."""
        return any(
            m.kind is MentionKind.ADJECTIVE and m.type == "Country"
            for m in self.arguments.by_token.get(token, ())
        )

    def _is_picked(self, subject: int) -> bool:
        """ "The country's first listed trust leased": one of the country's, and not the country."""
        parse, children = self.parse, self.parse.children[subject]
        words = {parse.words[c].lower() for c in children}
        deps = {parse.deps[c] for c in children}
        few = "nummod" in deps or not words.isdisjoint(_SOME)
        if few and "poss" not in deps and parse.tags[subject] == "NNS":
            return True  # "two Chinese airlines"
        return not words.isdisjoint(self.picking) or any(parse.tags[c] == "JJS" for c in children)

    def _is_nameless(self, subject: int) -> bool:
        """ "The centre in Peru will employ 90": a thing without a name, and not Peru; but "our firm"."""
        own = any(self.parse.tags[c] == "PRP$" for c in self.parse.children[subject])
        return (self.parse.tags[subject] == "NN" and not own) and any(
            m.kind is MentionKind.NOMINAL and self.arguments.fits(m, _NAMELESS)
            for m in self.arguments.by_token.get(subject, ())
        )

    def _find_apposed(self, subject: int) -> Mention | None:
        """ "Its market leader, Norvik, sold": whose name stands behind what it is called."""
        parse = self.parse
        named = [c for c in parse.children[subject] if parse.deps[c] == "appos"]
        mentions = (self.arguments.find(c, ("Organization", "Facility")) for c in named)
        return next((m for m in mentions if m is not None and m.kind is MentionKind.NAME), None)

    def _is_undertaking(self, token: int) -> bool:
        """ "The investment will create 950 jobs": what is built with it, told before."""
        parse = self.parse
        told = parse.lemmas[token].lower() in self.undertakings and parse.tags[token] == "NN"
        words = {parse.words[c].lower() for c in parse.children[token]}
        named = any(m in self.arguments.resolved for m in self.arguments.by_token.get(token, ()))
        return told and not named and not words.isdisjoint({"the", "this"})

    def _find_loose(self, clause: Clause) -> list[Mention]:
        """ "The expansion will create 900 jobs": a doing that stands for the works told before."""
        if (
            clause.passive
            or len(clause.subjects) != 1
            or not self._is_undertaking(clause.subjects[0])
        ):
            return []
        found = self.arguments.find_all(clause.subjects[0], OWNERS)
        nominal = len(found) == 1 and found[0].kind is MentionKind.NOMINAL
        bare = all(self.parse.deps[c] == "det" for c in self.parse.children[clause.subjects[0]])
        start = self.parse.sentences[clause.sentence][0]
        works = find_undertaking(self.arguments, start) if nominal and bare else None
        return [works] if works is not None else []

    def _is_offering(self, token: int) -> bool:
        """ "The offering raised 500 million": the firm whose shares are offered has that."""
        words = {self.parse.words[c].lower() for c in self.parse.children[token]}
        return self.parse.lemmas[token].lower() in self.offerings and "the" in words

    def _is_government(self, token: int) -> bool:
        """ "the government", "the Centre": of the country that the document is about."""
        parse = self.parse
        told = parse.lemmas[token].lower() in _GOVERNING or parse.words[token] == "Centre"
        return told and all(
            parse.words[c].lower() in {"the", "federal", "central", "national"}
            for c in parse.children[token]
        )

    def _find_above(self, verb: int) -> list[Mention]:
        """The subject of the nearest verb above one that has none, in the same sentence."""
        parse = self.parse
        for _ in range(_STEPS):
            if parse.heads[verb] == verb or parse.tags[verb] not in {
                "VBG",
                "VB",
                "NN",
                "NNS",
                "IN",
            }:
                return []
            verb = parse.heads[verb]
            subjects = parse.list_subjects(verb)
            if subjects:
                return self.arguments.find_all(subjects[0], OWNERS)
        return []

    def _find_expanded(self, clause: Clause) -> list[Mention]:
        """ "will expand its mill in Peru, raising output to 2 million tonnes": the mill's output."""
        parse, verb = self.parse, self.parse.heads[clause.token]
        if parse.tags[clause.token] != "VBG" or parse.lemmas[verb] not in self.growing:
            return []
        moved = any(parse.lemmas[t] in self.worked for t in clause.objects)
        things = [c for c in parse.children[verb] if moved and parse.deps[c] == "dobj"]
        return [m for t in things if (m := self.arguments.find(t, WORKS)) is not None][:1]

    def _find_passed(self, clause: Clause) -> Mention | None:
        """ "6,800 trains cleared the port, hauling cargo worth $3 billion": what the port had pass."""
        parse, verb = self.parse, self.parse.heads[clause.token]
        if parse.tags[clause.token] != "VBG" or parse.lemmas[verb] not in self.visiting:
            return None
        subjects = parse.list_subjects(verb)
        counted = (c for t in subjects for c in parse.children[t] if parse.deps[c] == "nummod")
        if not any(counted) or any(parse.tags[t] != "NNS" for t in subjects):
            return None
        passed = [c for c in parse.children[verb] if parse.lemmas[c] in {"through", "via", "at"}]
        ends = [t for c in passed for t in parse.children[c] if parse.deps[t] == "pobj"]
        ends += [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
        return next((m for t in ends if (m := self.arguments.find(t, _PASSED)) is not None), None)

    def _find_beside_value(self, clause: Clause) -> list[Mention]:
        """ "The mill has an investment of $62 million, expected to create 850 jobs": the mill, not the money."""
        parse, value = self.parse, clause.subjects[0]
        if not all(self.arguments.is_value(t) for t in clause.subjects):
            return []
        verb = next(parse.list_verbs_above(value, _STEPS), None)
        first = next((t for t in range(value, clause.token) if parse.words[t] == ","), None)
        if verb is None or first is None or parse.tags[first + 1] not in {"VBN", "VBG"}:
            return []
        return [m for t in parse.list_subjects(verb) for m in self.arguments.find_all(t, OWNERS)][
            :1
        ]

    def _find_paid(self, verb: int) -> list[Mention]:
        """ "is building a mill with an investment that will create 58 jobs": the mill."""
        parse, money = self.parse, self.parse.heads[verb]
        paid = parse.heads[parse.heads[money]]
        if parse.lemmas[money] not in self.undertakings or parse.deps[money] != "pobj":
            return []
        found = self.arguments.find(paid, WORKS)
        things = [c for c in parse.children[paid] if parse.deps[c] == "dobj" and c < verb]
        told = (self.arguments.find(t, WORKS) for t in things)
        found = found or next((m for m in told if m is not None), None)
        return [found] if found is not None else []

    def _find_before_relative(self, verb: int) -> list[Mention]:
        """ "the growth of X, which has": the thing right before the relative pronoun."""
        pronouns = [c for c in self.parse.children[verb] if self.parse.tags[c] in {"WDT", "WP"}]
        if not pronouns:
            return []
        before = pronouns[0] - 1
        if before > 0 and self.parse.words[before] == ",":
            before -= 1
        mention = self.arguments.find(before, OWNERS)
        return [mention] if mention is not None else []
