"""What is told of firms alone, around names that look like people's: "a stake in X", "X turned a profit"."""

from kg.lexicon import load_lexicon
from kg.recognition.firm_rounds import is_firm_by_fate
from kg.recognition.tokens import Tokens

STRONG, FAIR = 2, 1
_NAMES = load_lexicon("names")
_STAKES = frozenset(["stake", "stakes", "shareholding", "shareholdings", "holding", "holdings"])
_PARTIAL = frozenset(["minority", "majority", "controlling", "equity", "percent", "%", "cent"])
_FIELDS, _UNITS = _NAMES.get("firm_field_nouns"), _NAMES.get("firm_unit_nouns")
_FORCES = _NAMES.get("troops") | {"combat", "rebel", "guerrilla", "infantry", "police"}
_PUBLIC, _OPENERS = _NAMES.get("ownership_verbs"), _NAMES.get("firm_openers")
_DOINGS = _NAMES.get_mapping("firm_doings")
_LANDLORDS, _GROWERS = _NAMES.get("lone_trades"), _NAMES.get("growing_callings")
_BODIES = frozenset(["cooperative", "co-operative", "co-op"])
_HARVEST = frozenset(["harvest", "output", "sales", "volumes", "production", "catch"])
_REPORTING = _NAMES.get("figure_verbs")
_BRANDS = frozenset(["name", "brand", "banner", "label", "franchise", "umbrella", "trademark"])
_DEALS = frozenset(["contract", "order", "tender", "offtake", "lot", "concession"])
_GOING = frozenset(["go", "sell", "deliver", "ship", "award"])
_OWNING = frozenset(["'s", "’s"])
_GOLDEN = frozenset(["share", "stake", "shareholding", "block", "shares", "holding"])
_HELPING = frozenset(["MD", "RB"])
_CHIEFS = frozenset(
    ["chairman", "chairwoman", "chair", "executive", "ceo", "director", "cfo", "president"]
)
_STAFF = frozenset(
    ["unions", "workers", "staff", "employees", "shareholders", "customers", "executives"]
)
_LEADING = frozenset(["head", "run", "chair", "lead", "own"])
_SUPPLIES = frozenset(["supply", "supplies", "deliveries", "shipments"])
_GOODS = load_lexicon("triggers").get("goods") | load_lexicon("triggers").get("wares")
_RIVALS = frozenset(["rival", "competitor"])
_TAKING = frozenset(["acquire", "buy", "purchase", "absorb"])
_TAKEOVERS = frozenset(["takeover", "acquisition", "purchase", "buyout"])
_BACK, _PHRASE, _FAR = 9, 5, 6  # tokens: to a stake, inside a phrase, to an object


def tell_firm(tokens: Tokens, start: int, end: int) -> int:
    """How surely the context of the name in tokens start to end tells of a firm: STRONG, FAIR or 0."""
    if _is_held(tokens, start) or _has_unit(tokens, start) or _changes_hands(tokens, start, end):
        return STRONG
    if _is_taken_over(tokens, start) or is_firm_by_fate(tokens, start, end):
        return STRONG
    opened = _is_behind_opener(tokens, start, end)
    if opened or tokens.lower_at(start - 1) in _BODIES:
        return STRONG
    grower = _is_grower(tokens, start)
    if grower and _reports_harvest(tokens, end):
        return STRONG
    fair = (
        _is_landlord(tokens, start)
        or _owns_field(tokens, end, end - start == 1)
        or _does(tokens, end)
        or _is_brand(tokens, start, end)
        or _is_served(tokens, start, end)
        or _is_led(tokens, start)
        or _is_run(tokens, start, end)
    )
    return FAIR if fair else 0


def _pass_phrase(tokens: Tokens, start: int) -> int:
    """The token before the words that tell of the name: before "the Chilean salmon farmer X", "Zagreb's X"."""
    k = start - 1
    while k > max(start - 1 - _PHRASE, 0) and (
        tokens.capital[k]
        or (
            tokens.tags[k] in {"NN", "JJ", "JJR", "DT", "POS", "HYPH"}
            and tokens.lower[k] not in _STAKES
        )
    ):
        k -= 1
    return k


def _is_taken_over(tokens: Tokens, start: int) -> bool:
    """ "the takeover of rival X", "its merger with X", "bought the smaller competitor X"."""
    link = _pass_phrase(tokens, start)
    joined = tokens.lower_at(link - 1) == "merger" and tokens.lower_at(link) == "with"
    rival = tokens.lower_at(start - 1) in _RIVALS
    bought = tokens.tags[link][:2] == "VB" and tokens.lemma_at(link) in _TAKING
    taken = tokens.lower_at(link) == "of" and tokens.lower_at(link - 1) in _TAKEOVERS
    return joined or (rival and (bought or taken))


def _is_held(tokens: Tokens, start: int) -> bool:
    """ "a stake in X", "the shareholding of Norvik in X", "a minority interest in the Ruritanian grower X"."""
    link = _pass_phrase(tokens, start)
    if tokens.lower_at(link) != "in":
        return False
    if tokens.lower_at(link - 1) == "interest":
        return tokens.lower_at(link - 2) in _PARTIAL
    first = tokens.parse.sentences[tokens.parse.sentence_of[start]][0]
    near = range(max(link - _BACK, first), link)
    if not any(tokens.lower[k] in _STAKES for k in near):
        return False
    between = max(k for k in near if tokens.lower[k] in _STAKES)
    return not any(tokens.tags[k] in {"IN", "VBD", "VBZ"} for k in range(between + 2, link))


def _pass_owner(tokens: Tokens, start: int) -> int:
    """The token before the name at `start`, or before the owner that it has: before "Zagreb's X"."""
    k = start - 1
    if tokens.lower_at(k) in _OWNING:
        k -= 1
        while k > start - _PHRASE and tokens.capital[k]:
            k -= 1
    return k


def _has_unit(tokens: Tokens, start: int) -> bool:
    """ "the generics division of X", "the catering arm of Zagreb's X"."""
    link = _pass_owner(tokens, start)
    noun = link - 1
    if tokens.lower_at(link) != "of" or tokens.lower_at(noun) not in _UNITS:
        return False
    trade = tokens.lower_at(noun - 1)
    return tokens.tags[noun - 1] in {"NN", "NNS"} and trade not in _FORCES


def _changes_hands(tokens: Tokens, start: int, end: int) -> bool:
    """ "privatised to X", "nationalised X", "controls X through a golden share"."""
    verb = start - 1 - (tokens.lower_at(start - 1) in {"to", "the"})
    near = range(max(verb - _FAR, 0), verb) if tokens.lower_at(start - 1) == "to" else ()
    if any(tokens.lemma_at(k) in _PUBLIC and tokens.tags[k][:1] == "V" for k in (verb, *near)):
        return True
    if tokens.lemma_at(verb) not in {"control", "own", "hold"}:
        return False
    through = tokens.lower_at(end) in {"through", "by", "via", "with"}
    return through and not _GOLDEN.isdisjoint(tokens.lower[end + 1 : end + 1 + _FAR])


def _is_behind_opener(tokens: Tokens, start: int, end: int) -> bool:
    """ "Majority-owned by the state, X cannot", "Founded in 1911, X sells": nobody is founded or listed."""
    if tokens.lower_at(start - 1) != "," or tokens.tags[end : end + 1] not in _VERBS:
        return False
    first = tokens.parse.sentences[tokens.parse.sentence_of[start]][0]
    opening = tokens.lower[first : first + 3]
    return opening[0] in _OPENERS or (opening[1:2] == ["-"] and opening[2] in _OPENERS)


_VERBS = (["VBD"], ["VBZ"], ["MD"])


def _is_landlord(tokens: Tokens, start: int) -> bool:
    """ "Jakarta landlord X", "Ruritanian dredger X": trades of which news tells firms."""
    k = start - 1
    before = tokens.capital[k - 1] or tokens.tags[k - 1] in {"NN", "JJ"} if k > 0 else False
    return tokens.lower_at(k) in _LANDLORDS and not tokens.capital[k] and before


def _is_grower(tokens: Tokens, start: int) -> bool:
    """ "salmon farmer X"."""
    return tokens.lower_at(start - 1) in _GROWERS and tokens.tags[start - 2] == "NN"


def _reports_harvest(tokens: Tokens, end: int) -> bool:
    if tokens.lemma_at(end) not in _REPORTING:
        return False
    return not _HARVEST.isdisjoint(tokens.lower[end + 1 : end + _FAR])


def _owns_field(tokens: Tokens, end: int, lone: bool) -> bool:
    """ "X's supply of oxygen", "X's subscribers"."""
    if tokens.lower_at(end) not in _OWNING:
        return False
    for k in range(end + 1, min(end + 1 + _PHRASE, len(tokens.words))):
        if tokens.lower[k] in _FIELDS:
            # somebody with a full name has a supply of jokes
            return tokens.lower[k] not in _SUPPLIES or lone or tokens.lemma_at(k + 2) in _GOODS
        if tokens.tags[k][0] not in "JNC":
            return False
    return False


def _does(tokens: Tokens, end: int) -> bool:
    """ "X turned a profit", "X takes no wagers": what the verb right behind has for its object."""
    k = end
    while k < min(end + 3, len(tokens.words)) and (
        tokens.tags[k] in _HELPING or tokens.parse.deps[k] == "aux"
    ):
        k += 1
    lemma = tokens.lemma_at(k)
    for n in range(k + 1, min(k + _FAR, len(tokens.words))):
        if _DOINGS.get(f"{lemma} {tokens.lower[n]}"):
            return True
        linked = n == k + 1 and tokens.tags[n] in {"TO", "IN"}  # "returned to", "filed for"
        if not linked and tokens.tags[n] not in {"DT", "JJ", "CD", "PRP$", "RB", "JJR"}:
            return False
    return False


def _is_brand(tokens: Tokens, start: int, end: int) -> bool:
    """ "under the X name"."""
    return tokens.lower[max(start - 2, 0) : start] == ["under", "the"] and (
        tokens.lower_at(end) in _BRANDS
    )


def _is_served(tokens: Tokens, start: int, end: int) -> bool:
    """ "Contracts for the belts went to X", "Under the offtake agreement, all of it goes to X"."""
    verb = start - 2
    if tokens.lower_at(start - 1) != "to" or tokens.lemma_at(verb) not in _GOING:
        return False
    sentence = range(*tokens.parse.sentences[tokens.parse.sentence_of[start]])
    deal = any(tokens.lemma_at(k) in _DEALS for k in sentence)
    return deal and tokens.lower_at(end + (tokens.lower_at(end) == ",")) not in {"who", "whose"}


def _is_led(tokens: Tokens, start: int) -> bool:
    """ "the chairman of X", "who heads X", "finance director at Zenda's X", "unions at X"."""
    k = _pass_owner(tokens, start)
    if tokens.lower_at(k) in {"of", "at"}:
        return tokens.lower_at(k - 1) in _CHIEFS or tokens.lower_at(k - 1) in _STAFF
    return k == start - 1 and tokens.lemma_at(k) in _LEADING and tokens.lower_at(k - 1) == "who"


def _is_run(tokens: Tokens, start: int, end: int) -> bool:
    """ "State-run X", "X operates in 14 countries"."""
    if tokens.lower_at(start - 1) == "run" and tokens.lower_at(start - 2) == "-":
        return tokens.lower_at(start - 3) in {"state", "family", "government", "privately"}
    active = tokens.lemma_at(end) == "operate" and tokens.tags[end][:1] == "V"
    return active and tokens.lower_at(end + 1) in {"in", "across", "from"}
