"""Bodies by letters or a short name that nothing beside them explains: "the FTC sued", "Ofgem said"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("bare_names").get_mapping("kinds")
_SURE = 8.0  # surer than what stands beside it: firms have chiefs as well


class BareLetterReader:
    """Votes for what such a name is wherever the text does not spell it out itself; holds no state."""

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the vote for the name in tokens start to end."""
        text = tokens.slice(start, end).replace("’", "'")
        kind = _NAMES.get(text)
        if kind is not None and not tokens.bracketed.get(text):
            found[kind] += _SURE


def is_bare_body(tokens: Tokens, i: int) -> bool:
    """ "WHO chief Jane Doe": whether a word is such a name, whatever else it spells where a sentence opens."""
    return tokens.words[i] in _NAMES
