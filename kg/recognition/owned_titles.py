"""What stands between an owner and the word of a post is its title: "the union's [negotiating] secretary, X"."""

from kg.lexicon import load_lexicon
from kg.recognition.post_links import is_members_body
from kg.recognition.tokens import Tokens

_OWNING = frozenset(["owner", "co-owner", "proprietor", "founder", "co-founder"])
_FORCES = frozenset(["army", "police", "military", "navy", "security"])
_LONGEST = 4  # tokens before the head
_NOUNS = frozenset(["NN", "NNS", "VBG"])
_ALL = _NOUNS | {"JJ", "NNP"}
_PRONOUNS = frozenset(["its", "their"])
_OF_PLACES = frozenset(["governor", "gov", "gov.", "mayor", "senator"])
_TELLING = frozenset(["including", "involving", "following", "concerning", "citing", "quoting"])
_OPENING = frozenset([",", ";", '"', "“", "”", "''", "``", "and", "by"])


class OwnedTitles:
    """Takes such words into the title; loaded once, holds no state."""

    def __init__(self) -> None:
        posts, triggers = load_lexicon("posts"), load_lexicon("triggers")
        self.modifiers = posts.get("modifiers")
        names = load_lexicon("names")
        self.heads = frozenset(posts.get_mapping("heads"))
        self.others = names.get("person_nouns") | self.heads
        self.others |= posts.get("former") | posts.get("future") | _TELLING
        self.bodies = triggers.get("bodies_before_titles") | triggers.get("firms_before_titles")
        self.others |= load_lexicon("given_names").get("given")
        # "the ministry's", "[Republican] Rep. X": whose they are
        self.others |= names.get("state_bodies") | names.get("chambers") | names.get("party_words")
        self.speaking = triggers.get("spokes_post")
        self.name_heads = frozenset(names.get_mapping("heads"))
        letters = names.get("plain_acronyms") | names.get("common_capitals") | {"it"}
        self.letters = letters | names.get("topics") | self.modifiers

    def take(self, tokens: Tokens, start: int, head: int, floor: int, taken: frozenset[int]) -> int:
        """Where the title that begins at `start` begins with them: behind an owner, or where a sentence opens."""
        if tokens.lower[head] in _OF_PLACES:
            return start  # "[Tarn] Gov X"
        # "[shop] owner X" tells what is owned, "[army] spokesman X" who is spoken for.
        apart = tokens.lower[head] in _OWNING or self._speaks(tokens, start, head)
        if apart or not self._is_before_holder(tokens, head) or self._goes_on(tokens, head):
            # "the Ruritanian [army] spokesman X": of no body but the land's
            forces = apart and start - 2 in taken and tokens.lower[start - 1] in _FORCES
            return start - (forces and start - 1 not in taken)
        first = tokens.parse.sentences[tokens.parse.sentence_of[head]][0]
        k = start
        while k > max(floor, first, head - _LONGEST) and self._is_part(
            tokens, k - 1, first, taken, capital=tokens.capital[head]
        ):
            k -= 1
        if k == first and tokens.capital[head] and self._is_long(tokens, start, head):
            k += 1  # "[Tarn] Regional Commissioner X": where that is
        if k == start or k == head - _LONGEST or is_members_body(tokens, k):
            return start
        if k > first and (tokens.tags[k - 1] == "POS" or tokens.lower[k - 1] in _PRONOUNS):
            return self._leave_adjectives(tokens, k, start)
        opens = (
            k == first or tokens.lower[k - 1] in _OPENING or tokens.tags[k - 1] in {"VBD", "VBZ"}
        )
        named = tokens.capital[self._find_end(tokens, head)]
        own = self.bodies.isdisjoint(tokens.lower[k:start])
        if tokens.capital[head] and k < start - 1:  # "National [Assembly] Chairwoman"
            own = own and self.name_heads.isdisjoint(tokens.lower[k:start])
        return self._leave_adjectives(tokens, k, start) if opens and named and own else start

    def _is_long(self, tokens: Tokens, start: int, head: int) -> bool:
        """Whether the title has two words without what stands before it."""
        return start < head or f"{tokens.lower[head]} {tokens.lower_at(head + 1)}" in self.heads

    def _speaks(self, tokens: Tokens, start: int, head: int) -> bool:
        return " ".join(tokens.lower[start : head + 1]) in self.speaking

    def _goes_on(self, tokens: Tokens, head: int) -> bool:
        """ "its [executive] officer": the first of two words of posts that are no one title."""
        behind = tokens.lower_at(head + 1)
        return behind in self.heads and f"{tokens.lower[head]} {behind}" not in self.heads

    def _find_end(self, tokens: Tokens, head: int) -> int:
        """The token behind the title's words in small letters."""
        end = head + 1
        while end < len(tokens.words) - 1 and tokens.tags[end] in _ALL and not tokens.capital[end]:
            end += 1
        return end

    def _is_before_holder(self, tokens: Tokens, head: int) -> bool:
        """Whether a name, perhaps behind a comma, follows."""
        end = self._find_end(tokens, head)
        end += tokens.lower_at(end) == ","
        return tokens.capital[end : end + 2] == [True, True]

    def _is_part(
        self, tokens: Tokens, k: int, first: int, taken: frozenset[int], *, capital: bool
    ) -> bool:
        if k in taken or not tokens.words[k].isalpha() or tokens.tags[k] not in _ALL:
            return False
        if tokens.lower[k] in self.others:
            return False
        if not tokens.capital[k]:
            return not capital
        if tokens.words[k].isupper() and not tokens.is_shouted(k):
            return tokens.lower[k] in self.letters  # "[HR] chief X" and no body, "FTC chief X"
        return (k == first or capital) and tokens.is_common_word(tokens.lower[k])

    def _leave_adjectives(self, tokens: Tokens, k: int, start: int) -> int:
        """ "its [new] estate manager": what only describes the holder stays out."""
        while k < start and tokens.tags[k] not in _NOUNS and tokens.lower[k] not in self.modifiers:
            if tokens.tags[k] == "NNP":
                return k
            k += 1
        return k
