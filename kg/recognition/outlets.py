"""Names of media that are words besides: "told the Guardian", "Mint reported", "the daily Punch"."""

from collections.abc import Mapping, Set

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.tokens import Tokens

_TOLD = frozenset(["told", "telling", "tells"])
_KINDS = frozenset(["newspaper", "daily", "magazine", "broadcaster", "website", "agency", "paper"])
_AGENCIES = frozenset(  # before "agency" where it brings news
    "news press information media wire telegraph state-run state official national the photo".split()  # noqa: SIM905
)
_BEFORE = _TOLD | _KINDS
_QUOTES = frozenset(["quoted", "quotes", "cited", "cites"])
_POLLING, _POLLS = load_lexicon("names").get("polling"), load_lexicon("names").get("polls")
_REPORTS = frozenset(["reported", "reports"])
_WEEK = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())  # noqa: SIM905


def is_told_medium(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what stands beside the name of a medium, which is a word too, tells that it is one."""
    before = start - 1 - (tokens.lower_at(start - 1) == "the")
    if tokens.lower_at(before) == "agency" and tokens.lower_at(before - 1) not in _AGENCIES:
        return False  # "the infrastructure agency ANI"
    if tokens.lower_at(before) in _BEFORE or tokens.lower_at(end) in _KINDS:
        return True
    polled = tokens.lower_at(before) == "by" and tokens.lower_at(before - 1) in _POLLING
    if polled or tokens.lower_at(end) in _POLLS:
        return True  # "economists polled by Zenda News", "Zenda data showed"
    if tokens.lower_at(end) in _QUOTES and tokens.tags[end] in {"VBD", "VBZ"}:
        return True  # "the Guardian quoted him as saying"
    # "Mint reported on Friday that", not "Mint reported sales of": a firm reports what it made.
    reporting = tokens.lower_at(end) in _REPORTS
    behind = tokens.lower_at(end + 1)
    days = behind == "on" and any(w in _WEEK for w in tokens.words[end + 2 : end + 3])
    return reporting and (behind in {"that", ".", ",", "earlier"} or days)


def is_edition(
    tokens: Tokens,
    start: int,
    end: int,
    known: Mapping[int, tuple[int, GazetteerMatch]],
    editions: Set[str],
) -> bool:
    """ "Zenda News English", "Zenda News Ruritania": whether a medium's name goes on with one of its editions."""
    if start not in known or known[start][1].entry.type != "MediaOutlet":
        return False
    left = known[start][0]
    told = tokens.lower_at(start - 1) in _TOLD  # "told Zenda News | Ruritania would"
    placed = left in known and known[left][0] == end and not told
    return placed or (end - left == 1 and tokens.lower[left] in editions)
