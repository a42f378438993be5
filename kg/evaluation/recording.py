"""An evaluation as plain values for JSON."""

from dataclasses import asdict
from typing import Any

from kg.evaluation.calibrating import Calibration
from kg.evaluation.clusters import ClusterScore
from kg.evaluation.evaluating import Evaluation
from kg.evaluation.mistakes import Mistake
from kg.evaluation.scoring import Count, Score

Record = dict[str, Any]


def describe_evaluation(evaluation: Evaluation) -> Record:
    """Figures by kind and of clusters, parts of what is right, tables by document and outlet, and the calibration."""
    return {
        "documents": len(evaluation.comparisons),
        "documents missing": list(evaluation.missing),
        **describe_score(evaluation.score),
        "clusters": _describe_clusters(evaluation.score_clusters()),
        "by document": _describe_scores(evaluation.score_by_document()),
        "by outlet": _describe_scores(evaluation.score_by_outlet()),
        "calibration": describe_calibration(evaluation.calibration),
    }


def describe_score(score: Score) -> Record:
    """Figures by kind and predicate, and of what is right the parts that are."""
    kinds: Record = {kind: _describe_count(c) for kind, c in sorted(score.counts.items())}
    details = {name: f"{seen[True]}/{seen.total()}" for name, seen in sorted(score.details.items())}
    return {**kinds, "of the matched": details}


def _describe_clusters(clusters: ClusterScore) -> Record:
    return {
        "precision": round(clusters.precision, 4),
        "recall": round(clusters.recall, 4),
        "f1": round(clusters.f1, 4),
        "names": clusters.names,
        "found": clusters.found,
    }


def _describe_scores(scores: dict[str, Score]) -> Record:
    return {name: describe_score(score) for name, score in scores.items()}


def _describe_count(count: Count) -> Record:
    return {
        "precision": round(count.precision, 4),
        "recall": round(count.recall, 4),
        "f1": round(count.f1, 4),
        "tp": count.right,
        "fp": count.wrong,
        "fn": count.missed,
    }


def describe_calibration(calibration: Calibration) -> Record:
    """Bands and rules with judged, right, share, stated; of rules also what is proposed."""
    return {
        "error": round(calibration.error, 4),
        "bands": [
            {
                **asdict(band),
                "stated": round(band.stated, 4),
                "share": round(band.share, 4),
            }
            for band in calibration.bands
        ],
        "rules": [{**asdict(rule), "share": round(rule.share, 4)} for rule in calibration.rules],
    }


def describe_mistake(mistake: Mistake) -> Record:
    """All fields of a mistake, kinds by their names."""
    return {**asdict(mistake), "kind": mistake.kind.value, "fault": mistake.fault.value}
