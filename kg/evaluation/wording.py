"""An evaluation as text for a terminal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.evaluation.calibrating import Calibration
from kg.evaluation.clusters import ClusterScore
from kg.evaluation.evaluating import Evaluation
from kg.evaluation.mistakes import Fault, Mistake, MistakeKind
from kg.evaluation.scoring import Count, Score

_SUMS = ("entity", "statement", "observation", "fact", "lenient")
_COLUMNS = ("precision", "recall", "F1", "right", "wrong", "missed")


def format_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under a head, the first column to the left and all others to the right."""
    table = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[i]) for row in table) for i in range(len(head))]
    lines = [
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    ]
    return "\n".join(lines) + "\n"


def format_evaluation(evaluation: Evaluation) -> str:
    """The sums, what is right of the parts, and how sure kg was."""
    counts = evaluation.score.counts
    blocks = [
        _describe_documents(evaluation),
        format_table(("", *_COLUMNS), [_list_cells(kind, counts[kind]) for kind in _SUMS]),
        _describe_clusters(evaluation.score_clusters()),
        "Right of the parts of what is right\n" + _format_details(evaluation.score),
        "Statements by how sure kg was of them\n" + format_bands(evaluation.calibration),
    ]
    return "\n".join(blocks)


def _describe_documents(evaluation: Evaluation) -> str:
    line = f"{len(evaluation.comparisons):,} annotated articles"
    if evaluation.missing:
        line += f"; the graph has no document of {', '.join(evaluation.missing)}"
    return line + "\n"


def _describe_clusters(clusters: ClusterScore) -> str:
    cells = (f"{round(n, 4):.3f}" for n in (clusters.precision, clusters.recall, clusters.f1))
    row = ("", *cells, f"{clusters.found:,}", f"{clusters.names:,}")
    head = ("", *_COLUMNS[:3], "names", "of")
    return "One thing, one node (B-cubed), of the names that were found\n" + format_table(
        head, [row]
    )


def _list_cells(name: str, count: Count) -> tuple[str, ...]:
    shares = (count.precision, count.recall, count.f1)
    sums = (count.right, count.wrong, count.missed)
    # Rounded as in the JSON first, so that both tell the same.
    return (
        name,
        *(f"{round(share, 4):.3f}" for share in shares),
        *(f"{number:,}" for number in sums),
    )


def _format_details(score: Score) -> str:
    rows = [
        (name, f"{seen[True]:,}", f"{seen.total():,}", _format_share(seen[True], seen.total()))
        for name, seen in sorted(score.details.items())
    ]
    return format_table(("part", "right", "of", "share"), rows)


def _format_share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else ""


def format_predicates(score: Score) -> str:
    """A line a predicate, the one with most to gain first."""
    rows = [
        (kind.removeprefix("p:"), count)
        for kind, count in score.counts.items()
        if kind.startswith("p:")
    ]
    rows.append(("observes", score.counts["observation"]))
    rows.sort(key=lambda row: (-row[1].missed - row[1].wrong, row[0]))
    return format_table(("predicate", *_COLUMNS), [_list_cells(*row) for row in rows])


def format_groups(head: str, scores: Mapping[str, Score]) -> str:
    """A line a document or outlet: its facts, then the F1 of its entities."""
    rows = [
        (*_list_cells(name or "unknown", score.counts["fact"]), f"{score.counts['entity'].f1:.3f}")
        for name, score in scores.items()
    ]
    return format_table((head, *_COLUMNS, "F1 of entities"), rows)


def format_bands(calibration: Calibration) -> str:
    """A line a band of confidence, and how far stated and seen are apart."""
    rows = [
        (
            f"{band.low:.2f} to {band.high:.2f}",
            f"{band.judged:,}",
            f"{band.right:,}",
            f"{band.share:.3f}",
            f"{band.stated:.3f}",
        )
        for band in calibration.bands
    ]
    table = format_table(("confidence", "judged", "right", "share right", "stated"), rows)
    return f"{table}mean distance of stated and seen: {calibration.error:.3f}\n"


def format_rules(calibration: Calibration) -> str:
    """A line a rule that was judged, the ones farthest from what they state first."""
    ranked = sorted(calibration.rules, key=lambda r: (-abs(r.proposed - r.stated), r.rule))
    rows = [
        (
            rule.rule,
            f"{rule.judged:,}",
            f"{rule.right:,}",
            f"{rule.share:.3f}",
            f"{rule.stated:.2f}",
            f"{rule.proposed:.2f}",
            f"{rule.floor:.2f}",
        )
        for rule in ranked
    ]
    head = ("rule", "judged", "right", "share right", "stated", "proposed", "at least")
    return format_table(head, rows)


def format_mistakes(mistakes: Sequence[Mistake]) -> str:
    """How many there are of each kind, then every one under its kind."""
    kinds = Counter((mistake.kind, mistake.fault) for mistake in mistakes)
    faults = list(Fault)
    rows = [
        (kind.value, *(f"{kinds[kind, fault]:,}" for fault in faults))
        for kind in MistakeKind
        if any(kinds[kind, fault] for fault in faults)
    ]
    blocks = [format_table(("kind", *(fault.value for fault in faults)), rows)]
    for kind in MistakeKind:
        lines = [line for m in mistakes if m.kind is kind for line in _describe(m)]
        if lines:
            blocks.append(f"{kind.value}\n" + "\n".join(lines) + "\n")
    return "\n".join(blocks)


def _describe(mistake: Mistake) -> Iterable[str]:
    rules = f" [{', '.join(mistake.rules)}]" if mistake.rules else ""
    yield f"  {mistake.document}, {mistake.fault.value}: {mistake.what}{rules}"
    yield f"      {mistake.because}"
    if mistake.sentence:
        yield f"      “{mistake.sentence}”"
