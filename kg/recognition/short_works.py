"""Works told by their name alone: "the Zenda copper mine", then "Zenda produced 3 tonnes"."""

from collections.abc import Iterator

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.model.parse import SUBJECTS
from kg.ontology import Ontology
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_OWNED = frozenset(["'s", "’s"])
_TYPES = frozenset(
    [
        *("City", "District", "Province", "Region", "Company", "Person", "Facility", "Project"),
        *("NaturalFeature", "Product"),
    ]
)
_NOT_BEHIND = frozenset(["in", "near", "outside", "to", "from", "across"])
_TAIL = 4  # words behind the name: "iron ore mining project"


class ShortWorks:
    """Finds mines, dams, farms and projects that are named without these words; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        names, nominals = load_lexicon("names"), load_lexicon("nominals")
        self.ontology = ontology
        self.tails = names.get("bare_works")
        self.kinds = nominals.get_mapping("nominals")
        self.deeds = names.get("speech_verbs") | nominals.get("deeds") | names.get("bare_deeds")
        self.resources, self.fields = names.get("resource_words"), names.get("bare_fields")
        self.parts = names.get("parts_of_works")
        self.workings = names.get("bare_workings")

    def find(self, tokens: Tokens, names: list[Name]) -> list[Name]:
        """The names; works with what tells their kind, and their short names of the same type."""
        works = self._find_works(tokens, names)
        by_text: dict[str, list[int]] = {}
        for n, name in enumerate(names if works else ()):
            if name.type in _TYPES and (name.start, name.end) not in works:
                by_text.setdefault(tokens.slice(name.start, name.end), []).append(n)
        taken = {k for n in names for k in range(n.start, n.end)} if works else set()
        fielded = bool(works) and sum(w in self.resources for w in tokens.lower) > 1
        fields = {
            tokens.slice(*bounds)
            for bounds, last in works.items()
            if self._find_kind(tokens, last) == "Facility"
        }
        found = list(names)
        fulls: dict[tuple[int, int], Name] = {}
        for (start, end), last in works.items():
            text = tokens.slice(start, end)
            numbers = by_text.get(text, [])
            if any(self._acts(tokens, names[n]) for n in numbers):
                continue
            bare = [n for n in numbers if self._stands_for(tokens, names[n])]
            kind = self._find_kind(tokens, last)
            if kind == "Project" and text in fields:
                continue  # the works themselves are told too: "the Zenda field", "the Zenda project"
            for n in bare:
                found[n] = _make(names[n].start, names[n].end, kind)
            missed = [*self._find_missed(tokens, start, end, works, taken)]
            found += [_make(k, k + end - start, kind) for k in missed]
            if bare or missed or (fielded and self._is_field(tokens, start, last)):
                fulls[start, end] = _make(start, last, kind)
        kept = [n for n in found if (n.start, n.end) not in fulls]
        return sorted([*kept, *fulls.values()], key=lambda n: (n.start, -n.end))

    def _is_field(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "The Zenda field" of a text on oil and gas, which no word before "field" tells for works."""
        bare = tokens.lower[end - 1] in self.fields
        alone = bare and tokens.words[end - 2].istitle() and tokens.tags[end - 1] == "NN"
        return alone and start not in tokens.first_of_sentence

    def _find_missed(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        works: dict[tuple[int, int], int],
        taken: set[int],
    ) -> Iterator[int]:
        """Where the words stand again and nobody took them for a name: "both Zenda and Hentz"."""
        words = tokens.words[start:end]
        if all(word.isupper() for word in words):
            return  # "the LNG project", "a 300 MW wind farm": what it makes or can make
        for k, word in enumerate(tokens.words):
            if word != words[0] or tokens.words[k : k + end - start] != words:
                continue
            last = k + end - start
            inside = (k, last) in works or tokens.capital[last : last + 1] == [True]
            inside = inside or (k in tokens.first_of_sentence and tokens.is_common(k))
            name = Name(start=k, end=last, type="Facility", origin="extended name")
            if not inside and taken.isdisjoint(range(k, last)) and self._stands_for(tokens, name):
                yield k

    def _find_works(self, tokens: Tokens, names: list[Name]) -> dict[tuple[int, int], int]:
        """The ends of works by the tokens of the capitals before their kind: "[Zenda] copper mine"."""
        bounds = {(n.start, n.end): n for n in names}
        taken = {k for n in names for k in range(n.start, n.end)}
        works = {}
        for k, word in enumerate(tokens.lower):
            pair = f"{tokens.lower[k - 1]} {word}" if k else word
            if tokens.capital[k] or not (word in self.tails or pair in self.tails):
                continue
            end = k
            while (
                end > max(k - _TAIL, 0) and not tokens.capital[end] and self._is_kind(tokens, end)
            ):
                end -= 1
            start = end + 1
            while start > 0 and tokens.capital[start - 1] and tokens.tags[start - 1] != "DT":
                start -= 1
            name = bounds.get((start, end + 1))
            known = name is not None and name.type in _TYPES and name.kind is MentionKind.NAME
            free = taken.isdisjoint(range(start, end + 1)) and self._is_rare(tokens, start, end)
            if start <= end and (known or free):
                works[start, end + 1] = k + 1
        return works

    def _is_rare(self, tokens: Tokens, start: int, end: int) -> bool:
        """No common word, or one that a capital amid a sentence makes a name: "the Curlew field"."""
        if not all(tokens.is_common(n) for n in range(start, end + 1)):
            return True
        told = start == end and tokens.tags[start] == "NNP" and tokens.lower_at(start - 1) != "of"
        return told and start not in tokens.first_of_sentence

    def _is_kind(self, tokens: Tokens, k: int) -> bool:
        return tokens.tags[k] in {"NN", "JJ", "HYPH", "VBG"}

    def _find_kind(self, tokens: Tokens, end: int) -> str:
        return "Project" if tokens.lower[end - 1] == "project" else "Facility"

    def _acts(self, tokens: Tokens, name: Name) -> bool:
        """Whether the name does what firms do: "Zenda said", "Zenda's chief executive"."""
        parse, head = tokens.parse, name.end - 1
        deed = parse.lemmas[parse.heads[head]] in self.deeds
        owned = tokens.lower_at(name.end) in _OWNED and not self._has_part(tokens, name.end + 1)
        return (parse.deps[head] == "nsubj" and deed) or owned

    def _has_part(self, tokens: Tokens, k: int) -> bool:
        """ "Zenda's owner", "Zenda's annual output": what works have as firms do."""
        return tokens.lower_at(k) in self.parts or tokens.lower_at(k + 1) in self.parts

    def _stands_for(self, tokens: Tokens, name: Name) -> bool:
        """Whether the name may be that of works: not "in Zenda"; of a known place only what it does."""
        before = name.start - 1
        if tokens.lower_at(before) == "of":
            before -= 1  # "Line of Credit"
        joined = before >= 0 and tokens.capital[before] and tokens.lower[before] != "both"
        if tokens.lower_at(name.start - 1) in _NOT_BEHIND or joined:
            return False
        if tokens.tags[name.end : name.end + 1] in (["NN"], ["NNS"], ["HYPH"]):
            return False
        return name.known_as is None or self._works(tokens, name)

    def _works(self, tokens: Tokens, name: Name) -> bool:
        """ "Zenda produces", "Zenda is the world's largest mine": what no town does."""
        parse, head = tokens.parse, name.end - 1
        verb = parse.heads[head]
        if parse.deps[head] not in SUBJECTS:
            return False
        if parse.lemmas[verb] == "be":
            return any(
                parse.deps[c] == "attr" and parse.lemmas[c] in self.tails
                for c in parse.children[verb]
            )
        return parse.lemmas[verb] in self.workings


def _make(start: int, end: int, kind: str) -> Name:
    return Name(start=start, end=end, type=kind, origin="extended name")
