"""Rows of names that the parser takes for one: in "Norvik Air and Zenda Wings signed" both sign."""

from collections.abc import Sequence

from kg.model.mention import MentionKind
from kg.model.parse import Parse
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_JOINING = frozenset(["and", "&", "or", ","])
_INNER = frozenset(["nmod", "compound"])  # how a name hangs on the next one by mistake
_GENITIVES = frozenset(["'s", "’s"])


def mend_joints(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with such rows as conjuncts, or None where it has none of them."""
    parse = tokens.parse
    mended: Parse | None = None
    for row in _find_rows(tokens, names):
        roots = [_find_root(parse, name) for name in row]
        begins = [_find_owner(tokens, names, name) for name in row]
        if any(root is None for root in roots):
            continue
        found = [root for root in roots if root is not None]
        if not any(
            (row[n].called or _hangs_by_mistake(parse, root))
            and parse.heads[root] in found[n + 1 :]
            for n, root in enumerate(found)
        ):
            continue
        inside = range(row[0].start, row[-1].end)
        outer = [root for root in found if parse.heads[root] not in inside]
        if len(outer) == 1 and parse.deps[outer[0]] not in _INNER:
            mended = mended or copy_parse(parse)
            _join(mended, row, begins, found, outer[0])
    if mended is None:
        return None
    mended.rehang()
    return mended


def _hangs_by_mistake(parse: Parse, root: int) -> bool:
    """Whether a name is taken for a part of the next one: in "A and Ruritania's B" A owns nothing."""
    owner = parse.deps[root] == "poss" and parse.words[root + 1] not in _GENITIVES
    return owner or parse.deps[root] in _INNER


def _find_owner(tokens: Tokens, names: Sequence[Name], name: Name) -> int:
    """Where the land before a name and its "'s" begin: "[Ruritania's] Norvik Air"; else the name itself."""
    if name.start < 2 or tokens.words[name.start - 1] not in _GENITIVES:
        return name.start
    owners = (n for n in names if n.end == name.start - 1 and n.type == "Country")
    return min((n.start for n in owners), default=name.start)


def _find_rows(tokens: Tokens, names: Sequence[Name]) -> list[list[Name]]:
    """Names side by side with nothing but "and" or a comma between; the longest at each place.

    The land of a firm is no member by itself: "Norvik Air and Ruritania's Zenda Wings".
    """
    rows: list[list[Name]] = []
    owners = {n.end for n in names if n.type == "Country"}
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        owned = tokens.words[name.end : name.end + 1]
        if name.end in owners and owned and owned[0] in _GENITIVES:
            continue
        if rows and name.end <= rows[-1][-1].end:
            continue  # inside a longer one
        before = rows[-1] if rows else []
        start = _find_owner(tokens, names, name)
        between = tokens.lower[before[-1].end : start] if before else []
        joined = 0 < len(between) <= 2 and _JOINING.issuperset(between)
        lands = bool(before) and before[-1].type == "Country" and start < name.start
        named = name.kind is MentionKind.NAME and not lands  # "Peru and Chile's Norvik Air"
        if joined and named and before[-1].kind is MentionKind.NAME:
            before.append(name)
        else:
            rows.append([name])
    return [row for row in rows if len(row) > 1 and _is_closed(tokens, names, row)]


def _is_closed(tokens: Tokens, names: Sequence[Name], row: Sequence[Name]) -> bool:
    """Whether an "and" stands before the last: "Zenda, Ruritania" is a place within another."""
    last = tokens.lower[_find_owner(tokens, names, row[-1]) - 1]
    return last in {"and", "&", "or"}


def _find_root(parse: Parse, name: Name) -> int | None:
    """The last token of a name, where it heads the others."""
    heading = (
        parse.tags[name.end - 1][0] == "N" or name.called
    )  # "the [Northern] and Tarn Provinces"
    return name.end - 1 if heading and name.start < name.end else None


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


def _join(
    parse: Parse, row: Sequence[Name], begins: Sequence[int], roots: Sequence[int], outer: int
) -> None:
    """Makes the first name what the row was, and each other one a conjunct of that before it."""
    dep, head = parse.deps[outer], parse.heads[outer]
    for n, (name, root) in enumerate(zip(row, roots, strict=True)):
        for k in range(name.start, root):
            if not name.start <= parse.heads[k] < name.end:
                parse.deps[k], parse.heads[k] = "compound", root
        if n:
            parse.deps[root], parse.heads[root] = "conj", roots[n - 1]
            for k in range(row[n - 1].end, begins[n]):
                parse.heads[k] = roots[n - 1]
            if begins[n] < name.start:
                owner = name.start - 2
                parse.deps[owner], parse.heads[owner] = "poss", root
    first = roots[0]
    parse.deps[first], parse.heads[first] = dep, (first if head == outer else head)
    for k, above in enumerate(parse.heads):
        if above == outer and k < row[0].start and outer != first:
            parse.heads[k] = first  # "the", "both"
