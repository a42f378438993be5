"""Known names: the shipped gazetteer and the user's files, and their matches in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import KgError, RuleError
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.ids import format_digest
from kg.model.mention import PlaceChoice
from kg.ontology import load_ontology
from kg.recognition.gazetteer_rows import GazetteerEntry, parse_rows, read_text
from kg.recognition.gazetteer_spelling import list_folded, simplify
from kg.recognition.gazetteer_table import Table, Use, pack_entries
from kg.resources import get_data_folder, list_domain_files

__all__ = [
    "AliasKind",
    "Gazetteer",
    "GazetteerEntry",
    "GazetteerMatch",
    "load_gazetteer",
    "pack_gazetteer",
]

AliasKind = Literal["label", "alias", "adjective"]

FILE = "gazetteer.bin"
_COUNTRY = "country/"  # what ids of countries begin with
_KINDS: tuple[AliasKind, ...] = ("label", "alias", "adjective")
_CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_a-z.'-]+(?: [^\W\d_a-z.'-]{2,})*(?!\w)")
_WORD = re.compile(r"[^ ]+")
_LONGEST_NAME = 120  # characters
_LONGEST_FORM = 4  # letters of a company's legal form that may follow its name
_LONGEST_ACRONYM = 4  # letters: a word in capitals no longer than this may be an acronym


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerMatch:
    """A known name in a text.

    `entry` is the first, most likely one of `candidates`, which are all the entries with that name,
    those last that make no mentions. `ambiguous` means that the name is also a common word, a surname
    or an acronym: the caller asks the context before it believes the match.
    `choice` is set once the document has told which entry it is.
    """

    span: Span
    entry: GazetteerEntry
    alias_kind: AliasKind
    candidates: tuple[GazetteerEntry, ...]
    ambiguous: bool
    choice: PlaceChoice | None = None


@dataclass(frozen=True, slots=True)
class _Named:
    """What one name means: kind of the first use, entries, how many of them make mentions."""

    kind: AliasKind
    entries: tuple[GazetteerEntry, ...]
    making: int
    ambiguous: bool


class Gazetteer:
    """Known names, ready to be found; read-only, equal files give equal matches and an equal `digest`.

    Of several tables the earlier one's entries come first where all else is equal.
    """

    def __init__(self, tables: Sequence[Table], *, digest: str) -> None:
        self.digest = digest
        self._tables = tuple(tables)
        suffixes = load_lexicon("names").get("company_suffixes")
        # "AG" and the like; "Corporation" may be the name of a subsidiary.
        self._legal_forms = frozenset(s.strip(".") for s in suffixes if len(s) <= _LONGEST_FORM)
        self._named: dict[str, _Named | None] = {}
        self._above: dict[str, list[GazetteerEntry]] = {}
        small = sorted({word for table in tables for word in table.small_words})
        words = f"|(?:{'|'.join(small)})(?![^\\W_])" if small else ""
        self._starts = re.compile(rf"(?<![^\W_])(?:[^\sa-z]{words})")

    def __len__(self) -> int:
        return sum(len(table) for table in self._tables)

    def __iter__(self) -> Iterator[GazetteerEntry]:
        return (entry for table in self._tables for entry in table)

    def get(self, entry_id: str) -> GazetteerEntry | None:
        """The entry with this graph id ("country/sri-lanka"), or None."""
        for table in self._tables:
            record = table.find_record(entry_id)
            if record is not None:
                return table.get_entry(record)
        return None

    def list_above(self, entry_id: str) -> Sequence[GazetteerEntry]:
        """The entries of the places that contain this one, the smallest first."""
        if entry_id not in self._above:
            entry = self.get(entry_id)
            above = self.get(entry.within) if entry is not None and entry.within else None
            self._above[entry_id] = [above, *self.list_above(above.id)] if above else []
        return self._above[entry_id]

    def find_country(self, entry_id: str) -> str | None:
        """The id of the country around a place."""
        above = (entry.id for entry in self.list_above(entry_id))
        return next((place for place in above if place.startswith(_COUNTRY)), None)

    def find_by_name(self, name: str) -> tuple[GazetteerEntry, ...]:
        """The entries with exactly this name that make mentions, the most likely first."""
        named = self._find_named(name)
        return named.entries[: named.making] if named else ()

    def find_linked(self, name: str) -> tuple[GazetteerEntry, ...]:
        """All entries with exactly this label, alias or adjective; those last that make no mentions."""
        named = self._find_named(simplify(name))
        return named.entries if named else ()

    def find_of_type(self, name: str, kind: str) -> GazetteerEntry | None:
        """The one entry of this type with exactly this name, legal form aside; None where two have it."""
        words = name.split()
        while words:
            found = [e for e in self.find_linked(" ".join(words)) if e.type == kind]
            if found:
                return found[0] if len(found) == 1 else None
            if words.pop().strip(".,").lower() not in self._legal_forms:
                return None
        return None

    def find(self, text: str) -> list[GazetteerMatch]:
        """The longest leftmost matches of whole words, in text order, none overlapping another.

        Case counts, except that a passage in capitals ("COLOMBO, March 3") also matches.
        """
        plain = simplify(text)
        hits = [*self._find_names(plain), *self._find_capitals(plain)]
        marked = [
            *list_folded(plain, self._find_names),
            *list_folded(plain, self._find_capitals),  # "HÀ NỘI"
        ]
        hits += [h for h in marked if (n := self._find_named(h[2])) and not n.ambiguous]
        matches: list[GazetteerMatch] = []
        free_from = 0
        for start, negative_end, name in sorted(hits):
            if start >= free_from:
                free_from = -negative_end
                matches.append(self._match(Span(start, free_from), name, plain))
        return matches

    def find_sure(self, text: str) -> list[Span]:
        """Where a text has names that are no words of the language besides."""
        return [match.span for match in self.find(text) if not match.ambiguous]

    def _find_names(self, plain: str) -> Iterator[tuple[int, int, str]]:
        """The longest hit at each word."""
        for found in self._starts.finditer(plain):
            start = found.start()
            ahead = plain[start : start + _LONGEST_NAME]
            names = [name for table in self._tables for name in table.list_prefixes(ahead)]
            for name in sorted(names, key=len, reverse=True):
                end = start + len(name)
                if plain[end : end + 1].isalnum():
                    continue
                named = self._find_named(name)
                if named is not None and named.making:
                    yield start, -end, name
                    break

    def _find_capitals(self, plain: str) -> Iterator[tuple[int, int, str]]:
        """Hits in passages in capitals, longest first at each word."""
        for run in _CAPITALS.finditer(plain):
            words = [
                (m.start() + run.start(), m.end() + run.start()) for m in _WORD.finditer(run[0])
            ]
            for first, (start, _) in enumerate(words):
                for _, end in reversed(words[first : first + 6]):
                    name = self._find_capital_name(plain[start:end]) if end - start > 2 else None
                    if name is not None:
                        yield start, -end, name
                        break

    def _find_capital_name(self, written: str) -> str | None:
        found = (table.find_capitals(written) for table in self._tables)
        return next((name for name in found if name is not None), None)

    def _find_named(self, name: str) -> _Named | None:
        if name not in self._named:
            self._named[name] = self._read_named(name)
        return self._named[name]

    def _read_named(self, name: str) -> _Named | None:
        uses: list[tuple[bool, int, int, int, GazetteerEntry, Use]] = []
        for table in self._tables:
            for use in table.find_uses(name):
                entry = table.get_entry(use.record)
                uses.append((use.link_only, use.kind, -entry.prominence, len(uses), entry, use))
        if not uses:
            return None
        uses.sort(key=lambda use: use[:4])
        entries = {entry.id: entry for _, _, _, _, entry, _ in uses}
        making = [use for *_, use in uses if not use.link_only]
        return _Named(
            kind=_KINDS[uses[0][1]],
            entries=tuple(entries.values()),
            making=sum(not entry.link_only for entry in entries.values()),
            ambiguous=any(use.ambiguous for use in making),
        )

    def _match(self, span: Span, name: str, plain: str) -> GazetteerMatch:
        named = self._find_named(name)
        if named is None:
            raise KeyError(name)
        written = plain[span.start : span.end]
        ambiguous = named.ambiguous
        if written != name and " " not in name and len(name) <= _LONGEST_ACRONYM:
            ambiguous = True
        return GazetteerMatch(
            span=span,
            entry=named.entries[0],
            alias_kind=named.kind,
            candidates=named.entries,
            ambiguous=ambiguous,
        )


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """Opens the shipped file and reads `extra`, each a CSV file as README.md of seeds/gazetteer tells.

    Those of the domain come before them.

    Raises RuleError, naming file and line, for a missing or unknown column, a type that the
    ontology lacks, an id that is malformed or given twice, a `within` that no row has, and an empty
    label, source or licence.
    """
    path = get_data_folder("gazetteer") / FILE
    try:
        shipped = Table(path.read_bytes())
    except OSError as error:
        raise KgError(
            f"{path.name} cannot be read ({error.strerror}); install kg again from a complete wheel."
        ) from error
    digest = str(shipped.header["digest"])
    extra = [*list_domain_files("gazetteer/*.csv"), *extra]
    if not extra:
        return Gazetteer((shipped,), digest=digest)
    entries, contents = _read_rows(extra, shipped.schemes, shipped)
    own = Table(pack_entries(entries, shipped.schemes, {}))
    return Gazetteer((shipped, own), digest=format_digest(digest, *contents))


def pack_gazetteer(
    files: Sequence[Path], schemes: Mapping[str, str], about: Mapping[str, object]
) -> bytes:
    """The compact file of CSV files; `schemes` are the IRIs behind the prefixes of their links.

    Raises RuleError as `load_gazetteer` does.
    """
    entries, contents = _read_rows(files, schemes, None)
    digest = format_digest(*sorted(schemes.items()), *contents)
    return pack_entries(entries, schemes, {**about, "digest": digest})


def _read_rows(
    files: Sequence[Path], schemes: Mapping[str, str], shipped: Table | None
) -> tuple[list[GazetteerEntry], list[str]]:
    """The entries and contents of CSV files, checked among each other and with what is shipped."""
    types = load_ontology().types
    places: dict[str, str] = {}
    entries: list[GazetteerEntry] = []
    contents: list[str] = []
    for path in files:
        content = read_text(path)
        contents.append(content)
        for line, entry in parse_rows(content, path.name, schemes):
            where = f"{path.name}:{line}"
            if entry.type not in types:
                raise RuleError(
                    f"{where}: the ontology has no entity type '{entry.type}'; use one it has."
                )
            if entry.id in places or (shipped is not None and entry.id in shipped):
                raise RuleError(
                    f"{where}: the id '{entry.id}' is already given at "
                    f"{places.get(entry.id, 'the shipped gazetteer')}; keep one of the two rows."
                )
            places[entry.id] = where
            entries.append(entry)
    for entry in entries:
        if entry.within is None or entry.within in places:
            continue
        if shipped is None or entry.within not in shipped:
            raise RuleError(
                f"{places[entry.id]}: '{entry.id}' lies within '{entry.within}', which no row has; "
                "add that row or correct the id."
            )
    return entries, contents
