"""Capitals that the model takes for names and that name nothing."""

import re
from collections.abc import Iterable, Iterator

from kg.lexicon import load_lexicon
from kg.model.ailments import owns_ailment
from kg.recognition.codes import is_code
from kg.recognition.common_acronyms import is_common_acronym
from kg.recognition.common_terms import is_common_term
from kg.recognition.currency_codes import is_currency, is_zone
from kg.recognition.name import Name
from kg.recognition.no_namesakes import is_namesake
from kg.recognition.no_titles import is_of_title
from kg.recognition.parties_told import tells_party
from kg.recognition.plain_words import is_plain_word
from kg.recognition.sides_named import tells_side
from kg.recognition.symbols import is_symbol
from kg.recognition.tokens import Tokens

_SUFFIXES = load_lexicon("names").get("company_suffixes")
_MEASURES = load_lexicon("measures").get("measure_nouns") - load_lexicon("measures").get(
    "measures_also_names"
)

_STATE_TAILS = frozenset(["owned", "run", "controlled", "backed", "funded", "held", "linked"])
_STATE_FUNDS = frozenset(
    ["budget", "treasury", "revenue", "expenditure", "debt", "coffers", "funds"]
)
_SUMS = frozenset(["total", "overall", "planned", "estimated", "local", "central", "annual"])
_RANK = re.compile(r"(?:no|nr)\.\d+")
_OFFICES = load_lexicon("names").get("plural_offices")
_ACRONYMS = load_lexicon("measures").get("measure_acronyms")
_ORGANS = frozenset(["board", "management", "directors", "shareholders"])
_GRADES = frozenset(["gross", "net", "adjusted", "core", "consolidated", "standalone", "annual"])
_MANY = frozenset(["most", "many", "some", "fellow", "ordinary", "young", "older", "fewer"])
_COUNTING = frozenset(
    "percent cent % majority most many some half third quarter thirds quarters number share proportion".split()  # noqa: SIM905
)
_OWNING = frozenset(["'s", "its", "their", "our"])
_PLAIN = load_lexicon("names").get("plain_acronyms")
_PEOPLE = load_lexicon("names").get("person_nouns")
_PEOPLES = load_lexicon("names").get("peoples_of_places")
_DEGREES = load_lexicon("names").get("degree_words")
_TOPICS = load_lexicon("names").get("topics")
_FAR = 14  # tokens from "Ministry" to the field of a post in it
_ROLES = load_lexicon("names").get("occasion_roles")
_FIELDS = frozenset(["NN", "NNS", "JJ", "VBG"])
_FEW = 6  # tokens from the first field of a firm to what it is
_FIRM_NOUNS = frozenset(
    noun
    for noun, kind in load_lexicon("nominals").get_mapping("nominals").items()
    if kind == "Company"
)


def is_no_name(tokens: Tokens, name: Name) -> bool:
    """A legal form alone ("the carrier LLP"), a heading ("E. Messages"), an index, a measure that opens."""
    words = tokens.lower[name.start : name.end]
    party = tells_side(tokens, name.start, name.end) or tells_party(tokens, name.start, name.end)
    if party or any(tells(tokens, name) for tells in _TELLING):
        return not party  # "the APC senator", "a lawmaker from the APC"
    if " ".join(words) in _ROLES or (len(words) == 1 and _RANK.fullmatch(words[0])):
        return True  # "the Chief Guest and Keynote Speaker"
    if words == ["state"] and tokens.lower_at(name.end) in _STATE_TAILS:
        return True  # "State owned X"
    if words[-1] in _OFFICES and all(tokens.is_common(k) for k in range(name.start, name.end)):
        return True  # "the Permanent Secretaries"
    if len(words) == 1 and _is_plain_noun(tokens, name):
        return True
    if words[-1] in _ACRONYMS and tokens.words[name.end - 1][:2].isupper():
        return _is_measured(tokens, name)
    if name.end - name.start > 2 and tokens.is_shouted(name.start):
        return True  # "TARIFF DEADLINE APPROACHES": a heading
    if any(len(word) > 1 and word.endswith("-") for word in words):
        return True  # "Zenda- Zenda secured": a dateline
    if all(word in _SUFFIXES for word in words):
        return True
    if tokens.words[name.end - 1] == "state" and not all(
        tokens.capital[k] for k in range(name.start, name.end - 1)
    ):
        return True  # "the Gulf oil state of Qatar"
    first, last = tokens.parse.sentences[tokens.parse.sentence_of[name.start]]
    if first == name.start and len(words) == 1 and words[0] in _MEASURES:
        return not _is_told_inside(tokens, tokens.words[name.start])
    whole = first == name.start and name.end == last
    lettered = len(words) > 1 and len(words[0]) == 2 and words[0][1] == "."
    return whole and lettered and all(tokens.is_common(k) for k in range(first + 1, last))


def _is_served_field(tokens: Tokens, name: Name) -> bool:
    """ "Undersecretary of the Ministry of Ports [for Transport]": the field of a post in a body."""
    words = tokens.lower[name.start : name.end]
    body = "ministry" in tokens.lower[max(name.start - _FAR, 0) : name.start - 1]
    led = tokens.lower_at(name.start - 1) == "for" and tokens.capital[name.start - 2]
    return led and body and all(word in _TOPICS or word == "and" for word in words)


def _is_topic_label(tokens: Tokens, name: Name) -> bool:
    """ "PORTS - Norvik Group opened": what a piece of a round-up treats, where a town would stand."""
    first, last = tokens.parse.sentences[tokens.parse.sentence_of[name.start]]
    words = range(name.start, name.end)
    return (
        name.start == first
        and name.end == last - 1
        and tokens.words[name.end] in {"-", "–", "—", "--", ":"}
        and all(tokens.words[k].isupper() for k in words)
        and all(tokens.is_common_word(tokens.lower[k]) for k in words)
    )


def drop_unnamed(tokens: Tokens, names: Iterable[Name]) -> Iterator[Name]:
    """The names without those that stand for something else: figures of speech, fields of study, plain terms."""
    for name in names:
        if not any(tells(tokens, name) for tells in _UNNAMED):
            yield name


def _is_party_letter(tokens: Tokens, name: Name) -> bool:
    """ "Sen. X (D., Conn.)": the letter of a party before a state."""
    lone = name.end - name.start == 1 and tokens.lower[name.start] in {"d.", "r.", "i.", "d", "r"}
    return lone and tokens.lower_at(name.start - 1) == "(" and tokens.lower_at(name.end) == ","


def _is_people(tokens: Tokens, name: Name) -> bool:
    """ "New Yorkers run a school": who lives somewhere is no firm."""
    return name.known_as is None and " ".join(tokens.lower[name.start : name.end]) in _PEOPLES


def _is_ailment(tokens: Tokens, name: Name) -> bool:
    """ "Alzheimer's disease": whoever it is called after is not told of."""
    return owns_ailment(tokens.words, name.start, name.end)


def _is_of_state(tokens: Tokens, name: Name) -> bool:
    """ "Total State | budget revenue": the state's, of whichever land."""
    words = tokens.lower[name.start : name.end]
    told = words[-1] == "state" and tokens.lower_at(name.end) in _STATE_FUNDS
    return told and all(word in _SUMS for word in words[:-1])


def _is_opposed(tokens: Tokens, name: Name) -> bool:
    """ "the anti-Zarvo commander", "a pro-Zarvo rally": whose commander and rally that is, is not told."""
    side = name.start - 2
    beside = tokens.lower_at(side) in {"anti", "pro"} and tokens.lower_at(side + 1) == "-"
    return beside and name.type in {"Organization", "Company", "Association"}


def _is_studied(tokens: Tokens, name: Name) -> bool:
    """ "a PhD in Applied Management and Decision Sciences", "a Bachelor of Science": what a degree is in."""
    link = tokens.lower_at(name.start - 1)
    if link not in {"in", "of"} or name.known_as is not None:
        return False
    k = name.start - 2
    if (
        tokens.lower_at(k) in {"science", "sciences", "arts", "laws", "engineering"}
        and link == "in"
    ):
        k -= 2 * (tokens.lower_at(k - 1) == "of")  # "a Bachelor of Science in Applied Physics"
    k -= tokens.lower_at(k) in {"'s", "’s"}
    words = range(name.start, name.end)
    return tokens.lower_at(k) in _DEGREES and all(
        tokens.is_common(w) or tokens.lower[w] in {"and", "&"} for w in words
    )


def _is_figurative(tokens: Tokens, name: Name) -> bool:
    """ "the Mecca of chess players": a town that another thing is called."""
    before, after = tokens.lower_at(name.start - 1), tokens.lower_at(name.end)
    headed = name.origin == "head noun"  # "the Tarn Municipality of Ruritania"
    return name.type == "City" and not headed and before in {"the", "a"} and after == "of"


def _is_plain_noun(tokens: Tokens, name: Name) -> bool:
    """ "The Board named X": an organ of whoever is told of; "its GPU", "an Internet Entrepreneur"."""
    word = tokens.lower[name.start]
    organ = word in _ORGANS and name.known_as is None
    return organ or word in _PLAIN or _is_calling(tokens, name)


def _is_calling(tokens: Tokens, name: Name) -> bool:
    """ "is an Entrepreneur", "a Sales Consultant": what somebody is; "Anna Singer" has it for a name."""
    before = name.start - 1
    before -= tokens.capital[before : before + 1] == [True]
    return tokens.lower[name.start] in _PEOPLE and tokens.lower_at(before) in {"a", "an"}


def _is_index(tokens: Tokens, name: Name) -> bool:
    """ "the Norvik 100 stock index": a measure and no thing."""
    if tokens.lower[name.end - 1] == "index":
        return True  # "the Norvik Freight Index"
    k = name.end + tokens.lower_at(name.end).isdigit()
    k += tokens.lower_at(k) in {"stock", "share", "benchmark", "composite", "price"}
    return tokens.lower_at(k) in {"index", "indices"} and not tokens.capital[k]


def _is_inhabitants(tokens: Tokens, name: Name) -> bool:
    """ "40 percent of Ontarians", "most Albertans": people called after where they live."""
    start, word = name.start, tokens.lower[name.start]
    if name.end - start > 1 or not word.endswith("ans") or name.known_as is not None:
        return False
    before = tokens.lower_at(start - 1)
    if before == "of":
        return tokens.lower_at(start - 2) in _COUNTING
    return before in _MANY


def _is_measured(tokens: Tokens, name: Name) -> bool:
    """ "its gross NPA ratio", "Gross NPA rose", "the bank's NIM fell to 3%": what is measured."""
    words, before = tokens.lower[name.start : name.end], tokens.lower_at(name.start - 1)
    first = name.start == tokens.parse.sentences[tokens.parse.sentence_of[name.start]][0]
    graded = all(word in _GRADES for word in words[:-1])
    told = len(words) > 1 or first or before in _GRADES or before in _OWNING
    return graded and (told or tokens.lower_at(name.end) in _MEASURES)


def _is_told_inside(tokens: Tokens, word: str) -> bool:
    """Whether a capitalised word stands within a sentence, too: "Attendance rose" does not make it a name."""
    starts = {first for first, _ in tokens.parse.sentences}
    return any(w == word and k not in starts for k, w in enumerate(tokens.words))


def _opens_fields(tokens: Tokens, name: Name) -> bool:
    """ "Truckload and logistics provider X": the first of the fields of a firm, with the capital of the sentence."""
    first = tokens.parse.sentences[tokens.parse.sentence_of[name.start]][0]
    if name.end - name.start > 1 or name.start != first or name.known_as is not None:
        return False
    if tokens.lower_at(name.end) not in {"and", ","}:
        return False
    if _FIELDS.isdisjoint(tokens.tags[name.end + 1 : name.end + 2]):
        return False
    for k in range(name.end + 1, min(name.end + _FEW, tokens.size - 1)):
        if tokens.capital[k]:
            return False
        if tokens.lower[k] in _FIRM_NOUNS:
            return tokens.capital[k + 1]
    return False


_TELLING = (
    _opens_fields,
    _is_served_field,
    is_of_title,
    _is_topic_label,
    _is_index,
    _is_inhabitants,
    is_symbol,
    is_common_acronym,
    is_currency,
    is_zone,
    is_code,
    is_plain_word,
    is_namesake,
)
_UNNAMED = (
    _is_figurative,
    _is_opposed,
    _is_studied,
    _is_of_state,
    is_common_term,
    _is_ailment,
    _is_people,
    _is_party_letter,
)
