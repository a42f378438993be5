"""The word for an office before a title: "the newly created position of [head of exports]"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.extraction.clause import Clause
    from kg.extraction.clausing import ClauseBuilder

_TRIGGERS = load_lexicon("triggers")
_OFFICES = _TRIGGERS.get("office_nouns")
_NAMING = _TRIGGERS.get("office_verbs")
_LEADING = frozenset(["to", "for", "in", "into"])  # not "from the post of", which is left
_DETERMINING = frozenset(["DT", "PRP$"])
_DESCRIBING = frozenset(["JJ", "VBN", "RB", "NN", "HYPH"])
_NAMED = frozenset(["NNP", "NNPS", "-RRB-", ","])
_BEHIND = frozenset(["of", "as"])
_MOST = 4  # words that describe an office: "newly - created full-time"


def skip_office(position: int, arguments: ArgumentFinder) -> int:
    """The token of the title behind "to the new post of", `position` where there is no such word."""
    words, tags = arguments.parse.words, arguments.parse.tags
    limit, k = arguments.limits[position], position
    if words[k] in _LEADING:
        if not _follows_naming(k, arguments):
            return position
        k += 1
    k += k < limit and tags[k] in _DETERMINING
    last = min(k + _MOST, limit - 2)
    while k < last and words[k] not in _OFFICES and tags[k] in _DESCRIBING:
        k += 1
    if k >= limit - 2 or words[k] not in _OFFICES or words[k + 1] not in _BEHIND:
        return position
    k += 2
    return k + (tags[k] in _DETERMINING)


def _follows_naming(k: int, arguments: ArgumentFinder) -> bool:
    """ "appointed X [to] the post of", not "a candidate [for] the post of"."""
    tag = arguments.parse.tags[k - 1]
    return arguments.parse.lemmas[k - 1] in _NAMING or tag in _NAMED


def add_offices(clause: Clause, builder: ClauseBuilder) -> None:
    """Adds the title to "as" that a verb of naming has behind an office: "named her to the post [of head]"."""
    if clause.lemma not in _NAMING or "as" in clause.prepositions:
        return
    parse = builder.parse
    for name in _LEADING:
        for office in clause.prepositions.get(name, ()):
            if parse.lemmas[office] not in _OFFICES:
                continue
            links = [c for c in parse.children[office] if parse.words[c] in _BEHIND]
            tokens = [t for c in links for t in builder.objects_of(c)]
            if tokens:
                clause.prepositions["as"] = tokens
                return
