"""A text with its headline in the letters that the parser is given: "Creates 300 Jobs" counts jobs."""

from kg.recognition.tokens import Tokens


def write_headline_plainly(tokens: Tokens) -> str:
    """The text as long as before; other letters stand in its first line alone."""
    text, parse = tokens.text, tokens.parse
    end = text.find("\n")
    if end < 0:
        return text
    letters = list(text[:end])
    for word, first, last in zip(parse.words, parse.starts, parse.ends, strict=False):
        if last > end:
            break
        told = text[first:last]
        if told != word and told.lower() == word:
            letters[first:last] = word
    return "".join(letters) + text[end:]
