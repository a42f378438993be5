"""Shapes of measures that double, triple or halve: "exports doubled to 5 billion", "a doubling in profit"."""

from collections.abc import Iterator
from decimal import Decimal

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Comparator, Quantity

_OF = frozenset(["of", "in"])
_TELLING = frozenset(["NN", "VBG", "VBN"])
_NEAR = 3  # tokens from "doubling" to its measure
_SET_OFF = 9  # tokens of what is set off behind it
_ABOUT = frozenset(["near", "nearly", "almost", "virtual", "about", "roughly", "approximate"])


class MultipleShapes(Shapes):
    """The shapes, over the clauses and nouns of one document."""

    def multiplied(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Exports doubled to 5 billion", "the firm will triple its capacity"."""
        share = self.words.multiples.get(clause.lemma)
        if share is None:
            return
        comparator = _compare(clause)
        for noun in (*clause.objects, *clause.subjects):
            if self.parse.lemmas[noun] not in self.words.nouns or self.observer.is_entity(noun):
                continue
            owner, moved = None, noun in clause.objects
            if moved and self.observer.owners.before.is_of_another(noun):
                return
            if moved and self.observer.owners.find_own(noun) is None:
                acting = any(self.observer.is_entity(t) for t in clause.subjects)
                acting = (
                    acting or not clause.subjects
                )  # but not "the purchase of Norvik doubled sales"
                owner = next(iter(self.observer.find_owners(clause)), None) if acting else None
                if owner is None:
                    return
            change = Quantity(value=Decimal(share), unit="%", comparator=comparator)
            reached = [
                v
                for v in self.values.in_slots(clause, ("to", "at"))
                if v.origin != "percent" or self.parse.lemmas[noun] in self.words.set_nouns
            ]
            for goal in clause.slot("to"):
                count = self.values.count_of(goal)
                reached += [self.values.with_unit(count, goal)] if count is not None else []
            anchor = reached[0] if reached else self._verb_as_value(clause.token, change)
            yield from self.tell(rule, clause, noun, anchor, owner=owner, change=change)
            return

    def _verb_as_value(self, verb: int, change: Quantity) -> Mention:
        """ "doubled" itself as the change: there is no other value."""
        mention = Mention(
            span=Span(self.parse.starts[verb], self.parse.ends[verb]),
            text=self.parse.words[verb],
            type="",
            kind=MentionKind.QUANTITY,
            origin="percent",
            value=change,
        )
        self.arguments.ranges[mention] = (verb, verb + 1)
        return mention

    def doubling(self, rule: Rule) -> Iterator[Candidate]:
        """ "reported a doubling in profit", "a tripling of its sales to 3 billion": told by a noun."""
        parse = self.parse
        for token, lemma in enumerate(parse.lemmas):
            if parse.tags[token] not in _TELLING:
                continue
            share = self.words.multiple_nouns.get(lemma) or self._read_verb(token)
            if share is None:
                continue
            noun = self._find_multiplied(token) or self._find_behind(token)
            if noun is None:
                continue
            near = any(parse.words[c].lower() in _ABOUT for c in parse.children[token])
            over = "than" in parse.words[token - 1 : token]
            comparator: Comparator = ">" if over else "~" if near else "="
            change = Quantity(value=Decimal(share), unit="%", comparator=comparator)
            reached = self._reached_behind(noun) or self._verb_as_value(token, change)
            if reached.span in self.observer.made:
                continue
            owner = self._find_reporter(token, noun)
            text = self.observer.owners.measure_text(noun) if parse.heads[token] == noun else None
            named = text.removeprefix(f"{parse.words[token]} ") if text else None
            yield from self.observer.observe(
                rule, token, noun, reached, owner=owner, measure=named, change=change
            )

    def _read_verb(self, token: int) -> int | None:
        """ "after more than [doubling] provisions", where it is taken for an adjective."""
        described = self.parse.deps[token] == "amod"
        return self.words.multiples.get(self._root(token)) if described else None

    def _root(self, token: int) -> str:
        word, lemma = self.parse.words[token].lower(), self.parse.lemmas[token]
        whole = next((v for v in self.words.multiples if word.startswith(v.removesuffix("e"))), "")
        return lemma if lemma in self.words.multiples else whole

    def _find_behind(self, token: int) -> int | None:
        """ "more than doubling [provisions] to 3 billion": the measure that such an adjective stands before."""
        noun = self.parse.heads[token]
        told = self.parse.deps[token] == "amod" and token < noun <= token + _NEAR
        known = told and self.parse.lemmas[noun] in self.words.nouns
        over = self.parse.words[token - 1].lower() in {"than", "nearly", "almost", "over"}
        return noun if known and over and not self.observer.is_entity(noun) else None

    def _find_reporter(self, token: int, noun: int) -> Mention | None:
        """ "Norvik reported a doubling in profit": who has or tells it, where the measure has no owner of its own."""
        parse = self.parse
        if parse.deps[token] != "dobj" or self.observer.owners.find_own(noun) is not None:
            return None
        subjects = parse.list_subjects(parse.heads[token], passive=False)
        return next((m for t in subjects for m in self.arguments.find_all(t, OWNERS)), None)

    def _find_multiplied(self, token: int) -> int | None:
        """The measure after "of" or "in" on a doubling, which is told as one thing."""
        parse = self.parse
        for link in parse.children[token]:
            if link != token + 1 or parse.lemmas[link] not in _OF:
                continue
            for inner in parse.children[link]:
                known = parse.lemmas[inner] in self.words.nouns or parse.tags[inner] == "NNS"
                if parse.deps[inner] == "pobj" and known and not self.observer.is_entity(inner):
                    return inner
        return None

    def _reached_behind(self, noun: int) -> Mention | None:
        """ "of its sales [to 3 billion]", past ", year on year,"."""
        words, to = self.parse.words, noun + 1
        if words[to : to + 1] == [","] and "," in words[to + 1 : to + _SET_OFF]:
            to = words.index(",", to + 1) + 1
        if words[to : to + 1] != ["to"]:
            return None
        near = range(to + 1, min(to + 3, len(self.parse.words)))
        return next((v for t in near for v in self.values.at(t) if v.origin == "money"), None)


def _compare(clause: Clause) -> Comparator:
    """ "over doubled", "nearly tripled": how exact the adverbs of a verb let it be."""
    if "over" in clause.adverbs:
        return ">"
    return "~" if {"nearly", "almost", "roughly", "about"} & set(clause.adverbs) else "="
