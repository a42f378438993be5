"""Which posts of who follows were those of who goes: "was elected chairman of Z. She succeeds X, head of Y"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.claim import Modality
from kg.model.mention import MentionKind
from kg.model.parse import FINITE

# in names of rules that read how somebody got a post
_MAKING = ("made", "appoint", "elect", "named", "names")
_OF_BODY = "of-body"


def list_passed_back(
    mine: Sequence[Candidate],
    theirs: Sequence[Candidate],
    verb: int,
    arguments: ArgumentFinder,
) -> list[Candidate]:
    """Those of `mine` that a verb of following may give to who goes, who holds `theirs`.

    A title told with the verb is the one ("succeeds him as chairman"). Who goes and has a post of another body told
    beside the name had that one alone, unless the other is told with the verb or as newly given.
    """
    sentence_of = arguments.parse.sentence_of
    told = _find_told_title(verb, arguments)
    if told is not None:
        return [c for c in mine if _read_title(c) == told]
    made = [c for c in mine if is_given(c)]
    if made:
        return made
    held = [c for c in theirs if c.modality is Modality.ACTUAL and c.token > verb]
    # "the acting president, X" may be of the same
    held = [c for c in held if _OF_BODY in c.rule.id]
    own = any(sentence_of[c.token] == sentence_of[verb] for c in held)
    return [c for c in mine if not own or sentence_of[c.token] == sentence_of[verb]]


def is_given(candidate: Candidate) -> bool:
    """ "was appointed chairman of Z": a post told as newly given, which another one has left or will leave."""
    return any(word in candidate.rule.id for word in _MAKING)


def _find_told_title(verb: int, arguments: ArgumentFinder) -> str | None:
    """ "succeeds him as [the chairman]"."""
    parse = arguments.parse
    last = parse.sentences[parse.sentence_of[verb]][1]
    for link in range(verb + 1, last):
        if parse.tags[link] in FINITE:
            return None  # "from X, who will remain as vice-president"
        if parse.words[link].lower() != "as":
            continue
        for k in (link + 1, link + 2):
            for mention in arguments.by_token.get(k, ()):
                if mention.kind is MentionKind.POST and parse.heads[link] == verb:
                    return mention.text.lower()
    return None


def _read_title(candidate: Candidate) -> str:
    titles = (q.value for q in candidate.qualifiers if q.name == "title")
    return str(next((getattr(value, "text", value) for value in titles), "")).lower()
