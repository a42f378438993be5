"""Drawings of the ontology in SVG; colours come from the page around them or from the reader's scheme."""

from collections.abc import Iterator
from html import escape

from publishing.ontology_terms import Term, Vocabulary

_ROW = 26
_INDENT = 24
_BOX = 20
_LETTER = 8.6  # width of a letter at the size of the names
_LEFT = 12
_PREDICATES = 340  # where the column of predicates begins
_WIDTH = 1020
_LINE = 96  # letters of predicates that fit in a row
_STYLE = (
    "<style>"
    "svg{--ink:#1c2733;--soft:#5b6875;--line:#9aa7b4;--box:#eef3f8;--mark:#0b5c94}"
    "@media (prefers-color-scheme:dark){"
    "svg{--ink:#e6ebf0;--soft:#a3afbb;--line:#5c6976;--box:#22303d;--mark:#7cb8ec}}"
    "text{font:13px system-ui,sans-serif;fill:var(--ink)}"
    ".soft{fill:var(--soft);font-size:12px}"
    ".name{font-weight:600}"
    ".box{fill:var(--box);stroke:var(--line)}"
    ".line{stroke:var(--line);fill:none}"
    ".mark{stroke:var(--mark);fill:none}"
    "a text{fill:var(--mark)}"
    "</style>"
)


def draw_types(vocabulary: Vocabulary) -> str:
    """The tree of types, and beside each the predicates that are said of things of that type."""
    terms = {term.name: term for term in next(iter(vocabulary.sections.values()))}
    roots = [term for term in terms.values() if not term.parents]
    rows = [row for root in roots for row in _walk(root, terms, 0)]
    parts: list[str] = []
    places: dict[str, float] = {}
    y = 16.0
    for term, depth in rows:
        lines = _fold_predicates(term, vocabulary)
        parts += _draw_row(term, depth, y, places)
        parts += [
            f'<text class="soft" x="{_PREDICATES}" y="{y + 14 + 16 * k:.0f}">{line}</text>'
            for k, line in enumerate(lines)
        ]
        places[term.name] = y + _BOX / 2
        y += max(_ROW, 16 * len(lines) + 10)
    words = "The types of things as a tree, and beside each the predicates said of it"
    return _frame(_WIDTH, int(y) + 8, words, parts)


def _walk(term: Term, terms: dict[str, Term], depth: int) -> Iterator[tuple[Term, int]]:
    yield term, depth
    for child in term.children:
        if child in terms:
            yield from _walk(terms[child], terms, depth + 1)


def _draw_row(term: Term, depth: int, y: float, places: dict[str, float]) -> list[str]:
    x = _LEFT + depth * _INDENT
    width = len(term.name) * _LETTER + 16
    parts = []
    if term.parents:
        top = places[term.parents[0]] + _BOX / 2
        stem = x - _INDENT / 2
        parts.append(f'<path class="line" d="M{stem:g} {top:g}V{y + _BOX / 2:g}H{x:g}"/>')
    parts.append(
        f'<a href="#{term.name}"><rect class="box" x="{x}" y="{y:g}" rx="4" width="{width:.0f}" '
        f'height="{_BOX}"/><text class="name" x="{x + 8}" y="{y + 14.5:g}">{term.name}</text></a>'
    )
    return parts


def _fold_predicates(term: Term, vocabulary: Vocabulary) -> list[str]:
    """The predicates of the type with the types of their objects, in lines that fit."""
    lines: list[str] = []
    said = [p for p in vocabulary.ontology.predicates.values() if term.name in p.domain]
    for predicate in said:
        words = f"{predicate.name} → {' | '.join(predicate.range) or 'date'}"
        if lines and len(lines[-1]) + len(words) + 4 <= _LINE:
            lines[-1] += f" ·  {words}"
        else:
            lines.append(words)
    return [escape(line) for line in lines]


def draw_statement() -> str:
    """How a plain triple, its statement, the passage, the document and the run hang together."""
    boxes = {
        "subject": (20, 20, 150, "a thing", "kg:Person …"),
        "object": (530, 20, 170, "a thing or a date", "kg:Organization …"),
        "statement": (255, 130, 190, "kg:Statement", "modality, confidence, rule"),
        "passage": (255, 240, 190, "kg:Passage", "quote, begin, end"),
        "document": (530, 240, 170, "kg:Document", "title, issued, source"),
        "speaker": (20, 130, 150, "who says so", "kg:Person, kg:Place …"),
        "value": (530, 130, 170, "kg:Quantity", "value, unit, comparator"),
    }
    arrows = [
        ("M170 38H526", "the predicate, where a text states it as fact", 348, 30),
        ("M300 130L140 64", "rdf:subject", 176, 98),
        ("M400 130L560 64", "rdf:object", 520, 98),
        ("M350 170V236", "kg:evidence", 392, 208),
        ("M445 260H526", "dcterms:isPartOf", 486, 298),
        ("M255 150H174", "kg:attributedTo", 214, 190),
        ("M445 150H526", "kg:amount, kg:share", 492, 190),
    ]
    parts = ['<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
             'markerHeight="8" orient="auto"><path class="mark" d="M1 1L7 4L1 7"/></marker></defs>']  # fmt: skip
    for x, y, width, name, more in boxes.values():
        parts.append(
            f'<rect class="box" x="{x}" y="{y}" rx="5" width="{width}" height="40"/>'
            f'<text class="name" x="{x + 10}" y="{y + 17}">{name}</text>'
            f'<text class="soft" x="{x + 10}" y="{y + 33}">{more}</text>'
        )
    for path, words, x, y in arrows:
        parts.append(f'<path class="mark" marker-end="url(#tip)" d="{path}"/>')
        if words:
            parts.append(f'<text class="soft" text-anchor="middle" x="{x}" y="{y}">{words}</text>')
    return _frame(720, 312, "A statement and the words it stands on", parts)


def _frame(width: int, height: int, words: str, parts: list[str]) -> str:
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(words)}">{_STYLE}\n{body}\n</svg>\n'
    )
