"""Nominals beside the name they describe: "the city of X", "the carmaker X", "X, a bank", "X is a bank"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.ontology import Ontology
from kg.recognition.apposed_rows import find_last_of_row
from kg.recognition.given_names import find_named_thing
from kg.recognition.maker_phrases import is_behind
from kg.recognition.named_kinds import NAMED_KINDS, is_named_kind
from kg.recognition.nominal_words import NAME_OPENERS, is_saying
from kg.recognition.nominals import Nominal
from kg.recognition.past_places import find_past_place, stands_out
from kg.recognition.quoted_kinds import find_quoted_before
from kg.recognition.state_forms import is_state_told
from kg.recognition.tokens import Tokens
from kg.recognition.units_named_behind import is_unit_named_behind

_KINDS = frozenset(["group", "company", "firm", "corporation", "conglomerate"])
_NEW = frozenset(["a", "an", "one"])
_DESCRIBING = frozenset("CD HYPH NN NNS JJ JJS JJR VBN VBG $ RBS NNP".split())  # noqa: SIM905
_BUILT = ("Facility", "TransportCorridor", "EconomicZone")
_TOWNS = frozenset(["City", "District", "Province", "Country", "Region"])
_HUBS = frozenset(["Port", "Airport", "LandPort", "RailHub", "LogisticsHub", "Facility"])
_AFTER_APPOSED = frozenset(["MD", "WDT", "WP", "WRB", "IN", "TO"])  # or a verb
_UNITS, _FIELDS = map(load_lexicon("triggers").get, ("unit_nouns", "industries"))
_OWNING = frozenset(["PRP$", "WP$", "POS"])
_TOLD_OF = (["VBD"], ["VBZ"], ["MD"])
_MAIN = frozenset(["main", "chief", "leading", "principal", "only"])
_SETTING_OFF = frozenset([",", "--", "—", "–"])
_FAR = 8  # tokens between a noun and a name that is described, too
_INDEFINITE = frozenset(["a", "an", "another", "each", "every", "one"])
Upcoming = Sequence[tuple[Mention, int, int]]  # names with chain and first token


@dataclass(frozen=True, slots=True)
class Link:
    """A nominal or pronoun and the mention it takes up."""

    antecedent: Mention
    type: str
    reason: str
    score: float
    chain: int


def agree(one: str, other: str, ontology: Ontology) -> bool:
    """Whether one type is the other or under it."""
    return ontology.is_a(one, other) or ontology.is_a(other, one)


def find_apposed(
    nominal: Nominal,
    tokens: Tokens,
    ontology: Ontology,
    upcoming: Upcoming,
    last_tokens: Mapping[int, int],
) -> Link | None:
    """The name that the nominal describes, before or after it; `last_tokens` is by a name's first token."""
    if is_saying(nominal, tokens):
        return None  # "Norvik will buy Tarka, the Zenda-based firm said"
    first, last = tokens.parse.sentences[tokens.parse.sentence_of[nominal.head]]
    upcoming = [told for told in upcoming if first <= told[2] < last]
    given = (nominal, tokens, ontology, upcoming, last_tokens)
    named = _find_given(nominal, tokens, ontology, upcoming)
    named = named or _find_following(*given) or _find_inside(*given) or _find_before_comma(*given)
    if named is None and (told := find_quoted_before(nominal, tokens, upcoming, last_tokens)):
        return Link(told[0], told[0].type, "named before its kind", 0.9, told[1])
    if named is not None:
        return named
    parse = tokens.parse
    dep, governor = parse.deps[nominal.head], parse.heads[nominal.head]
    if made := _find_made(nominal, tokens):
        for mention, chain, start in upcoming:
            within = start <= made <= last_tokens.get(start, start)
            if within and may_be(mention.type, nominal.type, ontology):
                return Link(mention, mention.type, "what it is made", 0.85, chain)
    if dep == "appos":
        hosts = [find_last_of_row(nominal, governor, tokens)]
    elif dep == "attr" and parse.lemmas[governor] == "be" and not nominal.plural:
        hosts = parse.list_subjects(governor, passive=False)
    elif dep == "nsubj" and parse.lemmas[governor] == "be" and not nominal.plural:
        hosts = [c for c in parse.children[governor] if parse.deps[c] == "attr"]
    else:
        return None
    for mention, chain, start in upcoming:
        last = last_tokens.get(start, start)
        hub = _is_best_hub(nominal, mention, last, tokens)
        if last in hosts and (hub or may_be(mention.type, nominal.type, ontology)):
            return Link(mention, mention.type, "apposition", 0.9, chain)
    return None


def _find_given(
    nominal: Nominal, tokens: Tokens, ontology: Ontology, upcoming: Upcoming
) -> Link | None:
    """ "a joint venture called X": the name that it is given."""
    for mention, chain, start in upcoming:
        after = nominal.head < start and agree(mention.type, nominal.type, ontology)
        if after and not nominal.plural and find_named_thing(tokens, start) == nominal.head:
            return Link(mention, mention.type, "the name it is given", 0.9, chain)
    return None


def _find_made(nominal: Nominal, tokens: Tokens) -> int:
    """What becomes so: "handled 5 million boxes, making it the busiest port", "makes Norvik the largest brewer"."""
    parse, verb = tokens.parse, tokens.parse.heads[nominal.head]
    if parse.lemmas[verb] != "make" or parse.deps[nominal.head] not in {"ccomp", "oprd"}:
        return 0
    if not _is_best(nominal, tokens):
        return 0
    made = parse.list_subjects(nominal.head, passive=False)
    if made and parse.lemmas[made[0]] == "it" and parse.deps[verb] == "advcl":
        above = parse.children[parse.heads[verb]]
        made = [c for c in above if parse.deps[c] == "nsubj"]
    return made[0] if made else 0


def is_of_place(nominal: Nominal, tokens: Tokens, upcoming: Upcoming) -> bool:
    """Whether a place's name tells which hub it is: "the hub port of Zenda" is no other port."""
    if nominal.type not in _HUBS or tokens.lower[nominal.end : nominal.end + 1] != ["of"]:
        return False
    after = nominal.end + 1 + (tokens.lower[nominal.end + 1 : nominal.end + 2] == ["the"])
    return any(start == after and mention.type in _TOWNS for mention, _, start in upcoming)


def may_be(kind: str, said: str, ontology: Ontology) -> bool:
    """Whether a thing of a type may be called so: what is built is a project, too."""
    return agree(kind, said, ontology) or (
        said == "Project" and any(ontology.is_a(kind, built) for built in _BUILT)
    )


def _find_before_comma(
    nominal: Nominal,
    tokens: Tokens,
    ontology: Ontology,
    upcoming: Upcoming,
    last_tokens: Mapping[int, int],
) -> Link | None:
    """ "the Zenda Expressway, a 95-km toll road built by X": the name right before the comma."""
    k = nominal.head - 1
    while k > 0 and tokens.tags[k] in _DESCRIBING:
        k -= 1
    beside = k > 1 and tokens.words[k - 1] in _SETTING_OFF and _opens_apposed(nominal, k, tokens)
    if not beside or nominal.plural or tokens.lower_at(nominal.head + 1) in {"and", "or"}:
        return None
    for mention, chain, start in upcoming:
        named = last_tokens.get(start, start) == k - 2
        if (
            named
            and may_be(mention.type, nominal.type, ontology)
            and not _is_place(mention, ontology)
        ):
            return Link(mention, mention.type, "apposition", 0.9, chain)
    return None


def _opens_apposed(nominal: Nominal, k: int, tokens: Tokens) -> bool:
    """ "X, a bank …", "X, the contractor building Y, said": behind a subject and before what tells it apart."""
    if tokens.lower[k] != "the":
        return tokens.lower[k] in _NEW
    told = tokens.tags[nominal.head + 1 : nominal.head + 2] in (["VBG"], ["VBN"], ["WDT"])
    return told and tokens.parse.deps[k - 2] in {"nsubj", "nsubjpass"}


def _is_place(mention: Mention, ontology: Ontology) -> bool:
    """Whether a name is a town's or country's: "in Zenda, a plant opened" describes no town."""
    return ontology.is_a(mention.type, "Place") and not ontology.is_a(mention.type, "Facility")


def _is_named_by_of(mention: Mention, nominal: Nominal, tokens: Tokens, ontology: Ontology) -> bool:
    """ "the city of Zenda", "the oil state of Qatar": places, and things that are no bodies."""
    if mention.type == "Country" and tokens.lower_at(nominal.head) == "state":
        return is_state_told(tokens, nominal.start - 1, nominal.head)
    by_name = _is_place(mention, ontology) or not ontology.is_a(mention.type, "Organization")
    return by_name and ontology.is_a(mention.type, nominal.type)


def _find_inside(
    nominal: Nominal,
    tokens: Tokens,
    ontology: Ontology,
    upcoming: Upcoming,
    last_tokens: Mapping[int, int],
) -> Link | None:
    """ "India's Norvik group", "its sporty Norvik unit", "the Norvik label", "the N3 highway": the thing of that name.

    "a Norvik company" is one of its.
    """
    before = tokens.lower[nominal.start - 1] if nominal.start else ""
    owned = bool(nominal.start) and tokens.tags[nominal.start - 1] in _OWNING
    kind = tokens.parse.lemmas[nominal.head]
    named = nominal.start and tokens.capital[nominal.start - 1]  # "its Norvik Life insurance arm"
    called = kind in NAMED_KINDS or (owned and kind in _UNITS)
    firm = kind in _KINDS or called or (named and kind in _UNITS)
    wanted = "Company" if firm else "TransportCorridor"
    if nominal.plural or before in _INDEFINITE or not ontology.is_a(nominal.type, wanted):
        return None
    for mention, chain, start in upcoming:
        last = last_tokens.get(start, start)
        fields = tokens.lower[last + 1 : nominal.head]  # "the Norvik [mining] company"
        inside = nominal.start == start and last < nominal.head and _FIELDS.issuperset(fields)
        inside = inside or (called and is_named_kind(start, last, nominal, tokens))
        beside = last == nominal.start - 1 and start > 0 and tokens.tags[start - 1] in _OWNING
        if (inside or (beside and kind in _UNITS)) and ontology.is_a(mention.type, wanted):
            return Link(mention, mention.type, "named before its kind", 0.9, chain)
    return None


def _is_set_off(nominal: Nominal, start: int, last: int, tokens: Tokens) -> bool:
    """Whether a name that ends at `last` stands behind the nominal, set off by a comma, and is no member of a list.

    "The company, Norvik, started", "the first such road, the Tarn Expressway, is open", "bought a rival, Tarka."
    """
    before = start - 1
    while before > nominal.head + 1 and _describes_name(tokens, before):
        before -= 1  # "the contractor, the Zenda-based builder Norvik, said"
    if before != nominal.head + 1 or tokens.lower[before] != ",":
        return False
    described = start - before > 1 + (tokens.lower[start - 1] == "the")
    if described and tokens.lower_at(nominal.start - 2) == "of":
        return False  # "a shareholder of the firm, Peru's Norvik,"
    following = tokens.lower[last + 1 : last + 2]
    if following in ([","], ["."]) and _is_the_one(nominal, tokens):
        return True  # "Peru's largest insurer, Norvik, and"
    if following == [","]:
        tag = "".join(tokens.tags[last + 2 : last + 3])
        return tag[:1] == "V" or tag in _AFTER_APPOSED
    parse = tokens.parse
    first = nominal.start - (tokens.tags[max(nominal.start - 1, 0)] == "RB")  # "wholly"
    owned = first > 0 and tokens.tags[first - 1] in _OWNING
    if owned and tokens.tags[last + 1 : last + 2] in _TOLD_OF:
        return True  # "Norvik's shipping arm, Tarka Lines signed"
    ends = following == ["."] or last + 1 == parse.sentences[parse.sentence_of[last]][1]
    listed = tokens.lower[max(nominal.start - 3, 0) : nominal.start]
    return ends and "," not in listed and "and" not in listed


def _describes_name(tokens: Tokens, k: int) -> bool:
    """A word between a comma and a name that it describes: "the Zenda-based [builder] Norvik"."""
    word = tokens.lower[k] in {"the", "-", "based", "'s", "’s"}
    return word or tokens.capital[k] or tokens.tags[k] in {"NN", "JJ"}


def _is_the_one(nominal: Nominal, tokens: Tokens) -> bool:
    """ "Peru's largest insurer", "its leading bank", "another insurer": only one can be meant."""
    before = max(nominal.start - 1, 0)
    owned = tokens.tags[before] in _OWNING and _is_best(nominal, tokens)
    return owned or tokens.lower[before] == "another"


def _is_best(nominal: Nominal, tokens: Tokens) -> bool:
    return stands_out(nominal, tokens, _MAIN)


def _is_best_hub(nominal: Nominal, mention: Mention, last: int, tokens: Tokens) -> bool:
    """ "the world's busiest port, Zenda,": the town stands for its port, but no "Tarn" in "Tarn Bay port"."""
    town = mention.type == "City" and mention.span.end >= tokens.parse.ends[last]
    return town and nominal.type in {"Port", "Airport", "LandPort"} and _is_best(nominal, tokens)


def _find_following(
    nominal: Nominal,
    tokens: Tokens,
    ontology: Ontology,
    upcoming: Upcoming,
    last_tokens: Mapping[int, int],
) -> Link | None:
    """ "the Chinese city of Xi'an", "the carmaker Norvik": the name is noted when it is reached."""
    after = nominal.head + 1
    by_of = tokens.lower[after : after + 1] == ["of"]
    if nominal.plural and not by_of:
        return None
    for mention, chain, start in upcoming:
        if by_of and start == after + 1 and _is_named_by_of(mention, nominal, tokens, ontology):
            return Link(mention, mention.type, "named by 'of'", 0.95, chain)
        last = last_tokens.get(start, start)
        beside = start == after or (
            after < start <= after + _FAR
            # "the maker The Norvik Company", "the zone “Zenda Gate”"
            and (
                (start == after + 1 and tokens.words[after] in NAME_OPENERS)
                or _is_set_off(nominal, start, last, tokens)
            )
        )
        behind = start > after + 1 and is_behind(nominal.head, start, tokens)
        behind = behind or is_unit_named_behind(nominal, start, last, tokens)
        hub = start != after and _is_best_hub(nominal, mention, last, tokens)
        if (behind or (beside and not by_of)) and (
            hub or agree(mention.type, nominal.type, ontology)
        ):
            return Link(mention, mention.type, "apposition", 0.9, chain)
    past = find_past_place(nominal, tokens, upcoming, last_tokens)
    if past is not None and may_be(past[0].type, nominal.type, ontology):
        return Link(past[0], past[0].type, "apposition", 0.9, past[1])
    return None
