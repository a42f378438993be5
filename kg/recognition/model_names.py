"""Models with a number for a name: "the Norvik 25", "Norvik [747-400] jets", "a Tarna 172 engine"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.period import is_year
from kg.recognition.name import Name
from kg.recognition.parsing import NamedSpan
from kg.recognition.plain_names import insert_plain
from kg.recognition.tokens import Tokens

_CODE, _VARIANT = re.compile(r"\d{3}"), re.compile(r"\d{1,3}[A-Z]{0,3}s?")
_WHOLE = re.compile(r"\d{3}(?:F|ER|LR|ERF|ERSF|SF|BCF|BDSF|BBJ|SP|X)s?")  # "777F"
_NUMBER = re.compile(r"\d{1,4}[A-Za-z]{0,2}")
_SEEN = frozenset(["PRODUCT"])
_CUT = frozenset(["", "Company", "Organization", "Person", "City", "Product", "Agreement"])
_LONGEST = 2  # words before the number
_SIZES = frozenset(["7", "8", "9", "10", "8s", "9s", "10s"])
_BEFORE = frozenset(["a", "an", "first", "second", "third", "new", "additional"])
_GOING_ON = (["NN"], ["NNS"], ["NNP"], ["JJ"], ["HYPH"], ["CD"])
_JOINT = frozenset(["-", "–", "%", "/", "$"])


class ModelNames:
    """Adds such names as products; holds no state."""

    def __init__(self) -> None:
        names, triggers = load_lexicon("names"), load_lexicon("triggers")
        self.vehicles = triggers.get("vehicles")
        self.goods = triggers.get("goods") | self.vehicles
        self.no_brands = names.get("numbered_things") | names.get("not_names")
        self.heads = frozenset(h.split()[-1] for h in names.get_mapping("heads"))
        self.nominals = load_lexicon("nominals").get_mapping("nominals")

    def take(self, tokens: Tokens, names: list[Name], named: Sequence[NamedSpan]) -> list[Name]:
        """The names, with models in place of what reached into them."""
        numbers = [k for k, w in enumerate(tokens.words) if w[:1].isdigit() and k]
        numbers = [k for k in numbers if _is_beside(tokens, k)]
        if not numbers:
            return names
        seen = {k for s in named if s.label in _SEEN for k in range(s.start, s.end)}
        models = [m for k in numbers if (m := self._find(tokens, k, seen, names))]
        if not models:
            return names
        brands = {tuple(tokens.words[s : e - 1]) for s, e in models} - {()}
        models += [
            (k - len(brand), k + 1)
            for brand in sorted(brands)
            for k in numbers
            if tuple(tokens.words[k - len(brand) : k]) == brand
            and self._is_number(tokens, k)
            and _is_free(names, k - len(brand), k + 1)
            and (k - len(brand), k + 1) not in models
        ]
        models = [(start, self._pass_byname(tokens, end)) for start, end in models]
        names = _retype_bynames(tokens, names, models)
        made = [Name(start=s, end=e, type="Product", origin="context") for s, e in models]
        return insert_plain(names, made)

    def _pass_byname(self, tokens: Tokens, end: int) -> int:
        """ "Norvik 920 [Skyliner] jets", "Norvik 920 [Skyliners]": what a model is called besides its number."""
        if not any(tokens.capital[end : end + 1]) or not tokens.words[end].istitle():
            return end
        behind = tokens.lemma_at(end + 1) in self.goods and not tokens.capital[end + 1]
        plural = tokens.words[end].endswith("s") and tokens.tags[end] in {"NNPS", "NNS"}
        return end + (behind or plural)

    def _find(
        self, tokens: Tokens, k: int, seen: set[int], names: Sequence[Name]
    ) -> tuple[int, int] | None:
        """Where the model begins and ends whose number is token k."""
        if end := _find_code_end(tokens, k):
            made = tokens.lower_at(end) in self.goods or k in seen
            made = made or "MAX" in tokens.words[k + 1 : k + 2] or _is_told_alone(tokens, k, end)
            return (k, end) if made and _is_free(names, k, end) else None
        end = k + 1
        if not self._is_number(tokens, k):
            return None
        ware = tokens.lemma_at(end) in self.goods or tokens.lower_at(end) in self.goods
        ware = ware or self._pass_byname(tokens, end) > end
        # "Norvik 20 planes" may be a number of them
        ware = ware and (tokens.tags[end] != "NNS" or len(tokens.words[k]) > 2)
        if not ware and (k not in seen or tokens.tags[end : end + 1] in (["NN"], ["NNS"])):
            return None
        start = next(self._find_starts(tokens, k, names), k)
        if tokens.tags[start - 1 : start] == ["CD"] and tokens.lower_at(end) in self.vehicles:
            return None  # "60 Norvik 787 aircraft" are Norvik's
        return (start, end) if start < k and _is_free(names, start, end) else None

    def _is_number(self, tokens: Tokens, k: int) -> bool:
        word = tokens.words[k]
        after = tokens.words[k + 1] if k + 1 < len(tokens.words) else ""
        joined = after in _JOINT or after[:1].isdigit()
        return not joined and not is_year(word) and _NUMBER.fullmatch(word) is not None

    def _find_starts(self, tokens: Tokens, k: int, names: Sequence[Name]) -> Iterator[int]:
        """Where the words before the number begin, if they are a brand's."""
        start = k
        while start and k - start < _LONGEST and self._is_word(tokens, start - 1):
            start -= 1
        whole = start == k or (start > 0 and tokens.capital[start - 1])
        if not whole and not any(n.start < start < n.end for n in names):
            yield start

    def _is_word(self, tokens: Tokens, k: int) -> bool:
        word = tokens.lower[k]
        named = tokens.capital[k] and tokens.tags[k].startswith("NNP") and word.isalpha()
        return named and word not in self.no_brands | self.heads and word not in self.nominals


def _retype_bynames(
    tokens: Tokens, names: list[Name], models: Sequence[tuple[int, int]]
) -> list[Name]:
    """The "Skyliner" of a "Norvik 920 Skyliner" is the model wherever it stands alone, and so are Skyliners."""
    bynames = {tokens.words[e - 1].removesuffix("s") for s, e in models if e - s > 2}
    bynames = {word for word in bynames if word.isalpha() and len(word) > _LONGEST}
    alone = {
        n.start
        for n in names
        if n.end - n.start == 1
        and n.known_as is None
        and n.type in _CUT
        and tokens.words[n.start].removesuffix("s") in bynames
    }
    return [replace(n, type="Product") if n.start in alone else n for n in names]


def _is_beside(tokens: Tokens, k: int) -> bool:
    """Whether a capital stands right before the number, or it begins a code such as "747-400", "737 MAX"."""
    coded = tokens.words[k + 1 : k + 2] in (["-"], ["MAX"]) or _WHOLE.fullmatch(tokens.words[k])
    return tokens.capital[k - 1] or bool(coded)


def _find_code_end(tokens: Tokens, k: int) -> int | None:
    """The end of "747-400" or "787-9X", of "777F" or "737 MAX 8", that begins at k."""
    if _WHOLE.fullmatch(tokens.words[k]):
        return k + 1
    if tokens.words[k + 1 : k + 2] == ["MAX"] and _CODE.fullmatch(tokens.words[k]):
        return k + 2 + (tokens.lower_at(k + 2) in _SIZES)
    if _CODE.fullmatch(tokens.words[k]) is None or k + 2 >= len(tokens.words):
        return None
    joined = tokens.words[k + 1] == "-" and tokens.touches(k) and tokens.touches(k + 1)
    variant = joined and _VARIANT.fullmatch(tokens.words[k + 2])
    return k + 3 if variant else None


def _is_told_alone(tokens: Tokens, k: int, end: int) -> bool:
    """ "took [its first] 777F", "a 787-9 to Lima": behind an article or "first", and no noun goes on behind."""
    told = tokens.lower_at(k - 1) in _BEFORE or tokens.tags[k - 1] == "CD"
    dated = tokens.lower_at(end) in {"last", "this", "next", "earlier"}
    return told and (dated or tokens.tags[end : end + 1] not in _GOING_ON)


def _is_free(names: Sequence[Name], start: int, end: int) -> bool:
    """Whether no name of another thing reaches into the tokens."""
    beside = [n for n in names if n.start < end and start < n.end]
    return all(n.type in _CUT and start <= n.start and n.known_as is None for n in beside)
