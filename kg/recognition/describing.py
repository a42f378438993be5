"""What a sentence calls a name and does with it: votes for its type that need little or no parse."""

from kg.lexicon import load_lexicon
from kg.recognition.ages import has_age, is_called_old
from kg.recognition.described_nouns import begins_clause, leads_to_person
from kg.recognition.kind_nouns import KindNounReader
from kg.recognition.nominal_rows import is_place_in_row
from kg.recognition.results_told import tells_results
from kg.recognition.sources import SourceReader
from kg.recognition.tokens import Tokens
from kg.recognition.told_media import ToldMediaReader
from kg.recognition.voting import vote

_SURE, _STRONG, _FAIR, _HINT = 3.0, 2.0, 1.0, 0.5
_COPULAS = frozenset(["is", "was", "are", "were", "became", "remains", "remained", "'s"])
_OWNING = frozenset(["'s", "’s", "'"])
_ARTICLES = frozenset(["a", "an", "the", "one"])
_KINSFOLK = frozenset(["family", "relatives", "mother", "father"])
_CLAUSE_TAGS = frozenset(["MD", "WDT", "WP", "TO"])
_SINGULAR = frozenset(["NN", "NNP", "JJ"])  # "shipping giant X" is read as an adjective
_UNOWNED = frozenset(["CC", "VBD", "VBZ", "MD", "TO", "IN"])
_PAST_FORMS = frozenset(["was", "were", "had"])  # "said X, the mill was built": no "X, the mill"
_ROW = frozenset([",", "and", "&", "'s", "’s"])
_RANKED = (["JJ"], ["JJS"], ["RBS"])
_AUXILIARIES = frozenset(["have", "be", "will"])
_REACH = 14  # tokens from the article to the noun that it belongs to


class DescriptionReader:
    """Votes by descriptions ("X is a bank", "his wife X") and by what happens to X ("X was acquired")."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.nominals = load_lexicon("nominals").get_mapping("nominals")
        self.person_nouns = names.get("person_nouns")
        self.many_kin, self.personal = names.get("many_kin"), names.get("personal")
        self.person_verbs = names.get("person_verbs")
        self.person_passives = names.get("person_passives")
        self.person_objects = names.get("person_objects")
        self.company_verbs = names.get("company_verbs") | {"sign", "win"}
        self.company_things = names.get("company_things")
        self.firm_goods, self.awarded = names.get("firm_goods"), names.get("awarded")
        self.company_passives = names.get("company_passives")
        self.person_fates = names.get("person_fates")
        self.company_parts = names.get("company_parts")
        self.company_objects = names.get("company_objects")
        self.company_nouns, self.staff = names.get("company_nouns"), names.get("staff")
        self.speech_verbs = names.get("speech_verbs") | {"announce", "report", "confirm"}
        self.company_stakes = names.get("company_stakes")
        self.company_partners = names.get("company_partners")
        self.holding, self.media = names.get("holding_verbs"), ToldMediaReader()
        self.sources, self.kind_nouns = SourceReader(), KindNounReader()
        self.firm_callings = names.get("firm_callings")
        given = load_lexicon("given_names")
        self.given, self.family_first = given.get("given"), given.get("family_first")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        if not is_place_in_row(tokens, start, end):
            self._read_definition(tokens, end, found)
        self._read_before(tokens, start, end, found)
        self._read_deeds(tokens, start, end, found)
        self._read_given_name(tokens, start, end, found)

    def _read_definition(self, tokens: Tokens, end: int, found: dict[str, float]) -> None:
        """ "X is a Dutch bank", "X (born 1950) was an actor", "X, a painter,": the noun of the description."""
        i = self._pass_brackets(tokens, end)
        kind = self.find_definition(tokens, end)
        if kind:
            vote(found, kind, _SURE if tokens.lower_at(i) in _COPULAS else _STRONG)

    def _pass_brackets(self, tokens: Tokens, i: int) -> int:
        if tokens.lower_at(i) != "(":
            return i
        reach = range(i, min(i + 25, len(tokens.words)))
        return next((k for k in reach if tokens.words[k] == ")"), i) + 1

    def find_definition(self, tokens: Tokens, end: int) -> str | None:
        """The type of what a name that ends at `end` is said to be, or None."""
        i = self._pass_brackets(tokens, end)
        copula = tokens.lower_at(i) in _COPULAS
        if not copula and tokens.lower_at(i) != ",":
            return None
        i += 1
        i += copula and tokens.tags[i : i + 1] == ["RB"]
        if tokens.lower_at(i) not in _ARTICLES or (not copula and begins_clause(tokens, i + 1)):
            return None
        return self._find_described(tokens, i + 1)

    def _find_described(self, tokens: Tokens, i: int) -> str | None:
        """The type of the first whole noun from token i on; names and adjectives before it are passed over."""
        sentence = tokens.parse.sentence_of[min(i, len(tokens.words) - 1)]
        limit = min(i + _REACH, tokens.parse.sentences[sentence][1])
        for k in range(i, limit):
            tag = tokens.tags[k]
            if tag in {"NN", "NNS"} and not tokens.capital[k]:
                if tokens.lower_at(k + 1) in _OWNING:
                    continue  # "X, the port's managing director"
                if tokens.lemma_at(k + 1) in self.speech_verbs or self._does(tokens, k + 1):
                    return None  # "in Zenda, the company said", "according to X, the plant will"
                last = not self._has_noun_after(tokens, k + 1, limit)
                kind = (last and self.kind_nouns.find_noun(tokens, k)) or self._kind_of(tokens, k)
                if kind or last:
                    return (
                        "Person"
                        if leads_to_person(tokens, k + 1, limit, self.person_nouns)
                        else kind
                    )
            elif (tag[:1] == "V" and tag not in {"VBN", "VBG"}) or tag in _CLAUSE_TAGS:
                return None
        return None

    def _does(self, tokens: Tokens, k: int) -> bool:
        """ "the plant will": what stands before does something, and describes no name."""
        finite = tokens.tags[k : k + 1] in (["MD"], ["VBZ"], ["VBP"])
        return finite or tokens.lower_at(k) in _PAST_FORMS

    def _has_noun_after(self, tokens: Tokens, k: int, limit: int) -> bool:
        """ "a car maker", "a research and testing company": the noun at hand is not the last one."""
        if tokens.lower_at(k) in {"-", "and", "/", ",", "&"}:
            k += 1
        return k < limit and tokens.tags[k] in {"NN", "NNS", "JJ"} and not tokens.capital[k]

    def _kind_of(self, tokens: Tokens, k: int) -> str | None:
        lemma = tokens.parse.lemmas[k]
        if lemma in self.person_nouns:
            return "Person"
        kind = self.nominals.get(f"{tokens.lower_at(k - 1)} {lemma}", self.nominals.get(lemma))
        return kind if kind not in {"Event", "Project", "Agreement"} else None

    def _read_before(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """ "the economist X", "his wife, X,", "guitarist X": a person's noun right before the name."""
        i = start - 1
        if tokens.lower_at(i) == "born" and tokens.lower_at(i - 1) == "-":  # "Zenda-born X"
            vote(found, "Person", _SURE)
        kin = self.person_nouns | self.many_kin
        if (
            tokens.lower_at(end) == ","
            and tokens.lower_at(end + 1) == "whose"
            and tokens.lower_at(end + 2) in kin
        ):
            vote(found, "Person", _SURE)
        comma = tokens.lower_at(i) == ","
        i -= comma
        opening = i in tokens.first_of_sentence  # "Retailer Mercado Sol sued"
        if i < 0 or tokens.tags[i] not in _SINGULAR or (tokens.capital[i] and not opening):
            return
        joint = "" if tokens.lower_at(i - 1) == "-" else " "  # "the start-up X" is three tokens
        pair = self.nominals.get(joint.join(tokens.lower[max(i - 1 - (not joint), 0) : i + 1]))
        firm = (pair or self.nominals.get(tokens.lower[i])) == "Company"
        one = tokens.lower[i] in self.staff and tokens.lower[start] in self.given
        if not comma and not one and (firm or tokens.lower[i] in self.firm_callings):
            vote(found, "Company", _STRONG)  # "local contractor X", but no "trader Jane Doe"
        owned = comma and tokens.lower[i] in self.company_nouns and tokens.tags[i] == "NN"
        if owned and tokens.lower[i - 1] != "its":
            vote(found, "Company", _STRONG)  # "a coffee brand, X"
        if tokens.parse.lemmas[i] not in self.person_nouns:
            return
        if comma and tokens.lower_at(end) not in {",", "and", ".", ";", ""}:
            return
        vote(found, "Person", (_FAIR if comma else _STRONG))

    def _read_deeds(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        following, nxt = tokens.lower_at(end), tokens.lower_at(end + 1)
        if following in {"was", "were", "is", "are", "been"}:
            if nxt in self.person_passives:
                vote(found, "Person", _FAIR)
            elif nxt in self.company_passives:
                vote(found, "Company", _FAIR)
                vote(found, "Person", -_FAIR * (nxt not in self.person_fates))
        elif self._has_lemma(tokens, end, self.person_verbs):
            vote(found, "Person", _FAIR)
        if tokens.lower_at(end) in _OWNING and tokens.lower_at(end + 1) in _KINSFOLK:
            vote(found, "Person", _STRONG)
        vote(found, "Person", _STRONG * is_called_old(tokens, start, end))
        if has_age(tokens, end):
            vote(found, "Person", _SURE)
        if (following, nxt) == (",", "who"):
            vote(found, "Person", 1.5 * _FAIR)
        elif self._tells_business(tokens, start, end):
            given = tokens.lower[start] in self.given  # "John Roe bought stakes"
            vote(found, "Company", _FAIR if given else 1.5 * _FAIR)
        parts = self._pass_brackets(tokens, end)
        if tokens.lower_at(parts) in self.company_parts and not tokens.capital[parts]:
            vote(found, "Company", _STRONG)  # "X shares", "a X division"
        elif tells_results(tokens, parts):
            vote(found, "Company", _STRONG)
        if following in {"'s", "’s"}:
            self._read_owned(tokens, start, end, found)
        self._read_governors(tokens, start, end, found)

    def _read_owned(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """ "X's biggest shareholder", "X's widow": whose the noun behind a possessor is."""
        if self._ends_in_genitive(tokens, start, end):
            vote(found, "Company", _STRONG)
        owned = tokens.lower_at(self._pass_superlative(tokens, end + 1))
        if owned in self.company_stakes:
            vote(found, "Company", _STRONG)
        elif owned in self.company_nouns:
            vote(found, "Company", _FAIR)
        elif owned in self.person_nouns | self.many_kin | self.personal:
            vote(found, "Person", _STRONG if owned in self.personal else _FAIR)

    def _pass_superlative(self, tokens: Tokens, i: int) -> int:
        """ "X's second-largest shareholder", "X's main customers"."""
        end = i
        while end < i + 4 and (
            tokens.lower_at(end) == "-" or tokens.tags[end : end + 1] in _RANKED
        ):
            end += 1
        return end

    def _ends_in_genitive(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Tarn's and Hentz's will merge", "Tarn's said": with nothing owned behind it the name ends so."""
        behind = tokens.tags[end + 1 : end + 2]
        owned = not behind or behind[0] not in _UNOWNED or tokens.words[end + 1] in {"'", "”"}
        return not owned and tokens.lower_at(start - 1) != "of" and end - start == 1

    def _pass_row(self, tokens: Tokens, start: int) -> int:
        """The token before the row that a name stands in: "[bought] Tarn's, Zenda and X"."""
        k = start - 1
        while k > 0 and (tokens.capital[k] or tokens.lower[k] in _ROW) and start - k < _REACH:
            k -= 1
        return k if tokens.lower_at(start - 1) in _ROW else start - 1

    def _is_share(self, tokens: Tokens, of: int) -> bool:
        """ "owns 60 percent of X", "a 20% stake of X": what somebody holds a share of is no person."""
        if tokens.lower_at(of - 1) not in {"percent", "%", "cent"}:
            return False
        return any(tokens.lemma_at(k) in self.holding for k in range(max(of - 8, 0), of))

    def _read_governors(
        self, tokens: Tokens, start: int, end: int, found: dict[str, float]
    ) -> None:
        """ "to acquire X", "customers of X", "a stake in X", "merged with X"."""
        before, noun = tokens.lower_at(start - 1), tokens.lower_at(start - 2)
        titled = tokens.lower_at(end) in self.company_nouns  # "names Quispe CEO"
        if self._has_lemma(tokens, start - 1, self.person_objects) and (end - start > 1 or titled):
            vote(found, "Person", _SURE)
        self.media.read(tokens, start, end, found)
        if before == "said" and end - start in {2, 3}:
            vote(found, "Person", _STRONG)  # "“We will”, said X of Norvik"
        if end - start in {2, 3} and self.sources.is_source(tokens, start, end):
            vote(found, "Person", _STRONG)
        verb = self._pass_row(tokens, start)
        if before == "of" and noun in {"shares", "shareholders", "stock"}:
            vote(found, "Company", _STRONG)
        elif self._has_lemma(tokens, verb, self.company_objects) or (
            before == "of" and noun in self.company_nouns
        ):
            vote(found, "Company", _STRONG if verb < start - 1 else 1.2 * _FAIR)
        elif before == "of" and self._is_share(tokens, start - 1):
            vote(found, "Company", _STRONG)
        elif before == "in" and noun in self.company_stakes:
            vote(found, "Company", _SURE)  # more than the preposition says of a place
        elif (before, noun in self.company_partners) == ("with", True) or (
            before == "to" and noun in self.awarded
        ):
            vote(found, "Company", 1.5 * _FAIR)

    def _tells_business(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "X opened a second plant", "X posted a record profit": what firms do and have."""
        near = range(end, min(end + 3, len(tokens.words)))
        verb = next((k for k in near if _is_full_verb(tokens, k)), None)
        if verb is None or tokens.parse.lemmas[verb] not in self.company_verbs:
            return False
        if tokens.lower[end] in {"and", "but"} and verb == end + 1:
            return False  # "is led by X and employs"
        following = range(verb + 1, min(verb + 6, len(tokens.words)))
        if not {"his", "her"}.isdisjoint(tokens.lower[verb + 1 : verb + 6]):
            return False
        things = self.company_things | (self.firm_goods if end - start > 1 else frozenset())
        return any(tokens.parse.lemmas[k] in things and not tokens.capital[k] for k in following)

    def _has_lemma(self, tokens: Tokens, i: int, lemmas: frozenset[str]) -> bool:
        """Whether token i is a verb of the list."""
        inside = 0 <= i < len(tokens.words)
        return inside and tokens.tags[i][:1] == "V" and tokens.parse.lemmas[i] in lemmas

    def _read_given_name(
        self, tokens: Tokens, start: int, end: int, found: dict[str, float]
    ) -> None:
        """A common first name before a family name; a Chinese family name before a given one."""
        size = end - start
        first = tokens.lower[start]
        if first in self.given:
            rare = not any(tokens.is_common(k) for k in range(start + 1, end))
            weight = (1.4 if rare else 0.9) * _FAIR  # "Sofia Almeida" and "Sofia Motors"
            vote(found, "Person", weight if 2 <= size <= 4 else _HINT)
        elif first in self.family_first and 2 <= size <= 4:
            vote(found, "Person", _HINT)


def _is_full_verb(tokens: Tokens, k: int) -> bool:
    return tokens.tags[k][:2] == "VB" and tokens.parse.lemmas[k] not in _AUXILIARIES
