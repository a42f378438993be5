"""Which country "the country" is, where what was told last does not say it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from kg.model.mention import Mention, MentionKind
from kg.recognition.appositions import Link
from kg.recognition.nominal_words import is_alone
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_SOON = 3  # sentences ahead of a country that is told but once
_MUCH = 2  # times as often as any other country


def find_homeland(
    nominal: Nominal,
    told: Mapping[int, tuple[Mention, int]],
    citizens: Mapping[int, int],
    referents: Mapping[int, Referent],
) -> Link | None:
    """ "His country": the one whose minister or president he is."""
    owner = told.get(nominal.start - 1)
    country = referents.get(citizens.get(owner[1], -1)) if owner else None
    if country is None:
        return None
    return Link(country.mention, country.type, "country of whose it is", 0.8, country.chain)


def find_later(
    nominal: Nominal, word: str, tokens: Tokens, upcoming: Iterable[tuple[Mention, int, int]]
) -> Link | None:
    """ "The country's first plant", before the country has a name: the one that is told most later on."""
    if tokens.lower_at(nominal.start - 1) != "the" or not is_alone(nominal, word):
        return None
    named = [
        (m, chain, start)
        for m, chain, start in upcoming
        if m.type == "Country" and m.kind is MentionKind.NAME
    ]
    counts = Counter(chain for _, chain, _ in named)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _MUCH * ranked[1][1]):
        return None
    mention, start = next((m, s) for m, chain, s in named if chain == ranked[0][0])
    ahead = tokens.parse.sentence_of[start] - tokens.parse.sentence_of[nominal.head]
    if ranked[0][1] == 1 and ahead > _SOON:
        return None
    return Link(mention, mention.type, "country told later", 0.65, ranked[0][0])
