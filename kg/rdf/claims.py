"""Claims, one a line: what each passage says before statements are put together."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import BinaryIO

from kg.errors import OutputError
from kg.model.claim import Claim, Literal, QualifierValue, Reading
from kg.model.document import Document
from kg.model.entity import Resolution
from kg.model.mention import Mention
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.rdf.content import GraphContent
from kg.rdf.repeats import RepeatFinder
from kg.rdf.terms import TermMaker, clean_text, clean_verbatim

_Json = dict[str, object]


def write_claims_of(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the claims of a graph's readings; raises OutputError where they were not kept."""
    if content.resolution is None or content.readings is None:
        raise OutputError("This graph was made without claims; build it with them to write .jsonl.")
    write_claims(content.readings, content.resolution, content.base, stream)


def write_claims(
    readings: Iterable[Reading], resolution: Resolution, base: str, stream: BinaryIO
) -> None:
    """Writes one JSON object a claim, by document and then as the reading has them; streamed."""
    writer = _ClaimWriter(resolution, TermMaker(base))
    for reading in readings:
        repeated = RepeatFinder(reading, resolution)
        for claim in reading.claims:
            record = writer.describe(reading.document, claim, repeated)
            line = json.dumps(record, ensure_ascii=False, allow_nan=False)
            stream.write(clean_verbatim(line).encode() + b"\n")


class _ClaimWriter:
    def __init__(self, resolution: Resolution, maker: TermMaker) -> None:
        self._resolution = resolution
        self._maker = maker

    def describe(self, source: Document, claim: Claim, repeated: RepeatFinder) -> _Json:
        document = source.identifier
        subjects = repeated.find(claim.subject, claim.evidence)
        objects = repeated.find(claim.object, claim.evidence)
        speaker = claim.attributed_to
        return {
            "document": document,
            "subject": self._describe_mention(document, claim.subject),
            "predicate": claim.predicate,
            "object": self._describe_object(source, claim.object),
            "qualifiers": self._describe_qualifiers(document, claim),
            "modality": claim.modality.value,
            "attributedTo": None if speaker is None else self._describe_mention(document, speaker),
            "confidence": claim.confidence,
            "rules": list(claim.rules),
            "evidence": {"start": claim.evidence.start, "end": claim.evidence.end},
            "mentions": {"subject": _list_mentions(subjects), "object": _list_mentions(objects)},
            "antecedents": {
                "subject": _list_mentions(repeated.find_antecedent(subjects, claim.evidence)),
                "object": _list_mentions(repeated.find_antecedent(objects, claim.evidence)),
            },
            "nearby": {
                "subject": _list_mentions(repeated.find_nearby(subjects, claim.evidence)),
                "object": _list_mentions(repeated.find_nearby(objects, claim.evidence)),
            },
        }

    def _describe_mention(self, document: str, mention: Mention) -> _Json:
        span = mention.span
        entity = self._resolution.entity_of.get((document, span.start, span.end))
        return {
            "start": span.start,
            "end": span.end,
            "text": mention.text,
            "type": mention.type if entity is None else entity.type,
            "entity": None if entity is None else self._maker.get_node(entity.id).value,
            "label": None if entity is None else clean_text(entity.label),
        }

    def _describe_object(self, document: Document, value: Mention | Literal) -> _Json:
        if isinstance(value, Literal):
            text = document.text[value.span.start : value.span.end]
            span = {"start": value.span.start, "end": value.span.end, "text": text}
            return {**span, "value": value.value, "datatype": value.datatype}
        if value.value is None:
            return self._describe_mention(document.identifier, value)
        record = {"start": value.span.start, "end": value.span.end, "text": value.text}
        if isinstance(value.value, Quantity):
            return {**record, **_describe_quantity(value.value), "datatype": "quantity"}
        return {**record, "value": value.value.edtf, "datatype": "edtf"}

    def _describe_qualifiers(self, document: str, claim: Claim) -> _Json:
        """By name; a list where a name comes more than once."""
        found: dict[str, list[object]] = {}
        for qualifier in claim.qualifiers:
            value = self._describe_value(document, qualifier.value)
            found.setdefault(qualifier.name, []).append(value)
        return {name: values[0] if len(values) == 1 else values for name, values in found.items()}

    def _describe_value(self, document: str, value: QualifierValue) -> object:
        if isinstance(value, Mention):
            if value.value is None:
                return self._describe_mention(document, value)
            value = value.value
        if isinstance(value, Quantity):
            return _describe_quantity(value)
        return value.edtf if isinstance(value, Period) else value


def _list_mentions(mentions: Iterable[Mention]) -> list[_Json]:
    return [
        {"start": m.span.start, "end": m.span.end, "text": m.text, "kind": m.kind.value}
        for m in mentions
    ]


def _describe_quantity(quantity: Quantity) -> _Json:
    record: _Json = {"value": _to_json(quantity.value)}
    if quantity.upper is not None:
        record["upper"] = _to_json(quantity.upper)
    return {**record, "unit": quantity.unit, "comparator": quantity.comparator}


def _to_json(value: Decimal) -> int | float | str:
    """A JSON number that is exactly the value; its digits as text where no number can be."""
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else str(value)
