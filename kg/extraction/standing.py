"""Whether a mention is a thing of its own, or only tells what another is: "the [port] of Zenda"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.extraction.list_tails import pass_kind_words
from kg.extraction.name_runs import is_held
from kg.extraction.title_gaps import skip_title
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_FINITE = [["VBZ"], ["VBD"], ["VBP"], ["MD"]]
_PARTICIPLES = load_lexicon("phrases").get("same_participles")
_LINKING = load_lexicon("phrases").get("row_verbs")
_FORMER = load_lexicon("posts").get("former") | {"new", "acting"}
_DESCRIBING = frozenset(["VBN", "JJ"])
_DETERMINERS = frozenset(["DT", "PRP$", "POS"])


def may_stand(mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a mention is a thing of its own.

    "The port" before "of X" only tells what X is, and so does X in "the X capital Y".
    """
    end = arguments.ranges[mention][1]
    words, tags = arguments.parse.words, arguments.parse.tags
    if is_held(end, arguments):
        return False
    if mention.kind is not MentionKind.NOMINAL:
        after = end + (tags[end : end + 1] == ["NN"] and words[end].islower())
        if arguments.fits(mention, ("Place",)):  # "with [US] oil producer Norvik"
            after = pass_kind_words(end, arguments)
            after += words[after : after + 1] == ["based"]  # "Lima based Norvik", without a hyphen
        return after == end or not _begins_name(after, arguments)
    named = _begins_name(end, arguments) and not _is_body_of_place(mention, arguments)
    return not named and arguments.is_referring(mention)


def _is_body_of_place(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "the central bank of Peru": a body, and not the country."""
    end = arguments.ranges[mention][1]
    body = mention.type == "GovernmentBody" and arguments.parse.words[end : end + 1] == ["of"]
    following = arguments.by_token.get(end + 1, ())
    return body and any(arguments.fits(m, ("Country", "Province")) for m in following)


def _begins_name(position: int, arguments: ArgumentFinder) -> bool:
    """Whether a name follows, perhaps after "of", "of the"."""
    words = arguments.parse.words[position : position + 2]
    after = position + 1 + (words[1:] == ["the"]) if words[:1] == ["of"] else position
    return any(
        m.kind is MentionKind.NAME and arguments.ranges[m][0] == after
        for m in arguments.by_token.get(after, ())
    )


def closes_aside(
    position: int, arguments: ArgumentFinder, binding: Mapping[str, tuple[Mention, ...]]
) -> bool:
    """ "The bank, a member of [the Norvik Union], is owned by": what stands before the comma is no subject.

    But "the park, spread over 20 acres" goes on telling of it.
    """
    parse = arguments.parse
    if parse.words[position] != "," or parse.tags[position + 1 : position + 2][:1] not in _FINITE:
        return False
    if parse.words[position + 1] in _PARTICIPLES:
        return False
    first = [m for found in binding.values() for m in found]
    last = arguments.ranges[first[-1]][0] if len(first) > 1 else 0
    if last and parse.words[last - 1] == "," and arguments.fits(first[-1], ("Person",)):
        return False  # "X and the mayor of Zenda, [Y], were present"
    ends = len(binding) == 1 and any(arguments.ranges[m][1] == position for m in first)
    return ends and not _is_titled(first[0], arguments)


def _is_titled(person: Mention, arguments: ArgumentFinder) -> bool:
    """ "The former head of the Norvik Union, [X], was named": the title that opens the sentence is of its subject."""
    if not arguments.fits(person, ("Person",)):
        return False
    parse, (start, _) = arguments.parse, arguments.ranges[person]
    k, _ = parse.sentences[parse.sentence_of[start]]
    k += parse.tags[k] == "DT"
    k += parse.words[k].lower() in _FORMER
    return start > k and skip_title(k, arguments) == start


def describes(position: int, arguments: ArgumentFinder) -> bool:
    """ "The lately [acquired] X": a participle that tells what kind of thing follows, and no deed.

    Nor is "the [Build]-Operate-Transfer basis".
    """
    tags, k = arguments.parse.tags, position - 1
    words = arguments.parse.words[position : position + 3]
    if words[1:2] == ["-"] and words[0][:1].isupper() and words[-1][:1].isupper():
        return True
    while k > 0 and tags[k] == "RB":
        k -= 1
    return tags[position] in _DESCRIBING and k >= 0 and tags[k] in _DETERMINERS


def is_deed(k: int, arguments: ArgumentFinder) -> bool:
    """ "Has acquired": no verb that links a noun to the subject, as "has been" does."""
    behind = arguments.parse.words[k + 1 : k + 2]
    done = arguments.parse.tags[k + 1 : k + 2] == ["VBN"]
    return arguments.parse.lemmas[k] == "have" and done and behind[0].lower() not in _LINKING
