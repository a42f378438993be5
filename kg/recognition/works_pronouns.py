""" "A plant [it] has run in Zenda since 1998": whose works a relative clause without "that" tells of."""

from kg.model.parse import SUBJECTS, Parse
from kg.recognition.works_words import HANDLING

_CLIMBED = 6  # heads from the works up to the verb of the main clause


def find_runner(parse: Parse, token: int) -> int | None:
    """The subject of the clause above, for an "it" that does something with the noun its clause hangs on."""
    verb = parse.heads[token]
    if parse.words[token].lower() != "it" or parse.deps[token] != "nsubj":
        return None
    if parse.deps[verb] != "relcl" or parse.lemmas[verb] not in HANDLING:
        return None
    k = parse.heads[verb]
    if any(parse.deps[c] == "dobj" and c > verb for c in parse.children[verb]):
        return None  # "the year it opened a mill"
    for _ in range(_CLIMBED):
        above = parse.heads[k]
        if above == k:
            break
        k = above
        subjects = [c for c in parse.children[k] if parse.deps[c] in SUBJECTS and c < token]
        if subjects:
            return subjects[-1]
    return None
