"""Names that are whole with their legal form: "Tarka India Ltd" is not short for "Tarka India Services Ltd"."""

from collections.abc import Collection, Sequence


def is_other_firm(short: Sequence[str], full: Sequence[str], generic: Collection[str]) -> bool:
    """Whether a name that ends in a form tells another firm than one that says more right before the form."""
    stem = len(short) - 1
    more = full[stem:-1]
    return list(full[:stem]) == list(short[:stem]) and any(
        word.rstrip(".") not in generic for word in more
    )
