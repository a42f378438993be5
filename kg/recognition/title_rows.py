"""Titles in a row that the parser takes for what a body is called: "head of Norvik, [founder] of Tarka and author"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_PERSONS = load_lexicon("names").get("titles_of_persons")
_LINKS = frozenset(["of", "at", "for"])
_TOLD = frozenset(["attr", "appos", "conj", "pobj", "nsubj"])
_ARTICLES = frozenset(["a", "an", "the", "its", "their"])


def mend_title_rows(tokens: Tokens) -> Parse | None:
    """The parse with such titles beside the one before, or None where it has none of them."""
    parse = tokens.parse
    mended: Parse | None = None
    for k, dep in enumerate(parse.deps):
        if dep == "appos" and tokens.lower[k] in _PERSONS:
            title = _find_title(parse, k)
            if title is not None:
                mended = mended or copy_parse(parse)
                mended.heads[k], mended.deps[k] = title, "conj"
    if mended is not None:
        mended.rehang()
    return mended


def _find_title(parse: Parse, k: int) -> int | None:
    """The title before the body that such a word is taken to tell of: "[head] of Norvik, founder"."""
    body = parse.heads[k]
    link = parse.heads[body]
    if parse.tags[body][:3] != "NNP" or parse.deps[body] != "pobj" or body > k:
        return None
    title = parse.heads[link]
    bare = parse.words[k - 1] == "," or parse.tags[k - 1] in {"JJ", "NN", "NNP"}
    described = any(parse.words[c].lower() in _ARTICLES for c in parse.children[k])
    if parse.words[link].lower() not in _LINKS or described or not bare:
        return None
    told = parse.tags[title][:2] == "NN" and parse.deps[title] in _TOLD and title < link
    named = parse.lemmas[title].lower() in _PERSONS or parse.words[title].lower() in _PERSONS
    return title if told and named else None
