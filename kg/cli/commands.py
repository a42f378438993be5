"""Puts the commands together."""

from typing import Annotated

import typer

import kg
from kg.cli import (
    build,
    cache,
    conflicts,
    diff,
    doctor,
    entities,
    evaluate,
    explain,
    export,
    load,
    merges,
    query,
    remove,
    rules,
    serve,
    stats,
    validate,
    view,
)
from kg.cli.options import format_examples

EXAMPLES = format_examples(
    "kg build articles/ -o graph.ttl",
    'kg query graph.ttl "SELECT ?person ?body WHERE { ?person kg:holdsPost ?body }"',
)
app = typer.Typer(
    name="kg",
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback(
    invoke_without_command=True,
    epilog=EXAMPLES,
)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
    debug: Annotated[
        bool,
        typer.Option("--debug", help="Show where in the code an error arose; may stand anywhere."),
    ] = False,
) -> None:
    """Build a knowledge graph from news: every statement knows the words it stands on."""
    del debug  # taken from the arguments before they get here
    if version:
        typer.echo(f"kg {kg.__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command(epilog=build.EXAMPLES)(build.build)
app.command(epilog=remove.EXAMPLES)(remove.remove)
app.command(epilog=cache.EXAMPLES)(cache.cache)
app.command(epilog=query.EXAMPLES, context_settings=query.SETTINGS)(query.query)
app.command(epilog=validate.EXAMPLES)(validate.validate)
app.command(epilog=view.EXAMPLES)(view.view)
app.command(epilog=entities.EXAMPLES)(entities.entities)
app.command(epilog=stats.EXAMPLES)(stats.stats)
app.command(epilog=explain.EXAMPLES)(explain.explain)
app.command(epilog=merges.EXAMPLES)(merges.merges)
app.command(epilog=conflicts.EXAMPLES)(conflicts.conflicts)
app.command(epilog=evaluate.EXAMPLES)(evaluate.evaluate)
app.command(epilog=diff.EXAMPLES)(diff.diff)
app.command(epilog=export.EXAMPLES)(export.export)
app.command(epilog=load.EXAMPLES)(load.load)
app.command(epilog=serve.EXAMPLES)(serve.serve)
app.command(epilog=doctor.EXAMPLES)(doctor.doctor)
app.add_typer(rules.app, name="rules")
