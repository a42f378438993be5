"""What the rules read of a corpus: which never fire, and what links two things without a claim."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from kg.extraction.rule import RuleSet
from kg.model.claim import Reading
from kg.model.document import Document, Outcome, Span
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse
from kg.model.sections import split_document
from kg.pipeline import Pipeline
from kg.recognition import parse_documents

_TOGETHER = 50  # documents parsed in common batches
_MAX_PAIRS = 60  # of a sentence; a longer list of names says nothing new
_DEEPEST = 50  # steps up a parse


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUse:
    """How many claims a rule took part in, and how many no other rule makes."""

    rule: str
    predicate: str
    claims: int
    alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sentence with its document and the names in it."""

    document: str
    sentence: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A verb or noun that stands between two things of which no claim is made.

    `sentences` counts the sentences, `rules` the rules that name the word in one of the forms that it
    has there, and `types` is the commonest pair of types.
    """

    word: str
    kind: str  # "verb" or "noun"
    sentences: int
    rules: int
    types: tuple[str, str]
    sample: Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the rules made of a corpus.

    `linked` sentences name two or more things, `silent` ones of these give no claim; `samples` are
    spread over all silent ones. `uses` are in the order of the rules, `links` by sentences.
    """

    documents: int
    failed: int
    sentences: int
    claims: int
    uses: tuple[RuleUse, ...]
    linked: int
    silent: int
    samples: tuple[Sample, ...]
    links: tuple[Link, ...]

    @property
    def never(self) -> tuple[RuleUse, ...]:
        """The rules that made no claim."""
        return tuple(use for use in self.uses if not use.claims)

    @property
    def silent_share(self) -> float:
        """The share of sentences with two or more things that give no claim."""
        return self.silent / self.linked if self.linked else 0.0


@dataclass(slots=True)
class _Found:
    """The sentences in which a word links two things: the first one, and the types of the pairs."""

    sentences: int = 0
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    sample: Sample | None = None


def measure_coverage(
    pipeline: Pipeline, items: Iterable[Document | Outcome], *, samples: int = 10, links: int = 30
) -> Coverage:
    """The coverage of documents as `kg.readers` gives them; outcomes among them are counted as failed."""
    gatherer = _Gatherer(pipeline.rules)
    documents = iter(items)
    while batch := list(islice(documents, _TOGETHER)):
        gatherer.failed += sum(isinstance(item, Outcome) for item in batch)
        read = [item for item in batch if isinstance(item, Document)]
        gatherer.documents += len(read)
        for parse, reading in _read(pipeline, read):
            gatherer.add(parse, reading)
    return gatherer.finish(samples, links)


def _read(pipeline: Pipeline, documents: Sequence[Document]) -> Iterator[tuple[Parse, Reading]]:
    """The parse and reading of every section."""
    sections = [section for document in documents for _, section in split_document(document)]
    parsed = parse_documents(sections, pipeline.model)
    for section, result in zip(sections, parsed, strict=True):
        recognized = pipeline.recognizer.recognize(section, result)
        yield result.parse, pipeline.extractor.extract(recognized)


class _Gatherer:
    """Adds up readings."""

    def __init__(self, rules: RuleSet) -> None:
        self.documents = self.failed = 0
        self._rules = rules
        self._sentences = self._claims = self._linked = 0
        self._uses: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._silent: list[Sample] = []
        self._links: defaultdict[tuple[str, str], _Found] = defaultdict(_Found)
        self._triggers: defaultdict[str, set[str]] = defaultdict(set)
        for rule in rules.rules:
            inside = (item.words for item in rule.items)
            for word in rule.verbs.union(rule.nouns, rule.words, *inside):
                self._triggers[word].add(rule.id)

    def add(self, parse: Parse, reading: Reading) -> None:
        """Adds a reading of a section."""
        self._sentences += len(reading.sentences)
        self._claims += len(reading.claims)
        for claim in reading.claims:
            self._uses.update(claim.rules)
            if len(claim.rules) == 1:
                self._alone.update(claim.rules)
        claimed = {claim.evidence for claim in reading.claims}
        pairs = {frozenset((c.subject.span, c.object.span)) for c in reading.claims}
        names = _group_names(reading)
        for number, sentence in enumerate(reading.sentences):
            inside = names[number]
            if len({mention.text.casefold() for mention in inside}) < 2:
                continue
            self._linked += 1
            sample = _make_sample(reading.document, sentence, inside)
            if sentence not in claimed:
                self._silent.append(sample)
            self._add_links(parse, inside, pairs, sample)

    def _add_links(
        self, parse: Parse, names: list[Mention], pairs: set[frozenset[Span]], sample: Sample
    ) -> None:
        """Each word once a sentence, for pairs that no claim joins."""
        heads = {mention: _find_head(parse, mention.span) for mention in names}
        taken = {i for mention in names for i in _list_tokens(parse, mention.span)}
        words: dict[int, tuple[str, str]] = {}
        for left, right in islice(combinations(names, 2), _MAX_PAIRS):
            if frozenset((left.span, right.span)) in pairs:
                continue
            token = _find_link(parse, heads[left], heads[right], taken)
            if token is not None:
                words.setdefault(token, (left.type, right.type))
        counted: set[tuple[str, str]] = set()
        for token, types in words.items():
            word = (parse.lemmas[token], "verb" if parse.tags[token][:2] == "VB" else "noun")
            found = self._links[word]
            found.forms.add(parse.words[token].lower())
            found.sentences += word not in counted
            counted.add(word)
            found.types[types] += 1
            found.sample = found.sample or sample

    def finish(self, samples: int, links: int) -> Coverage:
        """All that was added, with so many samples and links."""
        ranked = sorted(self._links.items(), key=lambda item: (-item[1].sentences, item[0]))
        return Coverage(
            documents=self.documents,
            failed=self.failed,
            sentences=self._sentences,
            claims=self._claims,
            uses=tuple(
                RuleUse(
                    rule=rule.id,
                    predicate=rule.predicate,
                    claims=self._uses[rule.id],
                    alone=self._alone[rule.id],
                )
                for rule in self._rules.rules
            ),
            linked=self._linked,
            silent=len(self._silent),
            samples=tuple(_spread(self._silent, samples)),
            links=tuple(self._make_link(word, found) for word, found in ranked[:links]),
        )

    def _make_link(self, word: tuple[str, str], found: _Found) -> Link:
        lemma, kind = word
        types = min(found.types, key=lambda pair: (-found.types[pair], pair))
        return Link(
            word=lemma,
            kind=kind,
            sentences=found.sentences,
            rules=len({rule for form in (lemma, *found.forms) for rule in self._triggers[form]}),
            types=types,
            sample=found.sample or Sample(document="", sentence="", names=()),
        )


def _group_names(reading: Reading) -> list[list[Mention]]:
    """The names of things in each sentence, none inside another."""
    groups: list[list[Mention]] = [[] for _ in reading.sentences]
    number, end = 0, -1
    for mention in sorted(reading.mentions, key=lambda m: (m.span.start, -m.span.end)):
        if mention.kind is not MentionKind.NAME or not mention.type or mention.span.end <= end:
            continue
        while number < len(groups) and reading.sentences[number].end <= mention.span.start:
            number += 1
        if number < len(groups) and reading.sentences[number].covers(mention.span):
            groups[number].append(mention)
            end = mention.span.end
    return groups


def _make_sample(document: Document, sentence: Span, names: list[Mention]) -> Sample:
    text = " ".join(document.text[sentence.start : sentence.end].split())
    return Sample(
        document=document.identifier,
        sentence=text,
        names=tuple(dict.fromkeys(mention.text for mention in names)),
    )


def _list_tokens(parse: Parse, span: Span) -> range:
    """The tokens that begin in a span."""
    return range(bisect_left(parse.starts, span.start), bisect_left(parse.starts, span.end))


def _find_head(parse: Parse, span: Span) -> int | None:
    """The token of a name that hangs on something outside it."""
    inside = set(_list_tokens(parse, span))
    return next((i for i in sorted(inside) if parse.heads[i] not in inside - {i}), None)


def _find_link(parse: Parse, left: int | None, right: int | None, taken: set[int]) -> int | None:
    """The verb, or else the noun, by which two names hang together; None where there is none.

    It is the lowest word above both, or where that is no verb the highest noun on the way.
    """
    if left is None or right is None:
        return None
    up_left, up_right = _climb(parse, left), _climb(parse, right)
    shared = next((i for i in up_left if i in up_right), None)
    if shared is None:
        return None
    way = [*up_left[: up_left.index(shared)], *reversed(up_right[: up_right.index(shared)])]
    for token in (shared, *sorted(way, key=lambda i: len(_climb(parse, i)))):
        if token not in taken and (
            parse.tags[token][:2] == "VB" or parse.tags[token] in {"NN", "NNS"}
        ):
            return token
    return None


def _climb(parse: Parse, token: int) -> list[int]:
    """The token and those above it, up to the root."""
    found = [token]
    while parse.heads[token] != token and len(found) < _DEEPEST:
        token = parse.heads[token]
        found.append(token)
    return found


def _spread(rows: list[Sample], number: int) -> Iterator[Sample]:
    """So many rows, evenly spread from the first to the last."""
    count = min(number, len(rows))
    return (rows[i * len(rows) // count] for i in range(count))
