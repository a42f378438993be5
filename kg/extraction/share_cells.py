"""The members of a row of shares, read by their words: "and B the remaining 20 percent", ", 20 percent by B"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

OWNERS = ("Agent", "Country", "Province", "City", "District")
WHOLES = ("Organization", "Facility")
_CLOSING = frozenset([",", ".", ";", ")", ":", "”", '"', "’", "'", "—", "–", "-", "and", "while"])
_CLOSING_TOO = frozenset(["with", "but", "whereas", "respectively", "each", "or", "!", "?", "]"])
_OPENING = frozenset([",", "(", ")"])
_EACH = "each"
_YET = frozenset([_EACH, "will", "would", "to"])
_DESCRIBING = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "DT", "POS", "HYPH", "VBN", "CD"])
_NAMED = 6  # words that may describe a holder before the name
_FAR = 12  # tokens from one member of a row to its share


@dataclass(frozen=True, slots=True)
class ShareCell:
    """A holder (None where none can be told), the share (None for "the rest") and where both end."""

    owners: tuple[Mention, ...]
    share: Mention | None
    end: int
    whole: Mention | None = None  # "B 20 percent [of Z]": another thing than that of the row
    time: Mention | None = None
    share_first: bool = False


class ShareCellReader:
    """Reads the members of rows of shares in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.words = arguments.lower
        words = load_lexicon("shares")
        self.joining, self.having = words.get("joining"), words.get("having")
        self.grading, self.parts, self.rests = (
            words.get("grading"),
            words.get("parts"),
            words.get("rests"),
        )
        self.belonging, self.links = words.get("belonging"), words.get("belonging_links")
        self.between = words.get("belonging_between")
        self.percents = {
            arguments.ranges[m][0]: m
            for m in arguments.recognized.mentions
            if m.kind is MentionKind.QUANTITY and m.origin == "percent"
        }

    def read_row(self, start: int, last: int, *, behind: bool) -> Iterator[ShareCell]:
        """The members of a row that goes on at `start`; `behind`: holders stand behind their shares."""
        while start < last:
            begin = self._pass_joints(start, last)
            if begin == start:
                return
            if respective := self._read_respective(begin, last):
                yield from respective
                return
            cell = self.read(begin, last, behind=behind)
            if cell is None:
                return
            yield cell
            start = cell.end

    def read(self, begin: int, last: int, *, behind: bool) -> ShareCell | None:
        """The member of a row that begins at a token."""
        found = self._read_behind(begin, last, bare=behind)
        return found or self._read_before(begin, last) or self._read_more(begin, last)

    def tells_rest(self, first: int, last: int) -> bool:
        """Whether a sentence tells what is left of something: "The remaining 15 percent", "The rest"."""
        words = self.words[first : min(first + _FAR, last)]
        return any(w in {"remaining", "rest", "remainder", "balance"} for w in words)

    def _pass_joints(self, start: int, last: int) -> int:
        """Past "(", ")" and the words that join members."""
        while start < last and (self.words[start] in self.joining or self.words[start] == ")"):
            start += 1
        return start

    def _find_share(self, begin: int, last: int) -> tuple[int, Mention | None, int] | None:
        """Where a share begins with its small words, itself (None for "the rest") and where it ends."""
        for at in range(begin, min(begin + _FAR, last)):
            if at in self.percents:
                end = self.pass_parts(self.arguments.ranges[self.percents[at]][1], last)
                return self._pass_back(at, begin), self.percents[at], end
            if self.words[at] in self.rests and self.words[at - 1] in {"the", "a"}:
                return self._pass_back(at, begin), None, at + 1
            if self.words[at] in {".", ";", "of"}:
                return None
        return None

    def pass_parts(self, end: int, last: int) -> int:
        """Past "stake", "of the shares" behind a percentage."""
        at = end
        while at < last and self.words[at] in self.parts | self.grading - {"the", "a", "an"}:
            at += 1
        return at if at > end and self.words[at - 1] in self.parts else end

    def _pass_back(self, at: int, begin: int) -> int:
        """Where the small words before a share begin."""
        while at > begin and self.words[at - 1] in self.grading:
            at -= 1
        return at

    def _read_before(self, begin: int, last: int) -> ShareCell | None:
        """ "B the remaining 20 percent", "B with 20 percent", "B (20 percent)"."""
        share = self._find_share(begin, last)
        if share is None:
            return None
        at, value, end = share
        before = at
        while at > begin and self.words[at - 1] in self.having | _OPENING | _YET:
            at -= 1
        if at == begin or (value is None and self.words[end : end + 1] == ["of"]):
            return None
        each = self.words[end : end + 1] == ["each"]  # "B and C each holding 10 percent"
        owners = self._find_owners(begin, at, many=each or _EACH in self.words[at:before])
        if owners is None:
            return None
        end += each
        whole, end = self._read_whole(end, last)
        time = self.find_time(end)
        end = end if time is None else self.arguments.ranges[time][1]
        return ShareCell(owners, value, end, whole, time) if self._closes(end, last) else None

    def _read_respective(self, begin: int, last: int) -> list[ShareCell]:
        """ "B and C hold 25 percent and 24 percent respectively": a share for each, in their order."""
        share = self._find_share(begin, last)
        if share is None or "respectively" not in self.words[begin:last]:
            return []
        at, end, shares = share[0], share[0], []
        while end < last and (end in self.percents or self.words[end] in {",", "and"}):
            if end in self.percents:
                shares.append(self.percents[end])
            end = self.arguments.ranges[shares[-1]][1] if end in self.percents else end + 1
        end = self.pass_parts(end, last)
        if "respectively" not in self.words[end : end + 2]:
            return []
        while at > begin and self.words[at - 1] in self.having | _YET:
            at -= 1
        owners = self._find_owners(begin, at, many=True) or ()
        cells = zip(owners, shares, strict=False) if len(owners) == len(shares) else ()
        return [ShareCell((owner,), held, end) for owner, held in cells]

    def _read_behind(self, begin: int, last: int, *, bare: bool) -> ShareCell | None:
        """ "the remaining 20 percent belongs to B"; `bare`: "20 percent by B"."""
        share = self._find_share(begin, last)
        if share is None or any(w not in self.grading for w in self.words[begin : share[0]]):
            return None
        at, told = share[2], bare
        while at < last and self.words[at] in self.between | self.belonging | {","}:
            told = told or self.words[at] in self.belonging
            at += 1
        linked = self.words[at - 1] == "of" if at > share[2] else False  # "in the hands of B"
        if at < last and self.words[at] in self.links:
            at, linked = at + 1, True
        if not told or not linked:
            return None
        owner, end = self._find_next(at, last)
        if owner is None or not self._closes(end, last):
            return None
        return ShareCell((owner,), share[1], end, share_first=True)

    def _read_more(self, begin: int, last: int) -> ShareCell | None:
        """ "40 percent of Z": of another thing, and the same holder's."""
        share = self._find_share(begin, last)
        if share is None or share[1] is None:
            return None
        if any(w not in self.grading for w in self.words[begin : share[0]]):
            return None
        whole, end = self._read_whole(share[2], last)
        closed = whole is not None and self._closes(end, last)
        return ShareCell((), share[1], end, whole) if closed else None

    def _read_whole(self, end: int, last: int) -> tuple[Mention | None, int]:
        """What the share is of, where that is told again."""
        if self.words[end : end + 1] in (["of"], ["in"]) and end + 1 < last:
            found, behind = self._find_next(end + 1, last, WHOLES)
            if found is not None:
                return found, behind
        return None, end

    def find_time(self, end: int) -> Mention | None:
        """The time after "in" at a token."""
        if self.words[end : end + 1] != ["in"]:
            return None
        return self.arguments.find_period_around(end + 1)

    def _find_next(
        self, at: int, last: int, types: tuple[str, ...] = OWNERS
    ) -> tuple[Mention | None, int]:
        """The name that what begins at a token leads to, and where it ends with its brackets."""
        for token in range(at, min(at + _NAMED, last)):
            for mention in self.arguments.by_token.get(token, ()):
                start, end = self.arguments.ranges[mention]
                longer = any(
                    self.arguments.ranges[m][0] <= start and self.arguments.ranges[m][1] > end
                    for m in self.arguments.by_token[token]
                )
                if mention.kind is MentionKind.NAME and start == token and not longer:
                    owned = self.words[end : end + 1] in (["'s"], ["’s"])
                    if not owned and self.arguments.fits(mention, types):
                        return mention, self.pass_brackets(end, last)
            if self.parse.tags[token] not in _DESCRIBING:
                return None, at
        return None, at

    def pass_brackets(self, end: int, last: int) -> int:
        """Past "(NPA)" behind a name; a share in brackets is none of that."""
        if self.words[end : end + 1] != ["("]:
            return end
        close = next((t for t in range(end, min(end + _NAMED, last)) if self.words[t] == ")"), None)
        inside = close is not None and not any(t in self.percents for t in range(end, close))
        return close + 1 if close is not None and inside else end

    def _find_owners(self, begin: int, end: int, *, many: bool) -> tuple[Mention, ...] | None:
        """Who stands between two tokens and ends there; None where that is no holder."""
        while end > begin and self.words[end - 1] == ")":
            opened = [t for t in range(begin, end) if self.words[t] == "("]
            end = opened[-1] if opened else begin
        allowed = _DESCRIBING | ({",", "CC"} if many else set())
        strange = any(self.parse.tags[t] not in allowed for t in range(begin, end))
        if begin >= end or (strange and not self._is_one_name(begin, end)):
            return None
        found = [m for t in range(begin, end) for m in self._find_names(t, end)]
        if not many:
            found = [m for m in found if self.arguments.ranges[m][1] == end][:1]
            described = self.arguments.ranges[found[0]][0] - begin if found else 0
            return tuple(found) if described <= _NAMED else None
        return tuple(dict.fromkeys(found))

    def _is_one_name(self, begin: int, end: int) -> bool:
        """Whether all between two tokens is a name and an article: "the Ports Authority of Kenya"."""
        at = begin + (self.words[begin : begin + 1] == ["the"])
        return any(self.arguments.ranges[m][1] == end for m in self._find_names(at, end))

    def _find_names(self, token: int, end: int) -> list[Mention]:
        """The names that begin at a token, the longest first."""
        ranges = self.arguments.ranges
        found = [
            m
            for m in self.arguments.by_token.get(token, ())
            if ranges[m][0] == token
            and ranges[m][1] <= end
            and (m.kind is MentionKind.NAME or m.type == "GovernmentBody")
            and self.arguments.fits(m, OWNERS)
        ]
        return sorted(found, key=lambda m: -ranges[m][1])[:1]

    def _closes(self, end: int, last: int) -> bool:
        """Whether a member of a row ends here."""
        if end >= last or self.words[end] in _CLOSING | _CLOSING_TOO:
            return True
        return self.find_time(end) is not None
