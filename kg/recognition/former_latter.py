""" "The former" and "the latter": the first and the last of what was told just before."""

from collections.abc import Sequence
from itertools import pairwise

from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS
from kg.recognition.appositions import Link
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens
from kg.recognition.walking import Walk

ONES = frozenset(["former", "latter"])
_DESCRIBED = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH", "VBN", "VBG"])
_FAMILIES = ("Organization", "Person", "Country", "Place", "TransportCorridor", "Project", "Event")
_PARTED = frozenset(
    ["of", "two", "half", "part", "case"]
)  # "the latter of the two", "the latter part"
_OWNING = frozenset(["'s", "’s"])
_ACTING = {"Organization", "Person"}  # a firm's name may be taken for somebody's
_PAIR = 2


def list_ones(tokens: Tokens) -> list[Nominal]:
    """ "The former" and "the latter" where they describe no noun: "[the latter]'s chairman"."""
    words = tokens.lower
    found = [k for k in range(1, len(words)) if words[k] in ONES and words[k - 1] == "the"]
    return [
        Nominal(
            start=k, end=k + 1, head=k, type="Organization", definite=True, plural=False, echo=True
        )
        for k in found
        if not _describes(tokens, k)
    ]


def _describes(tokens: Tokens, k: int) -> bool:
    """ "The former minister", "the latter part"."""
    after = "".join(tokens.tags[k + 1 : k + 2])
    return after in _DESCRIBED or tokens.lower_at(k + 1) in _PARTED


def find_one(nominal: Nominal, walk: Walk) -> Link | None:
    """What "the former" or "the latter" stands for.

    Two that "and" joins, or the only two of a type, in the sentence so far or the one before; else "the
    latter" is the firm, body or person told last there.
    """
    word, token = walk.tokens.lower[nominal.head], nominal.head
    parse = walk.tokens.parse
    here = parse.sentence_of[token]
    for sentence in (here, here - 1):
        if sentence < 0:
            continue
        start, end = parse.sentences[sentence]
        told = _list_told(walk, start, min(end, token))
        pair = _find_pair(told, walk)
        if pair:
            return _make(pair[word == "latter"])
    acts = parse.deps[token] in SUBJECTS or walk.tokens.lower_at(token + 1) in _OWNING
    told = _list_told(walk, *parse.sentences[here - 1]) if here and acts else []
    bodies = [t for t in told if _find_family(t[1], walk) in {"Organization", "Person"}]
    return _make(bodies[-1]) if bodies and word == "latter" else None


def _make(told: tuple[int, Mention, int]) -> Link:
    return Link(told[1], told[1].type, "first or last of two", 0.75, told[2])


def _find_family(mention: Mention, walk: Walk) -> str:
    return next((f for f in _FAMILIES if walk.ontology.is_a(mention.type, f)), "")


def _list_told(walk: Walk, start: int, end: int) -> list[tuple[int, Mention, int]]:
    """The head, the mention and the chain of each thing in tokens start to end, where it stands first."""
    found: dict[int, tuple[int, Mention, int]] = {}
    for k in range(start, end):
        mention, chain = walk.told.get(k, (None, -1))
        nameless = mention is not None and mention.kind in {
            MentionKind.PRONOUN,
            MentionKind.ADJECTIVE,
        }
        if mention is None or nameless or k in walk.covered:
            continue
        referent = walk.referents.get(chain)
        if referent is not None and not referent.plural:
            found.setdefault(chain, (k, referent.mention, chain))
    return list(found.values())


def _find_pair(
    told: Sequence[tuple[int, Mention, int]], walk: Walk
) -> list[tuple[int, Mention, int]]:
    """The last two neighbours of a family that "and" joins, else the only two of a family with one type."""
    parse = walk.tokens.parse
    for first, second in reversed(list(pairwise(told))):
        family = _find_family(first[1], walk)
        acting = {family, _find_family(second[1], walk)}
        if not family or (len(acting) > 1 and acting != _ACTING):
            continue
        between = parse.words[first[0] : second[0] + 1]
        own = len(first[1].text.split()) + len(second[1].text.split())
        if "and" in between and len(between) <= own + _PAIR:
            return [first, second]
    for family in ("Organization", "Person"):
        alike = [t for t in told if _find_family(t[1], walk) == family]
        if len(alike) == _PAIR and alike[0][1].type == alike[1][1].type:
            return alike
    return []
