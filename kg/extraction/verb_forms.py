"""The other forms of the verbs that patterns spell in the past: "signed" is "sign", "signs" and "signing", too."""

from collections.abc import Sequence
from functools import cache

from kg.lexicon import load_lexicon

_IRREGULAR = load_lexicon("verbs").get_mapping("irregular")
_PASTS: dict[str, set[str]] = {}
for _form, _verb in _IRREGULAR.items():
    _PASTS.setdefault(_verb, set()).add(_form)
# participle → the past of its verb, where they differ: "chosen" → "chose"
_PARTICIPLES = {
    form: _PASTS[verb] - {form}
    for form, verb in _IRREGULAR.items()
    if form.endswith("n") and len(_PASTS[verb]) > 1
}
_HAVING, _BEING = frozenset(["has", "have"]), frozenset(["is", "are"])
_VOWELS = frozenset("aeiou")
_SHORTEST = 3  # letters of a verb: "bed" is no past
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


@cache
def find_forms(words: frozenset[str]) -> frozenset[str]:
    """What the words may be besides, where they are verbs in the past: forms that are no words do no harm.

    Where some of them stand in the present as well, so must a verb to get more forms: "wins", "won" and
    "awarded" are who wins and who is awarded. A participle that is no past tells of a passive: "chosen".
    """
    if any(word in _PARTICIPLES and words.isdisjoint(_PARTICIPLES[word]) for word in words):
        return frozenset()
    inflected = [frozenset(_inflect(v)) for word in words for v in _find_verbs(word)]
    spelled = [forms for forms in inflected if forms & words]
    found = frozenset[str]().union(*(spelled or inflected))
    if words & _HAVING:
        found |= {"have", "has", "having"}
    if words & _BEING:
        found |= {"be", "been"}
    return found - words


@cache
def is_verbal(word: str) -> bool:
    """Whether a word may be a verb that has a subject; a noun in the plural may be taken for one."""
    thirds = len(word) > _SHORTEST and word.endswith("s")
    return (
        word in _HAVING
        or word in _BEING
        or thirds
        or bool(_find_verbs(word))
        or word in {"was", "were", "had"}
    )


def _find_verbs(word: str) -> Sequence[str]:
    """The infinitives whose past a word may be."""
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if not word.endswith("ed"):
        return []
    stem = word[:-2]
    found = [stem, stem + "e"]
    if stem.endswith("i"):
        found.append(stem[:-1] + "y")
    if stem[-1:] == stem[-2:-1]:
        found.append(stem[:-1])
    return [verb for verb in found if len(verb) >= _SHORTEST and not _VOWELS.isdisjoint(verb)]


def _inflect(verb: str) -> Sequence[str]:
    """The infinitive, what he or she does, and what is going on."""
    consonant = len(verb) > 1 and verb[-2] not in _VOWELS
    if verb.endswith("y") and consonant:
        third = verb[:-1] + "ies"
    else:
        third = verb + ("es" if verb.endswith(_SIBILANTS) else "s")
    going = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    return (verb, third, going + "ing", verb + verb[-1] + "ing")
