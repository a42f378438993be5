"""Brands told by what they are: "Zarvo vodka", "Norvik's Creek wine", "Tarna crude" are things and no firms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, MentionKind
from kg.recognition.name import Name
from kg.recognition.plain_names import insert_plain
from kg.recognition.tokens import Tokens

_OPEN = frozenset(
    ["", "Company", "Person", "City", "Product", "Association", "Organization", "Facility"]
)
_OWNER = frozenset(["'s", "’s"])
_APPOSED = 9  # tokens of what a firm is called behind its comma
_LONGEST = 4  # words of a brand
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "HYPH", "POS")


class BrandWares:
    """Makes products of names right before such nouns, and of the same names elsewhere; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.wares = {tuple(ware.split()) for ware in names.get("brand_wares")}
        self.lasts = frozenset(ware[-1] for ware in self.wares)
        self.acting, self.behind = names.get("company_verbs") - {"sell"}, names.get("company_parts")
        self.kinds = load_lexicon("nominals").get_mapping("nominals")
        self.grades = names.get("brand_grades")

    def take(self, tokens: Tokens, names: list[Name]) -> list[Name]:
        """The names, with brands as products that reach to their noun."""
        ends = [k for k, word in enumerate(tokens.lower) if word in self.lasts]
        if not ends:
            return names
        found = [brand for k in ends if (brand := self._find(tokens, k, names))]
        texts = {tokens.slice(start, end) for start, end, _ in found}
        kept = [n for n in names if not any(s < n.end and n.start < w for s, _, w in found)]
        made = [_make(start, ware) for start, _, ware in found]
        return insert_plain(kept, [*made, *_find_again(tokens, texts, kept, found)])

    def _find(self, tokens: Tokens, k: int, names: Sequence[Name]) -> tuple[int, int, int] | None:
        """Start and end of the brand before the noun that ends at k, and the noun's end."""
        size = next(
            (n for n in (3, 2, 1) if tuple(tokens.lower[k + 1 - n : k + 1]) in self.wares), 0
        )
        noun = k + 1 - size
        goes_on = tokens.tags[k + 1 : k + 2] and tokens.tags[k + 1] in _NOUNS
        if not size or goes_on or any(tokens.capital[noun + (size > 1) : k + 1]) or noun == 0:
            return None
        start = noun
        while start and noun - start < _LONGEST and self._is_part(tokens, start - 1, names):
            start -= 1
        start = self._pass_owner(tokens, start, noun, names)
        if start == noun or self._is_plain(tokens, start, noun):
            return None
        beside = [n for n in names if n.start < noun and start < n.end]
        if any(n.end > noun or not _may_be(n, start) for n in beside):
            return None
        text = tokens.slice(start, noun)
        if any(self._acts(tokens, n) for n in names if tokens.slice(n.start, n.end) == text):
            return None
        return start, noun, k + 1

    def _is_part(self, tokens: Tokens, k: int, names: Sequence[Name]) -> bool:
        known = any(n.start <= k < n.end and _is_known(n) for n in names)
        return tokens.capital[k] and not known and tokens.tags[k] not in {"DT", "PRP$", "IN", "CC"}

    def _pass_owner(self, tokens: Tokens, start: int, noun: int, names: Sequence[Name]) -> int:
        """ "Tarn's Creek wine", and "Tarn's wine" where the text has that Tarn nowhere else."""
        owner = start - 2
        if owner < 0 or tokens.lower[start - 1] not in _OWNER or not tokens.capital[owner]:
            return start
        if owner and tokens.capital[owner - 1]:
            return start
        if any(n.start <= owner < n.end and _is_known(n) for n in names):
            return start
        once = tokens.lower.count(tokens.lower[owner]) == 1
        inside = start < noun and all(tokens.is_common(k) for k in range(start, noun))
        return owner if once and (inside or start == noun) else start

    def _is_plain(self, tokens: Tokens, start: int, noun: int) -> bool:
        """ "Premium beer" at the start of a sentence: no word that is a name's."""
        first = start in tokens.first_of_sentence
        words = [k for k in range(start + first, noun) if tokens.lower[k] not in self.grades]
        strange = any(tokens.capital[k] and not tokens.is_common(k) for k in range(start, noun))
        return not (strange or (len(words) > 0 and not _in_headline(tokens, start)))

    def _is_called_firm(self, tokens: Tokens, start: int) -> bool:
        """ "Tarna, the world's fifth-largest brewer,": no ware is called so."""
        if tokens.lower_at(start) not in {"the", "a", "an", "one", "two", "three"}:
            return False
        for k in range(start, min(start + _APPOSED, len(tokens.words))):
            if tokens.words[k] == "," or tokens.tags[k][:1] == "V":
                return False
            if self.kinds.get(tokens.lemma_at(k)) == "Company" and tokens.tags[k] in {"NN", "NNS"}:
                return True
        return False

    def _acts(self, tokens: Tokens, name: Name) -> bool:
        """Whether a name does what firms do: then it is the firm's, and the noun what it makes."""
        behind = tokens.lower_at(name.end)
        verb = tokens.tags[name.end : name.end + 1] in (["VBD"], ["VBZ"], ["MD"])
        deed = verb and tokens.lemma_at(name.end) in self.acting | {"say", "will"}
        owns = behind in _OWNER and tokens.lemma_at(name.end + 1) not in {"brand", "taste"}
        apposed = behind == "," and self._is_called_firm(tokens, name.end + 1)
        return deed or owns or apposed or behind in self.behind - {"brand", "brands"}


def _is_known(name: Name) -> bool:
    return name.known_as is not None or name.kind is MentionKind.ADJECTIVE


def _may_be(name: Name, start: int) -> bool:
    """Whether a name is one that a brand may take the place of."""
    firm = name.type == "Company" and name.origin == "head noun"
    place = name.type in SETTLED and name.known_as is not None
    return name.type in _OPEN and not (firm or place) and name.start >= start


def _in_headline(tokens: Tokens, start: int) -> bool:
    return tokens.headline[tokens.parse.sentence_of[start]]


def _make(start: int, end: int) -> Name:
    return Name(start=start, end=end, type="Product", origin="head noun")


def _find_again(
    tokens: Tokens, texts: set[str], names: Sequence[Name], found: Sequence[tuple[int, int, int]]
) -> Iterator[Name]:
    """The brands where they stand without their noun."""
    taken = {start for start, _, _ in found}
    for text in sorted(texts):
        for name in names:
            if name.start not in taken and tokens.slice(name.start, name.end) == text:
                yield replace(name, type="Product", origin="head noun")
