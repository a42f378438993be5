"""Where and when an occasion without a name is told to be held, which tells which one it is."""

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS, Parse
from kg.model.period import is_year

_AT = frozenset(["in", "at"])
_NAMES = frozenset(["NNP", "NNPS"])
_HELD = frozenset(["dobj", "nsubjpass"])
_CLAUSES = frozenset(["acl", "relcl"])
_REACH = 5  # words from "in" to the name of the place: "in the Ruritanian capital, Zenda"
_DAY = (
    5  # words from an occasion to the place behind its day: "a meeting | on Friday, 3 May, in Lima"
)


class SittingReader:
    """Reads the place behind an occasion, and the place and date of the verb that tells of it."""

    def __init__(self, parse: Parse) -> None:
        words = load_lexicon("arguments")
        names = load_lexicon("names")
        self.parse = parse
        self.days = names.get("not_names")
        self.holding = words.get("holding_occasions")
        self.sitting = words.get("sitting")
        self.attending = words.get("attending_occasions")
        self.private = words.get("private_occasions")
        self.vague = words.get("vague_occasions")
        nominals = load_lexicon("nominals")
        self.plurals = nominals.get("talks") | nominals.get("votes")

    def is_told(self, start: int, head: int) -> bool:
        """ "a meeting in Lima", "a seminar was held in Lima", "talks began in Lima"; no "round in Lima"."""
        parse = self.parse
        many = parse.tags[head] == "NNS" and parse.words[head].lower() not in self.plurals
        if many:
            return False
        if parse.lemmas[head] in self.vague and start == head:
            return self._is_described(head)  # "an event hosted by the Zenda Chamber"
        if not self.private.isdisjoint(word.lower() for word in parse.words[start:head]):
            return False
        behind = self._pass_day(head + 1)
        behind += parse.words[behind : behind + 1] == [","]  # "a meeting, in Lima,"
        told = self._is_dated(start) or self._is_place(behind) or self._is_sat(head)
        dated = start < head or self._is_led(head)
        told = told or (dated and self._is_date(head + 1))  # "the previous forum in May 2025"
        return told or self._is_described(head)

    def _is_led(self, head: int) -> bool:
        """ "chaired a meeting", "the meeting was held"."""
        parse = self.parse
        done = parse.lemmas[parse.heads[head]] in self.holding | self.attending
        return parse.deps[head] in _HELD and done

    def _is_described(self, head: int) -> bool:
        """ "a banquet hosted by the Zenda Chamber", "the summit, to be held in Lima": by its own clause."""
        parse = self.parse
        for child in parse.children[head]:
            held = parse.lemmas[child] in self.holding | self.sitting | self.attending
            if held and parse.deps[child] in _CLAUSES:
                agents = [c for c in parse.children[child] if parse.deps[c] == "agent"]
                if self._tells_where(child) or any(self._is_named(c + 1) for c in agents):
                    return True
        return False

    def _is_named(self, k: int) -> bool:
        """Whether "the Zenda Chamber" stands at k."""
        k += self.parse.words[k : k + 1] == ["the"]
        return self.parse.tags[k : k + 1] == ["NNP"]

    def _is_dated(self, start: int) -> bool:
        """ "the October 2023 general election", "an April 15 meeting": a date right before it."""
        words = self.parse.words
        year = start > 1 and self.parse.tags[start - 1] == "CD"
        return year and (is_year(words[start - 1]) or words[start - 2].lower() in self.days)

    def _pass_day(self, k: int) -> int:
        """Where what follows "on Friday", "on August 13" at k begins, else k."""
        words = self.parse.words
        if words[k : k + 1] != ["on"] or not any(
            w.lower() in self.days for w in words[k + 1 : k + 3]
        ):
            return k
        end = min(k + _DAY, len(words))
        return next((n for n in range(k + 2, end) if words[n] in _AT), k)

    def _is_place(self, k: int) -> bool:
        """Whether "in Lima", "at the Zenda Hall", "in the Peruvian capital Lima" stands at k."""
        parse = self.parse
        if k + 1 >= len(parse.words) or parse.words[k] not in _AT:
            return False
        name = k + 1
        if parse.words[name].lower() == "the":
            reach = range(name + 1, min(k + _REACH + 1, len(parse.words)))
            name = next((n for n in reach if parse.tags[n] in _NAMES), name)
        return parse.tags[name] in _NAMES and parse.words[name].lower() not in self.days

    def _is_sat(self, head: int) -> bool:
        """Whether the verb that holds it tells where or on which date: "held a meeting with X in Lima"."""
        parse, verb = self.parse, self.parse.heads[head]
        aims = [c for c in parse.children[verb] if parse.deps[c] == "xcomp"]
        if parse.deps[head] in SUBJECTS and aims and parse.tags[aims[0]][:1] == "V":
            verb = aims[0]  # "a round is to be held", "talks are set to begin"
            return parse.lemmas[verb] in self.holding | self.sitting and self._tells_where(verb)
        held = parse.deps[head] in _HELD and parse.lemmas[verb] in self.holding
        begun = parse.deps[head] in SUBJECTS and parse.lemmas[verb] in self.sitting
        return (held or begun) and self._tells_where(verb)

    def _tells_where(self, verb: int) -> bool:
        parse = self.parse
        return any(
            parse.deps[c] == "prep" and (self._is_place(c) or self._is_date(c))
            for c in parse.children[verb]
            if c > verb
        )

    def _is_date(self, k: int) -> bool:
        """Whether "on 3 May 2024", "from June 4 to 6", "in March 2026", "in 2026" stands at k."""
        parse = self.parse
        if parse.words[k : k + 1] == ["in"] and any(map(is_year, parse.words[k + 1 : k + 2])):
            return True
        near = range(k + 1, min(k + _REACH, len(parse.words)))
        return (
            parse.words[k : k + 1] in (["on"], ["from"], ["in"], ["for"])
            and any(parse.words[n].lower() in self.days for n in near)
            and any(parse.tags[n] == "CD" for n in near)
        )
