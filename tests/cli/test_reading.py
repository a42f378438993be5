"""The commands that read a graph: query, validate, view, explain."""

import csv
import html
import io
import json
from pathlib import Path

import pytest

from .command import Run

POSTS = "SELECT ?who WHERE { ?who kg:holdsPost ?what }"


def test_a_query_by_name_is_a_table(run: Run, graph: Path) -> None:
    """The columns of the query, its rows, and how many there are."""
    result = run("query", graph, "posts")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("who")
    assert "rows)" in result.stdout


def test_a_named_query_takes_its_parameters(run: Run, graph: Path) -> None:
    """`--parameter value` narrows the answer."""
    everything = run("query", graph, "posts", "--format", "csv").stdout.splitlines()
    who = next(csv.DictReader(io.StringIO("\n".join(everything))))["who"]
    some = run("query", graph, "posts", "--person", who, "--format=csv").stdout.splitlines()
    assert 1 < len(some) < len(everything)


def test_who_held_a_post_on_a_day(run: Run, graph: Path) -> None:
    """`--as-of` narrows the posts to those known to have begun by then; the names may have hyphens."""
    rows = csv.DictReader(io.StringIO(run("query", graph, "posts", "-f", "csv").stdout))
    first = min(row["known_from"] for row in rows if row["known_from"])
    early = run("query", graph, "posts", "--as-of", "1900-01-01")
    late = run("query", graph, "posts", "--as-of", first)
    assert early.stdout.endswith("(0 rows)\n")
    assert "  known  " in late.stdout
    assert run("query", graph, "posts", "--as-of", "soon").returncode == 2


@pytest.mark.parametrize(
    ("form", "read"),
    [("csv", lambda text: len(text.splitlines()) - 1), ("table", lambda text: text.count("id:"))],
)
def test_sparql_needs_no_prefixes(run: Run, graph: Path, form: str, read: object) -> None:
    """The answer is the same in every form."""
    rows = json.loads(run("query", graph, POSTS, "-f", "json").stdout)["results"]["bindings"]
    assert rows
    assert callable(read)
    assert read(run("query", graph, POSTS, "-f", form).stdout) == len(rows)


def test_a_query_can_stand_in_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    """A .rq file is read; one that is not there is wrong use."""
    (tmp_path / "posts.rq").write_text(POSTS, encoding="utf-8")
    assert run("query", graph, "posts.rq").stdout == run("query", graph, POSTS).stdout
    assert run("query", graph, "missing.rq").returncode == 2


def test_construct_gives_turtle(run: Run, graph: Path) -> None:
    """Triples are shown as triples unless another form is asked for."""
    result = run("query", graph, "CONSTRUCT WHERE { ?who kg:holdsPost ?what }")
    assert "kg:holdsPost" in result.stdout
    assert "@prefix" in result.stdout


def test_the_list_names_every_query_with_an_example(run: Run) -> None:
    """No graph is needed for that."""
    from kg.queries import load_queries

    shown = run("query", "--list").stdout
    assert all(f"{name}: " in shown and q.example in shown for name, q in load_queries().items())


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (["pots"], "posts"),
        (["SELECT"], "SELECT"),
        (["SELECT * WHERE {"], "SPARQL"),
        (["SELECT * WHERE { SERVICE <http://localhost:1/> { ?s ?p ?o } }"], "SERVICE"),
        (["posts", "--persn", "x"], "persn"),
        (["posts", "--person"], "no value"),
        (["posts", "stray"], "stray"),
        (["--person", "x", "posts"], "missing"),
        ([POSTS, "--person", "x"], "parameters"),
        ([], "--list"),
    ],
)
def test_a_bad_question_is_wrong_use(
    run: Run, graph: Path, question: list[str], words: str
) -> None:
    """Exit code 2 and one sentence."""
    result = run("query", graph, *question)
    assert (result.returncode, result.stdout) == (2, ""), result.stderr
    assert words in result.stderr
    assert result.stderr.startswith("kg: ")


@pytest.mark.parametrize("command", [["query", "{}", "posts"], ["explain", "{}", "x"]])
def test_a_graph_that_is_none_is_one_sentence(run: Run, tmp_path: Path, command: list[str]) -> None:
    """Exit code 2 with the place of the fault, or that the file is missing."""
    (tmp_path / "bad.ttl").write_text("<a> <b> .\n", encoding="utf-8")
    for name in ("bad.ttl", "missing.ttl"):
        result = run(*(word.format(name) for word in command))
        assert (result.returncode, result.stdout) == (2, "")
        assert name in result.stderr
        assert result.stderr.count("\n") == 1


def test_the_shipped_articles_give_a_graph_that_conforms(run: Run, graph: Path) -> None:
    """`kg validate` finds nothing wrong and says so."""
    result = run("validate", graph)
    assert result.returncode == 0, result.stdout
    assert "conforms" in result.stdout


def test_a_graph_without_evidence_does_not_conform(run: Run, graph: Path, tmp_path: Path) -> None:
    """Exit code 3, and each finding is a line that names the statement."""
    lines = graph.read_text(encoding="utf-8").replace("kg:evidence", "kg:nothing")
    (tmp_path / "bad.ttl").write_text(lines, encoding="utf-8")
    result = run("validate", "bad.ttl")
    assert result.returncode == 3
    assert "Violation: " in result.stdout
    assert "does not conform" in result.stdout


def test_a_page_is_written_and_needs_no_network(run: Run, graph: Path, tmp_path: Path) -> None:
    """One file with everything in it and a policy that lets nothing be fetched."""
    result = run("view", graph, "-o", "page.html", "--title", "Ports <b>")
    assert result.returncode == 0, result.stderr
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in html.unescape(page)
    assert "<title>Ports &lt;b&gt;</title>" in page


def test_a_page_has_the_ending_of_a_page(run: Run, graph: Path) -> None:
    """`kg view -o graph.ttl` would put HTML where RDF is expected."""
    result = run("view", graph, "-o", "page.ttl")
    assert result.returncode == 2
    assert ".html" in result.stderr


def test_explain_shows_the_words_behind_each_line(run: Run, graph: Path) -> None:
    """By name in any case: type, statements, sentence, document and rule."""
    result = run("explain", graph, "CHONGQING")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("Chongqing (City)")
    assert "seeds/articles/" in result.stdout
    assert "; by " in result.stdout


def test_explain_of_what_is_not_there_names_what_is_near(run: Run, graph: Path) -> None:
    """A slip of the keyboard costs one look."""
    result = run("explain", graph, "Chonqing")
    assert result.returncode == 2
    assert "Chongqing" in result.stderr


def test_a_page_shows_whole_articles_that_it_is_given(
    run: Run, article: Path, tmp_path: Path
) -> None:
    """The graph holds sentences alone; a file that is no article of it is wrong use."""
    assert run("build", article.name, "-o", "g.ttl", "-o", "built.html").returncode == 0
    assert run("view", "g.ttl", "-o", "plain.html").returncode == 0
    result = run("view", "g.ttl", "-o", "whole.html", "--articles", article.name)
    assert result.returncode == 0, result.stderr
    pages = [(tmp_path / f"{name}.html").read_bytes() for name in ("built", "whole", "plain")]
    assert pages[0] == pages[1] != pages[2]
    (tmp_path / "other.txt").write_text("Nothing of that graph.", encoding="utf-8")
    result = run("view", "g.ttl", "-o", "no.html", "--articles", "other.txt")
    assert result.returncode == 2
    assert "name them as when it was built" in result.stderr
    assert not (tmp_path / "no.html").exists()
