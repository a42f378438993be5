"""`kg rules`: the tools of those who write rules."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import write_data, write_text

HAS_FAULTS = 3
app = typer.Typer(
    help="List, check and explain the rules.",
    rich_markup_mode=None,
    epilog=o.format_examples(
        "kg rules check", 'kg rules explain "Norvik Group opened a plant in Antwerp."'
    ),
)


@app.command("list", epilog=o.format_examples("kg rules list", "kg rules list --rules mine/"))
def list_rules(rules: o.RulesOption = None) -> None:
    """List every rule with its predicate, its confidence and what it does."""
    from kg.extraction import load_rules

    for rule in load_rules(tuple(rules or ()), examples=False).rules:
        write_text(f"{rule.id}: {rule.predicate}, {rule.confidence}\n    {rule.note}\n")


@app.command(epilog=o.format_examples("kg rules check", "kg rules check --rules mine/"))
def check(rules: o.RulesOption = None, model: o.ModelOption = None) -> None:
    """Try every rule on its own examples, with --rules only those of its folders.

    The exit code is 3 where one fails.
    """
    from kg.pipeline import Pipeline
    from kg.rule_checks import check_rules

    pipeline = Pipeline(o.make_options(model=model, rules=rules))
    tried = [r for r in pipeline.rules.rules if not rules or Path(r.path).parent in rules]
    findings = check_rules(pipeline, tried)
    for finding in findings:
        write_text(f"{finding}\n")
    write_text(f"{len(tried):,} rules, {len(findings):,} findings\n")
    if findings:
        raise typer.Exit(HAS_FAULTS)


@app.command(
    epilog=o.format_examples(
        'kg rules explain "Norvik Group opened a plant in Antwerp."',
        'kg rules explain "Jane Doe, Mayor of Antwerp, spoke." --rules mine/',
    )
)
def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="The text to read.")],
    rules: o.RulesOption = None,
    gazetteer: o.GazetteerOption = None,
    model: o.ModelOption = None,
) -> None:
    """Show which rules fired on a sentence, and which nearly did and where they stopped."""
    from kg.pipeline import explain_sentence

    options = o.make_options(model=model, rules=rules, gazetteer=gazetteer)
    write_text(explain_sentence(sentence, options).rstrip("\n") + "\n")


@app.command(
    epilog=o.format_examples(
        "kg rules coverage articles/", "kg rules coverage archive.jsonl --links 50 --json"
    )
)
def coverage(
    paths: o.PathsArgument,
    samples: Annotated[
        int, typer.Option("--samples", min=0, metavar="NUMBER", help="Sentences to show.")
    ] = 10,
    links: Annotated[
        int, typer.Option("--links", min=0, metavar="NUMBER", help="Linking words to show.")
    ] = 30,
    rules: o.RulesOption = None,
    gazetteer: o.GazetteerOption = None,
    model: o.ModelOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Everything as JSON.")] = False,
) -> None:
    """Show what rules read of documents: which never fire, and what names two things in vain.

    The exit code is 3 where a document failed.
    """
    from kg.cli.coverage import format_json, format_text
    from kg.pipeline import Pipeline
    from kg.readers import ReadOptions, read_documents
    from kg.rule_coverage import measure_coverage

    pipeline = Pipeline(o.make_options(model=model, rules=rules, gazetteer=gazetteer))
    documents = read_documents(paths, options=ReadOptions())
    found = measure_coverage(pipeline, documents, samples=samples, links=links)
    if as_json:
        write_data(format_json(found))
    else:
        write_text(format_text(found))
    if found.failed:
        raise typer.Exit(HAS_FAULTS)
