"""Titles that one person has side by side: "CEO and founder", "EVP, Chief People Officer"."""

from collections.abc import Collection
from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.recognition.titles_in_row import is_of_row
from kg.recognition.tokens import Tokens


@dataclass(frozen=True, slots=True)
class PostSpan:
    """A title without its portfolio: tokens start to end; `public` if its holder is an Official by it."""

    start: int
    end: int
    public: bool
    head: int


_AND = (["and"], ["&"], ["/"])
_DASHES = (["-"], ["–"], ["—"])
_NAME, _LED = 4, 4  # words of a name, and from "as" to a title
_OPENING = frozenset([",", "'s", "’s", "(", "a", "an", "the", "its", "their", "his", "her", "as"])


class PostRows:
    """Makes one title of several that stand side by side; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.served, self.ranks = lexicon.get("served"), lexicon.get("ranks_of_firms")
        self.beside_ranks = lexicon.get("beside_ranks")
        self.addresses = load_lexicon("names").get("honorifics")

    def join(
        self, tokens: Tokens, found: list[PostSpan], openings: Collection[PostSpan]
    ) -> list[PostSpan]:
        """The titles, those joined made one; of `openings`, which are none alone, what nothing joins is left out."""
        joined: list[PostSpan] = []
        for post, following in zip(found, (*found[1:], None), strict=False):
            last = joined[-1] if joined else None
            if last and not tokens.lower[last.end : post.start] and self._is_address(tokens, post):
                continue  # "President [Professor] X"
            if (
                last
                and not self._is_former_envoy(tokens, last, post)
                and (self._are_one(tokens, last, post) or is_of_row(tokens, last, post, following))
            ):
                joined[-1] = PostSpan(last.start, post.end, last.public or post.public, post.head)
                continue
            if last in openings:
                joined.pop()
            joined.append(post)
        return joined[:-1] if joined and joined[-1] in openings else joined

    def _are_one(self, tokens: Tokens, last: PostSpan, post: PostSpan) -> bool:
        between = tokens.lower[last.end : post.start]
        beside = not between or between in _AND or self._serves(tokens, last, post, between)
        if between in _AND and _is_named_beside(tokens, last, post):
            return False
        if between == [","]:
            beside = self._is_ranked(tokens, last, post)
        elif between in _DASHES:  # "Deputy Prime Minister - Minister of Trade"
            apart = tokens.parse.starts[last.end] > tokens.parse.ends[last.end - 1]
            beside = apart and last.public and post.public and tokens.capital[last.start]
        return beside and _is_same_case(tokens, last, post)

    def _is_ranked(self, tokens: Tokens, last: PostSpan, post: PostSpan) -> bool:
        """ "EVP, Chief People Officer": a rank of a firm and the post that goes with it."""
        rank = " ".join(tokens.lower[last.start : last.end])
        title = " ".join(tokens.lower[post.start : post.end])
        named = any(tokens.capital[post.end : post.end + 1])  # "…, EVP, CFO Jane Doe": of another
        known = tokens.lower[post.start] == "chief" or title in self.beside_ranks
        return rank in self.ranks and known and not named and tokens.capital[last.start]

    def _is_address(self, tokens: Tokens, post: PostSpan) -> bool:
        """Whether a title behind another is what its holder is called by, before the name."""
        alone = post.end == post.start + 1 and tokens.lower[post.head] in self.addresses
        return alone and tokens.capital[post.end : post.end + 1] == [True]

    def _is_former_envoy(self, tokens: Tokens, last: PostSpan, post: PostSpan) -> bool:
        """ "Foreign Minister | Ambassador X": who has been an ambassador is called so ever after."""
        alone = post.start == last.end and post.end == post.start + 1
        named = tokens.capital[post.end : post.end + 1] == [True]
        return alone and named and tokens.words[post.start] == "Ambassador"

    def _serves(self, tokens: Tokens, last: PostSpan, post: PostSpan, between: list[str]) -> bool:
        """A post beside a post: "Secretary to the Prime Minister", "adviser to the president"."""
        return (
            between in (["to"], ["to", "the"])
            and last.end == last.head + 1
            and tokens.lower[last.head] in self.served
            and tokens.lower[post.head] not in self.served
        )


def _is_named_beside(tokens: Tokens, last: PostSpan, post: PostSpan) -> bool:
    """ "X as its CEO and [board member] Y as chairman": what the second of two was before."""
    k = post.end
    while tokens.capital[k : k + 1] == [True] and k < post.end + _NAME:
        k += 1
    led = "as" in tokens.lower[max(last.start - _LED, 0) : last.start]
    return led and k > post.end and tokens.lower_at(k) in {"as", "to"}


def opens_row(tokens: Tokens, start: int, end: int) -> bool:
    """ "Norvik [director] and senior economist X": a word that is a title only beside another one."""
    if tokens.lower_at(end) not in {"and", "&", "/"} or tokens.tags[end - 1] not in {"NN", "NNP"}:
        return False
    before = tokens.lower_at(start - 1)
    return before in _OPENING or bool(start and tokens.capital[start - 1])


def _is_same_case(tokens: Tokens, last: PostSpan, post: PostSpan) -> bool:
    """Titles of one case; initials go with either: "CEO and founder"."""
    alone = [p for p in (last, post) if p.end == p.start + 1]
    initials = any(tokens.words[p.head].isupper() for p in alone)
    small = last.start in tokens.first_of_sentence and last.end == last.start + 1
    return initials or small or _is_capital(tokens, post) == _is_capital(tokens, last)


def _is_capital(tokens: Tokens, post: PostSpan) -> bool:
    """Whether a title has capitals; that of a party in "Party secretary and director" is the party's."""
    party = tokens.words[post.start] == "Party" and post.end > post.start + 1
    return tokens.capital[post.start + party]
