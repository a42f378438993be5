"""What limits the whole of a share: "16% of net growth [in oil supply]", "half of [global] output"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measure_limits import LimitFinder
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_WORLDWIDE = frozenset(["global", "world", "worldwide"])
_AROUND = (["around", "the", "world"], ["in", "the", "world"], ["worldwide"], ["globally"])
_OUTSIDE = "worldwide"
_KINDS = frozenset(["amod", "compound"])
_SHARE = "share"
_LANDS = frozenset([MentionKind.ADJECTIVE, MentionKind.NAME])
_NO_WHOLES = frozenset(["course"])
_SAID = 4  # tokens behind "of" in which the noun of the whole stands


class ShareLimits:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.limits = LimitFinder(arguments)

    def complete(self, text: str, noun: int, value: Mention, owner: Mention) -> str:
        """A measure with what limits the whole that its percentage is of."""
        quantity = value.value
        if not isinstance(quantity, Quantity) or quantity.unit != "%":
            return text
        head = f"{_SHARE} of "
        noun = noun if self._is_told(noun, text) else self._find_of(value) or noun
        word = self.parse.words[noun]
        if not text.startswith(head):
            return text if f"{_SHARE} " in f"{text} " else text + self._find_whole(value, owner)
        front, found, behind = text.removeprefix(head).partition(word)
        if not found or (behind and behind[0] != " "):
            return text
        tail = self._find_tail(noun)
        tail = "" if not tail or behind.startswith(tail) else tail
        tail = "" if tail == f" {_OUTSIDE}" and "world" in text else tail
        return f"{head}{self._find_world(noun, front, owner)}{front}{word}{tail}{behind}"

    def _find_whole(self, value: Mention, owner: Mention) -> str:
        """ " as share of gross advances": what a ratio is of, told behind it."""
        inner = self._find_of(value)
        text = self.arguments.phrase_text(inner) if inner is not None else None
        if inner is None or not text or text in _NO_WHOLES:
            return ""
        return f" as {_SHARE} of {self._find_world(inner, text, owner)}{text}"

    def _is_told(self, noun: int, text: str) -> bool:
        return self.parse.words[noun] in text.split()

    def _find_of(self, value: Mention) -> int | None:
        """The noun of the whole right behind a percentage: "40 percent of the [market]"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        limit = parse.sentences[parse.sentence_of[end - 1]][1]
        if end >= limit or parse.words[end] != "of":
            return None
        inner = (c for c in parse.children[end] if parse.deps[c] == "pobj")
        noun = next((c for c in inner if c <= min(end + _SAID, limit - 1)), None)
        if noun is None or self.arguments.find(noun, ("Agent", "Place")) is not None:
            return None
        return noun if parse.tags[noun][:2] == "NN" else None

    def name_form(self, value: Mention, measure: str) -> str:
        """ " in transit fees" right behind what is collected: in what it comes."""
        parse, link = self.parse, self.arguments.ranges[value][1]
        if parse.words[link : link + 1] != ["in"]:
            return ""
        nouns = (c for c in parse.children[link] if parse.deps[c] == "pobj")
        plain = (c for c in nouns if parse.tags[c] in {"NN", "NNS"})
        text = self.limits.find_behind(next(plain, link), link)
        return f" in {text}" if text and text.split()[-1] not in measure else ""

    def tell_of(self, noun: int, text: str) -> str:
        """ " of tourist industries" of "the value of Kenya's tourist industries", where the text leaves it out."""
        parse = self.parse
        links = (c for c in parse.children[noun] if parse.words[c] == "of" and c == noun + 1)
        inner = next((k for c in links for k in parse.children[c] if parse.deps[k] == "pobj"), None)
        plain = inner is not None and parse.tags[inner] in {"NN", "NNS"}
        told = self.arguments.phrase_text(inner) if inner is not None and plain else None
        return f" of {told}" if told and " of " not in text else ""

    def _find_world(self, noun: int, told: str, owner: Mention) -> str:
        """ "global " of "global output", "European " of another's, where it is not told yet."""
        if not _WORLDWIDE.isdisjoint(told.lower().removesuffix("'s").split()):
            return ""
        parse = self.parse
        wide = (c for c in parse.children[noun] if parse.deps[c] in _KINDS and c < noun)
        found = next((c for c in wide if self._is_wide(c, owner)), None)
        return (
            f"{parse.words[found]} " if found is not None and parse.words[found] not in told else ""
        )

    def _is_wide(self, kind: int, owner: Mention) -> bool:
        """Whether a word before a noun tells of where it is, and that is not whose figure it is."""
        if self.parse.lemmas[kind].lower() in _WORLDWIDE:
            return True
        lands = (m for m in self.arguments.by_token.get(kind, ()) if m.kind in _LANDS)
        first, known = self.arguments.find_first, self.arguments.find_first(owner)
        return any(self.arguments.fits(m, ("Place",)) and first(m) != known for m in lands)

    def _find_tail(self, noun: int) -> str:
        """ " in oil supply", " for vans" right behind the noun, " worldwide" of "around the world"."""
        parse = self.parse
        limit = parse.sentences[parse.sentence_of[noun]][1]
        behind = [w.lower() for w in parse.words[noun + 1 : min(noun + 4, limit)]]
        if any(behind[: len(words)] == words for words in _AROUND):
            return f" {_OUTSIDE}"
        return self.limits.find_plain(noun)
