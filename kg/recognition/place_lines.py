"""Lines of a list that tell where something is: "Norvik Works, Zenda, Ruritania" with no verb beside it."""

from kg.model.parse import FINITE
from kg.recognition.tokens import Tokens

_LONGEST = 16  # tokens of such a line


def closes_line(tokens: Tokens, end: int) -> bool:
    """Whether a sentence without a verb ends behind a token."""
    sentence = tokens.parse.sentence_of[end - 1]
    first, last = tokens.parse.sentences[sentence]
    last -= tokens.words[last - 1] == "."
    verbs = (k for k in range(first, last) if tokens.tags[k] in FINITE and not tokens.capital[k])
    return end >= last and last - first <= _LONGEST and next(verbs, None) is None
