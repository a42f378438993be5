"""Missions, operations and craft named with their kind once: "the Zenda mission", then "Zenda"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.lexicon import load_lexicon
from kg.model.mention import TOLD, MentionKind
from kg.model.parse import SUBJECTS
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_UNDERTAKINGS = frozenset(["mission", "spaceflight"])
_CRAFT = (
    load_lexicon("triggers").get("spacecraft") - _UNDERTAKINGS - {"shuttle", "capsule", "payload"}
)
_OPERATION = "operation"
_STRANGE = frozenset(
    ["Company", "Organization", "Person", "City", "Product", "Event", "Association"]
)
_DEEDS = load_lexicon("names").get("speech_verbs") | {
    "plan",
    "sell",
    "buy",
    "own",
    "hire",
    "invest",
}
_DRUGS = frozenset(
    [
        "drug",
        "drugs",
        "therapy",
        "treatment",
        "vaccine",
        "medicine",
        "pill",
        "tablet",
        "inhaler",
        "injection",
    ]
)
_NEAR = 20  # tokens from the word for a drug to its brand
_QUOTES = frozenset(["'", '"', "‘", "“", "`", "``"])
_LINKS = frozenset(["e", "i", "ul", "ud", "ur", "o"])  # "Azm-e-Tarkam"
_BEHIND = 3  # tokens of "Zenda [robotic moon mission]"
_ASIDE = 6  # tokens of "Zenda, [a first private space mission]"
_DESCRIBING = frozenset(["NN", "JJ", "HYPH", "VBG", "CD", "NNS"])


def tell_missions(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names; who the text tells to be a mission, operation or craft is one wherever it is named."""
    joined = _join_linked(tokens, names)
    places = _list_places(tokens) if joined else {}
    kinds: dict[str, str] = {}
    for name in joined:
        kind = _find_kind(tokens, name, places) if _is_strange(name) else None
        if kind is not None:
            kinds.setdefault(tokens.slice(name.start, name.end), kind)
    doing = {tokens.slice(n.start, n.end) for n in joined if kinds and _acts(tokens, n)}
    kinds = {text: kind for text, kind in kinds.items() if text not in doing}
    if not kinds:
        return joined
    for name, behind in pairwise(
        joined
    ):  # "the Zenda-Hentz Radar (Zehar)", then "the Zehar satellite"
        kind = kinds.get(tokens.slice(behind.start, behind.end))
        if kind and behind.start == name.end + 1 and tokens.lower_at(name.end) == "(":
            kinds.setdefault(tokens.slice(name.start, name.end), kind)
    return [_retype(tokens, name, kinds) for name in joined]


def _retype(tokens: Tokens, name: Name, kinds: dict[str, str]) -> Name:
    """The name with what it is told to be; a craft by its look is one ("the Zenda-6 lunar mission")."""
    kind = kinds.get(tokens.slice(name.start, name.end))
    if kind is None or not _is_strange(name) or (name.type, kind) == ("Product", "Project"):
        return name
    return replace(name, type=kind, origin=TOLD)


def _list_places(tokens: Tokens) -> dict[str, list[int]]:
    """Where each word that begins with a capital stands."""
    places: dict[str, list[int]] = {}
    for k, word in enumerate(tokens.words):
        if tokens.capital[k]:
            places.setdefault(word, []).append(k)
    return places


def _find_kind(tokens: Tokens, name: Name, places: dict[str, list[int]]) -> str | None:
    """What the words beside any of the places where a name stands tell it to be."""
    words = tokens.words[name.start : name.end]
    for start in places.get(words[0], ()):
        end = start + len(words)
        if tokens.words[start:end] == words:
            kind = _read_kind(tokens, replace(name, start=start, end=end))
            if kind is not None:
                return kind
    return None


def _is_strange(name: Name) -> bool:
    """Whether nothing but its look tells what a name is."""
    return name.type in _STRANGE and name.known_as is None and name.kind is MentionKind.NAME


def _read_kind(tokens: Tokens, name: Name) -> str | None:
    if tokens.lower[name.start] == _OPERATION and name.end - name.start > 1:
        return "Project"
    before = name.start - 1 - (tokens.lower_at(name.start - 1) in _QUOTES)
    if tokens.lower_at(before) == _OPERATION and tokens.tags[before] == "NN":
        return "Project"
    if _is_drug_brand(tokens, before):
        return "Product"
    return _read_behind(tokens, name) or _read_aside(tokens, name)


def _is_drug_brand(tokens: Tokens, before: int) -> bool:
    """ "The therapy, to be sold under the brand [Zendavel]"."""
    before -= tokens.lower_at(before) == "name"
    branded = tokens.lower_at(before) == "brand" and tokens.lower_at(before - 2) == "under"
    return branded and not _DRUGS.isdisjoint(tokens.lower[max(before - _NEAR, 0) : before])


def _read_behind(tokens: Tokens, name: Name) -> str | None:
    """ "the Zenda [mission]", "the Zenda (ZM) [satellite]"; nothing that is somebody's ("the Zenda's mission")."""
    end = name.end
    if tokens.lower_at(end) == ")":
        end += 1
    for k in range(end, end + _BEHIND):
        word = tokens.lower_at(k)
        if word in _UNDERTAKINGS or word in _CRAFT:
            closed = tokens.lower_at(k + 1) not in _UNDERTAKINGS | _CRAFT
            return _name_kind(word) if closed and not _is_group(tokens, k) else None
        if k >= len(tokens.tags) or tokens.tags[k] not in {"NN", "JJ"} or tokens.capital[k]:
            return None
    return None


def _read_aside(tokens: Tokens, name: Name) -> str | None:
    """ "Zenda, [a mission] funded by Hentz"."""
    if tokens.lower_at(name.end) != "," or tokens.lower_at(name.end + 1) not in {"a", "an"}:
        return None
    for k in range(name.end + 2, name.end + 2 + _ASIDE):
        word = tokens.lower_at(k)
        if word in _UNDERTAKINGS or word in _CRAFT:
            return _name_kind(word)
        if k >= len(tokens.tags) or tokens.tags[k] not in _DESCRIBING:
            return None
    return None


def _name_kind(word: str) -> str:
    return "Project" if word in _UNDERTAKINGS else "Product"


def _is_group(tokens: Tokens, k: int) -> bool:
    """ "the Zenda mission chief", "the Zenda satellite operator": what stands behind it is told of another."""
    following = k + 1
    return following < len(tokens.tags) and tokens.lower_at(following) in {
        "operator",
        "maker",
        "company",
        "firm",
        "chief",
        "head",
        "statement",
        "provider",
    }


def _acts(tokens: Tokens, name: Name) -> bool:
    """Whether a name does what firms and people do: "Zenda said", "Zenda plans to sell"."""
    token = name.end - 1
    head = tokens.parse.heads[token]
    return tokens.parse.deps[token] in SUBJECTS and tokens.lemma_at(head) in _DEEDS


def _join_linked(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """ "Azm-e-Tarkam" is one name, though hyphens part it."""
    joined: list[Name] = []
    for name in names:
        inside = bool(joined) and joined[-1].start <= name.start and name.end <= joined[-1].end
        if inside and tokens.lower_at(name.start - 2) in _LINKS:
            continue  # what the name before has taken in
        behind = name.end + 3
        linked = _is_linked(tokens, name.end) and tokens.capital[behind : behind + 1] == [True]
        joined.append(replace(name, end=behind + 1, known_as=None) if linked else name)
    return joined


def _is_linked(tokens: Tokens, k: int) -> bool:
    return (
        tokens.lower_at(k) == "-"
        and tokens.lower_at(k + 1) in _LINKS
        and tokens.lower_at(k + 2) == "-"
    )
