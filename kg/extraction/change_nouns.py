"""Shapes of changes told by nouns and adverbs: "a 26% jump in shipments", "exports down 26 percent"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.thought_values import find_foresight
from kg.extraction.weakening import weaken
from kg.model.claim import Modality
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_NEAR = 4  # tokens between a percentage and its "increase"
_UP_TO = 6  # tokens after "exports down" in which the percentage stands
_PARTNER = 5  # tokens between a measure and ", up 5 percent": "the deficit with Peru"
_INSIDE = frozenset(["IN", "NNP", "NNPS", "NN", "NNS", "DT", "JJ", "POS"])
_POSSIBLE = frozenset(["possible", "potential", "feared", "likely", "hypothetical"])
_PLANNED = frozenset(["expected", "projected", "forecast", "planned", "anticipated", "proposed"])
_CAUSES = frozenset(["because", "after", "amid", "due", "following", "despite", "owing"])
_SEEING = frozenset(["see", "report", "post", "log", "record", "register", "witness"])
_SEEN = frozenset(["dobj", "nsubj"])
_SEERS = ("Company", "LogisticsHub", "Country", "Province", "City", "EconomicZone")


class ChangeNounShapes(Shapes):
    """The shapes, over the values of one document."""

    def change_noun(self, rule: Rule) -> Iterator[Candidate]:
        """ "a 26% jump in shipments to Asia", "a decline of 5 percent in exports": told by the noun."""
        for value in self.values.all():
            change = self._find_change(value) if value.origin == "percent" else None
            noun = self._find_changed(change) if change is not None else None
            if change is None or noun is None or value.span in self.observer.spent:
                continue
            falls = self.parse.lemmas[change] in self.words.falling
            reached = self._find_reached(noun)
            if reached is not None and reached.span in self.observer.made:
                continue  # told with its change already: "posted a 4% rise in revenue to $8 billion"
            if reached is not None:
                self.observer.spent.add(value.span)
            else:
                reached = value
            for candidate in self.observer.observe(
                rule, change, noun, reached, change=signed(value, falls)
            ):
                candidate.modality = self._read_modality(change, candidate.modality)
                if find_foresight(self.parse, self.arguments.ranges[value][0]) is not None:
                    candidate.modality = (
                        Modality.PLANNED
                    )  # "its forecast of a 7% increase in sales"
                yield candidate

    def _find_reached(self, noun: int) -> Mention | None:
        """ "a 5 percent rise in sales to 461,000 vehicles": what the change led to."""
        at = noun + 1
        last = self.parse.sentences[self.parse.sentence_of[noun]][1]
        if at + 1 >= last or self.parse.words[at].lower() != "to":
            return None
        found = [v for v in self.values.at(at + 1) if self.arguments.ranges[v][0] == at + 1]
        value = next((v for v in found if v.origin != "percent"), None)
        if value is None or value.origin != "number":
            return value
        counted = self.arguments.ranges[value][1]  # "461,000 vehicles"
        plural = counted < last and self.parse.tags[counted] == "NNS"
        return self.values.with_unit(value, counted) if plural else None

    def _read_modality(self, change: int, known: Modality) -> Modality:
        """A change that does something has happened, whatever its verb; "a possible fall" has not."""
        parse, words = (
            self.parse,
            {self.parse.words[c].lower() for c in self.parse.children[change]},
        )
        if words & _POSSIBLE:
            return weaken(known, Modality.POSSIBLE)
        if words & _PLANNED:
            return weaken(known, Modality.PLANNED)
        link = parse.heads[change]
        cause = {parse.words[link].lower(), *(w.lower() for w in parse.words[link - 1 : link])}
        helping = parse.deps[link] == "agent"  # "was helped by a 5 percent rise"
        causing = parse.deps[change] == "pobj" and (cause & _CAUSES or helping)
        if causing and known is Modality.POSSIBLE:
            return Modality.ACTUAL  # "asked for help because of a 5 percent drop"
        subject = parse.deps[change] in {"nsubj", "nsubjpass"}
        return self.observer.scope.read(parse.heads[change]) if subject else known

    def _find_change(self, value: Mention) -> int | None:
        """The noun of change that a percentage stands before, or is told of."""
        parse = self.parse
        start, end = self.arguments.ranges[value]
        last = parse.sentences[parse.sentence_of[start]][1]
        for token in range(end, min(end + _NEAR, last)):
            if parse.lemmas[token] in self.words.change_nouns and parse.tags[token] == "NN":
                return token
            if parse.tags[token][0] not in "NJH" and parse.words[token].lower() not in {"on", "-"}:
                break
        before = start - 2
        told = before > 0 and parse.words[start - 1].lower() == "of"
        return before if told and parse.lemmas[before] in self.words.change_nouns else None

    def _find_changed(self, change: int) -> int | None:
        """The measured noun after "in" on a noun of change, or its first part ("export growth")."""
        parse = self.parse
        for child in parse.children[change]:
            if parse.deps[child] == "prep" and parse.lemmas[child] == "in" and child > change:
                for inner in parse.children[child]:
                    if self._is_known(inner):
                        return inner
        return None

    def _is_known(self, noun: int) -> bool:
        known = self.parse.lemmas[noun] in self.words.nouns or self.parse.tags[noun] == "NNS"
        return known and not self.observer.is_entity(noun) and not self.values.at(noun)

    def turned_beside(self, rule: Rule) -> Iterator[Candidate]:
        """ "with containerized exports down 26% last year": a change without a verb."""
        parse = self.parse
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            first = parse.sentences[parse.sentence_of[start]][0]
            if value.origin != "percent":
                continue
            yield from self._turned_behind(rule, value, start)
            for token in range(start - 1, max(first, start - _UP_TO), -1):
                word = parse.words[token].lower()
                if word in self.words.up | self.words.down:
                    noun = self._find_turning(token)
                    if noun is not None:
                        reached = self._find_reached_then(value) if noun < token - 1 else None
                        if reached is not None:
                            self.observer.spent.add(value.span)
                        yield from self.observer.observe(
                            rule,
                            noun,
                            noun,
                            reached or value,
                            owner=self._find_seer(noun),
                            change=self._find_turn(value, token),
                        )
                    break
                if parse.tags[token][0] not in "RIJD":
                    break

    def _find_turn(self, value: Mention, turn: int) -> Quantity | None:
        """The change that "down 26%" tells; "down to 4.1%" tells what was reached."""
        if self.parse.words[turn + 1].lower() == "to":
            return None
        return signed(value, self.parse.words[turn].lower() in self.words.down)

    def _turned_behind(self, rule: Rule, value: Mention, start: int) -> Iterator[Candidate]:
        """ "throughput 0.9% [lower]": a measure, a percentage and how it turned, without a verb."""
        end, noun = self.arguments.ranges[value][1], start - 1
        word = self.parse.words[end].lower() if end < len(self.parse.words) else ""
        if (
            word not in self.words.up | self.words.down
            or self.parse.lemmas[noun] not in self.words.nouns
        ):
            return
        if self._is_known(noun) and self.parse.tags[noun][:2] == "NN":
            yield from self.observer.observe(
                rule, noun, noun, value, change=signed(value, word in self.words.down)
            )

    def _find_seer(self, noun: int) -> Mention | None:
        """ "[Peru] sees exports up 5 percent": who tells it of himself, where nobody else has it."""
        parse, verb = self.parse, self.parse.heads[noun]
        if parse.deps[noun] not in _SEEN or parse.lemmas[verb] not in _SEEING:
            return None
        subjects = parse.list_subjects(verb, passive=False)
        if len(subjects) != 1 or subjects[0] > verb or self.observer.owners.find_own(noun):
            return None
        return self.arguments.find(subjects[0], _SEERS)

    def _find_turning(self, turn: int) -> int | None:
        """The measure before "up" or "down": right there, or a subject set off, "the deficit with Peru, up"."""
        parse = self.parse
        if parse.lemmas[turn - 1] in self.words.nouns and self._is_known(turn - 1):
            return turn - 1
        first, head = parse.sentences[parse.sentence_of[turn]][0], parse.heads[turn]
        verbless = head < turn and parse.deps[head] == "ROOT"
        if verbless and parse.lemmas[head] in self.words.nouns and self._is_known(head):
            return head  # "Throughput at the port up 4 percent"
        if parse.words[turn - 1] != ",":
            return None
        for token in range(turn - 2, max(first - 1, turn - 2 - _PARTNER), -1):
            if parse.lemmas[token] in self.words.nouns and parse.deps[token] == "nsubj":
                return token if self._is_known(token) else None
            if parse.tags[token] not in _INSIDE:
                return None
        return None

    def _find_reached_then(self, percent: Mention) -> Mention | None:
        """ "up 30.5% [at $162bn]": the value right behind a percentage."""
        end = self.arguments.ranges[percent][1]
        if self.parse.words[end : end + 1] not in (["at"], ["to"]):
            return None
        behind = [
            v
            for t in range(end + 1, min(end + 4, len(self.parse.words)))
            for v in self.values.at(t)
        ]
        return next((v for v in behind if v.origin in {"money", "measure"}), None)
