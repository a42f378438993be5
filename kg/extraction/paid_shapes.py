"""Sums that somebody pays or spends, by what they are for: "paid $3 million in taxes"."""

from collections.abc import Iterator

from kg.extraction.brackets import pass_bracket
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_PAYERS = ("Organization", "Country", "Province", "City")
_REACH = 5  # tokens behind "in" in which the noun of a sum stands
_FOR = {"pay": ("in", "as", "of"), "spend": ("on",)}
_SHARES = frozenset(["share", "stock", "unit"])
_SETTLING = (["settle"], ["resolve"], ["end"], ["avoid"])
_JOINED = frozenset(["NN", "NNS", "JJ", "VBN"])  # of "other unpaid taxes"
_OVER = "over"
_BUILDING = load_lexicon("measures").get("job_building") | load_lexicon("triggers").get("build")
_BRACKET = 9  # tokens of a bracket that tells a sum in another currency
_LASTING = frozenset(
    ["period", "time", "decade", "life", "lifetime", "course", "term", "quarter", "span"]
)
_BUYING = frozenset(["buy back", "repurchase"])
_YEARLY = frozenset(["a year", "per year", "each year", "every year"])


class PaidShapes(Shapes):
    """The shape, over the clauses of one document."""

    def sum_paid(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "paid $3 million in taxes", "spent $2.7bn on acquisitions", "bought back shares for $4m"."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        owners = [m for m in owners if self.arguments.fits(m, _PAYERS)]
        value = self._find_sum(clause) if owners else None
        measure = self._name(rule, clause, value) if value is not None else None
        if value is not None and measure:
            yield from self.tell(
                rule, clause, clause.token, value, owner=owners[0], measure=measure
            )

    def _find_sum(self, clause: Clause) -> Mention | None:
        """The money that is paid, past "a total of"; of shares bought back that after "for"."""
        values = [
            *self.values.in_slots(clause, ("object",)),
            *self.values.beside_verb(clause.token),
        ]
        if self._is_buying(clause):
            values += self.values.in_slots(clause, ("for",))
        for noun in self._through_totals(clause.objects):
            values += self.values.at(noun)
        return next((v for v in values if v.origin == "money"), None)

    def _name(self, rule: Rule, clause: Clause, value: Mention) -> str | None:
        """What a sum is paid for: "taxes paid", "spending on acquisitions", "share buyback"."""
        if self._is_buying(clause):
            shares = any(self.parse.lemmas[t] in _SHARES for t in self._list_bought(clause, value))
            return self.words.buyback if shares else None
        if clause.lemma == "pay" and (settled := self._find_settled(value)) is not None:
            return settled
        if clause.lemma == "pay" and (affair := self._find_affair(clause, value)) is not None:
            return f"{self.words.payment} {_OVER} {affair}"
        if clause.lemma == "spend" and (aim := self._find_aim(value)):
            return f"{self.words.spent} {aim}"
        found = self._find_behind(clause, value)
        known = {self.parse.lemmas[found], self.parse.words[found].lower()} if found else set()
        if found is None or known.isdisjoint(rule.nouns):
            return None
        text = self.arguments.phrase_text(found) or self.parse.words[found]
        text += self._find_joined(found)
        return f"{text} paid" if clause.lemma == "pay" else f"{self.words.spent} on {text}"

    def _find_aim(self, value: Mention) -> str:
        """ "spent $9 million [to train nurses]", "… [training nurses]", of no thing that has a name or is built."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        end = pass_bracket(parse.words, end, end + _BRACKET)
        end += 2 * (" ".join(parse.words[end : end + 2]).lower() in _YEARLY)
        link = next((w for w in parse.words[end : end + 1] if w in {"to", "on"}), "")
        verb = end + bool(link)
        tag = "VB" if link == "to" else "VBG"
        if parse.tags[verb : verb + 1] != [tag]:
            return ""
        first = verb + 1 + (parse.tags[verb + 1 : verb + 2] in (["DT"], ["PRP$"]))
        last = first
        while parse.tags[last : last + 1] and parse.tags[last] in _JOINED | {"HYPH"}:
            last += 1
        told = [m for k in range(first, last) for m in self.arguments.by_token.get(k, ())]
        known = any(m.kind is MentionKind.NAME or m in self.arguments.resolved for m in told)
        built = bool(told) and parse.lemmas[verb] in _BUILDING
        if last == first or parse.tags[last - 1][:2] != "NN" or known or built:
            return ""
        return f"{link or 'on'} {parse.words[verb]} {self.arguments.slice(first, last)}"

    def _find_joined(self, noun: int) -> str:
        """ " and other penalties" of "fines and other penalties": what the sum is for, too."""
        parse, first = self.parse, noun + 1
        if parse.words[first : first + 1] != ["and"]:
            return ""
        others = (c for c in parse.children[noun] if parse.deps[c] == "conj" and c > first)
        last = next((c for c in others if parse.tags[c] in {"NN", "NNS"}), first)
        plain = all(parse.tags[k] in _JOINED for k in range(first + 1, last + 1))
        return f" {self.arguments.slice(first, last + 1)}" if last > first and plain else ""

    def _is_buying(self, clause: Clause) -> bool:
        behind = "".join(self.parse.words[clause.token + 1 : clause.token + 2]).lower()
        return clause.lemma in _BUYING or f"{clause.lemma} {behind}" in _BUYING

    def _list_bought(self, clause: Clause, value: Mention) -> list[int]:
        """The things bought back: objects, and what stands after "of" behind a sum."""
        behind = self._find_behind(clause, value)
        return [*clause.objects, *([behind] if behind is not None else [])]

    def _find_settled(self, value: Mention) -> str | None:
        """ "paid $300 million [to settle] charges": "payment to settle charges"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        verb = end + 1
        if parse.words[end:verb] != ["to"] or parse.lemmas[verb : verb + 1] not in _SETTLING:
            return None
        things = (c for c in parse.children[verb] if parse.deps[c] == "dobj")
        text = next((self.arguments.phrase_text(t) for t in things), None)
        return " ".join([self.words.payment, "to", parse.words[verb], text or ""]).strip()

    def _find_affair(self, clause: Clause, value: Mention) -> str | None:
        """ "paid $148 million [over a data breach]", no "over three years"."""
        noun = self._find_behind(clause, value, (_OVER,))
        if noun is None or self.parse.lemmas[noun] in self.words.time_units | _LASTING:
            return None
        text = self.arguments.phrase_text(noun) or self.parse.words[noun]
        joined = "".join(self.parse.words[noun + 1 : noun + 3])  # "a cover[-up]"
        return f"{text}{joined}" if joined.startswith("-") else text

    def _find_behind(
        self, clause: Clause, value: Mention, links: tuple[str, ...] = ()
    ) -> int | None:
        """The noun that ends the phrase right behind a sum and its preposition."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[clause.sentence][1]
        links = links or _FOR.get(clause.lemma, ("of", "in"))
        if end >= last or parse.words[end].lower() not in links:
            return None
        for token in range(end + 1, min(end + _REACH, last)):
            if parse.tags[token] in {"NN", "NNS"}:
                if token + 1 >= last or parse.tags[token + 1][0] != "N":
                    return token
            elif parse.tags[token][0] not in "JDVR" and parse.tags[token] != "PRP$":
                return None
        return None
