"""Writes gazetteer.bin, the one file that kg reads, from the CSV files beside it.

    python seeds/gazetteer/pack.py

It needs kg alone. The file's second line tells attribution and licences, and a digest of the CSV files.
"""

from pathlib import Path

from rows import SOURCES, read_lines

from kg.recognition.gazetteer import FILE, pack_gazetteer

HERE = Path(__file__).parent


def pack() -> bytes:
    """The content of the file."""
    schemes = {prefix: form for prefix, form, *_ in read_lines(SOURCES / "schemes.txt")}
    about = {
        "about": "The gazetteer of kg in compact form; seeds/gazetteer in the source tells how it is made.",
        "attribution": read_attribution(),
    }
    return pack_gazetteer(sorted(HERE.glob("*.csv")), schemes, about)


def read_attribution() -> list[str]:
    """What README.md tells of sources and licences."""
    text = (HERE / "README.md").read_text(encoding="utf-8")
    table = text.partition("## Attribution")[2].splitlines()
    cells = [line.strip("| ").split(" | ") for line in table if line.startswith("|")]
    return [": ".join(part.strip() for part in row) for row in cells[2:]]


if __name__ == "__main__":
    (HERE / FILE).write_bytes(pack())
