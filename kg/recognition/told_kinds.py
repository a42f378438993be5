"""Places told once with the word for their kind and then without: "Zenda province … Zenda", "Tarn City … Tarn"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.lexicon import load_lexicon
from kg.model.mention import GUESS, SETTLED, MentionKind
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_PARTS = frozenset(["Province", "District"])
_KINDS = _PARTS | {"City"}
_OPEN = frozenset(
    ["Company", "Organization", "Person", *SETTLED]
)  # what a strange name is taken for
_DOUBTFUL = frozenset(["context", GUESS])
_LARGE = 1000  # thousands of inhabitants of a city that is meant by its name alone
_LONGEST = 3  # words for a kind: "local government area"
_TOWN_WORDS = frozenset(
    "city town municipality downtown capital port seaport harbour harbor airport station".split()  # noqa: SIM905
)
_SEATING = frozenset(["based", "headquartered", "born", "arrived", "landed", "docked"])


@dataclass(frozen=True, slots=True)
class _Told:
    """A name with the word for its kind: "Zenda province"."""

    kind: str
    start: int
    known_as: str | None


class ToldKinds:
    """Gives the bare name of a place the kind that the text told with it; holds no state."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        names = load_lexicon("names")
        words = names.get_mapping("extenders")
        self.kinds = {word: kind for word, kind in words.items() if kind in _KINDS}

    def settle(self, tokens: Tokens, names: Sequence[Name]) -> list[Name]:
        """The names; those alone that are told with one kind elsewhere are of that kind."""
        told = self._list_told(tokens, names)
        bare = {
            text: name
            for name in names
            if (text := tokens.slice(name.start, name.end)) in told and name.known_as is not None
        }
        firms = {tokens.words[n.start] for n in names if n.type == "Company" and _is_long(n)}
        return [self._settle(tokens, name, told, bare, firms) for name in names]

    def _list_told(self, tokens: Tokens, names: Sequence[Name]) -> dict[str, _Told]:
        """What is told with a kind, by the name alone; nothing that is told with two."""
        found: dict[str, list[_Told]] = defaultdict(list)
        for name in names:
            base = self._find_base(tokens, name) if name.type in _KINDS else None
            if base is not None:
                found[base].append(_Told(name.type, name.start, name.known_as))
        return {
            base: rows[0] for base, rows in found.items() if len({row.kind for row in rows}) == 1
        }

    def _find_base(self, tokens: Tokens, name: Name) -> str | None:
        """ "Zenda" of "Zenda province"."""
        for size in range(min(_LONGEST, name.end - name.start - 1), 0, -1):
            words = " ".join(tokens.lower[name.end - size : name.end])
            if self.kinds.get(words) == name.type:
                return tokens.slice(name.start, name.end - size)
        return None

    def _settle(
        self,
        tokens: Tokens,
        name: Name,
        told: Mapping[str, _Told],
        bare: Mapping[str, Name],
        firms: set[str],
    ) -> Name:
        base = self._find_base(tokens, name) if name.type == "City" else None
        if base is not None and base in bare:  # "Tarn City" is the known Tarn
            same = bare[base]
            joins = name.known_as is None and same.type == "City" and base in told
            return replace(name, known_as=same.known_as, choice=same.choice) if joins else name
        text = tokens.slice(name.start, name.end)
        full = told.get(text)
        if full is None or full.kind == name.type or name.kind is not MentionKind.NAME:
            return name
        if name.known_as is None:
            strange = name.type in _OPEN and name.origin in _DOUBTFUL
            free = strange and tokens.words[name.start] not in firms
            return replace(name, type=full.kind, known_as=full.known_as) if free else name
        seat = tokens.lower_at(name.start - 2) in _SEATING  # "based in Zenda"
        if full.kind not in _PARTS or name.type != "City" or full.start > name.start or seat:
            return name
        return (
            replace(name, type=full.kind, known_as=full.known_as, choice=None)
            if (self._is_small(name.known_as) and not _is_town(tokens, text))
            else name
        )

    def _is_small(self, known_as: str) -> bool:
        """Whether the town is none that everybody means by its name: Lima, Kyiv."""
        entry = self.gazetteer.get(known_as)
        return entry is not None and entry.prominence < _LARGE


def _is_long(name: Name) -> bool:
    return name.end - name.start > 1


def _find_all(tokens: Tokens, text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a name stand in the text."""
    words = text.lower().split()
    for k, word in enumerate(tokens.lower):
        if word == words[0] and tokens.lower[k : k + len(words)] == words:
            yield k, k + len(words)


def _is_town(tokens: Tokens, text: str) -> bool:
    """Whether the text tells the name as that of a town as well: "the city of Zenda", "downtown Zenda"."""
    for start, end in _find_all(tokens, text):
        of = start - 1 if tokens.lower_at(start - 1) == "of" else start
        if start in tokens.datelines or tokens.lower_at(of - 1) in _TOWN_WORDS:
            return True
        if tokens.lower_at(end) in _TOWN_WORDS:
            return True
    return False
