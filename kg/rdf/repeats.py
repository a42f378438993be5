"""All that names the subject or object of a claim in its sentence and beside it: "Jane Doe … who … her"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from kg.lexicon import load_lexicon
from kg.model.claim import Literal, Reading
from kg.model.document import Span
from kg.model.entity import Resolution
from kg.model.mention import Mention, MentionKind


class RepeatFinder:
    """Looks up the mentions of one reading by the entity they name."""

    def __init__(self, reading: Reading, resolution: Resolution) -> None:
        self._entity_of = resolution.entity_of
        self._forms = load_lexicon("nominals").get_mapping("forms")
        self._document = reading.document.identifier
        self._sentences = sorted(reading.sentences)
        self._antecedents = {c.mention: c.antecedent for c in reading.coreferences}
        self._pointed = frozenset(self._antecedents.values())
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in reading.mentions:
            entity = self._find_entity(mention)
            if entity is not None:
                self._mentions[entity].append(mention)

    def _find_entity(self, mention: Mention) -> str | None:
        """The entity named, else where its chain begins, else its form: "I" and "my" are one whoever is meant."""
        key = (self._document, mention.span.start, mention.span.end)
        entity = self._entity_of.get(key)
        if entity is not None:
            return entity.id
        if mention in self._antecedents or mention in self._pointed:
            return f"{self._find_first(mention).span.start}"
        form = self._forms.get(mention.text.lower())
        return form if mention.kind is MentionKind.PRONOUN else None

    def _find_first(self, mention: Mention) -> Mention:
        seen = {mention}
        while (earlier := self._antecedents.get(mention)) is not None and earlier not in seen:
            seen.add(earlier)
            mention = earlier
        return mention

    def find(self, mention: Mention | Literal, within: Span) -> list[Mention]:
        """The mentions of the same entity that lie in the passage, in text order; none of a value."""
        entity = None if isinstance(mention, Literal) else self._find_entity(mention)
        if entity is None:
            return []
        known = self._mentions[entity]
        first = bisect_left(known, within.start, key=lambda m: m.span.start)
        found = []
        for other in known[first:]:
            if other.span.start >= within.end:
                break
            found.append(other)
        return found

    def find_antecedent(self, here: Sequence[Mention], within: Span) -> list[Mention]:
        """The last name before a passage that has only pronouns and nouns, `here`, for it; none or one."""
        if not here or any(other.kind is MentionKind.NAME for other in here):
            return []
        known = self._mentions[self._find_entity(here[0]) or ""]
        first = bisect_left(known, within.start, key=lambda m: m.span.start)
        return [m for m in known[:first] if m.kind is MentionKind.NAME][-1:]

    def find_nearby(self, here: Sequence[Mention], within: Span) -> list[Mention]:
        """What names it, `here` in a passage, in the sentences right before and right after."""
        if not here:
            return []
        number = bisect_left(self._sentences, within)
        around = self._sentences[max(number - 1, 0) : number + 2]
        start, end = around[0].start if around else 0, around[-1].end if around else 0
        return [
            m
            for m in self.find(here[0], Span(start, end))
            if not within.start <= m.span.start < within.end
        ]
