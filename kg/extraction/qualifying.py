"""Details that any clause may carry: when, how much, where."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.compared_others import is_of_compared
from kg.lexicon import load_lexicon
from kg.model.claim import Literal, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.ontology import Ontology

_PRESENT = frozenset(["VBZ", "VBP"])
_SPENDING = frozenset(["spend", "invest", "pay"])  # what a deal is for
_HELD = load_lexicon("measures").get("had_sums")
_EACH = frozenset(["a", "per", "each", "every"])
_REACH = 6  # steps up from a value to the verb that owns it

_STANDING = frozenset(
    ["holdsPost", "activeIn", "headquarteredIn", "subsidiaryOf", "partOf", "foundedBy"]
)

_LASTING = frozenset(["activeIn", "headquarteredIn", "foundedBy", "produces"])
_MAKERS = ("er", "or")  # "output of copper" is of a time, its producer is not
_ALWAYS = frozenset(
    ["owns", "locatedIn", "competesWith"]
)  # "X's mill", "X, capital of Y", "rival X"
_TIES = frozenset(["subsidiaryOf", "partOf"])
_ACTING = frozenset(["nsubj", "compound", "nmod", "poss"])
_OF_CLOSING = frozenset(["owns-property/closes-or-sells", "located-in-works/closed-in"])
_ROLES = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "nmod"])


class QualifierFinder:
    """Values of one document by the verb that owns them."""

    def __init__(self, arguments: ArgumentFinder, ontology: Ontology) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.ontology = ontology
        self.periods: dict[int, list[Mention]] = defaultdict(list)
        self.amounts: dict[int, list[Mention]] = defaultdict(list)
        for mention in arguments.recognized.mentions:
            if mention.kind is MentionKind.PERIOD and not self._is_of_other(mention):
                self.periods[self.owner_of(mention)].append(mention)
            elif mention.kind is MentionKind.QUANTITY and mention.origin == "money":
                self.amounts[self.owner_of(mention)].append(mention)

    def _is_of_other(self, period: Mention) -> bool:
        apart = self._is_of_apposed(period) or self._is_of_birth(period)
        return apart or self._is_compared(period)

    def _is_of_birth(self, period: Mention) -> bool:
        """ "Born in Zenda, Ruritania, in 1920, X moved": when somebody was born, and did nothing yet."""
        parse, start = self.parse, self.arguments.ranges[period][0]
        first = parse.sentences[parse.sentence_of[start]][0]
        opens = parse.words[first].lower() == "born"
        return opens and not any(parse.tags[k] in FINITE for k in range(first + 1, start))

    def _is_of_apposed(self, period: Mention) -> bool:
        """ "plans a mill in Zenda, the site of a battle in May 1917": the time of what stands beside, no deed's."""
        parse, token = self.parse, self.head_of(period)
        while parse.heads[token] != token and parse.tags[token][:2] != "VB":
            if parse.deps[token] == "appos" and parse.tags[token] == "NN":
                beside = self.arguments.by_token.get(parse.heads[token], ())
                return all(m.kind is not MentionKind.PERIOD for m in beside)
            token = parse.heads[token]
        return False

    def _is_compared(self, period: Mention) -> bool:
        """ "8% more than in 2022": a year that something else is measured by."""
        start = self.arguments.ranges[period][0]
        words = [w.lower() for w in self.parse.words[max(start - 3, 0) : start]]
        return (
            words[-1:] == ["than"]
            or (words[-2:-1] == ["than"] and words[-1] in {"in", "the", "during"})
            or is_of_compared(start, self.arguments)
        )

    def head_of(self, mention: Mention) -> int:
        """The token of a value through which it hangs on the rest."""
        start, end = self.arguments.ranges[mention]
        for token in range(end - 1, start - 1, -1):
            if not start <= self.parse.heads[token] < end:
                return token
        return end - 1

    def owner_of(self, mention: Mention) -> int:
        """The nearest verb above a value; the root of its sentence where there is none."""
        return self.owner_of_token(self.head_of(mention))

    def owner_of_token(self, token: int) -> int:
        """The nearest verb above a token (or itself), auxiliaries left out."""
        parse = self.parse
        for _ in range(40):
            if parse.tags[token][:2] == "VB" and parse.deps[token] not in {
                "aux",
                "auxpass",
                "amod",
            }:
                return token
            if parse.heads[token] == token:
                return token
            token = parse.heads[token]
        return token

    def complete(self, candidate: Candidate, clause: Clause) -> None:
        """Adds time and amount where the predicate takes them and the rule found none."""
        names = {q.name for q in candidate.qualifiers}
        predicate = self.ontology.get_predicate(candidate.rule.predicate)
        standing = self._is_of_its_own(candidate, clause)
        timed = standing or names & {"time", "startTime", "endTime"}
        if "time" in predicate.qualifiers and not timed:
            period = self.find_time(clause.token)
            used = (
                isinstance(candidate.object, Literal)
                and period is not None
                and (period.span == candidate.object.span)
            )
            if period is not None and period.value is not None and not used:
                candidate.qualifiers.append(Qualifier(name="time", value=period.value))
        if "amount" in predicate.qualifiers and "amount" not in names:
            amount = self.find_amount(clause)
            if amount is not None and amount.value is not None:
                candidate.qualifiers.append(Qualifier(name="amount", value=amount.value))

    def _is_of_its_own(self, candidate: Candidate, clause: Clause) -> bool:
        """Whether what is told holds whenever the sentence's deed is done, so that the day is the deed's alone.

        "X, chairwoman of Y, opened a plant on Friday", "oil firm X sold Y in May", "will close its mill in June".
        """
        rule = candidate.rule
        if rule.id in _OF_CLOSING:
            return True
        if clause.kind != "noun":
            return False
        role = self.parse.deps[clause.token]
        if rule.predicate in _ALWAYS or (role == "appos" and rule.predicate in _STANDING):
            return True
        if rule.predicate in _TIES and role in _ACTING:  # "its main arm X lost 3 million in 2025"
            return True
        made = clause.lemma.endswith(_MAKERS) or rule.predicate != "produces"
        return made and role in _ROLES and rule.predicate in _LASTING

    def find_time(self, token: int) -> Mention | None:
        """The period of a clause: its own, else that of the clause it is a part of."""
        parse = self.parse
        verb = self.owner_of_token(token)
        for _ in range(4):
            own = [m for m in self.periods.get(verb, ()) if m.origin != "none"]
            if own:
                return min(own, key=lambda m: (abs(self.arguments.ranges[m][0] - token), m.span))
            if parse.deps[verb] not in {"xcomp", "conj", "ccomp"} or parse.heads[verb] == verb:
                return None
            if parse.deps[verb] == "ccomp" or self._is_of_now(verb):
                return None
            if parse.deps[verb] == "conj" and not self._is_shared(verb):
                return None
            verb = self.owner_of_token(parse.heads[verb])
        return None

    def _is_shared(self, verb: int) -> bool:
        """ "In 2018 it bought Y and sold Z", but not "it bought Y in 2018 and sold Z"."""
        above = self.owner_of_token(self.parse.heads[verb])
        starts = [self.arguments.ranges[m][0] for m in self.periods.get(above, ())]
        return not any(above < start < verb for start in starts)

    def _is_of_now(self, verb: int) -> bool:
        """ "was founded in 2015 and is based in Riga": what goes on now is not of that year."""
        parse, above = self.parse, self.parse.heads[verb]
        finite = [
            {parse.tags[t], *(parse.tags[c] for c in parse.children[t] if "aux" in parse.deps[c])}
            for t in (verb, above)
        ]
        now = not _PRESENT.isdisjoint(finite[0]) and "VBD" not in finite[0]
        return parse.deps[verb] == "conj" and now and "VBD" in finite[1]

    def _is_part(self, amount: Mention) -> bool:
        """Whether a sum is the worth of things of its own, "9 billion of loans"."""
        after, words = self.arguments.ranges[amount][1], self.parse.words
        return words[after : after + 1] == ["of"] and self.parse.tags[after + 1 : after + 2] == [
            "NNS"
        ]

    def is_of_a_share(self, amount: Mention) -> bool:
        """ "for $34 per share": the price of one, and no sum that was paid."""
        after, words = self.arguments.ranges[amount][1], self.parse.words
        row = [w.lower() for w in words[after : after + 4] if w != "-"]
        return row[:1] != [] and row[0] in _EACH and row[1:2] == ["share"]

    def _is_held(self, amount: Mention) -> bool:
        """ "a firm with revenue of $2 billion", "with $3 billion in assets": what somebody has, not what is paid."""
        start, end = self.arguments.ranges[amount]
        words, lemmas = self.parse.words, self.parse.lemmas
        before = lemmas[max(start - 2, 0) : start - 1]
        after = lemmas[end + 1 : end + 2] if words[end : end + 1] == ["in"] else []
        behind = words[start - 1].lower() == "of" if start else False
        return (behind and not _HELD.isdisjoint(before)) or not _HELD.isdisjoint(after)

    def find_amount(self, clause: Clause) -> Mention | None:
        """The sum of money of a clause, if it is the only one."""
        own = self.amounts.get(self.owner_of_token(clause.token), [])
        own = [a for a in own if not self.is_of_a_share(a) and not self._is_held(a)]
        if clause.kind == "noun":  # "sold $9 billion of loans for its takeover of Y"
            own = [amount for amount in own if not self._is_part(amount)]
        if not own:  # "signed a deal to spend 5 million on it"
            own = [
                amount
                for noun in (*clause.objects, clause.token)
                for verb in self.parse.children[noun]
                if self.parse.deps[verb] in {"acl", "relcl", "xcomp", "advcl"}
                and self.parse.lemmas[verb] in _SPENDING
                for amount in self.amounts.get(verb, [])
            ]
        return own[0] if len(own) == 1 else None
