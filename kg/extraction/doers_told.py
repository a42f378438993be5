"""Who of a land a figure is told of: "Kenyan [banks] posted a 12 percent rise in profit" is not Kenya's profit."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_WORDS = load_lexicon("measures")
_DOERS = _WORDS.get("sector_nouns") | _WORDS.get("doer_nouns")
_STATE = _WORDS.get("state_doers")
_MEASURES = _WORDS.get("measure_nouns")
_ENDINGS = ("er", "or", "ist")  # "miners", "exporters", "investors"
_LANDS = ("Place",)
_LAND_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_KINDS = frozenset(["NN", "JJ", "NNP", "HYPH", "VBG", "VBN"])


def is_doer(lemma: str) -> bool:
    """Whether a noun tells people or firms that do something."""
    known = lemma in _DOERS or lemma.endswith(_ENDINGS)
    return known and lemma not in _MEASURES and lemma not in _STATE


def find_doers(verb: int, owner: Mention, arguments: ArgumentFinder) -> str:
    """ "private banks" of "Kenya's private banks lent", where the figure is told to be Kenya's; "" elsewhere."""
    parse = arguments.parse
    told = arguments.ranges.get(owner)  # none of a place within a name
    if told is None or owner.kind not in _LAND_KINDS or not arguments.fits(owner, _LANDS):
        return ""
    for subject in parse.list_subjects(verb, passive=False):
        first = told[1]
        first += parse.words[first : first + 1] in (["'s"], ["’s"], ["'"], ["’"])
        near = first <= subject and all(t in _KINDS for t in parse.tags[first:subject])
        if near and parse.tags[subject] == "NNS" and is_doer(parse.lemmas[subject]):
            return arguments.slice(first, subject + 1).replace("\n", " ")
    return ""
