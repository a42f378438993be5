"""Pronouns and the group that each is of."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_TAGS = frozenset(["PRP", "PRP$", "WP", "WP$", "WDT", "WRB", "RB"])
_PLACES = frozenset(["there", "here"])


class PronounFinder:
    """Finds them by the lexicon; holds no state between documents."""

    def __init__(self) -> None:
        self.pronouns = dict(load_lexicon("nominals").get_mapping("pronouns"))

    def find(self, tokens: Tokens) -> list[tuple[int, str]]:
        """(token, group) of each pronoun: person, thing, plural, speaker or relative."""
        pronouns = self.pronouns
        return [
            (i, pronouns[word])
            for i, word in enumerate(tokens.lower)
            if word in pronouns and tokens.tags[i] in _TAGS
            if (word in _PLACES) == (tokens.tags[i] == "RB")  # "a mill there", no "there is a mill"
            if not (tokens.words[i] == "HE" and tokens.lower_at(i + 1) == "the")
        ]
