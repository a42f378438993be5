"""Acronyms that a document declares: common nouns are no names, and the document goes before the gazetteer."""

from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.recognition.acronyms import is_acronym, is_syllabic, read_initials
from kg.recognition.aliases import Alias
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_HEADS = load_lexicon("names").get_mapping("heads")
_BODIES = frozenset(["Association", "GovernmentBody", "ResearchBody", "IntergovernmentalBody"])
_HAVING = _BODIES | {"Company", "Organization"}
_LEAST = 3  # letters of an acronym, words of its name
_DEFINITE = frozenset(["the", "'s", "its", "their"])
_LONGEST = 9  # words of a body before its brackets


def free_declared(names: list[Mention], declared: list[Alias]) -> list[Mention]:
    """The names; an acronym declared for another thing is not the known one: "Zenda Port Line (ZPL)"."""
    freed = {
        names[alias.index].text: names[alias.target].type
        for alias in declared
        if names[alias.index].known_as
        and names[alias.index].known_as != names[alias.target].known_as
        and _spells(names[alias.index].text, names[alias.target].text)
    }
    freed |= _list_spelt(names)
    return [
        replace(m, known_as=None, choice=None, type=freed[m.text])
        if m.text in freed and m.known_as
        else m
        for m in names
    ]


def _list_spelt(names: list[Mention]) -> dict[str, str]:
    """Known acronyms that no brackets declare, of a body told before by a name of these initials → its type.

    "The Zenda Reserve Bank … the ZRB": not the known ZRB, unless that is told in full as well.
    """
    known = {m.text: m for m in reversed(names) if m.known_as and _may_be_another(m)}
    if not known:
        return {}
    told = {m.known_as for m in names if " " in m.text}
    spelt: dict[str, str] = {}
    for full in names:
        parts = full.text.count(" ") + 1
        short = known.get(read_initials(full.text)) if parts >= _LEAST else None
        if short is None or full.known_as == short.known_as or short.known_as in told:
            continue
        if full.type in _HAVING and full.span.start < short.span.start:
            spelt.setdefault(short.text, full.type)
    return spelt


def _may_be_another(mention: Mention) -> bool:
    """Whether a known name is an acronym that others may go by; a country's stays the country's."""
    return (
        mention.text.isupper()
        and mention.text.isalpha()
        and len(mention.text) >= _LEAST
        and mention.type in _HAVING
    )


def _spells(acronym: str, full: str) -> bool:
    """Whether the capitals of the full name are the acronym, or its words begin so: "TAnzania-ZAmbia RAilway"."""
    if not acronym.isupper():
        return False
    capitals = "".join(c for c in full if c.isupper())
    return capitals == acronym or is_syllabic(acronym, full)


def _is_spelled_before(tokens: Tokens, bracket: int, acronym: str) -> bool:
    """ "mobility-as-a-service (MaaS)": whether the words before a bracket begin with its letters."""
    first = tokens.parse.sentences[tokens.parse.sentence_of[bracket]][0]
    words = " ".join(tokens.lower[max(first, bracket - 2 * len(acronym)) : bracket])
    letters = acronym.rstrip("s").upper()
    return is_acronym(acronym) and any(
        read_initials(words, small=small).endswith(letters) for small in (True, False)
    )


def _is_otherwise_called(tokens: Tokens, k: int, acronym: str) -> bool:
    """ "iron phosphate, or LFP,": common nouns that letters behind "or" stand for."""
    behind = tokens.lower[k - 1 : k + 1] == [",", "or"] and not tokens.capital[k - 2]
    closed = tokens.lower_at(k + 2) in {",", "."} and len(acronym) > 2
    last = acronym.rstrip("s")[-1:].lower() == tokens.lower[k - 2][:1]
    noun = tokens.tags[k - 2] in {"NN", "NNS"} and tokens.tags[k - 3][:1] in {"N", "J", "H"}
    return behind and closed and last and noun and acronym.rstrip("s").isupper()


def _is_within(acronym: str, word: str) -> bool:
    """Whether one word is shortened: "photovoltaic (PV)"."""
    rest = iter(word)
    return acronym[:1].lower() == word[:1] and all(c in rest for c in acronym.lower())


def _read_body(tokens: Tokens, bracket: int) -> str:
    """ "the national banking association (NBA)": the type of a body that goes by an acronym alone; "" for no body."""
    kind = _HEADS.get(tokens.lower[bracket - 1], "")
    if kind not in _BODIES:
        return ""
    first = tokens.parse.sentences[tokens.parse.sentence_of[bracket]][0]
    for k in range(bracket - 2, max(first, bracket - _LONGEST) - 1, -1):
        if tokens.lower[k] in _DEFINITE:
            return kind
        if tokens.tags[k][:2] in {"VB", "DT", "WD"} or tokens.words[k] in {",", ";", ":"}:
            return ""
    return ""


def drop_nominal_acronyms(
    tokens: Tokens, names: list[Mention], spans: list[Name], declared: list[Alias]
) -> tuple[list[Mention], list[Name], list[Alias]]:
    """Acronyms declared for common nouns, "new-energy vehicles (NEVs)", are no names anywhere."""
    declared_names = {alias.index for alias in declared}
    dropped: set[str] = set()
    for n, (mention, span) in enumerate(zip(names, spans, strict=True)):
        k = span.start - 1
        if n in declared_names or k < 1:
            continue
        if _is_otherwise_called(tokens, k, mention.text):
            dropped |= {mention.text, mention.text.rstrip("s")}
        if tokens.words[k] != "(" or tokens.words[span.end :][:1] != [")"]:
            continue
        owned = tokens.tags[k - 1] == "POS" and tokens.capital[k - 2]  # "Services' (VTS)"
        if tokens.capital[k - 1] or owned:
            continue
        if (body := _read_body(tokens, k)) and mention.text.isupper():
            names[n], spans[n] = replace(mention, type=body), replace(span, type=body)
            continue
        acronym = mention.text.isupper() or mention.text.rstrip("s").isupper()
        noun = tokens.tags[k - 1].startswith("NN") or _is_within(mention.text, tokens.lower[k - 1])
        if (acronym and noun) or _is_spelled_before(tokens, k, mention.text):
            dropped |= {mention.text, mention.text.rstrip("s")}
    if not dropped:
        return names, spans, declared
    kept = [n for n, mention in enumerate(names) if mention.text not in dropped]
    renumbered = {old: new for new, old in enumerate(kept)}
    return (
        [names[n] for n in kept],
        [spans[n] for n in kept],
        [
            replace(a, index=renumbered[a.index], target=renumbered[a.target])
            for a in declared
            if a.index in renumbered and a.target in renumbered
        ],
    )
