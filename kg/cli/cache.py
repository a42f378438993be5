"""`kg cache`: what a cache holds, and what of it may go."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import say, write_data
from kg.errors import UsageError

EXAMPLES = o.format_examples("kg cache ~/.cache/kg", "kg cache ~/.cache/kg --prune --older-than 30")


def cache(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of --cache.")],
    prune: Annotated[
        bool,
        typer.Option(
            "--prune", help="Drop what other rules, names, models or versions of kg have read."
        ),
    ] = False,
    older_than: Annotated[
        int | None,
        typer.Option(
            "--older-than", min=0, metavar="DAYS", help="Drop what was of no use for so many days."
        ),
    ] = None,
    model: o.ModelOption = None,
    rules: o.RulesOption = None,
    gazetteer: o.GazetteerOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """Show what a cache folder holds, by what made it; with --prune or --older-than make it smaller."""
    from kg.pipeline import prepare
    from kg.running import Cache

    if not Cache.is_in(folder):
        raise UsageError(f"There is no cache in '{folder}'; kg build --cache makes one.")
    pipeline = prepare(o.make_options(model=model, rules=rules, gazetteer=gazetteer))
    current = {"reading": pipeline.digest_readers(), "parse": pipeline.digest_parser()}
    kept = Cache(folder)
    if prune or older_than is not None:
        gone = kept.prune(kept=current if prune else None, days=older_than)
        say(f"{gone:,} entries were dropped")
    rows = [
        {
            "kind": share.kind,
            "made": share.made[:12],
            "current": current[share.kind] == share.made,
            "entries": share.entries,
            "bytes": share.size,
            "used": share.used.isoformat(),
        }
        for share in kept.list_shares()
    ]
    kept.close()
    if as_json:
        write_data(json.dumps(rows, indent=2) + "\n")
        return
    write_data("".join(f"{line}\n" for line in _format(rows)))


def _format(rows: list[dict[str, object]]) -> list[str]:
    if not rows:
        return ["the cache is empty"]
    lines = [f"{'':<8} {'made by':<13} {'entries':>9} {'MB':>9}  last used"]
    for row in rows:
        mark = "now" if row["current"] else "other"
        size = float(str(row["bytes"])) / 1e6
        lines.append(
            f"{row['kind']:<8} {row['made']!s:<13} {row['entries']:>9,} {size:>9.1f}"
            f"  {row['used']}  ({mark})"
        )
    return lines
