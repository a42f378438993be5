"""Brackets, nicknames and pairs of trades inside names: "Norvik (Ruritania) Ltd", "Juan “Chico” Quispe"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens
from kg.recognition.trade_pairs import is_pair

_QUOTES = {"“": "”", '"': '"', "``": "''", "‘": "’"}
_YOUNGER = frozenset(["jr", "jr.", "sr", "sr."])
_GROUPS = frozenset(
    ["group", "holding", "holdings", "companies", "partners", "associates", "services", "re"]
)
_FORMS = frozenset(
    "joint stock public private limited company co co. pvt pvt. pte pte. sdn".split()  # noqa: SIM905
)
_INNER_FORMS = frozenset(["holding", "holdings", "group", "pvt", "private"])
_LONGEST = 5  # tokens within brackets
_WORK = 2  # words for what a firm does behind "and"
_DOING = ("ing", "ers", "ors")
_REACH = 7  # tokens behind them up to what closes the name


class InnerBrackets:
    """Tells where a name goes on behind brackets, a nickname or a comma; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.suffixes = names.get("company_suffixes")
        self.given = load_lexicon("given_names").get("given")
        heads = names.get_mapping("heads")
        self.heads = frozenset(heads)
        firms = {head for head, kind in heads.items() if kind == "Company"}
        self.trades = (self.heads - firms) | names.get("topics")
        self.fields = names.get("topics") | load_lexicon("triggers").get("industries")
        self.fields |= {head for head in firms if " " not in head} - names.get("lone_closers")
        self.fields |= names.get("trade_fields")
        self.closers = names.get("lone_closers")
        self.wide = names.get("wide_topics")
        works = {head for head, kind in heads.items() if kind == "Facility"}
        self.makers = firms | works | {"authority", "board", "agency", "cooperation"}
        self.makers -= names.get("lone_closers")
        self.events = frozenset(head for head, kind in heads.items() if kind == "Event")
        self.zones = frozenset(head for head, kind in heads.items() if kind == "EconomicZone")
        generic = (firms - self.suffixes - names.get("lone_closers") - _GROUPS) | self.zones
        self.generic = frozenset(word for word in generic if " " not in word)

    def find_end(
        self, tokens: Tokens, start: int, i: int, limit: int, places: dict[int, int]
    ) -> int | None:
        """The end of what belongs to the name that begins at `start`, from token i on; None if nothing does."""
        word = tokens.words[i]
        if word == "(":
            return self._pass_brackets(tokens, i, limit, places)
        if word in _QUOTES:
            return self._pass_nickname(tokens, start, i, limit)
        if word == "," and tokens.lower_at(i + 1) in _YOUNGER:
            return i + 2
        return None

    def _pass_brackets(
        self, tokens: Tokens, i: int, limit: int, places: dict[int, int]
    ) -> int | None:
        """ "(Ruritania) Co Ltd", "(BD) Sustainable Fashion Co Ltd", "(NC) Summit": up to the closing word."""
        reach = range(i + 1, min(i + 2 + _LONGEST, limit))
        close = next((k for k in reach if tokens.words[k] == ")"), None)
        if close is None or close == i + 1 or not self._is_short(tokens, i + 1, close):
            return None
        end = close + 1
        while end < min(close + _REACH, limit) and tokens.capital[end]:
            end += 1
        if end == close + 1:
            return None
        legal = next((k for k in range(end - 1, close, -1) if self._is_legal(tokens, k)), None)
        if legal is not None:
            return legal + 1
        if close == i + 2 and tokens.lower[i + 1] in _INNER_FORMS and close + 1 in places:
            return places[close + 1]  # "Norvik (Holding) Ruritania"
        last = tokens.lower[end - 1]
        if places.get(i + 1) == close:
            return end if last in self.zones | self.events else None  # "Norvik (Zenda) Free Zone"
        edition = close == i + 3 and tokens.words[i + 2].isdigit()  # "(MARLOG 12) Conference"
        acronym = (close == i + 2 or edition) and tokens.words[i + 1][:1].isalpha()
        head = end == close + 2 and last == "bank"  # "Export-Import (EXIM) Bank"
        return end if acronym and (head or last in self.events) else None

    def _is_legal(self, tokens: Tokens, k: int) -> bool:
        return tokens.lower[k] in self.suffixes or tokens.lower[k].rstrip(".") in self.suffixes

    def _is_short(self, tokens: Tokens, start: int, end: int) -> bool:
        return all(
            tokens.capital[k]
            or tokens.words[k] in {".", "-", "&"}
            or (k > start and tokens.words[k].isdigit())
            for k in range(start, end)
        )

    def joins_trades(self, tokens: Tokens, start: int, i: int, nxt: int) -> bool:
        """ "Ruritania Bridge and Road Corp.": two trades of one firm, as its legal form behind them tells."""
        end = nxt
        while end + 1 < len(tokens.words) and tokens.capital[end + 1]:
            end += 1
        trades = all(
            tokens.lower[k] in self.trades | self.fields and tokens.is_common(k)
            for k in (i - 1, nxt)
        )
        form = end
        while form > nxt + 1 and tokens.lower[form - 1] in _FORMS:
            form -= 1  # "Joint Stock Company"
        if i - start > 1 and form - nxt in {1, 2} and trades and self._is_legal(tokens, end):
            return True
        if self._goes_on_generic(tokens, start, i, nxt, end):
            return True
        if self._pairs_work(tokens, start, i, nxt, end):
            return True
        return self._shares_fields(tokens, start, i, nxt, end) or is_pair(tokens, start, i, end)

    def _goes_on_generic(self, tokens: Tokens, start: int, i: int, nxt: int, end: int) -> bool:
        """ "Tarn Refinery and Petrochemicals", "Zenda Port and Freezone": what names nobody by itself."""
        generic = tokens.lower[nxt] in self.generic and tokens.lower[i - 1] in self.heads
        legal = end == nxt + 1 and self._is_legal(tokens, end)
        alone = end == nxt and tokens.tags[nxt].startswith("N")
        own = not tokens.is_common(start) and "of" not in tokens.lower[start:i]
        return generic and (legal or alone) and i - start > 1 and own

    def _pairs_work(self, tokens: Tokens, start: int, i: int, nxt: int, end: int) -> bool:
        """ "Tarka Freight and Handling", "Velmo Packers and Movers": what a firm of a strange name does, told twice."""
        words = (i - 1, *range(nxt, end + 1))
        plain = all(
            tokens.is_common(k) and tokens.tags[k][:3] == "NNP" and tokens.words[k].istitle()
            for k in words
        )
        named = i - start == 2 and not tokens.is_common(start) and end - nxt < _WORK
        first, last = tokens.lower[i - 1], tokens.lower[end]
        works = first in self.fields | self.generic or first.endswith(_DOING)
        works = works and (last.endswith(_DOING) or last in self.generic)
        works = works and (end == nxt or tokens.lower[nxt] in self.fields | self.trades)
        return plain and named and works and tokens.lower_at(start - 1) != "and"

    def ends_alone(self, tokens: Tokens, start: int, nxt: int) -> bool:
        """ "Norvik Shipping and [Energy Ministry]": what stands behind "and" is a body of its own."""
        lone = tokens.lower_at(nxt + 1) in self.closers and tokens.capital[nxt + 1]
        lone = lone and not (  # "Zenda International Trade and [Logistics Park]"
            tokens.lower[nxt + 1] == "park" and tokens.lower[nxt - 2] not in self.makers
        )
        return lone and not tokens.is_common(start) and tokens.lower[start] not in self.fields

    def _shares_fields(self, tokens: Tokens, start: int, i: int, nxt: int, end: int) -> bool:
        """ "Tarka Coal and Chemical Group": behind "and" nothing but a field and a head, which name nobody."""
        fields = all(
            tokens.lower[k] in self.fields and tokens.lower[k] not in self.wide
            for k in (i - 1, nxt)
        )
        return (
            fields
            and i - start > 1
            and end - nxt in {1, 2}
            and tokens.lower[end] in self.makers
            and all(tokens.is_common(k) for k in range(nxt, end + 1))
            and tokens.lower[start:i].count("and") == 0
        )

    def _pass_nickname(self, tokens: Tokens, start: int, i: int, limit: int) -> int | None:
        """ "Juan “Chico” Quispe": one word in quotation marks between two of a person's name."""
        close = i + 2
        inside = close + 1 < limit and tokens.words[close] == _QUOTES[tokens.words[i]]
        around = (i - 1, i + 1, close + 1)
        if not inside or i - start > 2 or not all(tokens.capital[k] for k in around):
            return None
        common = any(
            (tokens.is_common(k) and tokens.lower[k] not in self.given)
            or tokens.lower[k] in self.heads
            for k in (i - 1, close + 1)
        )
        return None if common else close + 2
