"""What every family of observation shapes works on."""

from collections.abc import Iterator

from kg.extraction.observing import Observer


class Shapes:
    """Base of the shapes: one document's observer, and its parts under short names."""

    def __init__(self, observer: Observer) -> None:
        self.observer = observer
        self.words = observer.words
        self.arguments = observer.arguments
        self.parse = observer.parse
        self.values = observer.values

    def is_measured_time(self, noun: int) -> bool:
        """ "travel time", "waiting times": time that is measured."""
        return self.parse.lemmas[noun] == "time" and any(
            self.parse.words[c].lower() in self.words.measured_times
            for c in self.parse.children[noun]
        )

    def is_plural(self, noun: int) -> bool:
        """Whether a noun is plural, or looks the same in the plural."""
        plural = self.parse.tags[noun] in {"NNS", "NNPS"}
        return plural or self.parse.lemmas[noun] in self.words.plural_alike

    def _through_totals(self, nouns: list[int]) -> Iterator[int]:
        """ "a total of 953,000 vehicles": the vehicles."""
        parse = self.parse
        for noun in nouns:
            inner = [
                part
                for child in parse.children[noun]
                if parse.lemmas[noun] in self.words.vague and parse.lemmas[child] == "of"
                for part in parse.children[child]
                if parse.deps[part] == "pobj"
            ]
            yield from inner or [noun]
