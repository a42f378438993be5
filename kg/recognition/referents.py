"""What a document has told of so far, as pronouns and nominals look it up."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse
from kg.ontology import Ontology
from kg.recognition.appositions import agree
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_JOINED = load_lexicon("nominals").get("joined_firms")
_ANY_OCCASION = frozenset(["event", "occasion", "gathering", "meeting", "convention"])
_NO_OCCASIONS = load_lexicon("nominals").get("no_occasions")


@dataclass(slots=True)
class Referent:
    """A thing told so far in the document."""

    chain: int
    type: str
    last_sentence: int
    last_token: int
    count: int
    subject: bool
    mention: Mention
    heads: set[str]
    plural: bool = False
    female: bool | None = None  # as a pronoun has told
    origins: set[str] = field(default_factory=set)  # countries that the text tells of it
    early: bool = False  # first told in headline or lead
    opens: bool = False  # the same, by a name
    inner: bool = False  # last told within another name or noun phrase

    agent: bool = False  # last told behind "by"
    object: bool = False  # last told as a verb's object
    called: dict[str, int] = field(default_factory=dict)  # nouns for it → where told last
    subject_in: int = -1  # the last sentence in which it was a subject
    spoke_in: int = -1  # the last sentence that it said something in
    first_sentence: int = -1

    def __post_init__(self) -> None:
        """It is first told where it is last told, as nothing follows yet."""
        self.first_sentence = self.last_sentence

    def tell(self, sentence: int, token: int, *, subject: bool) -> None:
        """Records that it is told again."""
        self.last_sentence, self.last_token = sentence, token
        self.subject_in = sentence if subject else self.subject_in
        self.subject = (
            self.subject_in == sentence
        )  # "Norvik sold its mill": "its" takes nothing from it
        self.count += 1

    @property
    def joined(self) -> bool:
        """Whether it is "the merged group", which "the company" does not mean."""
        return not self.named and not _JOINED.isdisjoint(self.mention.text.lower().split())

    @property
    def named(self) -> bool:
        """Whether a name tells of it."""
        return self.mention.kind is MentionKind.NAME


_AROUND = frozenset(
    ["at", "in", "near", "outside", "to", "beside", "from"]
)  # before the place of what is built


QUOTES = frozenset(['"', "”", "''", "’’"])
_CURRENT = 2  # sentences back in which somebody is still at hand


_HUBS = frozenset(["Port", "Airport", "LandPort"])
_SITTINGS = frozenset(["meeting", "session", "talk"])
_WORKS = frozenset(["Project", "Facility", "TransportCorridor"])
_JOINT = load_lexicon("names").get("joint_bodies")
_PARTS = load_lexicon("triggers").get("unit_nouns")


def find_undertakings(
    referents: list[Referent],
    word: str,
    parse: Parse,
    keeping: frozenset[str],
    ontology: Ontology,
) -> list[Referent]:
    """What is built or planned; "operates a depot" tells of one that stands (`keeping` has the verbs).

    Of several that which was called so: "the Zenda Terminal [project] of the Hentz port ... the project".
    """
    found = [
        r
        for r in referents
        if not r.plural
        if r.type != "EconomicZone" or r.mention.known_as is None  # it stands
        if (r.count > 1 or parse.lemmas[parse.heads[r.last_token]] not in keeping | _AROUND)
        and any(
            ontology.is_a(r.type, wanted)
            for wanted in ("Project", "Facility", "TransportCorridor", "EconomicZone")
        )
    ]
    works = [r for r in found if r.type != "EconomicZone"]  # a zone is where they are built
    called = [r for r in works if word in _list_called(parse, r.last_token)]
    return called or works or found


def _list_called(parse: Parse, token: int) -> list[str]:
    """What something is called last, by itself or by a noun right behind its name."""
    return [parse.lemmas[token].lower(), *(w.lower() for w in parse.words[token + 1 : token + 2])]


def may_take_up(
    referent: Referent, kind: str, word: str, anaphoric: Container[str], ontology: Ontology
) -> bool:
    """Whether a definite noun of a kind may stand for it: by a word of its name, or by its kind alone."""
    if word in referent.heads:
        text = referent.mention.text.lower()
        same = text.endswith(f" {word}") or (
            _heads(text, word)  # "the Central Bank of Zenda ... the bank"
            and ontology.is_a(referent.type, "Organization")
            and any(ontology.is_a(kind, k) for k in ("Organization", "Facility"))
        )
        hub = referent.type == "City" and kind in _HUBS  # told as "Zenda, the busiest port"
        return (
            same or hub or agree(referent.type, kind, ontology) or is_called_works(referent, word)
        )
    described = any(c.isupper() for c in referent.mention.text)  # "the Coast Way rail corridor"
    nominal = referent.mention.kind is MentionKind.NOMINAL and word != "facility"
    if kind == "Event" and not _NO_OCCASIONS.isdisjoint(referent.mention.text.lower().split()):
        return False
    nameless = nominal and not (described and kind == "TransportCorridor")
    if nameless or word not in anaphoric:
        return False
    if word == "party":
        return referent.type == "PoliticalParty"
    exact = kind not in {"Organization", "Facility"} or word in {"facility", "organization"}
    return ontology.is_a(referent.type, kind) if exact else referent.type == kind


def is_called_works(referent: Referent, word: str) -> bool:
    """ "The Zenda project, an oil field, ... the field": what works were called, of whatever kind that is."""
    own = referent.mention.text.lower().split()  # the "Silk Road Centre" is no road
    return word in referent.called and word not in own and referent.type in _WORKS


def _heads(text: str, word: str) -> bool:
    """Whether a name goes on behind its head: "the Central Bank of Zenda", "Centre for Safety"."""
    return any(f"{word} {link} " in text for link in ("of", "for"))


def keep_leading(countries: list[Referent]) -> list[Referent]:
    """ "The nation": one that the lead names or that was a subject, before those told beside others."""
    leading = [
        r for r in countries if r.opens or r.subject or r.mention.kind is MentionKind.NOMINAL
    ]
    return leading or countries


def keep_current(people: list[Referent], sentence: int) -> list[Referent]:
    """ "Tavel resigned. … Roe declined. He": who acts now goes before who was told most until then."""
    if not any(r.subject_in >= sentence - 1 for r in people):
        return people
    return [r for r in people if r.last_sentence >= sentence - _CURRENT]


def keep_only_last(
    people: list[Referent], token: int, parse: Parse, speech: Container[str]
) -> list[Referent]:
    """ "It is run by Roe. He has sued": the only one whom the sentence before tells of, unless one goes on speaking."""
    sentence = parse.sentence_of[token]
    opens = parse.sentences[sentence][0] == token and parse.deps[token] == "nsubj"
    verb = parse.heads[token]
    if not opens or parse.lemmas[verb] in speech or len(people) < _CURRENT:
        return people
    last = [r for r in people if r.last_sentence == sentence - 1]
    return last if len(last) == 1 and not last[0].inner else people


def leave_quoted(found: list[Referent], sentence: int) -> list[Referent]:
    """ "[We have hired Tarka,]" it said": who is first told in a quotation does not speak it."""
    return [r for r in found if r.first_sentence < sentence] or found


def keep_speaker(
    people: list[Referent], sentence: int, *, behind_quote: bool = False
) -> list[Referent]:
    """ "X met Y and said …. He added": who spoke last, if nobody else has acted since, but in what is quoted."""
    last = max((r.spoke_in for r in people), default=-1)
    if last < sentence - _CURRENT or last < 0:
        return people
    speakers = [r for r in people if r.spoke_in == last]
    now = sentence if behind_quote else sentence + 1
    acted = any(last < r.subject_in < now for r in people if r not in speakers)
    return speakers if len(speakers) == 1 and not acted else people


def is_last_alone(referents: list[Referent]) -> bool:
    """Whether the sentence that tells of them last tells of one of them only."""
    last = max((r.last_sentence for r in referents), default=-1)
    return sum(r.last_sentence == last for r in referents) == 1


def find_occasion(referents: Iterable[Referent], word: str, ontology: Ontology) -> list[Referent]:
    """ "the expo", however far back: the occasion with the word in its name, where one alone has it.

    In a text that tells but one occasion, named or not, "the event" is that one.
    """
    told = [r for r in referents if ontology.is_a(r.type, "Event")]
    named = [r for r in told if r.named]
    named = [r for r in named if word in r.heads or (word in _SITTINGS and _is_sitting(r))]
    if not named and len(told) == 1 and not told[0].plural:
        return told if word in _ANY_OCCASION or word in told[0].mention.text.lower().split() else []
    return named if len(named) == 1 else []


def _is_sitting(referent: Referent) -> bool:
    """ "the sixteenth Joint Commission": a time that a body met, and so a meeting."""
    return not _JOINT.isdisjoint(referent.mention.text.lower().split())


def find_salience(
    referent: Referent,
    token: int,
    parse: Parse,
    paragraph_of: Sequence[int],
    speaking_for: tuple[int, int] | None,
) -> float:
    """How near at hand a thing is for what stands at a token; `speaking_for` is a chain and a sentence."""
    sentence = parse.sentence_of[token]
    distance = sentence - referent.last_sentence
    value = 1.0 / (1 + distance) + 0.1 * min(referent.count, 5)
    value += 0.5 if referent.subject else 0.25 if referent.object else 0.0
    value += 0.25 if referent.opens else 0.0
    if referent.mention.kind is MentionKind.NOMINAL:
        value += _weigh_nameless(referent)
    if speaking_for is not None and sentence - speaking_for[1] <= 1:
        # "X, chairwoman of Y, said the company …": hers, not the one told most often
        value += 0.8 if referent.chain == speaking_for[0] else 0.0
    if paragraph_of[referent.last_sentence] == paragraph_of[sentence]:
        value += 0.3
    if referent.mention.kind is MentionKind.ADJECTIVE:
        value -= 0.3
    return value


def _weigh_nameless(referent: Referent) -> float:
    """A nameless firm is seldom "it", but "the merged group" is, and not those that make it."""
    if referent.type != "Company":
        return -0.2
    return 0.4 if referent.joined and referent.subject else -0.4


def touch_places(referents: Iterable[Referent], body: str, sentence: int) -> None:
    """ "the Zenda Trade Commission": a place told before is told again by the name of its body."""
    for referent in referents:
        if body.startswith(referent.mention.text + " "):
            referent.last_sentence = max(referent.last_sentence, sentence)
            referent.count += 1


def is_near(referent: Referent, sentence: int, paragraph_of: Sequence[int]) -> bool:
    """In the paragraph, or the subject of the sentence before it."""
    same = paragraph_of[referent.last_sentence] == paragraph_of[sentence]
    return same or (referent.subject and sentence - referent.last_sentence == 1)


def is_named_apart(nominal: Nominal, tokens: Tokens, referent: Referent) -> bool:
    """ "the Tarn-Hentz section" is not "the Zenda-Strelsau section": ends with other names tell another way.

    Nor is "the Ruritanian unit" the "domestic unit".
    """
    if nominal.type == "Company" and tokens.lower[nominal.head] in _PARTS:
        own = set(referent.mention.text.lower().split()[:-1])
        told = set(tokens.lower[nominal.start : nominal.head])
        return not referent.named and bool(own) and bool(told) and own.isdisjoint(told)
    if nominal.type != "TransportCorridor" or "-" not in tokens.words[nominal.start : nominal.head]:
        return False
    ends = {w for w in tokens.words[nominal.start : nominal.head] if w[:1].isupper()}
    own = {w for w in referent.mention.text.replace("-", " ").split() if w[:1].isupper()}
    return bool(ends) and bool(own) and ends.isdisjoint(own)


def keep_called(
    found: Sequence[Referent], alike: Iterable[str], word: str, sentence: int
) -> list[Referent]:
    """Those that the sentence has called so, or the only one it has called by any of the words alike."""
    words = tuple(alike)
    here = [r for r in found if any(r.called.get(w) == sentence for w in words)]
    return here if len(here) == 1 else [r for r in here if r.called.get(word) == sentence]
