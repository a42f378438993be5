"""From the head token of a noun phrase to the mentions it stands for."""

from kg.extraction.fields import find_row, has_places_before, leave_places
from kg.extraction.fields_of_parts import find_all_fields
from kg.extraction.group_leaders import find_leader
from kg.extraction.groups import GroupReader
from kg.extraction.list_reading import find_listed, find_represented
from kg.extraction.measured_wares import list_measured
from kg.extraction.mention_table import VALUE_TYPES, MentionTable
from kg.extraction.named_things import find_named_thing
from kg.extraction.open_mentions import OpenMentionFinder
from kg.extraction.owned_names import find_owned
from kg.extraction.phrases import PhraseReader
from kg.extraction.project_works import find_built
from kg.extraction.said_firms import is_said_firm
from kg.extraction.share_capital import is_share_capital
from kg.extraction.standing_for import find_modifying, is_in_name, list_holders, tells_seat
from kg.extraction.telling import TellingReader
from kg.extraction.title_gaps import find_titled
from kg.extraction.ware_rows import add_kind, find_made, read_ware_row
from kg.lexicon import load_lexicon
from kg.model.mention import RELATIVE, Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology

OPEN_TYPES = frozenset(["Sector", "Product"])  # any common noun phrase may name one
_CARRYING = frozenset(["compound", "amod", "nmod", "nummod", "quantmod", "npadvmod", "poss", "dep"])
_WORTH = frozenset(["worth", "total"])
_MEASURING = frozenset(["npadvmod", "dobj"])
_FIRMS = frozenset(["company", "firm"])  # "two firms from Zenda" are not Zenda
_REFERRING = frozenset([MentionKind.NOMINAL, MentionKind.PRONOUN])


class ArgumentFinder(MentionTable):
    """Looks up mentions by token for one recognized document."""

    def __init__(self, recognized: Recognized, ontology: Ontology) -> None:
        super().__init__(recognized, ontology)
        words = load_lexicon("arguments")
        self.days = words.get("days")
        self.transparent, self.named_by_of = words.get("transparent"), words.get("named_by_of")
        self.representatives = words.get("representatives")
        self.many_representatives = words.get("many_representatives")
        self.text = recognized.document.text
        self.phrases = PhraseReader(self.parse, self.text)
        self.telling = TellingReader(self.parse, ontology)
        self.casts: dict[tuple[int, str, bool], Mention | None] = {}  # by place, type, in a list
        self.appositions: dict[
            int, tuple[tuple[int, int, int], ...]
        ] = {}  # firms with an apposition
        self.open = OpenMentionFinder(
            self.parse, ontology, self.by_token, self.ranges, self.resolved
        )
        self.groups = GroupReader(recognized, ontology, self.ranges, self.find_antecedent)

    def find_all(self, token: int, types: tuple[str, ...]) -> list[Mention]:
        """Every mention of a fitting type that the phrase headed by `token` stands for, in order."""
        found = self._found_all.get((token, types))
        if found is None:  # many rules ask the same of the same words
            found = self._found_all[token, types] = tuple(self._list_all(token, types))
        return [*found]

    def _list_all(self, token: int, types: tuple[str, ...]) -> list[Mention]:
        listed = find_all_fields(token, self) if types == ("Sector",) else []
        wares = types == ("Product",)
        rows = (find_row(token, self) or find_made(token, self)) if wares else []
        listed = (
            listed or rows or add_kind(find_listed(token, types, self), token, self, wares=wares)
        )
        if not listed and not VALUE_TYPES.issuperset(types):
            listed = [m for m in self.groups.find(token) if self.fits(m, types)]
        if not listed and (self.represents(token) or self._is_named_by_of(token)):
            named = any(
                self._is_named_inside(m) and self.fits(m, types)
                for m in self.by_token.get(token, ())
            )
            listed = [] if named else find_represented(token, types, self)
            if self._is_firm(token):  # "the Zarvo shipping company of Peru" is not Peru
                listed = [m for m in listed if not self.fits(m, ("Place",))]
        if listed:
            return listed
        found = self.find(token, types)
        if found is None:
            return []
        open_ware = wares and found.origin == "noun phrase" and self.ranges[found][1] == token + 1
        return [found, *(read_ware_row(token + 1, self) if open_ware else ())]

    def _is_firm(self, token: int) -> bool:
        told = self.by_token.get(token, ())
        return self.parse.tags[token] == "NN" and any(m.type == "Company" for m in told)

    def _is_named_inside(self, mention: Mention) -> bool:
        """ "the Norvik shipping company of Peru": what is told by the name before its kind."""
        named = self.antecedents.get(mention)
        return named is not None and mention.span.start <= named.span.start < mention.span.end

    def find(self, token: int, types: tuple[str, ...], depth: int = 0) -> Mention | None:
        """The mention that the phrase headed by `token` stands for, or None."""
        if depth:
            return self._find(token, types, depth)
        key = token, types
        if key not in self._found:
            self._found[key] = self._find(token, types, 0)
        return self._found[key]

    def _find(self, token: int, types: tuple[str, ...], depth: int) -> Mention | None:
        if (leader := find_leader(token, types, self)) is not None:
            return leader
        mentions = self.by_token.get(token, ())
        if len(mentions) > 1:  # "a Norvik unit": the name at the token, not the phrase around it
            mentions = sorted(mentions, key=lambda m: self.ranges[m][1] != token + 1)
        for mention in mentions:
            if self.fits(mention, types) and self._is_usable(mention, token):
                return find_owned(mention, token, types, self) or self.unfold(mention)
        if depth > 3:
            return None
        if VALUE_TYPES.issuperset(types):
            return self._find_value(token, types)
        through = self._find_through(token, types, depth)
        if through is not None:
            return through
        named = find_named_thing(token, self) if types == ("Product",) else None
        if named is not None:
            return named
        if OPEN_TYPES.intersection(types) and self._is_unnamed(token):
            return self.make_open(token, next(t for t in types if t in OPEN_TYPES))
        return None

    def _is_unnamed(self, token: int) -> bool:
        """Whether nothing is told by the token but, at most, of what kind a common noun behind it is."""
        return all(
            (m.kind is MentionKind.NOMINAL and self.ranges[m][1] > token + 1)
            or (m.kind in list_holders(token, self) and self.ranges[m][0] < token)
            for m in self.by_token.get(token, ())
        )

    def unfold(self, mention: Mention) -> Mention:
        """What a relative pronoun or a description takes up stands beside it and says more."""
        if mention.origin != RELATIVE and mention not in self.described:
            return mention
        return self.antecedents.get(mention, mention)

    def make_open(self, token: int, kind: str) -> Mention | None:
        """A common noun phrase as a sector or product, if it may be one."""
        made = self.phrases.make_open(token, kind)
        if made is None:
            return None
        mention, bounds = made
        if has_places_before(token, kind, self):  # "the [US] oil industry", "[Europe's] ..."
            mention, bounds = leave_places(mention, bounds, self)
        self.ranges[mention] = bounds
        return mention

    def _find_value(self, token: int, types: tuple[str, ...]) -> Mention | None:
        """The value that a noun carries: "a 51% stake", "an investment of 5 million"."""
        parse = self.parse
        carriers = [c for c in parse.children[token] if parse.deps[c] in _CARRYING]
        for child in parse.children[token]:
            if parse.deps[child] == "prep" and parse.lemmas[child] in {"of", "worth"}:
                carriers.extend(c for c in parse.children[child] if parse.deps[c] == "pobj")
            elif parse.lemmas[child] in _WORTH:  # "investments [worth] 5 million"
                carriers.extend(c for c in parse.children[child] if parse.deps[c] in _MEASURING)
        for carrier in carriers:
            for mention in self.by_token.get(carrier, ()):
                if self.fits(mention, types):
                    return mention
        return None

    def _is_usable(self, mention: Mention, token: int) -> bool:
        """Whether a mention may stand for the phrase: its head is the token, and it names something."""
        start, end = self.ranges[mention]
        if mention.kind in _REFERRING:
            return mention in self.resolved or (
                mention.kind is MentionKind.NOMINAL
                and (self._is_telling(mention) or is_said_firm(mention, self))
            )
        around = self.parse.words[start - 1 : start] + self.parse.words[end : end + 1]
        if self.is_seat(mention) or around == ["(", ":"]:
            return False  # "Norvik (NYSE: NRV); (OTC: NRVF) and Tarka": exchanges do nothing there
        if mention.kind is MentionKind.NAME and token != end - 1:
            # "Colombo" in "the Colombo terminal" is no argument, but any word of a name stands for it.
            return self.parse.heads[token] not in range(end, end + 3) or token in range(start, end)
        return True

    def is_seat(self, mention: Mention) -> bool:
        """Whether a place only tells where what follows sits: "the Lodz, Poland-based firm X", "Lima based X"."""
        seated = tells_seat(self.ranges[mention][1], self.parse.words)
        return seated and self.ontology.is_a(mention.type, "Place")

    def is_value(self, token: int) -> bool:
        """Whether a token belongs to a period or quantity: "on Tuesday" tells no matter."""
        return self.parse.lemmas[token].lower() in self.days or any(
            m.kind in {MentionKind.PERIOD, MentionKind.QUANTITY}
            for m in self.by_token.get(token, ())
        )

    def is_referring(self, mention: Mention) -> bool:
        """Whether a nominal is resolved or says enough to be a thing of its own."""
        return mention in self.resolved or self._is_telling(mention)

    def _is_telling(self, mention: Mention) -> bool:
        told = self._told.get(mention)
        if told is None:
            told = self._told[mention] = self.telling.is_telling(mention, *self.ranges[mention])
        return told

    def _find_through(self, token: int, types: tuple[str, ...], depth: int) -> Mention | None:
        """ "officials of Y", "the city of X", "the company, Y,": the mention inside the phrase."""
        parse = self.parse
        built = find_built(parse, token)
        found = self.find(built, types, depth + 1) if built is not None else None
        found = found or find_titled(token, types, self)
        for link in list_measured(token, self) if types == ("Product",) else ():
            found = found or self._find_governed(link, types, depth)
        if found is not None:
            return found
        person = any(self.fits(m, ("Person",)) for m in self.by_token.get(token, ()))
        for child in parse.children[token]:
            found = None
            if parse.deps[child] == "appos" and parse.tags[child][0] in {"N", "P"}:
                if person or parse.lemmas[child] == "part" or self._tells_person(token, child):
                    continue  # "Norvik, part of the Tarka Group,": Norvik is meant
                found = self.find(child, types, depth + 1)
                found = found if found and found.kind is MentionKind.NAME else None
            elif parse.deps[child] == "prep" and self.passes(token, parse.lemmas[child]):
                found = self._find_governed(child, types, depth)
            if found is not None:
                return found
        if self.represents(token) and depth == 0:
            return find_modifying(token, types, self)
        return None

    def _tells_person(self, token: int, apposed: int) -> bool:
        """ "Doe, a member of the council,": somebody whose name was not found is not the council."""
        held = any(m.kind is MentionKind.POST for m in self.by_token.get(apposed, ()))
        return self.parse.tags[token][:3] == "NNP" and (held or self.represents(apposed))

    def represents(self, token: int) -> bool:
        """Whether a noun is people who stand for their body: "officials", "ministers"."""
        lemma = self.parse.lemmas[token]
        many = (
            self.parse.tags[token] in {"NNS", "NNPS"} and lemma.lower() in self.many_representatives
        )
        return many or lemma in self.representatives

    def _is_named_by_of(self, token: int) -> bool:
        """Whether a noun counts for what follows its "of": "two of them", "the cities of A and B"."""
        lemma = self.parse.lemmas[token]
        many = self.parse.tags[token] == "NNS" and lemma in self.named_by_of
        return (many or lemma in self.transparent) and not is_in_name(token, self)

    def passes(self, token: int, preposition: str) -> bool:
        """Whether a noun stands for what its preposition governs."""
        noun = self.parse.lemmas[token]
        if preposition == "from":
            return self.represents(token) and noun not in _FIRMS
        if preposition != "of" or is_in_name(token, self):
            return False  # "the Norvik Group of Peru"
        held = is_share_capital(token, self.parse.words)
        return held or noun in self.transparent | self.named_by_of or self.represents(token)

    def _find_governed(
        self, preposition: int, types: tuple[str, ...], depth: int
    ) -> Mention | None:
        for inner in self.parse.children[preposition]:
            if self.parse.deps[inner] == "pobj":
                found = self.find(inner, types, depth + 1)
                if found is not None:
                    return found
        return None

    def find_phrase(self, token: int) -> tuple[int, int] | None:
        """The tokens of a common noun phrase up to its head (see PhraseReader)."""
        return self.phrases.find_phrase(token)

    def slice(self, start: int, end: int) -> str:
        """What tokens `start` to `end` say, on one line."""
        starts, ends = self.parse.starts, self.parse.ends
        return self.text[starts[start] : ends[end - 1]].replace("\n", " ")

    def phrase_text(self, token: int) -> str | None:
        """The text of a noun phrase, for qualifiers such as matter and agreement."""
        return self.phrases.phrase_text(token)

    def head_lemma(self, token: int) -> str:
        """The lemma of the phrase's head, in small letters."""
        return self.parse.lemmas[token].lower()
