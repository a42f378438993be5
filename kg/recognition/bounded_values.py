"""Bounds that the parser takes for what stands there: "shipped [upwards of] 300 tonnes", "[an average of] 3"."""

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_BOUNDS = (
    ("upwards", "of"),
    ("upward", "of"),
    ("in", "excess", "of"),
    ("in", "the", "range", "of"),
    ("in", "a", "range", "of"),
    ("north", "of"),
    ("close", "to"),
    ("an", "average", "of"),
    ("a", "minimum", "of"),
    ("a", "maximum", "of"),
    ("a", "total", "of"),
    ("the", "equivalent", "of"),
    ("an", "equivalent", "of"),
    ("a", "record", "high", "of"),
    ("a", "new", "record", "of"),
    ("an", "all", "-", "time", "high", "of"),
)  # fmt: skip
_ARTICLES, _EXTREMES = frozenset(["a", "an"]), frozenset(["high", "low", "peak"])
_LONGEST = 8  # tokens from the article to what it is an extreme of
_FIRST = frozenset(bound[0] for bound in _BOUNDS)
_VALUES = frozenset(["CD", "$", "#"])
_OBJECTS = frozenset(["dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj", "oprd"])
_CLIMBED = 4
_COST, _NEAR = "cost", 4  # tokens behind it in which its value begins
_PREPOSITIONS = frozenset(["around", "over", "under", "about", "above", "below"])
_ADVERBS = frozenset(["well", "just", "far", "slightly", "a"])


class BoundMender:
    """Lets the value itself be the object, subject or attribute that its bound was taken for."""

    def __init__(self) -> None:
        words = load_lexicon("measures")
        self.moving = words.get("moved_verbs") | words.get("rise_verbs") | words.get("fall_verbs")

    def mend(self, tokens: Tokens) -> Parse | None:
        """The parse with such values in their places, or None where it has none."""
        parse = tokens.parse
        mended: Parse | None = None
        for k, word in enumerate(tokens.lower):
            if word == _COST and _is_misread_cost(parse, k):
                mended = mended or copy_parse(parse)
                _make_verb(mended, k)
            end = _find_end(tokens.lower, k) if word in _FIRST else None
            end = k + 1 if end is None and self._is_loose(parse, k, word) else end
            if end is None or parse.tags[end : end + 1] == [] or parse.tags[end] not in _VALUES:
                continue
            noun = _find_noun(parse, end)
            if noun is None or parse.sentence_of[noun] != parse.sentence_of[k]:
                continue
            mended = mended or copy_parse(parse)
            _place(mended, k, end, noun)
        if mended is not None:
            mended.rehang()
        return mended

    def _is_loose(self, parse: Parse, k: int, word: str) -> bool:
        """ "will create [around] 3,000 jobs": taken for a preposition on a verb that has no object."""
        if word not in _PREPOSITIONS or parse.deps[k] != "prep" or k == 0:
            return False
        verb = parse.heads[k]
        near = verb == k - 1 or (verb == k - 2 and parse.words[k - 1].lower() in _ADVERBS)
        acts = parse.tags[verb][:2] == "VB" and parse.lemmas[verb] not in self.moving
        acts = acts and all(parse.deps[c] != "auxpass" for c in parse.children[verb])
        return (
            near
            and acts
            and not any(parse.deps[c] in _OBJECTS for c in parse.children[verb] if c > k)
        )


def _is_misread_cost(parse: Parse, k: int) -> bool:
    """ "The plant [cost] $300 million", where the sentence has no other verb."""
    first, last = parse.sentences[parse.sentence_of[k]]
    near = parse.tags[k + 1 : min(k + 1 + _NEAR, last)]
    nominal = parse.tags[k] in {"NN", "NNS"} and parse.deps[k] == "ROOT" and k > first
    finite = any(tag in FINITE for tag in parse.tags[first:last])
    return nominal and not finite and not _VALUES.isdisjoint(near)


def _make_verb(parse: Parse, k: int) -> None:
    parse.tags[k], parse.lemmas[k] = "VBD", _COST
    before = [t for t in range(k) if parse.heads[t] == k and parse.tags[t][:2] == "NN"]
    for token in before[-1:]:
        parse.deps[token] = "nsubj"


def _find_end(lower: list[str], k: int) -> int | None:
    for bound in _BOUNDS:
        end = k + len(bound)
        if tuple(lower[k:end]) == bound:
            return end
    return _find_extreme_end(lower, k)


def _find_extreme_end(lower: list[str], k: int) -> int | None:
    """ "[an industry high of] 3", "[a group all-time high of] 3": any words between the article and the extreme."""
    if lower[k] not in _ARTICLES:
        return None
    for end in range(k + 2, min(k + _LONGEST, len(lower) - 1)):
        if lower[end] in _EXTREMES and lower[end + 1] == "of":
            return end + 2
        if not (lower[end].isalpha() or lower[end] == "-"):
            return None
    return None


def _find_noun(parse: Parse, value: int) -> int | None:
    """What the value counts or is: the object of the bound's last word."""
    token, link = value, value - 1
    for _ in range(_CLIMBED):
        if parse.heads[token] == link or parse.heads[token] < link:
            return token
        if parse.heads[token] == token:
            return None
        token = parse.heads[token]
    return None


def _place(parse: Parse, start: int, end: int, noun: int) -> None:
    """Hangs the value where its bound hung, and the bound on it."""
    bound = range(start, end)
    outer = next((t for t in bound if parse.heads[t] == t or parse.heads[t] not in bound), start)
    head, dep = parse.heads[outer], parse.deps[outer]
    if head in range(end, noun + 1) or parse.hangs_on(head, noun):
        return  # the value holds its place already
    measured = _find_measured(parse, start, head) if dep == "prep" else None
    if measured is not None and parse.words[end - 1] == "of":
        for token in range(start, end - 1):
            parse.heads[token], parse.deps[token] = noun, "quantmod"
        parse.heads[end - 1], parse.deps[end - 1] = measured, "prep"
        parse.heads[noun], parse.deps[noun] = end - 1, "pobj"
        return
    if dep not in _OBJECTS:
        dep = (
            "pobj" if parse.tags[head] == "IN" else "attr" if parse.lemmas[head] == "be" else "dobj"
        )
    root = head == outer
    for token in range(start, end):
        parse.heads[token], parse.deps[token] = noun, "quantmod"
    parse.heads[noun], parse.deps[noun] = (noun if root else head), ("ROOT" if root else dep)


def _find_measured(parse: Parse, start: int, head: int) -> int | None:
    """The noun whose value it is: "assets [in excess of] $3 million"; None behind a verb."""
    if parse.tags[head][:2] == "NN" and head < start:
        return head
    before = start - 1
    own = parse.heads[before] == head and parse.deps[before] == "dobj"
    return before if own and parse.tags[before] in {"NN", "NNS"} else None
