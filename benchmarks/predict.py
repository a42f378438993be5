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
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
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
    "memberOf": ("EMPLOYEE_OR_MEMBER_OF", False),
    "educatedAt": ("EDUCATED_AT", False),
    "childOf": ("CHILD_OF", False),
    "spouseOf": ("SPOUSE", False),
    "foundedOn": ("DATE_FOUNDED", False),
    "foundedBy": ("FOUNDED_BY", False),
    "headquarteredIn": ("HEADQUARTERS", False),
    "subsidiaryOf": ("SUBSIDIARY_OF", False),
    "owns": ("SUBSIDIARY_OF", True),
}
CORE = {
    "acquires": ("acquired_by", True),
    "subsidiaryOf": ("subsidiary_of", False),
    "cooperatesWith": ("collaboration", False),
    "owns": ("subsidiary_of", True),
    "investsIn": ("shareholder_of", False),
    "supplies": ("client_of", True),
    "produces": ("product_or_service_of", True),
    "brandOf": ("brand_of", False),
    "listedOn": ("traded_on", False),
    "competesWith": ("competitor_of", False),
    "regulates": ("regulated_by", True),
    "mergesWith": ("merged_with", False),
    "memberOf": ("collaboration", False),
    "develops": ("product_or_service_of", True),  # of a product or project alone
    "foundedBy": ("product_or_service_of", False),  # of a product or service alone
    "organizes": ("product_or_service_of", True),  # a fair or conference is what its firm offers
}
# CORE gives a pair one relation: a purchase goes before the ownership that it made, a brand before goods and units
GOES_BEFORE = {
    "subsidiary_of": ("acquired_by", "brand_of"),
    "product_or_service_of": ("brand_of",),
    "collaboration": ("merged_with", "subsidiary_of"),
    "competitor_of": ("acquired_by", "merged_with", "product_or_service_of"),
    "contract": ("client_of",),
}
CONTRACT = "contract"  # a collaboration, where the contract makes nobody a client
OFFERED = {"develops": ("object", {"Product", "Project"}), "foundedBy": ("subject", {"Product"})}
PARTIAL = frozenset(["acquires", "owns"])  # of a share: who holds it is a shareholder
STAKE_RULES = frozenset(
    [
        "acquires/buys-stake",
        "owns/holds-stake",
        "owns/stake-of",
        "acquires/stake-beside",
        "acquires-told/stake-sold-to",
        "owns-partners/shareholders-of-are",
        "owns-partners/further-shareholder-holding",
        "owns-partners/shareholders-told",
        "owns-partners/bearer-is-shareholder",
        "owns-partners/held-through",
        "owns-shares/shareholder-of",
        "owns-shares/company-s-shareholder",
        "owns-shares/founder-and-shareholder",
        "owns-shares/shareholders-include",
        "owns-shares/largest-shareholder-is",
    ]
)
CONTROL_RULES = frozenset(
    [
        "acquires-deals/assets-of",
        "acquires-deals/takes-control",
        "acquires-deals/bought-assets",
        "acquires-firms/assets-bought",
    ]
)
WHOLE = 100  # per cent: no share but all of it
POLITICAL = frozenset(["memberOf", "holdsPost", "affiliatedWith"])  # with a party as object
SYMMETRIC = frozenset(["spouseOf"])  # told one way, true both ways
# ours whose object is a place: the places that it lies in count as well
WITHIN = frozenset(["bornIn", "livesIn", "headquarteredIn"])
ADVERBS = frozenset(["where", "there", "here"])
CHIEF_TITLES = ("ceo", "chief executive")

Claim = dict[str, Any]
Mention = dict[str, Any]  # start, end and text


def read_claims(texts: Path, folder: Path) -> Iterator[list[Claim]]:
    """The claims of each document, as the command line writes them."""
    claims = folder / "claims.jsonl"
    command = [sys.executable, "-m", "kg.cli", "build", str(texts), "--fields", "id=doc"]
    subprocess.run([*command, "-o", str(claims), "--quiet"], check=False)
    with claims.open(encoding="utf-8") as lines:
        for _, group in groupby(map(json.loads, lines), key=lambda claim: claim["document"]):
            yield list(group)


def predict(claims: list[Claim], names: dict[str, tuple[str, bool]]) -> Iterator[Claim]:
    """The benchmark's rows for the claims of one document; denied and merely possible ones give none."""
    wider, shared = find_wider(claims), find_shared(claims, "owns", "object", "subject")
    joint = find_shared(claims, "foundedBy", "subject", "object")
    for claim in claims:
        if not is_told(claim, names):
            continue
        name, turned = names[claim["predicate"]]
        thing = (claim["object"].get("start"), claim["object"].get("end"))
        together = claim["predicate"] == "owns" and thing in shared
        if names is CORE and (is_partial(claim) or together):
            name, turned = "shareholder_of", False
        if names is CORE and is_founded_by_company(claim):
            begun = (claim["subject"]["start"], claim["subject"]["end"])
            name, turned = ("shareholder_of", True) if begun in joint else ("subsidiary_of", False)
        if names is CORE and is_contract(claim):
            name = CONTRACT
        if claim["predicate"] in POLITICAL and claim["object"]["type"] == "PoliticalParty":
            name = "POLITICAL_AFFILIATION"
        listing = list_all if names is CORE else list_mentions
        subjects, objects = listing(claim, "subject"), listing(claim, "object")
        if claim["predicate"] in WITHIN:
            objects += find_around(claim, objects, wider)
        if turned:
            subjects, objects = objects, subjects
        yield from make_rows(claim, name, subjects, objects)
        if claim["predicate"] in SYMMETRIC:
            yield from make_rows(claim, name, objects, subjects)
        title = str(claim["qualifiers"].get("title", "")).lower()
        if claim["predicate"] == "holdsPost" and any(t in title for t in CHIEF_TITLES):
            yield from make_rows(claim, "CEO", objects, subjects)


def is_contract(claim: Claim) -> bool:
    """Whether a cooperation is told by a contract alone."""
    return all(rule.startswith("cooperates-with-contracts/") for rule in claim["rules"])


def is_told(claim: Claim, names: dict[str, tuple[str, bool]]) -> bool:
    """Whether the benchmark has the relation and marks it where it is as sure as this claim."""
    # CORE marks what is announced or merely talked of as well
    sure = {"actual", "planned", "possible"} if names is CORE else {"actual"}
    private = names is not CORE and claim["subject"].get("type") in {"Person", "Official"}
    company = claim["predicate"] != "owns" or (claim["object"]["type"] == "Company" and not private)
    part, kinds = OFFERED.get(claim["predicate"], ("object", None)) if names is CORE else ("", None)
    offered = kinds is None or claim[part].get("type") in kinds or is_founded_by_company(claim)
    return claim["predicate"] in names and claim["modality"] in sure and company and offered


def is_founded_by_company(claim: Claim) -> bool:
    """Whether one company founded another."""
    ends = {claim["subject"].get("type"), claim["object"].get("type")}
    return claim["predicate"] == "foundedBy" and ends == {"Company"}


def is_partial(claim: Claim) -> bool:
    """Whether the claim is of a share in something, not of the whole or the control of it."""
    share = claim["qualifiers"].get("share")
    stake = share is not None or bool(STAKE_RULES.intersection(claim["rules"]))
    value = share.get("value") if isinstance(share, dict) else None
    whole = bool(CONTROL_RULES.intersection(claim["rules"])) or value == WHOLE
    return claim["predicate"] in PARTIAL and stake and not whole


def find_shared(claims: list[Claim], predicate: str, thing: str, who: str) -> set[tuple[int, int]]:
    """What several own together, or founded together: each of them has a share in it."""
    holders: dict[tuple[int, int], set[int]] = {}
    for claim in claims:
        if claim["predicate"] == predicate and claim["modality"] == "actual":
            span = (claim[thing]["start"], claim[thing]["end"])
            holders.setdefault(span, set()).add(claim[who]["start"])
    return {span for span, found in holders.items() if len(found) > 1}


def list_mentions(claim: Claim, part: str) -> list[Mention]:
    """What names the subject or object of a claim in its sentence: each counts as a row of its own.

    The benchmarks mark names and pronouns, adjectives for nationalities alone, and "where" for bodies alone.
    """
    own, all_told = claim[part], claim["mentions"][part]
    kinds = {m["kind"] for m in all_told if m["start"] == own["start"] and m["end"] == own["end"]}
    wanted = {"adjective"} if "adjective" in kinds else {"name", "pronoun"}
    told = [m for m in all_told if m["kind"] in wanted]
    if part == "object" and claim["predicate"] in WITHIN:
        told = [m for m in told if "adjective" not in kinds and m["text"].lower() not in ADVERBS]
    return told if part == "object" and own.get("type") else told or [own]


def list_all(claim: Claim, part: str) -> list[Mention]:
    """The same with nouns ("the company") beside its name, and what names it in the sentences around."""
    told = [m for m in claim["mentions"][part] if m["kind"] != "adjective"]
    around = {m["start"]: m for m in (*claim["antecedents"][part], *claim["nearby"][part])}
    return [*(told or [claim[part]]), *around.values()]


def find_wider(claims: list[Claim]) -> dict[tuple[int, int], list[Mention]]:
    """Span of a place → the mentions of the places that the text says it lies in."""
    wider: dict[tuple[int, int], list[Mention]] = {}
    for claim in claims:
        if claim["predicate"] == "locatedIn" and claim["modality"] == "actual":
            for place in list_mentions(claim, "subject"):
                found = wider.setdefault((place["start"], place["end"]), [])
                found.extend(list_mentions(claim, "object"))
    return wider


def find_around(
    claim: Claim, objects: list[Mention], wider: dict[tuple[int, int], list[Mention]]
) -> list[Mention]:
    """The places around the objects of a claim that are told in its sentence: "born in Lima, Peru"."""
    evidence, found = claim["evidence"], list(objects)
    for place in found:
        for outer in wider.get((place["start"], place["end"]), []):
            inside = evidence["start"] <= outer["start"] < evidence["end"]
            if inside and all(outer["start"] != other["start"] for other in found):
                found.append(outer)
    return found[len(objects) :]


def make_rows(
    claim: Claim, name: str, subjects: list[Mention], objects: list[Mention]
) -> Iterator[Claim]:
    """One prediction for every pair of mentions, as they stand in the text."""
    for subject in subjects:
        for target in objects:
            if subject["start"] >= target["end"] or target["start"] >= subject["end"]:
                yield make_row(claim, name, subject, target)


def make_row(claim: Claim, name: str, subject: Mention, target: Mention) -> Claim:
    """One prediction."""
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


def choose_one(rows: list[Claim]) -> Iterator[Claim]:
    """The rows without those of a pair that another of its rows goes before."""
    told: dict[frozenset[tuple[int, int]], set[str]] = defaultdict(set)
    for row in rows:
        told[pair_of(row)].add(row["prop"])
    for row in rows:
        if told[pair_of(row)].isdisjoint(GOES_BEFORE.get(row["prop"], ())):
            yield row | {"prop": "collaboration"} if row["prop"] == CONTRACT else row


def pair_of(row: Claim) -> frozenset[tuple[int, int]]:
    """Both mentions, either way round."""
    subject, target = ((row[f"{side}_start"], row[f"{side}_end"]) for side in ("subj", "obj"))
    return frozenset([subject, target])


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
            for claims in read_claims(texts, Path(name)):
                rows = predict(claims, names)
                kept = choose_one(list(rows)) if names is CORE else rows
                for row in dict.fromkeys(json.dumps(row, ensure_ascii=False) for row in kept):
                    out.write(row + "\n")


if __name__ == "__main__":
    main()
