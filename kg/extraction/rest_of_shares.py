"""Who pays or has what others leave: "A lends 70 percent of the cost, B will meet the rest"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import RuleSet
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind

_WORDS = load_lexicon("triggers")
_PAYING, _HAVING, _REST = (_WORDS.get(n) for n in ("paying_rest", "having_rest", "rest_nouns"))
_KEPT = (("belong", "to"), *((verb, "with") for verb in ("stay", "remain", "lie", "rest")))
_TURNED = (*_KEPT, ("come", "from"))  # "the rest belongs to X"
_LEFT = frozenset(["remaining", "other"])
_HOLDING = frozenset(["hold", "own", "have", "control", "retain", "keep"])
_STAKES = frozenset(["stake", "interest", "shareholding", "holding"])
_THE = frozenset(["the", "this", "that"])
_AGENTS = ("Organization", "Country", "Province", "Person")
_OWNING = frozenset(["owns", "acquires"])
_OF_OWNERS = "owns/remainder-beside"
_NEAR = 2  # sentences back in which the first share is told
_PERCENT = ("Percent",)


def find_rest(
    clauses: Sequence[Clause],
    candidates: Sequence[Candidate],
    arguments: ArgumentFinder,
    rules: RuleSet,
) -> list[Candidate]:
    """Owners and payers of the rest, of what the last share or sum before it was told of."""
    owning = rules.find(_OF_OWNERS)
    made = []
    for clause in clauses:
        for noun, agents, owns in _read(clause, arguments):
            base = _find_base(clause, candidates, arguments, owns=owns)
            if base is None:
                continue
            if owns and owning is not None:
                base = replace(base, rule=owning, confidence=owning.confidence)
            told = {(c.rule.predicate, c.subject) for c in candidates}
            qualifiers = _qualify(noun, arguments, owns=owns)
            made += [
                replace(
                    base,
                    subject=agent,
                    token=clause.token,
                    qualifiers=list(qualifiers),
                    modality=clause.modality,
                    speaker=clause.speaker,
                )
                for agent in agents
                if (base.rule.predicate, agent) not in told
                and arguments.find_first(agent) != arguments.find_first(base.subject)
                and agent != base.object
            ]
    return made


def _read(clause: Clause, arguments: ArgumentFinder) -> Iterator[tuple[int, list[Mention], bool]]:
    """The noun of the rest, those who pay or have it, and whether they have it."""
    if clause.kind != "verb":
        return
    things, doers = clause.objects, clause.subjects
    for verb, preposition in _TURNED:
        if clause.lemma == verb and not clause.passive:
            things, doers = clause.subjects, clause.prepositions.get(preposition, [])
    if not doers or clause.lemma not in _PAYING | _HAVING | {verb for verb, _ in _TURNED}:
        return
    holding = clause.lemma in _HOLDING
    rest = [t for t in things if _is_rest(t, arguments) or (holding and _is_stake(t, arguments))]
    if len(rest) != 1:
        return
    agents = [
        m
        for token in doers
        for m in arguments.find_all(token, _AGENTS)
        if m.kind is not MentionKind.PRONOUN
    ]
    if agents:
        yield rest[0], agents, clause.lemma in _HAVING | {verb for verb, _ in _KEPT}


def _is_rest(noun: int, arguments: ArgumentFinder) -> bool:
    """ "the rest", "the remaining 40 percent", "the remaining shares"; not "the rest of the day"."""
    parse = arguments.parse
    around = [parse.words[c].lower() for c in parse.children[noun]]
    if parse.lemmas[noun] in _REST:
        return "of" not in around
    share = arguments.find(noun, _PERCENT) is not None
    return share and not _LEFT.isdisjoint(around)


def _is_stake(noun: int, arguments: ArgumentFinder) -> bool:
    """ "X bought a 70% stake in Y. Z had held [the stake]": the one told before."""
    parse = arguments.parse
    words = {parse.words[c].lower() for c in parse.children[noun]}
    plain = all(parse.deps[c] == "det" for c in parse.children[noun])
    return parse.lemmas[noun] in _STAKES and plain and not words.isdisjoint(_THE)


def _find_base(
    clause: Clause, candidates: Sequence[Candidate], arguments: ArgumentFinder, *, owns: bool
) -> Candidate | None:
    """The last that was told to own a share or to give money, near before the clause."""
    sentence = arguments.parse.sentence_of[clause.token]
    found: Candidate | None = None
    for candidate in candidates:
        predicate, token = candidate.rule.predicate, candidate.token
        back = sentence - arguments.parse.sentence_of[token]
        if token >= clause.token or not 0 <= back <= _NEAR:
            continue
        names = {q.name for q in candidate.qualifiers}
        if owns and (predicate not in _OWNING or "share" not in names):
            continue
        if not owns and predicate != "investsIn":
            continue
        if isinstance(candidate.object, Mention) and (found is None or token > found.token):
            found = candidate
    return found


def _qualify(noun: int, arguments: ArgumentFinder, *, owns: bool) -> list[Qualifier]:
    share = arguments.find(noun, _PERCENT) if owns else None
    if share is None or share.value is None:
        return []
    return [Qualifier(name="share", value=share.value)]
