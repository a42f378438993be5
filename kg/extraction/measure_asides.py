"""What is told of a measure between commas or dashes before its value: "kept its rate, the highest in years, at 9%"."""

from kg.model.parse import Parse

_MARKS = frozenset([",", "–", "—"])
_LEADING = frozenset(["at", "to"])
_LONG = 20  # tokens of such an aside


def skip_aside(noun: int, parse: Parse) -> int:
    """The token behind a noun, or behind the aside that follows it where "at" or "to" goes on there."""
    after = noun + 1
    end = parse.sentences[parse.sentence_of[noun]][1]
    mark = parse.words[after] if after < end else ""
    if mark not in _MARKS:
        return after
    for token in range(after + 2, min(after + _LONG, end - 1)):
        if parse.words[token] == mark and parse.words[token + 1].lower() in _LEADING:
            return token + 1
    return after
