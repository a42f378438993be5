"""What the names of a document tell before it is walked: titles, bodies and countries of posts, what comes later."""

from functools import cached_property

from kg.model.mention import Mention
from kg.recognition.defined_terms import find_defined
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.origins import OriginReader
from kg.recognition.tokens import Tokens


class Forecast:
    """Filled once a document by the recognizer."""

    def __init__(self, tokens: Tokens, gazetteer: Gazetteer) -> None:
        self.tokens, self.gazetteer = tokens, gazetteer
        self.affiliations: dict[int, int] = {}  # a person's chain → that of the body of the post
        self.citizens: dict[int, int] = {}  # a person's chain → that of the country of the post
        self.last_tokens: dict[int, int] = {}  # a name's first token → its last
        self.first_tokens: dict[int, int] = {}  # a name's last token → its first
        self.covered: frozenset[int] = frozenset()  # last tokens of names inside longer ones
        self.titles: dict[int, set[str]] = {}  # a name's last token → the words of titles beside it
        self.upcoming: list[tuple[Mention, int, int]] = []  # names with chain and first token

    @cached_property
    def origins(self) -> OriginReader:
        """The countries of the document's names."""
        return OriginReader(self.tokens, self.upcoming, self.last_tokens, self.gazetteer)

    @cached_property
    def defined(self) -> dict[str, tuple[Mention, int]]:
        """What the text defines in brackets: "the Company"."""
        return find_defined(self.tokens, self.upcoming, self.last_tokens)
