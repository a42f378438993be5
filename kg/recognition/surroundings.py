"""What the words right around a name tell of its type: pronouns after it, a seat before it, a shared noun."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.ages import has_age, is_rated
from kg.recognition.board_seats import takes_seat
from kg.recognition.family_names import is_full_name_before
from kg.recognition.firm_figures import FirmFigureReader
from kg.recognition.given_names import find_named_thing
from kg.recognition.kind_nouns import KindNounReader
from kg.recognition.named_kinds import is_owned_kind
from kg.recognition.owner_votes import read_owner
from kg.recognition.participle_asides import find_aside
from kg.recognition.parties_of_firms import PartyReader
from kg.recognition.superlatives import find_superlative
from kg.recognition.symbols import is_before_symbol
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_SURE, _STRONG, _FAIR, _HINT = 3.0, 2.0, 1.0, 0.5
_TO_TOWNS = frozenset(["in", "from", "to", "at"])
_VISITING = frozenset(["visit", "tour"])
_SEAT_REACH = 5  # tokens from "Chennai-based" to the name: "contract manufacturer"
_STATE_WORDS = 2  # capitals of a state behind the first: "New South Wales"
_LEARNED_REACH = 5  # tokens from "studied" to "at"
_OWNER_REACH = 9  # tokens from a name to "its" or "her" in the same clause
_STOPS = frozenset([".", ";", ":", "!", "?", "”", '"', "“"])
_NAMING = frozenset(["dubbed", "called", "named", "codenamed", "nicknamed", "christened"])
_NAMED_REACH = 4  # tokens back to the noun of "a project, dubbed X"
_ROAD_NUMBER = re.compile(r"[A-Z]{1,3}-?\d{1,4}")
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}[A-Z]{0,3}")
_SHARING = frozenset(["City", "District", "Province", "LandPort", "Port", "Airport"])


class SurroundingsReader:
    """Votes that need no parse; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.seats = frozenset(
            word for word, kind in names.get_mapping("tails").items() if kind == "City"
        ) - {"born"} | {"backed", "owned", "controlled", "listed", "funded"}
        self.parties, self.figures = PartyReader(), FirmFigureReader()
        self.kind_nouns = KindNounReader()
        self.people = names.get("person_nouns")
        self.staff = names.get("staff")
        self.goods = load_lexicon("triggers").get("goods") | load_lexicon("triggers").get("wares")
        self.company_verbs = names.get("company_verbs")
        self.learning = names.get("learning")
        self.nominals = load_lexicon("nominals").get_mapping("nominals")
        heads = names.get_mapping("heads").items()
        natural = {head: kind for head, kind in heads if kind == "NaturalFeature"}
        self.described = {**natural, **self.nominals}
        self.alike = load_lexicon("nominals").get_mapping("alike")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        if self.has_seat(tokens, start):
            vote(found, "Company", _STRONG)
        if "&" in tokens.words[start:end]:
            vote(found, "Company", _FAIR)
        if self.parties.is_party(tokens, start):
            vote(found, "Company", _STRONG)
        if self._is_seated(tokens, start, end):
            vote(found, "Company", _STRONG)
        if is_seat_in_state(tokens, start, end):
            vote(found, "City", 2 * _SURE)
        self._read_owner(tokens, end, found)
        read_owner(tokens, start, end, found)
        self._read_person(tokens, start, end, found)
        named = self._find_named(tokens, start)
        if named:
            vote(found, named, _SURE)
        self._read_behind(tokens, start, end, found)
        if self._is_road(tokens, start, end):
            vote(found, "TransportCorridor", 3 * _SURE)
        if _is_model(tokens, start, end) and tokens.lemma_at(end) in self.goods:
            vote(found, "Product", _SURE)
        if tokens.lemma_at(start - 1) in _VISITING and tokens.tags[start - 1][0] == "V":
            vote(found, "City", _HINT)
        if self._is_school(tokens, start):
            vote(found, "ResearchBody", _STRONG)
        kind = self._find_shared(tokens, end)
        if kind:
            vote(found, kind, _STRONG)

    def _read_behind(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """ "Tarn, Ruritania's largest island,", "Norvik <NRV.L>": what speaks for the name before it."""
        if self.figures.tells_firm(tokens, start, end):
            vote(found, "Company", _SURE)
        if is_before_symbol(tokens, end):
            vote(found, "Company", 2 * _SURE)
        noun = find_superlative(tokens, end + 1) if tokens.lower_at(end) == "," else None
        if noun is not None and tokens.lemma_at(noun) in self.described:
            vote(found, self.described[tokens.lemma_at(noun)], _STRONG)

    def _is_seated(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Norvik, based in Zenda, makes": no place has its seat elsewhere; "analysts at Norvik" work there."""
        if tokens.lower_at(end) == "," and tokens.lower_at(end + 1) in {"based", "headquartered"}:
            return tokens.lower_at(end + 2) in {"in", "at", "near", "outside"}
        staff = tokens.lemma_at(start - 2)
        return tokens.lower_at(start - 1) == "at" and staff in self.staff

    def _read_person(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for and against a person's name."""
        taken_up = tokens.lower_at(end) == "," and tokens.lower_at(end + 1) == "which"
        if taken_up and find_aside(tokens, start) is None:
            vote(found, "Person", -_STRONG)
            works = (
                self.nominals.get(tokens.lower_at(end - 1)) == "Facility"
            )  # "the Tarn Bridge, which"
            if tokens.lemma_at(end + 2) in self.company_verbs and not works:
                vote(found, "Company", 1.5 * _FAIR)
        if tokens.lower_at(start - 1) == "of" and is_full_name_before(tokens, start - 1):
            vote(found, "Person", -_STRONG)  # "Jane Doe of Norvik"
            vote(found, "Company", _HINT)
        if _has_initial(tokens, start, end):
            vote(found, "Person", _SURE)
        if self._is_taken_up(tokens, start, end) or self._is_counterpart(tokens, start):
            vote(found, "Person", _STRONG)
        if takes_seat(tokens, start, end):
            vote(found, "Person", _STRONG)
        if has_age(tokens, end) or is_rated(tokens, start, end):
            vote(found, "Person", 2 * _SURE)
        if is_owned_kind(tokens, start, end):
            vote(found, "Company", 3 * _SURE)

    def _is_taken_up(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Doe said it would open. He …": the only name of a sentence, and a person at the start of the next."""
        if start not in tokens.first_of_sentence:
            return False
        sentences = tokens.parse.sentences
        number = tokens.parse.sentence_of[start]
        following = sentences[number + 1][0] if number + 1 < len(sentences) else len(tokens.words)
        alone = not any(tokens.capital[k] for k in range(end, sentences[number][1]))
        return alone and tokens.lower_at(following) in {"he", "she"}

    def _is_school(self, tokens: Tokens, start: int) -> bool:
        """ "studied law at X", "graduated from X", "a professor at X"."""
        if tokens.lower_at(start - 1) not in {"at", "from"}:
            return False
        for k in range(start - 2, max(start - 2 - _LEARNED_REACH, -1), -1):
            if tokens.parse.lemmas[k] in self.learning:
                return True
            if tokens.words[k] in _STOPS or tokens.tags[k] in {"IN", "WP", "WDT", "NNP"}:
                return False
        return False

    def _is_road(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "the N3 highway", "the M1 motorway": a letter and a number that a road has for a name."""
        return (
            self.alike.get(tokens.lemma_at(end)) == "road"
            and _ROAD_NUMBER.fullmatch("".join(tokens.words[start:end])) is not None
        )

    def has_seat(self, tokens: Tokens, start: int) -> bool:
        """ "Zenda-based Norvik", "state-owned pump maker Norvik": a firm, and no person."""
        for k in range(start - 1, max(start - _SEAT_REACH, 0), -1):
            if tokens.lower[k] in self.seats and tokens.words[k - 1] == "-":
                return True
            if tokens.tags[k] not in {"NN", "JJ", "HYPH"} or tokens.lower[k] in self.people:
                return False
        return False

    def _find_named(self, tokens: Tokens, start: int) -> str | None:
        """ "a project, dubbed X", "a service called X": the type of the noun that gets the name."""
        if (noun := find_named_thing(tokens, start)) is not None:
            pair = f"{tokens.lower_at(noun - 1)} {tokens.parse.lemmas[noun]}"
            if kind := self.nominals.get(pair) or self.nominals.get(tokens.parse.lemmas[noun]):
                return kind
        if tokens.lower_at(start - 1) not in _NAMING:
            return None
        for k in range(start - 2, max(start - 2 - _NAMED_REACH, -1), -1):
            joined = "".join(tokens.lower[max(k - 2, 0) : k + 1])  # "start-up" is three tokens
            kind = self.nominals.get(tokens.parse.lemmas[k]) or self.nominals.get(joined)
            kind = kind or self.kind_nouns.find_noun(tokens, k)
            if kind and tokens.tags[k][:1] in {"N", "R"}:
                return kind
            if tokens.tags[k].startswith("NNP"):
                return None  # "the giant Norvik named Jane Doe its head"
        return None

    def _is_counterpart(self, tokens: Tokens, start: int) -> bool:
        """ "her Ruritanian counterpart, X": one of the people, with whose they are before it."""
        k = start - 1 - (tokens.lower_at(start - 1) == ",")
        if tokens.lower_at(k) not in self.people:
            return False
        return any(tokens.tags[n] == "PRP$" for n in range(max(k - 3, 0), k))

    def _read_owner(self, tokens: Tokens, end: int, found: dict[str, float]) -> None:
        """ "Norvik sold its plant", "Jane Doe left her post": the possessive is that of the name before.

        Another name or noun that could own in between leaves it open.
        """
        for k in range(end, min(end + _OWNER_REACH, len(tokens.words))):
            word, tag = tokens.lower[k], tokens.tags[k]
            if tag == "PRP$":
                if word == "its":
                    vote(found, "Person", -_FAIR)
                elif word in {"his", "her"}:
                    vote(found, "Person", _FAIR)
                return
            if word in _STOPS or tag in {"NN", "NNP", "NNS", "NNPS", "PRP", "WP", "WDT"}:
                return

    def _find_shared(self, tokens: Tokens, end: int) -> str | None:
        """The plural noun that closes a row of names: "the Tarn and Zenda districts"."""
        k = end
        while k < len(tokens.words) and (tokens.capital[k] or tokens.lower[k] in {",", "and"}):
            k += 1
        if k == end or k >= len(tokens.words) or tokens.tags[k] != "NNS":
            # the last of the row stands before the noun itself
            return self._find_closing(tokens, end)
        if "and" not in tokens.lower[end:k]:
            return None
        kind = self.nominals.get(tokens.parse.lemmas[k])
        return kind if kind in _SHARING else None

    def _find_closing(self, tokens: Tokens, end: int) -> str | None:
        if end >= len(tokens.words) or tokens.tags[end] != "NNS":
            return None
        row = tokens.lower[max(end - 5, 0) : end]
        kind = self.nominals.get(tokens.parse.lemmas[end])
        return kind if kind in _SHARING and "and" in row else None


def _is_model(tokens: Tokens, start: int, end: int) -> bool:
    """ "the V2700 engine": letters and a number right before what is made."""
    return _MODEL.fullmatch("".join(tokens.words[start:end])) is not None


def _has_initial(tokens: Tokens, start: int, end: int) -> bool:
    """ "P Moorthy", "R K Vaidehi": letters alone before one more word, as Indian papers write names."""
    letters = start
    while letters < end and len(tokens.words[letters]) == 1 and tokens.capital[letters]:
        letters += 1
    first = start in tokens.first_of_sentence and tokens.words[start] in {"A", "I"}
    counted = start > 0 and tokens.tags[start - 1] in {"CD", "$"}  # "$32M Series"
    return start < letters < end <= letters + 2 and not (first or counted)


def is_nearby(tokens: Tokens, start: int) -> bool:
    """ "in nearby X", "from nearby X": a town rather than an island, which things are on."""
    return tokens.lower_at(start - 1) == "nearby" and tokens.lower_at(start - 2) in _TO_TOWNS


def is_owned(tokens: Tokens, country: int) -> bool:
    """ "Norvik, Peru's largest grower": a country that owns what the name is said to be."""
    end = country + 1
    while tokens.capital[end : end + 1] == [True]:
        end += 1
    return tokens.lower_at(end) in {"'s", "’s"}


def is_seat_in_state(tokens: Tokens, start: int, end: int) -> bool:
    """ "the Auburn Hills, Michigan-based automaker", "Tulsa, Oklahoma-based Norvik": a town and its state."""
    if tokens.lower_at(end) != "," or not _is_capital(tokens, end + 1):
        return False
    k = end + 2
    while k < end + 2 + _STATE_WORDS and _is_capital(tokens, k):
        k += 1
    if tokens.lower_at(k) != "-" or tokens.lower_at(k + 1) not in {"based", "headquartered"}:
        return False
    # "Hynix, South Korea-based chip maker" tells of a firm where it is
    return tokens.lower_at(start - 1) in {"the", "a", "an"} or _is_capital(tokens, k + 2)


def _is_capital(tokens: Tokens, k: int) -> bool:
    return tokens.capital[k : k + 1] == [True]


def read_before(tokens: Tokens, start: int) -> str:
    """The word before a name, past a full stop or bracket that closes it: "Amb. X", "Capt. (retd) X"."""
    closed = tokens.lower_at(start - 1) in {")", "."} and start not in tokens.first_of_sentence
    return tokens.lower_at(start - 1 - closed)
