"""Ranks before names, as soldiers and police bear them: "Rear Admiral X", "Maj. Gen. (retd) X"."""

from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_CHIEFS = frozenset(["chief", "chiefs", "head", "commander"])
_SERVICES = frozenset(["army", "navy", "force", "staff", "defence", "defense", "police", "guard"])
_STAFFS = _SERVICES | {"naval", "air", "general"}


class RankFinder:
    """Finds the tokens of ranks; they belong to no name and make no title of a post."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.ranks = names.get("ranks")
        self.lone = names.get("lone_ranks")
        self.parts = self.ranks | names.get("rank_parts")
        self.before = names.get("honorifics") | names.get("rank_marks")

    def find(self, tokens: Tokens, posts: list[PostSpan]) -> frozenset[int]:
        """Tokens of ranks that a name follows: of two words, or of one that is plain or behind a title."""
        ends = {post.end for post in posts}
        ends |= {p.head for p in posts if p.start < p.head and _is_chief(tokens, p.head - 1)}
        found: set[int] = set()
        i = 0
        while i < len(tokens.words):
            led = _is_chief(tokens, i) and tokens.lower_at(i - 1) in _SERVICES
            led = led or (tokens.lower[i] == "staff" and tokens.lower_at(i - 1) in _STAFFS)
            end = self._find_end(tokens, i) if tokens.capital[i] and not led else i
            if end > i and self._is_before_name(tokens, end):
                words = sum(tokens.words[k].strip(".-") != "" for k in range(i, end))
                behind = i in ends or (i > 0 and tokens.lower[i - 1] in self.before)
                lone = (
                    tokens.lower[i].rstrip(".") in self.lone and tokens.capital[end + 1 : end + 2]
                )
                if words > 1 or behind or lone == [True]:
                    found.update(range(i, end))
            i = max(end, i + 1)
        return frozenset(found)

    def _find_end(self, tokens: Tokens, start: int) -> int:
        """The end of the run of ranks in capitals that begins at `start`; `start` if there is none."""
        end, sure = start, False
        while end < len(tokens.words):
            word = tokens.lower[end].rstrip(".")
            if tokens.capital[end] and word in self.parts:
                sure = sure or word in self.ranks
            elif end == start or tokens.words[end] not in {".", "-"}:
                break
            end += 1
        return end if sure else start

    def _is_before_name(self, tokens: Tokens, end: int) -> bool:
        if tokens.lower[end : end + 1] == ["("]:
            close = [
                k for k in range(end, min(end + 5, len(tokens.words))) if tokens.words[k] == ")"
            ]
            end = close[0] + 1 if close else end
        return end < len(tokens.words) and tokens.capital[end]


def drop_ranks(posts: list[PostSpan], ranks: frozenset[int]) -> list[PostSpan]:
    """The titles without those that are ranks: "Navy chief [Admiral] X" holds one post."""
    kept = (post if post.head not in ranks else _cut_rank(post, ranks) for post in posts)
    return [post for post in kept if post is not None]


def _cut_rank(post: PostSpan, ranks: frozenset[int]) -> PostSpan | None:
    """What stands before the rank, if that is a title: "Navy chief | Admiral"."""
    end = min(k for k in range(post.start, post.end) if k in ranks)
    return replace(post, end=end, head=end - 1) if end > post.start else None


def _is_chief(tokens: Tokens, k: int) -> bool:
    """ "Army Chief Gen X"; in small letters the rank belongs to the title: "Navy chief Admiral X"."""
    return tokens.lower[k] in _CHIEFS and tokens.capital[k]
