"""The country that a name ends with: "Norvik Kenya", "Norvik (Kenya) Ltd", "the Support Mission in Kenya"."""

from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_FORMS = load_lexicon("identity").get("legal_forms")
_FRONTS = load_lexicon("names").get("general_fronts")
_COMPASS = load_lexicon("names").get("compass")
_MARKS = ".,()"


def ends_name(inner: Mention, outer: Mention) -> bool:
    """Whether a name is a branch's: its country stands last, behind what is a name without it.

    "Telecom Kenya", "Bank of Kenya" are a country's own; a body that is no firm has "in" before it.
    """
    start = inner.span.start - outer.span.start
    before = outer.text[:start].replace("(", " ").split()
    after = outer.text[start + len(inner.text) :].split()
    if not before or any(w.strip(_MARKS).lower() not in _FORMS for w in after if w.strip(_MARKS)):
        return False
    if outer.type != "Company":
        return before[-1] == "in" and len(before) > 1
    if not before[-1][:1].isupper() or before[-1].lower() in _COMPASS:
        return False  # "Bank of Kenya", "Railways of Western Australia"
    return any(w.lower() not in _FRONTS for w in before)
