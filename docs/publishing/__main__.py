"""`python -m publishing FOLDER`: the site, checked; ends with 1 and says why where it is not whole."""

import sys
from pathlib import Path

from publishing.building import build_site
from publishing.checking import find_faults


def main(target: Path) -> int:
    """Builds the site into the folder and tells what is wrong with it."""
    code = build_site(target)
    if code:
        return code
    faults = find_faults(target)
    for fault in faults:
        print(fault, file=sys.stderr)  # noqa: T201  a program of its own
    if not faults:
        print(f"The site is in {target}; open {target}/index.html.")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
