"""Names that a body takes on: "the company changed its name to X", "It was renamed X", "becoming X"."""

from collections.abc import Sequence

from kg.model.mention import RELATIVE, Coreference, Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.tokens import Tokens

RENAMED = "renamed"
_SCORE = 0.8
_QUOTES = frozenset(['"', "“", "'", "`", "``", "‘", "the"])
_RENAME = frozenset(
    ["rename", "rebrand", "rebrande", "relaunch", "launch", "rebadge", "rechristen", "restyle"]
)
_REBRAND = frozenset(
    ["rebrand", "rebrande"]
)  # the second is what the lemmatizer makes of "rebranded"
_CHANGE = frozenset(["change", "switch", "alter", "shorten", "amend"])
_OF_NAME = frozenset(
    ["its", "their", "company", "corporate", "trading", "legal", "official", "own"]
)
_SELF = frozenset(["itself", "themselves"])
_GO_ON = frozenset(
    ["conj", "xcomp", "advcl", "pcomp", "ccomp"]
)  # whose subject is that of the head
_BODIES = ("Organization", "Facility", "TransportCorridor")
_ASIDES = frozenset(["WDT", "WP"])
_CLIMB = 4  # verbs between a renaming and its subject


class RenamingFinder:
    """Links the new name to who takes it on, in one document."""

    def __init__(self, tokens: Tokens, ontology: Ontology) -> None:
        self.tokens = tokens
        self.parse = tokens.parse
        self.ontology = ontology

    def find(self, mentions: Sequence[Mention], links: Sequence[Coreference]) -> list[Coreference]:
        """Links for names and for what stands for no name before; `links` are those found already."""
        if _WORDS.isdisjoint(self.parse.lemmas):
            return []
        roots = {link.mention: link.antecedent for link in links}
        ends = {self.tokens.find_cover(m.span)[1] - 1: m for m in mentions}
        found: list[Coreference] = []
        for name in mentions:
            if name.kind is not MentionKind.NAME or name.known_as is not None:
                continue
            owner = self._find_owner(name, ends)
            link = None if owner is None else self._link(name, owner, roots)
            if link is not None:
                roots[link.mention] = link.antecedent
                found.append(link)
        return found

    def _link(
        self, name: Mention, owner: Mention, roots: dict[Mention, Mention]
    ) -> Coreference | None:
        """The link between both; a name that stands for another one already stays what it is."""
        first, thing = _find_root(name, roots), _find_root(owner, roots)
        guessed = owner.kind is MentionKind.PRONOUN and owner.origin != RELATIVE
        if guessed and thing.kind is MentionKind.NAME:
            return (
                None  # who "it" is may be wrong, and two firms made one are worse than one in two
            )
        kind = next((k for k in _BODIES if self.ontology.is_a(first.type, k)), None)
        if first == thing or kind is None or not self.ontology.is_a(thing.type, kind):
            return None
        if thing.kind is not MentionKind.NAME:
            first, thing = thing, name
        return Coreference(mention=first, antecedent=thing, reason=RENAMED, score=_SCORE)

    def _find_owner(self, name: Mention, ends: dict[int, Mention]) -> Mention | None:
        """Who takes the name on that the words before it tell to be one."""
        start, end = self.tokens.find_cover(name.span)
        k = self._skip(start - 1, _QUOTES)
        verb = self._find_becoming(k, start, end)
        if verb is None:
            to = self.tokens.lower_at(k) in {"as", "to"}
            j = k - 1 if to else k
            verb = self._find_change(j) if to and self.tokens.lower_at(k) == "to" else None
            itself = self.tokens.lower_at(j) in _SELF
            verb = self._find_renaming(j - itself, itself) if verb is None else verb
        if verb is None or any(self.parse.deps[c] == "neg" for c in self.parse.children[verb]):
            return None
        subject = self._find_subject(verb)
        owner = None if subject is None else ends.get(subject)
        if (
            owner is None
            or self.tokens.lower_at(self.tokens.find_cover(owner.span)[0] - 1) == "and"
        ):
            return None  # "Norvik and Tarka merged to become X"
        return owner

    def _skip(self, k: int, words: frozenset[str]) -> int:
        while k >= 0 and self.tokens.lower[k] in words:
            k -= 1
        return k

    def _find_renaming(self, k: int, itself: bool) -> int | None:
        """ "was renamed", "has rebranded (itself)": who renames another thing says nothing of itself."""
        if self.tokens.lower_at(k) == "launched" and self.tokens.lower_at(k - 1) != "-":
            return None
        if k < 0 or self.parse.lemmas[k] not in _RENAME or self.parse.tags[k][:2] != "VB":
            return None
        passive = any(self.parse.deps[c] == "auxpass" for c in self.parse.children[k])
        goes_on = self.parse.deps[k] == "conj" and self.parse.tags[k] == "VBN"
        bare = self.parse.lemmas[k] in _REBRAND  # "Tarka rebranded as X"
        return k if passive or goes_on or itself or bare else None

    def _find_change(self, k: int) -> int | None:
        """ "changed its (company) name" before the "to"."""
        if self.tokens.lower_at(k) != "name":
            return None
        k = self._skip(k - 1, _OF_NAME)
        return k if k >= 0 and self.parse.lemmas[k] in _CHANGE else None

    def _find_becoming(self, k: int, start: int, end: int) -> int | None:
        """ "becoming X", "to become X", "became known as X"."""
        known = self.tokens.lower_at(k) == "as" and self.tokens.lower_at(k - 1) == "known"
        verb = k - 2 if known else k
        if verb < 0 or self.parse.lemmas[verb] != "become":
            return None
        heads = {self.parse.heads[t] for t in range(start, end)}
        further = self.tokens.tags[end] if end < len(self.tokens.tags) else ""
        is_name = heads <= {verb, *range(start, end)} and further not in {"POS", "NN", "NNS"}
        return verb if known or is_name else None

    def _find_subject(self, verb: int) -> int | None:
        """The subject of a verb or of those that it goes on from; of several together none."""
        for _ in range(_CLIMB):
            for child in self.parse.children[verb]:
                if self.parse.deps[child] in {"nsubj", "nsubjpass"}:
                    several = any(self.parse.deps[c] == "conj" for c in self.parse.children[child])
                    return None if several else child
            if self.parse.deps[verb] not in _GO_ON:
                return None
            verb = self.parse.heads[verb]
        return None


_WORDS = _RENAME - {"launch"} | {"become", "name", "launch"}


def _find_root(mention: Mention, roots: dict[Mention, Mention]) -> Mention:
    seen = {mention}
    while mention in roots and roots[mention] not in seen:
        mention = roots[mention]
        seen.add(mention)
    return mention
