"""The options of commands, each with its help, so that one option means one thing everywhere."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.pipeline import BuildOptions

PathsArgument = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders (with all below), or - for stdin."),
]
OptionalPathsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Files, folders (with all below), or - for stdin; with --store there may be none.",
        show_default=False,
    ),
]
StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="FOLDER",
        help="Add the documents to the store in this folder, which is made where there is none; "
        "what is there with the same content is not read again. It keeps its other options.",
    ),
]
OutputOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; the ending decides the form, .gz after it compresses; repeats. "
        "Without it, and without --store: Turtle on standard output.",
    ),
]
BaseOption = Annotated[
    str | None,
    typer.Option("--base", metavar="IRI", help="Start of the IRIs of things; ends with / or #."),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        envvar="KG_MODEL",
        show_envvar=True,
        metavar="NAME",
        help="spaCy model, by name or folder. Without it: the best of those installed.",
    ),
]
RulesOption = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="FOLDER", help="A folder of more rules; repeats."),
]
GazetteerOption = Annotated[
    list[Path] | None,
    typer.Option("--gazetteer", metavar="FILE", help="A file of more known names; repeats."),
]
IdentityOption = Annotated[
    Path | None,
    typer.Option(
        "--identity",
        metavar="FILE",
        help="A ledger of decisions on identity: same, different, rename, retype.",
    ),
]
LicenseOption = Annotated[
    str | None,
    typer.Option(
        "--license",
        metavar="IRI",
        help="The licence that the graph names as its own: an IRI, or a name of SPDX (CC-BY-4.0).",
    ),
]
MinConfidenceOption = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        metavar="NUMBER",
        help="Leave out what is less sure, from 0 to 1.",
    ),
]
NoProvenanceOption = Annotated[
    bool,
    typer.Option("--no-provenance", help="Plain triples only: no statements, no passages."),
]
NoHierarchyOption = Annotated[
    bool,
    typer.Option("--no-hierarchy", help="Leave out which places contain others by the gazetteer."),
]
FailFastOption = Annotated[
    bool,
    typer.Option("--fail-fast", help="Stop at the first document that fails; write nothing."),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors only.")
]
JsonOption = Annotated[
    bool,
    typer.Option("--json", help="The summary as JSON on standard output; needs -o or --store."),
]
ReportOption = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="What became of each document, as JSON lines."),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of the files. Without it: found out."
    ),
]
FieldsOption = Annotated[
    str | None,
    typer.Option(
        "--fields",
        metavar="NAME=FIELD,...",
        help="Which fields of JSON lines hold what, as in text=body,id=url.",
    ),
]
ReadAsOption = Annotated[
    str | None,
    typer.Option(
        "--read-as",
        metavar="FORMAT",
        help="What standard input and the files named are: txt, md, html, jsonl, rss, pdf or docx. "
        "Without it: by the ending, else txt.",
    ),
]


class Format(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


class ListFormat(StrEnum):
    """The forms of a list."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


ListFormatOption = Annotated[
    ListFormat, typer.Option("--format", "-f", help="A table for people, or whole for programs.")
]
NameOption = Annotated[
    str | None,
    typer.Option("--name", metavar="TEXT", help="With a name that holds this text alone."),
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="NUMBER", help="The first so many alone.")
]

GRAPH_HELP = (
    "A graph file (.ttl .nt .nq .trig .jsonld .rdf, also .gz), a store folder, or one of shards."
)
GraphArgument = Annotated[Path, typer.Argument(metavar="GRAPH", help=GRAPH_HELP)]


def format_examples(*lines: str) -> str:
    """The end of a command's help; the mark keeps the lines from being run together."""
    return "Examples:\n\n\b\n" + "\n".join(f"  {line}" for line in lines)


def make_options(
    *,
    model: str | None = None,
    rules: Sequence[Path] | None = None,
    gazetteer: Sequence[Path] | None = None,
) -> "BuildOptions":
    """The options of building that several commands share."""
    from kg.pipeline import BuildOptions

    return BuildOptions(model=model, rules=tuple(rules or ()), gazetteers=tuple(gazetteer or ()))
