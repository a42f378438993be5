"""What nouns in small letters call a name: "the chatbot X", "charity X", "the X think tank", "apps such as X"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS
from kg.recognition.set_off_kinds import find_kind_set_off
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_CERTAIN, _SURE = 7.0, 3.0  # the noun before counts more than what else reads "group" in it
_WORK = "work"
_JOINTS = frozenset(
    "of with in for to from on at and & the : - – or by".split()  # noqa: SIM905
)
_LONGEST = 4  # tokens of such a noun: "video - sharing app"
_HOLDER = 2  # words of a holder's name, given name and surname
_QUOTES = frozenset(['"', "“", "'", "‘"])
_OWNERS = frozenset(["'s", "’s", "'", "’"])
_NOUNS = frozenset(["NN", "NNP", "JJ", "VBG", "VB"])
_BODIES = frozenset(["Association", "ResearchBody", "MediaOutlet", "PoliticalParty"])
_OBJECTS = frozenset(["DT", "PRP", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "NNPS", "$"])
_STARTED = ["-", "up"]  # of "start-up", whatever the tagger takes "up" for
_PLURALS = frozenset(["NNS", "NNPS"])
_ARTICLES = frozenset(["a", "an", "the", "one"])
_DOING = (["VBD"], ["VBZ"], ["VBP"], ["MD"])
_NOUNS_BEHIND = (["NN"], ["NNS"], ["NNP"], ["POS"], ["HYPH"])
_BREAKING = frozenset(["VB", "MD", "IN", "WD", "WP", ",", "TO"])
_FAR = 14  # tokens from a ship's name to what it is
# What a noun of these lists may be called by itself; a type that a domain adds is more than they know.
_CALLED = frozenset(
    "Company Organization Association ResearchBody Event MediaOutlet TransportCorridor".split()  # noqa: SIM905
)


class KindNounReader:
    """Votes by the nouns before and behind a name; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        works = dict.fromkeys(names.get("kinds_of_works"), _WORK)
        self.before = _drop_foreign({**names.get_mapping("kinds_before"), **works})
        self.behind = _drop_foreign(dict(names.get_mapping("kinds_behind")))
        self.lasts = frozenset(noun.replace("-", " ").split()[-1] for noun in self.before)
        self.making = names.get("kind_makings")
        self.given = load_lexicon("given_names").get("given")
        self.ships = load_lexicon("triggers").get("ships")
        alike = load_lexicon("nominals").get_mapping("alike")
        self.yards = frozenset(noun for noun, kind in alike.items() if kind == "yards")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        kind = self._find_before(tokens, start, end)
        if kind:
            vote(found, kind, _CERTAIN)
        kind = self._find_behind(tokens, start, end)
        if kind:
            vote(found, kind, _SURE)
        noun = find_kind_set_off(tokens, start, end)
        if noun is not None and self.find_noun(tokens, noun) == "Product":
            vote(found, "Product", _SURE)
        if self._is_ship(tokens, start, end):
            vote(found, "Product", _SURE)
        if self._is_yard(tokens, start):
            vote(found, "Company", _SURE)

    def find_body(self, tokens: Tokens, start: int, end: int) -> str | None:
        """The type of a body that the nouns beside tokens start to end tell, or None."""
        kind = self._find_behind(tokens, start, end) or self._find_before(tokens, start, end)
        return kind if kind in _BODIES else None

    def find_noun(self, tokens: Tokens, k: int) -> str | None:
        """The type of the noun, of one word or of several, that ends at token k."""
        if tokens.lemma_at(k) not in self.lasts and tokens.lower_at(k) not in self.lasts:
            return None
        kind = _match(tokens, k, self.before)
        return "Product" if kind == _WORK else kind

    def _find_before(self, tokens: Tokens, start: int, end: int) -> str | None:
        k = start - 1 - (tokens.lower_at(start - 1) in _QUOTES)
        if (
            k < 0
            or (tokens.tags[k] not in _NOUNS | _PLURALS and tokens.lower[k - 1 : k + 1] != _STARTED)
            or not _stand_together(tokens, k, start)
        ):
            return None
        kind = _match(tokens, k, self.before)
        if tokens.tags[k] == "VB" and kind != "Company":  # "to film Jane Doe"
            return None
        if tokens.lower[k].endswith("ing") and not tokens.lemma_at(k).endswith("ing"):
            return None  # "the minister for shipping Jane Doe", whose lemma is a ship
        if kind is None or (tokens.capital[k] and k not in tokens.first_of_sentence):
            return None
        if kind == "Company" and self.is_holder(tokens, k, start, end):
            return None
        if tokens.tags[k] in _PLURALS and not self._begins_row(tokens, end):
            return None
        if kind == _WORK and tokens.lower_at(end) in _JOINTS:
            return None
        kind = "Product" if kind == _WORK else kind
        return None if kind != "Company" and self._is_maker(tokens, k, start, end) else kind

    def is_holder(self, tokens: Tokens, noun: int, start: int, end: int) -> bool:
        """Whether a noun before a name is its holder's title: "Zenda Times publisher [Harry Roe]"."""
        named = tokens.lower[start] in self.given and end - start == _HOLDER
        return named and noun == start - 1 and noun > 0 and tokens.capital[noun - 1]

    def _is_ship(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "a new bulk carrier, the Unity Bay,", "Unity Bay, a 40,490-DWT bulk carrier"."""
        k = start - 1 - (tokens.lower_at(start - 1) == "the")
        if tokens.lower_at(k) == "," and self.is_ship_noun(tokens, k - 1):
            return tokens.tags[end : end + 1] not in _DOING and _stand_together(tokens, k, start)
        if tokens.lower_at(end) != "," or tokens.lower_at(end + 1) not in _ARTICLES:
            return False
        for k in range(end + 2, min(end + _FAR, len(tokens.words))):
            if self.is_ship_noun(tokens, k):
                return tokens.tags[k + 1 : k + 2] not in _NOUNS_BEHIND
            if tokens.tags[k][:2] in _BREAKING and tokens.tags[k] not in {"VBN", "VBG"}:
                return False
        return False

    def _is_yard(self, tokens: Tokens, start: int) -> bool:
        """ "Dutch shipyard X": a builder of ships, told with its country and without an article."""
        land = start - 2
        told = land >= 0 and tokens.lower[start - 1] in self.yards and tokens.capital[land]
        return told and tokens.tags[land] in {"JJ", "NNP"} and tokens.lower_at(land - 1) != "the"

    def is_ship_noun(self, tokens: Tokens, k: int) -> bool:
        """Whether a noun for one ship ends at token k: "bulk carrier", and no "carrier" of goods."""
        single = k > 0 and tokens.tags[k] == "NN" and tokens.lemma_at(k) in self.ships
        return single and self.find_noun(tokens, k) == "Product"

    def _begins_row(self, tokens: Tokens, end: int) -> bool:
        """ "the charities X and Y": a plural names each of a row."""
        return tokens.lower_at(end) in {",", "and", "&"} and tokens.capital[end + 1 : end + 2] == [
            True
        ]

    def _is_maker(self, tokens: Tokens, noun: int, start: int, end: int) -> bool:
        """ "the drug Norvik makes", "the charity Jane Doe founded": who does something to it."""
        parse, head = tokens.parse, end - 1
        verb = parse.heads[head]
        if (
            parse.deps[head] in SUBJECTS
            and parse.deps[verb] == "relcl"
            and parse.heads[verb] == noun
        ):
            return True
        definite = tokens.lower_at(noun - 1) == "the"
        acting = tokens.tags[end : end + 1] in (["VBD"], ["VBZ"], ["VBP"], ["VBN"])
        bare = not tokens.tags[end + 1 : end + 2] or tokens.tags[end + 1] not in _OBJECTS
        if acting and definite and bare and tokens.lemma_at(end) in self.making:
            return True
        given = end - start > 1 and tokens.lower[start] in self.given
        return given and (acting or definite)

    def _find_behind(self, tokens: Tokens, start: int, end: int) -> str | None:
        if end >= len(tokens.words) or tokens.capital[end] or tokens.lower_at(start - 1) in _OWNERS:
            return None
        if not _stand_together(tokens, start, end):
            return None
        for k in range(end, min(end + 3, len(tokens.words))):
            if tokens.tags[k] not in {"NN", "NNS", "JJ", "HYPH"} or tokens.capital[k]:
                return None
            kind = _match(tokens, k, self.behind, first=end)
            following = tokens.tags[k + 1 : k + 2]
            if kind and following not in (["NN"], ["NNS"], ["HYPH"]):
                return kind
        return None


def _stand_together(tokens: Tokens, one: int, other: int) -> bool:
    """Whether both tokens are of one sentence: a headline's last noun calls nobody."""
    return tokens.parse.sentence_of[one] == tokens.parse.sentence_of[other]


def _match(
    tokens: Tokens, last: int, kinds: Mapping[str, str], first: int | None = None
) -> str | None:
    """The type of the longest of the nouns that ends at `last`, and begins at `first` if that is given."""
    lemma = tokens.lemma_at(last)
    for size in range(_LONGEST, 0, -1):
        start = last + 1 - size
        if start < 0 or (first is not None and start != first):
            continue
        row = " ".join(tokens.lower[start:last])
        for word in (tokens.lower[last], lemma):
            kind = kinds.get(f"{row} {word}".strip().replace(" - ", "-"))
            if kind is not None:
                return kind if kind != "none" else None
    return None


def _drop_foreign(kinds: Mapping[str, str]) -> dict[str, str]:
    """The nouns without those that a domain has a type of its own for: "ferry" where there are vessels."""
    nominals = load_lexicon("nominals").get_mapping("nominals")
    return {
        noun: kind for noun, kind in kinds.items() if nominals.get(noun, kind) in _CALLED | {kind}
    }
