"""How a report begins: its place, day and agency before the first sentence."""

import re

# "LIMA, Peru (Reuters) - ", "KOTA BARU: ", "Pune, August 21: ", "Zenda, 3 May 2025. ": what stands before
# the first sentence of a report.
_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}(?:\. ?| )\d{1,2})(?:,? \d{4})?"
)
_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŖŘŚŜŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_UPPER = f"[{_CAPITALS}]"
_TOWN = rf"{_UPPER}[\w.'’-]+(?: {_UPPER}[\w.'’-]+){{0,2}}"
# How the first sentence goes on behind a place in small letters, which might else be any name.
_OPENS = (
    r"(?:The|An?|In|At|On|As|It|This|Two|Three|Four|Five|More|Over|State|President|Prime|Vice|Deputy|Foreign)\b"
    r"|[A-Z][\w-]+['’]s "
    r"|[A-Z][\w-]+ (?:has|have|had|will|is|are|was|were|said|says|plans|[a-z]{2,}ed) "
)
# "Kuwait – Norvik Cables and Networks Company (Norviknet) announced": a name of some words and its deed.
_ACTS = (
    r"[A-Z][\w.&-]*(?: (?:[A-Z(][\w.&)-]*|and|of|for|the|&)){1,8},?"
    r" (?:(?:has|have|had|will|said|says|plans)\b|[a-z]{2,}ed )"
)
# "Zenda – Exports of coffee rose": a first sentence with its verb, its place in small letters.
_PAST = (
    "ran|rose|fell|grew|hit|sold|bought|built|began|won|lost|held|met|took|gave|saw|made|came|went|became|led|left"
    "|sent|spent|cut|set|put|shut|paid|told|drew|broke|chose|stood|found|brought|sought|struck|kept|got|swung|shrank"
)
_TELLS = (
    r"(?:has|have|had|will|would|is|are|was|were|can|could|may|might|says|said|plans?|expects?|remains?"
    rf"|{_PAST}|[a-z]{{2,}}ed)\b"
)
# "Zenda – Hentz railway", "Norvik – Tarka merger": a dash between two ends.
_WAYS = (
    r"(?:rail|railway|line|border|road|highway|motorway|expressway|corridor|route|bridge|ferry|pipeline|flights?"
    r"|trains?|services?|axis)\b"
)
_TIES = r"(?:trade|ties|talks|deal|summit|link|merger|relations|agreement|treaty|pact|war|match)\b"
_LINKS = r"(?:of|the|an?|in|on|at|for|to|by|from|with|between|and|or)\b"
_SENTENCE = (
    rf"(?!(?:(?!{_LINKS})[\w.’'-]+ ){{1,5}}(?i:{_WAYS}))(?!(?:{_UPPER}[\w.’'-]* ){{1,2}}(?i:{_TIES}))"
    r"(?!(?:Will|Would|Is|Are|Was|Can|Does|Do|Did|Who|What|Why|How|When|Where)\b)"
    rf"{_UPPER}[\w’'-]*(?:(?: [$€£]?[\w’'-]+(?:[.,]\d+)*%?|,? {_UPPER}\.(?:{_UPPER}\.)*),?){{0,9}}? {_TELLS}"
)
_FIRM = r"(?:Group|Ltd|Inc|Corp|Company|Bank|Holdings?|PLC|plc|Works)\b"
_DASH = r"(?: ?(?:—|–|--) ?| - )"
DATELINE = re.compile(
    rf"{_TOWN}(?:, {_UPPER}[\w.]+(?: {_UPPER}[\w.]+)?)?{_DASH}(?:\({_UPPER}[^()\n]{{2,30}}\){_DASH})?"
    rf"{_DAY}(?: \([^()\n]{{2,60}}\))?{_DASH}(?=[A-Z“\"'‘])|"  # "OSLO, Norway — May 3, 2025 — Norvik …"
    rf"{_TOWN}(?:, {_UPPER}[\w.]+(?: {_UPPER}[\w.]+)?| \({_UPPER}[^()\n]{{2,30}}\)), {_DAY}"
    rf"(?: ?(?:—|–|--) ?| ?- | ?: ?|\. )(?=[A-Z“\"'‘])|"  # "BAKU, Azerbaijan, May 3. The …"
    rf"[^\W\d_a-z][\w.'’/-]*(?: [^\W\d_][\w.'’-]*){{0,3}}(?: \[[^\[\]\n]{{2,40}}\])?, {_DAY}"
    rf"(?: \([^()\n]{{2,60}}\)|, {_UPPER}{{2,8}})?(?: ?(?:—|–|--) ?| ?- | ?: ?|\. )(?=[A-Z“\"'‘])|"
    rf"{_TOWN} \({_UPPER}{{2,8}}\)(?: ?(?:—|–|--) ?| - )(?=[A-Z“\"'‘])|"
    rf"{_TOWN}(?:, {_DAY})? \({_UPPER}{{2,8}}\) (?={_OPENS})|"  # "Vientiane (KPL) The government …"
    rf"{_TOWN} ?/{_UPPER}{{3,12}}/[.,]? ?(?=[A-Z“\"'‘])|"  # "Ulaanbaatar /MONTSAME/. The minister …"
    rf"{_TOWN}, {_UPPER}{{2,8}}(?: ?(?:—|–|--) ?| - )(?=[A-Z“\"'‘])|"  # "Riyadh, SPA -- The …"
    rf"{_TOWN}, {_UPPER}[\w.]+(?: {_UPPER}[\w.]+)?"
    r"(?: ?— ?| ?-- ?| [–-] )(?=[A-Z“\"'‘])|"  # "Nairobi, Kenya - The …"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)? ?: (?=[A-Z])|"  # "Zambia: The plant …" in a round-up
    rf"{_TOWN} (?:—|–|--?) (?={_OPENS})|"  # "Port Sudan — The state …"
    rf"(?!The ){_TOWN} (?:—|–|--) (?={_ACTS})|"
    rf"(?!The |[^—–\n]{{0,40}}\b{_FIRM}|[A-Z][a-z]+day\b)"
    rf"{_TOWN}(?: (?:de|do|da|del) {_UPPER}\w+)? (?:—|–|--?) (?={_SENTENCE})|"
    rf"(?={_UPPER}{{2}})[{_CAPITALS}.'’/-]+(?: {_UPPER}[{_CAPITALS}.'’/-]+){{0,3}}"
    r"(?! ?\([^()\n]{2,30}:)"  # "NRV (NYSE: NRV) said", a firm and its share
    r"(?:,? [^—–:\n]{1,80} /[^/\n]{3,30}/|(?:,? [^—–:\n]{1,40}?)??)"
    r"(?:(?: ?-- ?| )?\([^()\n]{2,30}\))?(?: ?(?:—|–|--) ?| ?- | ?: )(?=[A-Z“\"'‘])"
)
_ASIDE = re.compile(r"\([^()]*\)|/[^/]*/|\[[^\[\]]*\]")
_PLAIN_WORD = re.compile(r"(?<![\w.'’/-])[a-z]{4,}(?![\w'’/-])")


def is_clause(text: str) -> bool:
    """ "NRV opened a plant in Peru – ": words of a sentence, which no place and no day are told by."""
    return _PLAIN_WORD.search(_ASIDE.sub(" ", text)) is not None
