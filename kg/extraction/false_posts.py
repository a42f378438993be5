"""Posts that the words of a rule give and the meaning of the title does not: "a member of the union"."""

from kg.extraction.appointers import is_appointer
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.charges import is_charge
from kg.extraction.next_holders import is_of_next
from kg.extraction.party_posts import is_of_other_party, is_of_state
from kg.extraction.posts_of_others import is_of_other
from kg.extraction.title_gaps import is_in_title
from kg.extraction.titles import TitleReader
from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, Mention, MentionKind
from kg.model.parse import FINITE

_PREDICATE = "holdsPost"
_TO_BE = (["to", "be"], ["to", "become"], ["to", "serve"])
_TITLED = 7  # tokens of "by U.S. President" and the like before a name
_SENDING = frozenset(["of", "to", "for", "in"])
_MEMBERSHIPS = frozenset(["memberOf", "subsidiaryOf"])
_MEMBERS = frozenset(["member", "members"])
_BELONGING = frozenset(["of", "from"])


_BEHIND_SPEECH = frozenset([",", '"', "”", "''", "’"])

_OF_LAWMAKERS = load_lexicon("posts").get("posts_of_lawmakers")
_OF_BODY = frozenset(["of", "at"])


class FalsePosts:
    """Drops what no post is; loaded once, holds no state between documents."""

    def __init__(self, titles: TitleReader) -> None:
        posts = load_lexicon("posts")
        self.titles = titles
        self.member_titles = posts.get("member_titles")
        self.speaking = load_lexicon("scope").get("speech")
        self.heads = frozenset(posts.get_mapping("heads"))
        scope = load_lexicon("scope")
        self.giving = scope.get("done_to_verbs") | scope.get("proposing_verbs") | {"choose", "pick"}
        self.of_firms = posts.get("posts_of_firms")
        self.of_sees = load_lexicon("triggers").get("see_post")

    def drop(self, candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
        """The candidates without members, whom memberOf tells, and without firms' posts in places."""
        return [
            c
            for c in candidates
            if not isinstance(c.object, Mention) or not self._drops(c, c.object, arguments)
        ]

    def _drops(self, candidate: Candidate, body: Mention, arguments: ArgumentFinder) -> bool:
        if candidate.rule.predicate in _MEMBERSHIPS:
            if body.type == "PoliticalParty" and candidate.rule.predicate == "memberOf":
                return is_of_other_party(candidate.subject, body, arguments)
            return _is_on_board(candidate.subject, body, arguments)
        return candidate.rule.predicate == _PREDICATE and self._is_false(candidate, body, arguments)

    def _is_false(self, candidate: Candidate, body: Mention, arguments: ArgumentFinder) -> bool:
        title = next((q.value for q in candidate.qualifiers if q.name == "title"), None)
        if not isinstance(title, str) or body not in arguments.ranges:
            return False  # a country within a name, of which the document is
        if _has_no_such(body, title):
            return True
        if arguments.fits(body, ("Region",)) and _is_for(body, title, arguments):
            return True
        if is_of_other(candidate, body, title, self.titles, arguments):
            return True
        if is_in_title(arguments.ranges[body][0], arguments) or is_charge(body, arguments):
            return True  # "head of [Africa] sales"
        if self._is_speaker(candidate.subject, arguments):
            return True
        given = self._is_giver(candidate.subject, title, arguments)
        given = given or is_appointer(candidate.subject, title, arguments)
        if given or _is_of_firm_beside(candidate.subject, body, title, arguments):
            return True
        if self._follows_plural(body, arguments) or _is_given_to_other(candidate, arguments):
            return True
        others = (_is_in_next_item, _is_of_other_person, is_of_next)
        if any(tells(candidate.subject, body, arguments) for tells in others):
            return True
        settled = arguments.fits(body, SETTLED)
        seat = settled or _is_lone_aside(body, arguments)
        if seat and any(tells(body, arguments) for tells in _OF_BODIES):
            return True
        if title.casefold() in self.member_titles:
            return arguments.fits(body, ("Organization",))
        return settled and (self._is_of_firms(title) or self._is_of_see(title, body))

    def _is_of_see(self, title: str, body: Mention) -> bool:
        """ "the [Peruvian] bishop X": of a town or see, and of no state."""
        return body.type == "Country" and self.titles.matches_text(title, self.of_sees)

    def _is_of_firms(self, title: str) -> bool:
        """ "CEO and President of Norvik, [Ruritania]": any of the titles told together is one of firms."""
        parts = title.casefold().replace("&", "and").replace("/", " and ").split(" and ")
        return any(self.titles.matches_text(part.strip(), self.of_firms) for part in parts)

    def _is_giver(self, person: Mention, title: str, arguments: ArgumentFinder) -> bool:
        """ "nominated by President [X] to be secretary": who gives a post has it not."""
        parse, (start, end) = arguments.parse, arguments.ranges[person]
        behind = [w.lower() for w in parse.words[end : end + 2]]
        given = " ".join(parse.words[end : end + _TITLED])
        if (behind[:1] != ["as"] and behind not in _TO_BE) or title.split()[0] not in given:
            return False
        before = range(max(start - _TITLED, 1), start)
        by = next((k for k in before if parse.words[k] == "by"), None)
        return by is not None and parse.lemmas[by - 1] in self.giving

    def _follows_plural(self, body: Mention, arguments: ArgumentFinder) -> bool:
        """ "the heads of state of [Peru], Y and Z": many have the title, and what follows the place is one more."""
        parse, (start, end) = arguments.parse, arguments.ranges[body]
        if parse.words[end : end + 1] != [","] or parse.words[start - 1] != "of":
            return False
        for post in arguments.by_token.get(start - 2, ()):
            if post.kind is MentionKind.POST:
                titles = range(*arguments.ranges[post])
                head = next((k for k in titles if parse.lemmas[k].lower() in self.heads), None)
                return head is not None and parse.tags[head] in {"NNS", "NNPS"}
        return False

    def _is_speaker(self, person: Mention, arguments: ArgumentFinder) -> bool:
        """ "Y stepped down as head of A, [X] said": who tells of a post behind all else holds none by it."""
        parse, (start, end) = arguments.parse, arguments.ranges[person]
        if parse.words[start - 1] != "," or end >= len(parse.lemmas):
            return False
        first = parse.sentences[parse.sentence_of[start]][0]
        if parse.lemmas[end] not in self.speaking:
            return False
        title = next((k for k in range(start - 2, first, -1) if is_in_title(k, arguments)), first)
        if _opens_behind_speech(title, first, arguments):
            return False
        return any(parse.tags[k] in FINITE for k in range(first, title))


def _opens_behind_speech(title: int, first: int, arguments: ArgumentFinder) -> bool:
    """ "We will grow, [the head of A], X said": the title opens behind what is said, and is nobody's before it."""
    while title > first and is_in_title(title - 1, arguments):
        title -= 1
    k = title - 1 - (arguments.parse.words[title - 1].lower() in {"the", "a", "an"})
    if k <= first or arguments.parse.words[k] not in _BEHIND_SPEECH:
        return False
    return not any(arguments.fits(m, ("Agent",)) for m in arguments.by_token.get(k - 1, ()))


def _is_given_to_other(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """ "appointed [X] as head of A and Y as [chairman] of B": the title behind "as" is of the name before it."""
    words, k = arguments.parse.words, candidate.token
    if arguments.parse.tags[k][:1] != "N" or candidate.subject not in arguments.ranges:
        return False
    while k > 0 and words[k] != "as" and candidate.token - k < _TITLED:
        k -= 1
    if words[k] != "as" or arguments.ranges[candidate.subject][1] >= k - 1:
        return False
    return any(
        m.kind is MentionKind.NAME
        and arguments.fits(m, ("Person",))
        and words[arguments.ranges[m][0] - 1] in {"and", ","}
        and arguments.find_first(m) != arguments.find_first(candidate.subject)
        for m in arguments.by_token.get(k - 1, ())
    )


def _has_no_such(body: Mention, title: str) -> bool:
    """ "[Orange] Senator X", "attacks on [Trans] Rep. X": a post that no party and no firm gives."""
    if body.type == "PoliticalParty":
        return is_of_state(title)
    return body.type == "Company" and title.casefold() in _OF_LAWMAKERS


def _is_on_board(person: Mention, body: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, a board member of [A] and [B]": the post is told as one, and who has it is no member."""
    if person not in arguments.ranges or body not in arguments.ranges:
        return False
    between = arguments.parse.words[arguments.ranges[person][1] : arguments.ranges[body][0]]
    last = max((k for k, word in enumerate(between) if word in _MEMBERS), default=0)
    return last > 0 and between[last - 1].lower() in {"board", "council"}


def _is_in_next_item(person: Mention, body: Mention, arguments: ArgumentFinder) -> bool:
    """ "the head of A, [X]; the mayor of [B], Y": a title behind a semicolon with a holder of its own."""
    words, (start, end) = arguments.parse.words, arguments.ranges[body]
    if words[end : end + 1] != [","] or ";" not in words[arguments.ranges[person][1] : start]:
        return False
    return any(arguments.fits(m, ("Person",)) for m in arguments.by_token.get(end + 1, ()))


def _is_for(body: Mention, title: str, arguments: ArgumentFinder) -> bool:
    """ "the Ruritanian minister for [Africa]", "secretary for trade in [Africa]"."""
    if " for " in title:
        return True
    words, at = arguments.parse.words, arguments.ranges[body][0] - 1
    return words[at - (words[at] == "the")] == "for"


def _is_of_body_before(place: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, the [Norvik Bank] head of Peru": where the holder of a body's post is sent to."""
    at = arguments.ranges[place][0] - 1
    if at < 1 or arguments.parse.words[at] not in _SENDING:
        return False
    post = arguments.find_post_around(at - 1)
    if post is None:
        return False
    body = arguments.ranges[post][0] - 1
    return any(
        m.kind is MentionKind.NAME
        and arguments.fits(m, ("Organization",))
        and m.type != "PoliticalParty"  # "X, [Orange] MP for Zenda"
        and arguments.parse.words[arguments.ranges[m][0] - 1] != "-"  # "post-Norvik"
        for m in arguments.by_token.get(body, ())
    )


def _is_seat(place: Mention, arguments: ArgumentFinder) -> bool:
    """ "Norvik Association in [Peru] president X": where the body of the post is."""
    start, end = arguments.ranges[place]
    if start < 2 or arguments.parse.words[start - 1] != "in":
        return False
    titled = arguments.find_post_around(end) is not None
    return titled and any(
        m.kind is MentionKind.NAME and arguments.fits(m, ("Organization",))
        for m in arguments.by_token.get(start - 2, ())
    )


def _is_seat_behind(place: Mention, arguments: ArgumentFinder) -> bool:
    """ "director of the Norvik Society, [Zenda]": where the body of the post is."""
    start = arguments.ranges[place][0]
    if start < 2 or arguments.parse.words[start - 1] != ",":
        return False
    for body in arguments.by_token.get(start - 2, ()):
        if body.kind is not MentionKind.NAME or not arguments.fits(body, ("Organization",)):
            continue
        first = arguments.ranges[body][0]
        before = arguments.lower[max(first - 2, 0) : first]
        if not _OF_BODY.isdisjoint(before) and arguments.ranges[body][1] == start - 1:
            return True
    return False


def _is_lone_aside(name: Mention, arguments: ArgumentFinder) -> bool:
    """ "the Norvik Society, [Zenda], and deputy head": one word of no known kind between two commas."""
    (start, end), words = arguments.ranges[name], arguments.parse.words
    if end - start > 1 or words[end : end + 1] != [","] or name.origin != "context":
        return False
    behind = end + 1 + (words[end + 1 : end + 2] == ["and"])
    return words[behind : behind + 1] != [] and words[behind].islower()


def _is_before_land(town: Mention, arguments: ArgumentFinder) -> bool:
    """ "in [Zenda], US Ambassador X": the land behind the comma is whose post it is."""
    end = arguments.ranges[town][1]
    if arguments.parse.words[end : end + 1] != [","] or town.type not in {"City", "District"}:
        return False
    lands = (m for m in arguments.by_token.get(end + 1, ()) if m.type == "Country")
    return any(arguments.find_post(arguments.ranges[m][1]) is not None for m in lands)


_OF_BODIES = (_is_of_body_before, _is_seat, _is_seat_behind, _is_before_land)


def _is_of_other_person(person: Mention, body: Mention, arguments: ArgumentFinder) -> bool:
    """ "X, head of A, and by [Y] of [B]": the name right before "of" is another's."""
    words, at = arguments.parse.words, arguments.ranges[body][0] - 1
    at -= words[at] in {"the", "The"}
    if at < 1 or words[at] not in _BELONGING or arguments.fits(body, SETTLED):
        return False  # "Ministers X and Y of [Peru]" share their country
    holders = (m for m in arguments.by_token.get(at - 1, ()) if arguments.fits(m, ("Person",)))
    return any(
        m.kind is MentionKind.NAME and arguments.find_first(m) != arguments.find_first(person)
        for m in holders
    )


def _is_of_firm_beside(
    person: Mention, body: Mention, title: str, arguments: ArgumentFinder
) -> bool:
    """ "A, led by [Norvik] chair X": the title right before a name is of the firm named right before it."""
    if person not in arguments.ranges:
        return False
    start = arguments.ranges[person][0]
    for post in arguments.by_token.get(start - 1, ()):
        told = post.kind is MentionKind.POST and title.casefold() in {post.text.casefold(), "head"}
        if not told or arguments.ranges[body][1] >= arguments.ranges[post][0]:
            continue
        beside = arguments.by_token.get(arguments.ranges[post][0] - 1, ())
        firms = (
            m for m in beside if m.kind is MentionKind.NAME and arguments.fits(m, ("Company",))
        )
        if any(arguments.find_first(m) != arguments.find_first(body) for m in firms):
            return True
    return False
