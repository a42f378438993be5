"""Rows of holders whose verb stands only once: "A holds 51 percent of Y, B 29 percent and C the rest"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.share_cells import WHOLES, ShareCell, ShareCellReader
from kg.extraction.weakening import weaken
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind

_SHARED = frozenset(["owns", "acquires"])
_REACH = 30  # tokens from a holder to the thing
_OWNED = frozenset(["'s", "’s"])
_NEAR = 6  # tokens from a share to what it is of


class ShareRows:
    """Gives each member of a row its share of what the first one holds a share of."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments = arguments
        self.cells = ShareCellReader(arguments)
        self.wrong: set[tuple[str, Mention, Mention]] = set()

    def follow(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The candidates, whose shares are put right, and what the rows tell beside them."""
        if len(self.cells.percents) == 0:
            return list(candidates)
        sentences = self.arguments.parse.sentence_of
        by_sentence: dict[int, list[Candidate]] = {}
        for candidate in candidates:
            if candidate.rule.predicate in _SHARED and isinstance(candidate.object, Mention):
                by_sentence.setdefault(sentences[candidate.token], []).append(candidate)
        found: list[Candidate] = []
        for sentence, told in sorted(by_sentence.items()):
            found += self._follow_row(sentence, told)
            found += self._follow_next(sentence, [*told, *found])
        return [*(c for c in candidates if not self._is_holder(c)), *found]

    def _is_holder(self, candidate: Candidate) -> bool:
        """ "A owns 51 percent of Y and [B] the rest": B, which the parser takes for what A owns."""
        return (candidate.rule.predicate, candidate.subject, candidate.object) in self.wrong

    def _follow_row(self, sentence: int, told: list[Candidate]) -> list[Candidate]:
        """The members of the first row that begins with one of the candidates of a sentence."""
        last = self.arguments.parse.sentences[sentence][1]
        for candidate in sorted(told, key=lambda c: c.token):
            anchor = self._find_anchor(candidate, sentence)
            if anchor is None:
                continue
            share, end, behind = anchor
            if _is_of_other(candidate, share, told):
                continue
            row = list(self.cells.read_row(end, last, behind=behind))
            if row:
                holders = {m for cell in row for m in cell.owners}
                for same in told:
                    if isinstance(same.object, Mention) and same.object in holders:
                        self.wrong.add((same.rule.predicate, same.subject, same.object))
                    if same.subject == candidate.subject and same.object == candidate.object:
                        _put_share(same, share)
                return list(self._tell(candidate, row, told))
        return []

    def _find_anchor(self, candidate: Candidate, sentence: int) -> tuple[Mention, int, bool] | None:
        """The share of who begins a row, where that first member ends, and whether its holder stands behind."""
        ranges = self.arguments.ranges
        thing, owner = candidate.object, candidate.subject
        if not isinstance(thing, Mention) or not self.arguments.fits(thing, WHOLES):
            return None
        if thing not in ranges or owner not in ranges:
            return None
        first, last = self.arguments.parse.sentences[sentence]
        if not first <= ranges[owner][0] < last:
            return None
        inside = first <= ranges[thing][0] < last
        places = [ranges[owner], *([ranges[thing]] if inside else [])]
        share = self._find_share(min(places)[0], first, ranges[thing][0], last)
        if share is None:
            return None
        ends = [ranges[share], *places]
        if max(ends)[0] - min(ends)[0] > _REACH:
            return None
        end = self._pass_whole(max(e for _, e in ends), last)
        return share, end, ranges[share][0] < ranges[owner][0]

    def _pass_whole(self, end: int, last: int) -> int:
        """Past what belongs to the first member: "Y['s shares]", "Y [(NPA)]"."""
        words = self.cells.words
        if words[end : end + 1] and words[end] in _OWNED:
            end = self.cells.pass_parts(end + 1, last)  # "51 percent of Y's shares"
        end = self.cells.pass_brackets(self.cells.pass_parts(end, last), last)
        time = self.cells.find_time(end)  # "bought 40 percent of Y [in 2019] and B 10 percent"
        return end if time is None else self.arguments.ranges[time][1]

    def _find_share(self, start: int, first: int, thing: int, last: int) -> Mention | None:
        """The share of the first member: right before the thing, else the first one behind who begins."""
        ranges = self.arguments.ranges
        told = [m for at, m in sorted(self.cells.percents.items()) if first <= at < last]
        before = [m for m in told if 0 < thing - ranges[m][1] <= _NEAR]
        behind = [m for m in told if ranges[m][0] >= start]
        return next(iter([*before[-1:], *behind]), None)

    def _follow_next(self, sentence: int, told: list[Candidate]) -> list[Candidate]:
        """ "The remaining 15 percent belongs to B": the next sentence tells what is left of the same thing."""
        sentences = self.arguments.parse.sentences
        things = {
            self.arguments.find_first(c.object) for c in told if isinstance(c.object, Mention)
        }
        shared = [c for c in told if any(q.name == "share" for q in c.qualifiers)]
        if sentence + 1 >= len(sentences) or len(things) != 1 or not shared:
            return []
        first, last = sentences[sentence + 1]
        if not self.cells.tells_rest(first, last):
            return []
        cell = self.cells.read(first, last, behind=False)
        if cell is None or cell.whole is not None:
            return []
        if any(m.kind is not MentionKind.NAME for m in cell.owners):
            return []  # "The government will hold the rest"
        row = [cell, *self.cells.read_row(cell.end, last, behind=cell.share_first)]
        return list(self._tell(replace(shared[-1], token=first), row, []))

    def _tell(
        self, first: Candidate, row: list[ShareCell], told: list[Candidate]
    ) -> Iterator[Candidate]:
        """The claims of the members of a row; those that rules have read already get their share."""
        for cell in row:
            thing = cell.whole or first.object
            for owner in cell.owners or ((first.subject,) if cell.whole else ()):
                if owner in {first.object, thing} or (owner == first.subject and not cell.whole):
                    continue
                known = [c for c in told if c.subject == owner and c.object == thing]
                for candidate in known:
                    _put_share(candidate, cell.share)
                    candidate.modality = weaken(candidate.modality, first.modality)
                if not known:
                    new = replace(first, subject=owner, object=thing, qualifiers=[])
                    _put_share(new, cell.share)
                    self._put_time(new, cell)
                    yield new

    def _put_time(self, candidate: Candidate, cell: ShareCell) -> None:
        period = cell.time
        if candidate.rule.predicate == "acquires" and period is not None and period.value:
            candidate.qualifiers.append(Qualifier(name="time", value=period.value))


def _put_share(candidate: Candidate, share: Mention | None) -> None:
    """Sets the share of a candidate, in place of what was taken for it."""
    if share is None or share.value is None:
        return
    candidate.qualifiers[:] = [q for q in candidate.qualifiers if q.name != "share"]
    candidate.qualifiers.append(Qualifier(name="share", value=share.value))


def _is_of_other(candidate: Candidate, share: Mention, told: Sequence[Candidate]) -> bool:
    """ "X holds [40%] of Z, while A and B each hold 30%": a share that another one of the same thing has."""
    own = _get_share(candidate)
    return own not in (None, share.value) and any(
        c.subject != candidate.subject
        and c.object == candidate.object
        and _get_share(c) == share.value
        for c in told
    )


def _get_share(candidate: Candidate) -> object:
    return next((q.value for q in candidate.qualifiers if q.name == "share"), None)
