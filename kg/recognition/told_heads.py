"""Nouns that take up a name by its last word: "the Zenda Press Council … the council", "the Tarn Dam … the Dam"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

TAKEN_UP = frozenset(["GovernmentBody", "Company", "Organization", "Association", "ResearchBody"])
_STATES = frozenset(
    ["kingdom", "sultanate", "emirate", "state", "province", "republic", "county", "municipality"]
)
_POINTING = frozenset(["the", "this"])
_BODIES = frozenset(["GovernmentBody", "Association", "ResearchBody"])
_NAMED = frozenset(["NNP", "NNPS"])
_LINKS = frozenset(["of", "for", "on", "in", "at", "-"])


class ToldHeads:
    """Tells such nouns; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("nominals")
        heads = load_lexicon("names").get_mapping("heads")
        bodies = {word: kind for word, kind in heads.items() if kind in _BODIES and " " not in word}
        self.nominals, apart = lexicon.get_mapping("nominals"), lexicon.get("no_alone_heads")
        self.kinds = bodies | dict.fromkeys(lexicon.get("alone_heads"), "Company")
        self.kinds = {word: kind for word, kind in self.kinds.items() if word not in apart}

    def find_kind(self, tokens: Tokens, i: int) -> str | None:
        """The type of a noun in small letters behind "the" that a name told before ends with."""
        kind = self.kinds.get(tokens.lower[i])
        if kind is None or tokens.tags[i] != "NN" or tokens.lower[i - 1] not in _POINTING:
            return None
        further = tokens.lower_at(i + 1) in _LINKS or tokens.tags[i + 1 : i + 2] in (
            ["NN"],
            ["NNS"],
        )
        return None if further or not heads_name(tokens, i) else kind

    def takes_up(self, tokens: Tokens, i: int) -> bool:
        """Whether a noun in capitals stands for what was told before: "the Ministry", "the Tarn Dam … the Dam"."""
        following = tokens.words[i + 1][:1] if i + 1 < len(tokens.words) else ""
        return (
            tokens.tags[i][:3] == "NNP"
            and i > 0
            and tokens.lower[i - 1] in _POINTING
            and not following.isupper()
            and tokens.lower[i + 1 : i + 2] not in (["of"], ["for"], ["-"])
            and self._is_thing(tokens, i)
        )

    def _is_thing(self, tokens: Tokens, i: int) -> bool:
        """A word for bodies and states, and for works and the like where a name ends with it."""
        kind = self.nominals.get(tokens.lower[i])
        told = kind in TAKEN_UP or tokens.lower[i] in _STATES
        return told or (kind is not None and heads_name(tokens, i))


def heads_name(tokens: Tokens, i: int) -> bool:
    """Whether the word at i stands with a capital behind another capital, or before "of", earlier in the text."""
    word = tokens.lower[i]
    told = (k for k in range(i) if tokens.lower[k] == word and tokens.capital[k])
    return any(
        tokens.tags[k] in _NAMED
        and ((k and tokens.capital[k - 1]) or tokens.lower[k + 1] in {"of", "for"})
        for k in told
    )
