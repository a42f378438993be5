"""Pins the floors anew: `python -m tests.quality.update_floors [--allow-lower]`."""

import argparse
import sys

from .floors import FLOORS, build_graph, get_figures, pin, score_articles


def main() -> int:
    """Scores the articles, shows the figures and pins the floors; 1 where one would be lower."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allow-lower", action="store_true", help="pin floors that are lower too")
    arguments = parser.parse_args()
    score = score_articles(build_graph())
    lines = [
        f"{kind:20} P {count.precision:.3f}  R {count.recall:.3f}   "
        f"{count.right} right, {count.wrong} wrong, {count.missed} missed"
        for kind, count in sorted(score.counts.items())
    ]
    lines += [
        f"{detail:24} {seen[True]}/{seen.total()}" for detail, seen in sorted(score.details.items())
    ]
    drops = pin(get_figures(score), allow_lower=arguments.allow_lower)
    lines += [f"would be lower: {drop}" for drop in drops]
    lines.append(
        f"{FLOORS.name} stays as it is; --allow-lower pins it anyway."
        if drops
        else f"{FLOORS.name} is pinned."
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if drops else 0


if __name__ == "__main__":
    sys.exit(main())
