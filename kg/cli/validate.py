"""`kg validate`: check a graph against its shapes."""

import typer

from kg.cli import options as o
from kg.cli.terminal import write_text

DOES_NOT_CONFORM = 3
EXAMPLES = o.format_examples("kg validate graph.ttl", "kg validate graph.nq.gz")


def validate(graph: o.GraphArgument) -> None:
    """Check a graph against its shapes; the exit code is 3 where it does not conform."""
    from kg.validation import validate_graph

    report = validate_graph(graph)
    for finding in report.findings:
        write_text(f"{finding}\n")
    verdict = "conforms" if report.conforms else "does not conform"
    write_text(f"{graph} {verdict}: {len(report.findings):,} findings\n")
    if not report.conforms:
        raise typer.Exit(DOES_NOT_CONFORM)
