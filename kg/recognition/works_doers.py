"""Who is told beside works without a name, and where: "a depot built by [Norvik]", "Norvik's jetty at [Tarno]"."""

from kg.lexicon import load_lexicon
from kg.recognition.doings import find_doing
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote
from kg.recognition.works_words import HANDLING, read_head, read_kinds

_STRONG, _FAIR = 2.0, 1.0
_OWNING = frozenset(["'s", "’s", "'", "’"])
_INSIDE = frozenset(["NN", "JJ", "VBG", "VBN", "HYPH", "CD", "JJS", "JJR"])
_HANGING = frozenset(["acl", "relcl"])
_DONE = frozenset(["dobj", "nsubjpass"])
_GOING = frozenset(["on", "with", "of", "for"])
_AT = frozenset(["at", "near", "in", "outside"])
_WON = frozenset(
    ["contract", "order", "job", "tender", "permit", "permission", "licence", "license"]
)
_ROW, _PHRASE = 4, 6  # verbs of a row of deeds; tokens of what a firm has


class WorksReader:
    """Votes for firms that have, build or run works, and for the places where they do; holds no state."""

    def __init__(self) -> None:
        words = load_lexicon("works")
        self.kinds, self.public = read_kinds(), words.get("public_works")
        self.deeds = HANDLING | words.get("firm_deeds")
        self.given = load_lexicon("given_names").get("given")
        self.plants = words.get("firms_works")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds the votes for the name in tokens start to end."""
        if tokens.lower[start] not in self.given:
            if self._does(tokens, end - 1):
                vote(found, "Company", _STRONG)
            if self._has(tokens, end):
                vote(found, "Company", _FAIR)
                vote(found, "Person", -_FAIR)
        if self._is_site(tokens, start, end - 1):
            vote(found, "City", 1.5 * _FAIR)
        if self._is_maker(tokens, start, end):
            vote(found, "Company", _STRONG)

    def _is_works(self, tokens: Tokens, k: int) -> bool:
        """Whether the noun at k is private works in small letters."""
        lemma = read_head(tokens, k)
        pair = f"{tokens.lower[k - 1]} {lemma}"  # "board machine"
        works = "Facility" in {self.kinds.get(lemma), self.kinds.get(pair)}
        return works and lemma not in self.public and not tokens.capital[k]

    def _does(self, tokens: Tokens, head: int) -> bool:
        """ "Norvik plans to build a depot", "a mill run by Norvik", "won the contract for a jetty"."""
        parse, doing = tokens.parse, find_doing(tokens.parse, head)
        if doing is None:
            return False
        verb = doing[0]
        for _ in range(_ROW):
            if self._handles(tokens, verb):
                return True
            further = [c for c in parse.children[verb] if parse.deps[c] in {"xcomp", "conj"}]
            following = [c for c in further if parse.tags[c][:1] == "V" and c > verb]
            if not following:
                return False
            verb = following[0]
        return False

    def _handles(self, tokens: Tokens, verb: int) -> bool:
        """Whether works are the object of a verb of building, having and running them, or stand behind it."""
        parse = tokens.parse
        things = [c for c in parse.children[verb] if parse.deps[c] in _DONE]
        if any(parse.lemmas[k] in _WON for k in things):
            return any(self._is_works(tokens, k) for t in things for k in _list_inner(tokens, t))
        if parse.lemmas[verb] not in self.deeds:
            return False
        if parse.deps[verb] in _HANGING:
            things.append(parse.heads[verb])
        return any(self._is_works(tokens, k) for k in things)

    def _has(self, tokens: Tokens, end: int) -> bool:
        """ "Norvik's board machine"."""
        if tokens.lower_at(end) not in _OWNING:
            return False
        k = end + 1
        while k < min(end + _PHRASE, tokens.size - 1) and tokens.tags[k] in _INSIDE:
            if tokens.tags[k + 1] not in _INSIDE | {"NNS"}:
                break
            k += 1
        return k < tokens.size and tokens.tags[k] in {"NN", "NNS"} and self._is_works(tokens, k)

    def _is_maker(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "The wiring plant of [Norvik] in Tarno": the place is told behind the name."""
        if tokens.lower_at(start - 1) != "of" or tokens.lower_at(end) not in _AT:
            return False
        placed = tokens.capital[end + 1 : end + 2] == [True]
        return placed and read_head(tokens, start - 2) in self.plants

    def _is_site(self, tokens: Tokens, start: int, head: int) -> bool:
        """ "The plant it began at [Caleta Buena]", "a hall that Norvik rents at [Tarno]"."""
        parse = tokens.parse
        link = parse.heads[head]
        if tokens.lower[start - 1] not in _AT or parse.deps[head] != "pobj" or link != start - 1:
            return False
        verb = parse.heads[link]
        if parse.lemmas[verb] not in self.deeds:
            return False
        things = [c for c in parse.children[verb] if parse.deps[c] in _DONE and c < start]
        things += [parse.heads[verb]] if parse.deps[verb] in _HANGING else []
        return any(self._is_works(tokens, k) for k in things)


def _list_inner(tokens: Tokens, noun: int) -> list[int]:
    """What stands behind a contract: "for a jetty", "to build a depot"."""
    parse, found = tokens.parse, []
    for child in parse.children[noun]:
        if parse.lemmas[child] in _GOING:
            found += [c for c in parse.children[child] if parse.deps[c] == "pobj"]
        elif parse.tags[child][:1] == "V":
            found += [c for c in parse.children[child] if parse.deps[c] == "dobj"]
    return found
