"""What `kg rules coverage` prints."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.rule_coverage import Coverage, Link, RuleUse, Sample


def format_json(coverage: "Coverage") -> str:
    """Everything as one JSON object."""
    record = asdict(coverage)
    record["never"] = [use.rule for use in coverage.never]
    record["silent_share"] = round(coverage.silent_share, 4)
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def format_text(coverage: "Coverage") -> str:
    """Sums, rules that never fire, claims a rule, silent sentences and what links things in vain."""
    failed = f" ({coverage.failed:,} failed)" if coverage.failed else ""
    blocks = [
        f"{coverage.documents:,} documents{failed}, {coverage.sentences:,} sentences, "
        f"{coverage.claims:,} claims\n",
        _format_never(coverage.never, len(coverage.uses)),
        _format_uses([use for use in coverage.uses if use.claims]),
        f"{coverage.linked:,} sentences name two or more things; {coverage.silent:,} of them "
        f"({coverage.silent_share:.1%}) give no claim\n" + _format_samples(coverage.samples),
        _format_links(coverage.links),
    ]
    return "\n".join(block for block in blocks if block)


def _format_never(never: Sequence["RuleUse"], total: int) -> str:
    lines = [f"  {use.rule}: {use.predicate}\n" for use in never]
    return f"{len(never):,} of {total:,} rules never fire\n" + "".join(lines)


def _format_uses(uses: Sequence["RuleUse"]) -> str:
    if not uses:
        return ""
    ranked = sorted(uses, key=lambda use: (-use.claims, use.rule))
    width = max(len(use.rule) for use in ranked)
    lines = [
        f"{use.rule.ljust(width)}  {use.claims:>8,}  {use.alone:>8,}  {use.predicate}\n"
        for use in ranked
    ]
    return f"{'rule'.ljust(width)}  {'claims':>8}  {'alone':>8}  predicate\n" + "".join(lines)


def _format_samples(samples: Sequence["Sample"]) -> str:
    return "".join(
        f"  {sample.document}: “{sample.sentence}”\n      {'; '.join(sample.names)}\n"
        for sample in samples
    )


def _format_links(links: Sequence["Link"]) -> str:
    if not links:
        return ""
    lines = ["Words that link two things of which nothing is claimed\n"]
    for link in links:
        known = f"{link.rules:,} rules name it" if link.rules else "no rule names it"
        pair = f"{link.types[0]} and {link.types[1]}"
        lines.append(
            f"  {link.word} ({link.kind}): {link.sentences:,} sentences; {known}; {pair}\n"
            f"      “{link.sample.sentence}”\n"
        )
    return "".join(lines)
