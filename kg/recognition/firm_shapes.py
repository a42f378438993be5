"""How names of firms look, and what stands before them: "Tarkatech", "NorvikPort", "chip packager X"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_INNER_CAPITAL = re.compile(r"^(?!Mc|Mac|De|Di|Da|La|Le|Van|Fitz|O)[A-Z][a-z]{2,}[A-Z][a-z]+$")
_AGENTS = ("er", "or")
_LEAST = 4  # letters before an ending that tells a firm


class FirmShapes:
    """Tells firms by the end of their last word, by a capital inside, or by the agent noun before."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.endings = tuple(sorted(names.get("company_endings")))
        self.firsts = names.get("company_firsts")
        self.people = names.get("person_nouns") | names.get("person_agents")

    def is_firm(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the name in tokens start to end looks like a firm's or is told as one."""
        last = tokens.words[end - 1]
        if end - start > 1 and tokens.lower[start] in self.firsts:
            return True  # "Banco Mirador", "Grupo Reyes"
        if _INNER_CAPITAL.match(last) or _INNER_CAPITAL.match(tokens.words[start]):
            return True
        ending = next((e for e in self.endings if last.lower().endswith(e)), "")
        strange = not tokens.is_common(end - 1)
        if ending and strange and len(last) - len(ending) >= _LEAST and last[1:].islower():
            return True
        return self.is_behind_agent(tokens, start)

    def is_behind_agent(self, tokens: Tokens, start: int) -> bool:
        """ "chip packager X", "salmon farmer X" but not "truck driver X": what makes or sells things."""
        k = start - 1
        return (
            k > 0
            and tokens.tags[k] == "NN"
            and not tokens.capital[k]
            and tokens.lower[k].endswith(_AGENTS)
            and tokens.lower[k] not in self.people
            and tokens.tags[k - 1] in {"NN", "NNS"}
            and not tokens.capital[k - 1]
        )


def is_national_firm(tokens: Tokens, start: int, end: int, given: frozenset[str]) -> bool:
    """ "Kazakhstan [Temir Zholy]": strange words behind a country, none of them a first name."""
    strange = not any(tokens.is_common(k) or tokens.words[k].isupper() for k in range(start, end))
    headline = tokens.headline[tokens.parse.sentence_of[start]] or start in tokens.datelines
    return strange and not headline and given.isdisjoint(tokens.lower[start:end])
