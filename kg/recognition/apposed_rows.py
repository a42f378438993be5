"""Which of a row of names an apposition behind the last tells of."""

from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens


def find_last_of_row(nominal: Nominal, governor: int, tokens: Tokens) -> int:
    """ "a deal with A and B, Peru's largest bank": B is, though the parser hangs it on A."""
    parse = tokens.parse
    first = min([nominal.start, *(c for c in parse.children[nominal.head] if c > governor)])
    before = first - 2
    if tokens.words[first - 1] != "," or parse.deps[before] != "conj" or nominal.plural:
        return governor
    head = before
    while parse.deps[head] == "conj" and head > governor:
        head = parse.heads[head]
    return before if head == governor else governor
