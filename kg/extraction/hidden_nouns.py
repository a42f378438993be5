"""Nouns that the parser hides behind another word: what a bare rank is told to be, and what opens a sentence."""

from kg.model.parse import Parse

_BARE = frozenset(["CD", "JJ", "JJS", "JJR", "DT"])  # "the largest of them, a mill, was built"
_OTHERS = frozenset(["other", "another"])  # "two others, the mill and the dairy, were built"
_VERBS = frozenset(["VBN", "VBG", "VB"])


def find_told(parse: Parse, token: int) -> int:
    """The noun in the aside behind a number, rank or "others" that names nothing; else the token itself."""
    if parse.tags[token] not in _BARE and parse.lemmas[token].lower() not in _OTHERS:
        return token
    asides = (
        c
        for c in parse.children[token]
        if c > token and parse.deps[c] == "appos" and parse.tags[c][0] == "N"
    )
    return next(asides, token)


def find_governor(parse: Parse, verb: int) -> int:
    """What a verb hangs on; of a participle that opens its sentence and hangs on no verb, the sentence's own.

    "Founded in 2018 by A and B, classmates at Zenda University, Norvik has 900 people".
    """
    governor = parse.heads[verb]
    if parse.deps[verb] != "advcl" or parse.tags[governor][:2] == "VB":
        return governor
    first, end = parse.sentences[parse.sentence_of[verb]]
    if verb != first or parse.tags[verb] not in _VERBS:
        return governor
    root = next((k for k in range(first, end) if parse.deps[k] == "ROOT"), governor)
    subjects = parse.list_subjects(root)
    behind = bool(subjects) and "," in parse.words[governor : subjects[0]]
    return root if behind and parse.tags[root][:2] == "VB" else governor
