"""Decides whether the first line of a text is its title."""

from kg.readers.datelines import find_published

_MAX_TITLE = 220
_MAX_TIGHT_TITLE = 120  # where no blank line follows
_FINAL = (".", "!", ";", ",", ":")


def find_title(text: str) -> str | None:
    """The first line, if it is short, without a full stop, and set off from what follows.

    A blank line sets it off, or a next line that is much longer and a sentence. A text of one line
    has no title.
    """
    lines = text.lstrip("\n ").split("\n", 3)
    title = lines[0].strip()
    if len(lines) < 2 or not title or not any(character.isalpha() for character in title):
        return None
    ends_sentence = title.endswith(_FINAL) and not title.endswith("...")
    if ends_sentence or len(title) > _MAX_TITLE or find_published(title) is not None:
        return None
    following = lines[1].strip()
    if not following:
        return title if any(line.strip() for line in lines[2:]) else None
    tight = len(title) <= _MAX_TIGHT_TITLE and len(following) > 1.5 * len(title)
    return title if tight and following[-1] in ".!?”\"')" else None
