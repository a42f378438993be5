"""evaluate(): a graph and annotations → figures, mistakes and calibration."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.evaluation.calibrating import PRIOR_WEIGHT, Calibration, calibrate, list_judged
from kg.evaluation.clusters import ClusterScore, score_clusters
from kg.evaluation.comparing import compare_article
from kg.evaluation.comparison import Comparison
from kg.evaluation.conventions import load_conventions
from kg.evaluation.gold import find_gold, read_gold
from kg.evaluation.judging import Judge
from kg.evaluation.judging_values import list_value_mistakes
from kg.evaluation.mistakes import Mistake
from kg.evaluation.reading import GraphReader
from kg.evaluation.scoring import Score, score_by, score_comparisons
from kg.evaluation.sentences import find_article
from kg.ontology import load_ontology
from kg.stores.graph_store import GraphStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What an evaluation gave. `texts` are the articles by name, empty where none was found."""

    comparisons: tuple[Comparison, ...]
    texts: Mapping[str, str]
    score: Score
    calibration: Calibration

    @property
    def missing(self) -> tuple[str, ...]:
        """The articles that the graph has no document of."""
        return tuple(c.article.name for c in self.comparisons if not c.view.present)

    def score_by_document(self) -> dict[str, Score]:
        """The score of each article, by name."""
        return score_by(self.comparisons, lambda comparison: comparison.article.name)

    def score_by_outlet(self) -> dict[str, Score]:
        """The score of each outlet's articles, by its name or host; "" where none is known."""
        return score_by(self.comparisons, lambda comparison: comparison.view.outlet)

    def score_clusters(self) -> ClusterScore:
        """How well the names of each thing are gathered, over all articles; see clusters."""
        return score_clusters(self.comparisons, load_ontology())

    def list_mistakes(self) -> list[Mistake]:
        """Every mistake with its kind, by document and in the order of the annotations."""
        ontology, measured = load_ontology(), load_conventions().measured
        found: list[Mistake] = []
        for comparison in self.comparisons:
            judge = Judge(comparison, self.texts.get(comparison.article.name, ""), ontology)
            found += judge.list_mistakes()
            found += list_value_mistakes(judge, measured)
        return found


def evaluate(
    store: GraphStore,
    gold: Iterable[str | Path],
    *,
    articles: Iterable[str | Path] = (),
    stated: Mapping[str, float] | None = None,
    prior_weight: float = PRIOR_WEIGHT,
) -> Evaluation:
    """Scores a graph (`kg.Graph.store`, or what open_graph gives) against files of annotations.

    `articles` are folders of their texts, by which the kinds of mistakes are judged more closely.
    `stated` and `prior_weight` are those of `calibrate`. Raises UsageError for annotations that
    cannot be read.
    """
    ontology = load_ontology()
    reader = GraphReader(store, ontology)
    folders = [Path(folder) for folder in articles]
    comparisons, texts = [], {}
    for path in find_gold(gold):
        article = read_gold(path)
        view = reader.read_document(article.name)
        texts[article.name] = find_article(view, path, folders)
        comparisons.append(compare_article(view, article, ontology))
    return Evaluation(
        comparisons=tuple(comparisons),
        texts=texts,
        score=score_comparisons(comparisons),
        calibration=calibrate(list_judged(comparisons), stated=stated, prior_weight=prior_weight),
    )
