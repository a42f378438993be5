"""Whose "the bank" or "the utility" is in what somebody says: the speaker's own."""

from kg.lexicon import load_lexicon
from kg.recognition.nominal_words import is_alone
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens
from kg.recognition.walking import Walk

_ANY_FIRM = frozenset(["company", "firm"])
_SAYING = load_lexicon("scope").get("speech")
_CLOSING = 5  # tokens at the end of a sentence: ", he said ."
_LENDERS = frozenset(["bank", "lender"])  # a firm is one by its name alone


def find_spoken_for(nominal: Nominal, word: str, walk: Walk, others: set[int]) -> list[Referent]:
    """ "Zenda Power chief X said … the utility", "Tarn Bank manager Y said … the bank".

    Not where another with the word in its name is told in the sentence; `others` act in the clause.
    """
    sentence = walk.tokens.parse.sentence_of[nominal.head]
    chain, said_in = walk.speaking_for or (-1, -1)
    own = walk.referents.get(chain)
    said = said_in == sentence or (said_in == sentence - 1 and _is_quoted(walk.tokens, sentence))
    if own is None or not said or chain in others or not own.named:
        return []
    if not walk.ontology.is_a(nominal.type, "Organization"):
        return []
    if not is_alone(nominal, word) or not walk.likenesses.is_pointed_at(nominal):
        return []
    told = (r for r in walk.referents.values() if r.last_sentence == sentence and r.named)
    if any(word in r.heads for r in told if r.chain != chain):
        return []
    firms = walk.words.callable_firms - _LENDERS
    firm = own.type == "Company" and word in (firms if said_in == sentence else firms | _ANY_FIRM)
    return [own] if firm or word in own.mention.text.lower().split() else []


def _is_quoted(tokens: Tokens, sentence: int) -> bool:
    """ "The company is old, [he said]": a sentence that tells at its end who says it, by a pronoun."""
    start, end = tokens.parse.sentences[sentence]
    told = range(max(start, end - _CLOSING), end - 1)
    return any(
        tokens.lower[k] in {"he", "she"} and tokens.parse.lemmas[k + 1] in _SAYING for k in told
    )
