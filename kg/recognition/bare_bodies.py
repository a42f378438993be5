"""Bodies of states that are named without a place where their country is plain: "the Navy", "House Republicans"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens


class BareBodies:
    """Knows their names, and tells chambers of common words by what stands beside them; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.names = names.get("bare_bodies")
        self.papers = names.get("treasury_papers")
        self.chambers = names.get("chambers")
        self.following = names.get("beside_chambers")

    def is_one(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether tokens start to end are such a name, no building and no firm."""
        text = tokens.slice(start, end).lower().replace("’", "'")
        if text in self.names:
            return text != "treasury" or tokens.lower_at(end) not in self.papers
        headline = tokens.words[start].isupper()
        return text in self.chambers and not headline and tokens.lower_at(end) in self.following
