"""Who holds a post, told behind what the post is of: "Governor of the Norvik Region X"."""

import re
from collections.abc import Container, Mapping, Sequence

from kg.lexicon import load_lexicon
from kg.recognition.family_shapes import is_of_syllables
from kg.recognition.glued_holders import begins_with_initials, find_short_cut, pass_units
from kg.recognition.heads import HeadFinder
from kg.recognition.post_links import (
    closes_bare_body,
    is_secretaries_body,
    pass_owner,
    pass_sender,
    stands_behind_title,
)
from kg.recognition.post_rows import PostSpan
from kg.recognition.said_posts import is_of_firms
from kg.recognition.tokens import Tokens

_GIVEN = load_lexicon("given_names").get("given")
_PEERS = frozenset(["counterpart", "counterparts", "colleague", "colleagues", "peer"])
_LONGEST = 5  # words of a person's name
_SYLLABLE = 4  # letters: "S.", "Al", "Lin", "Park" may be words of the language too
_REACH = 14  # tokens from the title to the name
_INITIALED = re.compile(r"^[A-Z][a-z]?\.[A-Z]\w+$")
_GIVING_POSTS = frozenset(
    "name appoint elect hire promote nominate reappoint pick select tap".split()  # noqa: SIM905
)
_FIRM_RANKS = load_lexicon("posts").get("firm_ranks")
_POSTS_OF_FIRMS = load_lexicon("posts").get("posts_of_firms")
_AIDES, _STATE_HEADS = load_lexicon("posts").get("aides"), load_lexicon("names").get("state_heads")
_UNTIL = frozenset(["until", "till", "now", "recently", "then"])
_HAVING = frozenset(["has", "have", "had"])
_BEFORE_POSTS = frozenset(["its", "their", "the", "new", "his", "her", "a", "to", "be"])
_INSIDE = frozenset(["of", "the", "for", "on", "and", "&", "'s", "(", ")", "in", "at"])
_AREAS = frozenset(
    "provincial municipal city district county regional state national local central federal communal ward".split()  # noqa: SIM905
)


class HolderFinder:
    """Finds where a body's or place's name ends and its head's name begins."""

    def __init__(self, heads: HeadFinder) -> None:
        self.heads = heads
        self.titles = frozenset(
            head.split()[-1] for head in load_lexicon("posts").get_mapping("heads")
        )
        self.topics = load_lexicon("names").get("topics")
        self.particles = load_lexicon("names").get("particles")
        self.given = load_lexicon("given_names").get("given")

    def find_cut(
        self, tokens: Tokens, start: int, end: int, places: Container[int]
    ) -> tuple[int, int] | None:
        """ "the Norvik Region Jane Doe" behind a title: the end of the one, the start of the other.

        `places` are the tokens behind known places.
        """
        if not self.follows_post(tokens, start):
            return self._find_bare_cut(tokens, start, end, places)
        for k in range(end - 2, start, -1):
            behind = self._is_behind_field(tokens, start, k, places)
            behind = behind or self._is_behind_word(tokens, start, k)
            behind = behind or is_secretaries_body(tokens, start, k)
            behind = behind or begins_with_initials(tokens, k, end)
            acronym = k == start + 1 and tokens.words[start].isupper()
            behind = behind or (acronym and len(tokens.words[start]) > 2)  # "head of ZETA Jane Doe"
            behind = behind or (k == start + 1 and self._is_before_given_name(tokens, k, end))
            if behind and self._is_name(tokens, k, end):
                return k, k
        for k in range(end - 2, start + 1, -1):
            if tokens.lower[k - 1] not in self.heads.heads or not tokens.capital[k - 1]:
                continue
            if not tokens.capital[k]:  # "Council for Science and Technology | and Innovation"
                continue
            if self.heads.find_type(tokens, start, k):
                common = tokens.lower[k] not in self.given and all(
                    tokens.is_common(i) for i in range(k, end)
                )
                headed = self.heads.find_type(tokens, k, end) or tokens.lower[k] in self.heads.links
                return None if common or headed or end - k > _LONGEST else (k, k)
        return None

    def _find_bare_cut(
        self, tokens: Tokens, start: int, end: int, places: Container[int]
    ) -> tuple[int, int] | None:
        """The same right behind a title, "Chairman Norvik Port Authority | Jane Doe": behind a body's last word."""
        if not stands_behind_title(tokens, start, self.titles):
            return None
        for k in range(end - 2, start + 1, -1):
            headed = tokens.lower[k - 1] in self.heads.heads
            headed = headed or " ".join(tokens.lower[k - 2 : k]) in self.heads.heads
            headed = headed and tokens.capital[k - 1]
            behind = headed and self.heads.find_type(tokens, start, k) is not None
            behind = behind or self._is_behind_field(tokens, start, k, places)
            if behind and self._is_name(tokens, k, end):
                return k, k
        plain = self.topics | self.titles | self.heads.heads.keys()
        cut = find_short_cut(tokens, start, end, places, plain)
        return None if cut is None or self.heads.find_type(tokens, cut[0], end) else cut

    def _is_behind_field(self, tokens: Tokens, start: int, k: int, places: Container[int]) -> bool:
        """Whether "Ministry of Trade", "Cabinet of Ministers of Ruritania" ends at k."""
        return (
            "of" in tokens.lower[start:k]
            and (
                tokens.lower[k - 1] in self.topics or tokens.lower[k - 1] == "office" or k in places
            )
            and self.heads.find_type(tokens, start, k) is not None
        )

    def _is_behind_word(self, tokens: Tokens, start: int, k: int) -> bool:
        """Whether "Union of Dock Workers", "Senate" ends at k: a body's name in words of the language."""
        return (
            tokens.capital[k - 1]
            and (tokens.is_common(k - 1) or tokens.lower[k - 1] in self.heads.suffixes)
            and tokens.lower[k - 1] not in self.given
            and self.heads.find_type(tokens, start, k) is not None
        )

    def _is_before_given_name(self, tokens: Tokens, k: int, end: int) -> bool:
        """ "head of Norvik | Jane Doe": a firm of one strange word, and a first name with more behind it."""
        first = tokens.lower[k - 1]
        strange = not tokens.is_common(k - 1) and first not in self.given
        return strange and tokens.lower[k] in self.given and end - k > 1

    def _is_name(self, tokens: Tokens, k: int, end: int) -> bool:
        """Whether the rest is a name of two to four words that no dictionary knows."""
        words = [i for i in range(k, end) if tokens.words[i] != "-"]
        words = [i for i in words if i == k or tokens.words[i - 1] != "-"]  # "Min-jae" is one
        strange = any(not tokens.is_common(i) for i in words) and all(
            (tokens.capital[i] or (i > k and tokens.lower[i] in self.particles))
            and (not tokens.is_common(i) or len(tokens.words[i]) <= _SYLLABLE)
            and tokens.words[i].replace("'", "").replace(".", "").isalpha()
            for i in words
        )
        given = tokens.lower[k] in self.given and tokens.lower[k] not in self.topics
        given = given or is_of_syllables(tokens, words)
        return (
            2 <= len(words) <= _LONGEST
            and (strange or given)
            and not self.heads.find_type(tokens, k, end)
        )

    def follows_post(self, tokens: Tokens, start: int) -> bool:
        """Whether "TITLE of", "TITLE to the" stands before the token."""
        before = pass_owner(tokens, start - 1 - (tokens.words[start - 1] in _AREAS))
        while start - 5 < before < start - 1 and tokens.capital[before]:
            before -= 1  # "of the Zenda provincial Committee", "of Zenda's Department"
        link = before - (tokens.lower[before] == "the")
        if link < 1 or tokens.lower[link] not in {"of", "for", "at", "in", "to", "under"}:
            return False
        k = self._pass_field(tokens, link - 1) if tokens.lower[link] == "of" else link - 1
        if tokens.lower[link] in {"of", "under"} and tokens.lower[k] not in self.titles:
            k = pass_units(tokens, k, self.titles)
        if tokens.lower[link] in {"in", "to", "at"} and tokens.lower[k] not in self.titles:
            k = pass_sender(tokens, k, self.titles)
        return tokens.lower[k] in self.titles

    def begins_holder(self, tokens: Tokens, start: int, left: int, end: int) -> bool:
        """Whether the words from `left` on may name who holds a post of the place before them."""
        named = end - left >= 2 or is_initialed(tokens.words[left : left + 1])
        colleague = tokens.lower_at(start - 1) in {"from", "in"}
        colleague = colleague and tokens.lower_at(start - 2) in _PEERS
        return named and (colleague or self.follows_post(tokens, start))

    def _pass_field(self, tokens: Tokens, k: int) -> int:
        """Back from the end of "Minister of Foreign Affairs", "Minister for Trade and Ports" to the title."""
        end = k
        while k > max(end - _REACH, 0) and (
            (tokens.capital[k] and tokens.lower[k] in self.topics)
            or (k < end and tokens.lower[k] in {"and", "&", ","})
        ):
            k -= 1
        linked = k < end and k > 0 and tokens.lower[k] in {"of", "for"}
        return k - 1 if linked and tokens.lower[k - 1] in self.titles else end


def is_initialed(words: Sequence[str]) -> bool:
    """ "J.Quispe": an initial and a name in one word."""
    return len(words) > 0 and _INITIALED.match(words[0]) is not None


def find_kind_by_title(
    tokens: Tokens,
    start: int,
    end: int,
    post_starts: Mapping[int, PostSpan],
    local_heads: frozenset[str],
) -> str | None:
    """What a name before a title is: "Norvik chairman" a firm, "Zenda mayor" a town, "named X chairman" a person."""
    after = end + (tokens.lower_at(end) == "as")
    while after < end + 4 and tokens.lower_at(after) in _BEFORE_POSTS:
        after += 1
    if tokens.lemma_at(start - 1) in _GIVING_POSTS and after in post_starts:
        return "Person"  # "named X as its chief executive", "appointed X chairman"
    if tokens.lower_at(end) == "as" and after in post_starts and tokens.lower[start] in _GIVEN:
        return "Person"  # "a board with Nina Aalto as chair"
    owned = post_starts.get(end + 1) if tokens.lower_at(end) in {"'s", "’s"} else None
    if owned and " ".join(tokens.lower[owned.start : owned.head + 1]) in _POSTS_OF_FIRMS:
        return "Company"  # "Norvik's general manager"
    if end not in post_starts:
        return "Company" if _gives_posts(tokens, start, end, post_starts) else None
    post = post_starts[end]
    if " ".join(tokens.lower[end : post.end]) in _AIDES:
        return None  # "Roe adviser X", "Roe chief of staff Y": those of persons as well
    local = not {tokens.lower[post.head], " ".join(tokens.lower[end : post.end])}.isdisjoint(
        local_heads
    )
    if tokens.lower[post.head] in _STATE_HEADS:
        return "Province"
    return "City" if local else "Company"


def is_behind_body(
    tokens: Tokens, start: int, post_ends: Mapping[int, PostSpan], places: Container[int]
) -> bool:
    """ "the head of the Norvik Court (NC), X", "the envoy of Norvik's office X": X holds the post.

    `places` are the tokens of known places.
    """
    k = start - 1 - (tokens.lower[start - 1] == "," if start else 0)
    while k > max(start - _REACH, 0) and k not in post_ends:
        near = (start - k <= 2 and tokens.tags[k] == "NN") or tokens.words[k] in _AREAS
        if not (tokens.lower[k] in _INSIDE or tokens.capital[k] or near):
            return False
        k -= 1
    title = post_ends.get(k)
    if title is not None and closes_bare_body(tokens, k, start):
        return True
    return (
        title is not None
        and (start - k > 2 or (title.public and start - 1 in places))
        and tokens.lower[k]
        in ({"of", "at", "for", "to", "in"} if title.public else {"of", "at", "for"})
        and (title.public or tokens.tags[title.head] not in {"NNS", "NNPS"})
    )


def holds_post_behind(
    tokens: Tokens,
    start: int,
    end: int,
    post_starts: Mapping[int, PostSpan],
    speaking: frozenset[str],
) -> bool:
    """ "X, the head of Norvik,", "X (Norvik's head)": who has a title behind a comma is a person."""
    if tokens.lower_at(end) not in {",", "("}:
        return False
    first = _pass_owner(tokens, end + 1)
    for k in range(first, min(first + 4, len(tokens.words))):
        if k in post_starts:
            post = post_starts[k]
            if end - start == 1 and is_of_firms(tokens, post):
                return False
            # "to Norvik, the board's head said" tells nothing of Norvik
            return tokens.lemma_at(post.end) not in speaking
        owner = tokens.tags[k] == "POS" or tokens.lower_at(k + 1) in {"'s", "’s"}
        if tokens.lower[k] in _UNTIL:
            continue  # "X, until now energy secretary,"
        if not owner and tokens.tags[k] not in {"DT", "JJ", "RB", "PRP$"}:
            return False
    return False


def is_of_states(tokens: Tokens, post: PostSpan) -> bool:
    """Whether places have such a post: no "Senior Vice President", nor a "Vice President Global Sales"."""
    words = tokens.lower[post.start : post.end]
    fielded = words[-1] != tokens.lower[post.head] and tokens.lower[post.head] == "president"
    return post.public and not fielded and _FIRM_RANKS.isdisjoint(words)


def _gives_posts(tokens: Tokens, start: int, end: int, post_starts: Mapping[int, PostSpan]) -> bool:
    """ "Norvik has appointed X as chief executive": who gives a post that no state gives is a firm."""
    verb = end + (tokens.lower_at(end) in _HAVING)
    passive = verb == end and tokens.tags[verb : verb + 1] == ["VBN"]
    if passive or tokens.lower[start] in _GIVEN or tokens.lemma_at(verb) not in _GIVING_POSTS:
        return False
    first = next((k for k in range(verb + 1, verb + 4) if any(tokens.capital[k : k + 1])), None)
    if first is None and verb + 1 not in post_starts:
        return False  # "has picked [geologist] X"
    limit = tokens.parse.sentences[tokens.parse.sentence_of[verb]][1]
    starts = (k for k in range(verb + 1, min(verb + _REACH, limit)) if k in post_starts)
    first = next(starts, None)
    return first is not None and not post_starts[first].public


def _pass_owner(tokens: Tokens, start: int) -> int:
    """ "X, [the Norvik Ports Group's] head": behind who owns the post; `start` where nobody is told."""
    k = start + (tokens.lower_at(start) == "the")
    while k < start + _REACH and k < len(tokens.words) and tokens.capital[k]:
        k += 1
    return k + 1 if k > start and tokens.lower_at(k) in {"'s", "’s", "'", "’"} else start


def is_listed(tokens: Tokens, start: int, post_ends: Mapping[int, PostSpan]) -> bool:
    """ "Chief Operating Officer – [X]": a title and its holder, on a line of their own."""
    return tokens.lower_at(start - 1) in {"–", "—", ":"} and start - 1 in post_ends
