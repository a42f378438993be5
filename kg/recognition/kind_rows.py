"""Rows whose second name stands behind what it is: in "Norvik Air and tyre maker Zenda Wings signed" both sign."""

from collections.abc import Callable, Sequence
from functools import partial

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.model.parse import SUBJECTS, Parse
from kg.recognition.common_terms import lower_terms
from kg.recognition.extent_participles import mend_extents
from kg.recognition.joints import copy_parse, mend_joints
from kg.recognition.kinds_behind_rows import mend_kinds_behind
from kg.recognition.late_of import mend_late_of
from kg.recognition.mixed_rows import mend_mixed_rows
from kg.recognition.name import Name
from kg.recognition.names_like_words import mend_names_like_words
from kg.recognition.parent_bodies import mend_parents
from kg.recognition.relative_objects import mend_listed, mend_relatives
from kg.recognition.tokens import Tokens

_JOINING = frozenset(["and", "&"])
_INNER = frozenset(["nmod", "compound", "amod", "dep"])
_DESCRIBING = frozenset(["DT", "JJ", "JJS", "NN", "NNS", "NNP", "VBG", "VBN", "HYPH", "CD"])
_REACH = 9  # tokens of what the second name is
_TRIGGERS = load_lexicon("triggers")
_NOMINALS = load_lexicon("nominals").get_mapping("nominals")
_FIRMS = (
    _TRIGGERS.get("company_nouns")
    | _TRIGGERS.get("open_firms")
    | _TRIGGERS.get("fused_makers")
    | {noun for noun, kind in _NOMINALS.items() if kind == "Company"}
    | {"owner", "investor", "fund", "house", "buyer", "lessor", "financier"}
)


def list_mends(names: Sequence[Name]) -> list[Callable[[Tokens], Parse | None]]:
    """What mends relatives, terms and rows of these names, in the order in which it must be done."""
    mends = (
        lower_terms,
        mend_names_like_words,
        mend_joints,
        mend_kind_rows,
        mend_late_of,
        mend_mixed_rows,
        mend_kinds_behind,
        mend_extents,
        mend_parents,
    )
    rows = (partial(mend, names=names) for mend in mends)
    return [mend_relatives, *rows, mend_listed]


def mend_kind_rows(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such names as conjuncts, or None where it has none that it takes for something else."""
    ends = {n.end: n for n in names if n.kind is MentionKind.NAME}
    mended: Parse | None = None
    for name in names:
        if name.kind is not MentionKind.NAME:
            continue
        joint = _find_joint(tokens, name)
        first = ends.get(joint) if joint is not None else None
        if joint is None or first is None:
            continue
        parse = mended or tokens.parse
        if _is_part(parse, first, name) or _is_left_out(parse, first, name):
            mended = mended or copy_parse(parse)
            _join(mended, first, joint, name)
    if mended is not None:
        mended.rehang()
    return mended


def _find_joint(tokens: Tokens, name: Name) -> int | None:
    """The "and" before what a name is, where a noun for a firm stands right before the name."""
    parse, noun = tokens.parse, name.start - 1
    if noun < 1 or parse.lemmas[noun].lower() not in _FIRMS or parse.tags[noun] != "NN":
        return None
    for k in range(noun - 1, max(noun - _REACH, 0), -1):
        if tokens.lower[k] in _JOINING:
            return k
        if parse.tags[k] not in _DESCRIBING:
            return None
    return None


def _is_part(parse: Parse, first: Name, second: Name) -> bool:
    """Whether the first name is taken for a part of what the second is."""
    root = first.end - 1
    return parse.deps[root] in _INNER and first.end < parse.heads[root] < second.end


def _is_left_out(parse: Parse, first: Name, second: Name) -> bool:
    """Whether "between A and the maker B" is told of A alone, B being taken for a subject."""
    root, other = first.end - 1, second.end - 1
    between = parse.deps[root] == "pobj" and parse.lemmas[parse.heads[root]] == "between"
    return between and parse.deps[other] in SUBJECTS


def _join(parse: Parse, first: Name, joint: int, second: Name) -> None:
    """Makes the first name what the second was, and the second with what it is a conjunct of it."""
    root, other = first.end - 1, second.end - 1
    if parse.deps[root] in _INNER:
        dep, head = parse.deps[other], parse.heads[other]
        parse.deps[root], parse.heads[root] = dep, (root if head == other else head)
    for k in range(first.start, root):
        if not first.start <= parse.heads[k] < first.end:
            parse.deps[k], parse.heads[k] = "compound", root
    for k in range(joint + 1, other):
        if not joint < parse.heads[k] <= other or k == second.start - 1:
            parse.deps[k], parse.heads[k] = "compound", other
    parse.deps[joint], parse.heads[joint] = "cc", root
    parse.deps[other], parse.heads[other] = "conj", root
    for k, above in enumerate(parse.heads):
        if above == other and k < first.start:
            parse.heads[k] = root  # "both"
