"""What recognition hands to extraction: one document's parse, mentions and coreferences."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model.document import Document
from kg.model.mention import Coreference, Mention
from kg.model.parse import Parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognized:
    """A document ready for extraction.

    Mentions are sorted by start, longer first; nominals and pronouns carry the type of what they
    stand for. `paragraph_of` gives each sentence's paragraph number. `public_posts` are the mentions
    of kind POST whose holder is an Official by the title alone. `lands` gives the country of a known
    town, both by their ids.
    """

    document: Document
    parse: Parse
    paragraph_of: tuple[int, ...]
    mentions: tuple[Mention, ...]
    coreferences: tuple[Coreference, ...]
    public_posts: frozenset[Mention] = frozenset()
    lands: Mapping[str, str] = field(default_factory=dict)
