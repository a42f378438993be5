"""Whose a measure is by its words alone."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_HYPHENS = frozenset("-–‑")


class MeasureFields:
    """Tells the field of measured nouns of one parse; looked up once a noun, as all shapes ask it."""

    def __init__(self, parse: Parse) -> None:
        words = load_lexicon("measures")
        self.parse = parse
        self.fields = words.get_mapping("measure_fields")
        self.telling = words.get_mapping("field_modifiers")
        self.vague, self.pairs = words.get("vague_nouns"), words.get("macro_pairs")
        self._fields: dict[int, str | None] = {}

    def field_of(self, noun: int) -> str | None:
        """Whose a measure is by its words: exports a country's, sales a company's; "value of exports" too."""
        if noun not in self._fields:
            self._fields[noun] = self._read_field(noun)
        return self._fields[noun]

    def _read_field(self, noun: int) -> str | None:
        parse = self.parse
        for child in parse.children[noun]:
            told = self.telling.get(parse.words[child].lower())
            joined = child > 0 and parse.words[child - 1] in _HYPHENS  # "pre-tax profit"
            if told is not None and parse.deps[child] in {"compound", "amod"} and not joined:
                return told
        goods = parse.lemmas[noun] == "stock" and any(
            parse.deps[c] == "compound" and parse.tags[c][:3] != "NNP" for c in parse.children[noun]
        )  # "factory stocks" are no shares
        pair = f"{parse.words[noun - 1].lower()} {parse.lemmas[noun]}"  # "domestic product"
        field = "economy" if pair in self.pairs else self._field_from(noun)
        field = field or self.fields.get("stockpile" if goods else parse.lemmas[noun])
        if field is not None:
            return field
        for child in parse.children[noun]:
            if parse.lemmas[child] == "of" and parse.lemmas[noun] in self.vague:
                inner = (c for c in parse.children[child] if parse.deps[c] == "pobj")
                field = next((self.field_of(c) for c in inner if c > noun), None)
            if field is not None:
                return field
        return None

    def _field_from(self, noun: int) -> str | None:
        """ "earnings from tourism": by what stands after "from"."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.deps[child] == "prep" and parse.lemmas[child] == "from":
                for inner in parse.children[child]:
                    told = self.telling.get(parse.lemmas[inner])
                    if told is not None:
                        return told
        return None
