"""`kg evaluate`: score a graph against annotations."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.outputs import check_writable
from kg.cli.terminal import say, write_data, write_text

if TYPE_CHECKING:
    from kg.evaluation import Evaluation

FALLS_SHORT = 3
EXAMPLES = o.format_examples(
    "kg evaluate graph.ttl gold/ --errors",
    "kg evaluate graph.ttl gold/plant.jsonl gold/port.jsonl --by predicate --min-f1 0.7",
)


class Group(StrEnum):
    """What the figures are split by."""

    PREDICATE = "predicate"
    DOCUMENT = "document"
    OUTLET = "outlet"
    RULE = "rule"


GoldArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="GOLD", help="Annotations: .jsonl files, or folders with such files in them."
    ),
]
ByOption = Annotated[
    list[Group] | None,
    typer.Option("--by", help="Figures for each of these as well; repeats."),
]
ErrorsOption = Annotated[bool, typer.Option("--errors", help="List every error under its kind.")]
ArticlesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--articles",
        metavar="FOLDER",
        help="Where the texts are, for the kinds of errors; repeats. Without it: beside GOLD.",
    ),
]
CalibrateOption = Annotated[
    Path | None,
    typer.Option(
        "--calibrate",
        metavar="FILE",
        help="Write what confidence each rule should have, as JSON.",
    ),
]
MinF1Option = Annotated[
    float | None,
    typer.Option(
        "--min-f1",
        min=0.0,
        max=1.0,
        metavar="NUMBER",
        help="End with exit code 3 where the F1 of facts is lower.",
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Everything as JSON; errors where --errors asks for them.")
]


def evaluate(
    graph: o.GraphArgument,
    gold: GoldArgument,
    by: ByOption = None,
    errors: ErrorsOption = False,
    articles: ArticlesOption = None,
    calibrate: CalibrateOption = None,
    rules: o.RulesOption = None,
    min_f1: MinF1Option = None,
    as_json: JsonOption = False,
) -> None:
    """Score a graph against annotated articles; exit code 3 where an article is not in the graph."""
    from kg.evaluation import evaluate as evaluate_graph
    from kg.extraction import load_rules
    from kg.stores.graph_store import open_graph

    if calibrate is not None:
        check_writable(calibrate)
    known = load_rules(tuple(rules or ()), examples=False).rules
    stated = {rule.id: rule.confidence for rule in known}
    evaluation = evaluate_graph(open_graph(graph), gold, articles=articles or (), stated=stated)
    if as_json:
        write_data(_format_json(evaluation, errors))
    else:
        write_text(_format_text(evaluation, by or [], errors))
    if calibrate is not None:
        _write_calibration(evaluation, calibrate)
    found = evaluation.score.counts["fact"].f1
    if min_f1 is not None and found < min_f1:
        say(f"The F1 of facts is {found:.4f}, below {min_f1}.")
        raise typer.Exit(FALLS_SHORT)
    if evaluation.missing:
        raise typer.Exit(FALLS_SHORT)


def _format_text(evaluation: "Evaluation", groups: list[Group], errors: bool) -> str:
    from kg.evaluation import wording as w

    blocks = [w.format_evaluation(evaluation)]
    for group in groups:
        if group is Group.PREDICATE:
            blocks.append(w.format_predicates(evaluation.score))
        elif group is Group.DOCUMENT:
            blocks.append(w.format_groups("document", evaluation.score_by_document()))
        elif group is Group.RULE:
            blocks.append(w.format_rules(evaluation.calibration))
        else:
            blocks.append(w.format_groups("outlet", evaluation.score_by_outlet()))
    if errors:
        blocks.append(w.format_mistakes(evaluation.list_mistakes()))
    return "\n".join(blocks)


def _format_json(evaluation: "Evaluation", errors: bool) -> str:
    from kg.evaluation.recording import describe_evaluation, describe_mistake

    record = describe_evaluation(evaluation)
    if errors:
        record["errors"] = [describe_mistake(m) for m in evaluation.list_mistakes()]
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _write_calibration(evaluation: "Evaluation", path: Path) -> None:
    from kg.evaluation.recording import describe_calibration
    from kg.rdf.writing import open_output

    text = json.dumps(describe_calibration(evaluation.calibration), ensure_ascii=False, indent=2)
    with open_output(path) as stream:
        stream.write(f"{text}\n".encode())
