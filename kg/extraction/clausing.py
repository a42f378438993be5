"""A parsed sentence → clauses: passives turned, conjuncts spread, subjects inherited, speech unwrapped."""

from collections.abc import Mapping
from types import MappingProxyType

from kg.extraction.agents import find_agents
from kg.extraction.clause import (
    REFUSING,
    Clause,
    find_alongside,
    find_founded,
    find_purposes,
    goes_on,
    has_share,
    is_headline_verb,
    is_opening,
    list_below,
    list_inner,
    name_slot,
    spread_alike,
    tells_no_doer,
)
from kg.extraction.controls import find_controlled, find_others, is_moved_by, shift_named
from kg.extraction.deal_takers import find_receivers, find_takers
from kg.extraction.described_rows import find_all_described
from kg.extraction.gerund_matters import tells_use
from kg.extraction.hidden_nouns import find_governor, find_told
from kg.extraction.lending import lends
from kg.extraction.noun_clausing import NounClauseReader
from kg.extraction.persons_of import tells_person
from kg.extraction.scope import ScopeReader
from kg.extraction.speaking import SpeakerFinder
from kg.extraction.verb_slots import add_outer_slots
from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_BESIDE = frozenset(["conj", "ccomp", "parataxis"])  # the parser takes a row of clauses for these
_ABOVE = 10  # tokens up to the verb above one
_NO_BEARERS: Mapping[int, int] = MappingProxyType({})
_PURPOSES = frozenset(["advcl", "xcomp", "acl", "relcl"])
_UNDER = frozenset(["xcomp", "advcl", "conj", "ccomp", "acomp"])
_PLACED = frozenset(["where", "there", "here"])  # "Zenda, where it opened a mill"


class ClauseBuilder:
    """Builds the clauses of one parse. `noun_triggers` are the noun lemmas that rules ask for.

    `bearers` are the heads of what relative pronouns stand for, where more than the parse tells it.
    """

    def __init__(
        self, parse: Parse, noun_triggers: frozenset[str], bearers: Mapping[int, int] = _NO_BEARERS
    ) -> None:
        self.parse, self.bearers, self.noun_triggers = parse, bearers, noun_triggers
        self.scope, self.speakers = ScopeReader(parse), SpeakerFinder(parse)
        words = load_lexicon("scope")
        self.relative, self.giving = words.get("relative"), words.get("giving")
        self.bidding = [pair.split() for pair in words.get("bidding")]
        self.by_token: dict[int, Clause] = {}
        self.nouns = NounClauseReader(self)

    def build(self) -> list[Clause]:
        """All clauses in text order."""
        parse = self.parse
        for token, tag in enumerate(parse.tags):
            if tag[:2] == "VB" and parse.deps[token] not in {"aux", "auxpass", "amod", "compound"}:
                self.verb(token)
        self._share_wholes()
        nouns = [
            self.nouns.read(token)
            for token, tag in enumerate(parse.tags)
            if tag[0] == "N"
            and parse.lemmas[token] in self.noun_triggers
            and parse.words[token + 1 : token + 3] != ["-", "in"]  # a son-in-law is no son
        ]
        clauses = [*self.by_token.values(), *nouns]
        return sorted(clauses, key=lambda c: (c.token, c.kind))

    def verb(self, token: int) -> Clause:
        """The clause of a verb; governing verbs first, as subjects are inherited from them."""
        if token in self.by_token:
            return self.by_token[token]
        parse = self.parse
        clause = Clause(
            lemma=parse.lemmas[token], kind="verb", token=token, sentence=parse.sentence_of[token]
        )
        self.by_token[token] = clause
        clause.modality, clause.speaker = self.scope.read(token), self.speakers.find(token)
        clause.passive = self._is_passive(token)
        self._fill(clause)
        shift_named(parse, clause)
        told = clause.objects if clause.passive else clause.subjects
        if not told and not has_share(parse, token):
            self._inherit(clause)
        self._share_objects(clause)
        self._add_purpose(clause)
        return add_outer_slots(clause, self)

    def _share_wholes(self) -> None:
        """Slot "shared": "A holds 51% of Y, B holds 34%" — the Y of the clauses beside a clause."""
        for token, clause in self.by_token.items():
            governor = self.parse.heads[token]
            if governor not in self.by_token or self.parse.deps[token] not in _BESIDE:
                continue
            above = self.by_token[governor]
            for giver, taker in ((clause, above), (above, clause)):
                if taker.prepositions.keys() & {"of", "in"}:
                    continue
                given = [
                    t for name in ("of", "in", "shared") for t in giver.prepositions.get(name, [])
                ]
                slot = taker.prepositions.setdefault("shared", [])
                slot.extend(t for t in given if t not in slot)

    def _is_passive(self, token: int) -> bool:
        parse = self.parse
        deps = {parse.deps[c] for c in parse.children[token]}
        if deps & {"auxpass", "nsubjpass", "agent"}:
            return not is_moved_by(parse, token)
        if parse.tags[token] != "VBN" or "aux" in deps:
            return False
        if parse.deps[token] == "conj":
            head = parse.heads[token]
            return head in self.by_token and self.by_token[head].passive
        return parse.deps[token] in {"acl", "advcl", "oprd", "acomp"} and "dobj" not in deps

    def _fill(self, clause: Clause) -> None:
        """Arguments that hang on the verb itself."""
        parse = self.parse
        for child in parse.children[clause.token]:
            dep = parse.deps[child]
            if dep in {"nsubj", "csubj"} and not is_opening(parse, child):
                held = clause.passive and parse.tags[child][0] == "N"  # "with the rest held by"
                told = clause.objects if held else clause.subjects
                told.extend(self._noun_heads(child, clause.token))
            elif dep in {"nsubjpass", "dobj", "obj"}:
                clause.objects.extend(self._noun_heads(child, clause.token))
            elif dep in {"attr", "acomp", "oprd"}:
                clause.complements.extend(self.spread_from(child))
            elif dep == "dative":
                self.add_preposition(clause, child)
            elif dep == "agent" and clause.passive and not tells_no_doer(parse, child):
                clause.subjects.extend(self.objects_of(child))
            elif dep == "prep" or (dep == "agent" and not clause.passive):
                self.add_preposition(clause, child)
            elif dep == "prt":
                clause.lemma = f"{parse.lemmas[clause.token]} {parse.lemmas[child]}"
            elif dep in {"advmod", "npadvmod"}:
                word = parse.words[child].lower()
                clause.adverbs.append(word)
                for name in ("adverb", "in") if word in _PLACED else ("adverb",):
                    clause.prepositions.setdefault(name, []).append(child)
        self._lift_prepositions(clause)

    def _noun_heads(self, token: int, verb: int) -> list[int]:
        """The nouns behind an argument: conjuncts spread, a relative pronoun replaced by its noun."""
        if self.parse.words[token].lower() in self.relative and self.parse.deps[verb] == "relcl":
            noun = self.bearers.get(token, self.parse.heads[verb])
            return find_all_described(self.parse, noun, verb)
        return [*self.spread_from(find_told(self.parse, token)), *find_alongside(self.parse, token)]

    def spread_from(self, token: int) -> list[int]:
        """A noun and its conjuncts."""
        return spread_alike(self.parse, token)

    def objects_of(self, preposition: int) -> list[int]:
        """The nouns that a preposition governs, conjuncts spread; clauses are left out."""
        parse = self.parse
        found: list[int] = []
        for child in parse.children[preposition]:
            if parse.deps[child] in {"pobj", "pcomp"} and parse.tags[child][:2] != "VB":
                found.extend(self.spread_from(child))
            elif parse.deps[child] == "prep" or goes_on(parse, child):  # "out of X"
                found.extend(self.objects_of(child))
        return found

    def add_preposition(self, clause: Clause, child: int) -> None:
        """Puts what a preposition (or a dative noun, as "to") governs into its slot."""
        parse = self.parse
        word = parse.lemmas[child]
        if parse.words[child - 1].lower() in REFUSING:
            return
        if parse.tags[child][0] == "N" or (
            parse.deps[child] == "dative" and parse.tags[child] != "IN"
        ):
            clause.prepositions.setdefault("to", []).extend(self.spread_from(child))
            return
        objects = self.objects_of(child)
        if objects:
            clause.prepositions.setdefault(word, []).extend(objects)
        if word in {"along", "together"}:
            for inner in parse.children[child]:
                if parse.deps[inner] == "prep":
                    self.add_preposition(clause, inner)

    def _lift_prepositions(self, clause: Clause) -> None:
        """Prepositions on the object count for the verb: the parser often hangs "in Y" on the noun."""
        parse = self.parse
        for noun in [*clause.objects, *clause.complements]:
            for child in list_below(parse, noun):
                if parse.deps[child] == "prep" and parse.lemmas[child] != "than":
                    objects = self.objects_of(child)
                    slot = clause.prepositions.setdefault(parse.lemmas[child], [])
                    slot.extend(o for o in objects if o not in slot)
        for child in list_inner(parse, clause.prepositions):
            slot = clause.prepositions.setdefault(name_slot(parse, child), [])
            slot.extend(o for o in self.objects_of(child) if o not in slot)

    def _inherit(self, clause: Clause) -> None:
        """A missing subject (or passive object) comes from the clause or noun above."""
        parse, token = self.parse, clause.token
        dep, governor = parse.deps[token], find_governor(parse, token)
        if governor == token:
            return
        target = clause.objects if clause.passive else clause.subjects
        tag = parse.tags[governor]
        if dep in {"acl", "relcl"} and tag[0] in {"N", "P"}:
            told = parse.tags[token] in {"VBN", "VBG"} or clause.passive or dep == "relcl"
            bearers = find_all_described(parse, governor, token) if told else []
            bearers = find_receivers(parse, token) or bearers or find_founded(parse, token)
            target.extend(bearers or self._bearers_of_infinitive(governor))
        elif is_headline_verb(parse, token):
            target.extend(self.spread_from(governor))
        elif tag in {"IN", "TO"} or dep == "pcomp" or tag[0] == "J":  # "is ready to build"
            verb = self.verb_above(governor)
            if verb is not None and not tells_use(parse, token):
                others = find_others(parse, token, self.verb(verb))
                target.extend(others or self._find_doers(verb, token))
        elif tag[:2] == "VB" and parse.deps[governor] not in {"aux", "auxpass"}:
            target.extend(self._inherit_from_verb(token, governor))

    def _inherit_from_verb(self, token: int, governor: int) -> list[int]:
        """The subject of the verb above, or its object where that one is to act."""
        parse = self.parse
        dep = parse.deps[token]
        above = self.verb(governor)
        if (controlled := find_controlled(parse, token, above)) is not None:
            return controlled
        for verb, preposition in self.bidding if dep in {"xcomp", "advcl"} else ():
            if above.lemma == verb and above.prepositions.get(preposition):
                return list(above.prepositions[preposition])
        told = dep == "ccomp" and parse.tags[token] not in {"VB", "VBG"}
        return self._find_doers(governor, token) if dep in _UNDER and not told else []

    def _find_doers(self, verb: int, deed: int) -> list[int]:
        """Who does what depends on a verb: its subject, or who is given it ("handed X the task of building")."""
        above = self.verb(verb)
        if self._gives(above):
            return above.prepositions.get("to", [])
        subjects = self.surface_subjects(verb)
        return find_takers(self.parse, deed, above, subjects) or subjects

    def _gives(self, clause: Clause) -> bool:
        return (clause.lemma in self.giving and not clause.passive) or lends(self.parse, clause)

    def _bearers_of_infinitive(self, noun: int) -> list[int]:
        """ "a plan by X to build": the noun's possessor or agent, else the subject of its verb."""
        clause = Clause(lemma="", kind="noun", token=noun, sentence=self.parse.sentence_of[noun])
        self.nouns.fill(clause)
        if doers := clause.possessors or clause.prepositions.get("by", []):
            return [noun] if tells_person(self.parse.lemmas[noun]) else doers
        above = self.parse.heads[noun]
        given = self.parse.tags[above][:2] == "VB" and self._gives(self.verb(above))
        return self._find_doers(above, noun) if given else clause.subjects

    def _add_purpose(self, clause: Clause) -> None:
        """Slot "purpose": what the infinitive of "spends 5 million to expand Y" is done to."""
        parse = self.parse
        for governor in (clause.token, *clause.objects):
            for verb in parse.children[governor]:
                if parse.tags[verb] != "VB" or parse.deps[verb] not in _PURPOSES:
                    continue
                if all(parse.words[c].lower() != "to" for c in parse.children[verb]):
                    continue
                slot = clause.prepositions.setdefault("purpose", [])
                slot.extend(o for o in find_purposes(parse, verb) if o not in slot)

    def verb_above(self, token: int) -> int | None:
        """The token itself or the nearest verb above it."""
        return next(self.parse.list_verbs_above(token, _ABOVE), None)

    def surface_subjects(self, verb: int) -> list[int]:
        """The grammatical subject: a passive's object, an active's subject."""
        above = self.verb(verb)
        return list(above.objects if above.passive else above.subjects)

    def _share_objects(self, clause: Clause) -> None:
        """ "designed and operates the port", "owned and run by Y": what a conjunct has serves both."""
        parse = self.parse
        if clause.passive and not clause.subjects:
            for agent in find_agents(parse, clause):
                clause.subjects.extend(self.objects_of(agent))
        below = parse.children[clause.token]
        deed = any(parse.deps[c] in {"xcomp", "ccomp"} for c in below)  # "began to study"
        if clause.objects or clause.complements or clause.prepositions or deed:
            return
        for child in below:
            if parse.deps[child] == "conj" and parse.tags[child] == parse.tags[clause.token]:
                things = [c for c in parse.children[child] if parse.deps[c] == "dobj"]
                clause.objects.extend(o for c in things for o in self.spread_from(c))
