"""Names that a text gives to what it has told by a noun or pronoun: "the company changed its name to X"."""

import re
from collections.abc import Iterator, Sequence

from kg.model.mention import Coreference, Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

_WHEN = (
    r"(?:later|then|subsequently|officially|formally|since|now|also|soon|again|originally|formerly|previously"
    r"|initially|today|currently|first|once|eventually|finally)"
)
_NAMED = r"(?:re-?named|re-?branded|rechristened|retitled|restyled|re-?incorporated|incorporated)"
_CALLED = r"(?:known|operat(?:es|ed|ing)|trad(?:es|ed|ing)|doing business)"
_RENAMED = re.compile(
    rf"(?!.*\bwhat\b)[^.;()]{{0,90}}?(?:\b(?:is|was|were|been|being|be)\s(?:{_WHEN}\s){{0,2}}{_NAMED}(?:\s(?:as|to))?"
    rf"|\b{_NAMED}(?:\sitself)?\s(?:as|to)|\b{_NAMED}\sitself"
    r"|\bchang(?:ed|es|ing|e)\s(?:its|their|the)\s(?:\w+\s){0,2}names?\s(?:from\s[^,;.]{1,40}\s)?to"
    r"|\b(?:took|adopted|assumed)\s(?:on\s)?the\s(?:\w+\s)?name(?:\sof)?"
    rf"|(?:\b(?:became|is|was|been)\s|,\s)(?:{_WHEN}\s)?{_CALLED}\sas"
    r"|\bbecoming|\b(?:and|to|then|later)\s(?:became|become)"
    r"|\b(?:operat|trad|found|form|establish|incorporat|creat)\w+\s[^,;.A-Z]{0,30}under\sthe\s(?:new\s)?name(?:\sof)?)\s(?:the\s)?[\"“'`]{0,2}\s?",
    re.DOTALL,
)
_GIVEN = re.compile(r"\s(?:(?:as|to)\s)?(?:the\s)?[\"“'`]{0,2}\s?")
_GIVING = re.compile(
    r"\b(?:re-?nam(?:ed|ing|es)|re-?brand(?:ed|ing|s)|rechristen(?:ed|ing)|operat(?:ed|ing|es))\s(?:the\s|its\s)?$"
)
_BY_NAME = re.compile(r"\s(?:it\s)?under\sthe\sname(?:\sof)?\s(?:the\s)?[\"“'`]{0,2}\s?")
_KINDS = frozenset([MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_CANDIDATES = 6  # mentions back from the name


def find_given_names(
    tokens: Tokens,
    names: Sequence[Mention],
    others: Sequence[Mention],
    links: Sequence[Coreference],
    ontology: Ontology,
) -> list[Coreference]:
    """What ties a new name to the body that gets it, or that body's noun to the name.

    `others` are nominals and pronouns, `links` what is known of both and of names.
    """
    antecedents = {link.mention: link.antecedent for link in links}
    told = sorted(
        (
            m
            for m in (*names, *others)
            if m.kind in _KINDS and m.type and ontology.is_a(m.type, "Organization")
        ),
        key=lambda m: m.span.start,
    )
    found: list[Coreference] = []
    for name in names:
        if name.kind is not MentionKind.NAME or name in antecedents or name not in told:
            continue
        body = next(_find_bodies(tokens, name, told), None)
        if body is None or antecedents.get(body) == name or body.known_as:
            continue
        known = antecedents.get(body)
        if body.kind is MentionKind.NAME or known is not None:
            tie = Coreference(mention=name, antecedent=known or body, reason="new name", score=0.8)
        else:
            tie = Coreference(mention=body, antecedent=name, reason="new name", score=0.8)
        antecedents[tie.mention] = tie.antecedent
        found.append(tie)
    return found


def _find_bodies(tokens: Tokens, name: Mention, told: Sequence[Mention]) -> Iterator[Mention]:
    """The body told before, in the sentence, that the words between make the bearer of the name; the nearest first."""
    place = told.index(name)
    owner = tokens.text[name.span.end : name.span.end + 2] in {"'s", "’s"}
    for body in () if owner else reversed(told[max(place - _CANDIDATES, 0) : place]):
        between = tokens.text[body.span.end : name.span.start]
        if "\n" in between or body.span.end > name.span.start:
            return
        before = tokens.text[max(body.span.start - 24, 0) : body.span.start]
        given = _GIVEN.fullmatch(between) or _BY_NAME.fullmatch(between)
        acts = between[:2] == ", " or _is_subject(tokens, body)
        if (acts and _RENAMED.fullmatch(between)) or (given and _GIVING.search(before)):
            yield body


def _is_subject(tokens: Tokens, body: Mention) -> bool:
    """Whether a mention is the subject of a verb by the parse."""
    first, last = tokens.find_cover(body.span)
    return any(tokens.parse.deps[k] in _SUBJECTS for k in range(first, last))
