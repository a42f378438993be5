"""What the sentences before are about: "Zenda province is growing. Exports rose", "The museum reopened. Many came"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind
from kg.model.parse import SUBJECTS

LANDS = ("Province", "City", "District", "Region", "Country", "EconomicZone")
_BACK = 2  # sentences in which a text goes on about the same
_TOLD_OF = ("Company", "Facility", "Project", "TransportCorridor", "Event")
_RULING = frozenset(
    [
        "government",
        "mayor",
        "governor",
        "council",
        "cabinet",
        "assembly",
        "administration",
        "authority",
        "legislature",
        "municipality",
        "city",
        "state",
        "province",
        "district",
        "county",
    ]
)
_LINKS = frozenset(["of", "in"])
_OWNING = frozenset(["poss", "compound"])


class TopicsBefore:
    """Finds them in one document, once a sentence."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.paragraph_of = arguments.recognized.paragraph_of
        self.telling = load_lexicon("scope").get("speech")
        self._known: dict[tuple[int, tuple[str, ...]], tuple[Mention | None, bool]] = {}

    def find(self, token: int, kinds: tuple[str, ...]) -> Mention | None:
        """The thing of some kinds that acts in the last sentence before that is about anything."""
        sentence = self.parse.sentence_of[token]
        for before in range(sentence - 1, max(sentence - _BACK, 0) - 1, -1):
            if self.paragraph_of[before] < self.paragraph_of[sentence] - 1:
                return None
            if (before, kinds) not in self._known:
                self._known[before, kinds] = self._read(before, kinds)
            topic, told = self._known[before, kinds]
            if told:
                return topic
        return None

    def find_land(self, token: int) -> Mention | None:
        """The land that they are about."""
        return self.find(token, LANDS)

    def _read(self, sentence: int, kinds: tuple[str, ...]) -> tuple[Mention | None, bool]:
        """(what a sentence is about, whether it is about anything)."""
        subjects = self._list_subjects(sentence)
        if not subjects:
            return None, False
        land = kinds is LANDS
        if land and self._names_firms(sentence):
            return None, True
        found = [
            self._find_at(t, kinds) or (self._find_ruled(t) if land else None) for t in subjects
        ]
        named = [m for m in found if m is not None]
        joined = any(self.parse.deps[c] == "conj" for t in subjects for c in self.parse.children[t])
        alone = len(named) == len(subjects) and not joined and self.arguments.are_one(named)
        return (named[0] if alone else None), True

    def _list_subjects(self, sentence: int) -> list[int]:
        """The subjects of the main clause; of "…, the ministry said" those of what it said."""
        parse = self.parse
        tokens = range(*parse.sentences[sentence])
        root = next((t for t in tokens if parse.deps[t] == "ROOT"), None)
        if root is None or parse.tags[root][:2] not in {"VB", "MD"}:
            return []
        said = [c for c in parse.children[root] if parse.deps[c] == "ccomp"]
        verb = said[0] if said and parse.lemmas[root] in self.telling else root
        return [c for c in parse.children[verb] if parse.deps[c] in SUBJECTS]

    def _find_at(self, token: int, kinds: tuple[str, ...]) -> Mention | None:
        """What a subject stands for, or whose it is."""
        if self.arguments.find(token, _TOLD_OF) is not None and kinds is LANDS:
            return None
        own = self.arguments.find(token, kinds)
        if own is not None and self._is_known(own):
            return own
        if kinds is not LANDS:
            return None
        parse = self.parse
        beside = [c for c in parse.children[token] if parse.deps[c] in _OWNING]
        links = (c for c in parse.children[token] if parse.lemmas[c] in _LINKS)
        beside += [c for link in links for c in parse.children[link] if parse.deps[c] == "pobj"]
        told = (self.arguments.find(t, kinds) for t in beside)
        return next((m for m in told if m is not None and self._is_known(m)), None)

    def _find_ruled(self, token: int) -> Mention | None:
        """ "In Zenda, the state government presented": the only land of a sentence in which its rulers act."""
        parse = self.parse
        if parse.lemmas[token].lower() not in _RULING:
            return None
        sentence = range(*parse.sentences[parse.sentence_of[token]])
        return self.arguments.pick_only(
            m
            for t in sentence
            for m in self.arguments.by_token.get(t, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, LANDS)
        )

    def _is_known(self, mention: Mention) -> bool:
        first = self.arguments.find_first(mention)
        named = first.kind is MentionKind.NAME or any(c.isupper() for c in first.text)
        return named and mention.origin not in {OPEN, "noun phrase"}

    def _names_firms(self, sentence: int) -> bool:
        return any(
            m.kind is MentionKind.NAME and self.arguments.fits(m, _TOLD_OF)
            for t in range(*self.parse.sentences[sentence])
            for m in self.arguments.by_token.get(t, ())
        )
