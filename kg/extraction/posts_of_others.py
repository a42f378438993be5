"""Posts that are another's than the one whom the words of a rule reach, or of another body."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.only_told import read_key
from kg.extraction.pattern_gaps import skip_honorifics
from kg.extraction.title_gaps import names_person
from kg.extraction.titles import TitleReader
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_IN_TURN = "respectively"
_HEAD = "head"  # the title of whom a body is told to be led by
_GROUPED = frozenset(["of", "from"])
_ARTICLES = frozenset(["the", "a", "an", "its", "their"])
_OWNED = frozenset(["'s", "’s", "'", "’"])
_BARE = frozenset(["@home", "@only_country"])
_GIVING = load_lexicon("scope").get("done_to_verbs") | {"choose", "pick"}
_ADDRESS = 4  # tokens back from a name over "Dr" and the like
_REACH_OF_TITLE = 7  # tokens of a title behind a name and a comma


def is_of_other(
    candidate: Candidate, body: Mention, title: str, titles: TitleReader, finder: ArgumentFinder
) -> bool:
    """Whether a post is none of the subject's, or none at the body."""
    if candidate.rule.constants.get("title") == _HEAD:
        told_behind = finder.ranges[candidate.subject][0] > finder.ranges[body][0]
        return told_behind and _is_part_of(body, finder)
    if _is_behind_next(candidate.subject, body, finder):
        return True
    if _gives_to_many(candidate, title, titles, finder) or _is_out_of_turn(candidate, body, finder):
        return True
    if not candidate.rule.emit.get("object", "").startswith("@"):
        person = candidate.subject
        return _is_of_next_person(person, body, finder) or _is_of_next_in_row(person, body, finder)
    person, bare = candidate.subject, candidate.rule.emit["object"] in _BARE
    return (
        _is_of_person(person, finder)
        or _is_form_of_address(person, finder)
        or (bare and _is_told_of_land(person, body, finder))
        or (bare and (_meets_other(person, body, finder) or _goes_on_of(person, body, finder)))
    )


def _gives_to_many(
    candidate: Candidate, title: str, titles: TitleReader, finder: ArgumentFinder
) -> bool:
    """ "President [X] named new ministers": one person who gives posts to several, none of which is theirs."""
    parse, (_, end) = finder.parse, finder.ranges[candidate.subject]
    last = parse.sentences[parse.sentence_of[end - 1]][1]
    while end < last and parse.tags[end] == "RB":
        end += 1
    if end >= last or parse.lemmas[end] not in _GIVING:
        return False
    posts = [m for k in range(end, last) for m in finder.by_token.get(k, ())]
    told = [m for m in posts if m.kind is MentionKind.POST and titles.format(m) == title]
    return bool(told) and all(titles.is_plural(m) for m in told)


def _is_of_next_in_row(person: Mention, body: Mention, finder: ArgumentFinder) -> bool:
    """ "the Minister of Finance, [X], Peru's Ambassador to Chile, Y": each title stands before its name."""
    words, (start, end) = finder.parse.words, finder.ranges[person]
    commas = (k for k in range(start - 1, max(0, start - _ADDRESS), -1) if words[k] == ",")
    comma = next(commas, 0)
    titles = finder.by_token.get(comma - 1, ()) if comma > 1 else ()
    titled = any(m.kind is MentionKind.POST and finder.ranges[m][1] == comma for m in titles)
    behind = finder.ranges[body][1]
    if not titled or behind <= end or words[end : end + 1] != [","]:
        return False
    last = min(behind + _REACH_OF_TITLE, finder.parse.sentences[finder.parse.sentence_of[end]][1])
    following = next((k for k in range(behind, last) if words[k] == ","), None)
    return following is not None and names_person(skip_honorifics(following + 1, finder), finder)


def _is_part_of(body: Mention, finder: ArgumentFinder) -> bool:
    """ "a delegation of [Norvik Bank] led by X": a part of the body, or those whom it sends, are led."""
    words, at = finder.parse.words, finder.ranges[body][0] - 1
    at -= words[at].lower() in _ARTICLES
    return at > 0 and words[at].lower() in _GROUPED and finder.parse.tags[at - 1][:1] == "N"


def _is_behind_next(person: Mention, body: Mention, finder: ArgumentFinder) -> bool:
    """ "At the invitation of [X], Minister of [Peru], Minister for Trade Y arrived": the titles open what Y does."""
    parse, (start, end) = finder.parse, finder.ranges[person]
    first, behind = parse.sentences[parse.sentence_of[start]][0], finder.ranges[body][1]
    if parse.tags[first] != "IN" or parse.words[end : end + 1] != [","] or behind <= end:
        return False
    post = finder.find_post(end + 1 + (parse.words[end + 1 : end + 2] == ["the"]))
    if post is None or "," in parse.words[end + 1 : behind]:
        return False
    k = behind + (parse.words[behind : behind + 1] in ([","], ["and"]))
    second = finder.find_post(k)
    k = finder.ranges[second][1] if second is not None else k
    return (second is not None or k == behind) and names_person(k, finder)


def _is_of_person(person: Mention, finder: ArgumentFinder) -> bool:
    """ "the mayor's chief of staff [X]", "Hentz's lawyer [X]": who works for a person, wherever that is."""
    words, (start, _) = finder.parse.words, finder.ranges[person]
    post = finder.find_post_around(start - 1)
    if post is None:
        return False
    at = finder.ranges[post][0] - 1
    return (
        at > 0
        and words[at] in _OWNED
        and any(finder.fits(m, ("Person",)) for m in finder.by_token.get(at - 1, ()))
    )


def _is_form_of_address(person: Mention, finder: ArgumentFinder) -> bool:
    """ "Foreign Minister [Ambassador] X": what somebody is called behind the post that he holds."""
    start, _ = finder.ranges[person]
    post = finder.find_post_around(start - 1)
    if post is None or post.text != "Ambassador":
        return False
    return finder.find_post_around(finder.ranges[post][0] - 1) is not None


def _is_told_of_land(person: Mention, land: Mention, finder: ArgumentFinder) -> bool:
    """ "Peru's First Lady [X]", "his Peruvian counterpart Minister [X]": the land stands before the title."""
    words, (start, _) = finder.parse.words, finder.ranges[person]
    post = finder.find_post_around(start - 1)
    if post is None:
        return False
    at = finder.ranges[post][0] - 1
    at -= words[at] in _OWNED or words[at] == "counterpart"
    return any(
        m.type == "Country" and read_key(m, finder) != read_key(land, finder)
        for m in finder.by_token.get(at, ())
    )


def _is_out_of_turn(candidate: Candidate, body: Mention, finder: ArgumentFinder) -> bool:
    """ "X and Y were named governors of A and B, respectively": Y is none of A."""
    parse, (start, _) = finder.parse, finder.ranges[candidate.subject]
    first, last = parse.sentences[parse.sentence_of[start]]
    turn = next((k for k in range(first, last) if parse.words[k].lower() == _IN_TURN), first)
    names = {m for k in range(first, turn) for m in finder.by_token.get(k, ())}
    row = sorted((m for m in names if m.kind is MentionKind.NAME), key=finder.ranges.__getitem__)
    people = [m for m in row if finder.fits(m, ("Person",))]
    bodies = [m for m in row if m.type == body.type]
    paired = len(people) == len(bodies) > 1 and candidate.subject in people and body in bodies
    return paired and people.index(candidate.subject) != bodies.index(body)


def _meets_other(person: Mention, land: Mention, finder: ArgumentFinder) -> bool:
    """ "Minister [X] and Peru's Minister Y met": X, beside whom Peru is told of another, is of elsewhere."""
    words, (_, end) = finder.parse.words, finder.ranges[person]
    if words[end : end + 1] != ["and"]:
        return False
    k = end + 1 + (words[end + 1 : end + 2] == ["the"])
    for place in finder.by_token.get(k, ()):
        behind = finder.ranges[place][1]
        behind += words[behind : behind + 1] in (["'s"], ["’s"])
        same = read_key(place, finder) == read_key(land, finder)
        if same and finder.find_post(behind) is not None:
            return True
    return False


def _goes_on_of(person: Mention, land: Mention, finder: ArgumentFinder) -> bool:
    """ "[X], Deputy Prime Minister, Minister of Trade of Peru": the last of a row tells whose the first is, too."""
    words, k = finder.parse.words, finder.ranges[person][1]
    while words[k : k + 1] in ([","], ["and"]):
        k += 1 + (words[k + 1 : k + 2] == ["the"])
        post = finder.find_post(k)
        if post is None:
            return False
        k = finder.ranges[post][1]
    k += 1 + (words[k + 1 : k + 2] == ["the"])
    return "of" in words[max(k - 2, 0) : k] and any(
        finder.fits(m, ("Country",))
        and read_key(m, finder) != read_key(land, finder)
        and not names_person(finder.ranges[m][1], finder)  # "and the Ambassador of Peru Y"
        for m in finder.by_token.get(k, ())
    )


def _is_of_next_person(person: Mention, body: Mention, finder: ArgumentFinder) -> bool:
    """ "X, chairman of A, and [Y, director], B": behind a further name with a title of its own, bodies are its."""
    if person not in finder.ranges:
        return False
    words, (start, _), (_, end) = (
        finder.parse.words,
        finder.ranges[body],
        finder.ranges[person],
    )
    if finder.parse.sentence_of[start] != finder.parse.sentence_of[end - 1]:
        return False  # a land told elsewhere
    for token in range(end + 1, start - 2):
        if words[token + 1] != ",":
            continue
        names = finder.by_token.get(token, ())
        titled = any(
            m.kind is MentionKind.POST and finder.ranges[m][0] == token + 2
            for k in range(token + 2, min(token + _REACH_OF_TITLE, start))
            for m in finder.by_token.get(k, ())
        )
        other = (m for m in names if m.kind is MentionKind.NAME and finder.fits(m, ("Person",)))
        if titled and any(finder.find_first(m) != finder.find_first(person) for m in other):
            return True
    return False
