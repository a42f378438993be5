"""What a whole clause limits its figure by: "[Excluding charges], profit fell", "rose 5% [on a like-for-like basis]".

Without it a figure would be told of more than the text tells it of.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_WORDS = load_lexicon("measures")
_ITEMS = _WORDS.get("restricted_items")
_LED_ASIDE = frozenset(
    "that but and however still meanwhile yet also so moreover overall".split()  # noqa: SIM905
)
_LED = frozenset([";", ":", "—", "–", "--", "(", '"', "“", "that", "but", "and"])
_APART = frozenset([";", "while", "whereas", "but"])
_PASSED = frozenset(
    "in on for during over from to the a an last same this previous first second third fourth -".split()  # noqa: SIM905
)
_STRETCHES = frozenset(["year", "quarter", "month", "week", "period", "half", "year-on-year"])
_BACK = frozenset(["earlier", "ago", "before"])
_LINKS = frozenset(["of", "from", "in", "and", "or", "on", "for", "worth", "the", "a", "an", "its"])
_CLAUSE = 1  # finite verbs between a limit that opens a clause and what it limits
_OPENING = 2  # words of a limit behind which a sum that is left out takes its link along
_LONGEST = 10  # tokens of a limit
_FAR = 10  # tokens behind a value in which its limit stands


def _alternatives(key: str) -> str:
    """The words of a list as one pattern, the longest first; a hyphen may have spaces."""
    listed = sorted(_WORDS.get(key), key=len, reverse=True)
    return "|".join(
        re.escape(w).replace(r"\-", r" ?[-‑–] ?").replace(r"\ ", r"\s+") for w in listed
    )


_OPENERS = re.compile(rf"(?:{_alternatives('restricting_openers')})(?=\s)")
_WITH_ITEMS = re.compile(rf"(?:{_alternatives('restricting_of_items')})(?=\s)")
_WHOLE = re.compile(
    rf"(?:on (?:an?|the) (?:{_alternatives('restricting_bases')}) bas[ie]s"
    rf"|in (?:{_alternatives('restricting_terms')}) terms"
    rf"|in terms of (?:{_alternatives('restricting_terms')})"
    rf"|(?:at|in|under) (?:{_alternatives('restricting_prices')})"
    rf"|(?:by|in) (?:{_alternatives('restricting_amounts')})(?! of| chain))\b"
)
_ALONE = re.compile(rf"(?:{_alternatives('restricting_alone')})\s*,")


class Restrictions:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse, self.text = arguments, arguments.parse, arguments.text

    def complete(self, measure: str, noun: int, value: Mention) -> str:
        """A measure with what its clause limits it by."""
        for first, end in self._find(noun, value):
            limit = self._write(first, end)
            if limit and limit.lower() not in measure.lower():
                return f"{measure} {limit}"
        return measure

    def leave(self, change: Quantity | None, value: Mention) -> Quantity | None:
        """The change of a value, unless it alone is limited: "9 million euros, up 4% [excluding fuel]"."""
        if change is None or value.origin == "percent":
            return change
        end = self.arguments.ranges[value][1]
        limit = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        told = (m for t in range(end, limit) for m in self.arguments.by_token.get(t, ()))
        percent = next((m for m in told if m.origin == "percent"), None)
        if percent is None or self._find_behind(end) is not None:
            return change
        return None if self._find_behind(self.arguments.ranges[percent][1]) else change

    def _find(self, noun: int, value: Mention) -> Iterator[tuple[int, int]]:
        """The limits of a figure: at the head of its clause, between its noun and value, and behind them."""
        start, end = self.arguments.ranges[value]
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        begin = min(noun, start)
        for k in range(first, begin):
            if self._is_led(k, first) and self._opens(k):
                close = self._find_close(k, begin)
                if close is not None and self._is_of_clause(close, begin, start):
                    yield k, close
        for k in range(noun + 1, start):
            last = self._read(k, start)
            if last is not None and self._is_of_clause(noun + 1, k, start):
                yield k, last
        behind = noun + 1 if 0 <= noun - end <= len(_STRETCHES) else end
        found = self._find_behind(behind)
        if found is not None:
            yield found

    def _is_led(self, k: int, first: int) -> bool:
        """Whether a clause begins at a token, perhaps behind "however"."""
        before = self.parse.words[k - 1].lower()
        if before == "," and k > first + 1:
            before = self.parse.words[k - 2].lower()
            return before in _LED_ASIDE
        return k == first or before in _LED or self.parse.lemmas[k - 1] == "say"

    def _opens(self, k: int) -> bool:
        return self._is_any(k) or _WITH_ITEMS.match(self._tail(k)) is not None

    def _tail(self, k: int) -> str:
        """The text from a token on, as far as a limit can reach."""
        start = self.parse.starts[k]
        return self.text[start : start + 60].lower().replace("\n", " ")

    def _find_close(self, k: int, limit: int) -> int | None:
        """The comma that ends a limit at the head of a clause: behind "acquisitions, disposals and fees"."""
        words, tags = self.parse.words, self.parse.tags
        commas = [j for j in range(k + 1, limit) if words[j] == ","]
        if not commas:
            return None
        if _ITEMS.isdisjoint(self.parse.lemmas[k : commas[0]]) and not self._is_any(k):
            return None
        for here, following in pairwise(commas):
            row = tags[here + 1 : following]
            if "CC" not in row or any(t[:2] in {"VB", "MD"} for t in row):
                return here
        return commas[-1]

    def _is_any(self, k: int) -> bool:
        """Whether what stands there limits a figure whatever is named behind it."""
        return any(p.match(self._tail(k)) for p in (_OPENERS, _WHOLE, _ALONE))

    def _is_of_clause(self, first: int, noun: int, value: int) -> bool:
        """Whether no other clause begins between a limit and what it limits."""
        between = range(first, value)
        verbs = sum(self.parse.tags[j] in FINITE for j in range(first, noun))
        return verbs <= _CLAUSE and _APART.isdisjoint(self.parse.words[j].lower() for j in between)

    def _find_behind(self, end: int) -> tuple[int, int] | None:
        """The limit that stands behind a value, its time or what it is compared with."""
        parse = self.parse
        if end >= len(parse.words):
            return None
        limit = parse.sentences[parse.sentence_of[end]][1]
        for k in range(end, min(end + _FAR, limit)):
            last = self._read(k, limit)
            if last is not None:
                return k, last
            if not self._is_passed(k):
                return None
        return None

    def _is_passed(self, k: int) -> bool:
        """Whether a token belongs to a time, or to what a change is counted from."""
        word = self.parse.words[k].lower()
        known = word in _PASSED or word == "," or self.parse.lemmas[k] in _STRETCHES
        around = self.arguments.find_period_around(k) is not None
        return known or around or word in _BACK

    def _read(self, k: int, limit: int) -> int | None:
        """Where the limit ends that begins at a token, or None."""
        tail = self._tail(k)
        whole = _WHOLE.match(tail)
        if whole is not None:
            return self._token_at(self.parse.starts[k] + whole.end(), k, limit)
        anything = _OPENERS.match(tail)
        opener = anything or _WITH_ITEMS.match(tail)
        if opener is None:
            return None
        first = self._token_at(self.parse.starts[k] + opener.end(), k, limit)
        last = self._find_last(first, limit)
        told = last is not None and not _ITEMS.isdisjoint(self.parse.lemmas[first:last])
        return last if anything or told else None

    def _token_at(self, position: int, k: int, limit: int) -> int:
        """The first token from `k` that begins at or behind a position of the text."""
        return next((j for j in range(k, limit) if self.parse.starts[j] >= position), limit)

    def _find_last(self, first: int, limit: int) -> int | None:
        """Where a plain noun phrase ends that begins at a token; None where none stands there."""
        parse, k = self.parse, first
        while k < min(limit, first + _LONGEST) and self._is_plain(k):
            k += 1
        if parse.tags[k : k + 1] == ["VBZ"] and k > first and parse.lemmas[k] in _ITEMS:
            k += 1  # "currency changes", which the parser takes for a verb
        while k > first and parse.tags[k - 1][:2] != "NN" and parse.lemmas[k - 1] not in _ITEMS:
            k -= 1
        return k if k > first else None

    def _is_plain(self, k: int) -> bool:
        tag, word = self.parse.tags[k], self.parse.words[k].lower()
        named = any(
            m.kind in {MentionKind.QUANTITY, MentionKind.PERIOD}
            for m in self.arguments.by_token.get(k, ())
        )
        return not named and (
            tag[:2] in {"NN", "JJ"} or tag in {"VBN", "VBG", "POS", "HYPH"} or word in _LINKS
        )

    def _write(self, first: int, end: int) -> str:
        """A limit as a measure has it: without articles and sums, its first word in small letters."""
        parse, kept = self.parse, list[int]()
        for k in range(first, end):
            sums = any(m.kind is MentionKind.QUANTITY for m in self.arguments.by_token.get(k, ()))
            link = bool(kept) and kept[-1] != k - 1 and parse.words[k].lower() in _LINKS
            if not sums and not (link and len(kept) < _OPENING):
                kept.append(k)
        runs = [k for k in kept if k - 1 not in kept]
        ends = [k + 1 for k in kept if k + 1 not in kept]
        text = " ".join(self.arguments.slice(a, b) for a, b in zip(runs, ends, strict=True))
        text = re.sub(r"\s+", " ", re.sub(r"\b(?:the|its) ", "", text)).strip(" ,")
        return f"{text[:1].lower()}{text[1:]}"
