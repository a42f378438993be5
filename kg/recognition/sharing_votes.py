"""Which type the votes for a name tell, and what full names tell of their short forms."""

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.rows_of_names import share_families
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_PERSON = 2.0  # votes that tell somebody whose family name may stand alone
_TITLED = 4.0  # votes of a name behind a title, which the model takes for a person's as well
_CALLED = 4.5  # votes that tell a firm as surely
_PLACED = 2.0  # votes that tell a town beside a firm that begins with its name
_TOLD, _AHEAD = 3.0, 1.5  # votes that tell a type surely, and more than for any other
_KEPT = frozenset(["Person", "Association", "ResearchBody", "PoliticalParty"])
_BODIES = _KEPT - {"Person"}
_HONORIFICS = frozenset(["mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr."])
_GIVEN = load_lexicon("given_names").get("given")
_FIRMS = frozenset(load_lexicon("names").get_mapping("heads")) | {"&", "+"}
_FIRM_LIKE = frozenset(["Company", "Association", "ResearchBody", "MediaOutlet"])
_SHORT = 2  # letters of the shortest family name
_PARTICLES = frozenset("al el de da di du la le dr mr ms st jr sr mc ii iv vi".split())  # noqa: SIM905
_SEATED = frozenset(["Airport", "Port", "RailHub", "LandPort", "LogisticsPark", "EconomicZone"])


def choose(votes: dict[str, float]) -> str | None:
    """The type with most votes; the first by name among equals, so that runs agree."""
    best = max(votes.values(), default=0.0)
    return min((k for k, v in votes.items() if v == best), default=None) if best > 0 else None


def is_sure(text: str, kind: str, votes: dict[str, float]) -> bool:
    """Whether that it is a person's name, or that of a body that is no firm, is told by more than its look."""
    rest = max((v for k, v in votes.items() if k != kind), default=0.0)
    if kind == "Person" and not _FIRMS.isdisjoint(text.lower().split()):
        return False  # "King Foods", "T. Velmo & Co"
    if kind == "Company":  # only what is called one: most strange names are taken for firms
        return votes[kind] >= _CALLED and votes[kind] - rest >= _TOLD
    return kind in _KEPT and votes[kind] >= _TOLD and votes[kind] - rest >= _AHEAD


def share_votes(
    votes: dict[str, dict[str, float]], headed: list[str], tokens: Tokens, names: list[Name]
) -> None:
    """Short forms follow the full names of the document: "Xie" of Xie Yuansheng, "Tarka" of Tarka Group."""
    full: dict[str, str] = {}
    whole: dict[str, str] = {}  # beginnings of full names, two words or more
    for name, text in ((n, tokens.slice(n.start, n.end)) for n in names if n.type):
        if " " in text and name.origin == "head noun":
            if name.type not in _SEATED:  # "Zenda Airport" makes Zenda no airport
                full.setdefault(text.split()[0].casefold(), name.type)
            words = text.casefold().split()
            for length in range(2, len(words)):
                whole.setdefault(" ".join(words[:length]), name.type)
    for text, found in votes.items():
        kind = choose(found)
        if " " in text and kind in _FIRM_LIKE:
            full.setdefault(text.split()[0].casefold(), kind)
    _share_more(votes, tokens)
    hubs = {text.removeprefix("Port of ") for text in headed if text.startswith("Port of ")}
    hubs |= {
        text.rsplit(" ", 1)[0] for text in headed if text.endswith((" Port", " Airport", " County"))
    }
    for text in hubs & votes.keys():
        vote(votes[text], "City", 2.0)
    persons = [t for t, v in votes.items() if " " in t and choose(v) == "Person"]
    parts = {part.casefold() for t in persons for part in t.split() if _may_stand_alone(part)}
    families = _find_families(votes, headed)
    share_families(votes)
    for text, found in votes.items():
        first = text.split()[0].casefold()
        if " " not in text and first in parts:
            more = 3.0 if first in families else 0.0
            vote(found, "Person", 2.0 + more)
        told = found.get("City", 0.0) >= 1.0  # "in Zenda", of "Zenda Transport Authority"
        if text.casefold() in whole and not told:
            kind = whole[text.casefold()]
            vote(found, kind, 3.5)
        if " " not in text and first not in parts:
            _share_first(found, full.get(first, ""))


def _may_stand_alone(part: str) -> bool:
    """Whether somebody may be called by a part of a name: no initial, no "de"; "Li" and "Wu" are families'."""
    short = len(part) == _SHORT and part.istitle() and part.isalpha()
    return len(part) > _SHORT or (short and part.lower() not in _PARTICLES)


def _share_first(found: dict[str, float], kind: str) -> None:
    """Votes for what a longer name that begins with the word is: "Tarka" of Tarka Steel.

    Not for a town told as one, "near Tarn" beside the Tarn Assembly Plant; beside firms and their like, which seldom
    share their names with towns, more must tell it.
    """
    town = found.get("City", 0.0)
    rest = max((v for k, v in found.items() if k != "City"), default=0.0)
    placed = town >= (_PLACED if kind in _FIRM_LIKE else 1.0) and town > rest
    if kind and not placed:
        vote(found, kind, 2.0)


def _share_more(votes: dict[str, dict[str, float]], tokens: Tokens) -> None:
    """What names tell of longer ones that have their words."""
    _share_kinds(votes)
    _share_titled(votes, tokens)
    _tell_charities(tokens, votes)
    lines = {tokens.words[k].casefold() for k in tokens.datelines if tokens.words[k].isupper()}
    for text, found in votes.items():
        if text.casefold() in lines and not text.isupper():
            vote(found, "City", _CALLED)  # "TARN — The Tarn City Council met": Tarn is the town


def _share_titled(votes: dict[str, dict[str, float]], tokens: Tokens) -> None:
    """ "Mr Tarno" makes "Tarno Hentz" a person, where no word of it is a firm's or one of the language."""
    titled = {w for k, w in enumerate(tokens.words) if tokens.lower_at(k - 1) in _HONORIFICS}
    for text, found in votes.items():
        words = text.split()
        named = len(words) in {2, 3} and not titled.isdisjoint({words[0], words[-1]})
        plain = any(tokens.is_common_word(w.lower()) or w.lower() in _FIRMS for w in words)
        if named and not plain and found.get("Company", 0.0) < _AHEAD:
            vote(found, "Person", _PERSON)


def _share_kinds(votes: dict[str, dict[str, float]]) -> None:
    """ "Tarna Wales" is of the charity Tarna; the RAV4 is a ware as the "RAV4 Prime" is."""
    kinds = {t: choose(v) for t, v in votes.items()}
    bodies = {t: k for t, k in kinds.items() if k in _BODIES and votes[t][k] >= _TOLD}
    wares = {t.split()[0] for t, k in kinds.items() if " " in t and k == "Product"}
    for text, found in votes.items():
        kind = bodies.get(text.split()[0]) if " " in text else None
        if kind:
            vote(found, kind, _TOLD)
        if text in wares and any(c.isdigit() for c in text):
            vote(found, "Product", _TOLD)


def _find_families(votes: dict[str, dict[str, float]], headed: list[str]) -> set[str]:
    """Family names of people with a known first name or a title, which no firm of the text has in its own."""
    firms = {w.casefold() for t in headed for w in t.split()}
    firms |= {
        w.casefold()
        for t, v in votes.items()
        if " " in t and choose(v) == "Company"
        for w in t.split()
    }
    sure = [t for t, v in votes.items() if choose(v) == "Person" and v["Person"] >= _PERSON]
    persons = [text.casefold().split() for text in sure if " " in text]
    titled = {t.casefold().split()[-1] for t in sure if " " in t and votes[t]["Person"] >= _TITLED}
    return ({words[-1] for words in persons if words[0] in _GIVEN} | titled) - firms


def _tell_charities(tokens: Tokens, votes: dict[str, dict[str, float]]) -> None:
    """ "Youth UK" and "Asthma UK" are charities, "Norvik UK" is a branch: by the common word before the country."""
    for text, found in votes.items():
        words = text.split()
        plain = words[-1] == "UK" and all(tokens.is_common_word(w.lower()) for w in words[:-1])
        if plain and len(words) > 1 and " ".join(words[:-1]) not in votes:
            vote(found, "Association", 2.5)
