"""Whose "the bank" or "the utility" is in what somebody says: the speaker's own."""

from kg.recognition.nominal_words import is_alone
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.walking import Walk

_LENDERS = frozenset(["bank", "lender"])  # a firm is one by its name alone


def find_spoken_for(nominal: Nominal, word: str, walk: Walk, others: set[int]) -> list[Referent]:
    """ "Zenda Power chief X said … the utility", "Tarn Bank manager Y said … the bank".

    Not where another with the word in its name is told in the sentence; `others` act in the clause.
    """
    sentence = walk.tokens.parse.sentence_of[nominal.head]
    chain, said_in = walk.speaking_for or (-1, -1)
    own = walk.referents.get(chain)
    if own is None or said_in != sentence or chain in others or not own.named:
        return []
    if not walk.ontology.is_a(nominal.type, "Organization"):
        return []
    if not is_alone(nominal, word) or not walk.likenesses.is_pointed_at(nominal):
        return []
    told = (r for r in walk.referents.values() if r.last_sentence == sentence and r.named)
    if any(word in r.heads for r in told if r.chain != chain):
        return []
    firm = own.type == "Company" and word in walk.words.callable_firms - _LENDERS
    return [own] if firm or word in own.mention.text.lower().split() else []
