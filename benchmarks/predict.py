"""Public benchmark texts → `kg build` → predictions in the benchmark's own form.

    python benchmarks/predict.py knowledgenet FOLDER OUT.jsonl [--fold N]
    python benchmarks/predict.py core FOLDER OUT.jsonl

FOLDER holds texts.jsonl; the benchmark's own scorer reads OUT.jsonl. The builder runs as a user would
run it (claims in JSON lines) and knows nothing of the benchmark: here predicates get their names.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# ours: (theirs, whether subject and object change places)
KNOWLEDGENET = {
    "bornOn": ("DATE_OF_BIRTH", False),
    "diedOn": ("DATE_OF_DEATH", False),
    "livesIn": ("PLACE_OF_RESIDENCE", False),
    "bornIn": ("PLACE_OF_BIRTH", False),
    "hasNationality": ("NATIONALITY", False),
    "affiliatedWith": ("EMPLOYEE_OR_MEMBER_OF", False),
    "holdsPost": ("EMPLOYEE_OR_MEMBER_OF", False),
    "educatedAt": ("EDUCATED_AT", False),
    "childOf": ("CHILD_OF", False),
    "spouseOf": ("SPOUSE", False),
    "foundedOn": ("DATE_FOUNDED", False),
    "foundedBy": ("FOUNDED_BY", False),
    "headquarteredIn": ("HEADQUARTERS", False),
    "subsidiaryOf": ("SUBSIDIARY_OF", False),
}
CORE = {
    "acquires": ("acquired_by", True),
    "subsidiaryOf": ("subsidiary_of", False),
    "cooperatesWith": ("collaboration", False),
    "owns": ("shareholder_of", False),
    "investsIn": ("shareholder_of", False),
    "supplies": ("client_of", True),
}
CHIEF_TITLES = ("ceo", "chief executive")


def read_claims(texts: Path, folder: Path) -> Iterator[dict[str, Any]]:
    """The claims of all texts, as the command line writes them."""
    claims = folder / "claims.jsonl"
    command = [sys.executable, "-m", "kg.cli", "build", str(texts), "--fields", "id=doc"]
    subprocess.run([*command, "-o", str(claims), "--quiet"], check=False)
    with claims.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def predict(claim: dict[str, Any], names: dict[str, tuple[str, bool]]) -> Iterator[dict[str, Any]]:
    """The benchmark's rows for one claim; denied and merely possible claims give none."""
    if claim["modality"] not in {"actual"} or claim["predicate"] not in names:
        return
    name, turned = names[claim["predicate"]]
    subject, target = claim["subject"], claim["object"]
    if turned:
        subject, target = target, subject
    yield make_row(claim, name, subject, target)
    title = str(claim["qualifiers"].get("title", "")).lower()
    if claim["predicate"] == "holdsPost" and any(t in title for t in CHIEF_TITLES):
        yield make_row(claim, "CEO", claim["object"], claim["subject"])


def make_row(
    claim: dict[str, Any], name: str, subject: dict[str, Any], target: dict[str, Any]
) -> dict[str, Any]:
    """One prediction, with the mentions as they stand in the text."""
    return {
        "doc": claim["document"],
        "prop": name,
        "subj": subject["text"],
        "obj": target["text"],
        "subj_start": subject["start"],
        "subj_end": subject["end"],
        "obj_start": target["start"],
        "obj_end": target["end"],
    }


def main() -> None:
    """Reads the arguments and writes the predictions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmark", choices=["knowledgenet", "core"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int)
    asked = parser.parse_args()
    names = KNOWLEDGENET if asked.benchmark == "knowledgenet" else CORE
    with tempfile.TemporaryDirectory() as name:
        texts = Path(name) / "texts.jsonl"
        with (asked.folder / "texts.jsonl").open(encoding="utf-8") as lines:
            kept = [ln for ln in lines if asked.fold in {None, json.loads(ln).get("fold")}]
        texts.write_text("".join(kept), encoding="utf-8")
        with asked.out.open("w", encoding="utf-8") as out:
            for claim in read_claims(texts, Path(name)):
                for row in predict(claim, names):
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
