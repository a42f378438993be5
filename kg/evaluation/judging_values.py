"""Says of each mistake in measured values which kind it is."""

from collections.abc import Iterator

from kg.evaluation.comparison import JudgedValue, Outcome
from kg.evaluation.gold import GoldObservation
from kg.evaluation.judging import Judge, Reason
from kg.evaluation.matching import is_alike, is_close
from kg.evaluation.mistakes import Fault, Mistake, MistakeKind
from kg.evaluation.reading import Measured
from kg.evaluation.sentences import is_named


def list_value_mistakes(judge: Judge, measured: str) -> Iterator[Mistake]:
    """The mistakes in the measured values of one comparison; `measured` is their predicate."""
    for gold in judge.comparison.missed_observations:
        sentence = judge.sentences.find(gold.evidence)
        kind, because = _why_missed(judge, gold, sentence)
        what = f"{judge.entities[gold.subject].names[0]}: {_describe(gold)}"
        yield judge.make(
            Fault.MISSED_FACT, kind, what, because, predicate=measured, sentence=sentence
        )
    for judged in judge.comparison.values:
        if judged.outcome is Outcome.WRONG:
            sentence = judged.row.passages[0].quote if judged.row.passages else ""
            kind, because = _why_wrong(judge, judged, sentence)
            yield judge.make(
                Fault.WRONG_FACT,
                kind,
                f"{judged.row.subject.label}: {judged.value.label}",
                because,
                predicate=measured,
                sentence=sentence,
                rules=judged.row.rules,
            )


def _why_missed(judge: Judge, gold: GoldObservation, sentence: str) -> Reason:
    reason = judge.why_end(gold.subject)
    if reason is not None:
        return reason
    unnamed = judge.find_unnamed((gold.subject,), sentence)
    said = [j for j in judge.comparison.values if _is_same(j.value, gold) and j.matched is None]
    for judged in said:
        if judged.subject == gold.subject and not is_alike(judged.value.measure, gold.measure):
            return MistakeKind.MEASURE, f"said is '{judged.value.measure}'"
        if judged.subject != gold.subject and unnamed is None:
            return MistakeKind.CLAUSE, f"said of '{judged.row.subject.label}'"
    if unnamed is not None:
        return MistakeKind.COREFERENCE, f"no name of '{unnamed}' stands in the sentence"
    return MistakeKind.RULE_MISSING, "the sentence names the thing, and no rule gives the value"


def _why_wrong(judge: Judge, judged: JudgedValue, sentence: str) -> Reason:
    for gold in judge.comparison.article.observations:
        if not _is_same(judged.value, gold):
            continue
        if judged.subject == gold.subject:
            return MistakeKind.MEASURE, f"annotated is '{gold.measure}'"
        name = judge.entities[gold.subject].names[0]
        if not is_named(sentence, None, [judged.row.subject]):
            return (
                MistakeKind.COREFERENCE,
                f"annotated of '{name}', which the sentence does not name",
            )
        return MistakeKind.CLAUSE, f"annotated of '{name}'"
    return MistakeKind.RULE_WRONG, "no such value is annotated"


def _is_same(value: Measured, gold: GoldObservation) -> bool:
    if gold.value is None:
        return is_close(value.change, gold.change)
    return is_close(value.value, gold.value)


def _describe(gold: GoldObservation) -> str:
    number = gold.change if gold.value is None else gold.value
    unit = "%" if gold.value is None else (gold.unit or "")
    shown = "" if number is None else f"{number:.15g}"
    return f"{gold.measure}, {shown} {unit}".rstrip()
