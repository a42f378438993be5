"""Titles that are no titles but begin a name: "King Abdullah Port", "CEO Forum", "Council of Ministers"."""

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.acronyms import read_initials
from kg.recognition.heads import HeadFinder
from kg.recognition.namesake_places import NAMESAKES, begins_place, ends_firm
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_HOUSES = frozenset(["ResearchBody", "TransportCorridor"])
_GROUNDS = ("Facility", "EconomicZone")
_BEFORE_TITLES = frozenset(["the", "a", "its", "their", "as", "his", "her"])
_BEHIND_TITLES = frozenset([",", ".", "of", "at", "for", ";", "-", "said", "says"])
_UNITS = load_lexicon("triggers").get("unit_nouns") | {"parent", "shares"}
_MEMBERSHIPS = frozenset(
    "association chamber institute federation society union guild confederation".split()  # noqa: SIM905
)
_NAMED = 4  # words of a state's name and the title's
_MINISTERIAL = [["cabinet", "of"], ["council", "of"]]  # "… of Ministers" is a body


class NamedPosts:
    """Tells such titles; holds no state."""

    def __init__(self, heads: HeadFinder, ontology: Ontology) -> None:
        self.heads = heads
        self.crossings = load_lexicon("names").get("crossing_heads")
        self.ontology = ontology

    def drop(self, tokens: Tokens, posts: list[PostSpan]) -> list[PostSpan]:
        """ "King Abdullah Port", "Queen Mary University": a title word that begins a headed name."""
        kept = []
        firms = find_firm_initials(tokens, posts)
        for post in posts:
            if tokens.words[post.start] in firms and post.end - post.start == 1:
                continue  # "Gallia Mills … GM's profit", "General Metals (GM)": no general manager
            end = post.end
            while end < len(tokens.words) and tokens.capital[end]:
                end += 1
            kind = self.heads.find_type(tokens, post.end, end) if end - post.end >= 2 else None
            if tokens.capital[post.start] and _owns_office(tokens, post.end):
                continue  # "Prime Minister's Office"
            if tokens.words[post.start : post.end + 1] == ["Premier", "League"]:
                continue
            if tokens.lower_at(post.start - 1) in NAMESAKES and self._is_headed(tokens, post.end):
                continue  # "Prince Sultan University"
            if kind and tokens.capital[post.start] and self._is_ground(kind):
                continue
            if self.heads.first_heads.get(tokens.lower_at(post.start - 1)) == "Product":
                continue  # "HMS Queen Anna", a ship
            ranked = tokens.words[post.start].istitle() and tokens.lower[post.start] in NAMESAKES
            house = kind in _HOUSES or tokens.lower[end - 1] in self.crossings
            named = (ranked and house) or begins_place(tokens, post.start)
            if named and post.end - post.start == 1:
                continue  # "Queen Anna University", "Sultan Salem Road", "Queen Anna Bridge"
            if tokens.capital[post.start] and self.heads.names_occasion(tokens, post.start, end):
                continue  # "Energy Ministers Meeting", "CEO Forum"
            if _is_of_office(tokens, post.start) or self._closes_body(tokens, post):
                continue  # "Cabinet of Ministers", "Chamber of Fund Managers"
            kept.append(post)
        return kept

    def _is_ground(self, kind: str) -> bool:
        """ "Emir Salem Bridge", "Governor Norvik Industrial Park"."""
        return any(self.ontology.is_a(kind, wanted) for wanted in _GROUNDS)

    def _closes_body(self, tokens: Tokens, post: PostSpan) -> bool:
        """ "the Association of Port Managers": a plural in capitals that closes the name of a body of theirs.

        And "Noodle [King]", a firm.
        """
        if ends_firm(tokens, post.end - 1):
            return True
        ministerial = tokens.lower[post.start - 2 : post.start] in _MINISTERIAL
        if ministerial and post.end - post.start == 1:
            return True
        if not (tokens.capital[post.start] and tokens.tags[post.end - 1] in {"NNS", "NNPS"}):
            return False
        k = post.start - 1
        while k > 0 and (tokens.capital[k] or tokens.lower[k] in {"and", "&", ","}):
            k -= 1
        head = tokens.lower_at(k - 1)
        return tokens.lower[k] == "of" and tokens.capital[k - 1] and head in _MEMBERSHIPS

    def _is_headed(self, tokens: Tokens, k: int) -> bool:
        """Whether a word that heads names stands there with a capital."""
        return tokens.capital[k : k + 1] == [True] and bool(self.heads.find_type(tokens, k, k + 1))


def _is_acronym(tokens: Tokens, post: PostSpan, posts: list[PostSpan]) -> bool:
    """Whether a title of capitals is what a name goes by, told in brackets behind it: no "Chief Officer (CO)"."""
    word = tokens.words[post.start]
    if post.end - post.start != 1 or not word.isupper():
        return False
    return any(
        all(tokens.capital[opening - len(word) : opening])
        and read_initials(" ".join(tokens.words[opening - len(word) : opening])) == word
        and not any(p.start < opening and p.end > opening - len(word) for p in posts)
        for opening in tokens.bracketed.get(word, ())
        if opening >= len(word)
    )


def find_firm_initials(tokens: Tokens, posts: list[PostSpan]) -> set[str]:
    """Titles in capitals that are the initials of a name in the text: "GM" where it tells of Gallia Mills.

    Only what managers are called, and only where it stands beside no other capitals or article.
    """
    short = [p for p in posts if p.end - p.start == 1 and tokens.words[p.start].isupper()]
    short = [p for p in short if not p.public and len(tokens.words[p.start]) > 1]
    titles = {k for post in posts for k in range(post.start, post.end)}
    beside = {tokens.words[p.start] for p in short if _has_holder(tokens, p)}
    found = {tokens.words[p.start] for p in short} - beside
    told = {tokens.words[p.start] for p in posts if _is_acronym(tokens, p, posts)}
    told |= {tokens.words[p.start] for p in short if _is_owner(tokens, p)} - beside
    return told | {word for word in found if _is_spelled(tokens, word, titles)}


def _is_owner(tokens: Tokens, post: PostSpan) -> bool:
    """ "the financing arm of GM": a firm by its initials, as a post has neither arm nor unit."""
    owned = tokens.lower_at(post.start - 2) in _UNITS
    return tokens.lower_at(post.start - 1) == "of" and owned


def _has_holder(tokens: Tokens, post: PostSpan) -> bool:
    """ "GM Jane Roe", "Jane Roe, GM", "the GM"."""
    before, after = tokens.lower_at(post.start - 1), tokens.lower_at(post.end)
    behind = before == "," and after in _BEHIND_TITLES
    named = tokens.capital[post.end : post.end + 1] == [True]
    return behind or named or before in _BEFORE_TITLES


def _is_spelled(tokens: Tokens, letters: str, titles: set[int]) -> bool:
    """Whether a run of words in capitals, no title of a post, has these initials."""
    size = len(letters)
    for k in range(len(tokens.words) - size + 1):
        if tokens.capital[k] and tokens.words[k][0] == letters[0]:
            words = tokens.words[k : k + size]
            spelled = [word[0] for word in words] == list(letters)
            if (
                spelled
                and all(w.istitle() for w in words)
                and titles.isdisjoint(range(k, k + size))
            ):
                return True
    return False


def _is_of_office(tokens: Tokens, start: int) -> bool:
    """ "the Office of the Ruritanian [Trade Representative]": whose office it is, in the body's own name."""
    k = start - 1
    while k > 1 and tokens.capital[k] and start - k < _NAMED:
        k -= 1
    k -= tokens.lower[k] == "the"
    office = k > 1 and tokens.lower[k - 1 : k + 1] == ["office", "of"] and tokens.capital[k - 1]
    return office and tokens.capital[start]


def _owns_office(tokens: Tokens, end: int) -> bool:
    """ "Sheriff['s Department]", "Prosecutor [General's Office]": what a title behind which it stands names."""
    end += tokens.lower_at(end) == "general"
    named = tokens.lower[end : end + 2] in (["'s", "office"], ["'s", "department"])
    return named and tokens.capital[end + 1]
