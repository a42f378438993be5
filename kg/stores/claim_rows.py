"""The claims of a store's documents, by what they are put together by."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pydantic import TypeAdapter

from kg.model.claim import Claim
from kg.model.document import Span
from kg.model.mention import Mention
from kg.model.statement import Evidence
from kg.stores.crowd_rows import Ref
from kg.stores.store_file import StoreFile

_CLAIM = TypeAdapter(Claim)
_KEPT = 1 << 13  # claims that are kept as they were parsed
_COLUMNS = "document, place, identifier, body, quote, clusters, kin"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredClaim:
    """A claim with its passage; `clusters` are the places in the document of what it speaks of.

    `kin` is a number that claims share which may become one statement; None for what is left out.
    """

    ref: Ref
    claim: Claim
    evidence: Evidence
    clusters: Mapping[Span, int]
    kin: int | None


class ClaimRows:
    """Claims by reference, by cluster and by kin."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def stage(
        self, document: int, claims: Sequence[tuple[Claim, str]], places: Mapping[Span, int]
    ) -> None:
        """Adds the claims of a document, each with its quote; `places` are those of the clusters."""
        rows, ties = [], set()
        for number, (claim, quote) in enumerate(claims):
            spans = sorted({m.span for m in _list_mentions(claim)} & places.keys())
            clusters = json.dumps([[s.start, s.end, places[s]] for s in spans])
            rows.append((document, number, _CLAIM.dump_json(claim).decode(), quote, clusters))
            ties |= {(document, places[span], number) for span in spans}
        self._file.write_many(
            "INSERT INTO claim (document, place, body, quote, clusters) VALUES (?, ?, ?, ?, ?)",
            rows,
        )
        self._file.write_many("INSERT INTO claim_cluster VALUES (?, ?, ?)", sorted(ties))

    def list_refs(self, documents: Iterable[int]) -> set[Ref]:
        """The claims of the documents."""
        question = "SELECT document, place FROM claim WHERE document IN (?)"
        return {(d, p) for d, p in self._file.select_each(question, documents)}

    def find_speaking_of(self, clusters: Iterable[Ref]) -> set[Ref]:
        """The claims that speak of any of the clusters."""
        question = "SELECT document, claim FROM claim_cluster WHERE document = ? AND cluster = ?"
        ask = self._file.connection.execute
        return {(d, p) for cluster in clusters for d, p in ask(question, cluster)}

    def load(self, refs: Iterable[Ref]) -> Iterator[StoredClaim]:
        """The claims themselves, in the order given."""
        question = (
            f"SELECT {_COLUMNS} FROM claim JOIN document ON number = document"  # noqa: S608
            " WHERE document = ? AND place = ?"
        )
        for ref in refs:
            yield from map(_parse, self._file.connection.execute(question, ref))

    def load_kin(self, kin: Iterable[int]) -> Iterator[StoredClaim]:
        """The claims of each kin, in the order of a document within each."""
        rows = self._file.select_each(
            f"SELECT {_COLUMNS} FROM claim JOIN document ON number = document"  # noqa: S608
            " WHERE kin IN (?) ORDER BY kin, document, place",
            kin,
        )
        yield from map(_parse, rows)

    def list_kin(self) -> list[int]:
        """Every kin there is, sorted."""
        question = "SELECT DISTINCT kin FROM claim WHERE kin IS NOT NULL ORDER BY kin"
        return [kin for (kin,) in self._file.connection.execute(question)]

    def assign(self, kin: Iterable[tuple[Ref, int | None]]) -> None:
        """Notes what claims are put together by."""
        self._file.write_many(
            "UPDATE claim SET kin = ? WHERE document = ? AND place = ?",
            ((number, document, place) for (document, place), number in kin),
        )


def _list_mentions(claim: Claim) -> list[Mention]:
    values = (
        claim.subject,
        claim.object,
        claim.attributed_to,
        *(q.value for q in claim.qualifiers),
    )
    return [value for value in values if isinstance(value, Mention)]


@lru_cache(maxsize=_KEPT)
def _parse_claim(body: str) -> Claim:
    """The claim; a change reads those that it touches before and after it."""
    return _CLAIM.validate_json(body)


def _parse(row: tuple[int, int, str, str, str, str, int | None]) -> StoredClaim:
    document, place, identifier, body, quote, clusters, kin = row
    claim = _parse_claim(body)
    return StoredClaim(
        ref=(document, place),
        claim=claim,
        evidence=Evidence(document=identifier, span=claim.evidence, quote=quote),
        clusters={Span(start, end): number for start, end, number in json.loads(clusters)},
        kin=kin,
    )
