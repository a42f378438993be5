"""Rules tried on their own examples: each says exactly what is marked, counterexamples say nothing."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extraction import load_rules
from kg.extraction.examples import Mark, MarkedText, parse_marked
from kg.extraction.rule import MEASURE, Example, Rule
from kg.model.claim import Claim, Reading
from kg.model.document import Document, Span
from kg.model.mention import Mention
from kg.pipeline import Pipeline
from kg.recognition import ParsedDocument, parse_documents

_TOGETHER = 100  # rules whose examples are parsed in common, a third faster than one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFinding:
    """What is wrong with one example of a rule; `line` counts from 1 in the file `path`."""

    rule: str
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


def check_rules(pipeline: Pipeline, rules: Iterable[Rule] | None = None) -> list[RuleFinding]:
    """Tries rules, or all, on their examples; an empty list means that all is well.

    Rules that are not tried are at work all the same: a counterexample must give no claim by any.
    """
    # A pipeline leaves the examples of the shipped rules out.
    whole = load_rules(pipeline.options.rules, ontology=pipeline.ontology)
    tried = [*whole.rules] if rules is None else [whole.find(rule.id) or rule for rule in rules]
    groups = (tried[n : n + _TOGETHER] for n in range(0, len(tried), _TOGETHER))
    return [finding for group in groups for finding in _check_group(pipeline, group)]


class _Reader:
    """Reads marked sentences: their names are the marks, not what recognition finds."""

    def __init__(self, pipeline: Pipeline, rules: Sequence[Rule]) -> None:
        self._pipeline = pipeline
        texts = {text for rule in rules for text in _list_texts(rule)}
        documents = [Document(identifier="example", text=text) for text in sorted(texts)]
        parsed = parse_documents(documents, pipeline.model)
        self._parsed: dict[str, tuple[Document, ParsedDocument]] = {
            document.text: (document, result)
            for document, result in zip(documents, parsed, strict=True)
        }

    def read(self, marked: MarkedText) -> Reading:
        """The reading of a sentence of the rules that this was made for."""
        document, parsed = self._parsed[marked.text]
        names = [(mark.span, mark.type) for mark in marked.marks if mark.is_name]
        recognized = self._pipeline.recognizer.recognize(document, parsed, marked=names)
        return self._pipeline.extractor.extract(recognized)


def _list_texts(rule: Rule) -> Iterator[str]:
    """The plain texts of a rule's examples, without those whose marks are not closed."""
    for example in (*rule.examples, *rule.counterexamples, *rule.known_failures):
        with contextlib.suppress(ValueError):
            yield parse_marked(example.text).text


def _check_group(pipeline: Pipeline, rules: Sequence[Rule]) -> Iterator[RuleFinding]:
    reader = _Reader(pipeline, rules)
    for rule in rules:
        yield from _check_rule(reader, rule)


def _check_rule(reader: _Reader, rule: Rule) -> Iterator[RuleFinding]:
    if not rule.examples:
        yield _find(rule, rule.line, "it has no example; write one that it must match.")
    for example in rule.examples:
        message = _try_example(reader, rule, example)
        if message:
            yield _find(rule, example.line, message)
    for example in rule.counterexamples:
        message = _try_counterexample(reader, rule, example)
        if message:
            yield _find(rule, example.line, message)
    for example in rule.known_failures:
        if _try_example(reader, rule, example) is None:
            yield _find(rule, example.line, "this known failure works now; make it an example.")


def _find(rule: Rule, line: int, message: str) -> RuleFinding:
    return RuleFinding(rule=rule.id, path=rule.path, line=line, message=message)


def _try_example(reader: _Reader, rule: Rule, example: Example) -> str | None:
    """What is wrong, or None. Claims of the rule must be the marked ones, and no others be made."""
    try:
        marked = parse_marked(example.text)
        reading = reader.read(marked)
    except ValueError as error:
        return f"cannot be read: {error}."
    mine = [c for c in reading.claims if rule.id in c.rules]
    if not mine:
        return (
            f"'{marked.text}' gives no claim by this rule; kg rules explain shows at what it stops."
        )
    subjects = _spans(marked, rule.emit.get("subject", "subject"))
    objects = _spans(marked, rule.emit.get("object", "object"))
    for claim in mine:
        if subjects and not _overlaps(claim.subject.span, subjects):
            return f"the subject is '{claim.subject.text}', which is not what is marked."
        if objects and not _overlaps(claim.object.span, objects):
            return (
                f"the object is '{_text(marked, claim.object.span)}', which is not what is marked."
            )
    missing = _find_missing(rule, mine, subjects, objects, marked)
    return missing or _find_unmarked(reading.claims, marked)


def _spans(marked: MarkedText, role: str) -> list[Span]:
    return [mark.span for mark in marked.marks if mark.role == role]


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _text(marked: MarkedText, span: Span) -> str:
    return marked.text[span.start : span.end]


def _find_missing(
    rule: Rule, claims: list[Claim], subjects: list[Span], objects: list[Span], marked: MarkedText
) -> str | None:
    """A marked subject or object without a claim, or a marked detail that no claim carries."""
    for span in subjects:
        if not any(c.subject.span.overlaps(span) for c in claims):
            return f"the marked subject '{_text(marked, span)}' is in no claim."
    for span in objects:
        if not any(c.object.span.overlaps(span) for c in claims):
            return f"the marked object '{_text(marked, span)}' is in no claim."
    if rule.kind == MEASURE:
        return None
    for part, role in rule.emit.items():
        if part in {"subject", "object"} or not _spans(marked, role):
            continue
        if not any(c.find_qualifier(part) is not None for c in claims):
            return f"no claim carries the marked {part}."
    return None


def _find_unmarked(claims: tuple[Claim, ...], marked: MarkedText) -> str | None:
    """A claim by any rule over two marked names that the example does not give roles to."""
    plain = [mark for mark in marked.marks if mark.role is None and mark.is_name]
    for claim in claims:
        if (
            isinstance(claim.object, Mention)
            and _is_marked(claim.subject.span, plain)
            and _is_marked(claim.object.span, plain)
        ):
            return (
                f"also says '{claim.subject.text}' {claim.predicate} '{claim.object.text}' "
                f"by {', '.join(claim.rules)}."
            )
    return None


def _is_marked(span: Span, marks: list[Mark]) -> bool:
    return any(span == mark.span for mark in marks)


def _try_counterexample(reader: _Reader, rule: Rule, example: Example) -> str | None:
    """What is wrong, or None: no claim of the rule's predicate may come out as actual or otherwise."""
    try:
        marked = parse_marked(example.text)
        reading = reader.read(marked)
    except ValueError as error:
        return f"cannot be read: {error}."
    for claim in reading.claims:
        if claim.predicate == rule.predicate and claim.modality != "negated":
            return (
                f"gives '{claim.subject.text}' {claim.predicate} '{_text(marked, claim.object.span)}' "
                f"by {', '.join(claim.rules)}, though {example.because}."
            )
    return None
