"""Rows of the parts of a sum: "of which $12 million came from Chile", "with steel bringing in $4 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.partner_rows import PartnerRows
from kg.extraction.row_items import name_item
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_WHOLE = frozenset(["which", "that", "this", "these", "them", "those"])
_OPENING = frozenset(["including", "comprising", "with", "namely", "only", "just", "some", "about"])
_LINKS = frozenset(["to", "from", "for", "in", "on", "by", "with", "through", "under", "as", "via"])
_NAMING = frozenset(["part-told", "part-from"])
_STOPS = frozenset([";", ".", ":", "–", "—"])
_GOING = frozenset(["go", "come"])
_VERBS = 4  # tokens of the verb behind a part: "was spent on", "had been exported to"
_LEAD = 6  # tokens from "with" to a verb
_RECEIVING = frozenset(["take", "buy", "absorb", "import", "purchase", "receive"])
_GIVING = frozenset(["supply", "provide", "send", "export"])
_MAKING_UP = frozenset(
    ["account", "make", "contribute", "generate", "bring", "represent", "add", "comprise", "earn"]
)
_PLAIN = frozenset(["NN", "NNS", "JJ", "NNP", "NNPS", "VBN", "HYPH", "DT", "CC"])


class RowParts(PartnerRows):
    """The shapes, over the values of one document."""

    def part_from(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, of which $12 million came from Chile": the sum told before, from there."""
        for value in list(self.list_free()):
            opened = self._find_opening(value)
            whole = self._find_sum(value, opened) if opened is not None else None
            if whole is None or not isinstance(whole.object, Mention):
                continue
            counted = self.in_unit_of(value, whole.object)
            told = self._read_said(value) if counted is not None else None
            if counted is None or told is None or not self._is_less(counted, whole.object):
                continue
            item = told.partition(" ")[2]
            measured = item.split()[-1:] and item.split()[-1].lower() in self.words.nouns
            if measured:
                self.items[counted.span] = item  # "of which $5 million fell to exports"
            measure = item if measured else f"{whole.measure} {told}"
            yield from self._go_on_as(rule, whole, counted, measure)

    def part_with(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, with steel bringing in $4 million": the sum told before, of this part."""
        for value in list(self.list_free()):
            verb = self._find_making(value)
            opened = self._find_with(verb) if verb is not None else None
            whole = self._find_sum(value, opened) if opened is not None else None
            if whole is None or verb is None or opened is None:
                continue
            known = whole.object
            counted = self.in_unit_of(value, known) if isinstance(known, Mention) else None
            if counted is None or not isinstance(known, Mention):
                continue
            measure = self._name_part(whole.measure, opened + 1, verb)
            if measure is None or not self._is_less(counted, known):
                continue
            self.items[counted.span] = self.arguments.slice(opened + 1, verb)
            yield from self._go_on_as(rule, whole, counted, measure)

    def part_named(self, rule: Rule) -> Iterator[Candidate]:
        """ "of which 5 million tonnes was coal, [2 million tonnes ore]": the next part, by what it is."""
        for value in list(self.list_free()):
            start, end = self.arguments.ranges[value]
            last = self.parse.sentences[self.parse.sentence_of[start]][1]
            joined = self.arguments.lower[start - 1] in {",", "and"} and end < last
            before = self._find_row_before(value) if joined else None
            text = self._read_partner(end, last) if before is not None else None
            if before is None or text is None or before.rule.shape not in _NAMING:
                continue
            known = before.object
            counted = self.in_unit_of(value, known) if isinstance(known, Mention) else None
            own = self._find_item(before, last)
            measure = name_item(before.measure, (own, own.rpartition(" ")[2]), text)
            if counted is not None and measure is not None:
                self.items[counted.span] = text
                yield from self._go_on_as(rule, before, counted, measure)

    def _find_item(self, before: Candidate, last: int) -> str:
        """What the part before is: "was [coal]"."""
        span = before.object.span if isinstance(before.object, Mention) else None
        if span in self.items:
            return self.items[span]
        return self._read_partner(self._pass_own_verb(before), last) or ""

    def share_in_brackets(self, rule: Rule) -> Iterator[Candidate]:
        """ "5 million (41 percent of the total), from Chile 3 million [(15 percent)]": the same share of the next."""
        for value in list(self.list_free()):
            start, end = self.arguments.ranges[value]
            words = self.parse.words
            if (
                value.origin != "percent"
                or words[start - 1] != "("
                or words[end : end + 1] != [")"]
            ):
                continue
            of_row = [m for m in self.values.at(start - 2) if m.span in self.observer.made]
            before = self._find_share_before(start) if of_row else None
            if before is not None:
                yield from self.go_on(rule, before, before.token, value, before.measure)

    def _find_share_before(self, start: int) -> Candidate | None:
        """The share told last before, in brackets of the same sentence."""
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        for value in reversed(self.values.all()):
            at = self.arguments.ranges[value][0]
            made = self.observer.made.get(value.span) if first <= at < start else None
            if made is not None and value.origin == "percent":
                shared = made.measure.startswith(f"{self.words.share} of ")
                return made if shared and self.parse.words[at - 1] == "(" else None
        return None

    def _find_opening(self, value: Mention) -> int | None:
        """Where "of which" or "including" stands, right before a value."""
        lower, at = self.arguments.lower, self.arguments.ranges[value][0]
        while at > 1 and lower[at - 1] in _OPENING - {"including", "comprising", "namely"}:
            at -= 1
        if at > 2 and lower[at - 1] in _WHOLE and lower[at - 2] == "of":
            return at - 2
        if at > 1 and lower[at - 1] in {"including", "comprising", "namely"}:
            return at - 1
        return at if at > 0 and lower[at - 1] in _STOPS and self._is_going(value) else None

    def _is_going(self, value: Mention) -> bool:
        """ "…; 2.2 million went to Chile": whether a bare number goes or comes somewhere."""
        end = self.arguments.ranges[value][1]
        goes = self.parse.lemmas[end : end + 1]  # nothing, where the text breaks off
        return bool(goes) and goes[0] in _GOING and self.parse.tags[end] in FINITE

    def _find_sum(self, value: Mention, opened: int | None) -> Candidate | None:
        """The sum told last before, in the same sentence, outside of brackets."""
        number = self.parse.sentence_of[self.arguments.ranges[value][0]]
        first = self.parse.sentences[number][0]
        if opened == first and number > 0:  # "… 9 million cars. Some 2 million went to Chile"
            first = self.parse.sentences[number - 1][0]
        for other in reversed(self.values.all()):
            start, end = self.arguments.ranges[other]
            if opened is None or not first <= start < opened or other.span in self.observer.spent:
                continue
            outside = self._list_outside(end, opened)
            made = self.observer.made.get(other.span)
            if outside is None or (made is not None and other.origin == "percent"):
                continue
            return made
        return None

    def _is_less(self, value: Mention, known: Mention) -> bool:
        one, other = value.value, known.value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity):
            return False
        return other.unit not in {"%", "rank"} and one.value < other.value

    def _read_said(self, value: Mention) -> str | None:
        """ "from Chile" of "came from Chile", "spent on roads" of "was spent on roads"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        at = end
        while at < min(end + _VERBS, last) and parse.tags[at][:2] == "VB":
            at += 1
        if at + 1 >= last or parse.words[at].lower() not in _LINKS:
            return None
        partner = self._read_partner(at + 1, last)
        if partner is None:
            return None
        done = parse.words[at - 1] if at > end and parse.tags[at - 1] == "VBN" else ""
        return f"{done} {parse.words[at].lower()} {partner}".strip()

    def _find_making(self, value: Mention) -> int | None:
        """The participle before a value, past "for" and the like."""
        parse, at = self.parse, self.arguments.ranges[value][0] - 1
        at -= parse.words[at].lower() in {"for", "up", "in", "some", "about"}
        known = _MAKING_UP | _RECEIVING | _GIVING
        acts = parse.tags[at] == "VBG" and parse.lemmas[at] in known
        return at if acts or self.arguments.lower[at] == "accounting" else None

    def _find_with(self, verb: int) -> int | None:
        """The "with" that opens what a participle closes, behind a comma."""
        lower, tags = self.arguments.lower, self.parse.tags
        for at in range(verb - 1, max(verb - _LEAD, 1), -1):
            if lower[at] == "with":
                return at if lower[at - 1] == "," and at < verb - 1 else None
            if tags[at] not in _PLAIN or tags[at] in FINITE:
                return None
        return None

    def _name_part(self, measure: str, start: int, verb: int) -> str | None:
        """ "exports to Chile" of Chile that takes so much, "sales in Peru", "steel sales"."""
        text, lemma = self.arguments.slice(start, verb), self.parse.lemmas[verb]
        named = [m for m in self.arguments.by_token.get(verb - 1, ()) if m.kind is MentionKind.NAME]
        if not named:
            return f"{text} {measure}"
        if not self.arguments.fits(named[0], ("Place",)):
            return None
        link = "to" if lemma in _RECEIVING else "from" if lemma in _GIVING else "in"
        return f"{measure} {link} {text}"
