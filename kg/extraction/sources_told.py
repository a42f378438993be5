"""Who is named for where news comes from, and is not told of: "more people flew, Norvik Weekly reports"."""

from kg.model.parse import Parse

_TELLING = frozenset(["reports", "writes"])


def is_source(subject: int, parse: Parse) -> bool:
    """Whether a subject and its verb, set off by a comma, close a sentence in the present.

    "Norvik reported" may close what it has of its own to tell: firms report results, papers report news.
    """
    verb, first = parse.heads[subject], min([subject, *parse.children[subject]])
    if verb != subject + 1 or parse.words[verb] not in _TELLING:
        return False
    closes = parse.words[verb + 1 : verb + 2] in (["."], [","], [";"])
    return closes and parse.words[first - 1 : first] == [","]
