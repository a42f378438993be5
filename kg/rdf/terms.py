"""The one gate where IRIs and literals are made; nothing else builds either from text.

Ids of the model are paths without the base ("city/chongqing"). Text is normalised and freed of
what no format can carry, then percent-encoded, then checked by pyoxigraph's strict constructors.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from urllib.parse import quote

import pyoxigraph as ox

from kg.errors import TermError, UsageError
from kg.model.document import Span
from kg.model.ids import format_document_id
from kg.model.quantity import format_number
from kg.ontology import DEFAULT_BASE, TERMS

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"
VOID = "http://rdfs.org/ns/void#"
DCAT = "http://www.w3.org/ns/dcat#"
PROV = "http://www.w3.org/ns/prov#"
SPDX = "https://spdx.org/licenses/"  # the list of licences names each by such an IRI
SPDX_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
EDTF = ox.NamedNode("http://id.loc.gov/datatypes/edtf/EDTF")

INTEGER = ox.NamedNode(XSD + "integer")
DECIMAL = ox.NamedNode(XSD + "decimal")
DATE = ox.NamedNode(XSD + "date")
YEAR = ox.NamedNode(XSD + "gYear")
MONTH = ox.NamedNode(XSD + "gYearMonth")
# Properties of a statement that frame what it says and are no details of it; the bounds repeat its time.
FRAME = frozenset(
    {
        "modality", "attributedTo", "confidence", "rule", "evidence", "independentSources",
        "timeStart", "timeEnd",
    }
)  # fmt: skip
TYPE = ox.NamedNode(RDF + "type")
LABEL = ox.NamedNode(RDFS + "label")

# What XML cannot hold: controls but tab and line ends, lone surrogates, U+FFFE and U+FFFF.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What a name is better without: DEL, the C1 controls and the other noncharacters too.
_UNWANTED = re.compile(
    _UNWRITABLE.pattern[:-1]
    + "\x7f-\x9f\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_PREFIX_NAMES = frozenset(
    {"kg", "id", "rdf", "rdfs", "skos", "dcterms", "xsd", "void", "dcat", "prov"}
)
_LONGEST_NUMBER = 1000  # digits; beyond this a "number" is an attack or a mistake
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_WEB_IRI = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FULL_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_FULL_YEAR = re.compile(r"\d{4}", re.ASCII)


def get_dcterms(name: str) -> ox.NamedNode:
    """A term of Dublin Core ("title")."""
    return ox.NamedNode(DCTERMS + name)


def get_prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """The prefixes of every output, in the order in which they are written."""
    return {
        "kg": TERMS,
        "id": base,
        "rdf": RDF,
        "rdfs": RDFS,
        "skos": SKOS,
        "dcterms": DCTERMS,
        "xsd": XSD,
        "void": VOID,
        "dcat": DCAT,
        "prov": PROV,
    }


def format_base(text: str) -> str:
    """The base of data IRIs, with "/" added where it ends openly; raises UsageError for no IRI."""
    base = text.strip()
    if not base.endswith(("/", ":", "=")):
        base += "/"
    try:
        ox.NamedNode(base + "x")
    except ValueError:
        base = ""
    if not base or "#" in base:
        raise UsageError(
            f"The base {text!r} is no absolute IRI without '#'; give one such as {DEFAULT_BASE}."
        )
    return base


def clean_text(text: str) -> str:
    """The text in normal form C, without control characters, lone surrogates and noncharacters."""
    return text if text.isascii() and text.isprintable() else _clean(text)


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def clean_verbatim(text: str) -> str:
    """The text code point for code point, with U+FFFD for each one that no format can carry."""
    return text if text.isascii() and text.isprintable() else _UNWRITABLE.sub("�", text)


def make_string(text: str) -> ox.Literal:
    """A plain literal of a name or wording, cleaned."""
    return ox.Literal(clean_text(text))


def make_verbatim(text: str) -> ox.Literal:
    """A plain literal whose offsets count: quotes, identifiers and titles of documents."""
    return ox.Literal(clean_verbatim(text))


def make_number(value: Decimal) -> ox.Literal:
    """An xsd:integer or, where there are decimals, xsd:decimal; raises TermError for NaN."""
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST_NUMBER:
        raise TermError(
            f"The value {value} cannot be written as a number; correct it at its source."
        )
    text = format_number(value)
    text = "0" if text == "-0" else text
    return ox.Literal(text, datatype=DECIMAL if "." in text else INTEGER)


def make_integer(value: int) -> ox.Literal:
    """An xsd:integer."""
    return ox.Literal(str(value), datatype=INTEGER)


def make_decimal(value: float) -> ox.Literal:
    """An xsd:decimal with at most four places; for confidences, which are no finer than that."""
    text = f"{value:.4f}".rstrip("0")
    return ox.Literal(text + "0" if text.endswith(".") else text, datatype=DECIMAL)


def make_day(day: datetime.date) -> ox.Literal:
    """An xsd:date."""
    return ox.Literal(day.isoformat(), datatype=DATE)


def make_edtf(text: str) -> ox.Literal:
    """An EDTF date, as xsd:date, xsd:gYearMonth or xsd:gYear where it is one of these."""
    text = clean_text(text)
    if _FULL_DAY.fullmatch(text):
        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            return ox.Literal(text)  # the thirtieth of February: no well-formed date of any kind
        return ox.Literal(text, datatype=DATE)
    if _FULL_MONTH.fullmatch(text):
        return ox.Literal(text, datatype=MONTH)
    if _FULL_YEAR.fullmatch(text):
        return ox.Literal(text, datatype=YEAR)
    return ox.Literal(text, datatype=EDTF)


def make_iri(text: str) -> ox.NamedNode:
    """An absolute IRI, percent-encoded where it must be; raises TermError for anything else."""
    iri = _BAD_PERCENT.sub("%25", clean_text(text).strip())
    iri = "".join(c if c.isalnum() else quote(c, safe="-._~:/?#@!$&'()*+,;=%[]") for c in iri)
    scheme = iri.partition(":")[0]
    # "id:x" is a valid IRI, but it would be read as a short form wherever prefixes are known.
    forms = () if scheme in _PREFIX_NAMES else (iri, quote(iri, safe="-._~:/?#@!$&'()*+,;=%"))
    for form in forms:
        try:
            return ox.NamedNode(form)
        except ValueError:
            continue
    raise TermError(
        f"The text {text!r} cannot become an IRI; give an absolute one, such as https://…."
    )


def make_licence(text: str) -> str:
    """The IRI of a licence that is given as such or by its name of SPDX; UsageError for neither."""
    try:
        return make_iri(SPDX + text if SPDX_ID.fullmatch(text) else text).value
    except TermError as error:
        raise UsageError(
            f"The licence {text!r} is neither an IRI nor a name such as CC-BY-4.0; give one of these."
        ) from error


def make_link(text: str) -> ox.NamedNode | ox.Literal:
    """A web address as IRI; a plain literal where it is no valid absolute http or https IRI."""
    try:
        node = make_iri(text)
    except TermError:
        return make_verbatim(text)
    return node if _WEB_IRI.match(node.value) else make_verbatim(text)


class TermMaker:
    """Makes the IRIs of one graph, each once. `base` is checked by `format_base`."""

    def __init__(self, base: str) -> None:
        self.base = format_base(base)
        self._nodes: dict[str, ox.NamedNode] = {}
        self._terms: dict[str, ox.NamedNode] = {}
        self._documents: dict[str, ox.NamedNode] = {}

    def get_node(self, path: str) -> ox.NamedNode:
        """The IRI of an id of the model ("city/chongqing"); raises TermError for an empty one."""
        return _remember(self._nodes, path, self.make_node)

    def get_term(self, name: str) -> ox.NamedNode:
        """The IRI of a type, predicate, qualifier or modality of the ontology ("holdsPost")."""
        return _remember(self._terms, name, lambda text: _join(TERMS, text))

    def get_document(self, identifier: str) -> ox.NamedNode:
        """The IRI of a document and of the named graph of what it contributes."""
        return _remember(
            self._documents, identifier, lambda text: self.get_node(format_document_id(text))
        )

    def make_passage(self, identifier: str, span: Span) -> ox.NamedNode:
        """The IRI of a range of code points of a document (RFC 5147); unique, so it is not kept."""
        document = self.get_document(identifier).value
        return ox.NamedNode(f"{document}#char={span.start},{span.end}")

    def make_node(self, path: str) -> ox.NamedNode:
        """As `get_node`, for what is referred to once: it is not kept."""
        return _join(self.base, path)


def _remember(
    known: dict[str, ox.NamedNode], text: str, make: Callable[[str], ox.NamedNode]
) -> ox.NamedNode:
    node = known.get(text)
    if node is None:
        node = known[text] = make(text)
    return node


def _join(namespace: str, path: str) -> ox.NamedNode:
    local = quote(clean_text(path), safe="/")
    if not local:
        raise TermError(f"The id {path!r} has nothing that an IRI can be made of.")
    return ox.NamedNode(namespace + local)
