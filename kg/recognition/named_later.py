"""Firms told by their kind before they are named: "a Ruritanian shop operator", "Norvik", "the shop operator".

Projects, too: "A new project will get a loan. The Zenda Roads Project will".
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.model.mention import Coreference, Mention, MentionKind

_APART = frozenset(["the", "this", "that", "another", "other", "second", "rival", "its", "their"])
_SCORE = 0.7
_OPENED = re.compile(r"\ba new $", re.IGNORECASE)  # "a new | project"
_NEXT = re.compile(r"[^.!?]*[.!?][\"”]?\s+(?:Under the|Through the|The)(?: new)? ")
_DIGITS = re.compile(
    r"(?<=\d)\.(?=\d)|(?<=\b[A-Z])\.(?=[A-Z])|(?<=[A-Z]\.[A-Z])\."
)  # "$1.5", "U.S."
_UNDERTAKINGS = frozenset(["project", "program", "programme", "initiative", "scheme"])


def find_named_later(
    mentions: Sequence[Mention],
    names: Sequence[Mention],
    links: Sequence[Coreference],
    text: str,
) -> list[Coreference]:
    """Links from nominals that take nothing up to the firm that the same words stand for later.

    The firm must be named after the nominal, and the words may stand for no other one.
    """
    called = _list_called(links)
    linked = {link.mention for link in links} if called else set()
    found = []
    for mention in mentions if called else ():
        if mention in linked or not _is_firm(mention):
            continue
        firm = next((f for words, f in called.items() if _is_called(mention, words)), None)
        if firm is not None and _is_new(mention, text) and _is_later(firm, mention, names):
            found.append(
                Coreference(mention=mention, antecedent=firm, reason="named later", score=_SCORE)
            )
    return found + _list_projects(mentions, names, {link.mention for link in links}, text)


def _list_projects(
    mentions: Sequence[Mention], names: Sequence[Mention], linked: set[Mention], text: str
) -> list[Coreference]:
    """Links from "a new project" to the first project that the text names, where the next sentence begins with it."""
    first = next((n for n in names if n.type == "Project"), None)
    if first is None or first.text.lower().split()[-1] not in _UNDERTAKINGS:
        return []
    head = first.text.lower().split()[-1].removesuffix("me")
    before = [
        m
        for m in mentions
        if m.kind is MentionKind.NOMINAL
        and m.type == "Project"
        and m not in linked
        and m.span.end < first.span.start
        and m.text.lower().removesuffix("me") == head
        and _OPENED.search(text[max(0, m.span.start - 30) : m.span.start])
        and _NEXT.fullmatch(_DIGITS.sub("", text[m.span.end : first.span.start]))
    ]
    if len(before) != 1:
        return []
    return [Coreference(mention=before[0], antecedent=first, reason="named later", score=_SCORE)]


def _is_firm(mention: Mention) -> bool:
    return mention.kind is MentionKind.NOMINAL and mention.type == "Company"


def _list_called(links: Sequence[Coreference]) -> dict[str, Mention]:
    """What firms are called by more than one word → the firm, where it is but one."""
    called: dict[str, list[Mention]] = defaultdict(list)
    for link in links:
        named = link.antecedent.kind is MentionKind.NAME and link.reason != "apposition"
        if named and _is_firm(link.mention) and " " in link.mention.text:
            called[link.mention.text.lower()].append(link.antecedent)
    return {words: firms[0] for words, firms in called.items() if len({f.text for f in firms}) == 1}


def _is_called(mention: Mention, words: str) -> bool:
    """Whether a nominal is those words, with no more than the adjective of a place before them."""
    before = mention.text.lower().removesuffix(words)
    if len(before) == len(mention.text):
        return False
    return all(word[0].isupper() for word in mention.text[: len(before)].split())


def _is_new(mention: Mention, text: str) -> bool:
    """Whether nothing before the nominal tells that it is known or another one."""
    before = text[max(0, mention.span.start - 20) : mention.span.start].split()
    return not before or before[-1].lower() not in _APART


def _is_later(firm: Mention, mention: Mention, names: Sequence[Mention]) -> bool:
    """Whether no name that begins like the firm's stands before the nominal."""
    first = firm.text.split()[0]
    return all(n.span.start > mention.span.start for n in names if n.text.split()[0] == first)
