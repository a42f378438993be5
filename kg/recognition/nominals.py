"""Noun phrases and pronouns that stand for things: "the company", "a tyre plant", "it"."""

from dataclasses import dataclass

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.callings import read_carrier
from kg.recognition.counted_works import COUNTED, tells_number
from kg.recognition.empty_words import is_empty
from kg.recognition.figures_of_speech import FigureReader
from kg.recognition.no_things import closes_party, closes_row, is_no_thing, is_noun
from kg.recognition.noun_joining import is_joined, is_modifier, is_pair, is_works, join_pair
from kg.recognition.occasion_heads import OccasionHeads
from kg.recognition.others_alike import find_others
from kg.recognition.project_frames import ProjectFrames
from kg.recognition.talks import TalksReader
from kg.recognition.tokens import Tokens
from kg.recognition.told_heads import TAKEN_UP, ToldHeads
from kg.recognition.way_names import find_way_part
from kg.recognition.works_alike import WorksAlike
from kg.recognition.works_heads import WorksHeads, take_up

_LEFT = frozenset(["compound", "amod", "nmod", "nummod", "npadvmod", "punct", "advmod", "quantmod"])

# Whose field stands before them, which is told on its own: "an oil and gas company".
_ALONE = (TAKEN_UP - {"ResearchBody"}) | {
    "Person",
    "Official",
    "MediaOutlet",
    "IntergovernmentalBody",
}
_BORDERS = frozenset([",", ";", ":", "(", ")", "—", "”", "'s", "’s"])
_BRACKET = 7  # tokens of a measure in brackets
_LEADING = (["that"], ["which"], ["will"], ["would"])
_CALLING = frozenset(["call", "link", "connect", "rotate", "ply"])
_LENGTHS = frozenset(["km", "mile", "kilometre", "kilometer", "metre", "meter", "m"])
_EXTENTS = frozenset(["long", "wide", "tall", "high", "deep", "broad", "thick"])
_WAY_REACH = 60  # tokens from a way to "the service" that takes it up
_END_REACH = 8  # tokens from "from" to the "to" before the other end
_OUTSIDE = frozenset(
    "DT PRP$ POS IN CC VBZ VBP VBD MD TO PRP WDT WP RB CD PDT `` ''".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """A noun phrase without article: tokens start to end, its head the last of them.

    `definite` if its determiner points back; `echo` if it is a thing only where it takes one up;
    `like` is what it is called where its own words do not tell: "another"; `of` the last token of
    the name that it takes up, where that is known.
    """

    start: int
    end: int
    head: int
    type: str
    definite: bool
    plural: bool
    echo: bool = False
    like: str = ""
    of: int | None = None


class NominalFinder:
    """Finds nominals by the nouns of the lexicon."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology, lexicon = ontology, load_lexicon("nominals")
        self.nominals = lexicon.get_mapping("nominals")
        self.longest = max(len(n.replace("-", " ").split()) for n in self.nominals)
        self.tails = load_lexicon("names").get_mapping("tails")
        self.definite = lexicon.get("definite")
        self.rating = lexicon.get("rating") | {"-"}
        self.empty = lexicon.get("empty_modifiers")
        self.ways, self.ends = lexicon.get("ways"), [[w] for w in lexicon.get("way_ends")]
        self.often, self.over = lexicon.get("way_often"), lexicon.get("way_over")
        self.no_things = lexicon.get("no_nominals")
        self.no_things_before = lexicon.get("no_nominals_before")
        self.going = lexicon.get("way_going")
        self.sums = lexicon.get("sums")
        self.talks, self.rounds = lexicon.get("talks"), TalksReader()
        self.single = self.talks | lexicon.get("votes") | {"works"}
        self.figures = FigureReader()
        self.frames, self.heads, self.works = ProjectFrames(ontology), ToldHeads(), WorksAlike()
        self.made, self.occasions = WorksHeads(), OccasionHeads()

    def find(
        self, tokens: Tokens, taken: frozenset[int], values: frozenset[int] = frozenset()
    ) -> list[Nominal]:
        """Nominals in order; `taken` are tokens of names and titles, `values` those of quantities."""
        found: list[Nominal] = []
        way = -_WAY_REACH
        for i, tag in enumerate(tokens.tags):
            noun = tag in {"NN", "NNS"} or (tag == "VBZ" and is_works(tokens, i, self.nominals))
            fair = tokens.words[i - 1 : i + 1] == ["trade", "fair"]
            noun = noun or fair or (tag == "NNP" and is_noun(tokens, i))
            if i in taken or not (noun or self.takes_up(tokens, i)) or is_no_thing(tokens, i):
                continue
            kind = find_way_part(tokens, i, ((n.head, n.type) for n in found))
            kind = kind or read_carrier(tokens, i) or self._find_kind(tokens, i, way)
            kind = kind or take_up(tokens, i, found) or self.heads.find_kind(tokens, i)
            kind = self.made.decide(tokens, i, kind)
            echo = kind is None and (kind := self.works.find_echoed(tokens, i)) is not None
            modifies = is_modifier(tokens, i) and not self._is_linking(tokens, i + 1)
            if kind is None or modifies or closes_party(tokens, i, taken):
                continue
            if self._is_sum(tokens, i, values) or self._is_linking(tokens, i):
                continue
            if kind == "Project" and self.frames.tells_work(tokens, i, self._find_plain_kind):
                continue  # "a project to build a dam" is told by the dam
            start = i if closes_row(tokens, i) else self._fit_start(tokens, i, kind, values)
            while start < i and {start - 1, start} <= taken and tokens.capital[start - 1]:
                start -= 1  # "the [Tin Can] Island ports"
            found.append(
                Nominal(
                    start=start,
                    end=i + 1,
                    head=i,
                    type=kind,
                    definite=self._is_definite(tokens, start, values),
                    plural=tag == "NNS" and tokens.lower[i] not in self.single,
                    echo=echo,
                )
            )
            way = i if kind == "TransportCorridor" else way
        return found + find_others(tokens, found, self.ontology)

    def _is_sum(self, tokens: Tokens, i: int, values: frozenset[int]) -> bool:
        """ "a capital of $5 million"."""
        summed = tokens.lower[i] in self.sums and i + 2 in values
        return summed and tokens.lower[i + 1] == "of"

    def _fit_start(self, tokens: Tokens, i: int, kind: str, values: frozenset[int]) -> int:
        """Where the phrase of the noun at i begins, behind a value and with the number of an edition."""
        start = max(
            self.find_start(tokens, i - (tokens.tags[i] == "JJ")),
            max((k + 1 for k in values if i - 8 < k < i), default=0),
        )
        start += 2 * (tokens.words[start] == "-" and start + 2 <= i)  # "a 900-space car park"
        works = kind not in _ALONE and start == i and i - 1 not in values
        if works and is_pair(tokens, i, self.nominals):
            start = i - 1  # "invest in charging stations", where the parser sees a deed
        if kind not in _ALONE:
            start = join_pair(tokens, start, i)
        start = self.rounds.find_round(tokens, start)
        edition = kind == "Event" and self.rounds.tells_edition(tokens.lower_at(start - 1))
        counted = kind in COUNTED and tokens.tags[i] != "NNS" and tells_number(tokens, start)
        start -= edition or counted  # "the third round" is not the second
        extent = tokens.lower[start] in _EXTENTS and tokens.words[start + 1 : start + 2] != ["-"]
        if start - 1 in values and extent and start < i:
            start += 1  # "the 67 km long line", not "the 67 km high-speed line"
        return start

    def _find_kind(self, tokens: Tokens, i: int, way: int) -> str | None:
        """The type of the noun at i; `way` is where the last way was told."""
        pair = f"{tokens.lower[i - 1]} {tokens.parse.lemmas[i]}"
        behind = " ".join(tokens.lower[i : i + 3])
        idiom = " ".join(tokens.lower[max(i - 2, 0) : i + 1])  # "are in the pipeline"
        if not self.no_things.isdisjoint({pair, idiom}) or behind in self.no_things_before:
            return None
        if self.figures.is_figure(tokens, i):
            return None
        if tokens.lower[i] == "round" and self.rounds.opens(tokens, i):
            return None
        if tokens.lower[i] in self.talks:
            return "Event" if self.rounds.are_held(tokens, i, self.find_start(tokens, i)) else None
        if self._ends_way(tokens, i) and (
            self._goes_to_ends(tokens, i + 1)
            or self._takes_up_way(tokens, i, way)
            or self._calls(tokens, i)
        ):
            return "TransportCorridor"
        kind = self._match_phrase(tokens, i) or self.nominals.get(tokens.parse.lemmas[i].lower())
        return kind or ("Event" if self.occasions.tells(tokens, i) else None)

    def _find_plain_kind(self, tokens: Tokens, i: int) -> str | None:
        return self._find_kind(tokens, i, -_WAY_REACH)

    def takes_up(self, tokens: Tokens, i: int) -> bool:
        """Whether a noun in capitals stands for a body told before: "the Ministry", "the Group"."""
        return self.heads.takes_up(tokens, i)

    def _ends_way(self, tokens: Tokens, i: int) -> bool:
        lemma = tokens.parse.lemmas[i]
        return lemma in self.ways or f"{tokens.lower[i - 1]} {lemma}" in self.ways

    def _takes_up_way(self, tokens: Tokens, i: int, way: int) -> bool:
        """ "a route between A and B ... [the service] starts in May": a way was told just before."""
        if i - way > _WAY_REACH or tokens.tags[i] != "NN" or tokens.lower[i] in self.over:
            return False
        k = i - 1
        while tokens.tags[k] in {"CD", "HYPH"} or tokens.lower[k] in _LENGTHS:
            k -= 1  # "the 1,195 km link"
        return tokens.lower[k] in {"the", "this"} and tokens.lower[i + 1 : i + 2] != ["of"]

    def _goes_to_ends(self, tokens: Tokens, after: int) -> bool:
        """ "a service [linking A]", "the service that calls at A", "trains a week between A and B"."""
        lower = tokens.lower
        after += 3 * (tokens.lower_at(after) == "of" and tokens.lower_at(after + 2) in _LENGTHS)
        while lower[after : after + 1] and lower[after] in self.often:
            after += 1
        if lower[after : after + 1] and lower[after] in self.over:  # "a bridge across the Tarn"
            reach = range(after + 1, min(after + 6, len(lower)))
            after = next((k for k in reach if [lower[k]] in self.ends), after)
        after += lower[after : after + 2] == [",", "which"]
        after += lower[after : after + 1] in _LEADING
        going = after
        while lower[going : going + 1] and lower[going] in self.going:
            going += 1
        if lower[going : going + 1] in (["between"], ["from"]):
            after = going
        return lower[after : after + 1] in self.ends or self._runs_from(tokens, after)

    def _runs_from(self, tokens: Tokens, k: int) -> bool:
        """ "from A to B", both in capitals."""
        if tokens.lower[k : k + 1] != ["from"] or tokens.capital[k + 1 : k + 2] != [True]:
            return False
        reach = tokens.lower[k + 2 : k + _END_REACH]
        end = k + 2 + reach.index("to") + 1 if "to" in reach else len(tokens.lower)
        return any(tokens.capital[end : end + 3])

    def _match_phrase(self, tokens: Tokens, i: int) -> str | None:
        """A noun of several words that ends at i: "free trade zone"."""
        lemmas, lower = tokens.parse.lemmas, tokens.lower
        for length in range(min(self.longest, i + 1), 1, -1):
            words = [*lower[i - length + 1 : i], lemmas[i]]
            kind = self.nominals.get(" ".join(words).replace(" - ", "-"))
            if kind is None and lower[i] == "works":  # whose lemma is a verb's
                kind = self.nominals.get(" ".join(lower[i - length + 1 : i + 1]))
            if kind:
                return kind
        return None

    def _is_linking(self, tokens: Tokens, i: int) -> bool:
        """ "the railway [links] Zenda with Hentz": a verb that looks like a noun."""
        return (
            tokens.lower[i : i + 1] == ["links"]
            and tokens.capital[i + 1 : i + 2] == [True]
            and (
                self.nominals.get(tokens.lemma_at(i - 1)) == "TransportCorridor"
                or self._ends_way(tokens, i - 1)
            )
        )

    def _calls(self, tokens: Tokens, i: int) -> bool:
        """ "The new service, run by X, will call at A": what it does tells that it is a way."""
        parse = tokens.parse
        return parse.deps[i] == "nsubj" and parse.lemmas[parse.heads[i]] in _CALLING

    def find_start(self, tokens: Tokens, head: int) -> int:
        """Where the noun phrase begins, articles, possessives and names before it left out."""
        parse = tokens.parse
        sentence_start = parse.sentences[parse.sentence_of[head]][0]
        start = head
        while start > sentence_start:
            k = start - 1
            word = tokens.words[k]
            compound_number = parse.tags[k] == "CD" and tokens.words[k + 1] == "-" and k + 2 <= head
            if tokens.lower[k] in self.tails and tokens.words[k - 1] == "-":
                break  # "the Vancouver-based company"
            if (word in _BORDERS or parse.tags[k] in _OUTSIDE) and not compound_number:
                break  # "zero-carbon projects" keeps its number
            firm = self.nominals.get(parse.lemmas[head]) == "Company"
            if not firm and k - 2 >= sentence_start and is_joined(tokens, k, head):
                start = k - 2
                continue
            if parse.deps[k] not in _LEFT or not start <= parse.heads[k] <= head:
                break
            start = k
        while start < head and (
            is_empty(tokens, start, self.empty) or tokens.words[start] in {"-", "“", '"'}
        ):
            counted = tokens.tags[start] == "CD" and tokens.words[start + 1] == "-"
            start += 3 if counted and start + 3 <= head else 1  # "the four-lane road"
        return start

    def _is_definite(self, tokens: Tokens, start: int, values: frozenset[int]) -> bool:
        k = start - 1
        if tokens.words[k] == ")" and "(" in tokens.words[max(k - _BRACKET, 0) : k]:
            k -= 1 + tokens.words[k::-1].index("(")  # "the 36 km (22 mile) bridge"
        while k in values or tokens.lower_at(k) in self.rating:
            k -= 1  # "the 5-million-dollar project"
        if k >= 2 and tokens.lower[k] in self.tails and tokens.words[k - 1] == "-":
            k = _pass_names(tokens, k - 2)
            if k >= 2 and tokens.words[k] == ",":
                k = _pass_names(tokens, k - 1)  # "the Turin, Italy-based company"
        if k >= 2 and tokens.words[k - 1] == "-" and tokens.tags[k - 2] == "CD":
            k -= 3  # "the four-lane road"
        while k >= 0 and (tokens.lower[k] in self.empty or tokens.tags[k] in {"RB", "CD", "$"}):
            k -= 1
        return k >= 0 and tokens.lower[k] in self.definite


def _pass_names(tokens: Tokens, k: int) -> int:
    """The token before the nouns that end at k."""
    while k >= 0 and tokens.tags[k].startswith("NN"):
        k -= 1
    return k
