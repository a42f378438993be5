"""The countries that a text tells of companies and bodies: "Ruritania's X", "the Ruritanian firm X"."""

from kg.model.mention import Mention
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_REACH = 6  # tokens before a name that may describe it


class OriginReader:
    """Looks up countries by token for one document."""

    def __init__(
        self, tokens: Tokens, names: list[tuple[Mention, int, int]], last_tokens: dict[int, int]
    ) -> None:
        self.tokens = tokens
        self.countries = {
            k: mention.known_as
            for mention, _, start in names
            if mention.type == "Country" and mention.known_as
            for k in range(start, last_tokens.get(start, start) + 1)
        }

    def find_in(self, start: int, end: int) -> str | None:
        """The first country told in tokens start to end."""
        return next((self.countries[k] for k in range(start, end) if k in self.countries), None)

    def find_before(self, start: int) -> str | None:
        """The country that is told of the name at `start` by what stands before it."""
        for k in range(start - 1, max(start - _REACH, -1), -1):
            if k in self.countries:
                return self.countries[k]
            describes = self.tokens.tags[k][:2] in {"NN", "JJ"} and not self.tokens.capital[k]
            if not describes and self.tokens.words[k] not in {"-", "'s", "’s"}:
                return None
        return None

    def is_only_origin(self, start: int, end: int) -> bool:
        """Whether a country is all that tokens start to end tell: "[South Ruritanian] company"."""
        return start < end and all(k in self.countries for k in range(start, end))


def narrow_by_origin(candidates: list[Referent], origin: str) -> list[Referent]:
    """Those told to be of that country, else those that are told to be of none."""
    told = [r for r in candidates if origin in r.origins]
    return told or [r for r in candidates if not r.origins]
