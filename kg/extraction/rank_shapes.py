"""Shapes of ranks: "ranks first in cargo handling", "was rated third"."""

from collections.abc import Iterator

from kg.extraction.brackets import find_before_bracket
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rank_naming import name_rank
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_WHERE = 3  # tokens behind an ordinal in which "the world" stands
_COMPARED = 6  # tokens from "among" to the plural
_DESCRIBING = frozenset(["DT", "JJ", "NN", "NNS", "NNP", "VBG", "VBN", "CD", "HYPH"])
_LED = frozenset(["in", "among", "worldwide", "globally", "behind", "nationally", "nationwide"])
_APPOSED = ("Organization", "Country")
_NOW = frozenset(["now", "currently", "still"])
_EVERYWHERE = frozenset(["world", "worldwide", "globally", "nationally", "nationwide"])


class RankShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def rank(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "ranks first in western China": a value with unit "rank"."""
        ordinal = self._find_ordinal(clause.token)
        own = range(*self.arguments.ranges[ordinal]) if ordinal is not None else ()
        others = [t for t in clause.objects if t not in own]
        ranker = bool(others) and not clause.passive  # "Forbes ranked him third"
        if ordinal is None or ranker or not isinstance(ordinal.value, Quantity):
            return
        value = self.values.replaced(
            ordinal, Quantity(value=ordinal.value.value, unit="rank", comparator="=")
        )
        field, place = self._find_field(clause)
        verb = self.parse.lemmas[clause.token]
        beside = [clause.token - 1] if self._is_name(clause.token - 1) else clause.subjects
        for subject in clause.objects if clause.passive else beside:
            if self.observer.is_entity(subject):
                owners = self.arguments.find_all(subject, OWNERS)
                if owners:
                    yield from self.tell(
                        rule,
                        clause,
                        subject,
                        value,
                        owner=owners[0],
                        measure=f"{verb}{field}",
                        place=place,
                    )
            elif text := self.observer.owners.measure_text(subject):
                yield from self.tell(
                    rule, clause, subject, value, measure=f"{text} {verb}", place=place
                )

    def _is_name(self, token: int) -> bool:
        """ "Chile leads and [Peru] ranks second": a name right before the verb, whatever the parse."""
        return any(
            m.kind is MentionKind.NAME and self.arguments.ranges[m][1] == token + 1
            for m in self.arguments.by_token.get(token, ())
        )

    def stands_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Peru is fourth in the world in copper output": a rank without a verb of ranking."""
        ordinal = self._find_ordinal(clause.token)
        if ordinal is None or clause.passive or not isinstance(ordinal.value, Quantity):
            return
        end, parse = self.arguments.ranges[ordinal][1], self.parse
        last = parse.sentences[clause.sentence][1]
        worldwide = {w.lower() for w in parse.words[end : min(end + _WHERE, last)]} & _EVERYWHERE
        field, place = self._find_field(clause)
        placed = place is not None and self.arguments.ranges[place][0] <= end + _WHERE
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, OWNERS)]
        if not owners or end >= last or parse.words[end].lower() not in _LED | _EVERYWHERE:
            return
        among = self._find_compared(end, last)
        if parse.lemmas[end - 1] in self.words.places or not (worldwide or placed or among):
            return
        begin = self.arguments.ranges[ordinal][0]
        to_do = any(t == "TO" for t in parse.tags[end:last])
        if to_do or parse.words[begin - 1].lower() == "the":
            return  # "was the first in Africa to win"
        for name in ("in", "for", "by"):
            for token in clause.slot(name):
                text = self.arguments.phrase_text(token)
                told = parse.lemmas[token] not in _EVERYWHERE and not self._is_time(token)
                if told and text and not self.arguments.find(token, ("Place",)):
                    field = f" {name} {text}"
        rank = Quantity(value=ordinal.value.value, unit="rank", comparator="=")
        yield from self.tell(
            rule,
            clause,
            clause.token,
            self.values.replaced(ordinal, rank),
            owner=owners[0],
            measure=f"rank{among or field}" if "world" not in field else "rank",
            place=place,
        )

    def _find_compared(self, start: int, end: int) -> str:
        """ " among transit users": those of whom a thing is the second, named by a plural."""
        parse = self.parse
        if parse.words[start].lower() != "among":
            return ""
        for token in range(start + 1, min(start + _COMPARED, end)):
            if parse.tags[token] == "NNS" and parse.tags[token + 1 : token + 2] != ["NNS"]:
                first = start + 1 + (parse.tags[start + 1] == "DT")
                return f" among {' '.join(parse.words[first : token + 1])}"
            if parse.tags[token] not in _DESCRIBING:
                return ""
        return ""

    def _is_time(self, token: int) -> bool:
        return self.arguments.find_period_around(token) is not None

    def _find_ordinal(self, verb: int) -> Mention | None:
        """The ordinal (or "No. 3") right after a verb of rank."""
        for token in range(verb + 1, min(verb + 4, len(self.parse.words))):
            for mention in self.arguments.by_token.get(token, ()):
                if mention.kind is MentionKind.QUANTITY:
                    return mention if mention.origin == "ordinal" else None
        return None

    def _find_field(self, clause: Clause) -> tuple[str, Mention | None]:
        """What a rank is in (" in cargo handling"), and the place in which it holds."""
        field, place = "", None
        for name, tokens in clause.prepositions.items():
            if name not in self.words.rank_fields:
                continue
            for token in tokens:
                found = self.arguments.find(token, ("Place",))
                if found is not None and found.kind is MentionKind.NAME:
                    place = place or found
                elif not field and not self.arguments.by_token.get(token):
                    text = self.arguments.phrase_text(token)
                    field = f" {name} {text}" if text else ""
        return field, place

    def rank_by_size(self, rule: Rule) -> Iterator[Candidate]:
        """ "is the fifth largest port in the world"; told in passing ("Peru, the third largest"), it is no news."""
        parse = self.parse
        for mention in self.arguments.recognized.mentions:
            quantity = mention.value
            if mention.origin != "ordinal" or not isinstance(quantity, Quantity):
                continue
            best = self.arguments.ranges[mention][1]
            best += parse.words[best : best + 1] == ["-"]
            if best >= len(parse.tags) or parse.tags[best] not in {"JJS", "RBS"}:
                continue
            noun = parse.heads[best]
            while parse.tags[noun][0] in "JR" and parse.heads[noun] != noun:
                noun = parse.heads[noun]  # "the fourth most populous country"
            if parse.tags[noun][0] != "N":
                yield from self._rank_alone(rule, mention, best)
                continue
            owner = self._find_ranked(noun)
            text = self.observer.owners.measure_text(noun, bare=True) if owner is not None else None
            if owner is None or not text:
                continue
            rank = self.values.replaced(
                mention, Quantity(value=quantity.value, unit="rank", comparator="=")
            )
            measure = name_rank(self.arguments, best, noun)
            for candidate in self.observer.observe(
                rule, parse.heads[noun], noun, rank, owner=owner, measure=measure
            ):
                if parse.deps[noun] == "appos":  # "…, the world's fifth-largest, grew in 2024"
                    told = candidate.qualifiers
                    candidate.qualifiers = [q for q in told if q.name != "period"]
                yield candidate

    def _rank_alone(self, rule: Rule, ordinal: Mention, best: int) -> Iterator[Candidate]:
        """ "is the fourth longest in the world": of what it is, the text need not say again."""
        parse, quantity = self.parse, ordinal.value
        where = next((c for c in parse.children[best] if parse.lemmas[c] == "in"), best)
        inner = next((c for c in parse.children[where] if parse.deps[c] == "pobj"), None)
        if inner is None or where != best + 1 or not isinstance(quantity, Quantity):
            return
        place = self.arguments.find(inner, ("Place",))
        owner = self._find_ranked(best)
        if owner is None or (place is None and parse.lemmas[inner] not in _EVERYWHERE):
            return
        rank = Quantity(value=quantity.value, unit="rank", comparator="=")
        where_text = self.arguments.slice(where, inner + 1)
        yield from self.observer.observe(
            rule,
            parse.heads[best],
            best,
            self.values.replaced(ordinal, rank),
            owner=owner,
            measure=f"rank among the {parse.words[best].lower()} {where_text}",
        )

    def _find_ranked(self, noun: int) -> Mention | None:
        """What a noun is said to be."""
        parse, above = self.parse, self.parse.heads[noun]
        if parse.lemmas[above] == "make" and parse.deps[noun] in {"ccomp", "oprd"}:
            made = parse.list_subjects(noun, passive=False)
            return self.arguments.find(made[0], OWNERS) if made else None  # "making it the second"
        apposed = self._find_apposed(noun)
        if apposed is not None or parse.deps[noun] == "appos":
            return apposed
        if parse.deps[noun] not in {"attr", "acomp"} or parse.lemmas[above] not in {
            "be",
            "become",
            "remain",
        }:
            return None
        subjects = parse.list_subjects(above, passive=False)
        owner = self.arguments.find(subjects[0], OWNERS) if subjects else None
        if owner is None and parse.deps[above] == "relcl":  # "Tema (in Ghana) which is the fifth"
            owner = self.arguments.find(parse.heads[above], OWNERS)
        return owner

    def _find_apposed(self, noun: int) -> Mention | None:
        """ "[Norvik], the world's fifth-largest brewer,", "the second-largest bank in Peru": told even in passing."""
        parse = self.parse
        owned = [c for c in parse.children[noun] if parse.deps[c] == "poss"]
        first = min((c for c in parse.children[noun]), default=noun)
        first = min((c for o in owned for c in (o, *parse.children[o])), default=first)
        led = first - 1
        now = parse.words[led].lower() in _NOW  # "with [Kenya] now the third largest partner of"
        named = led - 1 if now else parse.heads[noun]
        if named > noun or not (now or (parse.words[led] == "," and parse.deps[noun] == "appos")):
            return None
        owner = self.arguments.find(named, _APPOSED)
        end = find_before_bracket(parse.words, led - 1) + 1
        beside = owner is not None and self.arguments.ranges[owner][1] == end
        if owner is None or not beside or owner.kind is not MentionKind.NAME:
            return None
        return owner if self._is_known_among(noun, owned, owner) else None

    def _is_known_among(self, noun: int, owned: list[int], owner: Mention) -> bool:
        """Whether it is told among whom: the world's, those of a land, of a region where a land is told of."""
        parse = self.parse
        if any(parse.lemmas[c] in _EVERYWHERE for c in owned):
            return True
        partner = parse.lemmas[noun] == "partner"
        links = {"in", "of"} if partner else {"in"}
        within = [c for c in parse.children[noun] if parse.words[c].lower() in links]
        where = [*owned, *(t for c in within for t in parse.children[c])]
        if any(parse.lemmas[t] in _EVERYWHERE for t in where):
            return True
        land = self.arguments.fits(owner, ("Country",)) and not partner
        kinds = ("Region",) if land else ("Country", "Region")
        return any(self.arguments.find(t, kinds) is not None for t in where)
