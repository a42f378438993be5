"""Places told before that a word for a place may mean: "Dubai ... the emirate", and not "farms in [Zenda]"."""

from collections.abc import Iterable

from kg.model.mention import SETTLED
from kg.recognition.appositions import Link
from kg.recognition.nominal_words import is_alone
from kg.recognition.nominals import Nominal
from kg.recognition.place_words import GOES_ON, read_named, read_words
from kg.recognition.referents import Referent
from kg.recognition.sent_from import find_sent_from
from kg.recognition.tokens import Tokens
from kg.recognition.walking import Walk

_DATELINED = frozenset(["City", "District", "Province"])
_NEAR = 3  # sentences back in which the place is told
_FAR = 99  # the same, of what the headline or lead tells
_MANY, _TIMES = (
    3,
    2,
)  # how often the main place is told to be far back, and times as often as another
_FEW = 2  # countries that a text may tell once each, and mean the last of them
_OPENING = 3  # tokens at the start of a sentence: "In Zenda,"


def find_place(word: str, end: int, recent: Iterable[Referent], tokens: Tokens) -> list[Referent]:
    """The places told near that the word may take up; of a lead's place also from far."""
    kinds = read_words().get(word)
    if kinds is None or tokens.lower_at(end) in GOES_ON:
        return []
    sentence = tokens.parse.sentence_of[end - 1]
    named = read_named().get(word)
    found = [
        r
        for r in recent
        if r.type in kinds and not r.plural and not r.inner and r.named
        if sentence - r.last_sentence <= (_FAR if r.opens else _NEAR)
        if named is None or _is_one(r, word, named)
    ]
    acting = [r for r in found if r.subject or r.opens]
    return acting or found


def find_datelined(nominal: Nominal, word: str, walk: Walk) -> Link | None:
    """ "The city" of a text that tells none but in its dateline."""
    alone = is_alone(nominal, word) and walk.tokens.lower_at(nominal.end) not in GOES_ON
    told = walk.datelined.get(nominal.type)
    if told is None or not alone or nominal.type not in _DATELINED:
        return None
    if any(r.type == nominal.type for r in walk.referents.values()):
        return None
    return Link(told[0], told[0].type, "place of the dateline", 0.7, told[1])


def find_here(token: int, walk: Walk) -> Link | None:
    """ "The fair opened [here]": the town of the dateline, but where somebody is quoted."""
    text, start = walk.tokens.text, walk.tokens.parse.starts[token]
    spoken = text[text.rfind("\n", 0, start) + 1 : start]
    if spoken.count("“") > spoken.count("”") or spoken.count('"') % 2:
        return None
    told = walk.datelined.get("City") or find_sent_from(text, walk.gazetteer)
    return Link(told[0], told[0].type, "place of the dateline", 0.8, told[1]) if told else None


def _is_one(referent: Referent, word: str, named: frozenset[str]) -> bool:
    text = referent.mention.text.lower()
    known = (referent.mention.known_as or "").rpartition("/")[2].replace("-", " ")
    return not named.isdisjoint({text, known}) or text.rstrip("s").endswith(f" {word}")


def list_near(recent: list[Referent], told: Iterable[Referent], kind: str) -> list[Referent]:
    """What was told near, and of places of that kind what the text leads with and tells often, however far back.

    The only one of a lead need not be told often.
    """
    if kind not in SETTLED:
        return recent
    leading = [r for r in told if r.early and r.named and r.type == kind]
    often = _TIMES if len(leading) == 1 else _MANY
    return recent + [r for r in leading if r.count >= often and r not in recent]


def keep_main(found: list[Referent], token: int, tokens: Tokens) -> list[Referent]:
    """Without places told in passing, where the text tells of one all through: no "farms in [Zenda]".

    Nor is any of several that are told in a row "the country", or each but once.
    """
    told = found
    once = [r for r in found if r.type == "Country" and r.count == 1 and not r.opens]
    rows = [r for r in found if r.count == 1 and not r.opens and _stands_in_row(r, found, tokens)]
    if len(once) == len(found) > _FEW:
        here = tokens.parse.sentence_of[token]
        return [r for r in once if r.subject and r.last_sentence >= here - 1 and r not in rows]
    found = [r for r in found if r not in rows]
    leading = [r for r in found if r.early]
    main = max(leading, key=lambda r: r.count, default=None)
    if main is None or main.count < _TIMES:
        return found
    aside = [r for r in found if not (r.subject or r.early) and _stands_in_row(r, told, tokens)]
    found = [r for r in found if r is main or r not in aside]
    return [r for r in found if r is main or not _is_in_passing(r, main, token, tokens)]


def _is_in_passing(referent: Referent, main: Referent, token: int, tokens: Tokens) -> bool:
    """Whether a place is told seldom, neither acts nor leads, nor opens a sentence, nor stands beside the word."""
    if referent.subject or referent.opens or referent.count * _TIMES > main.count:
        return False
    parse, last = tokens.parse, referent.last_token
    opens = last - parse.sentences[referent.last_sentence][0] < _OPENING
    return not opens and referent.last_sentence != parse.sentence_of[token]


def _stands_in_row(referent: Referent, found: Iterable[Referent], tokens: Tokens) -> bool:
    """Whether a place is told but once, beside others of its kind: "Zenda, Tarn and Hentz were next"."""
    parse, last = tokens.parse, referent.last_token
    others = {r.last_token for r in found if r is not referent and r.type == referent.type}
    near = {parse.heads[last], *(k for k in range(len(parse.heads)) if parse.heads[k] == last)}
    joined = any(k in others and "conj" in {parse.deps[k], parse.deps[last]} for k in near)
    return joined and referent.type in SETTLED
