"""What a document has told so far, noted name by name, and how near each thing is."""

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.topic_labels import is_exchange, is_heading, is_label
from kg.ontology import Ontology
from kg.recognition.appositions import Link
from kg.recognition.coreference_words import load_words
from kg.recognition.forecasts import Forecast
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.genders import is_woman
from kg.recognition.headed_leads import find_headline_start
from kg.recognition.likenesses import LikenessFinder
from kg.recognition.name_roles import find_speech, owns_measure, owns_subject, read_part
from kg.recognition.pronoun_roles import find_parties, is_modifier, stands_in_opening
from kg.recognition.referents import (
    Referent,
    find_salience,
    touch_places,
)
from kg.recognition.tokens import Tokens

_WINDOW = 6  # sentences back; farther antecedents are seldom meant
MEASURES = load_lexicon("measures").get("measure_nouns") | {"share", "stock", "bond"}
_LETTERED = ("EconomicZone", "IntergovernmentalBody", "Project")
# "Sohar Freezone" is "the free zone" and "the zone"
_FUSED = load_lexicon("nominals").get_mapping("fused_heads")
_LIKENED = [["-", word] for word in ("style", "like", "type", "inspired", "modelled", "modeled")]
_SAID = frozenset(["appos", "attr"])


class Walk(Forecast):
    """The state of one walk through a document; `note` is told of each name."""

    def __init__(
        self,
        ontology: Ontology,
        gazetteer: Gazetteer,
        tokens: Tokens,
        paragraph_of: tuple[int, ...],
    ) -> None:
        super().__init__(tokens, gazetteer)
        self.ontology = ontology
        self.paragraph_of = paragraph_of
        self.referents: dict[int, Referent] = {}
        self.speaking_for: tuple[int, int] | None = None  # such a body's chain, and the sentence
        self.headed: tuple[int, int] | None = (
            None  # the paragraph below a heading, and where that begins
        )
        self.sayer: tuple[int, int] | None = None  # the firm or body that said something last
        self.speaking_land: tuple[int, int] | None = None  # the same of a country
        self.datelined: dict[str, tuple[Mention, int]] = {}  # a type → what a dateline has of it
        self.told: dict[int, tuple[Mention, int]] = {}  # a token → its mention and chain
        self.likenesses, self.words = LikenessFinder(ontology, tokens), load_words()

    def note(self, mention: Mention, token: int, chain: int, *, plural: bool = False) -> None:
        """Records that `mention`, with its head at `token`, was just told; datelines and exchanges are left out."""
        first = self.first_tokens.get(token, token)
        likened = self.tokens.lower[token + 1 : token + 3] in _LIKENED
        label = self._is_label(mention, token)
        if likened or is_exchange(self.tokens.words, first, token + 1):
            return
        if token in self.tokens.datelines and not label:
            self.datelined.setdefault(mention.type, (mention, chain))
            return
        for k in range(self._find_begin(mention, token), token + 1):
            self.told[k] = (mention, chain)
        parse = self.tokens.parse
        sentence, named = parse.sentence_of[token], mention.kind is MentionKind.NAME
        title = self.titles.get(token, set())
        heads = {*(own := _list_words(mention)), parse.lemmas[token], *title}
        dep, subject = read_part(parse, first, token, title)
        subject = subject or label or self._acts_by_others(mention, first, token)
        if subject:
            self._note_speaker(chain, sentence)
            self._note_sayer(mention, token, chain, dep)
        old = self.referents.get(chain)
        if old is None:
            old = Referent(chain, mention.type, sentence, token, 0, subject, mention, heads, plural)
            self.referents[chain], old.early = old, sentence <= self.tokens.lead
        # A headline may tell by its kind what the lead names.
        old.opens |= named and old.early and sentence <= self.tokens.lead
        old.origins |= self._find_origins(first, token) if named else set()
        old.inner = token in self.covered or (
            self.ontology.is_a(mention.type, "Place")
            and is_modifier(parse, token, self.likenesses.kinds)
        )
        old.tell(sentence, token, subject=subject)
        self._note_agent(old, first, token, title)
        old.agent, old.object = subject and dep == "pobj", dep == "dobj"
        called = own if named else self._list_callings(mention, token)
        old.called.update(dict.fromkeys(called, sentence))
        if mention.type == "GovernmentBody" and named:
            touch_places(self.referents.values(), mention.text, sentence)
        self._note_heads(old, mention, heads, said=parse.deps[token] in _SAID)

    def _acts_by_others(self, mention: Mention, first: int, token: int) -> bool:
        """ "Ruritania's government has approved", "Norvik's profit rose": what others do for it."""
        parse = self.tokens.parse
        if mention.type == "Country":
            return owns_subject(parse, token)
        if not self.ontology.is_a(mention.type, "Organization"):
            return False
        return owns_measure(parse, first, token, MEASURES) or self._owns_deed(token)

    def _is_label(self, mention: Mention, token: int) -> bool:
        """ "NRV: The company grew": what a label names is what the paragraph is about."""
        if mention.type != "Company" or mention.kind is not MentionKind.NAME:
            return False
        first = self.first_tokens.get(token, token)
        parse, paragraphs, end = self.tokens.parse, self.paragraph_of, token + 1
        heading = is_heading(parse, paragraphs, first, end)
        if heading:
            self.headed = (paragraphs[parse.sentence_of[first]] + 1, first)
        return heading or is_label(parse, paragraphs, first, end)

    def _list_callings(self, mention: Mention, token: int) -> list[str]:
        """What a noun calls a thing: "start-up" is told by three tokens."""
        if mention.kind is not MentionKind.NOMINAL:
            return []
        joined = self.tokens.words[token - 1] == "-"
        whole = ["".join(self.tokens.lower[token - 2 : token + 1])] if joined else []
        return [self.tokens.parse.lemmas[token], *whole]

    def _note_heads(self, old: Referent, mention: Mention, heads: set[str], *, said: bool) -> None:
        """By which words it may be taken up from here on."""
        named = mention.kind is MentionKind.NAME
        if named and not old.named:
            # "its sister company Tarka" does not make Tarka the company of the document
            old.mention, old.heads = mention, (old.heads - self.words.anaphoric) | heads
        elif named or said:  # "the Tarn Dam, a power plant"
            old.heads |= heads  # "the company", once taken up, must not win by it

    def _find_origins(self, first: int, last: int) -> set[str]:
        told = (self.origins.find_before(first), self.origins.find_seat_before(first))
        beside = self.origins.find_behind(last + 1) | self.origins.find_owner(first)
        return {place for place in told if place} | beside

    def _owns_deed(self, token: int) -> bool:
        """ "[Norvik]'s decision was welcomed": what is no thing of its own acts for its owner."""
        parse = self.tokens.parse
        head = parse.heads[token]
        thing = parse.lemmas[head] in self.likenesses.kinds or self.tokens.capital[
            head + 1 : head + 2
        ] == [True]
        return not thing and owns_subject(parse, token)

    def _note_agent(self, agent: Referent, first: int, token: int, title: set[str]) -> None:
        """Whether somebody is a woman, and whether they speak."""
        if not self.ontology.is_a(agent.type, "Agent"):
            return
        person = agent.female is None and self.ontology.is_a(agent.type, "Person")
        if person and agent.mention.kind is MentionKind.NAME:
            agent.female = is_woman(self.tokens, first, token, title)
        parse = self.tokens.parse
        if find_speech(parse, first, token, title, self.words.saying):
            agent.spoke_in = parse.sentence_of[token]

    def _find_begin(self, mention: Mention, token: int) -> int:
        if mention.type == "Event" and mention.kind is MentionKind.NAME:
            return self.tokens.find_cover(mention.span)[0]  # "session of [the Zenda Council]"
        return self.first_tokens.get(token, token)

    def _note_speaker(self, chain: int, sentence: int) -> None:
        """The body and the country that somebody who acts stands for."""
        if chain in self.affiliations:
            self.speaking_for = (self.affiliations[chain], sentence)
        if chain in self.citizens:
            self.speaking_land = (self.citizens[chain], sentence)

    def _note_sayer(self, mention: Mention, token: int, chain: int, dep: str) -> None:
        """The firm or body that says something; none where somebody else does."""
        parse = self.tokens.parse
        if dep == "nsubj" and parse.lemmas[parse.heads[token]] in self.words.speech:
            body = self.ontology.is_a(mention.type, "Organization")
            self.sayer = (chain, parse.sentence_of[token]) if body else None

    def _find_others(self, token: int) -> set[int]:
        """The chains of what acts in the token's clause: "Norvik bought the firm" is of two things."""
        return self._find_chains(find_parties(self.tokens.parse, token))

    def _find_chains(self, tokens: list[int]) -> set[int]:
        return {self.told[k][1] for k in tokens if k in self.told}

    def find_persons(self, token: int) -> list[Referent]:
        """The people told just before a token."""
        return [r for r in self._recent(token, 1) if self.ontology.is_a(r.type, "Person")]

    def _recent(self, token: int, window: int = _WINDOW) -> list[Referent]:
        parse = self.tokens.parse
        sentence = parse.sentence_of[token]
        opening = parse.sentences[sentence][0]
        if self.headed is not None and self.headed[0] == self.paragraph_of[sentence]:
            since: int | None = self.headed[1]
        else:
            since = find_headline_start(parse, self.paragraph_of, self.told, token)
        return [
            r
            for r in self.referents.values()
            if r.last_token < token and sentence - r.last_sentence <= window
            if since is None or r.last_token >= since
            if r.last_token < opening or not stands_in_opening(parse, r.last_token, token)
        ]

    def _best(self, found: list[Referent], token: int, reason: str, score: float) -> Link | None:
        """The most salient candidate; none where two are alike."""
        if not found:
            return None
        ranked = sorted(found, key=lambda r: (-self._weigh(r, token), -r.last_token))
        best = ranked[0]
        if len(ranked) > 1:
            gap = self._weigh(best, token) - self._weigh(ranked[1], token)
            score -= 0.15 if gap < 0.15 else 0.0
        return Link(best.mention, best.type, reason, score, best.chain)

    def _weigh(self, r: Referent, token: int) -> float:
        told_of = self.speaking_land if r.type == "Country" else self.speaking_for
        return find_salience(r, token, self.tokens.parse, self.paragraph_of, told_of)


def _list_words(mention: Mention) -> list[str]:
    """The words of a name, of that by which it is known, and in plain words what they fuse."""
    own = [*mention.text.lower().split(), *_read_known(mention)]
    return [*own, *(part for word in own for part in _FUSED.get(word, "").split())]


def _read_known(mention: Mention) -> list[str]:
    """The words of what known letters stand for: "SCZONE" is a zone."""
    known = mention.known_as if mention.text.isupper() and mention.type in _LETTERED else None
    return known.rpartition("/")[2].split("-") if known else []
