"""Names in small letters that a pattern tells: "the British PM's office", "the 43rd annual general meeting"."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.owning_families import OwningFamilies
from kg.recognition.plain_bodies import PlainBodies
from kg.recognition.plain_meetings import PlainMeetings
from kg.recognition.post_rows import PostSpan
from kg.recognition.titled_bodies import TitledBodies
from kg.recognition.tokens import Tokens

_OWNING = frozenset(["'s", "’s", "'", "’"])
_YEAR = re.compile(r"20[2-9]\d")
Known = Mapping[int, tuple[int, GazetteerMatch]]


class PlainNames:
    """Finds such names; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.holders = names.get("office_holders")
        self.offices = [office.split() for office in sorted(names.get("holder_offices"))]
        self.dated = names.get("dated_plans")
        self.meetings = PlainMeetings()
        self.bodies, self.titled = PlainBodies(), TitledBodies()
        self.families = OwningFamilies()

    def find(self, tokens: Tokens, posts: Sequence[PostSpan], known: Known) -> list[Name]:
        """The names in order of their patterns; titles within them are parts of them."""
        found = [name for post in posts if (name := self._find_office(tokens, post, known))]
        for k, word in enumerate(tokens.lower):
            if word in self.meetings.heads and (meeting := self.meetings.find(tokens, k, known)):
                found.append(meeting)
            elif word in self.dated and self._is_dated(tokens, k):
                found.append(Name(start=k - 1, end=k + 1, type="Agreement", origin="head noun"))
        found += self.titled.find(tokens, posts, known)
        found += self.families.find(tokens, known)
        return [*found, *self.bodies.find(tokens, known)]

    def _find_office(self, tokens: Tokens, post: PostSpan, known: Known) -> Name | None:
        """ "the Prime Minister's press service", "the Ruritanian president's office"."""
        end = post.end + 1
        if tokens.lower_at(post.end) not in _OWNING or tokens.lower[post.head] not in self.holders:
            return None
        office = next((o for o in self.offices if tokens.lower[end : end + len(o)] == o), None)
        if office is None or post.end - post.start > 2:
            return None
        place = next(
            (s for s, (e, m) in known.items() if e == post.start and m.entry.type == "Country"),
            None,
        )
        minister = tokens.lower[post.head] in {"minister", "pm", "premier"}
        if place is None and not (minister or tokens.capital[post.head]):
            return None
        start = post.start if place is None else place
        return Name(start=start, end=end + len(office), type="GovernmentBody", origin="head noun")

    def _is_dated(self, tokens: Tokens, k: int) -> bool:
        """ "the 2030 roadmap": of one year, and no other noun behind."""
        year = _YEAR.fullmatch(tokens.lower_at(k - 1)) is not None and not tokens.capital[k]
        before = tokens.tags[k - 2 : k - 1]
        return (
            year and before in (["DT"], ["PRP$"], ["POS"]) and tokens.tags[k + 1 : k + 2] != ["NN"]
        )


def insert_plain(names: Sequence[Name], plain: Sequence[Name]) -> list[Name]:
    """The names with `plain` in place of all that they cover."""
    kept = [n for n in names if not any(p.start < n.end and n.start < p.end for p in plain)]
    return sorted([*kept, *plain], key=lambda n: n.start)


def drop_covered_posts(
    posts: Sequence[PostSpan], spans: Collection[tuple[int, int]]
) -> list[PostSpan]:
    """The titles that are no part of a name in one of the spans, each a start and an end."""
    return [p for p in posts if not any(start < p.end and p.start < end for start, end in spans)]


def find_tokens(posts: Iterable[PostSpan]) -> frozenset[int]:
    """The tokens of titles."""
    return frozenset(k for post in posts for k in range(post.start, post.end))
