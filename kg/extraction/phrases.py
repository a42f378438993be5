"""Common noun phrases: how far they reach, their text, and fields or products told by them."""

from kg.extraction.taken_up_wares import find_taken_up, is_taken_up
from kg.extraction.ware_kinds import reach_head
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse

_HYPHENS = (["-"], ["‑"])
_JOINERS = frozenset(["-", "–", "/", "&"])
_INSIDE = frozenset(["compound", "amod", "nmod", "npadvmod", "advmod"])
_FIELDS = load_lexicon("triggers").get("industries")
_DAYS = frozenset(d.lower() for d in load_lexicon("scope").get("named_days"))
_LETTERS = load_lexicon("fields").get("field_letters")
_WHOLE = load_lexicon("triggers").get("whole_fields") | load_lexicon("arguments").get("field_pairs")
_PAIRS = frozenset(tuple(pair.split()) for pair in _WHOLE)
_BEFORE = frozenset(["compound", "nmod"])
_OUTSIDE_TAGS = frozenset(["CD", "DT", "PRP$", "POS"])
_SCALES = frozenset(["lakh", "lakhs", "lac", "lacs", "crore", "crores", "mm", "cm", "nm"])
_WEIGHTS = frozenset(["ton", "tonne"])
_MAKERS = load_lexicon("triggers").get("making_nouns") | {"supplier", "seller", "importer"}
_SHARED = frozenset(["%", "percent", "pct", "per", "cent"])

_HYPHENED = 2  # tokens from "non" over a hyphen to its word
_COUNTS = frozenset(["m", "mn", "bn", "k"])  # behind a number


class PhraseReader:
    """Reads the noun phrases of one parse."""

    def __init__(self, parse: Parse, text: str) -> None:
        words = load_lexicon("arguments")
        self.parse = parse
        self.text = text
        self.no_things = words.get("empty_nouns") | words.get("no_things")
        self.bare_things = words.get("bare_things")
        self.fixed = words.get("fixed_openings")
        self.edge = words.get("open_edge") | load_lexicon("nominals").get("empty_modifiers")
        self.no_heads = self.edge | _DAYS  # "a leading maker", "On Tuesday, "

    def find_phrase(self, token: int) -> tuple[int, int] | None:
        """The tokens of a common noun phrase up to its head: modifiers yes, articles and numbers no."""
        parse = self.parse
        field = parse.words[token].lower() in _FIELDS and parse.heads[token] == token + 1
        if not field and parse.tags[token] not in {"NN", "NNS", "VBG", "NNP", "NNPS"}:
            return None
        sentence_start = parse.sentences[parse.sentence_of[token]][0]
        start = token
        while start > sentence_start:
            k = start - 1
            if parse.words[k] in _JOINERS and k > sentence_start:
                start -= 1
                continue
            joined = (
                parse.words[start] == "-" and parse.ends[k] == parse.starts[start]
            )  # "e-commerce"
            if parse.words[k] == "to" and parse.words[k - 2].lower() in _FIELDS:
                break  # "the cement-to-[sugar] group"
            if self._is_used(k, token):
                return k, token + 1
            if not (joined and start < token) and (
                parse.deps[k] not in _INSIDE
                or not (start <= parse.heads[k] <= token)
                or parse.tags[k] in _OUTSIDE_TAGS
            ):
                break
            start = k
        while start < token and (self._is_edge(start) or parse.words[start] in _JOINERS):
            start += 1
        return start, token + 1

    def _is_used(self, k: int, token: int) -> bool:
        """ "maker of [hearing] aids", "exporter of [cooking] oil": what the wares are for, and no deed."""
        parse = self.parse
        told = k == token - 1 and parse.tags[k] == "VBG" and parse.deps[k] == "pcomp"
        return told and parse.heads[token] == k and parse.lemmas[k - 2] in _MAKERS

    def _is_edge(self, k: int) -> bool:
        """Whether a word with which the phrase begins tells nothing of the thing."""
        word, behind = self.parse.words[k].lower(), self.parse.words[k + 1]
        fixed = f"{word} {behind.lower()}" in self.fixed
        if word in _COUNTS and k and self.parse.words[k - 1][-1].isdigit():
            return (
                self.parse.tags[k + 1] == "NNS" and self.parse.tags[k - 2] != "$"
            )  # "1.2[m] cars"
        return word in self.edge and behind not in _JOINERS and not fixed

    def phrase_text(self, token: int) -> str | None:
        """The text of a noun phrase, for qualifiers such as matter and agreement."""
        bounds = self.find_phrase(token)
        if bounds is None:
            return None
        span = self._span_of(bounds)
        return self.text[span.start : span.end].replace("\n", " ")

    def make_open(self, token: int, kind: str) -> tuple[Mention, tuple[int, int]] | None:
        """A common noun phrase as a sector or product ("renewable energy"), with its tokens."""
        if is_taken_up(token, self.parse):
            told = find_taken_up(token, self.parse) if kind == "Product" else None
            return None if told is None else (self.make((told, told + 1), kind), (told, told + 1))
        bounds = self.find_phrase(token)
        if bounds is None or self.parse.lemmas[token] in self.no_things or self._is_bit(token):
            return None
        if self.parse.words[token].lower() in self.no_heads:
            return None
        lemma = self.parse.lemmas[token]  # "metric tons" are no more a thing than tons are
        if lemma in _WEIGHTS or (bounds[1] - bounds[0] == 1 and lemma in self.bare_things):
            return None
        start, end = bounds
        start += (
            start < token and self.parse.words[start].lower() in _SCALES
        )  # "2 lakh cars", "300 mm wafers"
        if self.parse.words[start].lower() in _SHARED:
            return None  # "exported 2 per cent more cars"
        if self.parse.words[start] == "non" and (
            start == token
            or self.parse.words[token].isupper()
            or (self.parse.deps[token] in _BEFORE | {"amod"} and token - start == _HYPHENED)
        ):
            return None  # "non-NATO makers", "non-oil exports"
        beside = kind == "Sector" or self.parse.deps[token] == "compound"
        while beside and start < token and (self._is_of_people(start) or self._is_called(start)):
            start += 1  # "the Chinese steel maker" makes steel
        words = self.parse.words
        if kind == "Sector" and start == token and start > 0:
            pair = words[start - 1].lower(), words[start].lower()
            start -= pair in _PAIRS  # "a renewable energy company": the firm is not renewable
        bounds = start, end
        if kind == "Product" and self.parse.deps[token] in _BEFORE:
            bounds = reach_head(bounds, self.parse)
        if self.parse.deps[token] == "pcomp" and not self._is_trade(token):
            return None  # "invest in partnering with schools" is a deed
        return self.make(bounds, kind), bounds

    def _is_bit(self, token: int) -> bool:
        """ "[re][-]export": what a hyphen joins to the next word is no noun of its own."""
        parse = self.parse
        if not any(c.isalnum() for c in parse.words[token]):
            return True
        following = parse.words[token + 1 : token + 2]
        return following in _HYPHENS and parse.ends[token] == parse.starts[token + 1]

    def _is_trade(self, token: int) -> bool:
        """ "engaged in mining and banking": a field by its verb, with nothing that is mined."""
        parse = self.parse
        alone = all(
            parse.deps[c] in {"cc", "conj", "punct", "compound"} for c in parse.children[token]
        )
        return alone and parse.words[token].lower() in _FIELDS | _WHOLE

    def make(self, bounds: tuple[int, int], kind: str) -> Mention:
        """The words between two tokens as a mention of a type."""
        span = self._span_of(bounds)
        return Mention(
            span=span,
            text=self.text[span.start : span.end].replace("\n", " "),
            type=kind,
            kind=MentionKind.NOMINAL,
            origin="noun phrase",
        )

    def _is_of_people(self, k: int) -> bool:
        words = self.parse.words
        adjective = self.parse.tags[k] == "JJ" and words[k][:1].isupper()
        return adjective and words[k + 1] not in _JOINERS  # "E-commerce"

    def _is_called(self, k: int) -> bool:
        """ "its Norvik logistics business": how the business is called, and no part of its field."""
        word, behind = self.parse.words[k], self.parse.words[k + 1]
        acronym = word.isupper() and word not in _LETTERS
        named = word[:1].isupper() and (word[1:].islower() or acronym)
        named = named and self.parse.tags[k] == "NNP"
        opens = self.parse.sentences[self.parse.sentence_of[k]][0] == k
        return named and not opens and behind.islower() and behind in _FIELDS

    def _span_of(self, bounds: tuple[int, int]) -> Span:
        return Span(self.parse.starts[bounds[0]], self.parse.ends[bounds[1] - 1])
