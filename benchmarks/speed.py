"""Words a second: `kg build` all in against spaCy alone, all in one run.

    python benchmarks/speed.py [--documents 500] [--words 300] [--rounds 3] [--workers 2]

The sides: stock spaCy with all pipes; spaCy with the pipes that we use and our backend, as bare as can
be; kg in one process; kg in worker processes. Each runs in a process of its own, in turns, on the same
made-up corpus (the seed articles' sentences shuffled with a fixed seed), and tells its own seconds from
the first document to the last (start and model loading apart). The ratios of the medians are what counts.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]

STOCK = """
import json, sys, time
from pathlib import Path
start = time.perf_counter()
import spacy
nlp = spacy.load(sys.argv[2])
texts = [p.read_text(encoding="utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt"))]
loaded = time.perf_counter()
for doc in nlp.pipe(texts):
    pass
print(json.dumps({"load": loaded - start, "work": time.perf_counter() - loaded}))
"""

BARE = """
import json, sys, time
from pathlib import Path
start = time.perf_counter()
import os
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import spacy
from thinc.api import NumpyOps, set_current_ops
set_current_ops(NumpyOps(use_blis=False))
nlp = spacy.load(sys.argv[2], exclude=["attribute_ruler", "lemmatizer", "senter"])
texts = [p.read_text(encoding="utf-8") for p in sorted(Path(sys.argv[1]).glob("*.txt"))]
loaded = time.perf_counter()
for doc in nlp.pipe(texts):
    pass
print(json.dumps({"load": loaded - start, "work": time.perf_counter() - loaded}))
"""

BUILD = """
import json, sys, time
start = time.perf_counter()
import kg
from kg.pipeline import BuildOptions, Pipeline
from kg.running import RunOptions
options = BuildOptions(model=sys.argv[2], running=RunOptions(workers=int(sys.argv[4])))
pipeline = Pipeline(options)
pipeline.recognizer, pipeline.extractor
loaded = time.perf_counter()
graph = kg.build([sys.argv[1]], options=options)
graph.write(sys.argv[3])
print(json.dumps({"load": loaded - start, "work": time.perf_counter() - loaded,
                  "statements": len(graph.statements)}))
"""


def make_corpus(folder: Path, documents: int, words: int) -> int:
    """Writes the corpus; returns its words."""
    chosen = random.Random(7)  # noqa: S311 - a fixed corpus, no secret
    sentences = [
        sentence.strip() + "."
        for path in sorted((ROOT / "seeds" / "articles").glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n")[2:]
        for sentence in paragraph.split(". ")
        if len(sentence) > 40
    ]
    total = 0
    for number in range(documents):
        text, size = [], 0
        while size < words:
            paragraph = [chosen.choice(sentences) for _ in range(4)]
            text.append(" ".join(paragraph))
            size += len(text[-1].split())
        total += size
        (folder / f"{number:05}.txt").write_text("\n\n".join(text), encoding="utf-8")
    return total


def run(code: str, *arguments: str) -> dict[str, float]:
    """Runs a side in a fresh process and reads what it tells."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def main() -> None:
    """Runs the sides in turns and prints medians and ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    from kg.recognition.nlp import BUNDLED_MODEL, find_model

    _, model = find_model(BUNDLED_MODEL)
    with tempfile.TemporaryDirectory() as name:
        corpus, graph = Path(name) / "corpus", str(Path(name) / "graph.ttl")
        corpus.mkdir()
        words = make_corpus(corpus, asked.documents, asked.words)
        sides = {
            "stock spaCy, all pipes": (STOCK, str(model)),
            "spaCy, our pipes and backend": (BARE, str(model)),
            "kg, one process": (BUILD, BUNDLED_MODEL, graph, "0"),
            f"kg, {asked.workers} workers": (BUILD, BUNDLED_MODEL, graph, str(asked.workers)),
        }
        times: dict[str, list[float]] = {side: [] for side in sides}
        for _ in range(asked.rounds):
            for side, (code, *rest) in sides.items():
                times[side].append(run(code, str(corpus), *rest)["work"])
    print(f"{asked.documents} documents, {words:,} words, {asked.rounds} rounds")
    medians = {side: statistics.median(found) for side, found in times.items()}
    for side, seconds in medians.items():
        print(f"{side:<30}{seconds:8.2f} s  {words / seconds:8,.0f} words/s")
    stock, bare, one, many = medians.values()
    print(f"kg reads {stock / one:.2f} of the words a second of stock spaCy,")
    print(f"{bare / one:.2f} of those of spaCy with our pipes and backend;")
    print(f"{asked.workers} workers read {one / many:.2f} of one process")


if __name__ == "__main__":
    main()
