"""What the recognizers ask of tokens: capitals, common words, adjacency, and characters → tokens."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property

from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.parse import FINITE, Parse
from kg.recognition.title_lines import is_title_line

_SMALL = re.compile(r"[a-z][A-Za-z0-9]{2,}$")
_ACTING = frozenset(["VBD", "VBZ", "MD", "POS"])
_STOPS = frozenset([".", "!", "?", "\n", "”", "''"])
_QUOTES = frozenset(["“", '"', "‘", "'", "``"])
_OPENING, _LEAST = 6, 4  # sentences in which the lead stands, and its tokens: no "14 March."
_OPENED = 8  # tokens of a phrase before the subject
_WARES = frozenset().union(
    *(load_lexicon("triggers").get(n) for n in ("wares", "goods", "industries", "narrow_fields"))
)
_CAMEL = re.compile(
    r"(?![kmt]W)[a-z]{1,4}[A-Z][a-z]{2,}[A-Za-z]*$"
)  # "eNorvik", but no "mRNA", "kWh"
_DEEDS = load_lexicon("names").get("company_verbs")
_FATES = load_lexicon("names").get("company_passives")
_LEGAL_FORMS = load_lexicon("names").get("company_suffixes")


class Tokens:
    """Views on one Parse; `is_common` says whether a lower-case word is in the model's dictionary."""

    def __init__(self, parse: Parse, text: str, is_common: Callable[[str], bool]) -> None:
        self.parse = parse
        self.text = text
        self.words = parse.words
        self.tags = parse.tags
        self.lower = [word.lower().replace("’", "'") for word in parse.words]
        self.is_common_word = is_common
        self.size = len(parse.words)

    @cached_property
    def capital(self) -> list[bool]:
        """Whether each token begins with a capital letter, or a firm's name in small letters."""
        return [
            word[:1].isupper()
            or (word[:1].islower() and (k in self._small_firms or _CAMEL.match(word) is not None))
            for k, word in enumerate(self.words)
        ]

    @cached_property
    def _small_firms(self) -> frozenset[int]:
        """ "zarvo was bought", "In 2010, eZarvo's owners": strange words in small letters that are subjects."""
        found = set()
        for start, end in self.parse.sentences:
            for k in self._find_openings(start, end):
                if self._is_strange(k, end):
                    found.add(k)
        return frozenset(found)

    def _find_openings(self, start: int, end: int) -> Iterator[int]:
        """Where a sentence may begin its main clause: at its start, or behind "In May 2010,"."""
        if start == 0 or self.words[start - 1] in _STOPS:
            yield start
        if self.tags[start] == "IN":
            comma = next(
                (k for k in range(start, min(start + _OPENED, end)) if self.words[k] == ","), end
            )
            if comma + 1 < end:
                yield comma + 1

    def _is_strange(self, k: int, end: int) -> bool:
        """Whether a word of no dictionary acts; in small letters alone it must do or suffer what only firms do."""
        word = self.words[k]
        behind = self.tags[k + 1] if k + 1 < end else ""
        acts = behind in _ACTING or behind == "VBN"
        if not acts or not _SMALL.match(word) or self.is_common_word(word.lower()):
            return False
        deed = self.parse.lemmas[k + 1]
        if word.islower() and deed not in _DEEDS:  # "zarvo was bought", but not "tin was used"
            return deed == "be" and not _FATES.isdisjoint(self.lower[k + 2 : k + 3])
        return word.lower() not in _WARES

    @cached_property
    def bracketed(self) -> dict[str, list[int]]:
        """The brackets that open before each word, in text order: "(RAB)", "(“RAB”)"."""
        found: dict[str, list[int]] = {}
        for k, word in enumerate(self.words):
            if word in {"(", "["}:
                first = k + 1 + (self.lower_at(k + 1) in _QUOTES)
                for inner in self.words[first : first + 1]:
                    found.setdefault(inner, []).append(k)
        return found

    @cached_property
    def first_of_sentence(self) -> frozenset[int]:
        """Indices of the tokens whose capital says nothing: sentence and quotation starts."""
        firsts = set()
        for start, end in self.parse.sentences:
            i = start
            while i < end and not self.words[i][:1].isalnum():
                i += 1
            firsts.add(i)
        for i, word in enumerate(self.words[:-1]):
            if word in {"“", '"', "‘", "``", ":"}:
                firsts.add(i + 1)
        return frozenset(firsts)

    @cached_property
    def capital_words(self) -> frozenset[str]:
        """Words that stand inside sentences with a capital, and nowhere without one."""
        inside, small = set(), set()
        for sentence, (start, end) in enumerate(self.parse.sentences):
            if self.headline[sentence]:
                continue
            for k in range(start, end):
                if not self.capital[k]:
                    small.add(self.lower[k])
                elif k not in self.first_of_sentence:
                    inside.add(self.lower[k])
        return frozenset(inside - small)

    @cached_property
    def inner_owners(self) -> frozenset[int]:
        """The marks inside names such as "Barlow's Club": told more than once, the owner never alone."""
        marks: dict[tuple[str, str], list[int]] = {}
        alone: set[str] = set()
        for k, word in enumerate(self.lower):
            if self.lower[k + 1 : k + 2] != ["'s"]:
                alone.add(word)
            elif self.capital[k] and any(self.capital[k + 2 : k + 3]):
                marks.setdefault((word, self.lower[k + 2]), []).append(k + 1)
        return frozenset(
            mark
            for (owner, _), found in marks.items()
            for mark in found
            if owner not in alone and self.is_common(mark + 1)
            if len(found) > 1 or self._closes_in_legal_form(mark)
        )

    def _closes_in_legal_form(self, mark: int) -> bool:
        """ "Barlow's Pizza Group Plc": a lone word before, and a firm behind; "Jane Barlow's" may own one."""
        end = mark + 1
        while self.capital[end : end + 1] == [True]:
            end += 1
        lone = mark < 2 or not self.capital[mark - 2]
        return lone and end > mark + 2 and self.lower[end - 1] in _LEGAL_FORMS

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that the document has in small letters."""
        return frozenset(
            w for w, capital in zip(self.lower, self.capital, strict=True) if not capital
        )

    @cached_property
    def datelines(self) -> frozenset[int]:
        """Tokens of datelines: "ASTANA, August 14, 2025 —" at the start of a paragraph."""
        found: set[int] = set()
        for start, end in self.parse.sentences[:6]:
            stop = next(
                (
                    k
                    for k in range(start, min(start + 16, end))
                    if self.words[k] in {"—", "–", "--"}
                ),
                None,
            )
            if (
                stop is None
                and end - start > 3
                and self.words[start + 1] in {"-", "–"}
                and self.touches(start)
            ):
                stop = start + 1 if not self.touches(start + 1) else None
            if stop is None and end - start < 16 and self.words[end - 1] in {"-", ":"}:
                stop = end - 1
            if self._is_dated_line(start, end):
                stop = end - 1
            elif stop is not None and not self._begins_dateline(start, stop):
                stop = None
            if stop is not None:
                found.update(range(start, stop))
        return frozenset(found)

    def _begins_dateline(self, start: int, stop: int) -> bool:
        """ "ASTANA, Kazakhstan —", and no "NRV opened a plant in Peru —", which has a verb."""
        capitals = self.words[start].isupper() and len(self.words[start]) > 1
        return capitals and not any(
            self.tags[k] in FINITE and not self.capital[k] for k in range(start + 1, stop)
        )

    def _is_dated_line(self, start: int, end: int) -> bool:
        """ "Pune, August 21:", "Zenda, 3 May 2025.": a place and a day alone."""
        return (
            end - start < 12
            and self.words[end - 1] in {"-", ":", ".", "—", "–", "--"}
            and "," in self.words[start + 1 : start + 5]
            and any(w.isdigit() for w in self.words[start:end])
            and all(
                w[0].isupper() or not w[0].isalpha() or len(w) < 4 for w in self.words[start:end]
            )
        )

    @cached_property
    def lead(self) -> int:
        """The number of the sentence that tells the news, behind headline, author and dateline."""
        for number, (start, end) in enumerate(self.parse.sentences[:_OPENING]):
            told = self.words[end - 1][-1:] in _STOPS and not self.headline[number]
            if number and told and end - start >= _LEAST and start not in self.datelines:
                return number
        return 1

    @cached_property
    def headline(self) -> list[bool]:
        """For each sentence, whether its words are capitalised as in a headline."""
        return [self._is_headline(start, end) for start, end in self.parse.sentences]

    def _is_headline(self, start: int, end: int) -> bool:
        if self._is_question_in_capitals(start, end):
            return True
        if is_title_line(self.words, start, end):
            return False
        long_words = [w for w in self.words[start:end] if len(w) > 3 and w[0].isalpha()]
        if len(long_words) < 3 or self.words[end - 1] in {".", "!", "?", "”", '"'}:
            return False
        line = start == 0 and self.words[end - 1] not in {"—", "–", "-", "--", ":"}
        least = 0.9 if len(long_words) >= 5 else 1.0 if line else 2.0
        return sum(w[0].isupper() for w in long_words) >= least * len(long_words)

    def _is_question_in_capitals(self, start: int, end: int) -> bool:
        """ "WHAT HAPPENS NEXT?": the heading of a part."""
        if self.words[end - 1] not in {"?", "!"}:
            return False
        words = [w for w in self.words[start:end] if w[0].isalpha()]
        return len(words) > 1 and all(w.isupper() for w in words)

    @cached_property
    def _shouted(self) -> list[bool]:
        """For each sentence, whether it is a headline all in capitals."""
        return [
            headline
            and not any(w[0].islower() for w in self.words[start:end])
            and all(w.isupper() for w in self.words[start:end] if len(w) > 3 and w.isalpha())
            for headline, (start, end) in zip(self.headline, self.parse.sentences, strict=True)
        ]

    def is_shouted(self, i: int) -> bool:
        """Whether the token stands in a sentence or heading that is all in capitals."""
        return self._shouted[self.parse.sentence_of[i]]

    def is_common(self, i: int) -> bool:
        """Whether the token, written small, is a word of the language (names seldom are)."""
        capitals = self.words[i].isupper() and len(self.words[i]) > 1
        if capitals and not self.is_shouted(i):
            return False  # an acronym, whatever it spells
        return self.is_common_word(self.lower[i])

    def lower_at(self, i: int) -> str:
        """The token in small letters; "" outside the document."""
        return self.lower[i] if 0 <= i < self.size else ""

    def lemma_at(self, i: int) -> str:
        """The token's lemma; "" outside the document."""
        return self.parse.lemmas[i] if 0 <= i < self.size else ""

    def touches(self, i: int) -> bool:
        """Whether no space stands between token i and the next."""
        return i + 1 < len(self.words) and self.parse.ends[i] == self.parse.starts[i + 1]

    def span(self, start: int, end: int) -> Span:
        """The characters of a half-open range of tokens."""
        return Span(self.parse.starts[start], self.parse.ends[end - 1])

    def slice(self, start: int, end: int) -> str:
        """The document's text of a half-open range of tokens, line ends as spaces."""
        return self.text[self.parse.starts[start] : self.parse.ends[end - 1]].replace("\n", " ")

    def find_range(self, span: Span) -> tuple[int, int] | None:
        """The tokens that begin and end where the span does, or None where it cuts a token."""
        start = bisect_left(self.parse.starts, span.start)
        end = bisect_left(self.parse.ends, span.end)
        if start >= len(self.words) or end >= len(self.words) or end < start:
            return None
        if self.parse.starts[start] != span.start or self.parse.ends[end] != span.end:
            return None
        return start, end + 1

    def find_cover(self, span: Span) -> tuple[int, int]:
        """The smallest range of tokens that covers the span (empty where no token lies in it)."""
        start = bisect_right(self.parse.ends, span.start)
        end = bisect_left(self.parse.starts, span.end)
        return start, max(start, end)
