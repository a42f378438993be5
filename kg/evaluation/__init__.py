"""How good is a graph? Figures against annotations, the kind of each mistake, and calibration."""

from kg.evaluation.calibrating import Calibration, calibrate
from kg.evaluation.evaluating import Evaluation, evaluate
from kg.evaluation.gold import find_gold, read_gold
from kg.evaluation.mistakes import Fault, Mistake, MistakeKind
from kg.evaluation.scoring import Score

__all__ = [
    "Calibration",
    "Evaluation",
    "Fault",
    "Mistake",
    "MistakeKind",
    "Score",
    "calibrate",
    "evaluate",
    "find_gold",
    "read_gold",
]
