"""UN/LOCODEs of seaports, from the ports of searoute."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import searoute
from rows import LOCODE, Row, add_source, fold, make_id

PORT_FORMS = ("Port of {0}", "{0} Port", "{0} port", "port of {0}")
_FILE = Path(searoute.__file__).parent / "data" / "ports.geojson"
_SOURCE, _LICENCE = "searoute (UN/LOCODE)", "Apache-2.0"
_SHORTEST = 4  # letters of the name of a port that is known by a link-only row


def read_ports() -> dict[tuple[str, str], dict[str, str]]:
    """Names by UN/LOCODE, of each country code and folded name; no code that has two names."""
    features = json.loads(_FILE.read_text(encoding="utf-8"))["features"]
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for port in (feature["properties"] for feature in features):
        name, code = (port["name"] or "").split(",")[0], port["port"]
        if name and code and len(code) == 5 and code.isalnum() and code.isupper():
            found[code[:2], fold(name)][code] = " ".join(name.split())
    times = Counter(code for codes in found.values() for code in codes)
    single = {k: {c: n for c, n in v.items() if times[c] == 1} for k, v in found.items()}
    return {key: codes for key, codes in single.items() if codes}


def link_ports(hubs: Sequence[Row], countries: Mapping[str, str]) -> list[Row]:
    """The rows with the UN/LOCODE of the one port of their name in their country.

    `countries` are the codes of the countries by the ids of all places in them.
    """
    ports = read_ports()
    rows = []
    for row in hubs:
        names = {
            row.label.removeprefix("Port of "),
            *(a.removesuffix(" Port") for a in row.aliases),
        }
        codes = {
            code
            for name in names
            for code in ports.get((countries.get(row.within, ""), fold(name)), {})
        }
        single = row.type == "Port" and len(codes) == 1 and not row.same_as
        rows.append(add_source(row, LOCODE.format(*codes), _SOURCE, _LICENCE) if single else row)
    return rows


def build_ports(by_code: Mapping[str, str], hubs: Iterable[Row]) -> list[Row]:
    """Link-only rows of the ports that `hubs` do not have and whose name is one port's in a country."""
    known = {link for row in hubs for link in row.same_as}
    spoken_for = {(row.within, fold(name)) for row in hubs for name in (row.label, *row.aliases)}
    rows = []
    for (country, folded), named in sorted(read_ports().items()):
        (code, name), *others = named.items()
        label = f"Port of {name}"
        if others or country not in by_code or LOCODE.format(code) in known:
            continue
        if len(folded) < _SHORTEST or (by_code[country], fold(label)) in spoken_for:
            continue
        rows.append(
            Row(
                id=make_id("Port", label, by_code[country].split("/")[1]),
                type="Port",
                label=label,
                aliases=tuple(form.format(name) for form in PORT_FORMS[1:]),
                within=by_code[country],
                same_as=(LOCODE.format(code),),
                source=_SOURCE,
                licence=_LICENCE,
                link_only=True,
            )
        )
    return rows
