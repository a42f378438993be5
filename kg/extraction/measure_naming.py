"""What is measured, in the words of the text: the noun phrase without owner and value."""

import re
from collections.abc import Callable, Mapping

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.clause import list_below, spread
from kg.extraction.joined_measures import find_class_start, find_row_end, find_row_start
from kg.extraction.measure_limits import OWN_KINDS, LimitFinder
from kg.extraction.paired_owners import find_two, is_mutual
from kg.extraction.profit_tails import find_profit_tail
from kg.extraction.restricted_kinds import find_restriction, is_of_people
from kg.extraction.spelt_measures import spell_out
from kg.extraction.worth_naming import name_worth
from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.model.parse import Parse

_WEEKDAYS = frozenset(
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
)
_KINDS = frozenset(["NN", "JJ", "CC", ",", "HYPH", "VBN"])  # of a row of kinds
_HELD = frozenset(["management", "custody", "administration", "advisement", "supervision"])
_BETWEEN, _PAIR = "between", 2  # "trade between two"
_ABROAD = ["current", "account"]  # "the current account deficit" is of no time
_BEFORE = frozenset(["compound", "amod", "nmod"])
_JOINED = 4  # tokens over which "and" joins two parts of a measure
_BIDDING = frozenset(
    ["order", "tell", "force", "ask", "urge", "advise", "warn", "instruct", "compel"]
)
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnpt]")  # "ship", which makes "shipping"
_RATE = re.compile(r" (?:per|each|every) (?:year|annum|month|week|day|hour)\b")
_HYPHENS = frozenset("-–‑")  # "China-made vehicles"


class MeasureNamer:
    """Names the measures of one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.parse = arguments.parse
        self.paid = words.get("money_nouns") | words.get("payouts")
        self.vague = words.get("vague_nouns")
        self.traded = words.get("traded_shares")
        self.partnered = load_partners()
        self.kinds = words.get("measure_kinds")
        self.tails = words.get("measure_tails")
        self.aims = words.get("aim_nouns")
        self.nouns = words.get("measure_nouns")
        self.links = words.get_mapping("complement_links")
        self.sectors, self.limits = words.get("sector_nouns"), LimitFinder(arguments)

    def name(self, noun: int, *, owned: Callable[[], bool], bare: bool = False) -> str | None:
        """The measure without article, owner and value: "industrial output"; None where it says nothing.

        `owned` tells whether the phrase itself names whose it is: "China's value" says enough.
        """
        if (goods := name_worth(noun, self.arguments)) is not None:
            return goods
        bounds = self.arguments.find_phrase(noun)
        if bounds is None:
            return None
        start = self._over_row(noun, self._widen(noun, bounds[0]))
        start = find_class_start(find_row_start(noun, start, self.arguments), self.arguments)
        end = bounds[1] if bare else find_row_end(noun, self.arguments) or bounds[1]
        while (
            start < end - 1
            and (self.parse.words[start + 1] not in _HYPHENS or self._is_value(start))
            and any(
                m.kind in OWN_KINDS and end - 1 not in range(*self.arguments.ranges[m])
                for m in self.arguments.by_token.get(start, ())
            )
        ):
            start += 1
        start += (
            start < end - 1 and self.parse.words[start] in _WEEKDAYS
        )  # "said on Tuesday profit rose"
        start = start if bare else self.limits.find_start(start)
        if end < len(self.parse.words) and self.parse.words[end].lower() in self.tails:
            end += 1
        words = spell_out(self.arguments.slice(start, end), noun, self.arguments)
        complement = "" if bare else self._find_complement(noun) + self._find_partners(noun)
        complement = complement or ("" if bare else self._find_unit(noun) + self._find_under(noun))
        complement = complement or ("" if bare or end - start > 1 else self._find_named(noun))
        if self._is_vague(noun) and not complement and self.parse.tags[end : end + 1] == ["VBN"]:
            return f"{words} {self.parse.words[end]}"  # "the total raised by Norvik"
        limits = "" if bare or complement else self.limits.find(noun, end)
        if end - start == 1 and not complement and self._is_vague(noun):
            return f"{words}{limits}" if owned() else None
        return f"{words}{complement}{limits}".replace("\n", " ")

    def _is_value(self, token: int) -> bool:
        """ "a 1.4 trillion-won order": a sum may hold a hyphen."""
        return any(m.origin == "money" for m in self.arguments.by_token.get(token, ()))

    def _find_named(self, noun: int) -> str:
        """ " of China-Europe freight trains", a name that tells what a number counts."""
        parse = self.parse
        of = noun + 1
        if parse.lemmas[noun] != "number" or parse.words[of : of + 1] != ["of"]:
            return ""
        last = next((c for c in parse.children[of] if parse.tags[c][-1] == "S"), of)
        return f" {self.arguments.slice(of, last + 1)}" if last > of else ""

    def _find_unit(self, noun: int) -> str:
        """ " per user" of "revenue per user"."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.words[child].lower() == "per" and child == noun + 1:
                for inner in parse.children[child]:
                    return f" per {parse.words[inner]}"
        return ""

    def _find_under(self, noun: int) -> str:
        """ " under management" of "assets under management", " before interest" of earnings."""
        tail = find_profit_tail(self.parse.words, self.parse.lemmas[noun], noun)
        behind = [w.lower() for w in self.parse.words[noun + 1 : noun + 3]]
        held = behind[:1] == ["under"] and behind[-1] in _HELD
        return f" under {behind[-1]}" if held else tail

    def _widen(self, noun: int, start: int) -> int:
        """ "foreign orders", "public debt": what tells one measure from another, the phrase may leave out."""
        parse, at = self.parse, start
        while at and parse.heads[at - 1] in range(at, noun + 1) and parse.tags[at - 1][0] in "NJ":
            at -= 1
            words = [w.lower() for w in parse.words[at : at + 2]]
            start = at if words[0] in self.kinds or words == _ABROAD else start
        return start

    def _over_row(self, noun: int, start: int) -> int:
        """ "textile, garment and footwear exports": kinds before the noun, which the parser takes for a row."""
        parse, head = self.parse, self._find_row_head(noun)
        first = head if head < noun else self._find_first_kind(noun, start)
        plain = first < start and all(map(self._is_kind, range(first, start)))
        return first if plain and parse.deps[noun - 1] in _BEFORE | {"conj"} else start

    def _find_row_head(self, noun: int) -> int:
        """What the parser takes a noun for a conjunct of, where that is a kind and no measure; else the noun."""
        parse, head = self.parse, noun
        while parse.deps[head] == "conj" and parse.heads[head] < head:
            head = parse.heads[head]
            if parse.tags[head] != "NN" or parse.lemmas[head] in self.nouns:
                return noun
        return head

    def list_beside(self, noun: int) -> list[int]:
        """What hangs on a noun, and on the first of the row of kinds that it ends: "Kenyan coffee and tea exports"."""
        head, children = self._find_row_head(noun), self.parse.children
        return [*children[noun], *(children[head] if head != noun else ())]

    def _find_first_kind(self, noun: int, start: int) -> int:
        """The first of a row of kinds that hangs on a noun, or `start`."""
        parse = self.parse
        before = (c for c in parse.children[noun] if c < start and parse.deps[c] in _BEFORE)
        rows = (c for c in before if any(parse.deps[k] == "conj" for k in parse.children[c]))
        return min(rows, default=start)

    def _is_kind(self, token: int) -> bool:
        """Whether a token may stand in a row of kinds: no owner, no number."""
        told = any(m.kind in OWN_KINDS for m in self.arguments.by_token.get(token, ()))
        return self.parse.tags[token] in _KINDS and not told

    def _is_vague(self, noun: int) -> bool:
        """Whether a noun alone says little: "value" does, "shares" (which fell) do not."""
        plural = self.parse.tags[noun] == "NNS" and self.parse.lemmas[noun] in self.traded
        return self.parse.lemmas[noun] in self.vague and not plural

    def _find_complement(self, noun: int) -> str:
        """ " of exports" where the noun alone says little: "value of exports", "number of visitors"."""
        parse = self.parse
        links = {"of", "for"} if parse.lemmas[noun] in self.aims else {"of"}
        links |= {self.links.get(parse.lemmas[noun], "of")}
        for child in parse.children[noun]:
            if parse.deps[child] == "prep" and parse.lemmas[child] in links:
                for inner in parse.children[child]:
                    plain = parse.deps[inner] == "pobj" and parse.tags[inner] in {"NN", "NNS"}
                    if (
                        plain
                        and parse.lemmas[noun] in self.paid
                        and is_of_people(inner, self.arguments)
                    ):
                        return f" {self.arguments.slice(child, inner + 1)}"  # "of four executives"
                    if plain and not self._is_told(inner) and not self._is_counted(inner):
                        told = self._name_parts(inner, parse.lemmas[child])
                        return told + find_restriction(noun, inner, self.arguments)
        return self._name_sector(noun)

    def _name_sector(self, noun: int) -> str:
        """ " of state firms" of "state firms' exports", " by state firms" of "exports by state firms"."""
        parse = self.parse
        held = [(c, "of") for c in parse.children[noun] if parse.deps[c] == "poss"]
        for child in parse.children[noun]:
            if parse.words[child].lower() == "by":
                held += [(c, "by") for c in parse.children[child] if parse.deps[c] == "pobj"]
        for part, link in held:
            named = parse.tags[part] in {"NN", "NNS"} and parse.lemmas[part] in self.sectors
            kinds = [c for c in parse.children[part] if parse.deps[c] in _BEFORE and c < part]
            if named and kinds and not self._is_told(part):
                first = min(b for k in kinds for b in [k, *list_below(parse, k)])
                words = self.arguments.slice(first, part + 1)
                return f" {link} {words[0].lower()}{words[1:]}"
        return ""

    def _name_parts(self, noun: int, link: str) -> str:
        """ " of imports and exports": a noun and what "and" joins to it, where that is near."""
        parse = self.parse
        text = self.limits.find_whole(noun) or self.arguments.phrase_text(noun)
        last = max(spread(parse.children, parse.deps, noun))
        first = self.arguments.find_phrase(noun)
        if text is None or first is None:
            return ""
        if noun < last <= noun + _JOINED and parse.tags[last] == parse.tags[noun]:
            text = self.arguments.slice(first[0], last + 1)
        return f" {link} {text}{self._find_partners(noun)}"

    def _find_partners(self, noun: int) -> str:
        """ " to China" of "exports to China", " from Peru" of "imports from Peru"."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.deps[child] != "prep" or child < noun:
                continue
            known = parse.lemmas[noun] in self.partnered.get(parse.lemmas[child], ())
            between = parse.lemmas[child] == _BETWEEN and is_mutual(parse, noun)
            if not known and not between:
                continue
            for inner in parse.children[child]:
                named = any(
                    m.kind is MentionKind.NAME and self.arguments.fits(m, ("Place", "Organization"))
                    for m in self.arguments.by_token.get(inner, ())
                )
                if parse.deps[inner] == "pobj" and named:
                    parts = spread(parse.children, parse.deps, inner)
                    if parse.lemmas[child] == _BETWEEN:
                        return self._find_second(parts)
                    text = self.arguments.slice(child, max(parts) + 1)
                    return f" {text}"
        two = find_two(self.arguments, noun)
        return f" with {two[1].text}" if two is not None else ""

    def _find_second(self, parts: list[int]) -> str:
        """ " with Peru" of "trade between Kenya and Peru", which is the first one's."""
        told = (m for t in parts[1:2] for m in self.arguments.by_token.get(t, ()))
        named = (m for m in told if m.kind is MentionKind.NAME)
        return next((f" with {m.text}" for m in named), "") if len(parts) == _PAIR else ""

    def _is_counted(self, noun: int) -> bool:
        """Whether a number stands before a noun: "of 25 million people" is the value."""
        return any(self.parse.deps[c] in {"nummod", "quantmod"} for c in self.parse.children[noun])

    def _is_told(self, token: int) -> bool:
        """Whether a noun is a value, or the thing that owns the measure."""
        return any(
            m.kind is not MentionKind.NOMINAL or m in self.arguments.resolved
            for m in self.arguments.by_token.get(token, ())
        )


def load_partners() -> dict[str, frozenset[str]]:
    """Measures between two, by the word before the other: "exports to", "imports from", "trade with"."""
    words = load_lexicon("measures")
    return {
        "to": words.get("sent_nouns") | words.get("sold_nouns"),
        "from": words.get("inflow_nouns"),
        "with": words.get("mutual_nouns"),
        _BETWEEN: words.get("mutual_nouns"),
    }


def gerund(lemma: str) -> str:
    """The -ing form by rule: "handle" → "handling", "ship" → "shipping", "die" → "dying"."""
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return f"{lemma[:-2]}ying" if lemma.endswith("ie") else f"{lemma[:-1]}ing"
    return f"{lemma}{lemma[-1] if _DOUBLED.fullmatch(lemma) else ''}ing"


def participle(parse: Parse, known: Mapping[str, str], token: int, lemma: str) -> str:
    """The past participle: known, as the text has it, or by rule ("generate" → "generated")."""
    if lemma in known:
        return known[lemma]
    if parse.tags[token] in {"VBD", "VBN"}:
        return parse.words[token].lower()
    if re.search(r"[^aeiou]y$", lemma):
        return f"{lemma[:-1]}ied"
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma}{lemma[-1] if _DOUBLED.fullmatch(lemma) else ''}ed"  # "stopped"


def name_bidden(parse: Parse, token: int) -> str:
    """ "residents ordered [to evacuate]": what those are to do whom somebody tells to; "" of other verbs."""
    if parse.lemmas[token] not in _BIDDING or parse.words[token + 1 : token + 2] != ["to"]:
        return ""
    verb = parse.tags[token + 2 : token + 3] == ["VB"]
    return f" to {parse.words[token + 2].lower()}" if verb else ""


def leave_rate(measure: str) -> str:
    """ "containers [per year] handled": by what time they are counted is no part of what is counted."""
    return _RATE.sub("", measure)
