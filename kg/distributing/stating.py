"""Steps that state: claims to statements over entities, and what several statements share."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from kg.distributing.reading import Answer, load_repeated
from kg.distributing.shards import Shard
from kg.distributing.shuffling import Sorter, choose_bucket
from kg.distributing.site import Site
from kg.model.claim import Claim
from kg.model.document import Document, Span
from kg.model.entity import Entity, KnownEntity, MentionKey, Resolution
from kg.model.mention import Mention
from kg.model.signature import Signature
from kg.model.statement import Evidence
from kg.rdf.parts import format_quads, parse_quads
from kg.resolution import add_sources
from kg.resolution.consolidating import Consolidator

_CLAIM = TypeAdapter(Claim)
_DOCUMENT = TypeAdapter(Document)
_KNOWN = TypeAdapter(KnownEntity)


def place_claims(site: Site, number: int) -> Answer:
    """Writes the documents and who is named there; hands claims on to those they may be one with."""
    out = load_repeated(site).get(number, ())
    entities = {
        digest: Entity(id=name, type=kind, label=label)
        for digest, name, kind, label in site.collect(
            "owner", site.buckets, number, site.partitions
        )
    }
    parts, shard = site.make_parts(), Shard()
    for place, body in site.take("documents", number):
        if place not in out:
            for part in parts.list_document(_DOCUMENT.validate_json(body)):
                shard.add(part.quads)
    sorter = site.sort()
    for place, identifier, signature, clusters, claims in site.take("claims", number):
        if place in out:
            continue
        for name in sorted({entities[digest].id for digest, _ in clusters}):
            for part in parts.list_mention(name, identifier):
                shard.add(part.quads)
        spans = {(s, e): entities[digest] for digest, own in clusters for s, e in own}
        buckets = _place(site, identifier, spans, claims, sorter)
        for bucket in sorted(buckets) if signature is not None else ():
            sorter.add_to(bucket, [identifier, *signature])
    site.hand_on("claim", number, sorter)
    return shard.write(site, "documents", number)


def _place(
    site: Site,
    identifier: str,
    spans: Mapping[tuple[int, int], Entity],
    claims: Sequence[tuple[str, str]],
    sorter: Sorter,
) -> set[int]:
    """Hands on the claims of a document; the buckets that get any."""
    buckets = set()
    entity_of = {(identifier, s, e): entity for (s, e), entity in spans.items()}
    consolidator = _make_consolidator(site, entity_of)
    for body, quote in claims:
        claim = _CLAIM.validate_json(body)
        evidence = Evidence(document=identifier, span=claim.evidence, quote=quote)
        group = consolidator.find_group(claim, evidence)
        if group is None:
            continue
        told = [
            [s.start, s.end, e.id, e.type, e.label]
            for s in _list_spans(claim)
            if (e := spans.get((s.start, s.end))) is not None
        ]
        bucket = choose_bucket("\0".join(group), site.buckets)
        sorter.add_to(bucket, [identifier, body, quote, told])
        buckets.add(bucket)
    return buckets


def _make_consolidator(site: Site, entity_of: dict[MentionKey, Entity]) -> Consolidator:
    resolution = Resolution(entity_of=entity_of, entities=(), judgements=())
    return Consolidator(site.load().ontology, resolution, site.options.min_confidence)


def _list_spans(claim: Claim) -> list[Span]:
    values: list[object] = [claim.subject, claim.object, claim.attributed_to]
    values += [qualifier.value for qualifier in claim.qualifiers]
    return sorted({value.span for value in values if isinstance(value, Mention)})


def make_statements(site: Site, number: int) -> Answer:
    """Puts the claims together that are of one kin, and writes the statements."""
    signatures: dict[str, Signature] = {}
    entity_of: dict[MentionKey, Entity] = {}
    claims: list[tuple[Claim, Evidence]] = []
    for identifier, *rest in site.collect("claim", site.partitions, number):
        if len(rest) == 2:
            size, minima = rest
            signatures[identifier] = Signature(size=size, minima=bytes.fromhex(minima))
            continue
        body, quote, told = rest
        claim = _CLAIM.validate_json(body)
        evidence = Evidence(document=identifier, span=claim.evidence, quote=quote)
        claims.append((claim, evidence))
        for start, end, name, kind, label in told:
            entity_of[identifier, start, end] = Entity(id=name, type=kind, label=label)
    parts, shard, shared = site.make_parts(), Shard(), site.sort()
    predicates: Counter[str] = Counter()
    modalities: Counter[str] = Counter()
    for made in _make_consolidator(site, entity_of).consolidate(claims):
        statement = add_sources(made, signatures)
        predicates[statement.predicate] += 1
        modalities[statement.modality.value] += 1
        for part in parts.list_statement(statement):
            if part.shared:
                shared.add(part.name, [part.name, statement.id, format_quads(part.quads).decode()])
            else:
                shard.add(part.quads)
    site.hand_on("statement-part", number, shared)
    counts = {"statements": dict(predicates), "modalities": dict(modalities)}
    return {**shard.write(site, "statements", number), **counts}


def write_shared(site: Site, number: int) -> Answer:
    """Writes what several entities or statements bring, once; and places that only the gazetteer names.

    Where they tell it in other words, the last of them by id counts, as in a local build.
    """
    found: dict[str, tuple[str, Any]] = {}
    for kind in ("entity-part", "statement-part"):
        for name, bringer, quads in site.collect(kind, site.buckets, number):
            if name not in found or found[name][0] <= bringer:
                found[name] = bringer, quads
    shard = Shard()
    for _, (_, quads) in sorted(found.items()):
        shard.add(parse_quads(quads))
    places: dict[str, tuple[str, Any]] = {}
    named: set[str] = set()
    for place, bringer, body in site.collect("place", site.buckets, number):
        if body is None:
            named.add(place)
        elif place not in places or places[place][0] <= bringer:
            places[place] = bringer, body
    parts = site.make_parts()
    for place, (_, body) in sorted(places.items()):
        if place not in named:
            shard.add(parts.describe_container(_KNOWN.validate_json(body)).quads)
    return shard.write(site, "shared", number)
