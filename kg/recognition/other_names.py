"""Other names that the text gives: "X, known as Y", "X (born Y)", "X (Greek: …)", "X (now Y)"."""

import re
from collections.abc import Sequence

from kg.model.document import Span
from kg.model.mention import OTHER_SCRIPT, Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.aliases import Alias
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_REACH = 3  # names further on that may be another name of the first
_ADVERBS = (
    r"(?:(?:also|better|best|commonly|usually|popularly|professionally|simply|generally|otherwise"
    r"|sometimes|formerly|previously|widely|more|mostly|originally|often)\s){0,2}"
)
_SAID = (
    r"(?:known|referred\sto|credited|called|billed|née|nee|né|aka|a\.k\.a\.|alias|born|was\sborn"
    r"|(?:pen|stage|real|birth|full|secular|maiden)\sname)"
)
_BETWEEN = re.compile(
    r"(?:\s?\([^()]*\))?,?\s?\(?(?:[^(),;]{0,40};\s)?"
    + _ADVERBS
    + _SAID
    + r"(?:\s(?:simply|professionally|commonly|to\sfriends))?(?:\s(?:as|by))?:?\s[\"“']?"
)
_IN_BRACKET = re.compile(r"\s?\((?:also|or|formerly|originally)\s[\"“']?")
_BODIES = ("Organization", "Facility", "TransportCorridor")
_WHEN = (
    r"(?:now|today|earlier|currently|later|formerly|previously|then|subsequently|originally|since|once|nowadays"
    r"|at\sthe\stime|present-day|the\spresent)"
)
_CALLED = (
    r"(?:(?:known|called|named|rebranded|renamed|branded|re-?launched|rechristened)(?:\sas)?"
    r"|(?:operating|trading|doing\sbusiness|incorporated)\sas)"
)
_BODY_IN_BRACKET = re.compile(
    rf"\s?\((?:the\s)?(?:{_WHEN}\s)?(?:{_WHEN}|{_CALLED}|aka|a\.k\.a\.|d/b/a|(?:also\s|or\s)?known\sas),?"
    r"\s(?:the\s)?[\"“'`]{0,2}\s?"
)
_BODY_BETWEEN = re.compile(
    rf"(?:\s?\([^()]*\))?(?:,\s(?:which\s)?|\s)(?:(?:is|was|has\sbeen|were|had\sbeen)\s)?(?:{_WHEN}\s|also\s|better\s"
    rf"|officially\s){{0,2}}(?:{_CALLED}|changed\sits\s(?:company\s|corporate\s)?name\sto)\s(?:the\s)?[\"“'`]{{0,2}}\s?"
)
# ", formerly X," tells the name that a body had, ", then X," may go on with a row.
_HAD = re.compile(
    r"(?:\s?\([^()]*\))?,\s(?:formerly|previously|originally|once)\s(?:the\s)?[\"“'`]{0,2}\s?"
)
# "Norvik (also) named Doe its chairwoman" gives her a post, not a name.
_ACTIVE = re.compile(
    r"\s(?:(?:also|later|then|today|recently|now|previously)\s)?(?:named|called)\b"
)
_OR = re.compile(r"\sor\s")
_GROUP = re.compile(r"\s?\(([^()\n]{1,200})(?:\([^()\n]*\)[^()\n]*)?\)")
_LABEL = re.compile(r"(?:[^:;,]{2,40}:)?\s*")
_LATIN_END = 0x24F


def find_other_names(tokens: Tokens, names: Sequence[Mention], ontology: Ontology) -> list[Alias]:
    """Each name that the words before it make another name of a person or body."""
    found: dict[int, Alias] = _find_renamed(tokens, names, ontology)
    for n, person in enumerate(names):
        if person.kind is not MentionKind.NAME or not ontology.is_a(person.type, "Person"):
            continue
        for k in range(n + 1, min(n + 1 + _REACH, len(names))):
            other = names[k]
            if other.kind is not MentionKind.NAME or ontology.is_a(other.type, "Place"):
                continue
            between = tokens.text[person.span.end : other.span.start]
            if other.origin == OTHER_SCRIPT:
                if between.count("(") == 1 and ")" not in between:
                    found.setdefault(k, Alias(k, n, "other script", 0.9))
            elif _links(between, person.text, other.text):
                found.setdefault(k, Alias(k, n, "other name", 0.85))
    return list(found.values())


def _find_renamed(tokens: Tokens, names: Sequence[Mention], ontology: Ontology) -> dict[int, Alias]:
    """Names that a body has or had beside the one before: "X (now Y)", "X, later renamed Y"."""
    found: dict[int, Alias] = {}
    for n, body in enumerate(names[:-1]):
        if body.kind is not MentionKind.NAME or not any(
            ontology.is_a(body.type, kind) for kind in _BODIES
        ):
            continue
        for k in range(n + 1, min(n + 1 + _REACH, len(names))):
            other = names[k]
            between = tokens.text[body.span.end : other.span.start]
            if _ACTIVE.match(between):
                continue
            if between == ", named " and ontology.is_a(other.type, "Person"):
                continue  # "Volka, owned by Norvik, named Jane Doe as its head"
            after = tokens.text[other.span.end :].lstrip("\"”'` ")
            bracket = _BODY_IN_BRACKET.fullmatch(between) and after[:1] in {")", ",", ";"}
            aside = bool(_HAD.fullmatch(between)) and after[:1] in {",", ")", ";", "."}
            if (
                other.kind is MentionKind.NAME
                and other.known_as is None
                and (bracket or aside or _BODY_BETWEEN.fullmatch(between))
            ):
                found[k] = Alias(k, n, "other name", 0.85)
    return found


def _links(between: str, first: str, second: str) -> bool:
    """Whether the words between two names make the second another name of the first."""
    if _BETWEEN.fullmatch(between) or _IN_BRACKET.fullmatch(between):
        return True
    shared = set(first.casefold().split()) & set(second.casefold().split())
    return bool(shared and _OR.fullmatch(between))


def add_other_scripts(tokens: Tokens, names: list[Name], ontology: Ontology) -> list[Name]:
    """The names, and those in other scripts in the brackets after a person's name.

    The adjective before the colon, "Greek: …", names a language and is dropped.
    """
    made: list[Name] = []
    labels: set[int] = set()
    for name in names:
        if name.kind is not MentionKind.NAME or not ontology.is_a(name.type, "Person"):
            continue
        end = tokens.parse.ends[name.end - 1]
        group = _GROUP.match(tokens.text, end)
        if group is None:
            continue
        for start, stop in _find_scripts(tokens.text, *group.span(1)):
            first, last = tokens.find_cover(Span(start, stop))
            if first < last:
                made.append(Name(start=first, end=last, type=name.type, origin=OTHER_SCRIPT))
                labels.update(range(first - 2, first))
    taken = {k for name in made for k in range(name.start, name.end)}
    kept = [
        name
        for name in names
        if not taken.intersection(range(name.start, name.end))
        and not (name.kind is MentionKind.ADJECTIVE and name.start in labels)
    ]
    return sorted([*kept, *made], key=lambda name: name.start)


def _find_scripts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of letters of other scripts, one a part of the bracket."""
    found = []
    for part in re.finditer(r"[^;,]+", text[start:end]):
        label = _LABEL.match(part[0])
        lead = label.end() if label else 0
        words = re.match(r"(?:[^\W\d_](?<![A-Za-zÀ-ɏ])[^;,:A-Za-z]*)", part[0][lead:])
        if words and sum(ord(c) > _LATIN_END and c.isalpha() for c in words[0]) > 1:
            first = start + part.start() + lead
            found.append((first, first + len(words[0].rstrip())))
    return found
