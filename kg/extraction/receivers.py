"""Who is given something, told without a preposition: "sold [the city] 40 trams", "will ship [it] 1.5 bcm of gas"."""

import re

from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_GIVING = load_lexicon("scope").get("receiving")
_AROUND = frozenset(["about", "around", "some", "nearly", "almost", "over", "up", "at", "more"])
_OPENERS = frozenset(["DT", "PRP$", "CD", "$"])
_NO_ARTICLES = frozenset(["that", "this", "all", "each", "every", "both"])
_PLAIN = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "HYPH", "VBG", "POS"])
_COUNTED = _PLAIN | _OPENERS
_LEADING = _AROUND | {"than", "to", "least", "half"}
_NAMING = frozenset(["NNP", "NNPS"])
_OF_MODEL = re.compile(r"\d|7\d7|500")  # "Norvik 9 rockets", "Tarka 787 jets"
_SCALES = frozenset(["million", "billion", "trillion", "dozen", "hundred", "thousand"])
_LONGEST = 8  # tokens of either


def shift_receiver(parse: Parse, clause: Clause) -> None:
    """Puts who is given something into the slot "to", and what is given alone into that of objects."""
    told = bool(clause.objects and clause.prepositions.get("to"))
    if told or clause.passive or clause.lemma not in _GIVING:
        return
    receiver, end = _find_receiver(clause.token, parse)
    given = _find_given(end, parse) if receiver is not None else None
    if receiver is None or given is None:
        return
    clause.prepositions["to"] = [receiver]
    clause.objects = [given, *(o for o in clause.objects if o > given)]


def _find_receiver(verb: int, parse: Parse) -> tuple[int | None, int]:
    """The head of a pronoun or phrase right behind the verb that another one follows, and where it ends."""
    start = verb + 1
    limit = min(parse.sentences[parse.sentence_of[verb]][1] - 1, start + _LONGEST)
    if start >= limit:
        return None, start
    if parse.tags[start] == "PRP":
        return (start if _opens(start + 1, parse) else None), start + 1
    opened = parse.tags[start] in {"DT", "PRP$"}
    end = start + opened
    while end < limit and (
        parse.tags[end] in _PLAIN
        or (opened and parse.words[end] == "of" and parse.tags[end + 1] == "NNP")
    ):
        end += 1  # "the city of Zenda"
    of = next((k for k in range(start, end) if parse.words[k] == "of"), end)
    head = of - 1
    named = parse.tags[head] in _NAMING and parse.words[start][:1].isupper()
    noun = parse.tags[head][:2] == "NN" if opened else named
    fits = head >= start and noun and _opens(end, parse) and not _is_model(end, parse)
    return (head if fits else None), end


def _opens(position: int, parse: Parse) -> bool:
    """Whether a second phrase begins here, by an article, an owner or a number."""
    word, tag = parse.words[position].lower(), parse.tags[position]
    if word in _AROUND:
        return "CD" in parse.tags[position + 1 : position + 3]
    return word == "half" or (tag in _OPENERS and word not in _NO_ARTICLES)


def _is_model(number: int, parse: Parse) -> bool:
    """Whether a number belongs to the name before it."""
    scaled = _SCALES.intersection(parse.words[number + 1 : number + 2])
    return not scaled and bool(_OF_MODEL.fullmatch(parse.words[number]))


def _find_given(start: int, parse: Parse) -> int | None:
    """The head of the phrase that begins at `start`; None where a verb or nothing follows."""
    limit = min(parse.sentences[parse.sentence_of[start]][1], start + _LONGEST)
    end = start
    while end < limit and (parse.tags[end] in _COUNTED or parse.words[end].lower() in _LEADING):
        end += 1
    return end - 1 if end > start and parse.tags[end - 1][:2] == "NN" else None
