"""Large counts and sums that nothing else took, of who acts in their clause: "Norvik flies to 17 points"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.measure_naming import participle
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind

_OWNERS = ("Organization", "Place", "Project", "TransportCorridor", "Event")
_CLIMBED = 9  # heads above a value
_MANY = 10  # fewer are told of one by one
_KNOWN = frozenset(["the", "these", "those", "all", "both", "every"])
_LINKS = frozenset(["of", "in"])
_PLACING = frozenset(["to", "for", "with", "at", "in", "across", "of", "on"])
_UNDER = frozenset(["nummod", "compound", "amod", "nmod", "quantmod"])
_AGED = frozenset(["seat", "target", "old", "year-old", "aged", "age"])
_TELLING = load_lexicon("scope").get("speech")


class RestFigures(PlainShapes):
    """The shape, over the values that nothing took."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.paying = words.get("amount_verbs") | words.get("valuing_verbs")
        self.no_sums = words.get("no_sums") | words.get("amount_nouns") | words.get("work_costs")
        self.uncounting = words.get("uncounting_verbs") | self.paying
        self.owned = words.get("parts_owned") | words.get("share_holders")

    def of_acting(self, rule: Rule) -> Iterator[Candidate]:
        """ "Norvik now flies to 17 domestic points": of whom the verb above a count or sum is told."""
        for value in list(self.list_free()):
            noun = self._find_noun(rule, value)
            if noun is None or value.origin == "percent" or self.is_time(value):
                continue
            verb = self._find_verb(noun)
            if verb is None or self._is_barred(rule, verb, value):
                continue
            owner = self._find_owner(noun, verb)
            text = self._name(noun, verb, value)
            if owner is not None and text:
                yield from self.observe(rule, verb, noun, self.with_counted(value), owner, text)

    def _find_noun(self, rule: Rule, value: Mention) -> int | None:
        """What is counted, or what a sum stands before or behind; its own token where there is none."""
        parse, (start, end) = self.parse, self.arguments.ranges[value]
        if value.origin == "number":
            counted = self.find_counted(value)
            known = parse.words[start - 1].lower() in _KNOWN if start else False
            if counted is None or known or self.size_of(value) < _MANY or self.is_named(counted):
                return None
            lemma = parse.lemmas[counted].lower()
            barred = self.words.none | self.times | self.owned | _AGED
            people = any(
                m.type in {"Person", "Official"} for m in self.arguments.by_token.get(counted, ())
            )
            return None if lemma in barred or people else counted
        last = end - 1
        head = parse.heads[last]
        if parse.deps[last] in _UNDER and head > last and parse.tags[head] in {"NN", "NNS"}:
            return head if parse.lemmas[head] in rule.words else None
        return self.observer.qualifiers.head_of(value)

    def _find_verb(self, noun: int) -> int | None:
        """The first verb above that has a subject before it, past prepositions and nouns, and past nobody's words."""
        parse, token, links = self.parse, noun, 0
        for _ in range(_CLIMBED):
            above = parse.heads[token]
            if above == token:
                return None
            if parse.tags[above][:2] == "VB":
                subjects = parse.list_subjects(above)
                spoken = parse.lemmas[above] in _TELLING and parse.deps[token] == "ccomp"
                if spoken or noun in subjects or above > noun or parse.lemmas[above] == "include":
                    return None
                if subjects:
                    return above if self._may_lead(noun, token, links, above) else None
                if parse.lemmas[above] in self.uncounting:
                    return None
            elif not self._may_pass(above):
                return None
            links += parse.tags[above][0] == "N" and above != noun
            token = above
        return None

    def _may_pass(self, token: int) -> bool:
        """A preposition of place or purpose, or a noun."""
        return self.parse.tags[token][0] == "N" or self.parse.lemmas[token].lower() in _PLACING

    def _may_lead(self, noun: int, token: int, links: int, verb: int) -> bool:
        """ "flies [to] 17 points", "came [with] 58 firms", but not "left with 300 workers"."""
        parse, lemma = self.parse, self.parse.lemmas[verb]
        plain = lemma in self.words.plain_verbs | {"be", "have", "thank"}
        people = parse.lemmas[noun] in self.words.people | self.no_topics
        if links and plain:
            return False
        if parse.lemmas[token].lower() == "to" and lemma not in self.words.outward_verbs:
            return False
        return not people

    def _is_barred(self, rule: Rule, verb: int, value: Mention) -> bool:
        """Whether a verb tells of a deal or of words, or only supposes."""
        lemma = self.parse.lemmas[verb]
        if lemma in _TELLING | rule.verbs:
            return True
        if value.origin == "money" and (self.observer.is_amount(value) or lemma in self.paying):
            return True
        children = {self.parse.words[c].lower() for c in self.parse.children[verb]}
        return not children.isdisjoint({"if", "unless", "whether"})

    def _find_owner(self, noun: int, verb: int) -> Mention | None:
        """Who has the counted, or the one thing that is the subject of the verb."""
        parse = self.parse
        if any(parse.deps[c] == "poss" for c in parse.children[noun]):
            own = self.observer.owners.find_own(noun)
            return own if own is not None and own.origin != OPEN and self._is_known(own) else None
        subjects = [s for s in parse.list_subjects(verb) if s < noun]
        found = [m for s in subjects for m in self.arguments.find_all(s, _OWNERS)]
        if len(subjects) != 1 or len(found) != 1 or found[0].origin == OPEN:
            return None
        return found[0] if self._is_known(found[0]) else None

    def _is_known(self, owner: Mention) -> bool:
        named = owner.kind is MentionKind.NAME or owner in self.arguments.resolved
        return named and self.arguments.find_first(owner).kind is MentionKind.NAME

    def _name(self, noun: int, verb: int, value: Mention) -> str | None:
        """The counted; what a sum or amount is of; else what was done with it."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        if value.origin == "number":
            text = self.observer.owners.measure_text(noun, bare=True)
            direct = parse.deps[noun] == "dobj" and parse.heads[noun] == verb
            return f"{text} {self._done(verb)}" if text and direct else text
        if noun not in range(*self.arguments.ranges[value]):
            lemma = parse.lemmas[noun].lower()
            return None if lemma in self.no_sums else self.arguments.phrase_text(noun)
        last = parse.sentences[parse.sentence_of[noun]][1]
        if end + 1 < last and parse.words[end].lower() in _LINKS:
            goods = self._find_goods(end + 1, last)
            return self.arguments.phrase_text(goods) if goods is not None else None
        start = self.arguments.ranges[value][0]
        if parse.words[start - 1].lower() == "of" and parse.tags[start - 2] in {"NN", "NNS"}:
            lemma = parse.lemmas[start - 2].lower()
            text = self.observer.owners.measure_text(start - 2, bare=True)
            return None if lemma in self.no_sums | self.words.none else text
        return None

    def _find_goods(self, start: int, last: int) -> int | None:
        """The plain noun right behind "of" or "in"."""
        parse = self.parse
        for token in range(start, min(start + 4, last)):
            if parse.tags[token] in {"NN", "NNS"} and parse.tags[token + 1 : token + 2] not in (
                ["NN"],
                ["NNS"],
            ):
                lemma = parse.lemmas[token].lower()
                return None if lemma in self.words.none | self.times | self.no_sums else token
            if parse.tags[token] not in {"NN", "NNS", "JJ", "VBN", "VBG", "HYPH", "NNP"}:
                return None
        return None

    def _done(self, verb: int) -> str:
        """ "flown", "launched": what was done with what is counted; "" for a plain verb."""
        lemma = self.parse.lemmas[verb]
        if lemma in self.words.plain_verbs or lemma in {"be", "have"}:
            return ""
        return participle(self.parse, self.words.participles, verb, lemma)
