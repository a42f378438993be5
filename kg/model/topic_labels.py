"""Names that a text has as labels of what follows: "NRV: The company grew", "Norvik Group – Net profit rose"."""

from collections.abc import Sequence

from kg.model.parse import Parse

_MARKS = frozenset([":", "–", "—", "--", "-"])
_LONGEST = 8  # tokens of brackets between: "Norvik (LON: NRV) –"
_TIMES = 5  # tokens of a time before: "7am:", "10.30 GMT -"
_WIDE = frozenset(["–", "—", "--", "-"])


def is_exchange(words: Sequence[str], start: int, end: int) -> bool:
    """Whether words are those before the colon of a bracket: "Norvik Group ([NYSE]: NRV)", where a share is listed."""
    return start > 0 and words[start - 1] == "(" and list(words[end : end + 1]) == [":"]


def is_label(parse: Parse, paragraph_of: Sequence[int], first: int, end: int) -> bool:
    """Whether the words from `first` to `end` open a paragraph and a mark sets them off from a sentence."""
    if not _opens(parse, paragraph_of, first) or "." in parse.words[end - 1][:-1]:
        return False  # "Zenda.com – Shares fell": a site that tells the news
    words, behind = parse.words, end
    if words[behind : behind + 1] == ["("]:
        near = range(behind, min(behind + _LONGEST, len(words)))
        behind = next((k + 1 for k in near if words[k] == ")"), behind)
    if words[behind : behind + 1] == [] or words[behind] not in _MARKS:
        return False
    if words[behind] in _WIDE and parse.starts[behind] == parse.ends[behind - 1]:
        return False  # "Norvik-led"
    follows = behind + 1
    paragraph = paragraph_of[parse.sentence_of[first]]
    told = follows < len(words) and paragraph_of[parse.sentence_of[follows]] == paragraph
    return told and words[follows][:1].isupper()


def is_heading(parse: Parse, paragraph_of: Sequence[int], first: int, end: int) -> bool:
    """Whether they are all of a paragraph above another that is a sentence: "7am: Norvik Group"."""
    sentence = parse.sentence_of[first]
    alone = (
        end == len(parse.words) or paragraph_of[parse.sentence_of[end]] != paragraph_of[sentence]
    )
    if not alone or end == len(parse.words) or not _opens(parse, paragraph_of, first):
        return False
    last = parse.sentences[parse.sentence_of[end]][1] - 1
    return parse.words[last] in {".", "”", '"'}


def _opens(parse: Parse, paragraph_of: Sequence[int], first: int) -> bool:
    """Whether nothing stands before in the paragraph but a time or a bullet."""
    paragraph = paragraph_of[parse.sentence_of[first]]
    k = first
    while k and first - k < _TIMES and paragraph_of[parse.sentence_of[k - 1]] == paragraph:
        k -= 1
    timed = k == first or any(word[:1].isdigit() for word in parse.words[k:first])
    bullet = k == first - 1 and not parse.words[k][:1].isalnum()
    opening = k == 0 or paragraph_of[parse.sentence_of[k - 1]] != paragraph
    return opening and (timed or bullet)
