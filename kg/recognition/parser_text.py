"""The text that the parser is given: as long as the document's, with signs that it knows.

Behind a dash it takes verbs for nouns: "Norvik — a family business — [competes] with Tarka". A pair of dashes
around an aside is given to it as commas, and stays commas in the words of the parse.
"""

import re

from kg.recognition.degrees_behind import write_degrees_aside
from kg.recognition.hyphened_dates import space_dates
from kg.recognition.sums_again import leave_sums_again
from kg.recognition.sums_for_parser import write_sums_plainly

_WIRE = re.compile(r"--(?=\()|(?<=\))--")  # "PUNE--(A WIRE)--Norvik": the tokenizer parts nothing
_AGENCY = re.compile(r"^(?=[A-Z])([\w .'’-]{2,30}?)( ?)/([A-Z]{3,12})/(?=[ .,]|$)", re.MULTILINE)
_BAR = re.compile(r"(?<=[\w.)] )[―‒](?= \w)")  # "LIMA, Feb 9 ― The bank": other signs for a dash
_APOSTROPHE = re.compile(r"(?<=\w)[´`‘](?=s\b)")  # "Brazil´s", "China‘s"
# "an area of 500 sq.m. in Zenda", "300 sq. ft of floor"; a stop before a capital may end a sentence and stays.
_AREA = re.compile(r"(?<=\d )sq\.? ?(?:k?m|ft|mi|yd)(?![a-z0-9²])(?:\.(?= ?[a-z,;)]))?")
# "from [Swiss maker] Stanz", "in [the Ruritanian state of] Zenda": what an editor puts in before a name.
_INSERTED = re.compile(
    r"(?<=[a-z,] )\[([A-Za-z][a-z’'-]*(?: [A-Za-z][A-Za-z’'-]*){0,5})\](?= [A-Z])"
)
# "Wm. Norvik Ltd.", "Fred. Tarka and Sons": first names cut short, behind which no sentence ends.
_CUT_NAMES = re.compile(
    r"(?<![\w.])(?:Wm|Geo|Chas|Jas|Thos|Robt|Edw|Benj|Saml|Danl|Jno|Jos|Fredk|Alexr"
    r"|(?:Fred|Alex|Phil|Joh|Herm|Matth|Aug)(?=\. (?!(?:The|He|She|It|In|On|At|But|And|This|They"
    r"|We|His|Her|For|If|As|When|An?)\b)[A-Z][\w’'-]+ (?:[A-Z&]|and Sons|and Co)))\.(?= [A-Z])"
)
_UNITS = {3: "ton", 4: "feet", 5: "acres", 6: "metres", 7: "hectare"}  # by length
# An aside between a name and what is told of it, in one sentence; a title has no article: "X - head of Y - said".
_PAIR = re.compile(
    r"(?<=[\w.)”])( ?)([—–-])( ?)((?:an?|the|one|which|who|whose|itself|already|long"
    r"|once|now|based|founded|owned|led|backed|listed|known|formerly|part)"
    r" [^—–;:!?\n]{2,160}?)( ?)\2( ?)(?=[a-z])"
)


def write_for_parser(text: str) -> str:
    """The text with signs that the parser does not know written as others, each as long as before."""
    text = leave_sums_again(text)
    text = _WIRE.sub(lambda m: "— " if text[m.start() - 1] == ")" else ", ", text)
    if "/" in text:  # "Ulaanbaatar/MONTSAME/ The minister": the tokenizer parts nothing
        text = _AGENCY.sub(lambda m: f"{m[1]}{m[2]},{m[3]} ", text)
    text = _AREA.sub(lambda m: _UNITS[len(m[0])], text) if "sq" in text else text
    text = _INSERTED.sub(r" \1 ", text) if "[" in text else text
    text = _CUT_NAMES.sub(lambda m: f"{m[0][:-1]} ", text)
    text = write_degrees_aside(text)
    text = write_sums_plainly(_APOSTROPHE.sub("’", space_dates(_BAR.sub("—", text))))
    return _PAIR.sub(_write_commas, text) if _has_dash(text) else text


def _has_dash(text: str) -> bool:
    return "—" in text or " – " in text or " - " in text


def _write_commas(match: re.Match[str]) -> str:
    """The aside between commas, unless its dashes are hyphens or stand inside of sums and spans."""
    before, dash, behind, aside, closing, after = match.groups()
    spaced = (before, behind, closing, after) == (" ",) * 4
    glued = dash == "—" and not (before or behind or closing or after)
    if not (spaced or glued) or ". " in aside:
        return match[0]
    return f"{before},{behind}{aside}{closing},{after}"
