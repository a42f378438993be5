"""Wares that are parts of an amount told before: "handled 26 million tonnes. Coal made up 12 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.lone_owners import list_named_owners
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.ware_rows import is_ware
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_PARTS = load_lexicon("measures").get("commodities") | load_lexicon("measures").get("cargo_parts")
_FAR = 2  # sentences behind the whole
_LONGEST = 4  # tokens of a ware's phrase
_LINKS = frozenset(["for", "at", "to", "was", "were", "with"])
_JOINTS = frozenset([",", ";", "and", "while"])
_OWNING = frozenset(["poss", "prep", "relcl"])


class WarePartShapes(Shapes):
    """The shape, over the clauses of one document."""

    def ware_part(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """A ware or flow alone that makes up so much of what was told, and those that follow it."""
        if clause.passive or len(clause.subjects) != 1:
            return
        noun, whole = clause.subjects[0], self.observer.last
        if whole is None or not self._is_near(whole, clause) or not self._is_part(noun):
            return
        values = self.values.in_slots_or_beside(clause, ("object", "attr", "for", "to", "at"))
        value = next((v for v in values if self._fits(v, whole)), None)
        if value is None or self._has_percent(clause.token, value):
            return
        yield from self._tell_part(rule, clause, noun, value, whole)
        yield from self._go_on(rule, clause, value, whole)

    def _is_near(self, whole: Candidate, clause: Clause) -> bool:
        """Whether the whole is an amount told just before, of something that is no ware itself."""
        sentence_of, paragraphs = self.parse.sentence_of, self.arguments.recognized.paragraph_of
        before = sentence_of[whole.token]
        near = 0 < clause.sentence - before <= _FAR and whole.token < clause.token
        same = paragraphs[before] == paragraphs[clause.sentence]
        owner = whole.subject
        if not near or not same or owner is None or owner.type == "Product":
            return False
        return all(
            token == clause.subjects[0]
            or self.arguments.find_first(m).text == self.arguments.find_first(owner).text
            for m, token in list_named_owners(clause.sentence, self.arguments)
        )

    def _is_part(self, noun: int) -> bool:
        """Whether a noun is a ware or flow told of nobody."""
        parse = self.parse
        if any(parse.deps[c] in _OWNING for c in parse.children[noun]):
            return False
        known = is_ware(noun, self.arguments) or parse.lemmas[noun].lower() in _PARTS
        names = (
            m
            for t in (noun, *parse.children[noun])
            for m in self.arguments.by_token.get(t, ())
            if m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE, MentionKind.PRONOUN}
        )
        first = parse.sentences[parse.sentence_of[noun]][0] == noun  # "Coal" taken for a name
        return known and (first or all(m.type in {"", "Product"} for m in names))

    def _has_percent(self, verb: int, value: Mention) -> bool:
        """ "Transit cargo was up 5 percent at 12 million tonnes": a change, which others read."""
        between = range(verb, self.arguments.ranges[value][0])
        return any(
            m.origin == "percent" for t in between for m in self.arguments.by_token.get(t, ())
        )

    def _fits(self, value: Mention, whole: Candidate) -> bool:
        """Whether a value is in the unit of the whole, and less than it."""
        known = whole.object.value if isinstance(whole.object, Mention) else None
        part = value.value
        if not isinstance(known, Quantity) or not isinstance(part, Quantity):
            return False
        alike = part.unit == known.unit and value.origin == "measure"
        return alike and 0 < part.value < known.value

    def _tell_part(
        self, rule: Rule, clause: Clause, noun: int, value: Mention, whole: Candidate
    ) -> Iterator[Candidate]:
        text = self.observer.owners.measure_text(noun) or self.arguments.phrase_text(noun) or ""
        for candidate in self.tell(
            rule, clause, noun, value, owner=whole.subject, measure=text.lower()
        ):
            self.observer.last = whole
            known = {q.name for q in candidate.qualifiers}
            candidate.qualifiers += [
                q for q in whole.qualifiers if q.name == "period" and "period" not in known
            ]
            yield candidate

    def _go_on(
        self, rule: Rule, clause: Clause, value: Mention, whole: Candidate
    ) -> Iterator[Candidate]:
        """ "… and grain [for] 4 million tonnes": what follows without a verb."""
        parse, last = self.parse, self.parse.sentences[clause.sentence][1]
        token = self.arguments.ranges[value][1]
        while token < last and parse.words[token].lower() in _JOINTS:
            while token < last and parse.words[token].lower() in _JOINTS:
                token += 1
            end = token
            while end < min(token + _LONGEST, last) and parse.tags[end][0] in "NJ":
                end += 1
            after = end + (end < last and parse.words[end].lower() in _LINKS)
            found = (
                [v for v in self.values.at(after) if self._fits(v, whole)] if after < last else []
            )
            if end == token or not found or not self._is_part(end - 1):
                return
            yield from self._tell_part(rule, clause, end - 1, found[0], whole)
            token = self.arguments.ranges[found[0]][1]
