"""Which firm "the company" is by that word: one that has it in its name, or that was called so."""

from collections.abc import Sequence

from kg.recognition.referents import Referent, keep_called

ANY_FIRM = frozenset(["company", "firm"])


def keep_firms_called(
    alike: Sequence[Referent], found: Sequence[Referent], word: str, sentence: int
) -> list[Referent]:
    """Those that the sentence has called so, else those alike whose names have the word.

    "Tarka Oil Company opened a mill. Norvik Group will expand. The company": the last one told of acts, and
    any firm is a company.
    """
    if called := keep_called(found, ANY_FIRM, word, sentence):
        return called
    held = [r for r in alike if word in r.mention.text.lower().split()]
    told = max((r.last_sentence for r in held), default=sentence)
    since = any(r.named and told < r.subject_in < sentence for r in found if r not in held)
    return [] if since else held
