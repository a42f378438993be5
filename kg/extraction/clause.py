"""The clause layer's data: who does what to whom, where and how sure, one clause a predicate."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.parse import FINITE, Parse

_SERVING = frozenset(
    ["adviser", "advisor", "aide", "assistant", "counsel", "counselor", "consultant"]
)
_DESCRIBING = frozenset(["acl", "relcl", "prep", "nsubj", "nsubjpass"])  # of what governs no clause
_INNER = frozenset(["in", "with", "at", "near"])  # prepositions of a noun that count for the verb
REFUSING = load_lexicon("scope").get("refusing")  # "in Riga rather than [in] Zenda"
_APART = load_lexicon("scope").get("apart")
_MEANS = frozenset(["with", "through", "via", "under", "by", "use", "thanks"])
_FOUNDING = load_lexicon("scope").get("founding")
_PURPOSES = frozenset(["advcl", "acl", "relcl"])
_LOANS = load_lexicon("scope").get("loans_given")
_DEADLINES = frozenset(["end", "beginning", "start", "middle", "close"])
_OPENINGS = frozenset(["near", "outside", "inside", "beyond", "across", "along", "off", "opposite"])
_PRAISE = frozenset(["top", "leading", "main", "major", "key", "premier", "foremost"])
_RANK_MARKS = frozenset(["no", "no.", "nr", "nr.", ".", "#", "number"])
_ALONG = frozenset(["along", "together"])
_PRICED = frozenset(["worth", "value"])
_BUYING = frozenset(["buy", "purchase", "order", "import", "procure", "source", "lease", "acquire"])
_BY_PRICE = frozenset(["with", "from"])
_WHERE = frozenset(["in", "across", "throughout", "at"])


@dataclass(slots=True)
class Clause:
    """One predication. All arguments are head tokens of noun phrases, conjuncts spread out.

    `lemma` is the verb's lemma (with its particle, "set up") or the noun's. A passive is already
    turned active: its agent is the subject. `bearer` of a noun clause is what the noun is said of
    ("X is a subsidiary of Y", "X, a subsidiary of Y": X). `speaker` is the head token of who says so.
    """

    lemma: str
    kind: str  # "verb" or "noun"
    token: int
    sentence: int
    subjects: list[int] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)
    complements: list[int] = field(default_factory=list)
    prepositions: dict[str, list[int]] = field(default_factory=dict)
    possessors: list[int] = field(default_factory=list)
    compounds: list[int] = field(default_factory=list)
    bearers: list[int] = field(default_factory=list)
    adverbs: list[str] = field(default_factory=list)
    passive: bool = False
    modality: Modality = Modality.ACTUAL
    speaker: int | None = None

    def slot(self, name: str) -> list[int]:
        """The arguments in a slot of the rule language: subject, object, attr, poss, "in" and others."""
        fixed = {
            "subject": self.subjects,
            "object": self.objects,
            "attr": self.complements,
            "poss": self.possessors,
            "compound": self.compounds,
            "bearer": self.bearers,
        }.get(name)
        return fixed if fixed is not None else self.prepositions.get(name, [])

    def list_slots(self) -> frozenset[str]:
        """The slots that hold anything."""
        fixed = ("subject", "object", "attr", "poss", "compound", "bearer")
        return frozenset([*filter(self.slot, fixed), *filter(self.slot, self.prepositions)])


def begins_clause(head: int, parse: Parse) -> bool:
    """Whether a finite verb stands right behind a name: "bought A and [B] lost money"."""
    return parse.tags[head + 1 : head + 2] in (["VBD"], ["VBZ"], ["MD"])


def has_remainder(head: int, parse: Parse) -> bool:
    """ "holds 60 percent of A and [B] the rest": a clause of its own, whose verb is left out."""
    return parse.words[head + 1 : head + 3] in _REMAINDERS


def hangs_on_verb(token: int, parse: Parse) -> bool:
    """Whether a noun is, or belongs to, what a verb before it acts on: "bought a stake in [A]"."""
    while parse.heads[token] != token and parse.deps[token] not in {"nsubj", "nsubjpass"}:
        above = parse.heads[token]
        acts = parse.deps[above] not in _DESCRIBING  # "[staff] A and B spoke", which are no verb
        if parse.tags[above][:2] == "VB" and acts:
            return above < token
        if parse.lemmas[above] == "by":  # but "a line run by A and [B] stopped" is one clause
            return any(parse.deps[c] == "auxpass" for c in parse.children[parse.heads[above]])
        token = above  # "a delegation including [A]"
    return False


def spread(parse_children: list[list[int]], deps: list[str], token: int) -> list[int]:
    """A noun and its conjuncts, in order: "A, B and C"."""
    found = [token]
    for child in parse_children[token]:
        if deps[child] == "conj":
            found.extend(spread(parse_children, deps, child))
    return found


def list_before(parse: Parse, nouns: list[int], head: int) -> list[int]:
    """Those before a noun that they describe; its rank is no such thing: "the world's No. 2 producer"."""
    told = [k for k in nouns if k < head and parse.words[k].lower() not in _RANK_MARKS]
    plain = [k for k in told if parse.words[k].lower() not in _PRAISE]
    return plain if plain and max(plain) > min(told) else told  # "its [top] hazelnut producer"


def list_below(parse: Parse, noun: int) -> list[int]:
    """What hangs on a noun, also by its price: "a contract worth 5 million [with X]", "goods worth 3 [from Y]"."""
    below = parse.children[noun]
    priced = [c for k in below if parse.lemmas[k] in _PRICED for c in parse.children[k]]
    links = _BY_PRICE if parse.lemmas[parse.heads[noun]] in _BUYING else {"with"}
    return [*below, *(c for c in priced if parse.lemmas[c] in links)] if priced else below


def goes_on(parse: Parse, child: int) -> bool:
    """ "in Zenda and in Hentz", "in Zenda and across Ruritania": a second preposition for the same slot."""
    if parse.deps[child] != "conj" or parse.tags[child] != "IN":
        return False
    pair = {parse.lemmas[child], parse.lemmas[parse.heads[child]]}
    before = parse.words[child - 1].lower()
    return (len(pair) == 1 or pair <= _WHERE) and before in {"and", "or", ",", "also"}


def find_first(parse: Parse, noun: int, most: int) -> int:
    """ "sales of 30 million and 400 [workers]": the first of a noun's row, at most so many members before it."""
    for _ in range(most):
        if parse.deps[noun] != "conj" or parse.heads[noun] > noun:
            break
        noun = parse.heads[noun]
    return noun


def find_described(parse: Parse, noun: int) -> list[int]:
    """The noun a clause describes, and what that is said of: "X is a poet born in Y"."""
    served = parse.heads[
        parse.heads[noun]
    ]  # "X, an adviser to President Y who now heads Z": X does
    if parse.lemmas[served] in _SERVING and parse.lemmas[parse.heads[noun]] == "to":
        return [parse.heads[served]] if parse.deps[served] == "appos" else [served]
    verb = parse.heads[noun]
    if parse.deps[noun] != "attr" or parse.lemmas[verb] != "be":
        return [noun]
    subjects = parse.list_subjects(verb, passive=False)
    return [noun, *subjects[:1]]


def has_share(parse: Parse, token: int) -> bool:
    """ "and (39.9%) will be owned by Z": a share before the verb is its subject, whatever the parse."""
    start = min([token, *(c for c in parse.children[token] if parse.deps[c].startswith("aux"))])
    before = parse.words[max(start - 2, 0) : start]
    return "%" in before[-1:] or before == ["%", ")"]


def tells_no_doer(parse: Parse, by: int) -> bool:
    """ "registered by the end of October", "built by Y, not [by] X": a time, or somebody else's deed."""
    return parse.words[by - 1].lower() in REFUSING or any(
        (parse.lemmas[noun].lower() in _DEADLINES and parse.words[noun + 1 : noun + 2] == ["of"])
        or (parse.tags[noun] == "CD" and parse.words[noun].isdigit())
        for noun in parse.children[by]
    )


_REMAINDERS = [["the", word] for word in ("rest", "remainder", "remaining", "balance", "other")]


def spread_alike(parse: Parse, token: int) -> list[int]:
    """A noun and its conjuncts, but for those that something else is told of.

    "Bought A and B lost money"; "holds 70% of the venture and B 30%": what a share follows is the next owner.
    "In A and not B", "in A rather than B": B is refused.
    """
    acted = hangs_on_verb(token, parse)
    return [
        k
        for k in spread(parse.children, parse.deps, token)
        if k == token
        or not (
            (acted and begins_clause(k, parse))
            or parse.tags[k + 1 : k + 2] == ["CD"]
            or has_remainder(k, parse)
            or parse.words[k - 1].lower() in REFUSING
        )
    ]


def find_alongside(parse: Parse, noun: int) -> list[int]:
    """ "X, along with Y and Z, will attend": Y and Z, who do the same."""
    k = noun + 1 + (parse.words[noun + 1 : noun + 2] == [","])
    if parse.words[k + 1 : k + 2] != ["with"] or parse.words[k] not in _ALONG:
        return []
    ends = (end for end in parse.children[k + 1] if parse.deps[end] == "pobj")
    return [other for end in ends for other in spread_alike(parse, end)]


def list_inner(parse: Parse, prepositions: Mapping[str, list[int]]) -> Iterator[int]:
    """ "A plant in X [near] Y": prepositions on the object of a preposition.

    What hangs on a thing that only sets the scene is told of that: "after talks in Y", "like others in Y".
    """
    for word, objects in list(prepositions.items()):
        for noun in list(objects) if word not in _APART else ():
            for child in parse.children[noun]:
                if parse.deps[child] == "prep" and (
                    parse.lemmas[child] in _INNER or is_lent(parse, child)
                ):
                    yield child


def is_lent(parse: Parse, preposition: int) -> bool:
    """ "built with a loan [from] X": behind money that somebody gives."""
    noun = parse.heads[preposition]
    means = parse.lemmas[parse.heads[noun]] in _MEANS
    return means and parse.lemmas[noun] in _LOANS and parse.lemmas[preposition] == "from"


def name_slot(parse: Parse, preposition: int) -> str:
    """The slot of what an inner preposition governs: its word, or "lent"."""
    return "lent" if is_lent(parse, preposition) else parse.lemmas[preposition]


def find_founded(parse: Parse, token: int) -> list[int]:
    """ "was met by officials of X, the firm set up by Y [to build] the port": X, and nobody who was met."""
    above = parse.heads[token]
    hung = parse.deps[token] in _PURPOSES and above < token
    if not hung or all(parse.words[c] != "to" for c in parse.children[token]):
        return []
    for verb in range(token - 1, above, -1):
        if parse.tags[verb] in {"VBN", "VBD"} and parse.deps[verb] == "acl":
            by = any(parse.words[c] == "by" for c in parse.children[verb])
            founds = by and parse.lemmas[verb] in _FOUNDING
            return find_described(parse, parse.heads[verb]) if founds else []
        if parse.tags[verb] in FINITE:
            return []
    return []


def find_purposes(parse: Parse, verb: int) -> list[int]:
    """The objects of an infinitive and its conjuncts: "to repair and widen Y"."""
    found: list[int] = []
    for child in parse.children[verb]:
        if parse.deps[child] == "dobj":
            found.extend(spread(parse.children, parse.deps, child))
        elif parse.deps[child] == "conj" and parse.tags[child] == "VB":
            found.extend(find_purposes(parse, child))
    return found


def is_opening(parse: Parse, subject: int) -> bool:
    """ "Near Zenda, Norvik built it": a phrase of place that the parser takes for a subject.

    Or an owner in an aside: "The mill, the company's first in Africa, will make".
    """
    if parse.words[subject + 1 : subject + 2] in (["'s"], ["’s"]):
        return parse.tags[subject + 2 : subject + 3] in (["JJ"], ["JJS"], ["RBS"])
    first = parse.sentences[parse.sentence_of[subject]][0]
    before = parse.words[first].lower() in _OPENINGS and parse.heads[first] == subject
    # "Instead of Norvik, Tarka built it"
    before = before or (subject < first + 7 and parse.words[first : first + 2] == ["Instead", "of"])
    return before and parse.words[subject + 1 : subject + 2] == [","]


def is_headline_verb(parse: Parse, verb: int) -> bool:
    """ "Norvik to buy Tarka": the infinitive of a headline, hung on its subject."""
    governor = parse.heads[verb]
    noun = parse.tags[governor][0] == "N" and parse.deps[verb] == "advcl"
    return noun and parse.words[governor + 1 : governor + 2] == ["to"]


def is_example(parse: Parse, token: int) -> bool:
    """ "eight countries, including A and [B]": named for what stands before, and no subject of more."""
    while parse.deps[token] == "conj":
        token = parse.heads[token]
    return parse.deps[token] == "pobj" and parse.words[parse.heads[token]].lower() == "including"


def find_made_by(parse: Parse, head: int) -> int:
    """ "a plant built by [Norvik] with a capacity of": the plant, not who built it; else the noun itself."""
    by = parse.heads[head]
    built = parse.deps[by] == "agent" and parse.deps[parse.heads[by]] == "acl"
    return parse.heads[parse.heads[by]] if head >= 0 and built else head
