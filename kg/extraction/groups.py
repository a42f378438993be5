"""Plural nominals that stand for several names: "the two countries", "both sides"."""

from collections.abc import Callable

from kg.extraction.plural_pronouns import PluralPronouns
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology

_FIRMS = frozenset(["company", "firm"])
_POINTING = frozenset(["the", "these", "those"])
_THINGS = "Facility|TransportCorridor|Project"
_ANY = frozenset(["project", "facility", "scheme"])
_JOINTS = frozenset([",", "and", "&", ", and", "and the", ", the"])
_DESCRIBING = frozenset(["DT", "JJ", "NN", "NNS", "NNP", "VBN", "HYPH", "PRP$"])
_OWNING = (["'s"], ["’s"])
_OF_KIND = frozenset(["JJ", "NN", "NNS", "HYPH"])
_WORDS = 4  # between the "and" and the last member
_NAMING = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_PAIR = 2
_FAR, _LATER = 8, 4  # sentences back to the only list of a text, and on to names told later
_PAIR_BACK = 3  # the same, for "the two countries"
_BACK = 2  # sentences that are looked through, this one and those before


class GroupReader:
    """Finds the names that a plural such as "the two companies" stands for."""

    def __init__(
        self,
        recognized: Recognized,
        ontology: Ontology,
        ranges: dict[Mention, tuple[int, int]],
        find_antecedent: Callable[[Mention], Mention],
    ) -> None:
        words = load_lexicon("arguments")
        self.recognized = recognized
        self.parse = recognized.parse
        self.ontology = ontology
        self.ranges = ranges
        self.find_antecedent = find_antecedent
        self.pair_marks = words.get("pair_marks")
        self.kinds = words.get_mapping("group_nouns")
        self.pronouns = PluralPronouns(self)

    def find(self, token: int) -> list[Mention]:
        """The names behind "the two countries" or "the companies" at `token`, if they stand out.

        A pair is told just before, or in one list; "two Ruritanian firms" may be named later; "the
        companies" are those of the last list, and of the only one where that is far back.
        """
        parse = self.parse
        if self.pronouns.may_stand(token):
            return self.pronouns.find(token)
        if parse.deps[token] == "attr" and parse.tags[token] == "NNS":
            return self.pronouns.find_borne(token)
        kind = self.kinds.get(parse.lemmas[token])
        if kind is None or parse.tags[token] not in {"NNS", "NNPS"}:
            return []
        kinds = ["Company"] if parse.lemmas[token] in _FIRMS else kind.split("|")
        marks = {parse.words[c].lower() for c in parse.children[token]}
        if any(parse.deps[c] in {"prep", "appos", "relcl"} for c in parse.children[token]):
            return []
        if marks & self.pair_marks and kind in _THINGS:
            return self._find_pair_of_things(token, kinds)
        if marks & self.pair_marks:
            country = self._find_country(token)
            return (
                self._find_later(token, kinds, country) if country else self.find_pair(token, kind)
            )
        pointed = marks and marks <= _POINTING and kind not in _THINGS
        return self._find_list(token, kinds) if pointed else []

    def _find_pair_of_things(self, token: int, kinds: list[str]) -> list[Mention]:
        """ "Both projects": the two things, named or not, of the sentence before that tells such."""
        lemma = self.parse.lemmas[token]
        sentence = self.parse.sentence_of[token]
        for where in range(sentence - 1, max(sentence - _BACK, -1), -1):
            found = [m for m in self._list_things(where, kinds) if self._is_called(m, lemma)]
            if found:
                return found if len(found) == _PAIR else []
        return []

    def _list_things(self, sentence: int, kinds: list[str]) -> list[Mention]:
        """The different things of these types in a sentence, without those that take up others."""
        first, end = self.parse.sentences[sentence]
        told = (m for m in self.recognized.mentions if first <= self.ranges[m][0] < end)
        fitting = [m for m in told if any(self.ontology.is_a(m.type, k) for k in kinds if m.type)]
        return list(dict.fromkeys(fitting))

    def _is_called(self, mention: Mention, lemma: str) -> bool:
        """Whether the noun of a pair names it: any undertaking is a project."""
        if mention.kind not in {MentionKind.NAME, MentionKind.NOMINAL}:
            return False
        start, end = self.ranges[mention]
        singular = self.parse.tags[end - 1] in {"NN", "NNP"}
        before = self.parse.words[max(start - 2, 0) : start]
        beside = mention.kind is MentionKind.NAME and not {"in", "at", "near"}.isdisjoint(before)
        called = lemma in _ANY or mention.text.lower().split()[-1] == lemma
        return singular and called and not beside

    def find_pair(self, token: int, kind: str) -> list[Mention]:
        """Exactly two things in this sentence or those just before it."""
        sentence = self.parse.sentence_of[token]
        for where in range(sentence, max(sentence - _PAIR_BACK, -1), -1):
            found = self._gather(where, token, kind.split("|"))
            if len(found) >= 2:
                return found if len(found) == 2 else []
        return []

    def _find_list(self, token: int, kinds: list[str]) -> list[Mention]:
        """The last list of such names before `token`."""
        sentence = self.parse.sentence_of[token]
        told: list[tuple[int, list[Mention]]] = [
            (where, members)
            for where in range(sentence, -1, -1)
            for members in self._find_lists(where, kinds)
            if self.ranges[members[-1]][1] <= token
        ]
        if not told:
            return []
        same = {frozenset(self._name(m) for m in members) for _, members in told}
        near = sentence - told[0][0] <= _BACK and len([w for w, _ in told if w == told[0][0]]) == 1
        far = sentence - told[0][0] <= _FAR and len(same) == 1
        return told[0][1] if near or far else []

    def _find_later(self, token: int, kinds: list[str], country: str) -> list[Mention]:
        """The two of that country which one of the next sentences names: "Ruritania's A and B"."""
        sentence = self.parse.sentence_of[token]
        for where in range(sentence, min(sentence + _LATER, len(self.parse.sentences))):
            for members in self._find_lists(where, kinds):
                start = self.ranges[members[0]][0]
                owner = self._find_country(start)
                if start > token and owner == country and len(members) == _PAIR:
                    return members
        return []

    def _find_country(self, token: int) -> str | None:
        """The country told right before `token`: "Japan's [X]", "Japanese [firms]"."""
        before = token - (self.parse.words[token - 1] in {"'s", "’s"}) if token else 0
        for mention in self.recognized.mentions:
            if mention.type == "Country" and self.ranges[mention][1] == before:
                return mention.known_as
        return None

    def _find_lists(self, sentence: int, kinds: list[str]) -> list[list[Mention]]:
        """The lists "A and B", "A, B and C" of such names in a sentence."""
        found: list[list[Mention]] = []
        last, joined = -1, ""
        for mention in self.recognized.mentions:
            start, end = self.ranges[mention]
            if (
                self.parse.sentence_of[start] != sentence
                or mention.kind is not MentionKind.NAME
                or not any(self.ontology.is_a(mention.type, kind) for kind in kinds)
            ):
                continue
            joined = " ".join(self.parse.words[last:start]) if 0 <= last <= start else ""
            if joined in _JOINTS or self._describes(joined, last, start):
                found[-1].append(mention)
            elif start >= last:
                found.append([mention])
            last = max(last, end)
        return [members for members in found if len(members) > 1 and self._is_closed(members)]

    def _describes(self, joined: str, last: int, start: int) -> bool:
        """ "A and [Danish partner] B": words between that tell only what B is."""
        tags = self.parse.tags[last + 1 : start]
        return joined.startswith("and ") and len(tags) <= _WORDS and _DESCRIBING.issuperset(tags)

    def _is_closed(self, members: list[Mention]) -> bool:
        between = self.parse.words[self.ranges[members[-2]][1] : self.ranges[members[-1]][0]]
        return "and" in between or "&" in between

    def _name(self, mention: Mention) -> str:
        named = self.find_antecedent(mention)
        return named.known_as or named.text

    def _gather(self, sentence: int, token: int, kinds: list[str]) -> list[Mention]:
        """The different things of these types that a sentence names before `token`."""
        found: dict[str, Mention] = {}
        opening = self.parse.starts[self.parse.sentences[sentence][0]]
        for mention in self.recognized.mentions:
            if mention.span.start < opening or mention.kind not in _NAMING:
                continue
            start, _ = self.ranges[mention]
            if self.parse.sentence_of[start] != sentence or start >= token:
                continue
            if self._only_tells_another(mention, kinds):
                continue
            if any(mention.type and self.ontology.is_a(mention.type, kind) for kind in kinds):
                found.setdefault(self._name(mention), mention)
        return list(found.values())

    def _only_tells_another(self, mention: Mention, kinds: list[str]) -> bool:
        """ "the [Ruritanian] company Norvik", "[Ruritania]'s Norvik": where one of these kinds comes from."""
        start = self.ranges[mention][1]
        owning = self.parse.words[start : start + 1] in _OWNING and mention.type == "Country"
        if mention.kind is not MentionKind.ADJECTIVE and not owning:
            return False
        start += owning
        while self.parse.tags[start : start + 1] and self.parse.tags[start] in _OF_KIND:
            start += 1
        return any(
            m.kind is MentionKind.NAME
            and self.ranges[m][0] == start
            and any(m.type and self.ontology.is_a(m.type, kind) for kind in kinds)
            for m in self.recognized.mentions
        )
