"""What goes on inside the names of bodies and occasions: "Association of Tea and Cotton"."""

from kg.lexicon import load_lexicon
from kg.recognition.body_chains import PROFESSIONS
from kg.recognition.tokens import Tokens

_ORDINAL = ("st", "nd", "rd", "th")
_NATIONAL = frozenset(["ResearchBody", "GovernmentBody"])
_WATERS = frozenset(["sea", "ocean", "gulf", "arctic", "antarctic"])
_TAKEN_UP = frozenset(["GovernmentBody", "Company", "Association", "ResearchBody", "Organization"])
_TWO_SIDED = frozenset(["Agreement", "Event", "Association", "Project"])
_ZONES, _HALLS = {"zones", "zone", "parks", "park"}, {"centre", "center", "hall", "complex"}
_SENDERS = frozenset(["un", "u.n.", "nations", "union", "osce", "ecowas", "au", "nato"])


class BodyJoiner:
    """Tells which small words belong to a name that begins with a head; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        heads = names.get_mapping("heads")
        self.heads = frozenset(head.split()[-1] for head in heads)
        self.for_heads = names.get("for_heads")
        self.of_heads = names.get("of_heads") | {h.split()[-1] for h in names.get("of_heads")}
        self.events = frozenset(h for h, kind in heads.items() if kind == "Event")
        kinds = {"Association", "ResearchBody", "IntergovernmentalBody", "Event", "GovernmentBody"}
        bodies = frozenset(h for h, kind in heads.items() if kind in kinds)
        self.gatherings = bodies | {"fund", "system", "scheme", "plan"}
        self.kinds = heads
        self.ways = frozenset(
            h.split()[-1] for h, kind in heads.items() if kind == "TransportCorridor"
        )
        lands = {"Province", "Region", "District"}
        self.wider = {"department"} | {h for h, k in heads.items() if k in lands}
        two_sided = frozenset(h.split()[-1] for h, k in heads.items() if k in _TWO_SIDED)
        self.two_sided = two_sided | load_lexicon("names").get("bodies_of_two")
        self.compass, self.topics = names.get("compass"), names.get("topics")
        self.organs, self.houses = names.get("organs"), names.get("national_houses")

    def is_plural_inside(self, tokens: Tokens, start: int, i: int) -> bool:
        """ "Meeting of Heads of Ruritanian States", "Federation of Trade Unions of Ruritania"."""
        last = tokens.lower[i - 1]
        if not (self._is_of_body(tokens, start, i - 1) and last.endswith("s")):
            return False
        of = next(k for k in range(i - 2, start, -1) if tokens.lower[k] == "of")
        words = [k for k in range(of + 1, i) if tokens.lower[k] != "and"]
        members = self.kinds.get(tokens.lower[of - 1]) == "Association"
        members = members or last.endswith(PROFESSIONS)  # "Institute of Chartered Accountants of"
        members = members or (of == i - 2 and last not in self.topics)
        return members and all(tokens.is_common(k) for k in words)

    def _is_of_body(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether tokens hold a head with its "of": "Association of …"."""
        return any(
            tokens.lower[k] == "of" and tokens.lower[k - 1] in self.of_heads
            for k in range(start + 1, end)
        )

    def is_of_members(self, tokens: Tokens, i: int, nxt: int) -> bool:
        """ "Norvik Bankers' Institute": a plural of people, and capitals up to the head of a body."""
        people = tokens.lower[i - 1]
        end = nxt
        while tokens.lower[end] not in self.gatherings and any(tokens.capital[end + 1 : end + 2]):
            end += 1
        return (
            people.endswith("s")
            and (tokens.is_common(i - 1) or people.endswith(("ers", "ors")))
            and (people not in self.heads or self.kinds.get(people) in {"Company", "Association"})
            and tokens.lower[end] in self.gatherings
        )

    def joins_places(self, tokens: Tokens, i: int, places: dict[int, int]) -> bool:
        """ "the Royal Commission for Tarn and Zenda": two known places that one body is for."""
        first = next((k for k in range(i - 1, max(i - 4, 1), -1) if places.get(k) == i), None)
        if first is None or i + 1 not in places or tokens.lower[first - 1] != "for":
            return False
        return tokens.lower[first - 2] in self.for_heads and tokens.capital[first - 2]

    def find_joined(
        self, tokens: Tokens, start: int, i: int, nxt: int, places: dict[int, int]
    ) -> bool | None:
        """Whether "in" or "for" joins what follows; None where only the words around it can tell."""
        word, before = tokens.lower[i], tokens.lower[i - 1]
        if word == "for" and self.serves_field(tokens, i, nxt, places):
            return True
        if word != "in":
            return None
        if i - start == 1 and self.kinds.get(before) in _TAKEN_UP:
            return tokens.lower[nxt] == "exile"  # "at the Ministry | in Zenda"
        if self.sits_in(tokens, start, i, places) or self.is_in_treaty(tokens, start, i, places):
            return True
        # an occasion is held in what a place names: "the Zenda Trade Conference in Hentz"
        return False if nxt in places and before in self.events else None

    def sits_in(self, tokens: Tokens, start: int, i: int, places: dict[int, int]) -> bool:
        """ "the Ruritanian Chamber of Commerce in Zendaria", "the U.N. Mission in Zenda": bodies among others."""
        words = set(tokens.lower[start:i])
        sent = tokens.lower[i - 1] == "mission" and not _SENDERS.isdisjoint(words)
        return (sent or (start in places and "chamber" in words)) and i + 1 in places

    def is_in_treaty(self, tokens: Tokens, start: int, i: int, places: dict[int, int]) -> bool:
        """ "the Pact on Trade [in Services]", "the Declaration on Conduct [in the Zenda Sea]": of what it treats.

        Not "signed the Pact on Trade in Zenda", where it was signed.
        """
        on = next((k for k in range(start + 1, i) if tokens.lower[k] == "on"), None)
        if on is None or self.kinds.get(tokens.lower[on - 1]) != "Agreement":
            return False
        nxt = i + 1 + (tokens.lower_at(i + 1) == "the")
        if nxt in places:
            return tokens.lower[places[nxt] - 1] in _WATERS
        return nxt < len(tokens.words) and tokens.capital[nxt] and tokens.is_common(nxt)

    def serves_field(self, tokens: Tokens, i: int, nxt: int, places: dict[int, int]) -> bool:
        """ "Ruritanian Company for Distribution", but "left Norvik Company for Tarka"."""
        firm = tokens.lower[i - 1] in {"company", "corporation"} and tokens.capital[i - 1]
        return firm and nxt not in places and tokens.is_common(nxt)

    def tells_purpose(self, tokens: Tokens, start: int, i: int) -> bool:
        """ "Corporation for the Development | of Ports", "Centre for the Support | of Farmers"."""
        return (
            i - start > 3
            and tokens.lower[i - 3 : i - 1] == ["for", "the"]
            and tokens.is_common(i - 1)
            and tokens.lower[i - 4] in self.heads
        )

    def joins_ends(self, tokens: Tokens, start: int, i: int, places: dict[int, int]) -> bool:
        """ "the Western Asia – Eastern Africa Road Corridor": two known places and the head of a way.

        Or of what two sides make or meet for: "the Ruritania – Zenda Strategic Partnership".
        """
        nxt = i + 1
        if places.get(start) != i or tokens.words[i] not in {"-", "–", "—"}:
            return False
        nxt += nxt not in places and tokens.lower_at(nxt) in self.compass  # "– Western Zenda"
        if nxt not in places:
            return False
        end = places[nxt]
        while end < len(tokens.words) and tokens.capital[end]:
            end += 1
        return end > places[nxt] and tokens.lower[end - 1] in self.ways | self.two_sided

    def is_wider(self, tokens: Tokens, k: int) -> bool:
        """ "the Tarn Municipality of the [Western Region]": capitals up to the word for a part of a country."""
        end = k
        while end < len(tokens.words) and tokens.capital[end]:
            end += 1
        return end > k + 1 and tokens.lower[end - 1] in self.wider

    def is_of_other(self, tokens: Tokens, i: int, nxt: int) -> bool:
        """ "the Zenda Miners' Union of the [Trades Union Congress]": a body of members, and what it is part of.

        So is "the Growth Fund of the [Government of Peru]".
        """
        if tokens.lower[nxt : nxt + 2] == ["government", "of"]:
            return True
        end = nxt
        while end < len(tokens.words) and tokens.capital[end]:
            end += 1
        pairs = (tokens.lower[end - 1], " ".join(tokens.lower[end - 2 : end]))
        members = self.kinds.get(tokens.lower[i - 1]) == "Association"
        other = any(self.kinds.get(head) == "Association" for head in pairs)
        return members and other and end > nxt + 1 and tokens.lower[nxt - 1] == "the"

    def is_national(self, tokens: Tokens, left: int, end: int, told: str | None) -> bool:
        """ "Ruritanian [Society of Engineers]", "[Ports Authority]": bodies that the nation's name belongs to.

        A ministry or parliament is the nation's own, and so is what one word names.
        """
        words = tokens.lower[left:end]
        plain = told == "Company" and self.is_plain_firm(tokens, left, end)
        if plain or "of" in words:
            return plain or self.kinds.get(words[0]) == "Association"
        kind = self.kinds.get(words[-1])
        if len(words) == 1 and words[0] in self.houses:
            return True  # "the Ruritanian Library"
        return kind == "Association" or (kind in _NATIONAL and len(words) > 1)

    def is_plain_firm(self, tokens: Tokens, left: int, end: int) -> bool:
        """ "Ruritanian [General Petrochemicals Corporation]": words of the language that name nobody alone."""
        words = range(left, end)
        common = all(tokens.is_common(k) and tokens.tags[k][:3] == "NNP" for k in words)
        return common and end - left > 1 and tokens.lower[end - 1] != "companies"

    def leads_to_event(self, tokens: Tokens, nxt: int, places: dict[int, int]) -> bool:
        """ "Tea and Cotton of Ruritania International Fair": a place, and capitals up to an occasion."""
        end = places.get(nxt)
        if end is None:
            return False
        first = end
        while end < len(tokens.words) and tokens.capital[end] and end not in places:
            end += 1
        return end > first and tokens.lower[end - 1] in self.events

    def joins_goods(self, tokens: Tokens, start: int, i: int, nxt: int) -> bool:
        """ "Association of Tea and Cotton": two words of the language, and nothing more in capitals.

        "Society of Tea Growers and Traders" too: people of a trade may have it before them.
        """
        following = nxt + 1
        plural = all(tokens.lower[k].endswith("ers") for k in (i - 1, nxt))
        plural = plural and tokens.is_common(i - 2)
        return (
            tokens.lower[i] == "and"
            and self._is_of_body(tokens, start, i)
            and "of" in {tokens.lower[i - 2], tokens.lower[i - 3] if plural else ""}
            and all(
                tokens.is_common(k)
                and tokens.capital[k]
                and (
                    tokens.lower[k] not in self.heads
                    or (plural and self.kinds.get(tokens.lower[k]) == "Company")
                )
                for k in (i - 1, nxt)
            )
            and not (following < len(tokens.words) and tokens.capital[following])
        )

    def lists_fields(self, tokens: Tokens, start: int, i: int, places: dict[int, int]) -> bool:
        """ "the 5th Trade, Transport and Logistics Conference": words of the language in a row up to a head."""
        before = tokens.lower_at(start - 1)
        if before != "the" and not (before[:1].isdigit() and before.endswith(_ORDINAL)):
            return False
        k = i
        while k + 1 < len(tokens.words) and tokens.lower[k] in {",", "and"}:
            last = tokens.lower[k] == "and"
            if not self._is_field(tokens, k - 1):
                return False
            k += 1
            if not tokens.capital[k] or k in places:
                return False
            while tokens.capital[k + 1 : k + 2] == [True]:
                k += 1
            if last:
                return tokens.lower[k] in self.gatherings
            k += 1
        return False

    def _is_field(self, tokens: Tokens, k: int) -> bool:
        word = tokens.lower[k]
        told = word in self.topics or (tokens.is_common(k) and word not in self.heads)
        return tokens.capital[k] and told

    def find_cut(self, tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
        """Where an organ of a body or a field beside one ends."""
        return self.find_organ_end(tokens, start, end) or self.find_field_end(tokens, start, end)

    def find_organ_end(self, tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
        """ "Governing Council of the Norvik University" is the university, as its board is."""
        links = [k for k in range(start + 1, end - 2) if tokens.lower[k] == "of"]
        for k in reversed(links):  # "Board of Management of Norvik", not "Management of Norvik"
            organ = tokens.slice(start, k).lower()
            behind = k + 1 + (tokens.lower[k + 1] == "the")
            own = self._is_in_letters(tokens, start, k, end) or _is_of_zones(tokens, behind, end)
            if organ in self.organs and not own:
                return k, behind
            if organ == "board" and self._is_firm(tokens, behind, end):
                return k, behind
        return None

    def _is_in_letters(self, tokens: Tokens, start: int, k: int, end: int) -> bool:
        """ "Executive Committee of the Zenda Council (ECZC)": letters behind that stand for the organ too."""
        if tokens.lower_at(end) != "(" or end + 1 >= len(tokens.words):
            return False
        first = "".join(w[0] for w in tokens.words[start:k] if w[:1].isupper())
        rest = "".join(w[0] for w in tokens.words[k:end] if w[:1].isupper())
        return tokens.words[end + 1].upper() == first + rest

    def find_field_end(self, tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
        """ "Privatization and | Board of Investment": a field alone beside a body is no name."""
        k = start
        while k < end and (tokens.lower[k] in self.topics or tokens.lower[k] == ","):
            k += 1
        headed = tokens.lower[k + 1 : k + 3][1:] == ["of"] and tokens.lower[k + 1] in self.of_heads
        joined = start < k < end - 3 and tokens.lower[k] == "and"
        return (start, k + 1) if joined and headed and tokens.lower[k + 1] in self.heads else None

    def _is_firm(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "the Board of [Norvik Railways]", but "Board of Investment", "Board of Foreign Trade"."""
        headed = self.kinds.get(tokens.lower[end - 1]) == "Company"
        own = not tokens.is_common(start) or tokens.lower[end - 1] not in self.topics
        return headed and end - start > 1 and own

    def stands_alone(self, tokens: Tokens, start: int, left: int, end: int) -> bool:
        """ "the Ruritanian [Zarvo Group]", "the Ruritanian [Ministry of Trade]": a name of its own."""
        if tokens.lower[left : left + 2] == ["ministry", "of"]:
            return True
        own = end - left > 1 and tokens.capital[left] and not tokens.is_common(left)
        return own and tokens.lower_at(start - 1) == "the"

    def is_hall(self, tokens: Tokens, i: int) -> bool:
        """ "the Zenda Convention and [Exhibition Centre]": a house for occasions."""
        return tokens.lower[i] in self.events and tokens.lower_at(i + 1) in _HALLS


def _is_of_zones(tokens: Tokens, start: int, end: int) -> bool:
    """ "Management Board of Economic Zones": a body of its own, as zones have no board that they are called by."""
    of = next((k for k in range(start, end) if tokens.lower[k] == "of"), end)
    return tokens.lower[of - 1] in _ZONES
