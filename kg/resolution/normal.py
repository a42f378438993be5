"""Normal forms of names: what may differ while the name is the same."""

import re
import unicodedata

from kg.lexicon import load_lexicon

_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_POSSESSIVE = re.compile(r"(?:'s|')$")
_NOT_WORD = re.compile(r"[^\w&+%]+")
_YEAR = re.compile(r"^(?:19|20)\d\d\s+")


def normalize_name(name: str, family: str) -> str:
    """The form under which names of one family are compared.

    Case, accents, punctuation, article and possessive do not count; nor do a company's legal suffix
    and "Group", nor the year before an event's name.
    """
    folded = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    text = "".join(c for c in folded if not unicodedata.combining(c)).strip()
    text = _POSSESSIVE.sub("", _ARTICLE.sub("", text))
    words = _NOT_WORD.sub(" ", text.replace("'", "").replace(".", "")).split()
    if family == "organization":
        suffixes = {s.replace(".", "") for s in load_lexicon("names").get("company_suffixes")}
        while len(words) > 1 and (words[-1] in suffixes or words[-1] == "group"):
            words.pop()
    return " ".join(words) or text
