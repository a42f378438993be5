"""Names that the tagger takes for other words: in "[Ding], a member of the council, spoke" an adjective."""

from collections.abc import Sequence

from kg.model.mention import MentionKind
from kg.model.parse import SUBJECTS, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_ROLES = SUBJECTS | {"dobj", "pobj", "conj", "appos"}


def mend_names_like_words(tokens: Tokens, names: Sequence[Name]) -> Parse | None:
    """The parse with persons' names as proper nouns where they stand for somebody, or None where all are."""
    mended: Parse | None = None
    for name in names:
        root = name.end - 1
        if name.kind is not MentionKind.NAME or name.type != "Person":
            continue
        if tokens.tags[root][:1] == "N" or tokens.parse.deps[root] not in _ROLES:
            continue
        mended = mended or copy_parse(tokens.parse)
        mended.tags[root], mended.lemmas[root] = "NNP", tokens.words[root]
    return mended
