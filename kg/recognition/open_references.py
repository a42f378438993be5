"""What takes up nothing that was told: references that stay open."""

from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention
from kg.ontology import Ontology
from kg.recognition.expletives import is_expletive
from kg.recognition.nominal_words import is_bare, read_word
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

# What a pronoun tells of a thing that the document does not name.
_OPEN_TYPES = {"person": "Person", "thing": "Company", "plural": "Company"}


class OpenReferences:
    """Marks open references of one document with the type that their word tells."""

    def __init__(self, ontology: Ontology, tokens: Tokens, paragraph_of: tuple[int, ...]) -> None:
        self.ontology = ontology
        self.tokens = tokens
        self.paragraph_of = paragraph_of
        nominals = load_lexicon("nominals")
        self.anaphoric, self.raising = nominals.get("anaphoric"), nominals.get("raising")
        self.impersonal = nominals.get("impersonal")
        names = load_lexicon("names")
        self.kin = names.get("kin") | names.get("many_kin")

    def mark(self, mention: Mention, item: Nominal | str, token: int, persons: int) -> Mention:
        """The mention as an open reference; `persons` were told just before.

        Claims may speak of it; it never becomes a thing of the graph.
        """
        if isinstance(item, Nominal):
            bare = is_bare(self.tokens, item, self.paragraph_of)
            anaphoric = read_word(self.tokens, item, self.anaphoric) in self.anaphoric
            if bare and anaphoric and self.ontology.is_a(item.type, "Organization"):
                return replace(mention, origin=OPEN)
        elif item in _OPEN_TYPES and not is_expletive(
            self.tokens.parse, token, self.raising, self.impersonal
        ):
            people = item == "plural" and (persons > 1 or self._is_of_kin(token))
            return replace(mention, type="Person" if people else _OPEN_TYPES[item], origin=OPEN)
        return mention

    def _is_of_kin(self, token: int) -> bool:
        """ "their daughter": whoever has kin is a person."""
        parse = self.tokens.parse
        return parse.tags[token] == "PRP$" and self.tokens.lower[parse.heads[token]] in self.kin
