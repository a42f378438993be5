"""`kg doctor`: does this installation work, and what to do where it does not."""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import write_text

DOES_NOT_WORK = 3
EXAMPLES = o.format_examples("kg doctor", "kg doctor --endpoint http://localhost:7878/query")
EndpointOption = Annotated[
    list[str] | None,
    typer.Option(
        "--endpoint", metavar="URL", help="A SPARQL endpoint that should answer; repeats."
    ),
]


def doctor(endpoint: EndpointOption = None) -> None:
    """Check that kg can work here; what does not is told with its remedy, and the exit code is 3."""
    from kg.diagnosis import diagnose

    sound = True
    for check in diagnose(endpoint or []):
        sound = sound and (check.good or not check.needed)
        mark = "ok" if check.good else ("FAILS" if check.needed else "missing")
        write_text(f"{mark:8}{check.name}: {check.found}\n")
        if not check.good:
            write_text(f"        {check.mend}\n")
    if not sound:
        raise typer.Exit(DOES_NOT_WORK)
