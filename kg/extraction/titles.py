"""Titles as a claim gives them: singular, former or future, and the office at their heart."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_OF_STATE = 2  # words of "state Senator"
_SEATS = (["nominee", "director"], ["nominee", "directors"])  # of a shareholder: they sit there
_HELD = frozenset(  # how long and how often a post was held
    "longtime long time lasting serving standing - two three four term terms tenured popular veteran".split()  # noqa: SIM905
)
_LASTING = 7  # tokens of "long - serving and"
_NEAR = 4  # tokens before a title that may tell that it is still to come


class TitleReader:
    """Reads mentions of posts; loaded once, holds no state between documents."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.heads = frozenset(lexicon.get_mapping("heads"))
        self.former = lexicon.get("former") | lexicon.get("past_adverbs")
        self.future = lexicon.get("future")
        self.links = lexicon.get("links")

    def format(self, title: Mention) -> str:
        """The title of one holder: "State Ministers" gives "State Minister", a "Board of Directors" stays."""
        words = title.text.split()
        if words[0] == "state" and words[-1].istitle() and len(words) > _OF_STATE:
            words = words[1:]  # "state Works Minister X" is that of works, in a state
        field = next((n for n, word in enumerate(words) if word.lower() in self.links), len(words))
        return " ".join([*map(self._singular, words[:field]), *words[field:]])

    def _singular(self, word: str) -> str:
        lower = word.lower()
        if lower.endswith("s") and lower[:-1] in self.heads:
            return word[:-1]
        if lower.endswith("men") and f"{lower[:-3]}man" in self.heads:
            return f"{word[:-3]}man"
        return "deputy" if lower == "deputies" else word

    def is_plural(self, title: Mention) -> bool:
        """Whether the title is said of several persons."""
        return self.format(title) != " ".join(title.text.split())

    def matches(self, title: Mention, offices: frozenset[str]) -> bool:
        """Whether the title without its field is one of the offices, or one with words before it."""
        return self.matches_text(self.format(title), offices)

    def matches_text(self, title: str, offices: frozenset[str]) -> bool:
        """The same of a title as a claim gives it."""
        core: list[str] = []
        whole = title.lower().replace("’", "'")
        # "adviser to the prime minister on trade"
        served = whole.partition(" on ")[0].partition(" (")[0]
        if whole in offices or any(f" {served}".endswith(f" {o}") for o in offices if " to " in o):
            return True  # "chief political adviser to the president"
        for word in whole.split():
            if word in self.links:
                break
            core.append(word)
        text = " ".join(core)
        held, hyphen, coming = text.replace("–", "-").rpartition("-")
        if hyphen and coming.strip() in self.future:
            text = held.strip()  # "prime minister-designate"
        return any(
            text == office or text.endswith((f" {office}", f"-{office}")) for office in offices
        )

    def is_former(self, title: Mention, start: int, arguments: ArgumentFinder) -> bool:
        """Whether "former", "then" or the like stands before the title or what names its body."""
        first, _ = arguments.ranges[title]
        words = arguments.parse.words
        floor = arguments.parse.sentences[arguments.parse.sentence_of[first]][0]
        # "appointed former banker X as CEO": what stands before the person tells of another post.
        persons = [
            k + 1
            for k in range(max(start, floor), first)
            if any(arguments.fits(m, ("Person",)) for m in arguments.by_token.get(k, ()))
        ]
        start = max([start, *persons])
        before = [words[k].lower() for k in range(max(min(start, first) - 2, floor), first)]
        glued = words[max(min(start, first) - 1, 0)] in {"-", "–"}  # "Ex-Ruritania PM"
        back = max(first - start, 0) + 1 + glued
        near = before if before[-1:] in (["-"], ["–"]) else before[-back:]
        comma = max((k for k, word in enumerate(near) if word == ","), default=-1)
        told = any(word in self.former for word in near[comma + 1 :])
        return told or self._is_described_former(min(start, first), floor, words)

    def _is_described_former(self, first: int, floor: int, words: Sequence[str]) -> bool:
        """ "the [former] longtime governor", "a [former] two-term mayor": how long it was held stands between."""
        k = first - 1
        while k > floor and words[k].lower() in _HELD and first - k < _LASTING:
            k -= 1
        return k < first - 1 and words[k].lower() in self.former

    def is_future(self, title: Mention, start: int, arguments: ArgumentFinder) -> bool:
        """Whether the post is still to be taken up: "incoming CEO", "Prime Minister-designate"."""
        first, end = arguments.ranges[title]
        words = arguments.parse.words
        before = max(min(start, first) - 1, first - _NEAR, 0)
        near = [*words[before:first], *words[end : end + 1]]
        if words[end : end + 1] in (["-"], ["–"]):
            near.extend(words[end + 1 : end + 2])
        inside = title.text.lower().replace("-", " ").split()
        if inside[-2:] in _SEATS:
            inside = inside[:-2]
        return any(word.lower() in self.future for word in (*near, *inside))
