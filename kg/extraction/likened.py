"""Of whom an opening phrase tells what they are: "As a member of the bloc, X", "Like other suppliers of Y, X".

Read by the words: the parser often takes the name behind the comma for an apposition within the phrase.
"""

from collections.abc import Container

from kg.model.parse import Parse

_ARTICLES = frozenset(["a", "an", "the", "one"])
_ALIKE, _SAME = frozenset(["like", "unlike"]), frozenset(["other", "most", "many", "fellow", "all"])
_SET_OFF = frozenset([",", "and", "but", '"', "“", "”", ";", ":"])
_BEFORE = 6  # tokens of "As one of the largest"
_BEHIND = 12  # tokens from the noun to the comma
_CAPITALS = frozenset(["NNP", "NNPS"])
_DOING = frozenset(["VBZ", "VBD", "VBP", "MD", ","])


def find_likened(parse: Parse, noun: int) -> int | None:
    """The end of the name behind the comma that an opening phrase with this noun leads to, if there is one."""
    start = parse.sentences[parse.sentence_of[noun]][0]
    if parse.tags[noun] not in {"NN", "NNS"} or not _is_led(parse, noun, start):
        return None
    end = parse.sentences[parse.sentence_of[noun]][1]
    reach = range(noun + 1, min(noun + _BEHIND, end))
    comma = next((k for k in reach if parse.words[k] == ","), None)
    if comma is None or parse.words[noun + 1] not in {"of", "to", "in", "with", ","}:
        return None
    if any(parse.tags[k][:2] == "VB" for k in range(noun, comma)):
        return None
    k = comma + 1 + (parse.words[comma + 1].lower() == "the")
    first = k
    while k < end and (parse.tags[k] in _CAPITALS or (k > first and parse.words[k] == "&")):
        k += 1
    return k - 1 if k > first and k < end and parse.tags[k] in _DOING else None


def find_cue(parse: Parse, noun: int, cues: Container[str]) -> list[int]:
    """ "X and its shareholders, [including] Y": right behind the noun, and hung on what it is joined to."""
    k = noun + 1 + (parse.words[noun + 1 : noun + 2] == [","])
    if parse.deps[noun] != "conj" or k >= len(parse.words) or parse.lemmas[k] not in cues:
        return []
    return [k] if parse.deps[k] == "prep" and parse.heads[k] == parse.heads[noun] else []


def _is_led(parse: Parse, noun: int, start: int) -> bool:
    """Whether "as a" or "like other" opens the clause before a noun and what describes it."""
    lower = [w.lower() for w in parse.words[max(noun - _BEFORE, start) : noun]]
    for back, word in enumerate(reversed(lower), 1):
        link, rest = noun - back, lower[len(lower) - back + 1 :]
        if word == "as":
            led = not _ARTICLES.isdisjoint(rest[:1])
        elif word in _ALIKE:
            led = not _SAME.isdisjoint(rest)
        else:
            continue
        return led and (link == start or parse.words[link - 1] in _SET_OFF)
    return False
