"""Who takes orders is a firm: "X received an order to supply", "landed contracts from X", "X's order book"."""

from kg.recognition.tokens import Tokens

_TAKING = frozenset(["receive", "win", "secure", "land", "bag", "book", "clinch", "obtain"])
_ORDERS = frozenset(["order", "contract", "subcontract"])
_GOING_ON = frozenset(["to", "for", "from", "worth", "totalling", "totaling", "covering", "valued"])
_LEADING = frozenset(["from", "with"])
_BETWEEN = frozenset(["DT", "CD", "JJ", "NN", "HYPH", "VBN", "VBG", "$", "RB", "JJR", "NNP"])
_REACH = 8  # tokens from the verb to the order


def takes_orders(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a name in tokens start to end takes an order or gives one; "orders from Jane Doe" are a boss's."""
    if tokens.lower_at(start - 1) in _LEADING and _is_order(tokens, start - 2):
        commands = tokens.lower_at(start - 2) == "orders"  # "received orders from Jane Doe"
        return not commands and _has_taken(tokens, start - 2)
    k = end
    while tokens.lower_at(k) in {"has", "had", "have", "also", "recently"}:
        k += 1
    if tokens.lemma_at(k) not in _TAKING or tokens.tags[k : k + 1] not in (
        ["VBD"],
        ["VBZ"],
        ["VBN"],
    ):
        return False
    for n in range(k + 1, min(k + _REACH, tokens.size)):
        if _is_order(tokens, n):
            return tokens.lower_at(n + 1) in _GOING_ON
        if tokens.tags[n] not in _BETWEEN:
            return False
    return False


def _is_order(tokens: Tokens, k: int) -> bool:
    return k > 0 and tokens.lemma_at(k) in _ORDERS and tokens.tags[k] in {"NN", "NNS"}


def _has_taken(tokens: Tokens, order: int) -> bool:
    """Whether a verb of taking stands before the order: nobody is given "contracts" by a person alone."""
    for k in range(order - 1, max(order - _REACH, -1), -1):
        if tokens.lemma_at(k) in _TAKING and tokens.tags[k][:2] == "VB":
            return True
        if tokens.tags[k] not in _BETWEEN:
            return False
    return False
