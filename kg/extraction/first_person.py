"""Whom "we" and "I" mean where the speaker is known: "We opened a mill," said X, head of Norvik: Norvik."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kg.extraction.about_sections import find_described
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.attribution import AttributionReader
from kg.extraction.candidate import Candidate
from kg.extraction.interviews import find_told_speakers
from kg.extraction.said_firms import find_own_firm, put_firms
from kg.extraction.speakers_houses import is_house, list_called_houses
from kg.extraction.speaking import SpeakerFinder
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import OPEN, Coreference, Mention, MentionKind
from kg.model.recognized import Recognized

_TIES = frozenset(["holdsPost", "affiliatedWith"])
_FORMS = load_lexicon("nominals").get_mapping("forms")
_COMMON = load_lexicon("nominals").get("of_all")
_SPEAKING_FOR = load_lexicon("nominals").get("speaking_for")
_SPEAKING_FOR_PLACES = load_lexicon("nominals").get("speaking_for_places")
_BODIES = (
    "Company",
    "Association",
    "ResearchBody",
    "MediaOutlet",
)  # a minister's "we" is the people
_RUN = (*_BODIES, "Facility", "GovernmentBody")  # which managers speak for
_LANDS = ("Country", "Province", "City", "District")  # which those who govern speak for
_ISSUERS = (*_BODIES, "Organization")
_LEAST, _TIMES = 3, 2  # mentions of whose release it is; times those of the next one
_REASON = "first person of who speaks"
_SCORE = 0.75


@dataclass(slots=True)
class FirstPersons:
    """The pronouns of one document whose speaker is known, and the document with them tied."""

    swaps: dict[Mention, Mention]  # as they were → as what they mean is
    antecedents: dict[Mention, Mention]

    def tie(self, recognized: Recognized) -> Recognized:
        """The document with their coreferences."""
        if not self.antecedents:
            return recognized
        found = (
            Coreference(mention=m, antecedent=a, reason=_REASON, score=_SCORE)
            for m, a in self.antecedents.items()
        )
        mentions = tuple(self.swaps.get(m, m) for m in recognized.mentions)
        return replace(
            recognized, mentions=mentions, coreferences=(*recognized.coreferences, *found)
        )


def link_first_persons(
    candidates: list[Candidate],
    arguments: ArgumentFinder,
    attribution: AttributionReader,
    speakers: SpeakerFinder,
) -> FirstPersons:
    """Ties "we" to the firm whose post the speaker has, "I" to the speaker; mends the candidates that have them."""
    found = FirstPersons({}, {})
    spoken = [m for m in arguments.recognized.mentions if _get_form(m)]
    called = list(list_called_houses(arguments))
    if not (spoken or called):
        return found
    bodies = _find_bodies(candidates, arguments)
    issuer = _find_issuer(arguments)
    told = find_described(arguments) | find_told_speakers(arguments, bodies)
    firms: dict[Mention, Mention] = {}

    def find_speaker(token: int) -> Mention | None:
        return attribution.find(speakers.find(token), token)

    for mention in spoken:
        token = arguments.ranges[mention][0]
        if _is_of_all(token, arguments):
            continue
        speaker = told.get(arguments.parse.sentence_of[token]) or find_speaker(token)
        meant = _find_meant(mention, speaker, bodies, arguments) if speaker else None
        if speaker is None and _get_form(mention) == "we" and not attribution.is_quoted(token):
            meant = issuer
        if meant is not None and mention not in arguments.resolved:
            _tie(mention, meant, found, arguments)
        body = bodies.get(arguments.find_first(speaker)) if speaker else meant
        if body is not None and (firm := find_own_firm(mention, arguments)) is not None:
            firms[firm] = found.antecedents[firm] = body
            arguments.tie(firm, firm, body)
    firms |= _tie_houses(called, find_speaker, bodies, found, arguments)
    _mend(candidates, found)
    put_firms(candidates, firms, arguments)
    candidates[:] = [c for c in candidates if not _is_deed_of_land(c, found, arguments)]
    return found


def _find_issuer(arguments: ArgumentFinder) -> Mention | None:
    """Whose a release is that says "we" outside quotation marks: the body that opens it and is told most."""
    named = (m for m in arguments.recognized.mentions if m.kind is MentionKind.NAME)
    told = [arguments.find_first(m) for m in named if arguments.fits(m, _ISSUERS)]
    ranked = Counter(m.text for m in told).most_common(2)
    if not ranked or ranked[0][1] < _LEAST or ranked[0][0] != told[0].text:
        return None
    if len(ranked) > 1 and ranked[0][1] < _TIMES * ranked[1][1]:
        return None
    return told[0]


def _is_of_all(token: int, arguments: ArgumentFinder) -> bool:
    """ "our economy", "our country": no firm's."""
    parse = arguments.parse
    return parse.tags[token] == "PRP$" and parse.lemmas[parse.heads[token]].lower() in _COMMON


def _get_form(mention: Mention) -> str:
    """ "i" or "we", else nothing."""
    form = _FORMS.get(mention.text.lower()) if mention.kind is MentionKind.PRONOUN else None
    return form if form in {"i", "we"} else ""


def _find_bodies(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> dict[Mention, Mention | None]:
    """The only firm or association that each person speaks for; None where there are several."""
    found: dict[Mention, dict[str, Mention]] = defaultdict(dict)
    for candidate in candidates:
        if candidate.rule.predicate not in _TIES or candidate.modality is not Modality.ACTUAL:
            continue
        body = candidate.object
        if not isinstance(body, Mention) or not _may_speak_for(candidate):
            continue
        body = arguments.find_first(body)
        if _is_spoken_for(body, candidate, arguments):
            found[arguments.find_first(candidate.subject)][body.known_as or body.text] = body
    known = set(arguments.recognized.mentions)
    return {
        person: next(iter(bodies.values()))
        if len(bodies) == 1 and known.issuperset(bodies.values())
        else None
        for person, bodies in found.items()
    }


def _may_speak_for(candidate: Candidate) -> bool:
    """Whether a post is one of today whose holder says "we" of the body: no analyst, no professor."""
    values = {q.name: q.value for q in candidate.qualifiers}
    return "endTime" not in values and candidate.rule.predicate == "holdsPost"


def _is_spoken_for(body: Mention, candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """Whether who has a post says "we" of its body: a manager of a firm, named or not, a mayor of a town."""
    values = {q.name: q.value for q in candidate.qualifiers}
    title = set(str(values.get("title", "")).lower().replace("-", " ").split())
    if arguments.fits(body, _LANDS):
        return body.kind is MentionKind.NAME and not _SPEAKING_FOR_PLACES.isdisjoint(title)
    if arguments.fits(body, ("GovernmentBody",)) and not _SPEAKING_FOR_PLACES.isdisjoint(title):
        return False  # a minister's "we" is the people
    known = body.kind in {MentionKind.NAME, MentionKind.NOMINAL}
    return known and arguments.fits(body, _RUN) and not _SPEAKING_FOR.isdisjoint(title)


def _find_meant(
    mention: Mention,
    speaker: Mention,
    bodies: dict[Mention, Mention | None],
    arguments: ArgumentFinder,
) -> Mention | None:
    first = arguments.find_first(speaker)
    person = arguments.fits(first, ("Person",)) and first.kind is MentionKind.NAME
    if _get_form(mention) == "i":
        return first if person else None
    return _find_speaking_for(speaker, bodies, arguments)


def _tie_houses(
    called: list[Mention],
    find_speaker: Callable[[int], Mention | None],
    bodies: dict[Mention, Mention | None],
    found: FirstPersons,
    arguments: ArgumentFinder,
) -> dict[Mention, Mention]:
    """Ties "the company", "the port" to the bodies of speakers of whom they can be said."""
    houses = {}
    for house in called:
        speaker = find_speaker(arguments.ranges[house][0])
        meant = _find_speaking_for(speaker, bodies, arguments) if speaker is not None else None
        if meant is not None and is_house(house, meant, arguments):
            houses[house] = meant
            _tie(house, meant, found, arguments)
    return houses


def _find_speaking_for(
    speaker: Mention, bodies: dict[Mention, Mention | None], arguments: ArgumentFinder
) -> Mention | None:
    """The body of a speaker, or the firm that speaks itself."""
    first = arguments.find_first(speaker)
    if first.kind is not MentionKind.NAME:
        return None
    if arguments.fits(first, ("Person",)):
        return bodies.get(first)
    return first if arguments.fits(first, _BODIES) else None


def _tie(mention: Mention, meant: Mention, found: FirstPersons, arguments: ArgumentFinder) -> None:
    """The pronoun as one that means `meant`, everywhere in the document."""
    tied = replace(
        mention, type=meant.type, origin="" if mention.origin == OPEN else mention.origin
    )
    found.swaps[mention], found.antecedents[tied] = tied, meant
    arguments.tie(mention, tied, meant)


def _mend(candidates: Sequence[Candidate], found: FirstPersons) -> None:
    """The candidates that were made of such pronouns before anybody knew whom they mean."""
    by_span = {tied.span: tied for tied in found.antecedents}
    for candidate in candidates if by_span else ():
        for part in ("subject", "object"):
            mention = getattr(candidate, part)
            if isinstance(mention, Mention) and mention.kind is MentionKind.PRONOUN:
                setattr(candidate, part, by_span.get(mention.span, mention))


def _is_deed_of_land(candidate: Candidate, found: FirstPersons, arguments: ArgumentFinder) -> bool:
    """ "We will sign it," said the mayor: of a place such pronouns tell figures, but not what is done."""
    parts = (candidate.subject, candidate.object)
    return any(
        isinstance(part, Mention)
        and part in found.antecedents
        and part.kind is MentionKind.PRONOUN
        and arguments.fits(found.antecedents[part], _LANDS)
        for part in parts
    )
