"""Content negotiation: which of the forms that there are an Accept header likes best."""

from collections.abc import Sequence

_SHORT = {
    "json": "application/sparql-results+json",
    "application/json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ttl": "text/turtle",
    "application/x-turtle": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "html": "text/html",
}


def choose_form(accept: str, forms: Sequence[str]) -> str | None:
    """The form that `accept` gives most weight; of equals the one that is earlier in `forms`.

    An empty header takes the first. Weights are those of RFC 9110; a range with a weight of 0 is
    refused. None where nothing is acceptable.
    """
    if not accept.strip():
        return forms[0]
    best: tuple[float, int, str] | None = None
    ranges = [_parse(part) for part in accept.split(",") if part.strip()]
    for place, form in enumerate(forms):
        weight = _weigh(form, ranges)
        if weight > 0 and (best is None or weight > best[0]):
            best = (weight, place, form)
    return best[2] if best else None


def _weigh(form: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that holds the form."""
    family = form.partition("/")[0]
    for wanted in (form, f"{family}/*", "*/*"):
        found = [weight for name, weight in ranges if name == wanted]
        if found:
            return found[0]
    return 0.0


def _parse(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                weight = min(max(float(value), 0.0), 1.0)
            except ValueError:
                weight = 0.0
    return _SHORT.get(name, name), weight
