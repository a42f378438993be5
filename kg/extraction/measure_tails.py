"""What a figure's clause adds to its measure: limits, and where, to whom or as what something was done.

"sold 3,000 cars [in Peru]", "trained 400 people [as nurses]", "sales rose 4% [excluding fuel]".
"""

from collections.abc import Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.doers_told import find_doers
from kg.extraction.figure_times import TIMELESS
from kg.extraction.measure_limits import SKIPPED, LimitFinder
from kg.extraction.measure_naming import gerund, participle
from kg.extraction.measure_words import MeasureWords
from kg.extraction.restrictions import Restrictions
from kg.extraction.share_limits import ShareLimits
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_PLACED = frozenset(["in", "across", "throughout", "to", "from", "into", "outside"])
_DONE = frozenset(["as", "to", "from", "into", "for", "against", "with"])
_NAMED = ("Place", "Organization")
_ROW = frozenset([",", "and", "or"])
_MOST = 2  # tails
_EACH, _PER_SHARE = (["a", "share"], ["per", "share"]), "per share"
_COUNTED = frozenset(["number", "measure", "percent"])


class MeasureTails:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        self.arguments, self.parse, self.words = arguments, arguments.parse, words
        self.restrictions, self.limits = Restrictions(arguments), LimitFinder(arguments)
        self.whole = ShareLimits(arguments)
        self.counts = {*words.named_counts, *words.named_counts.values()}
        self.leave = self.restrictions.leave

    def complete(
        self,
        text: str,
        shape: str,
        token: int,
        noun: int,
        value: Mention,
        owner: Mention,
        change: Quantity | None,
    ) -> str:
        """A measure with what the clause of its figure limits it by."""
        text = text if change is not None else self.whole.complete(text, noun, value, owner)
        if shape in TIMELESS:
            return text
        doers = find_doers(token, owner, self.arguments)
        if doers and doers.split()[-1] not in text:
            text = f"{text} {'by' if self._is_done(text, token) else 'of'} {doers}"
        for tail in self._list_tails(text, token, noun, value, owner):
            text = text if f" {tail} " in f" {text} " else f"{text} {tail}"
        shared = any(word in text.lower() for word in ("share", "stock"))
        text = text if shared else f"{text}{self._find_each(value)}"
        return self.restrictions.complete(text, noun, value)

    def _find_each(self, value: Mention) -> str:
        """ " per share" of "28 cents to 36 cents a share"."""
        end = self.arguments.ranges[value][1]
        each = value.origin == "money" and self.parse.words[end : end + 2] in _EACH
        return f" {_PER_SHARE}" if each else ""

    def _list_tails(
        self, text: str, verb: int, noun: int, value: Mention, owner: Mention
    ) -> Iterator[str]:
        """Where, to whom, from where and as what it was done, told right behind what is counted."""
        parse = self.parse
        if parse.tags[verb][:2] != "VB" or value.origin not in _COUNTED:
            return
        lemma = parse.lemmas[verb]
        told, done = text.split(), self._is_done(text, verb)
        had = lemma in self.words.plain_verbs | self.words.reporting and value.origin == "number"
        if not (done or had or text in self.counts):
            return
        start, end = self.arguments.ranges[value]
        if value.origin == "number" and "of" in parse.words[end:noun]:
            return  # "10 of the 26 deaths in Peru"
        limit = parse.sentences[parse.sentence_of[start]][1]
        at = self._pass_of(max(end, noun + 1, verb + 1 if start < verb else 0), limit)
        while at < limit and parse.words[at] in told:
            at += 1
        found = 0
        while at < limit and found < _MOST:
            last = self._find_end(at, limit, done=done)
            if last is None:
                last = self._pass_time(at, limit)
                if last is None:
                    return
            elif not self._tells_owner(at, last, owner):
                found += 1
                yield self._write(at, last)
            at = last

    def _is_done(self, text: str, verb: int) -> bool:
        """Whether a measure tells the deed: "cars sold", "citizens having access"."""
        lemma, told = self.parse.lemmas[verb], text.split()
        done = participle(self.parse, self.words.participles, verb, lemma)
        return done in told or gerund(lemma) in told

    def _pass_of(self, at: int, limit: int) -> int:
        """Where "of rice" ends behind "40,000 tonnes"."""
        if at >= limit or self.parse.words[at].lower() != "of":
            return at
        return self.limits.find_phrase_end(at + 1, limit) or at

    def _pass_time(self, at: int, limit: int) -> int | None:
        """Where a time ends that begins at a token, with or without "in" before it."""
        for k in (at, at + 1):
            period = self.arguments.find_period_around(k) if k < limit else None
            if period is not None and (k == at or self.parse.tags[at] == "IN"):
                return max(self.arguments.ranges[period][1], at + 1)
        return None

    def _find_end(self, at: int, limit: int, *, done: bool) -> int | None:
        """Where the phrase of a preposition ends that limits what was done; None where it does not."""
        link, first = self.parse.words[at].lower(), at + 1
        if self.parse.deps[at] not in {"prep", "dative", "agent"} or first >= limit:
            return None
        named = self._find_named(first, limit) if link in _PLACED | _DONE else None
        if named is not None and (link in _PLACED or done):
            return named
        if link not in _DONE or not done:
            return None
        known = first < limit and self.parse.tags[first] in SKIPPED
        last = self.limits.find_phrase_end(first + known, limit)
        lone = known and last == first + known + 1  # "to the city"
        return None if lone else last

    def _find_named(self, first: int, limit: int) -> int | None:
        """Where a place or body with a name ends, or a row of them."""
        end, k = None, first
        while k < limit:
            mention = next(
                (m for m in self.arguments.by_token.get(k, ()) if self._is_named(m, k)), None
            )
            if mention is None:
                break
            end = k = self.arguments.ranges[mention][1]
            while k < limit and self.parse.words[k].lower() in _ROW:
                k += 1
        return end

    def _is_named(self, mention: Mention, k: int) -> bool:
        start = self.arguments.ranges[mention][0]
        named = mention.kind is MentionKind.NAME and start == k
        return named and self.arguments.fits(mention, _NAMED)

    def _tells_owner(self, first: int, last: int, owner: Mention) -> bool:
        """Whether a phrase names but whose the figure is."""
        own = self.arguments.find_first(owner)
        told = (m for k in range(first, last) for m in self.arguments.by_token.get(k, ()))
        return any(self.arguments.find_first(m) == own or m.text == own.text for m in told)

    def _write(self, first: int, last: int) -> str:
        skip = self.parse.tags[first + 1] in SKIPPED
        words = self.arguments.slice(first + 1 + skip, last)
        return f"{self.parse.words[first].lower()} {words}".replace("\n", " ")
