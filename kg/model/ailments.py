"""Names of ailments, which name no one: "Parkinson's disease", "Alzheimer's and Huntington's diseases"."""

from collections.abc import Sequence

_OWNING = frozenset(["'s", "’s", "'", "’"])
_AILMENTS = frozenset(
    [
        "disease",
        "diseases",
        "syndrome",
        "syndromes",
        "lymphoma",
        "sarcoma",
        "palsy",
        "dementia",
        "chorea",
        "ataxia",
        "thyroiditis",
        "anaemia",
        "anemia",
        "contracture",
        "encephalitis",
        "tumour",
        "tumor",
    ]
)
_BESIDE = frozenset([",", "and", "or", "/"])
_ALONE = frozenset(["alzheimer", "parkinson", "crohn", "huntington", "tourette", "asperger"])
_MOST = 12  # tokens in a row of ailments


def owns_ailment(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a name of one word owns an ailment, or stands in a row of such owners before one."""
    if end - start != 1 or end >= len(words) or words[end] not in _OWNING:
        return False
    behind = words[end + 1 : end + _MOST]
    if words[start].lower() in _ALONE and not "".join(behind[:1])[:1].isupper():
        return True
    for k, word in enumerate(behind):
        if word.lower() in _AILMENTS:
            return True
        row = word in _BESIDE or word in _OWNING or word[:1].isupper()
        if not row or (k == 0 and word not in _BESIDE):
            return False
    return False
