"""Nouns that tell an event or a relation → clauses: "X's acquisition of Y", "energy giant Z"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.apposed_hosts import find_hosts
from kg.extraction.clause import Clause, list_before, list_below
from kg.extraction.doers import list_doers, list_owners
from kg.extraction.lending import lends
from kg.extraction.likened import find_cue, find_likened
from kg.extraction.made_where import find_makers
from kg.extraction.unsettled import read_unsettled
from kg.extraction.verb_slots import add_verb_slots
from kg.extraction.weakening import weaken
from kg.lexicon import load_lexicon
from kg.model.claim import Modality

if TYPE_CHECKING:
    from kg.extraction.clausing import ClauseBuilder

_FIRMS = frozenset(["company", "firm", "group", "conglomerate"])
_PLANS = frozenset(["plan", "proposal", "blueprint"])
_MODIFIERS = frozenset(["compound", "nmod", "amod"])
_TO = ("-", "to", "-")  # "the property-to-ports group"
_ONES, _SAID = frozenset(["one", "some"]), frozenset(["attr", "appos", "oprd"])
_REACH = 16  # words from a noun to the "between" that tells its sides
_LIFTED = {  # preposition on the noun → prepositions below it that count for the noun
    "by": ("in", "into", "with"),
    "from": ("in", "into", "with"),
    "of": ("at", "by", "into", "with"),  # "professor of physics at Y", "dredging of the port by Y"
    "for": ("at",),
    "in": ("at", "for"),  # "a leader in solutions for the steel industry"
    "with": ("in", "across", "for"),  # "a group with interests in mining"
}


class NounClauseReader:
    """Reads the noun clauses of a builder's parse.

    Besides the slots of every noun, "self" is the noun itself and "doer" the subject of a verb that
    only carries the noun's event ("X signed a deal with Y", "X builds it in partnership with Y").
    "keeper" is the subject above a noun for a tie, but for verbs of those who only watch one
    ("X is committed to cooperation with Y", "X and Y hailed their alliance"). "made" is where or by
    whom a ware was made ("X-made cars").
    """

    def __init__(self, builder: ClauseBuilder) -> None:
        words = load_lexicon("scope")
        self.builder = builder
        self.parse = builder.parse
        self.light = words.get("light_verbs")
        self.carriers = words.get("carrier_verbs")
        self.carrier_prepositions = words.get("carrier_prepositions")
        self.performing = words.get("performing_verbs")
        self.works = words.get("performed_nouns")
        self.taking = words.get("taking_verbs")
        self.phases = words.get("phases_of_works")
        self.parts = load_lexicon("triggers").get("parts_of_firms")
        self.list_verbs = words.get("list_verbs")
        self.ties, self.watching = words.get("kept_ties"), words.get("watching_verbs")
        self.parting = words.get("parting_nouns")
        self.strained = words.get("strained")
        self.aside = words.get("apart") | {"by", "without", "from"}
        self.list_cues = load_lexicon("arguments").get("list_cues")

    def read(self, token: int) -> Clause:
        """The clause of a noun, with modality and speaker."""
        parse = self.parse
        clause = Clause(
            lemma=parse.lemmas[token], kind="noun", token=token, sentence=parse.sentence_of[token]
        )
        self.fill(clause)
        add_verb_slots(clause, self.builder)
        clause.prepositions["self"] = [token]
        clause.modality = weaken(self.builder.scope.read_noun(token), read_unsettled(parse, token))
        if clause.lemma in _PLANS and clause.modality is Modality.ACTUAL:
            clause.modality = Modality.PLANNED  # "unveiled plans for a port"
        clause.speaker = self.builder.speakers.find(token)
        return clause

    def fill(self, clause: Clause) -> None:
        """The arguments of a noun, from below it and from above."""
        self._fill_from_below(clause)
        self._lift(clause)
        self._fill_from_above(clause)
        self._find_named(clause)
        self._find_first_of_kind(clause)

    def _fill_from_below(self, clause: Clause) -> None:
        parse, builder = self.parse, self.builder
        cues = find_cue(parse, clause.token, self.list_cues)
        for child in [*list_below(parse, clause.token), *cues]:
            dep = parse.deps[child]
            if dep == "poss":
                clause.possessors.extend(builder.spread_from(child))
            elif dep == "prep" and parse.lemmas[child] in self.list_cues:
                clause.bearers.extend(builder.objects_of(child))
            elif dep == "prep":
                builder.add_preposition(clause, child)
                if parse.lemmas[child] == "as":  # "customers such as Y"
                    clause.bearers.extend(builder.objects_of(child))
            elif dep in _MODIFIERS:
                told = builder.spread_from(child)
                clause.compounds.extend(list_before(parse, told, clause.token))
                if tuple(parse.words[child + 1 : child + 4]) == _TO:
                    clause.compounds.append(child + 4)
                if makers := find_makers(child, parse):
                    clause.prepositions["made"] = makers
            elif dep == "appos":
                clause.bearers.extend(builder.spread_from(child))

    def _fill_from_above(self, clause: Clause) -> None:
        parse, builder = self.parse, self.builder
        root = clause.token
        while parse.deps[root] == "conj" and parse.heads[root] != root:
            root = parse.heads[root]
        root = self._climb(root)
        dep, governor = parse.deps[root], parse.heads[root]
        if named := find_likened(parse, clause.token) or self._find_named_behind(root):
            clause.bearers.append(named)
        elif dep == "appos":
            clause.bearers.extend(find_hosts(builder, governor, root, clause.token))
        elif dep == "attr" and parse.tags[governor][:2] == "VB":
            clause.bearers.extend(builder.surface_subjects(governor))
        elif dep == "nsubj" and parse.lemmas[governor] in self.list_verbs:
            clause.bearers.extend(builder.verb(governor).objects)
        elif dep == "nsubj" and parse.lemmas[governor] == "be":  # "its main businesses are X and Y"
            for child in parse.children[governor]:
                if parse.deps[child] == "attr" and not self._is_described(child):
                    clause.bearers.extend(builder.spread_from(child))
        elif not clause.possessors and (holder := self._find_holder(root)) is not None:
            clause.possessors.extend(builder.spread_from(holder))
        elif dep in {"dobj", "pobj", "nsubjpass"}:
            self._fill_from_verb(clause, dep, governor)

    def _find_holder(self, noun: int) -> int | None:
        """ "[a group] with interests in mining", "[Norvik], with operations spanning trade and ports"."""
        parse = self.parse
        if parse.lemmas[noun] not in self.parts:
            return None
        above = parse.heads[noun]
        if parse.deps[noun] == "nsubj" and parse.deps[above] == "pcomp":
            above = parse.heads[above]
        holder = parse.heads[above]
        beside = parse.words[above] == "with" and parse.deps[above] == "prep"
        return holder if beside and parse.tags[holder].startswith("NN") else None

    def _find_named_behind(self, noun: int) -> int | None:
        """ "The energy giant [Norvik] closed": the name behind the noun, both read as subjects."""
        parse = self.parse
        if parse.deps[noun] not in {"nsubj", "nsubjpass"}:
            return None
        for other in parse.children[parse.heads[noun]]:
            if (
                other > noun
                and parse.deps[other] == parse.deps[noun]
                and parse.tags[other] == "NNP"
            ):
                between = range(noun + 1, other + 1)
                return other if all(parse.tags[k].startswith("NNP") for k in between) else None
        return None

    def _is_described(self, token: int) -> bool:
        """ "the roaster is also [a retailer]": what only tells of what kind the subject is."""
        return any(
            self.parse.lemmas[c] in {"a", "also"} for c in self.parse.children[token]
        ) or any(
            self.parse.lemmas[c] == "also" for c in self.parse.children[self.parse.heads[token]]
        )

    def _climb(self, root: int) -> int:
        """ "one of the largest makers": what is said of one of them is said with the word "one"."""
        parse = self.parse
        of = parse.heads[root]
        if parse.deps[root] != "pobj" or parse.lemmas[of] != "of":
            return root
        one = parse.heads[of]
        if parse.lemmas[one] in self.phases:  # "announced the resumption of [production]"
            return one
        return one if parse.lemmas[one] in _ONES and parse.deps[one] in _SAID else root

    def _fill_from_verb(self, clause: Clause, dep: str, governor: int) -> None:
        parse = self.parse
        verb = self.builder.verb_above(governor)
        if verb is None:
            return
        above = self.builder.verb(verb)
        word = parse.lemmas[governor]
        if dep == "pobj" and word == "as" and parse.words[governor - 1] != "such":
            clause.bearers.extend(self._find_bearers(parse.heads[governor], above))
        clause.subjects.extend(above.subjects)
        if clause.lemma in self.ties and self._is_kept(clause, dep, word, above):
            clause.prepositions["keeper"] = self.builder.surface_subjects(verb)
            if dep == "dobj":  # "maintains close ties [with Y]", hung on the verb
                clause.prepositions.setdefault("with", list(above.prepositions.get("with", [])))
        performed = self._is_performed(dep, governor, above)
        adjunct = dep == "pobj" and word in self.carrier_prepositions
        carried = above.lemma.split()[0] in self.carriers or (
            adjunct and parse.heads[governor] in {verb, *above.objects}
        )
        if performed or (carried and not lends(parse, above)):
            clause.prepositions["doer"] = list_doers(above)
        if above.lemma.split()[0] in self.light:
            for name, objects in above.prepositions.items():
                if dep == "pobj" and (name == "from" or (name, word) == ("of", "as")):
                    continue  # "won an order from X for jets": who orders them makes them not
                slot = clause.prepositions.setdefault(name, [])
                slot.extend(o for o in objects if o not in slot and o != clause.token)

    def _is_kept(self, clause: Clause, dep: str, word: str, above: Clause) -> bool:
        """Whether a tie is that of the subject above: nobody else's, and no tie that something is done by."""
        if dep == "nsubjpass" or above.lemma in self.watching or word in self.aside:
            return False
        if any(not self.parse.tags[p].startswith("PRP") for p in clause.possessors):
            return False  # "backs [Y]'s cooperation with Z"
        if any(self.parse.lemmas[c] in self.strained for c in self.parse.children[clause.token]):
            return False
        return not above.passive or word == "to"  # "is committed to", but "built in cooperation"

    def _is_performed(self, dep: str, governor: int, above: Clause) -> bool:
        """ "executed projects for the development of Y": who executes does what the work is for."""
        return (
            dep == "pobj"
            and self.parse.lemmas[governor] in {"for", "of"}
            and self.parse.heads[governor] in above.objects
            and self.parse.lemmas[self.parse.heads[governor]] in self.works
            and above.lemma.split()[0] in self.performing
        )

    def _find_bearers(self, head: int, above: Clause) -> list[int]:
        """Who "as a leader" is said of: the owner of "its position", else an object or subject."""
        owners = list_owners(self.builder, head)
        if above.lemma.split()[0] in self.taking:
            return owners or above.subjects or above.objects
        met = above.prepositions.get("with", []) if above.lemma == "meet" else []
        return owners or above.objects or met or above.subjects

    def _lift(self, clause: Clause) -> None:
        """ "investments from X in Y": what the parser hangs on X counts for the noun."""
        parse, builder = self.parse, self.builder
        for name, lifted in _LIFTED.items():
            for noun in list(clause.prepositions.get(name, [])):
                for child in parse.children[noun]:
                    if parse.deps[child] == "prep" and parse.lemmas[child] in lifted:
                        builder.add_preposition(clause, child)
        if clause.lemma in self.ties and "between" not in clause.prepositions:
            between = self._find_between(clause.token)
            if between is not None:
                builder.add_preposition(clause, between)

    def _find_between(self, token: int) -> int | None:
        """ "a deal on a gas project [between] X and Y", "worth 2 billion dollars [between]": no verb on the way."""
        parse = self.parse
        for k in range(token + 1, min(token + _REACH, len(parse.words))):
            if parse.sentence_of[k] != parse.sentence_of[token] or parse.tags[k][:2] == "VB":
                return None
            if parse.lemmas[k] == "between" and parse.deps[k] == "prep":
                above = parse.heads[k]
                if parse.lemmas[above] in self.parting:
                    return None
                while above != token and parse.heads[above] != above:
                    above = parse.heads[above]
                return k if above == token else None
        return None

    def _find_first_of_kind(self, clause: Clause) -> None:
        """ "the Norvik mining company": a name, its field, and a word for firms."""
        parse, token = self.parse, clause.token
        if clause.bearers or clause.lemma not in _FIRMS or len(clause.compounds) < 2:
            return
        first = min(clause.compounds)
        field = all(
            parse.tags[k][:2] == "NN" or parse.tags[k] == "VBG" for k in range(first, token)
        )
        common = range(first + 1, token)
        if field and parse.tags[first] == "NNP" and all(parse.tags[k] != "NNP" for k in common):
            start = first - 1
            while start >= 0 and parse.tags[start] == "NNP":
                start -= 1
            if start >= 0 and parse.words[start].lower() == "the":
                clause.bearers.append(first)

    def _find_named(self, clause: Clause) -> None:
        """ "energy giant Z": the noun modifies the name that it tells of, and shares its modifiers."""
        parse, token = self.parse, clause.token
        head = parse.heads[token]
        if parse.deps[token] not in _MODIFIERS or head <= token or parse.tags[head][:3] != "NNP":
            return
        behind = range(token + 1, head + 1)
        if any(parse.tags[k][:3] != "NNP" and parse.words[k] != "&" for k in behind):
            return
        clause.bearers.append(head)
        for sibling in parse.children[head]:
            if sibling >= token:
                break
            if parse.deps[sibling] in _MODIFIERS and sibling not in clause.compounds:
                clause.compounds.append(sibling)
            elif parse.deps[sibling] == "poss":
                clause.possessors.extend(self.builder.spread_from(sibling))
