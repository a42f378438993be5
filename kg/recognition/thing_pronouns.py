"""What "it" and "its" may stand for: by what is done to it, and by what the sentence before was about."""

from collections.abc import Container, Mapping

from kg.model.mention import SETTLED
from kg.model.parse import SUBJECTS, Parse
from kg.ontology import Ontology
from kg.recognition.appositions import may_be
from kg.recognition.coreference_words import CoreferenceWords
from kg.recognition.new_works import find_new_works
from kg.recognition.pronoun_roles import choose_doers, find_role, has_head, is_doer, keep_works
from kg.recognition.referents import Referent, is_near
from kg.recognition.tokens import Tokens
from kg.recognition.told_works import find_told_works

_NO_THINGS = frozenset(["NaturalFeature", "Sector", "Agreement", "Region"])  # hardly ever "it"
_CALLED = frozenset(["Project", "Facility", "TransportCorridor", "EconomicZone", "Event"])
_MADE = (*sorted(_CALLED), "Product")
_QUOTES = frozenset(["“", '"', "``", "‘"])
_CLIMBED = 7  # heads from a possessive up to the verb of its clause

_OF_FIRMS = frozenset(["director", "ceo", "cfo", "coo", "manager", "executive", "boss", "rector"])


def find_meant(
    token: int,
    recent: list[Referent],
    tokens: Tokens,
    words: CoreferenceWords,
    ontology: Ontology,
    paragraph_of: tuple[int, ...],
    kinds: Mapping[str, str],
) -> list[Referent]:
    """Those of the things told in the last three sentences that a pronoun for a thing may mean."""
    parse, sentence = tokens.parse, tokens.parse.sentence_of[token]
    near = (r for r in recent if sentence - r.last_sentence <= 2)
    told = [
        r
        for r in near
        if not (r.plural or r.inner or r.type in _NO_THINGS or ontology.is_a(r.type, "Person"))
    ]
    if tokens.tags[token] == "PRP$" and parse.lemmas[parse.heads[token]] in words.had_by_agents:
        told = [r for r in told if r.type in SETTLED or ontology.is_a(r.type, "Organization")]
    own = _keep_built(told, token, tokens, words, ontology)
    fitting = _leave_goals([r for r in own if is_near(r, sentence, paragraph_of)], token, tokens)
    headed = has_head(tokens, token, words.heads_of_firms)
    if headed and not any(r.last_sentence == sentence for r in fitting):
        acting = [r for r in fitting if r.subject_in == sentence - 1 and not r.agent]
        run = has_head(tokens, token, words.heads_of_works)
        works = [r for r in acting if run and ontology.is_a(r.type, "Facility")]
        bodies = [r for r in recent if ontology.is_a(r.type, "Organization")]
        return works or bodies or fitting
    verb = find_role(parse, token, words.raising)[0]
    for find in (find_new_works, _find_able, find_told_works):
        if new := find(fitting, token, tokens, words, ontology):
            return new
    if is_doer(parse, token, verb, words.deeds):  # "it hired": no plant does
        able = fitting if parse.lemmas[verb] in words.workings else []  # but one may employ
        doers = _find_works(able, sentence, ontology) or choose_doers(fitting, recent, ontology)
        return doers or _find_employer(able, sentence, ontology)
    fitting = _keep_called(fitting, token, tokens, kinds, ontology)
    beside = [r for r in told if r in fitting or r.last_sentence == sentence - 1]
    fitting = keep_works(fitting, beside, token, tokens.parse, words, ontology)
    return _keep_subject_before(fitting, token, tokens)


def _keep_built(
    found: list[Referent],
    token: int,
    tokens: Tokens,
    words: CoreferenceWords,
    ontology: Ontology,
) -> list[Referent]:
    """ "Its cost", "its construction": that of works, and of no land, town or firm told in passing."""
    had = tokens.lower[tokens.parse.heads[token]] if tokens.tags[token] == "PRP$" else ""
    if not words.had_by_works & {had, tokens.lower_at(token + 1)} or not had:
        return found  # "its first phase" as "its construction"
    before = tokens.parse.sentence_of[token] - 1
    kept = [r for r in found if any(ontology.is_a(r.type, kind) for kind in _MADE)]
    return kept or [r for r in found if r.subject_in >= before and r.type not in SETTLED]


def _find_able(
    found: list[Referent],
    token: int,
    tokens: Tokens,
    words: CoreferenceWords,
    ontology: Ontology,
) -> list[Referent]:
    """ "X lent 5 million for the terminal. It will be able to handle 9,000 ships": the works just told."""
    parse = tokens.parse
    end = parse.sentences[parse.sentence_of[token]][1]
    said = {*tokens.lower[token + 1 : min(token + 6, end)]}
    lemmas = parse.lemmas[token + 1 : min(token + 6, end)]
    able = not said.isdisjoint({"can", "could"}) or {"will", "able"} <= said
    if not able or parse.deps[token] != "nsubj" or words.throughput.isdisjoint(lemmas):
        return []
    near = [r for r in found if r.last_sentence >= parse.sentence_of[token] - 1]
    works = [r for r in near if ontology.is_a(r.type, "Facility")]
    return works if len(works) == 1 else []


def _find_works(found: list[Referent], sentence: int, ontology: Ontology) -> list[Referent]:
    """ "The mill opened in 2018. It employs 90": the works that the sentence before was about."""
    subjects = [r for r in found if r.subject_in == sentence - 1 and not r.agent]
    works = [r for r in subjects if ontology.is_a(r.type, "Facility")]
    return works if len(works) == len(subjects) == 1 else []


def _find_employer(found: list[Referent], sentence: int, ontology: Ontology) -> list[Referent]:
    """ "It employs 90", where no firm or town is told: the only works of the sentence before."""
    near = [r for r in found if r.last_sentence == sentence - 1]
    works = [r for r in near if ontology.is_a(r.type, "Facility")]
    return works if len(works) == 1 else []


def _keep_called(
    found: list[Referent],
    token: int,
    tokens: Tokens,
    kinds: Mapping[str, str],
    ontology: Ontology,
) -> list[Referent]:
    """ "It is a large-scale project", "it is the longest bridge": what may be called so, by its kind."""
    parse, verb = tokens.parse, tokens.parse.heads[token]
    if parse.deps[token] != "nsubj" or parse.lemmas[verb] != "be":
        return found
    called = [kinds.get(parse.lemmas[c]) for c in parse.children[verb] if parse.deps[c] == "attr"]
    kind = called[0] if called else None
    if kind not in _CALLED:
        return found
    return [r for r in found if may_be(r.type, kind, ontology)]


def _keep_subject_before(found: list[Referent], token: int, tokens: Tokens) -> list[Referent]:
    """ "The new port will cost 5 million. It": what was told last is no less near than older subjects."""
    parse = tokens.parse
    sentence = parse.sentence_of[token]
    start = parse.sentences[sentence][0]
    start += tokens.words[start] in _QUOTES
    opens = start == token and parse.deps[token] in SUBJECTS
    subjects = [r for r in found if r.subject_in == sentence - 1]
    if not opens or not subjects:
        return found
    near = [r for r in found if r.last_sentence >= sentence - 1]
    main = [r for r in subjects if not (r.agent or _acts_inside(r, parse))]
    if main:  # "The project, in which Norvik has a stake, will cost 2 million. It"
        near = [r for r in near if r not in subjects or not _acts_inside(r, parse)]
        subjects = main
    plain = any(not r.agent for r in subjects)
    return [r for r in near if not (r.agent and plain)]  # "The mill was built by X. It makes paper"


def _acts_inside(referent: Referent, parse: Parse) -> bool:
    """Whether it was last told as the subject of a relative clause about something else."""
    verb = parse.heads[referent.last_token]
    noun = parse.heads[verb]
    active = parse.deps[referent.last_token] in SUBJECTS and parse.deps[verb] == "relcl"
    return active and noun < referent.last_token and parse.deps[noun] in SUBJECTS


def _leave_goals(found: list[Referent], token: int, tokens: Tokens) -> list[Referent]:
    """ "The mill makes yarn for Ruritania. It": works that a sentence was about, and no land told with them."""
    parse, sentence = tokens.parse, tokens.parse.sentence_of[token]
    start = parse.sentences[sentence][0]
    start += tokens.words[start] in _QUOTES
    about = [r for r in found if r.subject_in == sentence - 1 and not r.agent]
    opens = start == token and parse.deps[token] in SUBJECTS
    if not opens or not any(r.type in _CALLED for r in about):
        return found
    return [r for r in found if r.type not in SETTLED or r in about]


def stands_for_untold(
    parse: Parse, token: int, told: Container[int], measures: Container[str]
) -> bool:
    """ "Parking may be costly, but it is not safe": what the clause before is about and is no thing, nor tells of one.

    What is measured is somebody's, who may go on: "profit rose as it sold more".
    """
    verb = parse.heads[token]
    if parse.deps[token] not in SUBJECTS or parse.deps[verb] not in {"conj", "advcl"}:
        return False
    before = [c for c in parse.list_subjects(parse.heads[verb]) if c < token]
    if not before or before[-1] in told or parse.heads[verb] > verb:
        return False
    owned = any(parse.deps[c] in {"poss", "prep"} for c in parse.children[before[-1]])
    owned = owned or any(k in told for k in range(before[-1], token))  # "funds for Norvik, as it"
    noun = parse.tags[before[-1]] == "NN" and parse.lemmas[before[-1]] not in measures
    return noun and not owned


def find_where(parse: Parse, token: int) -> int:
    """The noun that a clause with a possessive tells of: "the [zone], where he met its head"; -1 if none."""
    if parse.tags[token] != "PRP$":
        return -1
    k = token
    for _ in range(_CLIMBED):
        if parse.deps[k] == "relcl" and "where" in [parse.words[c] for c in parse.children[k]]:
            return parse.heads[k]
        k = parse.heads[k]
    return -1


def leave_lands(
    recent: list[Referent], token: int, tokens: Tokens, ontology: Ontology
) -> list[Referent]:
    """ "[Its] director": of a firm, body or port, where one is told; no land and no town has such."""
    head = tokens.parse.heads[token]
    if tokens.tags[token] != "PRP$" or tokens.lower[head] not in _OF_FIRMS:
        return recent
    kinds = ("Organization", "Facility")
    return [r for r in recent if any(ontology.is_a(r.type, k) for k in kinds)] or recent
