"""Subjects that the parser hangs on an auxiliary: of "Norvik is engaged in mining" on "is", not on "engaged"."""

from collections.abc import Sequence

_SUBJECTS = frozenset(["nsubj", "nsubjpass", "expl", "csubj"])
_AUXILIARIES = frozenset(["aux", "auxpass"])
_TOLD = frozenset(["prep", "agent", "dobj", "xcomp", "prt"])
_NEAR = 4  # tokens behind a verb in which what it is about begins
_FORMS = frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will"]
)


def give_subjects_to_verbs(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs such subjects on the verb, as those of a passive where it is one."""
    for token, dep in enumerate(deps):
        helping = heads[token]
        if dep not in _SUBJECTS or deps[helping] not in _AUXILIARIES:
            continue
        if words[helping].lower() not in _FORMS:  # "orders [received] fell"
            continue
        verb = heads[helping]
        behind = range(verb + 1, min(verb + _NEAR, len(deps)))
        if not any(heads[k] == verb and deps[k] in _TOLD for k in behind):
            continue  # "half are malnourished" tells a state
        heads[token] = heads[helping]
        if dep == "nsubj" and deps[helping] == "auxpass":
            deps[token] = "nsubjpass"
