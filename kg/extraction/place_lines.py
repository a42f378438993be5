"""Lines of a list in which nothing but names stands: "Norvik Works, Zenda, Ruritania"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.mention import MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_LONGEST = 16  # tokens of such a line
_BETWEEN = frozenset(["of", "in", "at", "near", "the", "and"])


def stands_in_line(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a sentence is a paragraph of its own, made up of names and what joins them."""
    parse = arguments.parse
    sentence = parse.sentence_of[token]
    paragraphs = arguments.recognized.paragraph_of
    beside = (
        *paragraphs[max(sentence - 1, 0) : sentence],
        *paragraphs[sentence + 1 : sentence + 2],
    )
    first, last = parse.sentences[sentence]
    if paragraphs[sentence] in beside or last - first > _LONGEST:
        return False
    return all(
        not any(c.isalnum() for c in parse.words[k])
        or parse.words[k].lower() in _BETWEEN
        or any(m.kind is MentionKind.NAME for m in arguments.by_token.get(k, ()))
        for k in range(first, last)
    )
