"""The country that a text is sent from: that of the town in its dateline or byline."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.only_told import read_key
from kg.model.mention import Mention, MentionKind

_OPENING = 5  # sentences of headline, byline and dateline
_LINE = 14  # tokens of a line that tells place, day and writer alone
_BEHIND = frozenset(["-", "—", "–", "--", ":"])
_PLACES = frozenset(["City", "Province"])
_TITLED = 1  # sentences of the headline
_REST = frozenset([",", ".", "(", ")", "/", "in", *_BEHIND])


def find_dateline_land(arguments: ArgumentFinder) -> str | None:
    """The id of the country in which the town of "ZENDA, May 3 -", "Zenda:" or "By our writer in Zenda" lies."""
    for mention in arguments.recognized.mentions:
        start, _ = arguments.ranges[mention]
        if arguments.parse.sentence_of[start] >= _OPENING:
            return None
        if _opens_text(mention, arguments):
            return read_key(mention, arguments)
        town = mention.kind is MentionKind.NAME and mention.type in _PLACES
        if town and _is_in_dateline(mention, arguments):
            first = arguments.find_first(mention)
            return arguments.recognized.lands.get(first.known_as or mention.known_as or "")
    return None


def _opens_text(mention: Mention, arguments: ArgumentFinder) -> bool:
    """ "RURITANIA, August 2 - President X", "Ruritania: President X names": a country where a town would stand."""
    start, end = arguments.ranges[mention]
    if mention.type != "Country" or mention.kind is not MentionKind.NAME or start:
        return False
    return arguments.parse.words[end : end + 1] == [":"] or _is_in_dateline(mention, arguments)


def leave_dateline(countries: list[Mention], arguments: ArgumentFinder) -> list[Mention]:
    """The countries but that of "ZENDA, Ruritania, May 3." where the headline tells another one's news."""
    headed = any(_find_paragraph(m, arguments) < _TITLED for m in countries)
    sent = {
        m
        for m in countries
        if headed
        and _TITLED <= _find_paragraph(m, arguments) < _OPENING
        and is_of_dateline(m, arguments)
    }
    return [m for m in countries if m not in sent] or countries


def is_of_dateline(country: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a country only tells where the town of the dateline is: "ZENDA, Ruritania, May 3."."""
    start, _ = arguments.ranges[country]
    return arguments.parse.words[max(start - 1, 0)] == "," and any(
        t.type in _PLACES and t.kind is MentionKind.NAME and _is_in_dateline(t, arguments)
        for t in arguments.by_token.get(start - 2, ())
    )


def _find_paragraph(mention: Mention, arguments: ArgumentFinder) -> int:
    sentence = arguments.parse.sentence_of[arguments.ranges[mention][0]]
    return arguments.recognized.paragraph_of[sentence]


def _is_in_dateline(town: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a town opens a paragraph with a dash or colon behind, or stands in a line that has no verb."""
    parse = arguments.parse
    start, end = arguments.ranges[town]
    sentence = parse.sentence_of[start]
    first, last = parse.sentences[sentence]
    paragraph = arguments.recognized.paragraph_of
    opens = sentence == 0 or paragraph[sentence - 1] < paragraph[sentence]
    opens = opens and (start == first or _is_day(first, start, arguments))
    shouted = parse.words[start].isupper() and len(parse.words[start]) > _TITLED
    if paragraph[sentence] < _TITLED and not (opens and shouted):
        return False  # a headline
    if opens and _closes(end, paragraph[sentence], arguments):
        return True
    alone = last - first <= _LINE and not any(parse.tags[k][:1] == "V" for k in range(first, last))
    return alone and (opens or _is_byline(start, first, arguments))


def _is_day(first: int, town: int, arguments: ArgumentFinder) -> bool:
    """ "[Dec 22,] Zenda:": a day before the town."""
    begun = (m for m in arguments.by_token.get(first, ()) if m.kind is MentionKind.PERIOD)
    rest = {arguments.ranges[m][1] for m in begun}
    return any(arguments.parse.words[end:town] == [","] for end in rest)


def _closes(end: int, paragraph: int, arguments: ArgumentFinder) -> bool:
    """ "Zenda:", "Zenda, Nov 19 (TW):", "ZENDA, Feb. 12, 2026, TW –": day and agency up to a dash or colon."""
    parse = arguments.parse
    for token in range(end, min(end + _LINE, len(parse.words))):
        word = parse.words[token]
        if arguments.recognized.paragraph_of[parse.sentence_of[token]] != paragraph:
            return False
        if word.lstrip(").") in _BEHIND:  # "(TW):" ends in one token
            return word[-1] == ":" or parse.starts[token] > parse.ends[token - 1]
        if not (word in _REST or word[:1].isupper() or word[:1].isdigit()):
            return False
    return False


def _is_byline(town: int, first: int, arguments: ArgumentFinder) -> bool:
    """ "Staff Correspondent, [Zenda]", "By our correspondent in [Zenda]"."""
    before = arguments.parse.words[town - 1]
    writers = (
        m
        for m in arguments.recognized.mentions
        if m.kind is MentionKind.POST and first <= arguments.ranges[m][0] < town
    )
    return before in _REST and any(True for _ in writers)
