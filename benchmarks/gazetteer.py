"""How long the gazetteer takes to load, and to find the names of the seed articles.

    python benchmarks/gazetteer.py [--rounds 20]

Each load is the whole of it: reading the file, opening it, ready to find. The target is 0.2 seconds.
"""

import argparse
import statistics
import time
from pathlib import Path

from kg.recognition import load_gazetteer

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Prints entries, size, seconds of a load (first, median, longest) and of a thousand words."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    texts = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "seeds/articles").glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    loads, searches = [], []
    for _ in range(rounds):
        start = time.perf_counter()
        gazetteer = load_gazetteer()
        loaded = time.perf_counter()
        for text in texts:
            gazetteer.find(text)
        loads.append(loaded - start)
        searches.append((time.perf_counter() - loaded) / words * 1000)
    size = (ROOT / "seeds/gazetteer/gazetteer.bin").stat().st_size
    print(f"entries {len(gazetteer):,}, file {size / 1e6:.1f} MB")
    for name, found in (("load", loads), ("find, a thousand words", searches)):
        told = f"first {found[0]:.4f} s, median {statistics.median(found):.4f} s"
        print(f"{name}: {told}, longest {max(found):.4f} s")


if __name__ == "__main__":
    main()
