"""Rows of names that the parser takes for one: in "Norvik Air and Zenda Wings signed" both sign."""

from collections.abc import Sequence

from kg.model.mention import MentionKind
from kg.model.parse import Parse
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_JOINING = frozenset(["and", "&", "or", ","])
_INNER = frozenset(["nmod", "compound"])  # how a name hangs on the next one by mistake


def mend_joints(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such rows as conjuncts, or None where it has none of them."""
    parse = tokens.parse
    mended: Parse | None = None
    for row in _find_rows(tokens, names):
        roots = [_find_root(parse, name.start, name.end) for name in row]
        if any(root is None for root in roots):
            continue
        found = [root for root in roots if root is not None]
        if not any(
            parse.deps[root] in _INNER and parse.heads[root] in found[n + 1 :]
            for n, root in enumerate(found)
        ):
            continue
        inside = range(row[0].start, row[-1].end)
        outer = [root for root in found if parse.heads[root] not in inside]
        if len(outer) == 1 and parse.deps[outer[0]] not in _INNER:
            mended = mended or copy_parse(parse)
            _join(mended, row, found, outer[0])
    if mended is not None:
        mended.children = []
        mended.__post_init__()
    return mended


def _find_rows(tokens: Tokens, names: Sequence[Name]) -> list[list[Name]]:
    """Names side by side with nothing but "and" or a comma between; the longest at each place."""
    rows: list[list[Name]] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if rows and name.end <= rows[-1][-1].end:
            continue  # inside a longer one
        before = rows[-1] if rows else []
        between = tokens.lower[before[-1].end : name.start] if before else []
        joined = 0 < len(between) <= 2 and _JOINING.issuperset(between)
        named = name.kind is MentionKind.NAME
        if joined and named and before[-1].kind is MentionKind.NAME:
            before.append(name)
        else:
            rows.append([name])
    return [row for row in rows if len(row) > 1 and _is_closed(tokens, row)]


def _is_closed(tokens: Tokens, row: Sequence[Name]) -> bool:
    """Whether an "and" stands before the last: "Zenda, Ruritania" is a place within another."""
    last = tokens.lower[row[-1].start - 1]
    return last in {"and", "&", "or"}


def _find_root(parse: Parse, start: int, end: int) -> int | None:
    """The last token of a name, where it heads the others."""
    return end - 1 if parse.tags[end - 1][0] == "N" and start < end else None


def copy_parse(parse: Parse) -> Parse:
    """A parse whose dependencies may be changed."""
    return Parse(
        words=parse.words,
        lemmas=list(parse.lemmas),
        tags=list(parse.tags),
        deps=list(parse.deps),
        heads=list(parse.heads),
        starts=parse.starts,
        ends=parse.ends,
        sentences=parse.sentences,
        sentence_of=parse.sentence_of,
    )


def _join(parse: Parse, row: Sequence[Name], roots: Sequence[int], outer: int) -> None:
    """Makes the first name what the row was, and each other one a conjunct of that before it."""
    dep, head = parse.deps[outer], parse.heads[outer]
    for n, (name, root) in enumerate(zip(row, roots, strict=True)):
        for k in range(name.start, root):
            if not name.start <= parse.heads[k] < name.end:
                parse.deps[k], parse.heads[k] = "compound", root
        if n:
            parse.deps[root], parse.heads[root] = "conj", roots[n - 1]
            for k in range(row[n - 1].end, name.start):
                parse.heads[k] = roots[n - 1]
    first = roots[0]
    parse.deps[first], parse.heads[first] = dep, (first if head == outer else head)
    for k, above in enumerate(parse.heads):
        if above == outer and k < row[0].start and outer != first:
            parse.heads[k] = first  # "the", "both"
