"""Where a run of capitals that may be a name begins."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.bare_letters import is_bare_body
from kg.recognition.codes import is_sum
from kg.recognition.firms_fields import is_firms_field, opens_with_field
from kg.recognition.given_months import is_first_month
from kg.recognition.letters_behind import is_behind_name
from kg.recognition.lone_actors import is_told_elsewhere
from kg.recognition.namesake_places import NAMESAKES, is_in_name, leads_to_house, owns_house
from kg.recognition.run_on_labels import is_run_on_label
from kg.recognition.small_parts import (
    are_strange,
    begins_with_particle,
    find_calling_end,
    is_inner_address,
    is_led_surname,
    is_town_like_title,
)
from kg.recognition.titled_firms import is_in_firm, leads_to_firm
from kg.recognition.tokens import Tokens

_NEVER_FIRST = frozenset(
    "DT PRP PRP$ IN CC WDT WRB WP MD RB RBR TO EX UH PDT".split()  # noqa: SIM905
)
_PRICE = re.compile(r"^[A-Z]{1,3}\d[\d.,]*$")
_UNITS = frozenset(
    "MW GW KW MWp MWh GWh TEU DWT KV MVA KM MTPA MWac MWdc GWp kWp".split()  # noqa: SIM905
)
_SMALL_SURNAMES = frozenset(["Yuan", "He", "She", "You", "So", "An", "Her"])
_WORKS = {"Airport", "Port", "Facility", "ResearchBody", "TransportCorridor", "EconomicZone"}
_NAMESAKE_REACH = 12  # words of such a name
_ROW = 6  # tokens from a plural to the "and" of the names that it tells of
SAINTS = frozenset(["st.", "st", "saint"])
_BEFORE_DATES = [[w] for w in ("on", "in", "since", "by", "until", "last", "this", "late", "early")]


class NameStarts:
    """Tells of single tokens whether a name may begin there; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        heads = names.get_mapping("heads")
        self.given = load_lexicon("given_names").get("given")
        self.heads = frozenset(head.split()[-1] for head in heads)
        self.works = frozenset(h.split()[-1] for h, kind in heads.items() if kind in _WORKS)
        self.pairs = frozenset(head for head in heads if head.count(" ") == 1)
        self.titles = frozenset(load_lexicon("posts").get_mapping("heads"))
        self.pairs |= {title for title in self.titles if title.endswith(" general")}
        self.particles = names.get("particles")
        self.not_names, self.sri_lands = names.get("not_names"), names.get("sri_lands")
        self.honorifics = names.get("honorifics")
        self.addresses, self.retired = names.get("addresses"), names.get("rank_marks")
        behind = self.retired | {f"{word}." for word in self.retired} | names.get("post_nominals")
        firsts = {word.split()[0].rstrip(".") for word in self.honorifics}
        self.may_address = self.honorifics | behind | firsts
        self.former, self.moods = load_lexicon("posts").get("former"), names.get("moods")
        kinds = load_lexicon("nominals").get_mapping("nominals").items()
        firms = {noun for noun, kind in kinds if kind == "Company"} - self.heads
        firms |= names.get("opening_kinds") | names.get("makers") | names.get("sides")
        self.callings = (firms | names.get("person_nouns")) - NAMESAKES

    def can_start(
        self,
        tokens: Tokens,
        i: int,
        broken: frozenset[int],
        inside: frozenset[int],
        places: dict[int, int],
    ) -> bool:
        """Whether a name may begin at token i; the sets are those of ChunkFinder.find."""
        if i in places or is_town_like_title(tokens, i, places):
            return True
        word = tokens.words[i]
        if i in broken or not (tokens.capital[i] or word[:1].isdigit()):
            return i not in broken and begins_with_particle(tokens, i)
        price = _PRICE.match(word) and tokens.words[i + 1 : i + 2] == ["000"]  # "R350 000"
        if price or is_sum(word) or is_run_on_label(tokens, i, self.heads):
            return False
        if word[:1].isdigit():  # "2025 China Industrial Fair"; decided by the head later
            return self._is_edition(tokens, i, broken)
        if word in _UNITS and _is_measured(tokens, i):
            return False
        headed = tokens.lower_at(i + 1) in self.heads and tokens.capital[i + 1]
        if tokens.lower[i] in self.honorifics and (headed or leads_to_firm(tokens, i)):
            # "General Motors", "Dr Norvik Group", but not "Mr Park"
            return tokens.lower[i] not in self.addresses or leads_to_firm(tokens, i)
        person = self._is_surname(tokens, i) or is_first_month(tokens, i)
        if person or is_led_surname(tokens, i, self.titles):
            return True
        if tokens.lower[i] in {"de", "per"} and begins_with_particle(tokens, i):
            return True
        if tokens.lower[i] in self.not_names or self.is_address(tokens, i):
            joined = self._is_joined_name(tokens, i, broken) or is_firms_field(tokens, i)
            return joined and tokens.lower[i] in self.not_names
        if self._is_strange_subject(tokens, i) or self._is_all_of(tokens, i, places):
            return True
        opens = i in tokens.first_of_sentence
        small = tokens.tags[i] in _NEVER_FIRST and not self._is_acronym(tokens, i)
        if small and (i not in inside or opens) and not self._is_odd_capital(tokens, i):
            return False
        return not opens or is_bare_body(tokens, i) or self._starts_name(tokens, i, inside)

    def _is_all_of(self, tokens: Tokens, i: int, places: dict[int, int]) -> bool:
        """ "All China Journalists Association": before a country and, behind it, the head of one body."""
        if tokens.words[i] != "All" or i + 1 not in places:
            return False
        end = i + 1
        while end < len(tokens.words) and tokens.capital[end]:
            end += 1
        head = tokens.lower[end - 1]
        return end - i > 2 and head in self.heads and not head.endswith("s")

    def is_address(self, tokens: Tokens, i: int) -> bool:
        """ "Tuan Razak", but "Le Minh Tuan", "Tuan said": a strange word before a name, and no name itself."""
        if tokens.lower[i] not in self.may_address or is_inner_address(tokens, i):
            return False
        if f"{tokens.lower[i]} {tokens.lower_at(i + 1)}" in self.honorifics:
            return True  # "Tan Sri X"
        if self._is_behind(tokens, i):
            return True
        dotted = tokens.lower_at(i + 1) == "." and f"{tokens.lower[i]}." in self.honorifics
        if not (dotted or tokens.lower[i] in self.honorifics) or self._is_saint(tokens, i):
            return False
        if tokens.lower[i] in NAMESAKES and self._leads_to_work(tokens, i):
            return False
        if tokens.lower[i] == "general" and is_in_firm(tokens, i, self.heads):
            return False  # "Egyptian General Petrochemicals Corporation", "firm General Velmo"
        if f"{tokens.lower_at(i - 1)} {tokens.lower[i]}" in self.pairs:
            return False  # "Directorate General of Mines"
        if tokens.words[i] == "He" and tokens.capital[i - 1 : i] == [True]:
            return False  # "Vice Premier Liu He said"; as an address it is "HE"
        if i and tokens.capital[i - 1] and tokens.lower[i - 1] in self.given - self.honorifics:
            return False  # "Ellen Lord said"
        sentence = tokens.parse.sentence_of[i]
        nxt = i + 1 + (tokens.lower_at(i + 1) in {".", "'"})  # "Engr. X", "Dato' X"
        ends = nxt >= len(tokens.words) or nxt >= tokens.parse.sentences[sentence][1]
        last = ends or not tokens.capital[nxt]
        strange = not tokens.is_common(i) and tokens.words[i].isalpha() and len(tokens.words[i]) > 2
        return not (last and strange and tokens.lower_at(i + 1) not in self.particles)

    def _is_behind(self, tokens: Tokens, i: int) -> bool:
        """What stands behind a rank or name: "Gen. ([Retd]) X", "Justice Jane Doe [JA]"."""
        if tokens.lower[i].rstrip(".") in self.retired:
            return tokens.lower_at(i - 1) == "("
        return tokens.words[i].isupper() and is_behind_name(tokens.words, i, tokens.is_common_word)

    def _leads_to_work(self, tokens: Tokens, i: int) -> bool:
        """ "Prince Salem bin Zayed Airport": a work or school with the name of somebody of rank."""
        k = i + 1
        while k < min(i + _NAMESAKE_REACH, len(tokens.words)) and (
            tokens.capital[k] or tokens.lower[k] in self.particles or tokens.words[k] == "-"
        ):
            k += 1
        return is_in_name(tokens, i) or (k > i + 2 and tokens.lower[k - 1] in self.works)

    def _is_saint(self, tokens: Tokens, i: int) -> bool:
        """ "St. Anna's Hospital": a house with the name of a saint; "Sri" is a name among Indonesians."""
        if tokens.lower[i] == "sri" and not self.sri_lands.isdisjoint(tokens.lower):
            return True
        return tokens.lower[i] in SAINTS and leads_to_house(tokens, i, self.heads)

    def _is_odd_capital(self, tokens: Tokens, i: int) -> bool:
        """ "the group An Phat": a small word with a capital inside a sentence, before another one."""
        return (
            i > 0
            and tokens.lower[i] not in {"the", "a", "i"}
            and i not in tokens.first_of_sentence
            and not tokens.capital[i - 1]
            and tokens.words[i - 1].isalpha()
            and tokens.capital[i + 1 : i + 2] == [True]
            and tokens.words[i].istitle()
            and not tokens.headline[tokens.parse.sentence_of[i]]
        )

    def _is_acronym(self, tokens: Tokens, i: int) -> bool:
        """ "WHO": a small word in capitals among words that are not."""
        around = tokens.words[max(i - 1, 0) : i] + tokens.words[i + 1 : i + 2]
        return (
            len(tokens.words[i]) > 2
            and tokens.words[i].isupper()
            and not any(word.isupper() and len(word) > 1 for word in around)
        )

    def _is_surname(self, tokens: Tokens, i: int) -> bool:
        """ "Yuan Jiajun", "Deputy Premier He Lifan": a small word as a family's name, before a given name."""
        word, given = tokens.words[i], "".join(tokens.words[i + 1 : i + 2])
        if word not in _SMALL_SURNAMES or not given.istitle() or not given.isalpha():
            return False
        if tokens.is_common(i + 1) or given.lower() in self.not_names:
            return False
        if i in tokens.first_of_sentence:  # "So Norvik left"; but nobody writes "He Norvik left"
            return word not in {"So", "An", "Her"}
        return not (i > 0 and tokens.words[i - 1][:1].isdigit())  # "5 Yuan Norvik"

    def _is_joined_name(self, tokens: Tokens, i: int, broken: frozenset[int]) -> bool:
        """A word such as "Phase" or "May" counts where two capitalised words of a name follow."""
        following = range(i + 1, min(i + 3, len(tokens.words)))
        return (
            len(following) == 2
            and all(
                tokens.capital[k]
                and k not in broken
                and tokens.lower[k] not in self.not_names
                and tokens.tags[k].startswith("NNP")
                for k in following
            )
            and tokens.tags[i].startswith("NNP")
            and tokens.lower[i + 2] in self.heads
            and tokens.lower[i - 1 : i] not in _BEFORE_DATES  # "On Tuesday Norvik Group met"
        )

    def _is_edition(self, tokens: Tokens, i: int, broken: frozenset[int]) -> bool:
        nxt = i + 1
        return (
            nxt < len(tokens.words)
            and tokens.capital[nxt]
            and nxt not in broken
            and tokens.lower[nxt] not in self.not_names
            and (
                (tokens.words[i].isdigit() and len(tokens.words[i]) == 4)
                or not tokens.words[i].isdigit()
            )
            and any(c.isdigit() for c in tokens.words[i])
            and not any(c in tokens.words[i] for c in ".,%")
        )

    def _starts_name(self, tokens: Tokens, i: int, inside: frozenset[int]) -> bool:
        """A capital at the start of a sentence counts if the word looks like a name all the same."""
        if self._describes_next(tokens, i) or opens_with_field(tokens, i):
            return False  # "Drugmaker Tarka Pharma", "Businessman Juan Quispe"
        if (i in inside and not tokens.tags[i].startswith("V")) or owns_house(tokens, i):
            return True
        if tokens.tags[i] not in {"NNP", "NNPS", "JJ", "NN", "NNS"}:
            return tokens.tags[i] not in _NEVER_FIRST and are_strange(tokens, i)
        if not tokens.is_common(i) or (tokens.words[i].isupper() and len(tokens.words[i]) > 1):
            return True
        if tokens.tags[i] in {"NNP", "NN"} and is_told_elsewhere(tokens, i):
            return True  # "Iridium", as the name goes inside another sentence
        nxt = i + 1 + (tokens.lower[i] == "port" and tokens.lower_at(i + 1) == "of")  # "Port of X"
        while nxt < len(tokens.words) and tokens.lower[nxt] in self.particles:
            nxt += 1  # "Anna van der Berg"
        return (
            nxt < len(tokens.words) and tokens.capital[nxt] and tokens.tags[nxt].startswith("NNP")
        )

    def _is_strange_subject(self, tokens: Tokens, i: int) -> bool:
        """ "Velmo released", which the tagger takes for an adverb: a word that no dictionary has, and a deed."""
        return (
            tokens.tags[i] in {"RB", "UH"}
            and tokens.tags[i + 1 : i + 2] in (["VBD"], ["VBN"], ["VBZ"], ["MD"])
            and tokens.words[i].isalpha()
            and not tokens.is_common(i)
        )

    def _describes_next(self, tokens: Tokens, i: int) -> bool:
        """A calling or kind of firm that only its place gives a capital, before a name."""
        return (
            (tokens.lower[i] in self.callings or self._is_of_several(tokens, i))
            and tokens.lower[i] not in tokens.capital_words
            and tokens.capital[i + 1 : i + 2] == [True]
            and tokens.lower[i + 1] not in self.heads
            and len(tokens.words[i + 1]) > 1  # "Venture X opened"
        )

    def _is_of_several(self, tokens: Tokens, i: int) -> bool:
        """ "Retailers Tarka and Velm": the plural before two of its kind."""
        plural = tokens.lower[i].endswith("s") and tokens.lower[i][:-1] in self.callings
        return plural and "and" in tokens.lower[i + 2 : i + _ROW]

    def _is_day_or_unit(self, tokens: Tokens, start: int, end: int) -> bool:
        if tokens.lower[start] not in self.not_names or end - start > 2:
            return False
        named = self._is_surname(tokens, start) or is_first_month(tokens, start)
        return not (named or is_firms_field(tokens, start))

    def _tells_mood(self, tokens: Tokens, i: int) -> bool:
        """ "Embattled Norvik Group", "Senior ZLP": a word that only its place gives a capital."""
        first = i in tokens.first_of_sentence or tokens.headline[tokens.parse.sentence_of[i]]
        ranked = tokens.lower[i] == "senior" and tokens.words[i + 1].isupper()
        return ranked or (first and tokens.lower[i] in self.moods)

    def trim(self, tokens: Tokens, start: int, end: int) -> int:
        """Where a name begins in a run of tokens: small words, titles of time and "former" are no part."""
        while start < end and (
            tokens.lower[start] in {"of", "for", "the", "and", ",", "&", "-", "–", "'s", "on", "in"}
            or self._is_day_or_unit(tokens, start, end)
            or (end - start > 1 and tokens.lower[start] in self.former)
            or (end - start > 1 and self._tells_mood(tokens, start))
        ):
            start += 1
        return find_calling_end(tokens, start, end, self.callings)


def _is_measured(tokens: Tokens, i: int) -> bool:
    """ "the 660 MW Tarn power plant", "a 60-MWp solar farm": a unit behind its number."""
    number = i - 1 - (tokens.lower_at(i - 1) == "-")
    return number >= 0 and tokens.words[number][-1:].isdigit()
