"""What limits a measure: "sales [at hardware stores]", "[like-for-like] sales".

Without it a figure would be told of more than the text tells it of.
"""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_LINKS = frozenset(
    "at in through via among within outside from to for on with without about against".split()  # noqa: SIM905
)
_INNER = frozenset(["NN", "NNS", "JJ", "JJS", "VBN", "CC", "HYPH", ","])
_KINDS = frozenset(["amod", "compound", "nmod"])
_PLAIN = frozenset(["NN", "NNS"])
SKIPPED = frozenset(["DT", "PRP$"])
OWN_KINDS = frozenset(
    [MentionKind.NAME, MentionKind.ADJECTIVE, MentionKind.QUANTITY, MentionKind.PERIOD]
)
_OF_WHOLES = frozenset(["in", "for", "of", "on"])  # "growth [in] demand", "the market [for] vans"
_LONGEST = 8  # tokens of a limit
_COMPARED = frozenset(["year", "month", "quarter", "week", "day"])
_PAIRING, _KIND_TAGS = frozenset(["and", "or", "to"]), frozenset(["JJ", "JJR", "NN", "RB"])
_CHAIN = 5  # tokens of "like-for-like"
_WORDS = load_lexicon("measures")
_CHANGES = _WORDS.get("change_nouns")
_MEASURES = _WORDS.get("measure_nouns") - _CHANGES
_LIMITED = _MEASURES | _WORDS.get("set_nouns") | _WORDS.get("duty_nouns")
_SENT = _WORDS.get("sent_nouns") | _WORDS.get("sold_nouns")
_SECTORS = _WORDS.get("sector_nouns")
_NO_LIMITS = _WORDS.get("no_limits")


class LimitFinder:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse

    def find_start(self, start: int) -> int:
        """Where a measure begins whose phrase begins at `start`: before "like-for-like" or another chain of hyphens."""
        words, first = self.parse.words, self._find_pair(start)
        if first < start:
            return first
        while first > 1 and words[first - 2] in {"-", "‑"} and self._is_joined(first - 1):
            first -= 2
        chain = range(first - 1, start) if first < start else range(0)
        plain = not any(self._is_own(k) for k in chain)
        told = _COMPARED.isdisjoint(w.lower() for w in words[first - 1 : start])
        return first - 1 if 1 < len(chain) <= _CHAIN and plain and told else start

    def _find_pair(self, start: int) -> int:
        """ "[short and] medium-distance flights", "[large and] medium-sized firms": of two kinds."""
        parse, link = self.parse, start - 1
        if (
            link < 1
            or parse.words[link] not in _PAIRING
            or parse.words[start + 1 : start + 2] != ["-"]
        ):
            return start
        first = link - 1 - (parse.words[link - 1] == "-")
        plain = first > 0 and parse.tags[first] in _KIND_TAGS and not self._is_own(first)
        return first if plain and parse.tags[first - 1][0] not in "NJ" else start

    def find(self, noun: int, end: int) -> str:
        """The words of the limits that stand behind a measure which ends before `end`."""
        return self._find_where(noun, end) or self._find_whose(noun)

    def find_plain(self, noun: int) -> str:
        """ " in oil supply" right behind a noun of which there is a share: nothing with a name, value or time."""
        parse, link = self.parse, noun + 1
        limit = parse.sentences[parse.sentence_of[noun]][1]
        if link >= limit or parse.words[link].lower() not in _OF_WHOLES:
            return ""
        if parse.deps[link] != "prep":
            return ""
        last = self.find_phrase_end(link + 1, limit)
        return "" if last is None else f" {self.arguments.slice(link, last)}"

    def find_behind(self, noun: int, link: int) -> str:
        """ "transit fees" of "800 million in transit fees": a plain noun phrase behind a link, "" where none is."""
        parse = self.parse
        limit = parse.sentences[parse.sentence_of[link]][1]
        last = self.find_phrase_end(link + 1, limit) if noun > link else None
        return "" if last is None or noun >= last else self.arguments.slice(link + 1, last)

    def find_whole(self, noun: int) -> str:
        """ "mechanical and electrical products": a noun with a row of kinds before it; "" where none stands there."""
        parse = self.parse
        rows = [c for c in parse.children[noun] if c < noun and parse.deps[c] in _KINDS]
        first = min(rows, default=noun)
        joined = any(parse.tags[k] == "CC" for k in range(first, noun))
        plain = all(parse.tags[k] in _INNER and not self._is_own(k) for k in range(first, noun))
        return self.arguments.slice(first, noun + 1) if joined and plain else ""

    def _is_joined(self, k: int) -> bool:
        """Whether a hyphen stands right before a word, with no space."""
        parse = self.parse
        return parse.ends[k - 1] == parse.starts[k] and parse.ends[k - 2] == parse.starts[k - 1]

    def _is_own(self, token: int) -> bool:
        """Whether a name, value or time stands there, or a noun for a thing that is told of."""
        return any(self._is_told(m) for m in self.arguments.by_token.get(token, ()))

    def _is_told(self, mention: Mention) -> bool:
        return mention.kind in OWN_KINDS or mention in self.arguments.resolved

    def _find_where(self, noun: int, end: int) -> str:
        parse = self.parse
        link = "".join(parse.words[end : end + 1]).lower()
        known = parse.lemmas[noun] in _LIMITED and link in _LINKS
        if not known or not noun <= parse.heads[end] < end or parse.deps[end] != "prep":
            return ""
        if link == "to" and parse.lemmas[noun] not in _SENT:
            return ""
        first = end + 1 + (not SKIPPED.isdisjoint(parse.tags[end + 1 : end + 2]))
        last = self.find_phrase_end(first, parse.sentences[parse.sentence_of[noun]][1])
        if last is None:
            return ""
        lone = last - first == 1 and first > end + 1  # "in the region"
        return "" if lone else f" {link} {self.arguments.slice(first, last)}"

    def _find_whose(self, noun: int) -> str:
        """ "Private enterprises led, with exports rising 5%": those of private enterprises, which have no name."""
        parse, head = self.parse, noun
        if any(parse.deps[c] == "conj" for c in parse.children[noun]):
            return ""  # told behind the last of a row
        while parse.deps[head] == "conj":
            head = parse.heads[head]
        verb = parse.heads[head]
        led = parse.deps[verb] == "pcomp" and parse.words[parse.heads[verb]].lower() == "with"
        if not led or verb < noun:
            return ""
        for k in parse.list_subjects(parse.heads[parse.heads[verb]], passive=False):
            kinds = [c for c in parse.children[k] if c < k and parse.deps[c] in _KINDS]
            if parse.lemmas[k] in _SECTORS and kinds and not any(map(self._is_own, [*kinds, k])):
                words = self.arguments.slice(min(kinds), k + 1)
                return f" of {words[:1].lower()}{words[1:]}"
        return ""

    def find_phrase_end(self, first: int, limit: int) -> int | None:
        """Where a plain noun phrase that begins at `first` ends, if it limits a measure at all."""
        last = self._find_last(first, limit)
        return None if last is None or self.parse.lemmas[last - 1] in _NO_LIMITS else last

    def _find_last(self, first: int, limit: int) -> int | None:
        """Where a plain noun phrase that begins at `first` ends; None where it holds a name, value or time."""
        tags, k = self.parse.tags, first
        while k < min(limit, first + _LONGEST) and tags[k] in _INNER and not self._is_own(k):
            k += 1
        own = k < limit and (self._is_own(k) or tags[k] in {"NNP", "CD", "NNPS"})
        if own and tags[k - 1] != ",":
            return None
        while k > first and tags[k - 1] not in _PLAIN:
            k -= 1
        comma = next((j for j in range(first, k) if tags[j] == ","), None)
        if comma is not None and "CC" not in tags[comma:k]:
            k = comma
        return k if k > first and tags[k - 1] in _PLAIN else None
