"""The steps of the site in order: pages together, ontology pages made, Sphinx over it."""

import shutil
from pathlib import Path

from sphinx.cmd.build import build_main

import kg
from publishing.ontology_site import write_ontology_site
from publishing.ontology_terms import format_tables, read_vocabulary
from publishing.staging import stage

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "seeds" / "articles"  # whose graph gives the examples of the ontology's pages


def build_site(target: Path) -> int:
    """Builds the site into a folder, which is made anew; the exit code of Sphinx, where warnings are errors."""
    target = target.resolve()
    source, extra = target.parent / "docs-source", target.parent / "docs-extra"
    shutil.rmtree(target, ignore_errors=True)
    shutil.rmtree(extra, ignore_errors=True)
    stage(ROOT, source)
    with (source / "reference" / "vocabulary.md").open("a", encoding="utf-8") as page:
        page.write(format_tables(read_vocabulary(ROOT / "ontology")))
    extra.mkdir(parents=True)
    graph = target.parent / "docs-sample.ttl"
    kg.build([SAMPLE]).write(graph)
    write_ontology_site(ROOT / "ontology", extra / "ontology", graph)
    shutil.copytree(ROOT / "docs" / "images", extra / "images")
    doctrees = target.parent / "doctrees"
    settings = ["-c", str(ROOT / "docs"), "-d", str(doctrees), "-D", f"html_extra_path={extra}"]
    return build_main(["-E", "-q", "-W", "--keep-going", *settings, str(source), str(target)])
