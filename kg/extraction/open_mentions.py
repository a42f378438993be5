"""Phrases that point back to something the text never names: "the company", "it"."""

from collections.abc import Mapping
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind
from kg.model.parse import Parse
from kg.ontology import Ontology

_AGENT, _PERSON, _BODY = "Agent", "Person", "Organization"


class OpenMentionFinder:
    """Lets such phrases fill roles that nothing named can fill.

    A claim about one is true of the passage and is written out as a claim, but it never becomes a
    statement, as nobody knows of whom. `resolved` are the mentions with an antecedent.
    """

    def __init__(
        self,
        parse: Parse,
        ontology: Ontology,
        by_token: Mapping[int, list[Mention]],
        ranges: dict[Mention, tuple[int, int]],
        resolved: set[Mention],
    ) -> None:
        self.parse = parse
        self.ontology = ontology
        self.by_token = by_token
        self.ranges = ranges
        self.resolved = resolved
        self.definite = load_lexicon("arguments").get("definite")
        self.groups = load_lexicon("nominals").get_mapping("pronouns")

    def find(self, token: int, types: tuple[str, ...]) -> Mention | None:
        """The open mention headed by `token`, with the type that is asked of it; None where it has none."""
        for mention in self.by_token.get(token, ()):
            if self.ranges[mention][1] == token + 1:
                found = self.take(mention, types)
                if found is not None:
                    return found
        return None

    def take(self, mention: Mention, types: tuple[str, ...]) -> Mention | None:
        """The mention as one of the types, if it is open and may be of it."""
        if mention in self.resolved:
            return None
        if mention.kind is MentionKind.NOMINAL:
            kind = self._type_nominal(mention, types)
        elif mention.kind is MentionKind.PRONOUN:
            kind = self._type_pronoun(mention, types)
        else:
            return None
        if kind is None:
            return None
        found = replace(mention, type=kind, origin=OPEN)
        self.ranges[found] = self.ranges[mention]
        return found

    def _type_nominal(self, mention: Mention, types: tuple[str, ...]) -> str | None:
        """Its own type, where "the" or "this" points back and it is one thing that can act."""
        start, end = self.ranges[mention]
        before = self.parse.words[start - 1].lower() if start else ""
        if before not in self.definite or self.parse.tags[end - 1] != "NN":
            return None
        fitting = self.ontology.is_a(mention.type, _AGENT) and any(
            self.ontology.find_type(kind) and self.ontology.is_a(mention.type, kind)
            for kind in types
        )
        return mention.type if fitting else None

    def _type_pronoun(self, mention: Mention, types: tuple[str, ...]) -> str | None:
        """The first type asked for that the pronoun may stand for."""
        group = self.groups.get(mention.text.lower())
        wanted = {"person": _PERSON, "thing": _BODY, "plural": _BODY, "speaker": _BODY}.get(
            group or ""
        )
        if mention.text.lower() in {"i", "my", "me"}:
            wanted = _PERSON
        for kind in types if wanted else ():
            if self.ontology.find_type(kind) is None:
                continue
            if self.ontology.is_a(wanted or "", kind):
                return wanted
            if self.ontology.is_a(kind, wanted or ""):
                return kind
        return None
