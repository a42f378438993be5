"""The settings of reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.errors import UsageError

ROLES = ("text", "title", "url", "date", "id", "publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How documents are read; wrong settings raise UsageError at once.

    `format` is a file ending without its dot ("jsonl", "html") that standard input and files named
    one by one are read as; members of folders are always read by their own ending. `encoding` goes
    before everything that a file says of itself. `fields` says which field of a JSON-lines record
    plays a role of ROLES ({"text": "body"}); a role left out is its own field name.
    """

    format: str | None = None
    encoding: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    max_bytes: int = 20_000_000  # a file, a JSON-lines record, or what they inflate to
    max_characters: int = 5_000_000  # a document
    max_stream_bytes: int = 4_000_000_000  # a JSON-lines file, which is never held as a whole

    def __post_init__(self) -> None:
        for role in self.fields:
            if role not in ROLES:
                known = ", ".join(ROLES)
                raise UsageError(f"There is no field role '{role}'; choose one of {known}.")
        for name in ("max_bytes", "max_characters", "max_stream_bytes"):
            if getattr(self, name) < 1:
                raise UsageError(f"The limit {name} must be 1 or more.")
        if self.encoding is not None and not _is_text_encoding(self.encoding):
            raise UsageError(
                f"There is no text encoding '{self.encoding}'; write one such as utf-8."
            )

    def get_field(self, role: str) -> str:
        """The record field that plays the role."""
        return self.fields.get(role, role)


def _is_text_encoding(name: str) -> bool:
    """Whether bytes can be decoded with it; Python also has codecs from text to text (rot13)."""
    try:
        b"a".decode(name)
    except UnicodeError:
        return True  # one byte is not enough for it
    except LookupError:
        return False
    return True
