"""Who a headline means by a noun alone: "Greek shipper" and "Greece's Norvik Maritime", "inland city" and "Zenda"."""

from collections.abc import Iterable

from kg.model.mention import Mention
from kg.recognition.appositions import Link
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_TOWNS = frozenset(["City", "Province", "District"])
_BETWEEN = 3  # tokens from a land to its firm: "Greece 's Norvik"
_BODIES = {
    "Company": frozenset(["Company"]),
    "GovernmentBody": frozenset(["GovernmentBody"]),
    "Organization": frozenset(["Association", "Organization", "ResearchBody"]),
    "Association": frozenset(["Association"]),
}

Told = tuple[Mention, int, int]  # a name, its chain and its first token


def is_done_to(nominal: Nominal, tokens: Tokens) -> bool:
    """Whether a verb of the headline stands before it: "buys [software firm]"."""
    return any(tag.startswith("V") for tag in tokens.tags[: nominal.start])


def find_headlined_other(nominal: Nominal, tokens: Tokens, upcoming: Iterable[Told]) -> Link | None:
    """The only firm of its land, the only body, town or part of a country, that the lead names.

    A firm of which the noun tells the land alone, not its field: "Greek shipper"; one that something is done to.
    A body or such a firm is none that the headline names itself.
    """
    if nominal.plural or tokens.parse.sentence_of[nominal.head] != 0:
        return None
    names = list(upcoming)
    lead = [told for told in names if _is_in_lead(tokens, told[2])]
    found: list[Told] = []
    if nominal.type in _TOWNS:
        found = [told for told in lead if told[0].type == nominal.type]
    elif nominal.type == "Company" and nominal.head - nominal.start == 1:
        land = next((m.known_as for m, _, s in names if nominal.start <= s < nominal.head), None)
        found = [told for told in lead if land and _is_of(told, land, lead)]
    found = found or _find_bodies(nominal, tokens, lead)
    chains = {chain: mention for mention, chain, _ in reversed(found)}
    if len(chains) != 1:
        return None
    chain, mention = next(iter(chains.items()))
    return Link(mention, mention.type, "headline of what the lead names", 0.7, chain)


def _find_bodies(nominal: Nominal, tokens: Tokens, lead: Iterable[Told]) -> list[Told]:
    """ "Tax agency hires", "joins professional body", "buys software firm": what the lead names for it."""
    kinds = _BODIES.get(nominal.type, frozenset())
    first, end = tokens.parse.sentences[0]
    if nominal.type == "Company" and not is_done_to(nominal, tokens):
        return []
    words = set(tokens.words[first:end])
    if nominal.start > first and tokens.tags[nominal.start - 1] == "POS":  # "Norvik's regulator"
        return []
    return [told for told in lead if told[0].type in kinds and told[0].text.split()[0] not in words]


def _is_in_lead(tokens: Tokens, start: int) -> bool:
    return tokens.parse.sentence_of[start] == tokens.lead and start not in tokens.datelines


def _is_of(told: Told, land: str, lead: Iterable[Told]) -> bool:
    """Whether a firm has its land right before it."""
    mention, _, start = told
    if mention.type != "Company":
        return False
    return any(m.known_as == land and 0 < start - s <= _BETWEEN for m, _, s in lead)
