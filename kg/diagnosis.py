"""Whether an installation of kg can do its work, and what to do where it cannot."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import kg
from kg.errors import KgError
from kg.model.document import Document
from kg.pipeline import BuildOptions, Pipeline
from kg.resources import find_built_folder
from kg.stores.endpoint import Endpoint, check_url, find_login, tell_status

# Invented, and read by a rule of each kind; a build of it exercises every stage.
_SAMPLE = "Norvik Group opened a plant in Antwerp in 2024."
_SQLITE = (3, 35)  # the first that returns the rows it writes
_REFUSED = 400  # statuses from here on are refusals
# Programs that only tests or one option need: what they are called, what for, how to get them.
_PROGRAMS = (
    (("chromium", "chromium-browser", "google-chrome"), "tests of the page", "make browser"),
    (("virtuoso-t",), "tests of kg load", "make stores"),
    (("oxigraph",), "tests of kg load", "pip install oxigraph"),
    (("node",), "tests with clients in JavaScript", "install Node.js 20 or newer"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at and found; `mend` says what to do, `needed` whether kg works without it."""

    name: str
    found: str
    good: bool = True
    needed: bool = True
    mend: str = ""


def diagnose(urls: Sequence[str] = ()) -> Iterator[Check]:
    """Checks of Python, libraries, model, rules, a small build, stores at `urls` and programs of tests.

    Each is made when it is asked for; none raises. Stores are asked one query and nothing is written.
    """
    yield Check("Python", ".".join(map(str, sys.version_info[:3])), sys.version_info >= (3, 11),
                mend="Install Python 3.11 or newer.")  # fmt: skip
    yield Check("kg", f"{kg.__version__}, {Path(kg.__file__).parent}")
    names = ("spacy", "pyoxigraph", "rdflib", "pyshacl", "networkx", "pyvis")
    yield Check("libraries", ", ".join(f"{name} {version(name)}" for name in names))
    yield Check("SQLite", sqlite3.sqlite_version, sqlite3.sqlite_version_info >= _SQLITE,
                mend="Stores need SQLite 3.35; use a newer Python.")  # fmt: skip
    pipeline = Pipeline(BuildOptions())
    yield _try("model", lambda: _describe_model(pipeline))
    yield _try("BLAS", _describe_blas)
    yield _try("rules", lambda: f"{len(pipeline.rules.rules)}, digest {pipeline.rules.digest[:12]}")
    yield _try("gazetteer", lambda: f"digest {pipeline.gazetteer.digest[:12]}")
    yield _try("a small build", lambda: _build(pipeline))
    for url in urls:
        yield _try(f"store {url}", partial(_ask_store, url))
    for programs, use, mend in _PROGRAMS:
        path = next(filter(None, map(_find_program, programs)), None)
        yield Check(programs[0], path or f"not here, needed by {use} alone", path is not None,
                    needed=False, mend=mend)  # fmt: skip
    engine = find_built_folder("sparql")
    yield Check("SPARQL in a page", str(engine or "not here, needed by kg view --sparql alone"),
                engine is not None, needed=False, mend="make sparql")  # fmt: skip


def _find_program(name: str) -> str | None:
    """Its path; programs that came with packages lie beside Python, on the path or not."""
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))


def _try(name: str, look: Callable[[], str]) -> Check:
    """What a look gives, or what it fails with and its remedy."""
    try:
        return Check(name, look())
    except KgError as error:
        return Check(name, "fails", good=False, mend=str(error))
    except Exception as error:  # noqa: BLE001 - whatever is broken is what the user wants to know
        text = f"{type(error).__name__}: {error}. Install kg again in a new environment."
        return Check(name, "fails", good=False, mend=text)


def _describe_model(pipeline: Pipeline) -> str:
    model = pipeline.model
    return f"{model.name} {model.version}, weights {model.digest[:12]}"


def _describe_blas() -> str:
    """What numpy multiplies with; to be asked once the model is there."""
    import numpy as np

    built: Any = np.show_config(mode="dicts")
    blas = built["Build Dependencies"]["blas"]
    return f"{blas.get('name')} {blas.get('version')}, one thread while texts are parsed"


def _build(pipeline: Pipeline) -> str:
    reading = pipeline.read(Document(identifier="sample", text=_SAMPLE))
    if not reading.claims:
        raise KgError(f"'{_SAMPLE}' gives no claim; the model or the rules are not those of kg.")
    return f"{len(reading.claims)} claims in one sentence"


def _ask_store(url: str) -> str:
    """Whether a SPARQL endpoint answers a question that every store can."""
    address = check_url(url)
    with Endpoint(find_login(address), "basic", tries=1, timeout=10.0) as endpoint:
        answer = endpoint.send("GET", f"{address}?{urlencode({'query': 'ASK {}'})}")
    if answer.status_code >= _REFUSED:
        raise KgError(f"{tell_status(answer)} Check the address of its SPARQL endpoint.")
    return f"answers {answer.status_code}"
