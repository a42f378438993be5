"""The modality of clauses behind a preposition: "after buying", "instead of building", "interested in selling"."""

from typing import TYPE_CHECKING

from kg.extraction.double_denials import read_unstopped
from kg.extraction.fates import is_left_undone
from kg.extraction.scope_nouns import is_no, read_rumour
from kg.extraction.told_times import is_past
from kg.extraction.weakening import told_apart, weaken
from kg.model.claim import Modality

if TYPE_CHECKING:
    from kg.extraction.scope import ScopeReader


def read_preposition(scope: "ScopeReader", preposition: int) -> Modality:
    """What stands above a preposition makes of the clause behind it: "committed to buying", "talks on building"."""
    parse = scope.parse
    governor = parse.heads[preposition]
    word = parse.words[preposition].lower()
    lemma = parse.lemmas[governor]
    if word == "without" or lemma in scope.negated or is_left_undone(parse, preposition):
        return read_unstopped(scope, governor) if word == "from" else Modality.NEGATED
    if word in {"of", "for"} and lemma in scope.accusing:
        return Modality.POSSIBLE  # "accused of poaching staff"
    if parse.tags[governor].startswith("V"):
        above, past = scope.read(governor), is_past(parse, governor)
        if word in {"before", "after", "since"} or (word in {"until", "till"} and past):
            told = word != "before" or past
            return told_apart(above) if told else weaken(Modality.PLANNED, above)
        if word == "to" and any(parse.lemmas[c] in scope.nearly for c in parse.children[governor]):
            return weaken(Modality.POSSIBLE, above)
        if (lemma, word) == ("work", "on") or (word == "by" and lemma in scope.planned):
            return weaken(Modality.PLANNED, above)
        if lemma in scope.possible:
            return weaken(Modality.POSSIBLE, above)
        if word in {"on", "in", "for", "to"} and lemma in scope.planned:
            return weaken(Modality.PLANNED, above)
        return told_apart(above) if word == "by" else above
    if is_no(parse, governor):  # "has no interest in buying"
        return Modality.NEGATED
    keen = lemma in scope.possible and parse.tags[governor][0] == "J"  # "interested in"
    if keen or lemma in scope.possible_nouns | scope.nearly:
        return Modality.POSSIBLE
    planned = lemma in scope.planned_nouns or (
        lemma in scope.planned and parse.tags[governor] == "JJ"  # "committed to buying"
    )
    return Modality.PLANNED if planned else read_rumour(parse, governor, "prep")
