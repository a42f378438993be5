"""The site of the documentation is whole: it is built without a warning, stands alone, and its links lead somewhere."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from publishing import checking
from publishing.building import ROOT, build_site
from tinyhtml5.parser import HTMLParser

from kg.ontology import TERMS, load_ontology
from kg.ontology_source import read_source


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it."""
    target = tmp_path_factory.mktemp("site") / "docs"
    assert build_site(target) == 0
    return target


@pytest.fixture(scope="session")
def terms(site: Path) -> Path:
    """The folder of the ontology's pages."""
    return site / "ontology"


def test_the_site_stands_alone_and_its_links_lead_somewhere(site: Path) -> None:
    """No page asks a host for anything, and no link within the site is broken."""
    assert len(list(site.rglob("*.html"))) > 30
    assert checking.find_faults(site) == []


def test_faults_of_a_site_are_found(tmp_path: Path) -> None:
    """A script from elsewhere, a missing file, page and anchor, and a font of a style are each told."""
    page = (
        '<script src="https://cdn.example/a.js"></script><img src="none.png" alt="">'
        '<a href="gone.html">x</a><a href="#nowhere">y</a><a href="https://a.example/">fine</a>'
    )
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    style = "@font-face { src: url('https://fonts.example/a.woff'); }"
    (tmp_path / "a.css").write_text(style, encoding="utf-8")
    faults = checking.find_faults(tmp_path)
    for part in ("cdn.example", "none.png", "gone.html", "#nowhere", "fonts.example"):
        assert any(part in fault for fault in faults), part
    assert len(faults) == 5


def test_every_page_of_the_docs_is_in_a_list_of_contents(site: Path) -> None:
    """What stands in docs/ can be found from the first page; Sphinx fails else."""
    first = (site / "index.html").read_text(encoding="utf-8")
    for name in ("tutorial", "how-to/domain", "explanation/clauses", "reference/api", "cli"):
        assert f'href="{name}.html"' in first


def test_the_interface_is_documented(site: Path) -> None:
    """Everything that `import kg` offers stands in the reference with its words."""
    import kg

    page = (site / "reference" / "api.html").read_text(encoding="utf-8")
    for name in set(kg.__all__) - {"__version__"}:
        assert f'id="kg.{name}"' in page, name


def test_every_term_has_its_place(terms: Path) -> None:
    """The IRI of a term, with the page for its namespace, leads to the term."""
    page = (terms / "index.html").read_text(encoding="utf-8")
    source = read_source(ROOT / "ontology", TERMS)
    names = [n for n in source.facts if ":" not in n and source.values(n, "rdfs:label")]
    assert len(names) > 100
    assert [name for name in names if f'<article id="{name}">' not in page] == []


def test_the_page_of_terms_is_well_formed(terms: Path) -> None:
    """The strict reading of the HTML standard finds no error in it."""
    for path in sorted(terms.glob("*.html")):
        parser = HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))
        assert parser.errors == []


def test_a_validator_has_no_complaint(terms: Path) -> None:
    """The Nu Html Checker of the W3C, where `make validator` has brought it."""
    found = sorted((ROOT / "build" / "validator").rglob("vnu.jar"))
    if not found or shutil.which("java") is None:
        pytest.skip("no validator here; make validator brings it, and it needs Java")
    drawings = [str(path) for path in sorted(terms.glob("*.svg"))]
    command = ["java", "-jar", str(found[0]), "--also-check-svg"]
    result = subprocess.run(
        [*command, str(terms / "index.html"), *drawings],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("name", ["kg", "alignments"])
def test_both_forms_say_the_same(terms: Path, name: str) -> None:
    """JSON-LD holds the triples of the Turtle file, none more and none less."""
    graphs = []
    for ending, form in (("ttl", ox.RdfFormat.TURTLE), ("jsonld", ox.RdfFormat.JSON_LD)):
        graph = ox.Dataset(ox.parse(path=terms / f"{name}.{ending}", format=form))
        graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        graphs.append(graph)
    assert len(graphs[0]) > 100
    assert graphs[0] == graphs[1]


def test_examples_come_from_the_sample(terms: Path) -> None:
    """A type shows things of that type, a predicate a statement with its sentence."""
    page = (terms / "index.html").read_text(encoding="utf-8")
    company = page.partition('<article id="Company">')[2].partition("</article>")[0]
    post = page.partition('<article id="holdsPost">')[2].partition("</article>")[0]
    assert "In the sample" in company
    assert re.search(r"<blockquote>[^<]{20,}</blockquote>", post)


def test_the_drawing_has_every_type_and_predicate(terms: Path) -> None:
    """Nothing that a graph can hold is missing in the picture."""
    drawing = (terms / "types.svg").read_text(encoding="utf-8")
    ontology = load_ontology()
    for name in (*ontology.types, *ontology.predicates):
        assert re.search(rf"[> ]{name}( |<)", drawing), name


def test_the_pages_of_terms_come_in_the_same_bytes(terms: Path, tmp_path: Path) -> None:
    """Whatever the hash seed, so that a change shows what changed."""
    program = (
        "import sys; from pathlib import Path;"
        "from publishing.ontology_site import write_ontology_site as write;"
        "write(Path('ontology'), Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    sample = terms.parents[1] / "docs-sample.ttl"
    command = [sys.executable, "-c", program, str(tmp_path / "again"), str(sample)]
    subprocess.run(command, cwd=ROOT, check=True, env={"PYTHONHASHSEED": "7", "PYTHONPATH": "docs"})
    for path in sorted((tmp_path / "again").iterdir()):
        assert path.read_bytes() == (terms / path.name).read_bytes(), path.name
