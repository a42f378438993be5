"""Firms that share their name with a place: "Zenda is the country's largest miner", "a 19% stake in Zenda"."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.surroundings import is_seat_in_state
from kg.recognition.tokens import Tokens

_TYPES = frozenset(["City", "District", "Province"])
_LONGEST = 2  # words of such a name
_OWNED = frozenset(["'s", "’s"])
_STAKES = frozenset(["stake", "stakes", "shareholding", "shareholdings"])
_LEADING = frozenset(
    "ceo cfo coo cmd chairman chairwoman chairperson director officer executive founder owner president manager".split()  # noqa: SIM905
)
_BUYING = frozenset(["acquire", "buy", "purchase"])
_CLUBS = frozenset(["club", "side", "team", "outfit"])
_SPORTS = frozenset(
    "football soccer rugby cricket basketball baseball hockey handball volleyball league flight division".split()  # noqa: SIM905
)


class NamesakeReader:
    """Tells which names of places are firms' in a document; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.kinds = names.get("firm_kinds")
        self.stakes = names.get("company_stakes")
        self.belongings = names.get("firm_belongings")
        self.prepositions = names.get("place_prepositions")
        self.extenders = names.get_mapping("extenders").keys()

    def find(self, tokens: Tokens, names: Sequence[Name]) -> set[int]:
        """The numbers of the names that are firms': of a spelling that is called one, what is not told as a place."""
        by_text: dict[str, list[int]] = {}
        for n, name in enumerate(names):
            headed = tokens.lower[name.end - 1] in self.extenders  # "Zenda County"
            if name.type in _TYPES and name.end - name.start <= _LONGEST and not headed:
                by_text.setdefault(tokens.slice(name.start, name.end), []).append(n)
        found = set()
        fulls = {
            tokens.words[n.start] for n in names if n.type == "Company" and n.end - n.start > 1
        }
        for text, numbers in by_text.items():
            led = text in fulls and any(_is_led(tokens, names[n].start) for n in numbers)
            if led or any(
                self._is_called_firm(tokens, names[n].start, names[n].end) for n in numbers
            ):
                found |= {n for n in numbers if not self._is_place(tokens, names[n])}
        return found

    def _is_called_firm(self, tokens: Tokens, start: int, end: int) -> bool:
        return (
            self._is_firm_by_verb(tokens, end - 1)
            or self._is_apposed(tokens, start, end)
            or _is_club(tokens, start, end)
            or self._is_staked(tokens, start, end)
            or self._is_owner(tokens, end)
        )

    def _is_firm_by_verb(self, tokens: Tokens, head: int) -> bool:
        """ "X is the largest miner in the country", "X acquires a 19% stake"."""
        parse = tokens.parse
        verb = parse.heads[head]
        if parse.deps[head] != "nsubj":
            return False
        if parse.lemmas[verb] in _BUYING:
            objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
            return any(tokens.lower[c] in self.stakes for c in objects)
        if parse.lemmas[verb] != "be":
            return False
        return any(
            parse.deps[c] == "attr" and parse.tags[c] == "NN" and parse.lemmas[c] in self.kinds
            for c in parse.children[verb]
        )

    def _is_apposed(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "the miner X", "another Ruritanian firm, X.", "X, the country's largest miner,"."""
        kind = start - 1
        if (
            tokens.lower_at(kind) in self.kinds
            and tokens.tags[kind] == "NN"
            and not tokens.capital[kind]
            and tokens.lower_at(end) not in {"-", *_OWNED}
        ):
            return True
        listed = tokens.lower_at(kind - 1) in self.kinds and tokens.tags[kind - 1] == "NN"
        if tokens.lower_at(kind) == "," and listed and tokens.lower_at(end) in {".", ","}:
            return tokens.lower_at(end) == "." or tokens.lower_at(end + 1) in {"to", "which", "for"}
        if tokens.lower_at(end) != "," or is_seat_in_state(tokens, start, end):
            return False  # "the Zenda, Ruritania-based miner"
        parse = tokens.parse
        return any(
            parse.deps[c] == "appos" and parse.tags[c] == "NN" and parse.lemmas[c] in self.kinds
            for c in parse.children[end - 1]
            if c > end
        )

    def _is_staked(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "a 19% stake in X": no plant or harbour of the place X, which would follow."""
        if tokens.lower_at(start - 1) != "in" or tokens.lower_at(start - 2) not in _STAKES:
            return False
        bare = not tokens.tags[end : end + 1] or tokens.tags[end][0] not in "NJ"
        return bare and tokens.lower_at(end) not in {"-", ",", *_OWNED}

    def _is_owner(self, tokens: Tokens, end: int) -> bool:
        """ "X's shares", "X's chief executive": what firms alone have."""
        after = end + 1
        if tokens.lower_at(end) not in _OWNED:
            return False
        pair = f"{tokens.lower_at(after)} {tokens.lower_at(after + 1)}"
        return pair in self.belongings or tokens.lower_at(after) in self.belongings

    def _is_place(self, tokens: Tokens, name: Name) -> bool:
        """Whether one of these names is told as a place: "in X", "the region of X", "X, Peru", "X-based"."""
        before, after = tokens.lower_at(name.start - 1), tokens.lower_at(name.end)
        if name.start in tokens.datelines or after in self.extenders or after == "-":
            return True
        staked = self._is_staked(tokens, name.start, name.end)
        if before in self.prepositions:
            return not staked
        return before == "of" and tokens.lower_at(name.start - 2) in self.extenders


def _is_led(tokens: Tokens, start: int) -> bool:
    """ "Managing director of [X]": where a longer name with the word is a firm's, it is short for that."""
    return tokens.lower_at(start - 1) == "of" and tokens.lower_at(start - 2) in _LEADING


def _is_club(tokens: Tokens, start: int, end: int) -> bool:
    """ "Portuguese club [X]", "the rugby side [X]": a club of no name but its town's."""
    kind = start - 1
    if tokens.lower_at(kind) not in _CLUBS or tokens.tags[kind] != "NN" or tokens.capital[kind]:
        return False
    whose = tokens.capital[kind - 1] and tokens.tags[kind - 1] in {"JJ", "NNP"}
    return (whose or tokens.lower_at(kind - 1) in _SPORTS) and tokens.lower_at(end) != "-"
