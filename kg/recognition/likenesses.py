"""Nouns that take up a thing by another word than it was told by: "the road" is the expressway told before."""

from collections.abc import Iterable, Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.appositions import Link, Upcoming, is_of_place
from kg.recognition.headlined import find_headlined_other, is_done_to
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens
from kg.recognition.works_alike import WorksAlike
from kg.recognition.works_described import keep_described

_NEAR = 3  # sentences back in which one thing alone must be told that may be meant
_ALIKE_NEAR = 5  # the same, of things that nouns of one line name
_OWNERS = frozenset(["its", "their", "his", "her"])
_COUNTING = frozenset(["first", "second", "third", "new", "latest", "next"])
_OPENING = 2  # tokens before the subject of a headline
_WHERE = frozenset(["in", "at", "near", "outside"])
_ENDS = frozenset(["from", "between", "linking", "connecting"])
_OF_PROJECTS = ("Facility", "TransportCorridor")
_POWER_WORKS = frozenset(["plant", "station", "farm", "reactor"])
_STANDING = ("Facility", "EconomicZone")
_KIND_TAGS = frozenset(["NN", "NNS", "VBG"])
_OF_KINDS = ("Facility", "Event", "Project")
_TOWNS = frozenset(["City", "District", "Province", "Country", "Region"])
TOWNS = frozenset(["City", "District"])
_WORKS = (*_OF_PROJECTS, "Project", "EconomicZone", "ResearchBody", "NaturalFeature")
_SAME = frozenset(["same", "said"])  # "at the same event"
_LEAD = 2  # the last sentence of the lead


class LikenessFinder:
    """Looks up what was told by another noun; none where two things may be meant."""

    def __init__(self, ontology: Ontology, tokens: Tokens) -> None:
        words = load_lexicon("nominals")
        self.ontology = ontology
        self.tokens = tokens
        self.others = words.get("others")
        self.any_facility, self.any_way = words.get("any_facility"), words.get("any_way")
        self.kinds = words.get_mapping("nominals")
        self.alike = words.get_mapping("alike")
        self.works, self.making = WorksAlike(), words.get("making_works")
        self.any_making, self.energies = words.get("any_making"), words.get("energies")

    def is_another(self, nominal: Nominal, upcoming: Upcoming) -> bool:
        """Whether a word before it or a place's name makes it another thing than the one told."""
        before = self.tokens.lower[max(nominal.start - 2, 0) : nominal.start]
        owned = not _OWNERS.isdisjoint(before) and not _COUNTING.isdisjoint(before)
        before += self.tokens.lower[nominal.start : nominal.head]
        another = owned or not self.others.isdisjoint(before)  # "its first plant", "another plant"
        return another or is_of_place(nominal, self.tokens, upcoming)

    def keep_located(
        self, nominal: Nominal, found: list[Referent], upcoming: Upcoming
    ) -> list[Referent]:
        """ "The new port in Zenda" takes up a port of Zenda, not the one that was named after another town."""
        way = self.ontology.is_a(nominal.type, "TransportCorridor")
        where = _ENDS if way else _WHERE
        if not found or self.tokens.lower_at(nominal.end) not in where:
            return found
        if not (way or any(self.ontology.is_a(nominal.type, k) for k in _STANDING)):
            return found
        after = nominal.end + 1
        place = next((m for m, _, s in upcoming if s == after and m.type in _TOWNS), None)
        if place is None:
            return found
        parse, words = self.tokens.parse, place.text.split()
        return [
            r
            for r in found
            if place.text in r.mention.text
            or _stands_in(self.tokens.words, parse.sentences[r.first_sentence], words)
        ]

    def find_town(self, end: int, upcoming: Upcoming) -> Mention | None:
        """The town that stands behind "in" at a token."""
        if self.tokens.lower_at(end) not in _WHERE:
            return None
        return next((m for m, _, s in upcoming if s == end + 1 and m.type in TOWNS), None)

    def keep_of_kind(self, nominal: Nominal, found: list[Referent]) -> list[Referent]:
        """ "The glass factory" takes up no tyre factory, "the launch ceremony" no signing ceremony."""
        own = self._read_wares(range(nominal.start, nominal.head))
        called = {w for w in self.tokens.words[nominal.start : nominal.head] if w[:1].isupper()}
        if called and nominal.type == "Project":  # "the Velmo Metro project"
            return [r for r in found if called <= set(r.mention.text.split())]
        if nominal.type in _OF_PROJECTS:
            found = [r for r in found if not self._are_called_apart(nominal, r)]
        if not own or not any(self.ontology.is_a(nominal.type, kind) for kind in _OF_KINDS):
            return found
        kept = []
        for r in found:
            start, end = self.tokens.find_cover(r.mention.span)
            wares = self._read_wares(range(start, end - 1))
            told_apart = wares and r.heads.isdisjoint(own) and not self._are_energies(own, wares)
            kept += [] if told_apart else [r]
        return kept

    def _are_called_apart(self, nominal: Nominal, told: Referent) -> bool:
        """ "The Velmo road" and "the Tarn road": each with a name of its own right before the noun."""
        words, tags = self.tokens.words, self.tokens.tags
        start, end = self.tokens.find_cover(told.mention.span)
        own = {words[k] for k in range(nominal.start, nominal.head) if tags[k] == "NNP"}
        other = {words[k] for k in range(start, end - 1) if tags[k] == "NNP"}
        return bool(own and other) and own.isdisjoint(other) and words[end - 1].islower()

    def _read_wares(self, tokens: Iterable[int]) -> set[str]:
        """The nouns in small letters before a facility's, but those that any has ("assembly")."""
        words, tags = self.tokens.words, self.tokens.tags
        told = {k for k in tokens if tags[k] in _KIND_TAGS or words[k] in self.energies}
        return {words[k] for k in told if words[k].islower()} - self.any_making

    def _are_energies(self, own: set[str], told: set[str]) -> bool:
        """ "A gas plant ... the power plant"."""
        return "power" in own | told and not (
            self.energies.isdisjoint(own) or self.energies.isdisjoint(told)
        )

    def find(self, nominal: Nominal, word: str, recent: Iterable[Referent]) -> list[Referent]:
        """The only thing told just before that the noun may stand for."""
        sentence = self.tokens.parse.sentence_of[nominal.head]
        near = [
            r
            for r in recent
            if sentence - r.last_sentence <= _ALIKE_NEAR and not r.plural and not r.inner
        ]
        line = self.alike.get(word)
        kind = "Facility" if line == "works" else nominal.type  # "the unit"
        of_type = [r for r in near if self._is_of_type(r, kind)]
        fitting = [r for r in of_type if line and self._is_told_alike(r, line)]
        fitting = fitting or self._list_projects(nominal, word, near)
        alike = (r for r in near if self.works.may_be(word, r.mention.text, r.heads))
        fitting = fitting or [r for r in alike if self._is_works(r, word)]
        if not fitting and word in self.any_way and self._points_at_way(nominal):
            fitting = [r for r in of_type if sentence - r.last_sentence <= _NEAR]
        if not fitting and word in self.any_facility:
            told = [r for r in of_type if sentence - r.last_sentence <= _NEAR]
            told = told or [r for r in near if r.type == "Project" and word != "structure"]
            nameless = [r for r in told if r.mention.kind is MentionKind.NOMINAL]
            fitting = nameless or [
                r for r in told if r.mention.text.lower().split()[-1] in self.kinds
            ]
        if len({r.mention.text.lower() for r in fitting}) == 1:  # told twice by the same words
            return [max(fitting, key=lambda r: r.last_token)]
        acting = [r for r in fitting if r.named and r.subject_in in {sentence, sentence - 1}]
        return acting if len(acting) == 1 and line and not nominal.like else []

    def _is_told_alike(self, referent: Referent, line: str) -> bool:
        """Whether a word of its name is of the line, or the one before it: "the carrier X"."""
        if any(self.alike.get(h) == line for h in referent.heads):
            return True
        start, _ = self.tokens.find_cover(referent.mention.span)
        return referent.named and self.alike.get(self.tokens.lower_at(start - 1)) == line

    def find_project(
        self, nominal: Nominal, word: str, recent: Iterable[Referent]
    ) -> list[Referent]:
        """ "The solar farm" is the only solar project told just before."""
        sentence = self.tokens.parse.sentence_of[nominal.head]
        near = [r for r in recent if sentence - r.last_sentence <= _NEAR and not r.plural]
        found = self._list_projects(nominal, word, near)
        if not found:  # "the Zenda wind farm ... the wind park"
            own = {*self.tokens.lower[nominal.start : nominal.head]}
            found = keep_described(word, own, near, self.works)
        return found if len(found) == 1 else []

    def _list_projects(
        self, nominal: Nominal, word: str, near: Iterable[Referent]
    ) -> list[Referent]:
        return [r for r in near if self._is_project_of(r, word, nominal.type)]

    def _is_project_of(self, referent: Referent, word: str, kind: str) -> bool:
        """ "The reactor", "the plant": of the Zenda reactor project, "the plant" of any that makes power, too."""
        if referent.type != "Project":
            return False
        if not any(self.ontology.is_a(kind, wanted) for wanted in _OF_PROJECTS):
            return False
        told, line = set(referent.mention.text.lower().split()), self.alike.get(word)
        if word in told or (line and any(self.alike.get(w) == line for w in told)):
            return True
        return word in _POWER_WORKS and not told.isdisjoint(self.energies | {"reactor"})

    def _points_at_way(self, nominal: Nominal) -> bool:
        """ "This road", "the 23-km section": a part or way that nothing more tells of."""
        before = self.tokens.lower[max(nominal.start - 4, 0) : nominal.start]
        measured = "the" in before and self.tokens.tags[nominal.start - 1] not in {"DT", "JJ"}
        ends = self.tokens.lower_at(nominal.end) in {"of", "from", "between", "to"}
        return before[-1:] == ["this"] or (measured and not ends)

    def find_works(self, nominal: Nominal, word: str, recent: Iterable[Referent]) -> list[Referent]:
        """ "The new enterprise" is the plant without a name that was told last."""
        if self.alike.get(word) != "works" or nominal.type != "Company":
            return []
        if nominal.end - nominal.start > 1 or self.tokens.lower_at(nominal.start - 2) != "the":
            return []
        near = [r for r in recent if r.mention.kind is MentionKind.NOMINAL]
        return self.find(nominal, word, near)

    def find_headlined(
        self, nominal: Nominal, upcoming: Iterable[tuple[Mention, int, int]]
    ) -> Link | None:
        """What a headline tells by its kind and the lead names: "opens toll road", "The Zenda Expressway …"."""
        parse = self.tokens.parse
        first, end = parse.sentences[0]
        if not first <= nominal.head < end or parse.words[end - 1] in {".", "!", "?"}:
            return None
        word = parse.lemmas[nominal.head]
        line = self.alike.get(f"{parse.words[nominal.head - 1]} {word}") or self.alike.get(word)
        found: dict[int, Mention] = {}
        for mention, chain, start in upcoming:
            if start < end or parse.sentence_of[start] > max(_LEAD, self.tokens.lead):
                continue
            words = mention.text.lower().split()
            named = word in words or (line and any(self.alike.get(w) == line for w in words))
            if named and self._is_alike(mention.type, nominal.type):
                found.setdefault(chain, mention)
        if len(found) != 1:
            names, done_to = list(upcoming), is_done_to(nominal, self.tokens)
            firm = None if done_to else self._find_lead_firm(nominal, names)
            return firm or find_headlined_other(nominal, self.tokens, names)
        chain, mention = next(iter(found.items()))
        return Link(mention, mention.type, "headline of what the lead names", 0.75, chain)

    def _find_lead_firm(
        self, nominal: Nominal, upcoming: Iterable[tuple[Mention, int, int]]
    ) -> Link | None:
        """ "Irish food group opens shop", "Norvik Foods has opened …": the subject of both."""
        parse = self.tokens.parse
        if nominal.type != "Company" or nominal.plural or nominal.start > _OPENING:
            return None
        for mention, chain, start in upcoming:
            if parse.sentence_of[start] == 0 or mention.type != "Company":
                continue
            end = start + len(mention.text.split())
            acts = any(parse.deps[k] == "nsubj" for k in range(start, end))
            lead = parse.sentence_of[start] == self.tokens.lead and acts
            reason = "headline of whom the lead names"
            return Link(mention, mention.type, reason, 0.7, chain) if lead else None
        return None

    def is_pointed_at(self, nominal: Nominal) -> bool:
        """Whether an article or demonstrative, not an owner, makes it definite."""
        k = nominal.start - 1
        based = k > 1 and self.tokens.words[k - 1] == "-" and self.tokens.tags[k][:1] == "V"
        k -= self.tokens.lower_at(k) in _SAME
        k -= based  # "the Zenda-based lender", "the four-lane road"
        passed = (
            {"CD", "HYPH", "NN", "NNP"}
            if based
            else {"CD", "HYPH", "NN", "NNS", "$", "-LRB-", "-RRB-"}
        )
        while k > 0 and (
            self.tokens.tags[k] in passed
            or self.tokens.tags[k - 1 : k + 1] == ["CD", "NNP"]  # "the 600 MW project"
        ):
            k -= 1
        return self.tokens.tags[max(k, 0)] == "DT"

    def prefer_named(
        self, told: list[Referent], nominal: Nominal, word: str, recent: Iterable[Referent]
    ) -> list[Referent]:
        """What only a headline tells ("opens toll road") gives way to what the lead names."""
        whole = self.tokens.slice(nominal.start, nominal.end).lower()
        same = any(r.mention.text.lower() == whole != word for r in told)  # "a tyre plant"
        if same or any(r.named or r.last_sentence > 0 for r in told):
            return told
        named = self.find(nominal, word, [r for r in recent if r not in told])
        return named if named and named[0].named else told

    def _is_alike(self, kind: str, said: str) -> bool:
        return any(
            self.ontology.is_a(kind, wanted) and self.ontology.is_a(said, wanted)
            for wanted in ("TransportCorridor", "Facility", "Event", "Project")
        )

    def _is_works(self, referent: Referent, word: str) -> bool:
        """ "The plant" is a brewery's, and no firm; "the farm" is what is called the Hentz Cattle Ranch."""
        firm = referent.type == "Company" and referent.named and word not in self.making
        return firm or any(self.ontology.is_a(referent.type, kind) for kind in _WORKS)

    def _is_of_type(self, referent: Referent, kind: str) -> bool:
        if kind == "Facility" and referent.type == "TransportCorridor":
            # "the structure" may be a bridge that links towns
            return any(self.alike.get(head) == "crossing" for head in referent.heads)
        for wanted in ("TransportCorridor", "Facility", "EconomicZone", "Event", "Organization"):
            if self.ontology.is_a(kind, wanted):
                return self.ontology.is_a(referent.type, wanted)
        return False


def _stands_in(words: Sequence[str], sentence: tuple[int, int], wanted: list[str]) -> bool:
    """Whether some words stand side by side in a sentence."""
    start, end = sentence
    size = len(wanted)
    return any(list(words[k : k + size]) == wanted for k in range(start, end - size + 1))
