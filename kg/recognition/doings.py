"""What names do: "Norvik Line ordered ships" tells of a firm, though a line is a way by its head."""

from collections.abc import Mapping
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.parse import Parse
from kg.ontology import Ontology
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_DETERMINERS = frozenset(["the", "a", "an", "this", "that", "its", "their"])
_OBJECTS = frozenset(["dobj", "ccomp", "xcomp"])
_LEADING = frozenset([",", "which", "that", "will", "would", "to", "now"])
_DEALS = frozenset(
    ["agreement", "contract", "deal", "memorandum", "partnership", "venture", "merger"]
)
_BESIDE, _ONE = frozenset([",", "is", "was"]), frozenset(["a", "an", "its", "their"])
_AWAY = frozenset(["to", "from", "between", "via", "linking", "connecting", "that", "which"])
_ISSUING = frozenset(
    "issue invite tender appoint float shortlist disqualify spend earn recruit allocate deploy".split()  # noqa: SIM905
)
_CARRIERS = frozenset(
    ["railway", "railroad"]
)  # their firms move things; of a canal or line the way does
_CARRYING = frozenset(["carry", "haul", "transport", "move", "load", "ferry"])
_POSTS = frozenset(
    "md ceo cfo coo cmd cto gm chairman chairwoman chairperson spokesman spokeswoman spokesperson".split()  # noqa: SIM905
)
_PHRASE = 10  # tokens of what a ware is called
_FIRMS = frozenset(["venture", "company", "firm", "operator", "subsidiary", "carrier"])
_ROW = 4  # members of a row of subjects


class DoingReader:
    """Reads who does what from the parse; holds no state."""

    def __init__(self, ontology: Ontology) -> None:
        names, nominals = load_lexicon("names"), load_lexicon("nominals")
        self.ontology = ontology
        self.deeds = names.get("company_verbs") | nominals.get("deeds") | names.get("work_verbs")
        self.deeds |= _ISSUING
        self.work_verbs = names.get("work_verbs")
        self.acting_heads = names.get("acting_heads")
        self.crossings = names.get("crossing_heads")
        self.ends = nominals.get("way_ends") | {"link", "connect", "join", "joins"}
        self.parts = names.get("work_parts")
        self.kinds = nominals.get_mapping("nominals")
        self.ways = nominals.get("ways")
        goods = load_lexicon("triggers")
        self.wares = goods.get("goods") | goods.get("wares")
        self.given = load_lexicon("given_names").get("given")

    def find_types(self, tokens: Tokens, names: list[Name]) -> dict[str, str]:
        """The types of names by what they do, by their spelling: firms that act, ways that link."""
        ways = dict.fromkeys(self.find_linking(tokens, names), "TransportCorridor")
        wares = dict.fromkeys(self.find_wares(tokens, names), "Product")
        return ways | wares | dict.fromkeys(self.find_acting(tokens, names), "Company")

    def find_wares(self, tokens: Tokens, names: list[Name]) -> set[str]:
        """The spellings of ways that are told to be a ware: "Norvik Express, an electric scooter"."""
        return {
            tokens.slice(name.start, name.end)
            for name in names
            if name.type == "TransportCorridor"
            and name.origin == "head noun"
            and tokens.lower_at(name.end) in _BESIDE
            and tokens.lower_at(name.end + 1) in _ONE
            and self._is_ware(tokens, name.end + 2)
        }

    def _is_ware(self, tokens: Tokens, start: int) -> bool:
        """Whether the first noun from `start` that ends its phrase is one for wares."""
        tags = tokens.parse.tags
        for k in range(start, min(start + _PHRASE, len(tags))):
            inner = tags[k + 1 : k + 2] in (["NN"], ["NNS"], ["HYPH"]) or tokens.words[k - 1] == "-"
            if tags[k] in {"NN", "NNS"} and not inner:
                pair = f"{tokens.lower_at(k - 1)} {tokens.lower[k]}"
                way = self.kinds.get(pair) == "TransportCorridor"  # "a power cable"
                away = tokens.lower_at(k + 1) in _AWAY
                return tokens.lower[k] in self.wares and not way and not away
        return False

    def find_acting(self, tokens: Tokens, names: list[Name]) -> set[str]:
        """The spellings of ways and works that act as firms do: "Norvik Railway opened a depot"."""
        return {
            tokens.slice(name.start, name.end)
            for name in names
            if name.origin == "head noun"
            and name.end - name.start > 1
            and tokens.lower[name.end - 1] in self.acting_heads
            and (self.acts(tokens, name.start, name.end) or _is_told_firm(tokens, name.start))
        }

    def find_linking(self, tokens: Tokens, names: list[Name]) -> set[str]:
        """The spellings of bridges and tunnels that are told by their ends: "the Tarn Bridge links X"."""
        return {
            tokens.slice(name.start, name.end)
            for name in names
            if name.origin == "head noun"
            and tokens.lower[name.end - 1] in self.crossings
            and self._is_linked(tokens, name.end)
        }

    def _is_linked(self, tokens: Tokens, after: int) -> bool:
        following = tokens.lower[after : after + 4]
        while following and following[0] in _LEADING:
            following = following[1:]
        return bool(following) and following[0] in self.ends

    def acts(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a name without article is who does something that only firms and bodies do."""
        if tokens.lower_at(start - 1) in _DETERMINERS:
            return False
        verb = self._find_verb(tokens, end - 1)
        does = tokens.parse.lemmas[verb] if verb is not None else ""
        deed = does in self.deeds or (does in _CARRYING and tokens.lower[end - 1] in _CARRIERS)
        return deed or self._is_party(tokens, end - 1) or _has_post(tokens, end)

    def _is_party(self, tokens: Tokens, head: int) -> bool:
        """ "the agreement between Norvik and Tarka Express": what has contracts is a firm."""
        parse = tokens.parse
        if parse.deps[head] == "conj":
            head = parse.heads[head]
        link = parse.heads[head]
        noun = parse.lemmas[parse.heads[link]]
        return parse.deps[head] == "pobj" and parse.lemmas[link] == "between" and noun in _DEALS

    def works(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Norvik is adding flights", "a quay built by Norvik": who makes what stands or goes."""
        if tokens.lower[start] in self.given:
            return False
        verb = self._find_verb(tokens, end - 1)
        if verb is None or tokens.parse.lemmas[verb] not in self.work_verbs:
            return False
        parse = tokens.parse
        things = [c for c in parse.children[verb] if parse.deps[c] in {"dobj", "nsubjpass"}]
        things += [parse.heads[verb]] if parse.deps[verb] == "acl" else []
        return any(self._is_work(tokens, k) for k in things)

    def _is_work(self, tokens: Tokens, k: int) -> bool:
        if tokens.parse.lemmas[k] in self.parts:  # "the first phase of the port"
            k = self._find_whole(tokens, k)
        kind = self.kinds.get(tokens.parse.lemmas[k], "Agent")
        built = any(self.ontology.is_a(kind, t) for t in ("Facility", "TransportCorridor"))
        return (built or tokens.parse.lemmas[k] in self.ways) and not tokens.capital[k]

    def _find_whole(self, tokens: Tokens, k: int) -> int:
        parse = tokens.parse
        for prep in parse.children[k]:
            if parse.lemmas[prep] == "of":
                return next((c for c in parse.children[prep] if parse.deps[c] == "pobj"), k)
        return k

    def _find_verb(self, tokens: Tokens, head: int) -> int | None:
        """The verb with an object whose subject it is, or the passive that it is the doer of."""
        parse, doing = tokens.parse, find_doing(tokens.parse, head)
        if doing is None:
            return None
        verb, passive = doing
        followed = passive or any(parse.deps[c] in _OBJECTS for c in parse.children[verb])
        return verb if followed else None


def find_doing(parse: Parse, head: int) -> tuple[int, bool] | None:
    """The verb that a noun or the row it stands in is the subject or doer of, and whether it is the doer by "by"."""
    for _ in range(_ROW):
        if parse.deps[head] != "conj":
            break
        head = parse.heads[head]
    dep, governor = parse.deps[head], parse.heads[head]
    if dep == "pobj" and parse.deps[governor] == "agent":
        return parse.heads[governor], True
    acts = dep == "nsubj" and parse.tags[governor].startswith("V")
    return (governor, False) if acts else None


def _has_post(tokens: Tokens, end: int) -> bool:
    """ "Norvik Metro MD Jane Doe", "Norvik Railway's spokesman": what has such posts is a firm."""
    after = end + (tokens.lower_at(end) in {"'s", "’s"})
    return tokens.lower_at(after) in _POSTS


def has_its(parse: Parse, verb: int) -> bool:
    """ "X kept its rating": nobody has what is "its"."""
    things = [c for c in parse.children[verb] if parse.deps[c] == "dobj"]
    return any(parse.words[k] == "its" for c in things for k in parse.children[c])


def says_it_deals(parse: Parse, verb: int, dealing: frozenset[str]) -> bool:
    """ "X announced it has acquired": nobody but a firm is "it" of its own words."""
    deals = [
        c for c in parse.children[verb] if parse.deps[c] == "ccomp" and parse.lemmas[c] in dealing
    ]
    return any(
        parse.lemmas[k] == "it" and parse.deps[k] == "nsubj"
        for c in deals
        for k in parse.children[c]
    )


def retype(name: Name, text: str, media: set[str], doing: Mapping[str, str]) -> Name:
    """The name as a medium, or as what it does shows it to be; else the same."""
    if text in media and name.origin != "gazetteer" and name.type != "GovernmentBody":
        return replace(name, type="MediaOutlet", origin="context")
    if name.origin == "head noun" and text in doing:
        return replace(name, type=doing[text])
    return name


def _is_told_firm(tokens: Tokens, start: int) -> bool:
    """ "set up a joint venture, Norvik Rail, to build": a firm by the noun before it."""
    return tokens.lower_at(start - 1) in {",", ":"} and tokens.lemma_at(start - 2) in _FIRMS
