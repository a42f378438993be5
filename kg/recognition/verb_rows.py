"""Rows of verbs that the tagger takes for nouns: "Norvik designs, [manufactures] and sells trucks"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_JOINTS = frozenset([",", "and", "&", "or"])
_ABOVE = frozenset(["ROOT", "relcl", "conj", "ccomp", "acl", "parataxis", "advcl"])
_RELATIVE = frozenset(["which", "that", "who"])
_BEFORE = frozenset(["also", "now", "currently", "then", "both"])
_LEFT = frozenset(["compound", "nmod", "amod", "nsubj", "poss", "nummod", "dep"])
_NAMING = frozenset(["compound", "nmod", "amod", "poss", "nummod"])
_OF_NOUN = ("NN", "JJ", "VBG", "HYPH", "CD", "VBN")
_LONGEST = 8  # tokens of what is made


class VerbRowMender:
    """Finds them by words that tell what firms do with wares, two or more in a row behind a subject."""

    def __init__(self) -> None:
        self.verbs = load_lexicon("names").get("verbs_in_rows")

    def mend(self, tokens: Tokens) -> Parse | None:
        """The parse with such rows as verbs that share subject and object, or None where it has none."""
        parse = tokens.parse
        mended: Parse | None = None
        k = 1
        while k < len(parse.words) - 1:
            row = self._find_row(parse, k) if parse.words[k] in self.verbs else []
            if len(row) > 1 and any(parse.tags[v] != "VBZ" for v in row):
                mended = self._mend_row(mended or copy_parse(parse), row) or mended
            k = row[-1] + 1 if row else k + 1
        if mended is not None:
            mended.rehang()
        return mended

    def _find_row(self, parse: Parse, first: int) -> list[int]:
        """The verbs from `first` on, joined by commas and "and", which the last of them must follow."""
        end = parse.sentences[parse.sentence_of[first]][1]
        row, k = [first], first + 1
        joined = False
        while k < end and not joined:
            behind = k
            while behind < end and parse.words[behind] in _JOINTS:
                joined = joined or parse.words[behind] != ","
                behind += 1
            if behind == k or behind >= end or parse.words[behind] not in self.verbs:
                return []
            row.append(behind)
            k = behind + 1
        return row if joined and k < end and parse.tags[k] != "IN" else []

    def _mend_row(self, parse: Parse, row: list[int]) -> Parse | None:
        """The parse with the row's verbs as such, their subject and what they are done to hung on them."""
        first, last = row[0], row[-1]
        subject = first - 1
        while subject > 0 and parse.words[subject] in _BEFORE:
            subject -= 1
        noun = parse.tags[subject].startswith("NN") or parse.words[subject].lower() == "it"
        if not noun and parse.words[subject].lower() not in _RELATIVE:
            return None
        made = _find_made(parse, last)
        if made is None:
            return None
        inside = range(subject if noun else first, made + 1)
        top = next((v for v in (*row, made, subject) if parse.heads[v] not in inside), None)
        own = next((v for v in row if parse.deps[v] == "ROOT"), None)
        dep, head = (
            ("ROOT", first)
            if own is not None or top is None
            else (parse.deps[top], parse.heads[top])
        )
        if dep not in _ABOVE:
            return None
        start = parse.sentences[parse.sentence_of[first]][0]
        _hang(parse, row, (dep, head))
        for k in range(start, first):
            if parse.heads[k] in (*row, made) and parse.deps[k] in _LEFT and k != subject:
                parse.heads[k] = subject
                parse.deps[k] = "compound" if parse.deps[k] == "nsubj" else parse.deps[k]
        parse.deps[subject], parse.heads[subject] = "nsubj", first
        parse.deps[made], parse.heads[made] = "dobj", last
        for k in range(last + 1, made):
            if parse.heads[k] in row or parse.heads[k] == made:
                parse.heads[k] = made
                parse.deps[k] = parse.deps[k] if parse.deps[k] in _NAMING else "compound"
        return parse


def _hang(parse: Parse, row: list[int], above: tuple[str, int]) -> None:
    """Makes the first verb of a row hang on what is above it, and the others on the first."""
    first = row[0]
    for k in range(first, row[-1] + 1):
        parse.heads[k] = first
        parse.deps[k] = "punct" if parse.words[k] == "," else "cc"
    for verb in row:
        parse.tags[verb], parse.deps[verb] = "VBZ", "conj"
        parse.lemmas[verb] = _find_lemma(parse.words[verb])
    parse.deps[first], parse.heads[first] = above


def _find_lemma(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses")) else word[:-1]


def _find_made(parse: Parse, last: int) -> int | None:
    """The noun of what stands behind the row: its first noun that no other noun follows."""
    k = last + 1
    end = min(parse.sentences[parse.sentence_of[last]][1], k + _LONGEST)
    if k < end and parse.tags[k] in {"DT", "PRP$"}:
        k += 1
    while k < end and parse.tags[k].startswith(_OF_NOUN):
        k += 1
    return k - 1 if k > last + 1 and parse.tags[k - 1].startswith("NN") else None
