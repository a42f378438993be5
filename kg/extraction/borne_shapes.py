"""Sums that somebody bears, gets or raises: "faces a $540m demand", "a $27bn tax claim against Norvik"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.measure_naming import participle
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.weakening import weaken
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind

_BEARERS = ("Organization", "Country", "Province", "City")
_GETTING = (*_BEARERS, "Facility", "Project", "Event")
_OFFERING = (*_BEARERS, "Project", "Agreement", "Event")
_BEHIND = 6  # tokens from a sum to the name that it is upon
_ORDER = "order"
_TOLD = 8  # tokens from an order to who gave it
_GIVERS = frozenset(["from", "by", "to", "for"])  # …and who else is to have it
_CLIMBED = 9  # heads above a sum up to its verb
_EACH = frozenset(["each", "apiece"])
_BETWEEN = 5  # tokens between a sum and its noun
_PRICED = 4  # tokens from "shares" to "at", and from the price to "each"


class BorneShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def sum_borne(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "faces a $540m repayment demand", "was handed a 120 million euro bailout": the subject's."""
        giving = clause.lemma in self.words.sum_giving
        if clause.passive and giving:
            nouns = [c for c in self.parse.children[clause.token] if self.parse.deps[c] == "dobj"]
            owners = [m for t in clause.objects for m in self.arguments.find_all(t, _GETTING)]
        elif not clause.passive and not giving:
            nouns, owners = clause.objects, self._find_bearers(clause, _GETTING)
        else:
            return
        if not self.arguments.are_one(owners):
            return
        for noun in nouns:
            drawn = not clause.passive and self.parse.tags[noun] == "NNS"  # "orders worth"
            drawn = drawn and self.parse.lemmas[noun] in {_ORDER, "contract"}
            known = self.parse.lemmas[noun] in rule.nouns and not drawn
            value = self._find_sum(noun) if known else None
            if value is not None and self._is_free(noun, owners[0]):
                plain = self.parse.words[noun] if self._is_plain_order(noun) else None
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=plain)

    def _is_plain_order(self, noun: int) -> bool:
        """ "won a $3 million order": what says nothing of goods says enough of a sum."""
        behind = {w.lower() for w in self.parse.words[noun + 1 : noun + _TOLD]}
        order = self.parse.lemmas[noun] == _ORDER and behind.isdisjoint({"from", "by"})
        return order and self.observer.owners.measure_text(noun) is None

    def sum_offered(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "grants buyers a 4,000 euro discount", "charges a fee of 2 percent": what the subject gives or asks."""
        owners = [] if clause.passive else self._find_bearers(clause, _OFFERING)
        for noun in clause.objects if self.arguments.are_one(owners) else ():
            known = self.parse.lemmas[noun] in rule.nouns
            value = self._find_sum(noun, ("money", "percent")) if known else None
            if value is not None and self._is_free(noun, owners[0]):
                yield from self.tell(rule, clause, noun, value, owner=owners[0])

    def _find_bearers(self, clause: Clause, kinds: tuple[str, ...] = _BEARERS) -> list[Mention]:
        """The subjects themselves: not the firm of "the buyer of Norvik is to repay"."""
        if not clause.subjects:
            return self.observer.find_owners(clause)
        return [m for t in clause.subjects for m in self.arguments.find_all(t, kinds)]

    def _find_sum(self, noun: int, kinds: tuple[str, ...] = ("money",)) -> Mention | None:
        """ "a $540m repayment demand", "a demand of $540m": the money of a noun."""
        values = (*self.values.inside(noun), *self.values.after(noun), *self.values.worth(noun))
        found = next((v for v in values if v.origin in kinds), None)
        return found or self._find_before(noun)

    def _find_before(self, noun: int) -> Mention | None:
        """ "a [$90 million] damages claim": past the nouns between."""
        for token in range(noun - 1, max(noun - _BETWEEN, 0), -1):
            for value in self.values.at(token):
                return value if value.origin == "money" else None
            if self.parse.tags[token][0] not in "NJ" or self.parse.heads[token] > noun:
                return None
        return None

    def _is_free(self, noun: int, owner: Mention) -> bool:
        """Whether nobody else's name stands with the noun: not "repaid Peru's $3 billion loan".

        Nor who lent or gave it by name: then the sum is told with what that one did.
        """
        if self.parse.lemmas[noun] in self.words.lent_sums and self._has_giver(noun):
            return False
        other = self.observer.owners.find_possessor(noun) or self._find_upon(noun)
        first = self.arguments.find_first
        return other is None or first(other) == first(owner)

    def _has_giver(self, noun: int) -> bool:
        """ "a loan [from the World Bank]", "was handed a bailout [by Norvik]", "a loan [for Norvik]"."""
        parse = self.parse
        told = _GIVERS - ({"for"} if parse.lemmas[noun] == _ORDER else set())
        links = (c for t in (noun, parse.heads[noun]) for c in parse.children[t] if c > noun)
        givers = (
            self.arguments.find(t, _BEARERS)
            for link in links
            if parse.lemmas[link] in told
            for t in parse.children[link]
        )
        return any(m is not None and m.kind is MentionKind.NAME for m in givers)

    def sum_upon(self, rule: Rule) -> Iterator[Candidate]:
        """ "a $27.5bn tax claim against Norvik", "a fine of 3 million euros on Norvik": Norvik's."""
        for noun, lemma in enumerate(self.parse.lemmas):
            if lemma not in rule.nouns or self.parse.tags[noun] != "NN":
                continue
            value = self._find_sum(noun)
            owner = self._find_upon(noun) if value is not None else None
            if value is None or owner is None:
                continue
            known = self._is_known(noun)
            for candidate in self.observer.observe(rule, noun, noun, value, owner=owner):
                candidate.modality = Modality.ACTUAL if known else candidate.modality
                yield candidate

    def _find_upon(self, noun: int) -> Mention | None:
        """Who is named right behind a sum and "against" or "on", as its noun asks."""
        parse = self.parse
        end = noun + 1
        for value in self.values.after(noun):
            end = max(end, self.arguments.ranges[value][1])
        end = self._pass_imposing(end)
        link = "".join(parse.words[end : end + 1]).lower()
        if parse.lemmas[noun] not in self.words.sums_upon.get(link, ()):
            return None
        for token in range(end + 1, min(end + _BEHIND, len(parse.words))):
            if parse.deps[token] == "pobj":
                found = self.arguments.find(token, _BEARERS)
                named = found is not None and found.kind is MentionKind.NAME
                return found if named else None
            if parse.tags[token][0] not in "NJD" and parse.tags[token] != "POS":
                return None
        return None

    def _is_known(self, noun: int) -> bool:
        """ "the $2 billion fraud": a sum that everybody knows of, whatever its verb foretells."""
        value = self._find_before(noun)
        begin = self.arguments.ranges[value][0] if value is not None else 0
        return begin > 0 and self.parse.words[begin - 1].lower() == "the"

    def _pass_imposing(self, end: int) -> int:
        """ "a fine [slapped] on", "a claim [was brought] against": past who is said to have it."""
        parse, token = self.parse, end
        while token < min(end + _BETWEEN, len(parse.tags)) and parse.tags[token][:2] in {
            "VB",
            "RB",
        }:
            if parse.lemmas[token] not in self.words.imposing and parse.tags[token] != "RB":
                return end
            token += 1
        return token

    def sum_sought(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "is looking for a further 540bn yen in fresh financial backing": what it is in is sought."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        for token in clause.slot("for") if self.arguments.are_one(owners) else ():
            value = next((v for v in self.values.at(token) if v.origin == "money"), None)
            noun = self._find_kind(value) if value is not None else None
            text = self.arguments.phrase_text(noun) if noun is not None else None
            if value is None or noun is None or not text:
                continue
            measure = f"{text} {self.words.participles['seek']}"
            for candidate in self.tell(rule, clause, noun, value, owner=owners[0], measure=measure):
                candidate.modality = weaken(candidate.modality, Modality.POSSIBLE)
                yield candidate

    def _find_kind(self, value: Mention) -> int | None:
        """The noun that ends the phrase after "in" or "of" right behind a sum: "in budget support"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        if end >= last or parse.words[end].lower() not in {"in", "of"}:
            return None
        for token in range(end + 1, min(end + _BEHIND, last)):
            if (
                parse.tags[token] in {"NN", "NNS"}
                and parse.tags[token + 1 : token + 2][0][0] != "N"
            ):
                return None if self.arguments.find_period_around(token) else token
            if parse.tags[token][0] not in "NJV" or parse.tags[token] == "NNP":
                return None
        return None

    def shares_issued(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "will issue 220 million shares at HK$7.53 each": how many, and at which price."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        for noun in clause.objects if self.arguments.are_one(owners) else ():
            value = self.values.count_of(noun) if self.parse.lemmas[noun] in rule.nouns else None
            if value is None or not self.is_plural(noun) or not self._is_issue(clause, noun):
                continue
            text = self.observer.owners.measure_text(noun) or self.parse.words[noun]
            counted = self.values.with_unit(value, noun)
            measure = self.observer.name_done(text, clause)
            yield from self.tell(rule, clause, noun, counted, owner=owners[0], measure=measure)
            price = self._find_price(noun)
            if price is not None:
                named = self.words.issue_price
                yield from self.tell(rule, clause, noun, price, owner=owners[0], measure=named)

    def _is_issue(self, clause: Clause, noun: int) -> bool:
        """Whether they are the subject's own: not "sold 20 million shares in Norvik", "that it holds"."""
        parse = self.parse
        beside = {parse.words[c].lower() for c in parse.children[noun]}
        named = any(parse.lemmas[c] in {"in", "of"} for c in parse.children[noun])
        named = named or any(
            m.kind is MentionKind.NAME and parse.deps[c] in {"poss", "compound", "amod", "nmod"}
            for c in parse.children[noun]
            for m in self.arguments.by_token.get(c, ())
        )
        named = named or any(parse.deps[c] == "relcl" for c in parse.children[noun])
        first, last = parse.sentences[clause.sentence]
        offered = not self.words.offerings.isdisjoint(parse.lemmas[first:last])
        own = clause.lemma in self.words.issuing or "new" in beside or offered
        return own and not named and "existing" not in beside

    def _find_price(self, noun: int) -> Mention | None:
        """ "shares [at] HK$7.53 [each]"."""
        words = self.parse.words
        for token in range(noun + 1, min(noun + _PRICED, len(words) - 1)):
            if words[token].lower() != "at":
                continue
            for value in self.values.at(token + 1):
                end = self.arguments.ranges[value][1]
                behind = [w.lower() for w in words[end : end + 2]]
                each = not _EACH.isdisjoint(behind[:1]) or behind in (
                    ["a", "share"],
                    ["per", "share"],
                )
                return value if value.origin == "money" and each else None
        return None

    def sums_mixed(self, rule: Rule) -> Iterator[Candidate]:
        """ "raised $93 million, a mix of $63 million in equity and $30 million in debt": each part."""
        parse = self.parse
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            noun = end + 1
            if value.origin != "money" or parse.words[end : end + 1] != ["in"]:
                continue
            if noun >= len(parse.lemmas) or parse.lemmas[noun] not in rule.nouns:
                continue
            verb = self._find_raising(rule, start)
            owner = self._find_raiser(verb) if verb is not None else None
            if verb is not None and owner is not None:
                done = participle(parse, self.words.participles, verb, parse.lemmas[verb])
                spent = parse.lemmas[verb] in self.words.amount_verbs  # "funded it with"
                text = parse.words[noun] if spent else f"{parse.words[noun]} {done}"
                yield from self.observer.observe(rule, verb, noun, value, owner=owner, measure=text)

    def _find_raising(self, rule: Rule, token: int) -> int | None:
        """The verb above a sum in a mix of such, if it is one of raising."""
        parse, mixed = self.parse, False
        for _ in range(_CLIMBED):
            beside = (
                parse.deps[token] == "acl" and not mixed
            )  # "in equity [led] by A and $30 million"
            if parse.tags[token][:2] == "VB" and not beside:
                return token if mixed and parse.lemmas[token] in rule.verbs else None
            mixed = mixed or parse.lemmas[token] in rule.words
            if parse.heads[token] == token:
                return None
            token = parse.heads[token]
        return None

    def _find_raiser(self, verb: int) -> Mention | None:
        """The only subject of a verb that acts."""
        subjects = self.parse.list_subjects(verb, passive=False)
        owners = [m for t in subjects for m in self.arguments.find_all(t, _BEARERS)]
        return owners[0] if self.arguments.are_one(owners) else None
