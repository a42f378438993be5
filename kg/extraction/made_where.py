"""Where or by whom wares were made, told right before them: "[Chinese]-made cars", "[Norvik]-built trains"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

MADE = load_lexicon("triggers").get("made_words")
_NAMED = ("NNP", "JJ")


def find_makers(made: int, parse: Parse) -> list[int]:
    """The word before the hyphen of a participle for making; none where it tells only how: "hand-made"."""
    if parse.words[made].lower() not in MADE or parse.words[made - 1 : made] != ["-"]:
        return []
    maker = made - 2
    named = maker >= 0 and parse.words[maker][:1].isupper()
    return [maker] if named and parse.tags[maker].startswith(_NAMED) else []
