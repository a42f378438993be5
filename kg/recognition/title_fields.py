"""The field behind a title's head: "head [of transportation]", "vice president[, investor relations]"."""

from kg.lexicon import load_lexicon
from kg.recognition.title_areas import TitleAreas
from kg.recognition.title_charges import pass_charge, pass_charge_of
from kg.recognition.title_parts import TitleParts
from kg.recognition.tokens import Tokens

_DESCRIBING = frozenset(["JJ", "NN", "VBG", "VBN"])
_FIELD_TAGS = frozenset(["JJ", "NN", "NNS", "NNP", "NNPS", "VBG", "HYPH"])
_AND = frozenset(["and", "&"])
_CLOSING = frozenset([",", ".", ";", ")", "at", "of", "for", "effective", "and", "who", ""])
_BODY_LINKS = frozenset(["at", "of", "for"])
_FIRM_LINKS = frozenset(["at", "@", "with", "of", "for"])
_ENDING = frozenset([",", ".", ";", ")"])
_JOINTS = frozenset(["and", "&", ","])
_BODIES = frozenset(["bank", "authority", "commission", "ministry", "agency", "council", "board"])
_IN_CHARGE = ["in", "charge", "of"]
_PARTS = frozenset(["department", "ministry", "division", "bureau", "office"])
_SHORT_FIELD = 4  # tokens of one that no "at" follows: "people and culture"
_LONGEST = 6  # words of a field of everyday words


class TitleFields:
    """Tells where a title with its field ends; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("posts")
        self.future = lexicon.get("future")
        self.fielded, self.beside = lexicon.get("fielded"), lexicon.get("fielded_beside")
        topics = load_lexicon("names").get("topics")
        self.own = topics | lexicon.get("portfolios")
        self.words = self.own | lexicon.get("modifiers")
        self.given = load_lexicon("given_names").get("given")
        self.things = frozenset(load_lexicon("nominals").get_mapping("nominals"))
        self.heads = load_lexicon("names").get_mapping("heads")
        self.letters = frozenset(
            w for w in load_lexicon("fields").get("field_letters") if w.isupper()
        )
        self.offices = lexicon.get("offices_of_state")
        self.areas, self.parts = TitleAreas(), TitleParts()

    def extend(
        self,
        tokens: Tokens,
        head: int,
        end: int,
        taken: frozenset[int],
        areas: frozenset[int],
    ) -> int:
        """The end of the title whose head word ends at `end`; `head` is the last token of that word."""
        whole = pass_charge(tokens, head, end, areas) or pass_charge_of(tokens, head, end, areas)
        end = whole or self._extend_field(tokens, head, self._pass_future(tokens, end), taken)
        further = self.areas.extend(tokens, head, end, areas)
        return further if further > end else self.parts.extend(tokens, head, end, taken, areas)

    def _extend_field(self, tokens: Tokens, head: int, end: int, taken: frozenset[int]) -> int:
        words = [word for word in tokens.lower[max(head - 2, 0) : head + 1] if word != "-"]
        fielded = words[-1] in self.fielded or " ".join(words[-2:]) in self.fielded
        if fielded and tokens.capital[head] and any(tokens.capital[end : end + 1]):
            return self._pass_beside(tokens, end, taken)
        if words[-1] in self.beside or " ".join(words[-2:]) in self.beside:
            end = self._pass_known_beside(tokens, end, taken)
        end = self._pass_field(tokens, end, taken, fielded=fielded)
        if tokens.lower[end : end + 3] == _IN_CHARGE:
            behind = end + 2
            known = self._read_described(tokens, behind + 1, taken)
            known = known or self._read_known(tokens, behind, taken)
            return known if known > behind else end
        if tokens.lower_at(end) not in {"of", "for"}:
            return end
        if fielded and (whole := self._read_described(tokens, end + 1, taken)):
            return whole
        if self._is_office_of_state(tokens, head, end):
            return end + 3
        known = self._read_known(tokens, end, taken)
        further = tokens.lower_at(known) == "for" and tokens.lower[known - 1] == "state"
        return (
            self._read_known(tokens, known, taken) if further else known
        )  # "of state [for trade]"

    def _is_office_of_state(self, tokens: Tokens, head: int, end: int) -> bool:
        """ "Secretary [of the Navy]", not "Permanent Secretary of the Treasury"."""
        of_the = tokens.lower[end : end + 2] == ["of", "the"]
        alone = tokens.lower[head] == "secretary" and tokens.lower_at(head - 1) not in self.words
        return of_the and alone and tokens.lower_at(end + 2) in self.offices

    def _pass_future(self, tokens: Tokens, end: int) -> int:
        """ "chief executive-designate", "chairman emeritus"."""
        if tokens.lower_at(end) == "emeritus":
            return end + 1
        joined = tokens.words[end : end + 1] in (["-"], ["–"])
        return end + 2 if joined and tokens.lower_at(end + 1) in self.future else end

    def _pass_beside(self, tokens: Tokens, end: int, taken: frozenset[int]) -> int:
        """ "General Manager Operations [Jane Doe]": capitals before the holder or the firm, without a joint."""
        k = end
        while k not in taken and self._is_beside(tokens, k):
            k += 1
            if tokens.lower_at(k) in _AND and tokens.lower_at(k + 1) in self.words:
                k += 1
        known = k > end and tokens.lower[k - 1] in self.own
        named = (
            tokens.words[k : k + 1] != []
            and tokens.words[k].istitle()
            and (tokens.lower[k] in self.given or not tokens.is_common(k))
        )
        at = tokens.lower_at(k) in _FIRM_LINKS and any(tokens.capital[k + 1 : k + 3])
        return k if known and (named or at or tokens.lower_at(k) in _ENDING) else end

    def _pass_known_beside(self, tokens: Tokens, end: int, taken: frozenset[int]) -> int:
        """ "Secretary Finance [Jane Doe]", "Member Energy [Jane Doe]": known fields right before a full name."""
        k = end
        while k not in taken and tokens.lower_at(k) in self.own and tokens.capital[k]:
            k += 1
            if tokens.lower_at(k) in _JOINTS and tokens.lower_at(k + 1) in self.own:
                k += 1
        name = [i for i in (k, k + 1) if i < len(tokens.words) and i not in taken]
        named = k > end and len(name) > 1 and all(self._is_of_name(tokens, i) for i in name)
        strange = named and any(
            tokens.lower[i] in self.given or not tokens.is_common(i) for i in name
        )
        return k if strange else end

    def _is_of_name(self, tokens: Tokens, k: int) -> bool:
        spelt = tokens.words[k].istitle() and tokens.words[k].replace(".", "").isalpha()
        return spelt and tokens.lower[k] not in self.words and tokens.lower[k] not in self.heads

    def _is_beside(self, tokens: Tokens, k: int) -> bool:
        """A field's word, or one of the language: "Vice President Global [Air] Logistics"."""
        if tokens.capital[k : k + 1] != [True]:
            return False
        word = tokens.lower[k]
        return word in self.words or (tokens.is_common(k) and word not in self.given)

    def _pass_field(self, tokens: Tokens, end: int, taken: frozenset[int], *, fielded: bool) -> int:
        """ "Senior Vice President, Strategy at X", "vice president, investor relations,": behind a comma."""
        if tokens.lower_at(end) != "," or tokens.lower_at(end + 1) == "chief":
            return end  # "EVP, | Chief People Officer"
        if tokens.lower_at(end + 1) in _PARTS and tokens.lower_at(end + 2) in {"of", "for"}:
            return end  # "Secretary, | Department of Ports"
        capital = bool(tokens.capital[end + 1 : end + 2]) and tokens.capital[end + 1]
        k, last, joint, seen = end + 1, end, 0, False
        while k < len(tokens.words) and k not in taken:
            # "vice president, [Cloud] and Research,": a field may begin with any word of the language
            told = tokens.lower[k] in self.words
            begins = fielded and capital and not seen and tokens.is_common(k)
            seen = seen or told
            known = (told or begins) and tokens.capital[k] == capital
            if not known and not (k > end + 1 and tokens.lower[k] in _AND):
                break
            joint = joint or k * (tokens.lower[k] in _AND)
            k, last = k + 1, k
        if fielded and joint and tokens.lower_at(k) not in _CLOSING:
            return joint  # "Vice President, Human Resources | and Chief People Officer"
        if last == end or tokens.lower[last] in _AND or tokens.lower[last] not in self.words:
            return end
        if capital and not joint and self._names_firm(tokens, end + 1, last):
            return end  # "Managing Director, | Tarka Cement", "governor, | Central Bank"
        if capital and tokens.lower_at(k) in _BODY_LINKS:
            return k
        return k if fielded and tokens.lower_at(k) in _CLOSING else end

    def _names_firm(self, tokens: Tokens, start: int, last: int) -> bool:
        """Whether a word that no field begins with stands before one that closes the names of firms."""
        if last == start or tokens.lower[last] not in self.heads:
            return False
        return tokens.lower[last] in _BODIES or tokens.lower[start] not in self.words

    def _read_described(self, tokens: Tokens, start: int, taken: frozenset[int]) -> int | None:
        """ "director of [autonomous driving communications] at X": any words of small letters before a body or name."""
        limit = tokens.parse.sentences[tokens.parse.sentence_of[start - 1]][1]
        k = start
        while k < min(start + _LONGEST, limit) and k not in taken and self._is_small(tokens, k):
            if tokens.tags[k] not in _FIELD_TAGS and tokens.lower[k] not in _AND:
                break
            k += 1
        if k == start or tokens.tags[k - 1][:1] not in "NV":
            return None
        if tokens.lemma_at(k - 1) in self.things or tokens.lemma_at(k - 1).endswith("maker"):
            return None
        return k if self._closes_described(tokens, start, k) else None

    def _is_small(self, tokens: Tokens, k: int) -> bool:
        return not tokens.capital[k] or tokens.words[k] in self.letters  # "head of [ESG]"

    def _closes_described(self, tokens: Tokens, start: int, k: int) -> bool:
        """Whether the firm or the holder stands behind: "at X", "of X", ", Jane Doe", "Jane Doe"."""
        following = tokens.lower_at(k)
        named = k + 1 + (tokens.lower_at(k + 1) == "the")
        if following == "at" and named > k + 1 and tokens.lemma_at(named) in self.things:
            return True  # "director of geology at the ministry"
        if following in {"at", "of"} and tokens.capital[named : named + 1] == [True]:
            return following == "at" or k < start + _SHORT_FIELD
        name = k + (following == ",")
        if tokens.capital[name : name + 2] != [True] * 2 or k >= start + _SHORT_FIELD:
            return False
        strange = name > k and not tokens.is_common(name)
        return strange or tokens.lower[name] in self.given

    def _read_known(self, tokens: Tokens, end: int, taken: frozenset[int]) -> int:
        """ "head of transportation", "director for public affairs": words that are known for fields."""
        last = tokens.parse.sentences[tokens.parse.sentence_of[end]][1]
        k, field = end + 1, end
        while k < last and k not in taken and not tokens.capital[k]:
            if tokens.lower[k] in self.words:
                field = k + 1 if tokens.tags[k][:1] in {"N", "V"} else field
            elif tokens.lower[k] not in _JOINTS and not (
                # what describes a field: "head of [clean] energy", "and [mineral] resources"
                tokens.tags[k] in _DESCRIBING and (k == end + 1 or tokens.lower[k - 1] in _JOINTS)
            ):
                break
            k += 1
        return field if self._closes(tokens, field, end) else end

    def _closes(self, tokens: Tokens, field: int, end: int) -> bool:
        """Whether the field is whole: no noun goes on with it ("head of trade body X")."""
        return (
            field == end
            or field >= len(tokens.words)
            or not (
                (
                    tokens.tags[field][:1] in {"N", "J"}
                    and not tokens.capital[field]
                    and tokens.lower[field] not in self.future  # "minister of trade designate"
                )
                or tokens.words[field] in {"-", "'s", "’s"}
            )
        )
