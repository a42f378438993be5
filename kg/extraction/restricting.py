"""What `where` asks of a mention beside its type and head noun."""

from collections.abc import Sequence

from kg.extraction.anothers_posts import is_anothers
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_words import (
    is_coming,
    is_of_people,
    is_priced,
    is_ranked,
    is_refused_beside,
    is_site,
    is_sourced,
)
from kg.extraction.board_tails import goes_on_as_board
from kg.extraction.deed_rows import shares_of
from kg.extraction.fields_of_parts import FIELD_OF_PART, stands_before_part
from kg.extraction.firm_fields import FIELD_OF_FIRM
from kg.extraction.honorifics import is_honorific
from kg.extraction.kept_places import is_kept_apart
from kg.extraction.kinds_behind import only_tells_kind
from kg.extraction.list_tails import CLOSED
from kg.extraction.nameless_units import is_of_parent
from kg.extraction.rule import Restriction
from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, Mention, MentionKind
from kg.model.parse import SUBJECTS

_FLYING = frozenset(["air", "airline", "airlines", "airways", "carrier"])
_OWNING = (["'s"], ["’s"], ["'"], ["’"])
_PLURAL = frozenset(["NNS", "NNPS"])
_LISTING = frozenset([",", "and", "or"])
_DESCRIBING = frozenset(["JJ", "VBN", "RB", "HYPH", "NN"])  # tags between an owner and a title
_BEFORE_NAME = _DESCRIBING | {"DT", "VBG"}
_LEAVING = load_lexicon("arguments").get("leaving") | {"off"}  # "spun [off] its mining unit"
_SHARES = frozenset(["stake", "share", "half", "majority", "interest"])
# Before which words of a name it has said what it is: "the Embassy of Peru", "the Institute for Trade".
_HEADED_BEFORE = {"GovernmentBody": ("of",), "ResearchBody": ("of", "for")}
_IN_BRACKET = 6  # tokens of a bracket
_DESCRIBED = 6  # tokens back from a title to its owner


def allows_mention(
    restriction: Restriction | None, mention: Mention, arguments: ArgumentFinder
) -> bool:
    """Whether a mention is of no refused type, of an allowed kind, and beside nothing refused."""
    if restriction is None:
        return True
    typed = any(arguments.fits(mention, (kind,)) for kind in restriction.not_types)
    if typed or (restriction.kinds and mention.kind.value not in restriction.kinds):
        return False
    start, end = arguments.ranges[mention]
    refused = restriction.not_behind and _stands_behind(start, restriction.not_behind, arguments)
    if refused or (restriction.not_as and _is_refused_as(restriction.not_as, mention, arguments)):
        return False
    following = arguments.parse.words[end : end + 1]
    behind = bool(following) and following[0].lower() in restriction.not_next
    behind = behind or ("of" in restriction.not_next and shares_of(end, arguments.parse))
    return not behind or (mention.kind is MentionKind.POST and goes_on_as_board(arguments, end))


def _is_refused_as(not_as: frozenset[str], mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether the mention is in a part that the rule does not want it in."""
    start, end = arguments.ranges[mention]
    digits = any(c.isdigit() for c in "".join(arguments.parse.words[end : end + 1]))
    return (
        ("subject" in not_as and _is_own_subject(start, end, arguments))
        or ("owned" in not_as and _is_owned(start, arguments))
        or ("possessed" in not_as and _is_possessed(start, arguments))
        or ("single" in not_as and arguments.parse.tags[end - 1] not in _PLURAL)
        or ("parted" in not_as and _is_parted(start, arguments))
        or ("nameless" in not_as and _is_nameless(mention, arguments))
        or ("left" in not_as and arguments.parse.lemmas[max(start - 1, 0)] in _LEAVING)
        or ("lone" in not_as and mention.origin != FIELD_OF_PART)
        or ("firmless" in not_as and mention.origin != FIELD_OF_FIRM)
        or ("before" in not_as and stands_before_part(start, end, arguments))
        or ("kept" in not_as and is_kept_apart(start, arguments))
        or ("kinded" in not_as and _has_kind(start, arguments))
        or ("ownerless" in not_as and _is_ownerless(mention, end, arguments))
        or ("borne" in not_as and not _is_borne(start, end, arguments))
        or ("kind" in not_as and only_tells_kind(start, end, arguments))
        or ("listed" in not_as and _is_listed(mention, end, arguments))
        or ("anothers" in not_as and is_anothers(start, end, arguments))
        or is_refused_beside(not_as, mention, arguments)
        or ("known" in not_as and mention.known_as is not None)
        or ("unranked" in not_as and not is_ranked(start, end, arguments))
        or ("priced" in not_as and is_priced(start, arguments))
        or ("peopled" in not_as and is_of_people(end - 1, arguments))
        or ("sourced" in not_as and is_sourced(start, arguments))
        or ("coming" in not_as and is_coming(end - 1, arguments))
        or ("sited" in not_as and is_site(start, arguments))
        or ("bare" in not_as and _is_bare(mention, start, arguments))
        or ("maker" in not_as and digits)  # "bought [Norvik] N320 planes"
        or ("shared" in not_as and _is_shared(end, arguments))
    )


def _is_shared(end: int, arguments: ArgumentFinder) -> bool:
    """ "X owns 51 percent and [Norvik] 15 percent"."""
    return any(m.origin == "percent" for m in arguments.by_token.get(end, ()))


def _is_nameless(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "[a research centre] in partnership with X": a description that takes up nothing told before.

    So is a pronoun for what has no name.
    """
    if mention.kind is MentionKind.PRONOUN:
        return arguments.find_first(mention).kind is not MentionKind.NAME
    return mention.kind is not MentionKind.NAME and mention not in arguments.antecedents


def _has_kind(start: int, arguments: ArgumentFinder) -> bool:
    """ "Union [spokesman] X": a noun right before it tells whose."""
    first = arguments.parse.sentences[arguments.parse.sentence_of[start]][0]
    return start > first and arguments.parse.tags[start - 1].startswith("NN")


def _is_ownerless(mention: Mention, end: int, arguments: ArgumentFinder) -> bool:
    """ "a [Norvik] device driver, X": a name that owns nothing, as no "'s" stands behind it; airlines make no jets."""
    behind = "".join(arguments.parse.words[end : end + 2])  # "'s A320", "737 MAX", no "'s unit"
    flying = arguments.find_first(mention).text.lower().split()[-1] in _FLYING
    if flying and any(c.isdigit() for c in behind):
        return True
    return mention.kind is MentionKind.NAME and arguments.parse.words[end : end + 1] not in _OWNING


def is_of_kind(restriction: Restriction, mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a mention that may fill a slot is of the types and has the head noun that are asked.

    A first word counts as head ("Bursa Malaysia"); titles are looked at later.
    """
    if mention.kind is MentionKind.POST:
        return True
    if any(arguments.fits(mention, (kind,)) for kind in restriction.not_types):
        return False
    if not restriction.nouns:
        return True
    heads = {*list_heads(mention, arguments), mention.text.split()[0].lower()}
    return not heads.isdisjoint(restriction.nouns)


def list_heads(mention: Mention, arguments: ArgumentFinder) -> set[str]:
    """What a name says that it is: its last noun, or the one before the field or place that it is for."""
    start, end = arguments.ranges[mention]
    joins = _HEADED_BEFORE.get(mention.type, ())
    inner = range(start + 1, end) if joins else ()
    joined = next((k for k in inner if arguments.parse.words[k] in joins), end)
    return {arguments.head_lemma(head - 1) for head in {joined, end}}


def names_place(token: int, arguments: ArgumentFinder) -> bool:
    """ "Zenda [city]", "the [city] of Zenda": the kind of a place that is named, which no refused noun is said of."""
    behind = token + 2 if arguments.parse.words[token + 1 : token + 2] == ["of"] else -1
    kinds = {arguments.find_first(m) for m in arguments.by_token.get(token, ())}
    return any(
        m.kind is MentionKind.NAME
        and arguments.fits(m, SETTLED)
        and (
            arguments.ranges[m][0] < token == arguments.ranges[m][1] - 1
            or (at == behind and arguments.find_first(m) in kinds)
        )
        for at in (token, behind)
        for m in arguments.by_token.get(at, ())
    )


def _stands_behind(start: int, types: tuple[str, ...], arguments: ArgumentFinder) -> bool:
    """Whether a mention of these types and a comma stand before a token: "Jane Doe, | head of"."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] in [["the"], ["a"], ["an"]])
    if k < 1 or words[k] != ",":
        return False
    return any(arguments.fits(m, types) for m in arguments.by_token.get(k - 1, ()))


def _is_own_subject(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """ "At the plant in Zenda, [Ruritania] makes cars": the subject of the first verb, not a part of its phrase."""
    parse = arguments.parse
    if parse.deps[end - 1] not in SUBJECTS:
        return False
    verb = parse.heads[end - 1]
    first = parse.sentences[parse.sentence_of[start]][0]
    # "The plant in Zenda, Ruritania makes cars": its verb has a subject before
    return not any(
        parse.deps[k] in SUBJECTS and parse.heads[k] == verb for k in range(first, start)
    )


def _is_possessed(start: int, arguments: ArgumentFinder) -> bool:
    """ "Norvik's [chief executive]", "Norvik's newly appointed [chief executive]"."""
    words, tags = arguments.parse.words, arguments.parse.tags
    k = start - 1
    while (
        k > max(start - _DESCRIBED, 0) and tags[k] in _DESCRIBING and words[k] == words[k].lower()
    ):
        k -= 1
    return tags[k : k + 1] == ["POS"]


def _is_borne(start: int, end: int, arguments: ArgumentFinder) -> bool:
    places = [
        k
        for k in range(start, end)
        if any(arguments.fits(m, ("Place",)) for m in arguments.by_token.get(k, ()))
    ]
    return is_of_parent(arguments.parse, start, end, places)


def _is_bare(mention: Mention, start: int, arguments: ArgumentFinder) -> bool:
    """ "[Amy]'s Foods": one word that no honorific stands before, and that ends nobody's fuller name."""
    name = arguments.find_first(mention).text if mention.text.isupper() else mention.text
    if " " in name or (start and is_honorific(arguments.parse.words[start - 1])):
        return False
    return not any(
        m.type == mention.type and m.text.endswith(f" {name}")
        for m in arguments.recognized.mentions
    )


def _is_parted(start: int, arguments: ArgumentFinder) -> bool:
    """ "owns 8% of search engine [X]", "a stake in messaging app [X]": of a firm, not of a work."""
    parse, k = arguments.parse, start - 1
    while k > max(start - _DESCRIBED, 1) and parse.tags[k] in _BEFORE_NAME:
        k -= 1
    if k < 1 or parse.words[k] not in {"of", "in"}:
        return False
    percent = any(m.origin == "percent" for m in arguments.by_token.get(k - 1, ()))
    return percent or parse.lemmas[k - 1] in _SHARES


def _is_owned(start: int, arguments: ArgumentFinder) -> bool:
    """ "Radio Zenda's [Ruritanian Service]": a part of a body that is no government's."""
    if start < 2 or arguments.parse.tags[start - 1] != "POS":
        return False
    kinds = ("Company", "MediaOutlet", "IntergovernmentalBody", "ResearchBody", "Association")
    return any(arguments.fits(m, kinds) for m in arguments.by_token.get(start - 2, ()))


def _pass_bracket(end: int, words: Sequence[str]) -> int:
    """ "Norvik (NRV)" and "NRV)": where the brackets end that stand behind a name or around it."""
    if words[end : end + 1] not in (["("], [")"]):
        return end
    return next(
        (k + 1 for k in range(end, min(end + _IN_BRACKET, len(words))) if words[k] == ")"), end
    )


def _is_listed(mention: Mention, end: int, arguments: ArgumentFinder) -> bool:
    """ "flies to Zenda, [Ruritania] and Graustark": a name of its type goes on behind, or a last town."""
    words = arguments.parse.words
    end = k = _pass_bracket(end, words)
    while k < end + 2 and words[k : k + 1] and words[k].lower() in _LISTING:
        k += 1
    ended = words[k - 1 : k] in (["and"], ["or"])
    if k == end + 1 and words[end] == "," and _ends_list(k, arguments):
        return True
    return k > end and any(
        (m.type == mention.type or (ended and m.type == "City" and not _is_nested(m, arguments)))
        and m.kind is MentionKind.NAME
        and arguments.ranges[m][0] == k
        for m in arguments.by_token.get(k, ())
    )


def _ends_list(start: int, arguments: ArgumentFinder) -> bool:
    """ "in Zenda, Strelsau, [Tarka and Hentz]": the last of a row of towns and states, or [Tarka, Hentz, Velm]."""
    for mention in arguments.by_token.get(start, ()):
        end = arguments.ranges[mention][1]
        small = mention.kind is MentionKind.NAME and mention.type in SETTLED[2:]
        joint = "".join(arguments.parse.words[end : end + 1])
        if small and joint in {",", "and", "or"}:
            kinds = SETTLED[2:] if joint == "," else SETTLED
            return any(
                m.type in kinds and m.kind is MentionKind.NAME
                for m in arguments.by_token.get(end + 1, ())
            )
    return False


def _is_nested(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "in Zenda, Ruritania and [Strelsau], Graustark": each town has its country behind it."""
    end = arguments.ranges[mention][1]
    behind = arguments.by_token.get(end + 1, ())
    return arguments.parse.words[end : end + 1] == [","] and any(
        arguments.fits(m, ("Country", "Province")) for m in behind
    )


def is_owner(end: int, arguments: ArgumentFinder) -> bool:
    """Whether the words of a rule end in the owner of what is meant: "the head of Tarka['s unit]"."""
    parse = arguments.parse
    if end >= len(parse.tags) or parse.tags[end] != "POS" or not arguments.by_token.get(end - 1):
        return False
    if parse.words[end + 1 : end + 2] in CLOSED:  # a name that ends so: "A, B and Hentz's."
        return False
    before = min(arguments.ranges[m][0] for m in arguments.by_token[end - 1]) - 1
    before -= before >= 0 and parse.tags[before] == "DT"
    return before >= 0 and parse.tags[before] in {"IN", "CC"}
