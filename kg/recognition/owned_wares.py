"""Things of firms: "play on Tarka's PlayBox", "Tarka's PlayBox and Norvik's Zendo", "Norvik's Tempo cloud service"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_SURE = 4.0
_OWNING = frozenset(["'s", "’s"])
_USING = frozenset(["on", "aboard", "onto", "via", "using", "atop", "inside"])
_JOINTS = frozenset([",", "and", "or", "versus", "vs", "&"])
_EXAMPLES = frozenset(["such", "like", "including", "particularly", "especially", "notably"])
_SETTING_OFF = frozenset([",", "—", "–", "-", "("])
_ARTICLES = frozenset(["a", "an", "the"])
_ROW = 7  # tokens from one such thing to the next: ", Blue Zenda's Silver Moon"
_REACH = 3  # tokens from a name to what it is
_APPOSED = 6  # tokens of what it is called behind its comma
_LONGEST = 3  # words of such a name
_KINDS = ("NN", "NNS", "NNP", "JJ", "JJS", "RBS", "VBG", "VBN", "HYPH")
_BEFORE_OF = frozenset(_KINDS) - {"VBN", "VBG"}
_BROKEN = frozenset(["NN", "NNS", "NNP", "NNPS", "HYPH", "POS"])


class OwnedWareReader:
    """Votes for products among names behind a firm's "'s"; holds no state."""

    def __init__(self) -> None:
        triggers, names = load_lexicon("triggers"), load_lexicon("names")
        self.wares = triggers.get("goods") | triggers.get("works") | triggers.get("wares")
        self.wares = (self.wares | names.get("service_kinds")) - names.get("kinds_of_owners")
        self.deeds = names.get("company_verbs") | names.get("speech_verbs")
        self.deeds = self.deeds | names.get("ware_strangers") | names.get("dealings")
        self.given = load_lexicon("given_names").get("given")
        self.heads = frozenset(h.split()[-1] for h in names.get_mapping("heads"))
        self.heads = self.heads | names.get("company_suffixes") | names.get("company_endings")

    def read(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        places: frozenset[int],
        found: dict[str, float],
    ) -> None:
        """Adds the votes for the name in tokens start to end; `places` are the tokens of known places."""
        if self._is_apposed(tokens, end, places) and not self._acts(tokens, start, end):
            vote(found, "Product", _SURE)
        if not self._is_owned(tokens, start, end, places):
            return
        told = (
            self._is_used(tokens, start)
            or self._is_example(tokens, start)
            or self._has_kind(tokens, end)
            or self._is_in_row(tokens, start, end, places)
            or self._is_told_elsewhere(tokens, start, end)
        )
        if told and not self._acts(tokens, start, end):
            vote(found, "Product", _SURE)

    def _is_owned(self, tokens: Tokens, start: int, end: int, places: frozenset[int]) -> bool:
        """Whether it stands behind what may be a firm's possessive, and is not called as firms are."""
        owner = start - 2
        if owner < 0 or tokens.words[start - 1] not in _OWNING or end - start > _LONGEST:
            return False
        if not tokens.capital[owner] or owner in places or start in places:
            return False
        if self.heads.intersection(tokens.lower[start:end]) or tokens.words[start].isupper():
            return False
        given = end - start > 1 and tokens.lower[start] in self.given
        return not given and not self._is_person(tokens, owner)

    def _is_person(self, tokens: Tokens, k: int) -> bool:
        """ "Jane Doe's", and "Doe's" where the text has Jane Doe."""
        word = tokens.words[k]
        named = (i for i, other in enumerate(tokens.words) if other == word and i > 0)
        return word.lower() in self.given or any(tokens.lower[i - 1] in self.given for i in named)

    def _is_used(self, tokens: Tokens, start: int) -> bool:
        """ "on Tarka's PlayBox", "aboard Blue Zenda's Longship"."""
        k = _pass_owner(tokens, start)
        return tokens.lower[k] in _USING and tokens.tags[k] in {"IN", "VBG"}

    def _is_example(self, tokens: Tokens, start: int) -> bool:
        """ "chatbots such as Norvik's [Zendo]", "consoles that compete with Tarka's [Dawn]"."""
        k = _pass_owner(tokens, start)
        if tokens.lower[k] in {"with", "against"} and tokens.lemma_at(k - 1) == "compete":
            first = tokens.parse.sentences[tokens.parse.sentence_of[start]][0]
            return any(self._are_wares(tokens, i) for i in range(first, k))
        k -= tokens.lower[k] == "as" and tokens.lower_at(k - 1) == "such"
        if tokens.lower[k] not in _EXAMPLES or not k:
            return False
        return self._are_wares(tokens, k - 1 - (tokens.words[k - 1] in _SETTING_OFF))

    def _are_wares(self, tokens: Tokens, k: int) -> bool:
        return tokens.tags[k] == "NNS" and tokens.lower[k] in self.wares

    def _is_apposed(self, tokens: Tokens, end: int, places: frozenset[int]) -> bool:
        """ "[Zendo], Norvik's email service,", "[Zendo], the email service of Norvik"."""
        k = end + 1 + (tokens.lower_at(end + 1) in _ARTICLES)
        if tokens.lower_at(end) == "," and k > end + 1 and self._has_kind(tokens, k, _APPOSED):
            behind = (i for i in range(k, tokens.size) if tokens.tags[i] not in _BEFORE_OF)
            last = next(behind, tokens.size)
            named = tokens.capital[last + 1 : last + 2] == [True]
            return named and tokens.lower[last] in {"of", "from", "by"}
        first = k
        while tokens.capital[k : k + 1] == [True] and k - first < _LONGEST:
            k += 1
        owned = k > first and tokens.lower_at(end) == "," and tokens.words[k : k + 1]
        if not owned or tokens.words[k] not in _OWNING or k - 1 in places:
            return False
        return self._has_kind(tokens, k + 1, _APPOSED) and not self._is_person(tokens, k - 1)

    def _has_kind(self, tokens: Tokens, end: int, reach: int = _REACH) -> bool:
        """ "Norvik's [Tempo] cloud service", and no "Tempo car plant"."""
        for k in range(end, min(end + reach, tokens.size)):
            if tokens.tags[k] not in _KINDS or tokens.capital[k]:
                return False
            goes_on = tokens.tags[k + 1 : k + 2] and tokens.tags[k + 1] in _BROKEN
            if not goes_on:
                return tokens.lower[k] in self.wares or tokens.lemma_at(k) in self.wares
        return False

    def _is_in_row(self, tokens: Tokens, start: int, end: int, places: frozenset[int]) -> bool:
        """ "Tarka's PlayBox and Norvik's Zendo": things of two firms side by side."""
        owners = (_find_owner_behind(tokens, end), _find_owner_before(tokens, start))
        return any(k is not None and k not in places for k in owners)

    def _is_told_elsewhere(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "a PlayBox console", "the PlayBox is", "PlayBox 5" in another sentence."""
        sentence = tokens.parse.sentence_of[start]
        for k in self._find_others(tokens, start, end):
            last = k + end - start
            if tokens.parse.sentence_of[k] == sentence:
                continue
            article = tokens.lower_at(k - 1) in _ARTICLES
            alone = article and tokens.tags[last : last + 1] and tokens.tags[last] not in _BROKEN
            if alone or self._has_kind(tokens, last):
                return True
        return False

    def _acts(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Zendo said", "Zendo will buy", "Zendo Inc", "Zendo's chief": no ware does or has that."""
        for k in (start, *self._find_others(tokens, start, end)):
            last = _pass_row(tokens, k + end - start)
            behind = tokens.lower_at(last)
            if behind in _OWNING or (behind in self.heads and tokens.capital[last]):
                return True
            helped = tokens.tags[last : last + 1] in (["MD"], ["VBZ"], ["VBP"], ["RB"])
            verb = last + (helped and tokens.lemma_at(last) not in self.deeds)
            acting = tokens.tags[verb : verb + 1] and tokens.tags[verb][:2] == "VB"
            if acting and tokens.lemma_at(verb) in self.deeds:
                return True
        return False

    def _find_others(self, tokens: Tokens, start: int, end: int) -> list[int]:
        """Where else the name begins."""
        words = tokens.words[start:end]
        return [
            k
            for k, word in enumerate(tokens.words)
            if word == words[0] and k != start and tokens.words[k : k + len(words)] == words
        ]


def _pass_owner(tokens: Tokens, start: int) -> int:
    """The token before the owner of what begins at `start`."""
    k = start - 2
    while k > 0 and tokens.capital[k]:
        k -= 1
    return k


def _find_owner_behind(tokens: Tokens, end: int) -> int | None:
    """The last word of the owner of what goes on in the row: ", Blue [Zenda]'s Silver Moon"."""
    if tokens.lower_at(end) not in _JOINTS:
        return None
    for k in range(end + 1, min(end + _ROW, tokens.size - 1)):
        if tokens.words[k] in _OWNING:
            return k - 1 if k > end + 1 and tokens.capital[k + 1] else None
        if not tokens.capital[k] and tokens.lower[k] not in _JOINTS:
            return None
    return None


def _pass_row(tokens: Tokens, end: int) -> int:
    """The end of a row of owned things: of "Tarka's Zendo [and Norvik's Dawn] said" both are told to speak."""
    while (owner := _find_owner_behind(tokens, end)) is not None:
        end = owner + 2
        while tokens.capital[end : end + 1] == [True]:
            end += 1
    return end


def _find_owner_before(tokens: Tokens, start: int) -> int | None:
    """The same of what comes before in the row: "[Tarka]'s PlayBox, Blue Zenda's"."""
    k = _pass_owner(tokens, start)
    if tokens.lower[k] not in _JOINTS:
        return None
    while k > 0 and (tokens.capital[k] or tokens.lower[k] in _JOINTS):
        k -= 1
    near = start - k < _ROW + _REACH and tokens.words[k] in _OWNING
    return k - 1 if near and tokens.capital[k - 1] else None
