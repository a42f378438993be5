"""Participles that the parser hangs off the works: "opened a dairy at Zenda, [built] with a grant and [run] by X"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens
from kg.recognition.works_words import read_head, read_kinds

_TOLD_BY = frozenset(["by", "with", "from"])
_AT = frozenset(["in", "at", "near", "outside", "on", "off"])
_WRONG = frozenset(["acl", "relcl", "advcl"])
_DONE = frozenset(["dobj", "nsubjpass", "nsubj", "pobj", "conj", "attr", "appos"])


class WorksMender:
    """Finds participles of building, running, owning and paying; holds no state."""

    def __init__(self) -> None:
        self.kinds, self.deeds = read_kinds(), load_lexicon("works").get("told_deeds")

    def mend(self, tokens: Tokens) -> Parse | None:
        """The parse with such participles hung on the works, or None where it has none."""
        parse, mended = tokens.parse, None
        for k, tag in enumerate(parse.tags):
            told = tag in {"VBN", "VBD"} and parse.deps[k] in _WRONG
            if not told or parse.lemmas[k] not in self.deeds or not self._is_bare(parse, k):
                continue
            works = self._find_works(tokens, k)
            if works is not None and parse.heads[k] != works:
                mended = mended or copy_parse(parse)
                mended.heads[k], mended.deps[k], mended.tags[k] = works, "acl", "VBN"
        if mended is not None:
            mended.rehang()
        return mended

    def _is_bare(self, parse: Parse, k: int) -> bool:
        """Whether the participle has no subject and tells by or with what it was done."""
        inner = parse.children[k]
        if any(parse.deps[c] in {"nsubj", "nsubjpass", "aux", "auxpass", "dobj"} for c in inner):
            return False
        return any(parse.words[c].lower() in _TOLD_BY for c in inner if c > k)

    def _find_works(self, tokens: Tokens, k: int) -> int | None:
        """The works before, past their place: of the town that it hangs on, or of the verb's object."""
        parse, head = tokens.parse, tokens.parse.heads[k]
        if parse.deps[k] == "advcl":
            objects = [c for c in parse.children[head] if parse.deps[c] == "dobj" and head < c < k]
            return objects[-1] if objects and self._is_works(tokens, objects[-1]) else None
        if parse.tags[head][:3] != "NNP" or parse.deps[head] not in {"pobj", "appos", "conj"}:
            return None
        link = parse.heads[head]
        if parse.deps[head] != "pobj" or parse.words[link].lower() not in _AT:
            return None
        works = parse.heads[link]
        if parse.tags[works][:1] == "V":  # "runs a mill [in Zenda], built by X"
            objects = [c for c in parse.children[works] if parse.deps[c] in {"dobj", "nsubjpass"}]
            works = objects[-1] if objects and objects[-1] < link else works
        return works if works < link and self._is_works(tokens, works) else None

    def _is_works(self, tokens: Tokens, k: int) -> bool:
        return self.kinds.get(read_head(tokens, k)) == "Facility" and tokens.parse.deps[k] in _DONE
