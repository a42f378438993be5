"""Capitals of titles, degrees and roles that name nothing: "an [Accredited] Director", "Guest of [Honour]"."""

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.titled_firms import leads_to_firm
from kg.recognition.tokens import Tokens

_TITLES = frozenset(load_lexicon("posts").get_mapping("heads"))
_DEGREES = frozenset(["degree", "degrees", "diploma", "certificate", "certification"])
_SHORT_DEGREES = frozenset(["llb", "llm", "mba", "bsc", "msc", "ba", "ma", "phd", "bcom", "mphil"])
_HONOURS = frozenset(["honour", "honor"])
_SCHEMES = frozenset(  # what heads of governments call after their office
    "yojana yojna abhiyan scheme mission parks park programme program portal fund awards".split()  # noqa: SIM905
)
_RETIRED = frozenset(["retired", "rtd", "retd", "former", "ex"])
_LETTERS = frozenset(["cm", "dcm", "pm", "dpm"])  # titles that firms begin with as well
_FAMILIES = load_lexicon("posts").get("family_names")
_HOUSED = frozenset(["governor", "minister", "president", "premier", "chancellor"])
_ORGANS = frozenset(
    ["commission", "committee", "board", "council", "secretariat", "authority", "agency"]
)
_FIRMS = frozenset(
    head
    for head, kind in load_lexicon("names").get_mapping("heads").items()
    if kind == "Company" and " " not in head
)
_LED_BY_FIRMS = frozenset(["market", "industry", "category", "segment", "price", "cost"])
_TIED = frozenset(["coalition", "trading", "trade", "alliance", "dialogue"])


def is_of_bodies(tokens: Tokens, i: int) -> bool:
    """ "the market [leader]", "the coalition [partner]": what firms, parties and states are to others."""
    before = tokens.lower_at(i - 1)
    if tokens.words[i] == "County" and _is_called(tokens, i - 1):
        return True
    leads = tokens.lower[i] == "leader" and before in _LED_BY_FIRMS
    return leads or (tokens.lower[i] == "partner" and before in _TIED)


def _is_called(tokens: Tokens, k: int) -> bool:
    """ "[Zenda] | County Commissioner X": the county has a name, and its commissioner is none of all counties."""
    return k >= 0 and tokens.capital[k] and tokens.tags[k] == "NNP" and tokens.words[k].isalpha()


def is_of_title(tokens: Tokens, name: Name) -> bool:
    """Whether a lone capital before a title, or behind "Guest of", is no name."""
    words = tokens.lower[name.start : name.end]
    if words[-1] in _DEGREES and (words[0] in _SHORT_DEGREES or tokens.is_common(name.start)):
        return True  # "LLB Degree"
    if words[0] in _HONOURS and tokens.lower_at(name.start - 2) in {"guest", "guests"}:
        return True
    if len(words) > 1:
        return False
    following = tokens.lower_at(name.end)
    if words[0] in _TITLES and (following == "/" or tokens.lower_at(name.start - 1) == "/"):
        return True  # "Director/CEO"
    if words[0] in _RETIRED and tokens.capital[name.end : name.end + 1] == [True]:
        return True  # "Chairman Retired Admiral X"
    article = tokens.lower_at(name.start - 1) in {"a", "an"}
    described = article and words[0].endswith("ed") and tokens.is_common(name.start)
    return described and following in _TITLES and tokens.capital[name.end]


def begins_name(tokens: Tokens, k: int, end: int) -> bool:
    """ "CM Holdings", "PM Tarn Yojana": letters before a run of capitals that ends as the names of firms or schemes do.

    And "Governor House", where one lives and works, but no "Speaker House of Representatives"; "Executive Commission".
    """
    at = end + (tokens.lower_at(end) in _HOUSED)  # behind "Chief"
    house = tokens.lower_at(at) == "house" and all(tokens.capital[k : at + 1])
    if house and tokens.lower[at - 1] in _HOUSED and tokens.lower_at(at + 1) != "of":
        return True
    if tokens.lower[k] in _FAMILIES and tokens.capital[k] and leads_to_firm(tokens, k):
        return True  # "Judge Group", "Bishop Technologies"
    if tokens.lower[k] == "executive" and tokens.lower_at(end) in _ORGANS and end - k == 1:
        return tokens.capital[end] and tokens.lower_at(end + 1) not in _TITLES
    if tokens.lower[k] not in _LETTERS or end - k > 1:
        return False
    while end < len(tokens.words) and tokens.capital[end]:
        end += 1
    return end - k > 1 and tokens.lower[end - 1] in _FIRMS | _SCHEMES
