"""The compact form of a gazetteer: tries of ids and names, and records that are decoded when asked for.

A file is a line that names the format, a line of JSON (what it is made from, and under which terms),
and the sections that the JSON line lists with their lengths.
"""

import json
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import marisa_trie

from kg.errors import KgError
from kg.model.spelling import strip_accents
from kg.recognition.gazetteer_rows import GazetteerEntry, expand_link
from kg.recognition.gazetteer_spelling import simplify

_FORMAT = b"kg gazetteer 1\n"
_NUMBERS = ("record_offsets", "use_offsets", "uses", "capital_names")
_SMALL = re.compile(r"[a-z][^\W_]*")
_KIND_BITS, _FLAG_BITS = 2, 4  # a use: record number, then two flags and the kind of the name


@dataclass(frozen=True, slots=True)
class Use:
    """A name's use by an entry: 0 for its label, 1 for an alias, 2 for an adjective."""

    record: int
    kind: int
    ambiguous: bool
    link_only: bool


class Table:
    """An opened gazetteer file. Entries and uses are decoded when they are first asked for."""

    def __init__(self, content: bytes) -> None:
        """Raises KgError where `content` is no gazetteer of this format."""
        if not content.startswith(_FORMAT):
            raise KgError(
                "the compact gazetteer is damaged or of another version; install kg again, or run "
                "seeds/gazetteer/pack.py in a source folder."
            )
        start = content.index(b"\n", len(_FORMAT)) + 1
        self.header: Mapping[str, object] = json.loads(content[len(_FORMAT) : start])
        sections: dict[str, bytes] = {}
        lengths = self.header["sections"]
        for name, length in lengths.items() if isinstance(lengths, dict) else ():
            sections[name] = content[start : start + length]
            start += length
        self._ids = marisa_trie.Trie().frombytes(sections["ids"])
        self._names = marisa_trie.Trie().frombytes(sections["names"])
        self._capitals = marisa_trie.Trie().frombytes(sections["capitals"])
        self._records = sections["records"]
        self._offsets, self._use_offsets, self._uses, self._capital_names = (
            _read_numbers(sections[name]) for name in _NUMBERS
        )
        self._shared = [str(text) for text in _list(self.header["shared"])]
        self.small_words = frozenset(str(word) for word in _list(self.header["small_words"]))
        schemes = self.header["schemes"]
        self.schemes: dict[str, str] = schemes if isinstance(schemes, dict) else {}
        self._decoded: dict[int, GazetteerEntry] = {}

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._ids

    def __iter__(self) -> Iterator[GazetteerEntry]:
        return (self.get_entry(record) for record in range(len(self)))

    def find_record(self, entry_id: str) -> int | None:
        """The number of the record with this id, or None."""
        found: int | None = self._ids.get(entry_id)
        return found

    def get_entry(self, record: int) -> GazetteerEntry:
        """The entry of a record."""
        if record not in self._decoded:
            text = self._records[self._offsets[record] : self._offsets[record + 1]].decode()
            self._decoded[record] = self._decode(record, text.split("\t"))
        return self._decoded[record]

    def _decode(self, record: int, fields: Sequence[str]) -> GazetteerEntry:
        kind, label, aliases, adjectives, within, same_as, source, licence, *rest = fields
        ambiguous, prominence, link_only = rest
        if within.isdigit():
            within = self._ids.restore_key(int(within))
        return GazetteerEntry(
            id=self._ids.restore_key(record),
            type=self._shared[int(kind)],
            label=label,
            aliases=_split(aliases),
            adjectives=_split(adjectives),
            within=within or None,
            same_as=tuple(expand_link(link, self.schemes) for link in _split(same_as)),
            source=self._shared[int(source)],
            licence=self._shared[int(licence)],
            ambiguous=_split(ambiguous),
            prominence=int(prominence or 0),
            link_only=bool(link_only),
        )

    def find_uses(self, name: str) -> tuple[Use, ...]:
        """What uses exactly this name, simplified, the most likely first."""
        number = self._names.get(name)
        if number is None:
            return ()
        first, last = self._use_offsets[number], self._use_offsets[number + 1]
        return tuple(_decode_use(use) for use in self._uses[first:last])

    def list_prefixes(self, text: str) -> list[str]:
        """The names that the text begins with, the shortest first."""
        found: list[str] = self._names.prefixes(text)
        return found

    def find_capitals(self, text: str) -> str | None:
        """The name that is spelled like this in capitals, or None; no name of link-only entries."""
        number = self._capitals.get(text)
        if number is None:
            return None
        name: str = self._names.restore_key(self._capital_names[number])
        return name


def pack_entries(
    entries: Sequence[GazetteerEntry], schemes: Mapping[str, str], about: Mapping[str, object]
) -> bytes:
    """The file of these entries; `about` goes into its header. Equal input gives equal bytes.

    `schemes` are the IRIs, with {} for a code, that links are shortened by.
    """
    ids = marisa_trie.Trie(entry.id for entry in entries)
    shared = sorted({text for e in entries for text in (e.type, e.source, e.licence)})
    encoder = _Encoder(ids, {text: n for n, text in enumerate(shared)}, schemes)
    by_record = {ids[entry.id]: entry for entry in entries}
    records = [encoder.encode(by_record[n]) for n in range(len(by_record))]
    uses = _gather_uses(entries, ids)
    names = marisa_trie.Trie(uses)
    ordered = [uses[names.restore_key(n)] for n in range(len(uses))]
    upper = _gather_capitals(uses, names)
    capitals = marisa_trie.Trie(upper)
    sections = {
        "ids": ids.tobytes(),
        "names": names.tobytes(),
        "capitals": capitals.tobytes(),
        "records": b"".join(records),
        "record_offsets": _write_numbers(_add_up(len(record) for record in records)),
        "use_offsets": _write_numbers(_add_up(len(found) for found in ordered)),
        "uses": _write_numbers(use for found in ordered for use in found),
        "capital_names": _write_numbers(upper[capitals.restore_key(n)] for n in range(len(upper))),
    }
    making = (name for name, found in uses.items() if not _decode_use(found[0]).link_only)
    header = {
        **about,
        "schemes": dict(schemes),
        "shared": shared,
        "small_words": sorted({found[0] for found in map(_SMALL.match, making) if found}),
        "sections": {name: len(section) for name, section in sections.items()},
    }
    told = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join((_FORMAT, told, b"\n", *sections.values()))


def _gather_uses(entries: Iterable[GazetteerEntry], ids: marisa_trie.Trie) -> dict[str, list[int]]:
    """The uses of each name: those that make mentions first, then by kind, prominence and order."""
    found: dict[str, dict[tuple[bool, int, int, int], int]] = {}
    for order, entry in enumerate(entries):
        for kind, names in enumerate(((entry.label,), entry.aliases, entry.adjectives)):
            for name in names:
                flags = (name in entry.ambiguous) << 1 | entry.link_only
                use = (ids[entry.id] << _FLAG_BITS) | (flags << _KIND_BITS) | kind
                plain = simplify(name)
                for spelled in {plain, strip_accents(plain)}:
                    rank = (entry.link_only, kind, -entry.prominence, order)
                    found.setdefault(spelled, {}).setdefault(rank, use)
    return {name: [use for _, use in sorted(ranked.items())] for name, ranked in found.items()}


def _gather_capitals(uses: Mapping[str, Sequence[int]], names: marisa_trie.Trie) -> dict[str, int]:
    """The numbers of the names that make mentions by their spelling in capitals; the first one wins."""
    found: dict[str, int] = {}
    for name, ranked in uses.items():
        if not _decode_use(ranked[0]).link_only:
            found.setdefault(name.upper(), names[name])
    return found


def _decode_use(use: int) -> Use:
    return Use(
        record=use >> _FLAG_BITS,
        kind=use & 3,
        ambiguous=bool(use & 8),
        link_only=bool(use & 4),
    )


class _Encoder:
    """Writes records: what another part of the file tells is left out or told by number."""

    def __init__(
        self, ids: marisa_trie.Trie, shared: Mapping[str, int], schemes: Mapping[str, str]
    ) -> None:
        self.ids = ids
        self.shared = shared
        self.schemes = {
            form.partition("{}")[0]: (f"{prefix}:", len(form.partition("{}")[2]))
            for prefix, form in sorted(schemes.items())
        }

    def encode(self, entry: GazetteerEntry) -> bytes:
        within = entry.within or ""
        fields = (
            str(self.shared[entry.type]),
            entry.label,
            "|".join(entry.aliases),
            "|".join(entry.adjectives),
            str(self.ids.get(within, within)),
            "|".join(self._shorten(link) for link in entry.same_as),
            str(self.shared[entry.source]),
            str(self.shared[entry.licence]),
            "|".join(entry.ambiguous),
            str(entry.prominence or ""),
            "1" if entry.link_only else "",
        )
        return "\t".join(field.replace("\t", " ") for field in fields).encode()

    def _shorten(self, link: str) -> str:
        for start, (prefix, tail) in self.schemes.items():
            if link.startswith(start):
                return prefix + link[len(start) : len(link) - tail]
        return link


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _add_up(lengths: Iterable[int]) -> Iterator[int]:
    total = 0
    yield total
    for length in lengths:
        total += length
        yield total


def _write_numbers(numbers: Iterable[int]) -> bytes:
    """Unsigned numbers of four bytes, the lowest byte first."""
    found = array("I", numbers)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def _read_numbers(content: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(content)
    if sys.byteorder == "big":
        found.byteswap()
    return found
