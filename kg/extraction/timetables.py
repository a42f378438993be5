"""The present tense of timetables: "the fair opens on Monday", "a route to Zenda follows in March"."""

from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import Parse

_WORDS = load_lexicon("scope")
_OPENING, _AGAIN = _WORDS.get("timetabled"), _WORDS.get("again_and_again")
_DAYS, _AHEAD = _WORDS.get("named_days"), _WORDS.get("days_ahead")
_AT = frozenset(["on", "in", "from"])
_HOLDING = frozenset(["hold", "host", "stage", "organize", "organise", "convene"])
_OPEN_QUESTIONS = frozenset(["why", "how", "when", "where", "who", "what", "which", "whom"])
_TENSE = frozenset(["VBZ", "VBP"])


def read_timetable(parse: Parse, verb: int) -> Modality:
    """Planned where a verb of beginning in the present tense has a day or month: what began is told in the past."""
    if is_settled(parse, verb):
        return Modality.PLANNED
    if _is_asked(parse, verb):
        return Modality.POSSIBLE
    if parse.tags[verb] not in _TENSE or parse.lemmas[verb] not in _OPENING:
        return Modality.ACTUAL
    below = parse.children[verb]
    if any(parse.words[c].lower() in _AGAIN for c in below):
        return Modality.ACTUAL
    return Modality.PLANNED if any(_is_day(parse, c) for c in below) else Modality.ACTUAL


def _is_asked(parse: Parse, verb: int) -> bool:
    """ "Will Norvik [buy] Hentz?", "Has it [sold] the mill?": asked, and told by nobody."""
    first, last = parse.sentences[parse.sentence_of[verb]]
    if "?" not in parse.words[last - 2 : last] or parse.deps[verb] != "ROOT":
        return False
    helping = [c for c in parse.children[verb] if parse.deps[c] in {"aux", "auxpass"}]
    subjects = [c for c in parse.children[verb] if parse.deps[c] in {"nsubj", "nsubjpass"}]
    turned = bool(helping and subjects) and helping[0] < subjects[0]
    return turned and parse.words[first].lower() not in _OPEN_QUESTIONS  # "Why has it sold Y?"


def is_settled(parse: Parse, verb: int) -> bool:
    """ "Urged firms to come to the fair, [to be held] in May": set, whatever is wished of those who come."""
    apart = [*parse.words[max(verb - 3, 0) : verb]] == [",", "to", "be"]
    return apart and parse.lemmas[verb] in _HOLDING


def _is_day(parse: Parse, token: int) -> bool:
    """ "on Monday", "in early March", "next week", "tomorrow"; not "on Mondays", "in March 2019", "every May"."""
    if parse.deps[token] == "prep" and parse.words[token].lower() in _AT:
        return any(_is_day(parse, c) for c in parse.children[token] if parse.deps[c] == "pobj")
    marks = [parse.words[c].lower() for c in parse.children[token]]
    if any(word in _AGAIN or (word.isdigit() and len(word) == len("2019")) for word in marks):
        return False
    ahead = parse.words[token].lower() in _AHEAD or not _AHEAD.isdisjoint(marks)
    return ahead or parse.words[token] in _DAYS
