"""Known names: a strict loader of gazetteer files, and their matches in a text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.errors import RuleError
from kg.model.document import Span
from kg.model.ids import format_digest
from kg.ontology import load_ontology
from kg.recognition.gazetteer_rows import GazetteerEntry, parse_rows, read_text
from kg.resources import get_data_folder

__all__ = ["AliasKind", "Gazetteer", "GazetteerEntry", "GazetteerMatch", "load_gazetteer"]

AliasKind = Literal["label", "alias", "adjective"]

_KINDS: tuple[AliasKind, ...] = ("label", "alias", "adjective")
# Every replacement is one code point for one, so that offsets stay those of the document.
_SAME_WIDTH = (
    *((space, " ") for space in "\n\t\u00a0\u202f"),
    *((quote, "'") for quote in "’‘ʼ"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013"),
)
_CAPITALS = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_a-z.'-]{2,}(?: [^\W\d_a-z.'-]{2,})*(?!\w)")
_WORD = re.compile(r"[^ ]+")
# A name's use by an entry: kind, prominence (negative), order of reading, entry, whether ambiguous.
_Use = tuple[int, int, int, "GazetteerEntry", bool]
_LONGEST_ACRONYM = 4  # letters: a word in capitals no longer than this may be an acronym


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerMatch:
    """A known name in a text.

    `entry` is the first, most likely one of `candidates`, which are all the entries with that name.
    `ambiguous` means that the name is also a common word, a surname or an acronym: the caller asks
    the context before it believes the match.
    """

    span: Span
    entry: GazetteerEntry
    alias_kind: AliasKind
    candidates: tuple[GazetteerEntry, ...]
    ambiguous: bool


class Gazetteer:
    """Known names, ready to be found.

    Read-only; equal files give equal matches and an equal `digest`.
    """

    def __init__(self, entries: Iterable[GazetteerEntry], *, digest: str) -> None:
        self.digest = digest
        self._entries = {entry.id: entry for entry in entries}
        self._names = _index_names(self._entries.values())
        self._patterns = tuple(self._names)
        self._automaton = AhoCorasick(
            self._patterns,
            matchkind=MatchKind.Standard,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,
        )
        self._capitals: dict[str, str] | None = None

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[GazetteerEntry]:
        return iter(self._entries.values())

    def get(self, entry_id: str) -> GazetteerEntry | None:
        """The entry with this graph id ("country/sri-lanka"), or None."""
        return self._entries.get(entry_id)

    def find_by_name(self, name: str) -> tuple[GazetteerEntry, ...]:
        """All entries with exactly this label, alias or adjective, the most likely first."""
        return self._names[name][1] if name in self._names else ()

    def find(self, text: str) -> list[GazetteerMatch]:
        """The longest leftmost matches of whole words, in text order, none overlapping another.

        Case counts, except that a passage in capitals ("COLOMBO, March 3") also matches.
        """
        plain = _plain(text)
        hits = [
            (start, -end, self._patterns[number])
            for number, start, end in self._automaton.find_matches_as_indexes(
                plain, overlapping=True
            )
            if _is_whole(plain, start, end)
        ]
        hits.extend(self._find_capitals(plain))
        matches: list[GazetteerMatch] = []
        free_from = 0
        for start, negative_end, name in sorted(hits):
            if start >= free_from:
                free_from = -negative_end
                matches.append(self._match(Span(start, free_from), name, plain))
        return matches

    def _find_capitals(self, plain: str) -> Iterator[tuple[int, int, str]]:
        """Hits in passages in capitals, longest first at each word."""
        for run in _CAPITALS.finditer(plain):
            if self._capitals is None:
                self._capitals = {name.upper(): name for name in reversed(self._patterns)}
            words = [
                (m.start() + run.start(), m.end() + run.start()) for m in _WORD.finditer(run[0])
            ]
            for first, (start, _) in enumerate(words):
                for _, end in reversed(words[first : first + 6]):
                    name = self._capitals.get(plain[start:end])
                    if name is not None:
                        yield start, -end, name
                        break

    def _match(self, span: Span, name: str, plain: str) -> GazetteerMatch:
        kind, candidates, ambiguous = self._names[name]
        written = plain[span.start : span.end]
        if written != name and " " not in name and len(name) <= _LONGEST_ACRONYM:
            ambiguous = True
        return GazetteerMatch(
            span=span,
            entry=candidates[0],
            alias_kind=kind,
            candidates=candidates,
            ambiguous=ambiguous,
        )


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """Reads the shipped files and then `extra`, each a CSV file of the same columns.

    Raises RuleError, naming file and line, for a missing or unknown column, a type that the
    ontology lacks, an id that is malformed or given twice, a `within` that no row has, and an empty
    label, source or licence.
    """
    types = load_ontology().types
    shipped = sorted(get_data_folder("gazetteer").glob("*.csv"))
    places: dict[str, str] = {}
    entries: list[GazetteerEntry] = []
    contents: list[str] = []
    for path in (*shipped, *extra):
        content = read_text(path)
        contents.append(content)
        for line, entry in parse_rows(content, path.name):
            where = f"{path.name}:{line}"
            if entry.type not in types:
                raise RuleError(
                    f"{where}: the ontology has no entity type '{entry.type}'; use one it has."
                )
            if entry.id in places:
                raise RuleError(
                    f"{where}: the id '{entry.id}' is already given at {places[entry.id]}; "
                    "keep one of the two rows."
                )
            places[entry.id] = where
            entries.append(entry)
    for entry in entries:
        if entry.within is not None and entry.within not in places:
            raise RuleError(
                f"{places[entry.id]}: '{entry.id}' lies within '{entry.within}', which no row has; "
                "add that row or correct the id."
            )
    return Gazetteer(entries, digest=format_digest(*contents))


def _index_names(
    entries: Iterable[GazetteerEntry],
) -> dict[str, tuple[AliasKind, tuple[GazetteerEntry, ...], bool]]:
    """For each name its kind, its entries (the most likely first), and whether it is ambiguous."""
    found: dict[str, list[_Use]] = {}
    for order, entry in enumerate(entries):
        groups = ((entry.label,), entry.aliases, entry.adjectives)
        for kind, names in enumerate(groups):
            for name in names:
                use = (kind, -entry.prominence, order, entry, name in entry.ambiguous)
                plain = name if name.isascii() else _plain(name)
                found.setdefault(plain, []).append(use)
                if not plain.isascii() and (bare := _strip_accents(plain)) != plain:
                    found.setdefault(bare, []).append(use)
    return {name: _rank(uses) for name, uses in found.items()}


def _rank(uses: list[_Use]) -> tuple[AliasKind, tuple[GazetteerEntry, ...], bool]:
    if len(uses) == 1:
        kind, _, _, entry, ambiguous = uses[0]
        return _KINDS[kind], (entry,), ambiguous
    uses.sort(key=lambda use: use[:3])
    candidates = {entry.id: entry for _, _, _, entry, _ in uses}
    return _KINDS[uses[0][0]], tuple(candidates.values()), any(use[4] for use in uses)


def _plain(text: str) -> str:
    for written, simple in _SAME_WIDTH:
        text = text.replace(written, simple)
    return text


def _strip_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is no part of a longer word."""
    return not (
        (start > 0 and text[start - 1].isalnum()) or (end < len(text) and text[end].isalnum())
    )
