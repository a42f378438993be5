"""Which of several firms that begin with a word it stands for: "Tarka" is Tarka Steel, not its unit Tarka Power."""

from collections import Counter
from collections.abc import Sequence

from kg.model.mention import Mention

MAIN = 0.1  # by how much the firm that a text is about goes before others that begin alike


def find_main(short: Mention, names: Sequence[Mention]) -> str:
    """The firm that is told most of those that begin with a lone word; "" where none stands out."""
    if short.type != "Company" or " " in short.text:
        return ""
    begins = f"{short.text} "
    told = Counter(m.text for m in names if m.type == "Company" and m.text.startswith(begins))
    ranked = told.most_common(2)
    clear = len(ranked) > 1 and ranked[0][1] > ranked[1][1]
    return ranked[0][0] if clear else ""
