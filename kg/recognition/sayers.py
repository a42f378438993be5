"""Who speaks at the end of a sentence: "Norvik will buy Tarka, the Zenda-based firm said" is Norvik's."""

from collections.abc import Sequence

from kg.recognition.nominal_words import is_saying
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens


def find_sayer(nominal: Nominal, tokens: Tokens, found: Sequence[Referent]) -> Referent | None:
    """The only subject of that sentence among the candidates, where the nominal says the sentence."""
    if not is_saying(nominal, tokens):
        return None
    sentence = tokens.parse.sentence_of[nominal.head]
    subjects = [r for r in found if r.subject_in == sentence]
    return subjects[0] if len(subjects) == 1 else None
