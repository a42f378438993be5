"""Whose "the bank" or "the utility" is in what somebody says: the speaker's own."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS
from kg.recognition.appositions import Link
from kg.recognition.nominal_words import is_alone, read_word
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens
from kg.recognition.walking import Walk

_ANY_FIRM = frozenset(["company", "firm"])
_SAYING = load_lexicon("scope").get("speech")
_SPOKESMEN = load_lexicon("triggers").get("spokes_post") | {"representative", "official"}
_TELLING = _SAYING | {"point"}
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


def find_spokes_firm(nominal: Nominal, walk: Walk) -> Link | None:
    """ "A Norvik spokesman said [the bank]": of whom a nameless one speaks for, or who acts before "a spokesman said".

    Not where another with the word in its name was told just before.
    """
    tokens, parse = walk.tokens, walk.tokens.parse
    word = read_word(tokens, nominal, walk.words.anaphoric)
    first, _ = parse.sentences[parse.sentence_of[nominal.head]]
    spoken = [k for k in range(first, nominal.start) if tokens.lower[k] in _SPOKESMEN]
    if not spoken or nominal.type != "Company" or not nominal.definite:
        return None
    said = range(spoken[-1], nominal.start)
    if not is_alone(nominal, word) or all(parse.lemmas[k] not in _TELLING for k in said):
        return None
    own = _find_spoken(spoken[-1], first, walk)
    if (
        own is None
        or own.type != "Company"
        or not own.named
        or _has_rival(own, word, nominal, walk)
    ):
        return None
    return walk._best([own], nominal.head, "whom a nameless speaker is of", 0.75)


def _has_rival(own: Referent, word: str, nominal: Nominal, walk: Walk) -> bool:
    """Whether a firm with the word in its name was told in the sentence or the one before, and not the speaker's."""
    if word in own.mention.text.lower().split():
        return False
    before = walk.tokens.parse.sentence_of[nominal.head] - 1
    firms = (r for r in walk.referents.values() if r.named and r.type == "Company")
    return any(
        r.chain != own.chain and word in r.heads and r.last_sentence >= before for r in firms
    )


def _find_spoken(token: int, first: int, walk: Walk) -> Referent | None:
    """Whose spokesman it is: before it, behind "for" or "of", else the firm that acts in the clause before."""
    tokens = walk.tokens
    before = token - 1 - (tokens.lower_at(token - 1) in {"'s", "’s", "company"})
    link = tokens.lower_at(token + 1) in {"for", "of", "at"}
    behind = token + 2 + (tokens.lower_at(token + 2) == "the")
    told = walk.told.get(behind if link else before)
    if told is None and not link and tokens.lower_at(token - 1) in {"a", "its"}:
        acting = (k for k in range(token - 1, first - 1, -1) if k in walk.told)
        told = next((walk.told[k] for k in acting if tokens.parse.deps[k] in SUBJECTS), None)
    return walk.referents.get(told[1]) if told else None


def _is_quoted(tokens: Tokens, sentence: int) -> bool:
    """ "The company is old, [he said]": a sentence that tells at its end who says it, by a pronoun."""
    start, end = tokens.parse.sentences[sentence]
    told = range(max(start, end - _CLOSING), end - 1)
    return any(
        tokens.lower[k] in {"he", "she"} and tokens.parse.lemmas[k + 1] in _SAYING for k in told
    )
