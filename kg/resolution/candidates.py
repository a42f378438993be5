"""Candidates: names that are alike and that no rule joins, for people to decide in a ledger."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from kg.model.entity import Judgement, Likeness, Verdict
from kg.resolution.judging import judge
from kg.resolution.keys import KeyMaker
from kg.resolution.normal import is_acronym, normalize_name, strip_legal_forms

CROWD = 40  # names that share a key: so many tell nothing
_ALIKE = 0.86  # of the letters of two names
_MOST = 5  # candidates told of one entity for one key

Pair = frozenset[str]  # two ids


def list_decided(judgements: Iterable[Judgement]) -> set[Pair]:
    """The pairs of entities that judgements keep apart already."""
    return {
        frozenset((j.left_id, j.right_id)) for j in judgements if j.verdict is Verdict.DIFFERENT
    }


def gather_likenesses(likenesses: Mapping[str, Likeness | None]) -> dict[str, dict[str, Likeness]]:
    """Key → those who have it, by id."""
    found: dict[str, dict[str, Likeness]] = defaultdict(dict)
    for entity_id, likeness in likenesses.items():
        if likeness is not None:
            for key in likeness.keys:
                found[key][entity_id] = likeness
    return found


def propose_candidates(
    key: str, members: Mapping[str, Likeness], decided: Collection[Pair], keys: KeyMaker
) -> Iterator[Judgement]:
    """Refusals of the pairs that share the key and are alike, the likest first; none is ever joined.

    It depends on those who share the key alone; a pair that shares several is told for the first.
    """
    if len(members) > CROWD:
        return
    counts: dict[str, int] = defaultdict(int)
    for score, left, right, reason in _find_pairs(key, members, keys):
        if frozenset((left, right)) in decided or max(counts[left], counts[right]) >= _MOST:
            continue
        counts[left] += 1
        counts[right] += 1
        sides = [(members[n].name, members[n].type, n) for n in (left, right)]
        documents = tuple(sorted({members[left].document, members[right].document}))
        told = Judgement(
            left="",
            right="",
            same=False,
            score=-score,
            reason=f"candidate: {reason}",
            documents=documents,
        )
        yield judge(sides, told)


def _find_pairs(
    key: str, members: Mapping[str, Likeness], keys: KeyMaker
) -> list[tuple[float, str, str, str]]:
    """(minus the score, id, id, reason), sorted: the likest first."""
    names = sorted(members)
    found = []
    for n, left in enumerate(names):
        for right in names[n + 1 :]:
            shared = set(members[left].keys) & set(members[right].keys)
            if key != min(shared):
                continue
            score, reason = _compare(members[left], members[right], keys)
            if score:
                found.append((-score, left, right, reason))
    return sorted(found)


def _compare(left: Likeness, right: Likeness, keys: KeyMaker) -> tuple[float, str]:
    """How alike two names are, and in what; 0 where it is not worth telling."""
    families = {keys.find_family(side.type) for side in (left, right)}
    if len(families) > 1 or (left.known and right.known):
        return 0.0, ""
    family = families.pop()
    names = [left.name, right.name]
    forms = [normalize_name(name, family) for name in names]
    letters = SequenceMatcher(None, min(forms), max(forms), autojunk=False)
    if family == "person":
        return _weigh(letters), "may be two spellings of one person's name"
    words = [strip_legal_forms(name).replace("|", " ").split() for name in names]
    short, full = sorted(words, key=len)
    if full[: len(short)] == short and not any(is_acronym(name) for name in names):
        return 0.4, "one name goes on where the other ends; it may be a part or another thing"
    # The quick ratio is never below the true one, which takes ten times as long.
    if letters.quick_ratio() < _ALIKE - 0.01 or _weigh(letters) < _ALIKE * 0.6:
        return 0.0, ""
    return _weigh(letters), "names written alike"


def _weigh(letters: SequenceMatcher[str]) -> float:
    return round(letters.ratio() * 0.6, 2)
