"""Items of a column, whose first words are their headline: "Norvik earnings dip: The company posted a loss"."""

from collections.abc import Mapping, Sequence

from kg.model.mention import Mention
from kg.model.parse import Parse

_LONGEST, _LEAST = 9, 3  # tokens of such a headline
_NEAR = 5  # tokens behind its colon that take it up
_ARTICLES = frozenset(["The", "It", "Its"])


def find_headline_start(
    parse: Parse,
    paragraph_of: Sequence[int],
    told: Mapping[int, tuple[Mention, int]],
    token: int,
) -> int | None:
    """Where the paragraph of a token begins, if that takes up what a headline with a colon tells there.

    What somebody says behind their name is about anything: "Doe: The company will grow".
    """
    words = parse.words
    near = range(token, max(token - _NEAR, 1), -1)
    colon = next((k - 1 for k in near if words[k - 1] == ":" and words[k] in _ARTICLES), None)
    if colon is None:
        return None
    paragraph, start = paragraph_of[parse.sentence_of[token]], colon
    while start and colon - start <= _LONGEST:
        if paragraph_of[parse.sentence_of[start - 1]] != paragraph:
            break
        start -= 1
    opening = start == 0 or paragraph_of[parse.sentence_of[start - 1]] != paragraph
    if not opening or not _LEAST <= colon - start <= _LONGEST or not words[start][:1].isupper():
        return None
    speaks = any(k in told and told[k][0].type == "Person" for k in range(start, colon))
    named = sum(word[:1].isupper() for word in words[start:colon]) > 1
    return start if named and not speaks else None
