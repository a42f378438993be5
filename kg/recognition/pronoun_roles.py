"""What pronouns and names do in their clause."""

from collections.abc import Container, Mapping

from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import SETTLED, Mention, MentionKind
from kg.model.parse import FINITE, SUBJECTS, Parse
from kg.ontology import Ontology
from kg.recognition.coreference_words import CoreferenceWords
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_OBJECTS = frozenset(["dobj", "dative", "iobj"])
_OPENING = 3  # tokens before a possessive that opens a sentence: "Since its", "At the time of her"
_FRONTED = frozenset(["IN", "VBG", "VBN"])  # tags of what opens a sentence before its subject
_SHARING = frozenset(["xcomp", "conj", "advcl", "pcomp"])  # verbs whose subject is that of another
_PLACING = frozenset(
    ["in", "at", "with", "from", "under", "besides", "on", "near", "across", "outside"]
)
_OPENED = ("Facility", "TransportCorridor", "Project", "EconomicZone", "Event")
_RUN = frozenset(["run", "manage", "fund", "finance"])  # what ministries are as well
_MEASURES = frozenset(["long", "wide", "tall", "high", "deep"])


def find_role(parse: Parse, token: int, raising: Container[str]) -> tuple[int, str]:
    """The verb whose subject a token is, and how: "it is expected to be [opened]" by the infinitive."""
    verb, dep = parse.heads[token], parse.deps[token]
    if dep not in SUBJECTS or parse.lemmas[verb] not in raising:
        return verb, dep
    inner = [c for c in parse.children[verb] if parse.deps[c] == "xcomp" and parse.tags[c] == "VB"]
    if not inner:
        inner = [c for c in parse.children[verb] if parse.deps[c] == "xcomp" and c > verb]
    if not inner:
        return verb, dep
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[inner[0]])
    return inner[0], "nsubjpass" if passive else "nsubj"


def is_doer(parse: Parse, token: int, verb: int, deeds: frozenset[str]) -> bool:
    """Whether the token is the subject of one of the verbs, `verb` being the one it acts by."""
    doing = parse.deps[token] == "nsubj" or verb != parse.heads[token]
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb])
    return doing and not passive and parse.lemmas[verb] in deeds


def is_work(
    parse: Parse, verb: int, dep: str, made: frozenset[str], leading: frozenset[str]
) -> bool:
    """Whether it is built or run by somebody, or leads somewhere: what no town or country is or does."""
    lemma = parse.lemmas[verb]
    measured = lemma == "be" and any(  # "it is 120 km long"
        parse.words[c] in _MEASURES for c in parse.children[verb]
    )
    return (dep == "nsubjpass" and lemma in made) or (
        dep == "nsubj" and (lemma in leading or measured)
    )


def is_placed(parse: Parse, token: int) -> bool:
    """ "It is located at the port": works, and hardly the firms that run them."""
    verb = parse.lemmas[parse.heads[token]]
    return parse.deps[token] in SUBJECTS and verb in {"locate", "situate"}


def keep_works(
    found: list[Referent],
    beside: list[Referent],
    token: int,
    parse: Parse,
    words: CoreferenceWords,
    ontology: Ontology,
) -> list[Referent]:
    """What may be built, may lead somewhere or be located, where the verb says so; else all of them.

    `beside` are also those of the sentence before in another paragraph.
    """
    if is_placed(parse, token):
        return [r for r in found if not ontology.is_a(r.type, "Organization")] or found
    verb, dep = find_role(parse, token, words.raising)
    deps = {parse.deps[c] for c in parse.children[verb]}
    if dep == "nsubj" and parse.lemmas[verb] in words.starting and "dobj" not in deps:
        return [r for r in found if any(ontology.is_a(r.type, k) for k in _OPENED)] or found
    if is_work(parse, verb, dep, words.made, words.leading):
        public = () if parse.lemmas[verb] in _RUN else ("GovernmentBody",)
        found = [r for r in found if r.type not in (*SETTLED, *public)] or found
        if parse.lemmas[verb] in words.raised | {"be"}:  # "it will be built": no firm is
            return [
                r for r in beside if any(ontology.is_a(r.type, k) for k in WORKS_AND_ZONES)
            ] or found
    return found


def is_modifier(parse: Parse, token: int, kinds: Mapping[str, str]) -> bool:
    """Whether it only tells which thing is meant: "the Norvik plant", "Peru's largest bank".

    `kinds` has the types of common nouns.
    """
    head = parse.heads[token]
    owner = parse.deps[token] == "poss" and kinds.get(parse.lemmas[head]) == "Company"
    return owner or (parse.deps[token] in {"compound", "nmod", "amod"} and head > token)


def stands_in_opening(parse: Parse, referent: int, token: int) -> bool:
    """Whether the pronoun is the subject behind an opening that tells of it and names another.

    "Listed on the Zenda Exchange in 2004, it": who was listed is "it", so the exchange is not.
    "Besides the plant in Zenda, it": neither plant nor town.
    """
    start = parse.sentences[parse.sentence_of[token]][0]
    if parse.tags[token] == "NN":  # "Located north of the port, the project"
        while token > start and parse.tags[token] in {"NN", "JJ", "HYPH", "CD"}:
            token -= 1
    elif parse.tags[token] != "PRP" or parse.tags[referent] == "PRP$":
        return False  # "In [his] speech, he" is of one and the same
    before = range(start, token)
    if referent < start or not before or parse.words[token - 1] != ",":
        return False
    with_it = [k for k in range(start, referent) if parse.words[k].lower() == "with"]
    if with_it and "," not in parse.words[with_it[-1] : referent]:
        return True  # "In partnership with Norvik Bank, it"
    tags = [parse.tags[k] for k in before]
    first = next((tag for tag in tags if tag not in {"RB", "IN"}), "")
    placed = parse.words[start].lower() in _PLACING and parse.tags[token] == "PRP"
    told = first in {"VBG", "VBN"} or placed
    return told and FINITE.isdisjoint(tags)


def find_parties(parse: Parse, token: int) -> list[int]:
    """The subjects of a clause in which the token is something else: "X bought the firm" tells of two.

    Empty where the token is, or belongs to, a subject itself; owners may be the subject again, but for
    "X is the firm's rival".
    """
    k, owner = token, parse.deps[token] == "poss"
    while parse.heads[k] != k and parse.deps[k] not in SUBJECTS:
        last, k = k, parse.heads[k]
        if parse.tags[k][:1] != "V":
            continue
        if owner and parse.deps[last] != "attr":
            return []
        subjects = [c for c in parse.list_subjects(k) if c < token]
        if subjects or parse.deps[k] not in _SHARING:
            return [
                *subjects,
                *(c for s in subjects for c in parse.children[s] if parse.deps[c] == "conj"),
            ]
    return []


def find_beside(parse: Parse, token: int) -> list[int]:
    """The objects of a pronoun's verb before it: in "lent [the firm] money for it" two things are told."""
    k = token
    while parse.heads[k] != k and parse.tags[k][:1] != "V":
        k = parse.heads[k]
    return [c for c in parse.children[k] if parse.deps[c] in _OBJECTS and c < token]


def find_crossers(parse: Parse, token: int, crossing: Container[str]) -> list[int]:
    """Who does what is done to others: "invited [Ruritania] to invest in the country's ports".

    The subjects of the nearest verb above the token, or those it is asked of; none where that verb
    may be done at home.
    """
    k = token
    while parse.heads[k] != k and parse.tags[k][:1] != "V":
        k = parse.heads[k]
    if parse.lemmas[k] not in crossing:
        return []
    while parse.heads[k] != k:
        doers = [c for c in parse.children[k] if parse.deps[c] in {*SUBJECTS, "agent"}]
        if doers or parse.deps[k] not in _SHARING:
            return [d for c in doers for d in (c, *_find_joined(parse, c))]
        verb = parse.heads[k]
        asked = [c for c in parse.children[verb] if parse.deps[c] == "dobj" and c < k]
        if asked and parse.deps[k] == "xcomp":
            return asked
        k = verb
    return parse.list_subjects(k)


def _find_joined(parse: Parse, token: int) -> list[int]:
    return [c for c in parse.children[token] if parse.deps[c] == "conj"]


def choose_doers(near: list[Referent], far: list[Referent], ontology: Ontology) -> list[Referent]:
    """Who may have done it: companies, bodies and countries, else towns, else one told farther back."""

    def pick(referents: list[Referent], *kinds: str) -> list[Referent]:
        return [r for r in referents if any(ontology.is_a(r.type, kind) for kind in kinds)]

    doers = pick(near, "Organization", "Country")
    return doers or pick(near, "City", "Province", "District") or pick(far, "Organization")


def find_own_subject(parse: Parse, token: int, dealing: frozenset[str]) -> int | None:
    """The subject of the verb that a possessive belongs to, through infinitives and opening phrases.

    "Norvik agreed to sell its plant"; "With its seat in Zenda, Norvik makes pumps", where it comes later.
    With a verb of `dealing` with somebody it is the object: "relieved X of his post".
    """
    k = token
    while True:
        while parse.tags[k][:1] != "V" and parse.heads[k] != k:
            k = parse.heads[k]
        dealt = _find_dealt(parse, token, k) if parse.lemmas[k] in dealing else None
        if dealt is not None:
            return dealt
        subjects = [c for c in parse.children[k] if parse.deps[c] in {*SUBJECTS, "agent"}]
        before = [c for c in subjects if c < token]
        if before:
            return before[-1]
        if subjects and parse.deps[k] == "ccomp" and parse.heads[token] in subjects:
            k = parse.heads[k]  # "Norvik said its unit would close"
            continue
        if subjects:
            start = parse.sentences[parse.sentence_of[token]][0]
            opened = start >= token - _OPENING or parse.tags[start] in _FRONTED
            return subjects[0] if opened and "," in parse.words[token : subjects[0]] else None
        if parse.deps[k] == "acl" and _tells_name(parse, k):
            return parse.heads[k]  # "Norvik, known for its rugs"
        fronted = parse.deps[k] == "acl" and _is_fronted(parse, k)
        if (parse.deps[k] not in _SHARING and not fronted) or parse.heads[k] == k:
            return None
        k = parse.heads[k]


def _tells_name(parse: Parse, verb: int) -> bool:
    """Whether a participle behind a comma tells of the name before it."""
    noun = parse.heads[verb]
    named = noun < verb and parse.tags[noun] in {"NNP", "NNPS"} and parse.tags[verb] == "VBN"
    return named and "," in parse.words[noun + 1 : verb]


def _is_fronted(parse: Parse, verb: int) -> bool:
    """ "Beyond the cuts told at its mills, Norvik": a phrase that opens a sentence, before any subject."""
    start = parse.sentences[parse.sentence_of[verb]][0]
    before = range(start, verb)
    return parse.tags[start] in _FRONTED and not any(parse.deps[c] in SUBJECTS for c in before)


def _find_dealt(parse: Parse, token: int, verb: int) -> int | None:
    """The object of the verb, where the possessive stands behind a preposition after it."""
    objects = [c for c in parse.children[verb] if parse.deps[c] == "dobj" and c < token]
    if not objects or parse.heads[token] == objects[-1]:
        return None
    between = parse.tags[objects[-1] + 1 : token]
    return objects[-1] if "IN" in between and "," not in between else None


def has_head(tokens: Tokens, token: int, heads: frozenset[str]) -> bool:
    """ "its [chief executive]": what only bodies and firms have stands behind the possessive."""
    return tokens.tags[token] == "PRP$" and not heads.isdisjoint(
        tokens.lower[token + 1 : token + 4]
    )


def find_places_beside(parse: Parse, head: int, told: dict[int, tuple[Mention, int]]) -> set[int]:
    """The chains of what other prepositions of the same verb govern: "from Tarn to the city"."""
    preposition = parse.heads[head]
    if parse.tags[preposition] not in {"IN", "TO"}:
        return set()
    return {
        told[k][1]
        for other in parse.children[parse.heads[preposition]]
        if parse.tags[other] in {"IN", "TO"} and other != preposition
        for k in parse.children[other]
        if k in told and k < head
    }


def is_own(
    mention: Mention, referent: Referent | None, group: str, ontology: Ontology, *, female: bool
) -> bool:
    """Whether a possessive of a group may go back to the subject of its own verb."""
    person = ontology.is_a(mention.type, "Person")
    if (group == "person") != person:
        return False
    if person and (referent is None or referent.female not in {None, female}):
        return False
    return mention.kind is not MentionKind.PRONOUN and bool(mention.type)
