"""Nouns behind a comma that describe no name, and nouns of people behind others: "a port worth $2 million will"."""

from collections.abc import Container

from kg.recognition.tokens import Tokens

_ENDING = frozenset([",", ";", "and", "but", "that", "–", "—", "(", "said", "says"])
_RELATIVE = frozenset(["WDT", "WP", "WRB", "WP$"])
_LEARNED = ("ologist", "ographer", "ician")
_REACH = 14  # tokens from the article to the verb


def begins_clause(tokens: Tokens, i: int) -> bool:
    """ "Under a deal with X, a [port worth $2 million] will be built": a subject, and no description."""
    limit = tokens.parse.sentences[tokens.parse.sentence_of[min(i, tokens.size - 1)]][1]
    for k in range(i, min(i + _REACH, limit)):
        if tokens.lower[k] in _ENDING or tokens.tags[k] in _RELATIVE:
            return False
        if tokens.tags[k] == "MD":
            return True
    return False


def leads_to_person(tokens: Tokens, k: int, limit: int, people: Container[str]) -> bool:
    """ "a plant [pathologist]", "a bank [economist]": nouns from token k on, the last of somebody."""
    end = k
    while end < limit and tokens.tags[end] == "NN" and not tokens.capital[end]:
        end += 1
    last = tokens.lemma_at(end - 1)
    return end > k and (last in people or last.endswith(_LEARNED))
