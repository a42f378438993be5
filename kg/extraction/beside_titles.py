"""What stands right beside a title: the country before it, its holder behind."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])


def find_country_before(start: int, arguments: ArgumentFinder) -> Mention | None:
    """ "Ruritania's", "Ruritanian": the country that ends where a title starts, in one sentence."""
    first, _ = arguments.parse.sentences[arguments.parse.sentence_of[start]]
    end = start - (arguments.parse.tags[start - 1 : start] == ["POS"])
    return next(
        (
            m
            for m in arguments.by_token.get(end - 1, ())
            if m.type == "Country" and m.kind in _KINDS and arguments.ranges[m][1] == end
            if first <= arguments.ranges[m][0]
        ),
        None,
    )


def find_holder_behind(end: int, arguments: ArgumentFinder) -> Mention | None:
    """The person named right behind a title, perhaps with a comma between."""
    end += arguments.parse.words[end : end + 1] == [","]
    return next(
        (
            m
            for m in arguments.by_token.get(end, ())
            if arguments.ranges[m][0] == end and arguments.fits(m, ("Person",))
        ),
        None,
    )
