"""Posts whose body or place a text has told: a title told again alone is of the same one."""

from collections import defaultdict
from collections.abc import Iterable

from kg.extraction.full_titles import is_fuller
from kg.model.mention import Mention

Held = tuple[Mention, str]  # a holder and a title in small letters


class ToldPosts:
    """Answers for the posts of one document."""

    def __init__(self, held: Iterable[Held | None]) -> None:
        self.titles: dict[Mention, set[str]] = defaultdict(set)
        for post in held:
            if post is not None:
                self.titles[post[0]].add(post[1])

    def has(self, post: Held | None) -> bool:
        """Whether the holder was told with this title, or a fuller one: "Minister X", the Ports Minister of Peru."""
        told = self.titles.get(post[0], set()) if post is not None else set()
        return post is not None and any(t == post[1] or is_fuller(t, post[1]) for t in told)
