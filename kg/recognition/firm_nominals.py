"""Nominals that say what a firm does or is: "the mining company", "the Ruritanian utility"."""

from collections.abc import Container, Iterable

from kg.recognition.coreference_words import CoreferenceWords
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent, is_last_alone
from kg.recognition.tokens import Tokens

_BACKING = frozenset(["investor", "backer", "fund", "lender", "bank"])
_FIELD = 4  # tokens of a nominal that tells a firm's field: "the real estate company"


def list_firms(recent: Iterable[Referent], others: Container[int] = ()) -> list[Referent]:
    """The named companies but those of the chains `others`."""
    firms = (r for r in recent if r.type == "Company" and r.named)
    return [r for r in firms if r.chain not in others]


def is_another(
    referent: Referent, nominal: Nominal, tokens: Tokens, words: CoreferenceWords
) -> bool:
    """Whether a firm is another by its name or by the noun: no Norvik Bank is "the car maker", "the parent company"."""
    told = {*tokens.lower[nominal.start : nominal.head]}
    if not told.isdisjoint(words.told_apart):
        return True
    own = set(referent.mention.text.lower().split()) & words.callable_firms
    return bool(own) and own.isdisjoint({*told, tokens.lower[nominal.head]})


def drop_backers(word: str, candidates: list[Referent], words: CoreferenceWords) -> list[Referent]:
    """No Zenda Ventures is "the startup" that it backs."""
    if word not in words.young_firms:
        return candidates
    own = (r for r in candidates if words.backers.isdisjoint(r.mention.text.lower().split()))
    return [r for r in own if _BACKING.isdisjoint(r.called)]


def keep_in_field(nominal: Nominal, tokens: Tokens, firms: list[Referent]) -> list[Referent]:
    """ "The mining company": the one whose name tells so, else the only one told last."""
    if nominal.type != "Company" or nominal.end - nominal.start > _FIELD:
        return []
    words = {*tokens.lower[nominal.start : nominal.head]}
    called = [r for r in firms if not words.isdisjoint(r.heads)]
    if called:
        return called if len(called) == 1 else []
    return firms if is_last_alone(firms) else []
