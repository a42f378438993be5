"""Words that the tagger misreads: "The fund [invests] in rail", "Ruritania [exports] tea", "hosted a [roundtable]"."""

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE, Parse
from kg.recognition.joints import copy_parse
from kg.recognition.tokens import Tokens

_LEFT = frozenset(["compound", "nmod", "amod", "nsubj", "poss"])
_SUMS = frozenset(["$", "CD"])  # tags of what a number begins with
_HISSING = ("sses", "ches", "shes", "xes")  # "crosses", the verb "cross"
_NOMINAL = frozenset(["dobj", "pobj", "nsubj", "nsubjpass", "conj", "appos", "ROOT"])
_OF_NOUN = frozenset(["det", "amod", "nummod", "compound", "nmod", "punct"])


class VerbMender:
    """Finds them by words that are hardly nouns, in sentences that else have no verb."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.verbs = names.get("verbs_like_nouns")
        self.nouns = names.get("nouns_like_adjectives")

    def mend(self, tokens: Tokens) -> Parse | None:
        """The parse with such words as verbs, or None where it has none of them."""
        parse = tokens.parse
        mended: Parse | None = None
        for k, word in enumerate(tokens.words):
            if word in self.nouns and parse.tags[k] == "JJ" and parse.deps[k] in _NOMINAL:
                mended = mended or copy_parse(parse)
                mended.tags[k] = "NN"
            if word not in self.verbs or not _is_misread(parse, k):
                continue
            reading = mended or parse
            root = self._find_root(reading, k)
            if root is None:
                continue
            mended = mended or copy_parse(parse)
            _make_verb(mended, k, root)
        if mended is not None:
            mended.rehang()
        return mended

    def _find_root(self, parse: Parse, k: int) -> int | None:
        """What the sentence hangs on, if it is the word or the noun that it stands right before."""
        head = parse.heads[k]
        while parse.deps[k] == parse.deps[head] == "compound" and head > k:
            head = parse.heads[head]  # "[hosts] trade promotion event"
        first, end = parse.sentences[parse.sentence_of[k]]
        root = k if parse.deps[k] == "ROOT" else head
        if root != k and (parse.deps[k] != "compound" or not _is_beside(parse, k, head)):
            return None
        if parse.deps[root] == "conj" and parse.words[k - 1] == "and":
            verb = parse.heads[root]  # "exports copper and [imports] fuel"
            while parse.deps[verb] in {"conj", "dobj"} and parse.heads[verb] < verb:
                verb = parse.heads[verb]
            return root if parse.words[verb] in self.verbs and parse.tags[verb] == "VBZ" else None
        subject = k - 1
        hangs = subject >= first and parse.heads[subject] in {k, root}
        if parse.deps[root] != "ROOT" or not hangs or parse.deps[subject] not in _LEFT:
            return None
        told = parse.words[subject][:1].isupper() or parse.words[first].lower() == "the"
        told = told or parse.tags[k + 1] in _SUMS  # "its order book [crosses] $5 billion"
        finite = any(parse.tags[i] in FINITE for i in range(first, k))
        return root if told and not finite and end - k > 2 else None


def _is_misread(parse: Parse, k: int) -> bool:
    """Whether the parser takes the word at `k` for a noun, by its tag or by what it hangs on."""
    return parse.tags[k] == "NNS" or (parse.tags[k] == "VBZ" and parse.deps[k] == "compound")


def _is_beside(parse: Parse, k: int, noun: int) -> bool:
    """Whether nothing but what describes the noun stands between."""
    between = range(k + 1, noun)
    return noun > k and all(
        k < parse.heads[i] <= noun and parse.deps[i] in _OF_NOUN and parse.words[i] != ","
        for i in between
    )


def _make_verb(parse: Parse, k: int, root: int) -> None:
    """Hangs the subject and the object on the word at `k`, which takes the place of `root`."""
    dep, head = parse.deps[root], parse.heads[root]
    word = parse.words[k]
    parse.tags[k], parse.lemmas[k] = "VBZ", word[: -2 if word.endswith(_HISSING) else -1]
    if dep == "conj":
        while parse.tags[head] != "VBZ":
            head = parse.heads[head]  # the verb before, not its object
        for i in range(root):
            if parse.heads[i] == root and parse.deps[i] == "cc":
                parse.heads[i] = head
    parse.deps[k], parse.heads[k] = dep, (k if head == root else head)
    for i in range(k):
        if parse.heads[i] in {k, root} and parse.deps[i] in _LEFT and i != k:
            near = i == k - 1
            parse.deps[i], parse.heads[i] = ("nsubj", k) if near else (parse.deps[i], k - 1)
    if root != k:
        parse.deps[root], parse.heads[root] = "dobj", k
    for i in range(k):  # "the fund": what described the noun describes its subject
        if parse.heads[i] == k and parse.deps[i] == "det":
            parse.heads[i] = k - 1
