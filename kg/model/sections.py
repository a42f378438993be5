"""Long documents in sections: cut before reading, put together after, offsets kept."""

from dataclasses import replace

from kg.model.claim import Claim, Literal, Reading
from kg.model.document import Document, Span
from kg.model.mention import Coreference, Mention

# Reading compares the names of a text with each other, so its cost grows with the square of the
# length; a section of this many code points (about 8,000 words) keeps that part below the parse.
MAX_SECTION = 50_000


def split_document(document: Document, *, limit: int = MAX_SECTION) -> list[tuple[int, Document]]:
    """(offset, section) in order; the document itself where it is no longer than `limit`.

    Sections end at paragraphs, or where there is none at a sentence or space.
    """
    text = document.text
    if len(text) <= limit:
        return [(0, document)]
    sections = []
    start = 0
    while start < len(text):
        end = _find_end(text, start, limit)
        ignored = tuple(
            Span(max(s.start, start) - start, min(s.end, end) - start)
            for s in document.ignored
            if s.start < end and s.end > start
        )
        sections.append((start, replace(document, text=text[start:end], ignored=ignored)))
        start = end
    return sections


def _find_end(text: str, start: int, limit: int) -> int:
    if len(text) - start <= limit:
        return len(text)
    for mark in ("\n\n", "\n", ". ", " "):
        cut = text.rfind(mark, start + limit // 2, start + limit)
        if cut >= 0:
            return cut + len(mark)
    return start + limit


def join_readings(document: Document, parts: list[tuple[int, Reading]]) -> Reading:
    """One reading of the whole document from those of its sections."""
    if len(parts) == 1:
        return parts[0][1]
    shifted = [_Shift(offset).move(reading) for offset, reading in parts]
    return Reading(
        document=document,
        sentences=tuple(s for r in shifted for s in r.sentences),
        mentions=tuple(m for r in shifted for m in r.mentions),
        coreferences=tuple(c for r in shifted for c in r.coreferences),
        claims=tuple(c for r in shifted for c in r.claims),
    )


class _Shift:
    """Moves a section's reading to its place in the document."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.known: dict[Mention, Mention] = {}

    def span(self, span: Span) -> Span:
        return Span(span.start + self.offset, span.end + self.offset)

    def mention(self, mention: Mention) -> Mention:
        if mention not in self.known:
            self.known[mention] = replace(mention, span=self.span(mention.span))
        return self.known[mention]

    def claim(self, claim: Claim) -> Claim:
        target = claim.object
        moved: Mention | Literal = (
            replace(target, span=self.span(target.span))
            if isinstance(target, Literal)
            else self.mention(target)
        )
        return replace(
            claim,
            subject=self.mention(claim.subject),
            object=moved,
            evidence=self.span(claim.evidence),
            attributed_to=self.mention(claim.attributed_to) if claim.attributed_to else None,
            qualifiers=tuple(
                replace(q, value=self.mention(q.value)) if isinstance(q.value, Mention) else q
                for q in claim.qualifiers
            ),
        )

    def coreference(self, link: Coreference) -> Coreference:
        return replace(
            link, mention=self.mention(link.mention), antecedent=self.mention(link.antecedent)
        )

    def move(self, reading: Reading) -> Reading:
        return Reading(
            document=reading.document,
            sentences=tuple(self.span(s) for s in reading.sentences),
            mentions=tuple(self.mention(m) for m in reading.mentions),
            coreferences=tuple(self.coreference(c) for c in reading.coreferences),
            claims=tuple(self.claim(c) for c in reading.claims),
        )
