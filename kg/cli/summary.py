"""What `kg build` says at its end."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.model.document import Outcome, Status

if TYPE_CHECKING:
    from kg.graph import Summary

_SHOWN_NOTES = 10
_SHOWN_KINDS = 12


def format_summary(summary: "Summary") -> str:
    """A few lines for people: documents, entities by type, statements by predicate and modality."""
    documents = sum(summary.documents.values())
    lines = [
        f"{documents:,} documents ({_join(summary.documents)}), {summary.words:,} words",
        f"{sum(summary.entities.values()):,} entities: {_join(summary.entities)}",
        f"{sum(summary.statements.values()):,} statements: {_join(summary.statements)}",
        f"modality: {_join(summary.modalities)}",
    ]
    return "\n".join(lines)


def list_summary_fields(summary: "Summary") -> dict[str, Any]:
    """The summary as plain values for JSON."""
    return dataclasses.asdict(summary)


def format_notes(outcomes: Sequence[Outcome], *, failures_only: bool) -> str:
    """One line for each document that failed, gave only a part or was empty; the first ten."""
    told = {Status.FAILED, Status.PARTIAL} | (set() if failures_only else {Status.EMPTY})
    lines = [_describe(outcome) for outcome in outcomes if outcome.status in told]
    if len(lines) > _SHOWN_NOTES:
        more = len(lines) - _SHOWN_NOTES
        lines[_SHOWN_NOTES:] = [f"... and {more:,} more; --report FILE lists them all."]
    return "\n".join(lines)


def _describe(outcome: Outcome) -> str:
    """Such as "failed (BAD_PDF): a.pdf is no PDF; ..."; the document is named once."""
    kind = f" ({outcome.kind})" if outcome.kind else ""
    message = outcome.message or ""
    name = "" if outcome.identifier in message else f"{outcome.identifier} "
    return f"{outcome.status}{kind}: {name}{message}".rstrip()


def _join(counts: Mapping[str, int]) -> str:
    """Such as "Company 12, City 5": the most frequent first, the rest as a number."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    parts = [f"{name} {count:,}" for name, count in ranked[:_SHOWN_KINDS]]
    if len(ranked) > _SHOWN_KINDS:
        rest = sum(count for _, count in ranked[_SHOWN_KINDS:])
        parts.append(f"{len(ranked) - _SHOWN_KINDS} other kinds {rest:,}")
    return ", ".join(parts) or "none"
