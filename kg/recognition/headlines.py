"""Headlines in title case, written as sentences are before they are parsed.

"Norvik Shipping to Build New Terminal in Vietnam" hides from every parser where its names end. A word of
the dictionary gets a small letter unless the text below has it with a capital; letters change, places of
characters do not.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.model.document import Span

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_PREFIXES = frozenset(["re", "co"])
_PREFIXED = frozenset(
    ["elect", "appoint", "chair", "sign", "found", "finance", "sponsor", "operate"]
)
_LONG = 4  # letters of a word that title case never leaves small, these apart:
_SMALL = frozenset(
    [
        "with",
        "from",
        "over",
        "after",
        "into",
        "amid",
        "than",
        "that",
        "upon",
        "between",
        "under",
        "before",
        "towards",
    ]
)
_FUNCTION = frozenset(  # small words that no dictionary of nouns and verbs has
    [
        "against",
        "through",
        "without",
        "within",
        "until",
        "during",
        "despite",
        "about",
        "among",
        "while",
        "their",
    ]
)
_QUOTES, _CLOSING = frozenset(["“", '"', "`"]), "”\"'. –-"
_CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_LEAST = 3  # long words of a headline, so that a name alone is none
_BRIDGE = 5  # characters between two words of a name: " of ", " and "
_ENDS = (".", "!", "”", '"', ":", ",", ";", "—", "–", "-")


def list_nothing(_: str) -> tuple[Span, ...]:
    """No names: where no gazetteer is at hand."""
    return ()


@dataclass(frozen=True, slots=True)
class _Body:
    """The text below a headline: itself, its words in small letters, and those inside sentences with a capital."""

    text: str
    small: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "_Body":
        small, names = set(), set()
        for match in _WORD.finditer(text):
            word = match.group()
            if word[0].islower():
                small.add(word)
            elif text[max(match.start() - 2, 0) : match.start()][:1].islower():
                names.add(word)
        return cls(text, frozenset(small), frozenset(names))


class Recaser:
    """Gives headlines the letters that they would have as sentences."""

    def __init__(
        self, is_common: Callable[[str], bool], find_known: Callable[[str], Iterable[Span]]
    ) -> None:
        self.is_common = is_common
        self.find_known = find_known
        names = load_lexicon("names")
        self.firm_ends = names.get("company_suffixes") | frozenset(
            head for head, kind in names.get_mapping("heads").items() if kind == "Company"
        )
        self.given = load_lexicon("given_names").get("given")
        self.verbs = names.get("headline_verbs")

    def __call__(self, text: str, end: int) -> str:
        """The first line of a text, to character `end`, with small letters where a sentence has them.

        As it is where it is no headline in title case or in capitals. The length stays.
        """
        line = text[:end]
        words = list(_WORD.finditer(line))
        long_words = [m.group() for m in words if len(m.group()) >= _LONG]
        tested = [w for w in long_words if w.lower() not in _SMALL]
        bare = line.rstrip()
        if bare[:1] in _QUOTES:  # a headline that is quoted: "“Norvik Buys Tarka”."
            bare = bare.rstrip(_CLOSING)
        if len(tested) < _LEAST or bare.endswith(_ENDS) or text[end : end + 1].strip():
            return line
        if sum(w[0].isupper() for w in tested) < 0.9 * len(tested):
            return line
        body = _Body.of(text[end:])
        known = {k for span in self.find_known(line) for k in range(span.start, span.end)}
        letters = list(line)
        shouted = all(w.isupper() for w in tested)
        for n, match in enumerate(words):
            word = match.group()
            if match.start() in known:
                letters[match.start() : match.end()] = _write_known(word) if shouted else word
                continue
            if shouted:
                word = self._calm(word, body, first=n == 0)
            elif n and self._is_lowered(n, words, line, body):
                word = word.lower()
            letters[match.start() : match.end()] = word
        found = "".join(letters)
        return found if len(found) == len(line) else line

    def _calm(self, word: str, body: _Body, *, first: bool) -> str:
        """A word of a headline all in capitals: as the body has it, else small if the dictionary has it."""
        if word in body.names or len(word) == 1:
            return word
        title, lower = word[:1] + word[1:].lower(), word.lower()
        named = title in body.names and lower not in body.small
        small = len(word) <= 2 or self.is_common(lower) or lower in body.small
        return title if first or named or not small else lower

    def _ends_firm(self, n: int, words: list[re.Match[str]]) -> bool:
        """ "Norvik [Group] to Build": what firms end in, behind a word that no dictionary has."""
        before = words[n - 1].group()
        rare = before[0].isupper() and not self.is_common(before.lower())
        beside = words[n - 1].end() + 1 == words[n].start()
        return rare and beside and words[n].group().lower() in self.firm_ends

    def _is_verb(self, lower: str) -> bool:
        """Whether a word is a deed that headlines tell, in the third person."""
        return lower.endswith("s") and not self.verbs.isdisjoint({lower[:-1], lower[:-2]})

    def _is_word(self, lower: str) -> bool:
        """Whether a word is in the dictionary, as it stands or as another's superlative."""
        stem = lower.removesuffix("est")
        graded = stem != lower and (self.is_common(stem) or self.is_common(stem + "e"))
        return graded or self.is_common(lower)

    def _is_prefix(self, n: int, words: list[re.Match[str]], line: str) -> bool:
        """ "Re-establish", "Co-Hosts": the beginning of a deed that headlines tell."""
        if words[n].group().lower() not in _PREFIXES or n + 1 >= len(words):
            return False
        deed = words[n + 1].group().lower()
        stems = {deed, deed.removesuffix("s"), deed.removesuffix("es"), deed.removesuffix("ed")}
        stems |= {deed.removesuffix("d"), deed.removesuffix("ing")}
        hyphened = line[words[n].end() : words[n + 1].start()] == "-"
        return hyphened and not stems.isdisjoint(self.verbs | _PREFIXED)

    def _is_lowered(self, n: int, words: list[re.Match[str]], line: str, body: _Body) -> bool:
        """Whether the n-th word has its capital from the headline alone."""
        word = words[n].group()
        lower = word.lower()
        titled = word[0].isupper() and (word[1:].islower() or len(word) == 1)
        if not titled or lower in _CALENDAR:
            return False
        if lower in _SMALL or self._is_prefix(n, words, line):
            return True
        if not self._is_word(lower) and lower not in body.small and lower not in _FUNCTION:
            return False
        if (
            self._ends_firm(n, words)
            or _is_in_name(n, words, line, body)
            or (word in body.names and lower not in body.small)
        ):
            return False
        before = words[n - 1].group()
        after = words[n + 1].group() if n + 1 < len(words) else ""
        rare = after[:1].isupper() and not self.is_common(after.lower())
        if (
            before.lower() in self.given
            and before[0].isupper()
            and words[n - 1].end() + 1 == words[n].start()
        ):
            return self._is_verb(lower)  # "Jane Doe", but "Jane Visits Zenda"
        return not (lower in self.given and rare)


def _write_known(word: str) -> str:
    """A known name out of capitals; short ones may be acronyms."""
    return word[:1] + word[1:].lower() if len(word) >= _LONG else word


def _is_in_name(n: int, words: list[re.Match[str]], line: str, body: _Body) -> bool:
    """Whether the body has the word with the capital beside it: "Port of Lamu", "Norvik Foods"."""
    for first, last in ((n, n + 1), (n - 1, n), (n, n + 2), (n - 2, n)):
        if first < 0 or last >= len(words):
            continue
        one, other = words[first], words[last]
        between = line[one.end() : other.start()]
        capitals = one.group()[0].isupper() and other.group()[0].isupper()
        if capitals and len(between) <= _BRIDGE and line[one.start() : other.end()] in body.text:
            return True
    return False
