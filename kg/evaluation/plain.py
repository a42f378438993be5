"""The plain form of a name, in which names are compared."""

import re

_COMPANY_FORM = re.compile(
    r"\b(co|ltd|limited|inc|plc|corp|corporation|llc|pvt|sa|ag|se|gmbh|nv|company)\b\.?"
)


def format_plain(name: str) -> str:
    """A name without case, article, possessive, punctuation and company form."""
    name = name.casefold().replace("’", "'").strip()
    name = re.sub(r"^(the|a|an)\s+", "", name)
    name = re.sub(r"'s?$", "", name)
    name = re.sub(r"[^\w%&+]+", " ", name)
    return re.sub(r"\s+", " ", _COMPANY_FORM.sub(" ", name)).strip() or name.strip()
