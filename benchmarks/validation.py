"""What SHACL costs: the shapes of kg over a graph of 100,000 triples, by each engine.

    python benchmarks/validation.py [--triples 100000] [--rounds 3] [--pyshacl]

The graph is that of benchmarks/writing.py: the seed articles, again and again. `kg validate` is timed as a
whole but for reading the file: shapes, further checks and sorting. Each side runs in a process of its own.
pyshacl is tried with --pyshacl, once; the findings of both must be the same.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from typing import Any

from writing import make_content


def validate(engine: str, triples: int) -> dict[str, Any]:
    """What one engine takes, and how many findings it has."""
    import pyoxigraph as ox

    from kg.rdf.quads import to_content_quads
    from kg.validation import validate_graph

    store = ox.Store()
    store.extend(to_content_quads(make_content(triples)))
    started, spent = time.perf_counter(), time.process_time()
    report = validate_graph(store, engine="pyshacl" if engine == "pyshacl" else "shacl")
    return {
        "triples": len(store),
        "clock": time.perf_counter() - started,
        "processor": time.process_time() - spent,
        "findings": [str(finding) for finding in report.findings],
    }


def run(engine: str, triples: int) -> dict[str, Any]:
    """`validate` in a process of its own."""
    command = [sys.executable, __file__, "--triples", str(triples), "--side", engine]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> None:
    """Parses, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--pyshacl", action="store_true", help="try pyshacl too, once")
    parser.add_argument("--side", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.side:
        print(json.dumps(validate(options.side, options.triples)))
        return
    told = {"shacl": [run("shacl", options.triples) for _ in range(options.rounds)]}
    if options.pyshacl:
        told["pyshacl"] = [run("pyshacl", options.triples)]
    for engine, results in told.items():
        clock, processor = (
            statistics.median(result[name] for result in results) for name in ("clock", "processor")
        )
        size, findings = results[0]["triples"], results[0]["findings"]
        print(
            f"{engine:8} {size:,} triples  {clock:6.2f} s by the clock"
            f"  {processor:6.2f} s CPU  {len(findings)} findings"
        )
    if len({json.dumps(result["findings"]) for results in told.values() for result in results}) > 1:
        raise SystemExit("The engines do not agree.")


if __name__ == "__main__":
    main()
