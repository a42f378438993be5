"""Guests of an occasion who only ask others to come: "X invited Norvik to attend the forum"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE, Parse

_TAKING_PART = "participatesIn"
_WORDS = load_lexicon("scope")
_ASKING, _GIVING = _WORDS.get("asking_to_come"), _WORDS.get("giving_invitations")
_ASKED = frozenset(["invitation", "invite", "call", "request", "appeal"])
_GUESTS = frozenset(["guest", "speaker", "moderator", "panellist", "panelist", "host", "delegate"])
_TELLING = frozenset(["say", "add", "disclose", "announce", "reveal", "note"])
_OTHERS = frozenset(["NNS", "NNP", "NNPS"])
_PASSIVE = frozenset(["auxpass", "nsubjpass"])
_BREAKS = frozenset([",", ";", ":"])


def drop_askers(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without those who ask, send or allow others to take part, or only have a post there."""
    return [
        c
        for c in candidates
        if c.rule.predicate != _TAKING_PART
        or not (
            _only_asks(c.subject, c.object, arguments)
            or _only_works_at(c.subject, c.object, arguments)
        )
    ]


def _only_works_at(guest: Mention, event: object, arguments: ArgumentFinder) -> bool:
    """ "Doe, managing director at the Coast Forum, said": a post at a body that is called like an occasion."""
    ranges, parse = arguments.ranges, arguments.parse
    if not isinstance(event, Mention) or guest not in ranges or event not in ranges:
        return False
    begun, end = ranges[guest][1], ranges[event][0]
    if parse.words[begun : begun + 1] != [","] or event.kind is not MentionKind.NAME:
        return False
    between = range(begun + 1, end)
    posts = [k for k in between if arguments.find_post_around(k) is not None]
    if any(parse.tags[k][:2] in {"VB", "MD", ",", "WP"} and k not in posts for k in between):
        return False
    return bool(posts) and _GUESTS.isdisjoint(parse.lemmas[begun + 1 : end])


def _only_asks(guest: Mention, event: object, arguments: ArgumentFinder) -> bool:
    """Whether a verb of asking, with its object and "to come", stands between a name and the occasion."""
    ranges, parse = arguments.ranges, arguments.parse
    if not isinstance(event, Mention) or guest not in ranges or event not in ranges:
        return False
    begun, end = ranges[guest][1], ranges[event][0]
    if parse.tags[begun - 1] == "PRP$" and arguments.find_post_around(begun) is not None:
        return True  # "sent [her] deputy to address the forum"
    if begun >= end or parse.sentence_of[begun] != parse.sentence_of[end]:
        return False
    to = next((k for k in range(end - 1, begun, -1) if _opens_infinitive(k, parse)), None)
    if to is None or not _BREAKS.isdisjoint(parse.words[to:end]):
        return False
    if any(_tells_of_others(k, to, parse) for k in range(begun, to - 1)):
        return True
    return any(_asks_others(k, to, parse) for k in range(begun, to - 1))


def _opens_infinitive(k: int, parse: Parse) -> bool:
    return parse.tags[k] == "TO" and parse.tags[k + 1 : k + 2] == ["VB"]


def _tells_of_others(verb: int, to: int, parse: Parse) -> bool:
    """ "said that 90 players had registered | to take part"."""
    if parse.lemmas[verb] not in _TELLING or parse.tags[verb] not in {"VBD", "VBZ"}:
        return False
    tags = parse.tags[verb + 1 : to]
    return not _OTHERS.isdisjoint(tags) and not FINITE.isdisjoint(tags)


def _asks_others(verb: int, to: int, parse: Parse) -> bool:
    """ "asked Y | to", "extended an invitation to Y | to"; not "was asked to", nor "got an invitation to"."""
    if parse.tags[verb][:2] != "VB" or _is_passive(verb, parse):
        return False
    between = range(verb + 1, to)
    if not any(parse.tags[k][:2] in {"NN", "PR"} for k in between):
        return False
    if any(parse.tags[k] in {"VBD", "VBZ", "MD"} for k in between):
        return False  # "asked him, and Y agreed to"
    if parse.lemmas[verb] in _ASKING:
        return True
    return parse.lemmas[verb] in _GIVING and not _ASKED.isdisjoint(parse.lemmas[verb + 1 : to])


def _is_passive(verb: int, parse: Parse) -> bool:
    return any(parse.deps[c] in _PASSIVE for c in parse.children[verb])
