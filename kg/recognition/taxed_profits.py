"""Profits before or after tax: of "a profit after tax of $3m" the parser hangs the sum on the tax."""

from collections.abc import Sequence

_RESULTS = frozenset(
    ["profit", "profits", "loss", "losses", "income", "earnings", "surplus", "deficit", "margin"]
)
_TAXES = frozenset(["tax", "taxes", "taxation"])
_LINKS = frozenset(["before", "after"])


def hang_sums_on_profits(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Gives the profit what hangs on its tax, and the tax's own place in the clause."""
    for tax in range(2, len(words)):
        if words[tax].lower() not in _TAXES or words[tax - 1].lower() not in _LINKS:
            continue
        noun, link = tax - 2, tax - 1
        if words[noun].lower() not in _RESULTS:
            continue
        if heads[tax] != link:
            _give_place(noun, tax, heads, deps)
        heads[link], deps[link] = noun, "prep"
        heads[tax], deps[tax] = link, "pobj"
        for child in range(tax + 1, len(words)):
            if heads[child] == tax:
                heads[child] = noun


def _give_place(noun: int, tax: int, heads: list[int], deps: list[str]) -> None:
    """ "Profit after [tax] rose": the parser took the tax for the subject, its clause for the profit's."""
    verb = heads[tax]
    if verb == tax:
        return
    if heads[verb] == noun or verb == noun:  # the clause itself hangs on the profit
        heads[verb] = verb if heads[noun] == noun else heads[noun]
        deps[verb] = "ROOT" if heads[noun] == noun else "ccomp"
    heads[noun], deps[noun] = verb, deps[tax]
