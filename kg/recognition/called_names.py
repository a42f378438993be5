"""Names behind the noun that tells their kind: in "shares of drug company Zarvo" the shares are Zarvo's."""

from collections.abc import Sequence
from typing import Any

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind
from kg.model.parse import Parse
from kg.ontology import Ontology
from kg.recognition.joints import copy_parse
from kg.recognition.name import Name
from kg.recognition.quoted_names import is_quoted
from kg.recognition.tokens import Tokens

_FIELD_TAGS = frozenset(["NN", "NNS", "JJ", "VBG", "HYPH", "AFX"])
_CORE = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos", "poss"])
_REACH = 5  # tokens of a field before the noun


class CalledNames:
    """Mends parses in which a name is no head of the kind noun right before it; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        kinds = load_lexicon("nominals").get_mapping("nominals")
        firms = {noun for noun, kind in kinds.items() if kind == "Company"}
        self.callings = firms | load_lexicon("triggers").get("company_nouns") | {"brand"}

    def mend(self, tokens: Tokens, names: Sequence[Name]) -> Parse | None:
        """The parse with such nouns as parts of the phrase of their name, or None where all are."""
        mended = self._join_hyphens(tokens)
        for name in names:
            root, noun = name.end - 1, name.start - 1 - is_quoted(tokens, name.start, name.end)
            if name.kind is not MentionKind.NAME or not self._calls(tokens, name, noun):
                continue
            parse = mended or tokens.parse
            start = self._find_start(tokens, noun)
            if parse.heads[noun] == root and not self._is_torn(parse, start, noun):
                continue
            mended = mended or copy_parse(parse)
            first, last = parse.sentences[parse.sentence_of[noun]]
            before = [part[first:last] for part in _list_parts(mended)]
            _join(mended, start, noun, root)
            if not mended.is_sound(range(first, last)):
                # "group Tarka-funded startup Zenda": phrases in each other would hang in a circle
                for part, old in zip(_list_parts(mended), before, strict=True):
                    part[first:last] = old
        if mended is not None:
            mended.rehang()
        return mended

    def _join_hyphens(self, tokens: Tokens) -> Parse | None:
        """ "a logistics start-up": three tokens are one noun, by whatever tags they have."""
        mended: Parse | None = None
        for k, word in enumerate(tokens.lower[2:], start=2):
            if word not in {"up", "ups"} or tokens.lower[k - 2 : k] != ["start", "-"]:
                continue
            mended = mended or copy_parse(tokens.parse)
            noun = next((n for n in (k, k - 2) if mended.heads[n] not in (k - 2, k - 1, k)), k)
            dep, head = mended.deps[noun], mended.heads[noun]
            for part in (k - 2, k - 1):
                mended.deps[part], mended.heads[part] = "compound", k
            if noun != k:
                mended.deps[k], mended.heads[k] = dep, head if head != noun else k
            mended.lemmas[k], mended.tags[k] = "start-up", "NNS" if word == "ups" else "NN"
            for n, above in enumerate(mended.heads):
                if above == k - 2:
                    mended.heads[n] = k
        return mended

    def _calls(self, tokens: Tokens, name: Name, noun: int) -> bool:
        """Whether the token before a firm's name is a noun for firms: "gaming giant [Zarvo]"."""
        return (
            noun > 0
            and (noun < name.start - 1 or name.start not in tokens.first_of_sentence)
            and not tokens.capital[noun]
            and self._is_calling(tokens, noun)
            and tokens.parse.tags[name.end - 1].startswith("NNP")
            and self.ontology.is_a(name.type, "Company")
        )

    def _is_calling(self, tokens: Tokens, noun: int) -> bool:
        if tokens.lower[noun] == "up":
            return tokens.lower[max(noun - 2, 0) : noun] == ["start", "-"]
        startup = tokens.lower[noun] == "startup"  # the tagger takes it for a participle
        return (startup or tokens.tags[noun] in {"NN", "JJ"}) and tokens.lower[
            noun
        ] in self.callings

    def _find_start(self, tokens: Tokens, noun: int) -> int:
        """Where the words for the field begin: "renewable energy [company]"."""
        start = noun
        least = max(noun - _REACH, tokens.parse.sentences[tokens.parse.sentence_of[noun]][0])
        while start > least and (
            tokens.tags[start - 1] in _FIELD_TAGS
            or (tokens.touches(start - 1) and tokens.words[start] == "-")  # "e-commerce"
        ):
            if tokens.capital[start - 1] and start - 1 not in tokens.first_of_sentence:
                break  # "the Dutch dredging company"
            start -= 1
        return start

    def _is_torn(self, parse: Parse, start: int, noun: int) -> bool:
        """Whether the noun or words of its field are read as something else."""
        tagged = parse.tags[noun] == "NN" and "VBG" not in parse.tags[start:noun]
        return not tagged or any(not start <= parse.heads[k] <= noun for k in range(start, noun))


def _list_parts(parse: Parse) -> tuple[list[Any], ...]:
    """What joining a phrase may change, within its sentence."""
    return parse.heads, parse.deps, parse.tags, parse.lemmas


def _join(parse: Parse, start: int, noun: int, root: int) -> None:
    """Makes the name the head of the phrase, and the noun and its field what tells of it."""
    inside = range(start, root + 1)
    dep, head = _find_governor(parse, start, noun, root)
    below = _find_below(parse, head, root)
    if below is not None:  # "giant X and brand Y": X hung on Y, and Y on X
        own = parse.deps[root], parse.heads[root]
        loose = own[1] not in inside and _find_below(parse, own[1], below) is None
        if not (loose and parse.tags[below].startswith("NNP")):
            return
        parse.deps[below], parse.heads[below] = own
    for k in range(start, noun):
        if parse.heads[k] not in range(start, noun + 1) or parse.heads[k] == k:
            parse.deps[k], parse.heads[k] = "compound", noun
        if parse.tags[k] == "VBG":  # "gaming"
            parse.tags[k], parse.lemmas[k] = "NN", parse.words[k].lower()
    parse.deps[noun], parse.heads[noun], parse.tags[noun] = "compound", root, "NN"
    parse.deps[root], parse.heads[root] = dep, head
    for k, above in enumerate(parse.heads):
        if above == noun and (k < start or k > root) and k != head:
            parse.heads[k] = root  # "the", "the firm [X], which"


def _find_governor(parse: Parse, start: int, noun: int, root: int) -> tuple[str, int]:
    """How the phrase hangs on the rest of the sentence."""
    inside = range(start, root + 1)
    ends = [k for k in (noun, root, *range(start, noun)) if parse.heads[k] not in inside]
    ends.sort(key=lambda k: parse.deps[k] not in _CORE)
    if not ends:
        return "ROOT", root
    return parse.deps[ends[0]], parse.heads[ends[0]]


def _find_below(parse: Parse, token: int, root: int) -> int | None:
    """The token that hangs on `root` and that `token` stands below, or None."""
    while parse.heads[token] != token:
        if parse.heads[token] == root:
            return token
        token = parse.heads[token]
    return None
