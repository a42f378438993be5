"""Who "they" and "their" are where a text goes on about one firm: "Norvik is a bank. They opened in 1990."."""

from collections.abc import Iterable

from kg.model.mention import MentionKind
from kg.model.parse import SUBJECTS
from kg.ontology import Ontology
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_PLURALS = frozenset(["NNS", "NNPS"])


def choose_firm(
    told: Iterable[Referent], token: int, group: str, tokens: Tokens, ontology: Ontology
) -> list[Referent]:
    """The only firm told as a subject in the sentence or the one before it; none where the plural may be others.

    Others are people, what a plural names as a subject, several that act together, and any plural
    between the firm and the pronoun: "Norvik helps farmers sell their crops".
    """
    parse = tokens.parse
    if group != "plural" or parse.tags[token] not in {"PRP", "PRP$"}:  # "both"
        return []
    if parse.words[token].lower() == "them":  # "ordered jets and will receive the first of them"
        return []
    sentence = parse.sentence_of[token]
    near = [r for r in told if sentence - r.last_sentence <= 1]
    bodies = [r for r in near if ontology.is_a(r.type, "Organization")]
    firms = [r for r in bodies if r.mention.kind is MentionKind.NAME and r.subject]
    if len(firms) != 1 or any(ontology.is_a(r.type, "Person") for r in near):
        return []
    firm = firms[0]
    if firm.type != "Company" or firm.plural:
        return []
    first = parse.sentences[max(sentence - 1, 0)][0]
    if any(_is_plural_subject(k, tokens) for k in range(first, token)):
        return []
    if any(parse.tags[k] in _PLURALS for k in range(firm.last_token + 1, token)):
        return []
    return [firm]


def _is_plural_subject(token: int, tokens: Tokens) -> bool:
    """Whether a token is a plural that acts, or one of several that act together."""
    parse = tokens.parse
    if parse.deps[token] not in SUBJECTS:
        return False
    joined = any(parse.deps[child] == "conj" for child in parse.children[token])
    return parse.tags[token] in _PLURALS or joined
