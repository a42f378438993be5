"""Words a second: `kg build` all in against stock spaCy with all pipes, both in one run.

    python benchmarks/speed.py [--documents 500] [--words 300] [--rounds 3]

Each side runs in a process of its own, in turns, on the same made-up corpus (the seed articles'
sentences shuffled with a fixed seed), and tells its own seconds from the first document to the last
(start and model loading apart, printed beside). The ratio of the medians is what counts.
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

BUILD = """
import json, sys, time
start = time.perf_counter()
import kg
from kg.pipeline import BuildOptions, Pipeline
options = BuildOptions(model=sys.argv[2])
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
    """Runs both sides in turns and prints medians and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    from kg.recognition.nlp import BUNDLED_MODEL, find_model

    _, model = find_model(BUNDLED_MODEL)
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        words = make_corpus(corpus, asked.documents, asked.words)
        stock, built = [], []
        for _ in range(asked.rounds):
            stock.append(run(STOCK, str(corpus), str(model)))
            built.append(run(BUILD, str(corpus), BUNDLED_MODEL, str(Path(name) / "graph.ttl")))
    slow = statistics.median(r["work"] for r in stock)
    fast = statistics.median(r["work"] for r in built)
    print(f"{asked.documents} documents, {words:,} words, {asked.rounds} rounds")
    print(f"stock spaCy, all pipes: {slow:.2f} s, {words / slow:,.0f} words/s")
    print(f"kg build, all in:       {fast:.2f} s, {words / fast:,.0f} words/s")
    print(f"kg takes {fast / slow:.2f} of stock spaCy's time")


if __name__ == "__main__":
    main()
