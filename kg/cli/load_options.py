"""The options of `kg load`."""

from pathlib import Path
from typing import Annotated

import typer

from kg.stores.store_types import StoreType

ToOption = Annotated[str, typer.Option("--to", metavar="URL", help="The store's address.")]
StoreTypeOption = Annotated[StoreType, typer.Option("--store-type", help="What the store is.")]
GraphNameOption = Annotated[
    str | None,
    typer.Option(
        "--graph",
        metavar="IRI",
        help="The named graph that takes everything. Without it: documents keep theirs (in .nq and"
        " .trig), and all else goes to one named 'graph'.",
    ),
]
ReplaceOption = Annotated[
    bool, typer.Option("--replace", help="Empty each graph first. Without it: add.")
]
UpdateOption = Annotated[
    bool, typer.Option("--update", help="Write by SPARQL INSERT DATA, in small pieces.")
]
GzipOption = Annotated[
    bool | None,
    typer.Option(
        "--gzip/--no-gzip",
        help="Send compressed. Without it: where the store takes it and is another machine.",
    ),
]
JournalOption = Annotated[
    Path | None,
    typer.Option(
        "--journal",
        metavar="FILE",
        help="Where to note what the store has taken; run again, and only the rest is sent.",
    ),
]
QueryUrlOption = Annotated[
    str | None,
    typer.Option(
        "--query-url", metavar="URL", help="Where to ask for counts, if not where that type has it."
    ),
]
UpdateUrlOption = Annotated[
    str | None,
    typer.Option(
        "--update-url", metavar="URL", help="Where to send updates, if not where that type has it."
    ),
]
TriesOption = Annotated[
    int, typer.Option("--tries", min=1, max=20, metavar="NUMBER", help="Tries of each request.")
]
TimeoutOption = Annotated[
    float,
    typer.Option("--timeout", min=1, metavar="SECONDS", help="How long to wait for an answer."),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Print the requests as curl would make them; send none.")
]
OutcomeOption = Annotated[
    bool, typer.Option("--json", help="What became of it as JSON on standard output.")
]
