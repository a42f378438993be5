"""What writing costs: Turtle and N-Quads beside pyoxigraph's own dump of the same quads.

    python benchmarks/writing.py [--triples 1000000] [--rounds 3]

The graph is that of the seed articles, again and again: places and sectors are the same in all copies,
everything else has a name and an id of its own. Each side runs in a process of its own, in turns, and
holds the graph in memory before the clock starts: ours as documents, entities and statements, as a build
does when it comes to write; pyoxigraph's as quads. Only writing the file is measured, in seconds of the
processor, with what the process grows by at most while it writes. What counts is the dump of a pyoxigraph
store; that of a list of its quads, which need not be looked up, stands beside it.
"""

import argparse
import dataclasses
import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.rdf.content import GraphContent

ROOT = Path(__file__).parents[1]
FORMS = {"Turtle": ".ttl", "N-Quads": ".nq"}
SIDES = {
    "kg": "kg, from statements",
    "dump": "pyoxigraph, from a store",
    "list": "pyoxigraph, from a list",
}
SHARED = ("city/", "country/", "province/", "region/", "natural-feature/", "sector/", "quantity/")


class Copier:
    """Copies a graph's documents, entities and statements under other ids; places stay."""

    def __init__(self, number: int) -> None:
        self._mark = f"c{number}-"
        self._number = number
        self._known: dict[int, Any] = {}

    def copy(self, value: Any) -> Any:
        """The value with all that it holds renamed; what is shared in it is shared in the copy."""
        if isinstance(value, tuple):
            return tuple([self.copy(item) for item in value])
        if not dataclasses.is_dataclass(value):
            return value
        if id(value) not in self._known:
            self._known[id(value)] = self._rename(value)
        return self._known[id(value)]

    def _rename(self, value: Any) -> Any:
        fields = {f.name: self.copy(getattr(value, f.name)) for f in dataclasses.fields(value)}
        own = fields.get("id")
        if own and not own.startswith(SHARED):
            kind, _, local = own.partition("/")
            fields["id"] = f"{kind}/{self._mark}{local}"
            if "known" in fields:
                fields["label"] = f"{value.label} {self._number}"
        for name in ("identifier", "document"):
            if name in fields:
                fields[name] = f"{self._mark}{fields[name]}"
        if "documents" in fields:
            fields["documents"] = tuple(f"{self._mark}{name}" for name in value.documents)
        return type(value)(**fields)


def make_content(triples: int) -> "GraphContent":
    """Documents, entities and statements of at least that many quads."""
    import kg
    from kg.rdf.quads import to_content_quads

    whole = kg.build([ROOT / "seeds" / "articles"]).content
    one = dataclasses.replace(whole, readings=None, resolution=None)

    def count(*parts: "GraphContent") -> int:
        return len({quad for part in parts for quad in to_content_quads(part)})

    def copy(number: int) -> "GraphContent":
        copier = Copier(number)
        return dataclasses.replace(
            one,
            documents=copier.copy(one.documents),
            entities=copier.copy(one.entities),
            statements=copier.copy(one.statements),
        )

    size = count(one)
    more = count(one, copy(1)) - size
    documents, statements = list(one.documents), list(one.statements)
    entities = {entity.id: entity for entity in one.entities}
    for number in range(1, 1 + max(0, -(-(triples - size) // more))):
        part = copy(number)
        documents += part.documents
        statements += part.statements
        for entity in part.entities:
            entities.setdefault(entity.id, entity)
    return dataclasses.replace(
        one,
        documents=tuple(documents),
        entities=tuple(entities.values()),
        statements=tuple(statements),
    )


def write(side: str, ending: str, triples: int) -> dict[str, float]:
    """What one side takes to write a file of that form."""
    import pyoxigraph as ox

    from kg.rdf.quads import to_content_quads
    from kg.rdf.terms import get_prefixes
    from kg.rdf.writing import write_graph

    content = make_content(triples)
    form = {".ttl": ox.RdfFormat.TURTLE, ".nq": ox.RdfFormat.N_QUADS}[ending]
    settings: dict[str, Any] = {"prefixes": get_prefixes()} if ending == ".ttl" else {}
    size = sum(1 for _ in to_content_quads(content))
    store, listed = ox.Store(), []
    if side != "kg":
        quads = to_content_quads(content)
        if ending == ".ttl":
            quads = (ox.Quad(q.subject, q.predicate, q.object) for q in quads)
            settings["from_graph"] = ox.DefaultGraph()
        listed = list(quads)
        store.extend(listed)
        del content
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"graph{ending}"
        before = resource.getrusage(resource.RUSAGE_SELF)
        if side == "kg":
            write_graph(content, path)
        elif side == "dump":
            store.dump(path, form, **settings)
        else:
            settings.pop("from_graph", None)
            given = (quad.triple for quad in listed) if ending == ".ttl" else listed
            ox.serialize(given, path, form, **settings)
        after = resource.getrusage(resource.RUSAGE_SELF)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    grown = (after.ru_maxrss - before.ru_maxrss) / 1024
    return {"seconds": seconds, "grown": grown, "held": before.ru_maxrss / 1024, "quads": size}


def run(side: str, ending: str, triples: int) -> dict[str, float]:
    """`write` in a process of its own."""
    command = [sys.executable, __file__, "--triples", str(triples), "--side", side, ending]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def compare(triples: int, rounds: int) -> None:
    """Runs all sides in turns and prints the medians."""
    for name, ending in FORMS.items():
        told: dict[str, list[dict[str, float]]] = {side: [] for side in SIDES}
        for _ in range(rounds):
            for side, results in told.items():
                results.append(run(side, ending, triples))
        print(f"{name}, {told['kg'][0]['quads']:,.0f} quads")
        seconds = {
            side: statistics.median(r["seconds"] for r in results) for side, results in told.items()
        }
        for side, results in told.items():
            grown = max(r["grown"] for r in results)
            held = max(r["held"] for r in results)
            print(
                f"  {SIDES[side]:28} {seconds[side]:6.2f} s"
                f"  {held:6.0f} MB before, {grown:4.0f} MB more",
            )
        print(
            f"  kg against the dump of a store: {seconds['kg'] / seconds['dump']:.2f}", flush=True
        )


def main() -> None:
    """Parses, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--side", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        side, ending = options.side
        print(json.dumps(write(side, ending, options.triples)))
    else:
        compare(options.triples, options.rounds)


if __name__ == "__main__":
    main()
