"""What a sum measures whose goods stand behind "worth of": "the procurement of $2 million worth of machines"."""

from kg.extraction.arguments import ArgumentFinder

_WORTH = "worth"
_REACH = 9  # tokens from "of" to "worth": "of about 1.3 trillion Ruritanian crowns worth"


def name_worth(noun: int, arguments: ArgumentFinder) -> str | None:
    """The goods, or "procurement of" them; None where no "worth of" goods follows the measure."""
    words = arguments.parse.words
    if words[noun].lower() == _WORTH:
        summed = any(m.origin == "money" for m in arguments.by_token.get(noun - 1, ()))
        return _find_goods(noun, arguments) if summed else None
    if words[noun + 1 : noun + 2] != ["of"]:
        return None
    near = range(noun + 2, min(noun + 2 + _REACH, len(words)))
    worth = next((k for k in near if words[k].lower() == _WORTH), None)
    money = worth is not None and any(
        m.origin == "money" for k in range(noun + 2, worth) for m in arguments.by_token.get(k, ())
    )
    goods = _find_goods(worth, arguments) if worth is not None and money else None
    return f"{words[noun]} of {goods}" if goods else None


def _find_goods(worth: int, arguments: ArgumentFinder) -> str | None:
    """ "[raw materials]" behind "worth of"."""
    parse = arguments.parse
    if parse.words[worth + 1 : worth + 2] != ["of"]:
        return None
    below = [c for c in parse.children[worth + 1] if parse.deps[c] == "pobj"]
    text = arguments.phrase_text(below[0]) if below and parse.tags[below[0]][:2] == "NN" else None
    return text or None
