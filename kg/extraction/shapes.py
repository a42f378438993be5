"""What every family of observation shapes works on."""

from kg.extraction.observing import Observer


class Shapes:
    """Base of the shapes: one document's observer, and its parts under short names."""

    def __init__(self, observer: Observer) -> None:
        self.observer = observer
        self.words = observer.words
        self.arguments = observer.arguments
        self.parse = observer.parse
        self.values = observer.values
