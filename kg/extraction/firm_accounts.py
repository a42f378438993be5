"""The figures of a firm's accounts that no sentence gives to anybody: not those of its plant, nor of its country."""

from collections.abc import Callable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.owners_before import OwnersBefore
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_WORKS = ("Facility", "Project")
_LANDS = ("Country", "Region", "Province", "City", "District")
_NAMED = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_NEAR = 2  # sentences back in which a land is still told of


class FirmAccounts:
    """Tells whose accounts are meant, in one document."""

    def __init__(
        self,
        arguments: ArgumentFinder,
        before: OwnersBefore,
        find_main: Callable[[], Mention | None],
    ) -> None:
        self.arguments, self.before, self.find_main = arguments, before, find_main
        self.parse = arguments.parse
        words = load_lexicon("measures")
        self.nouns = words.get("firm_measures") | words.get("account_nouns")
        self.pairs = words.get("account_pairs")

    def settle(self, owner: Mention | None, noun: int) -> Mention | None:
        """The firm that is told of where `owner`, which another sentence told, is its works or a land.

        "The plant handles 45 tonnes a day. Sales came to $13 million": the firm's.
        """
        if owner is None or not self._is_account(noun) or self._tells(owner, noun):
            return owner
        named = self.arguments.find_first(owner).kind is MentionKind.NAME
        works = not named and self.arguments.fits(owner, _WORKS)
        land = self.arguments.fits(owner, _LANDS) and not self._is_near(owner, noun)
        if not works and not land:
            return owner
        acting, main = self._find_acting(noun), self.find_main()
        if works:
            return acting or main or owner
        first = self.arguments.find_first
        alone = main is not None and (acting is None or first(acting).text == main.text)
        return main if alone else owner

    def _find_acting(self, noun: int) -> Mention | None:
        """The only firm that acted, or was told of, just before."""
        return self.before.find_company(noun) or self.before.find_topic(noun, ("Company",))

    def _is_account(self, noun: int) -> bool:
        """Whether firms alone have a measure, and neither what they build nor a land in passing."""
        parse = self.parse
        beside = (c for c in parse.children[noun] if parse.deps[c] in {"amod", "compound"})
        lemma = parse.lemmas[noun].lower()
        pairs = {f"{parse.words[c].lower()} {lemma}" for c in beside}
        return lemma in self.nouns or not pairs.isdisjoint(self.pairs)

    def _tells(self, owner: Mention, noun: int) -> bool:
        """Whether the sentence of a measure tells its owner."""
        sentence_of = self.parse.sentence_of
        token = self.arguments.ranges[owner][0] if owner in self.arguments.ranges else noun
        return sentence_of[token] == sentence_of[noun]

    def _is_near(self, land: Mention, noun: int) -> bool:
        """Whether a land is named in the sentences right before a measure."""
        parse, first = self.parse, self.arguments.find_first
        sentence = parse.sentence_of[noun]
        start = parse.sentences[max(sentence - _NEAR, 0)][0]
        return any(
            m.kind in _NAMED and first(m).text == first(land).text
            for token in range(start, noun)
            for m in self.arguments.by_token.get(token, ())
        )
