"""Who has, takes or leaves a post by what is told: "X took over as director", "the resignation of X as head"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_POSTS = load_lexicon("posts")
_DEEDS, _CHANGES = _POSTS.get("post_deeds"), _POSTS.get("changes_of_persons")
_PASSING, _BODIES_TOO = _POSTS.get("passed_on"), _POSTS.get("bodies_too")
_BEFORE, _BEHIND = _POSTS.get("words_before_deeds"), _POSTS.get("words_behind_deeds")
_LEADING = frozenset(["as", "to", "of", "from"])  # right before the title, or before its article
_OF_BODIES = _POSTS.get("words_of_bodies")
_SERVING = {  # what a person does at a firm, by the words behind the verb
    "works": frozenset(["for", "at", "with", "as"]),
    **{verb: frozenset(["on"]) for verb in ("sits", "sat", "serves", "served")},
}
_REACH, _NAMED = 12, 5  # tokens to the title; words of the name of who had it before


def may_be_of_body(tokens: Tokens, post: PostSpan) -> bool:
    """Whether bodies have such a title as well: "lead manager", "financial adviser", no "general manager"."""
    if tokens.lower[post.head] not in _BODIES_TOO:
        return False
    return _OF_BODIES.issuperset(tokens.lower[post.start : post.head])


def takes_post(tokens: Tokens, start: int, end: int, post_starts: Mapping[int, PostSpan]) -> bool:
    """Whether a verb behind the name, or one or a noun before it, tells so."""
    if _is_given(tokens, start):
        return _leads_to_post(tokens, end, post_starts)
    k = end
    while k < min(end + 4, len(tokens.words)) and tokens.lower[k] in _BEFORE:
        k += 1
    verb = tokens.lower_at(k)
    if verb in _SERVING and tokens.lower_at(k + 1) in _SERVING[verb]:
        board = tokens.lower[k + 2 : k + 4] in (["the", "board"], ["the", "boards"])
        return board or tokens.lower_at(k + 1) != "on"
    if verb in _PASSING:
        behind = _pass_name(tokens, k + 1)
        return behind > k + 1 and _leads_to_post(tokens, behind, post_starts)
    return verb in _DEEDS and _leads_to_post(tokens, k + 1, post_starts)


def _is_given(tokens: Tokens, start: int) -> bool:
    """ "the appointment of X", "dismissed X", "to replace X"."""
    before = tokens.lower_at(start - 1)
    noun = before == "of" and tokens.lower_at(start - 2) in _CHANGES
    return noun or (before in _PASSING and tokens.capital[start])


def _pass_name(tokens: Tokens, k: int) -> int:
    """Behind the name of who held the post before."""
    end = k
    while end < min(k + _NAMED, len(tokens.words)) and tokens.capital[end]:
        end += 1
    return end


def _leads_to_post(tokens: Tokens, k: int, post_starts: Mapping[int, PostSpan]) -> bool:
    """Whether "as" or "to" and a title follow that bodies do not have as well."""
    led = False
    for i in range(k, min(k + _REACH, len(tokens.words))):
        if i in post_starts:
            post = post_starts[i]
            return led and tokens.tags[post.head] != "NNS" and not may_be_of_body(tokens, post)
        word = tokens.lower[i]
        if word not in _BEHIND:
            return False
        led = led or word in _LEADING
    return False
