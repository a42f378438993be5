"""Shares of a market and rows of them, and goods traded "5 percent more": figures without a verb of measuring."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.measure_naming import participle
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_BEHIND = 3  # tokens between a percentage and its "share"
_BACK = 9  # tokens from "with" back to the name in a row: "Tarka at the third spot with"
_WITH, _IN_TURN = "with", "respectively"
_LINKS = frozenset([_WITH, "at"])
_OWNED = frozenset(["own", "hold", "control", "co-own"])
_FILLERS = frozenset(["a", "an", "the", "just", "only", "some", "around", "about", "nearly"])
_JOINTS = frozenset(["and", ",", ";", "while", "but", "whereas", "by"])
_DOING = load_lexicon("measures").get("quantity_verbs") | {"open", "serve", "hire", "attract"}
_MORE, _LESS = frozenset(["more"]), frozenset(["less", "fewer"])
_COMPARED = frozenset(["expensive", "efficient", "costly", "powerful", "often", "likely", "than"])
_GOODS_TAGS = frozenset(["NN", "NNS"])
_CHAIN = frozenset(["CC", "NN", "NNS", "JJ"])


class MarketShapes(Shapes):
    """The shapes, over the values of one document."""

    def market_share(self, rule: Rule) -> Iterator[Candidate]:
        """ "Norvik leads with a 40 percent share, and Tarka is second with 20 percent": each one's share."""
        told: dict[int, str] = {}  # a sentence → what the last share in it is of
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            sentence = self.parse.sentence_of[start]
            if value.origin != "percent" or value.span in self.observer.made:
                continue
            link = self._find_link(start)
            noun = self._find_share(end)
            if link is not None and noun is not None and not self._is_owned(link):
                text = self.observer.owners.measure_text(noun) or f"market {self.words.share}"
                owner = self._find_named(link) or self._find_subject(link)
                if owner is not None:
                    told[sentence] = text
                    yield from self.observer.observe(
                        rule, noun, noun, value, owner=owner, measure=text
                    )
            elif sentence in told and link is not None:
                for other, amount in self._find_row(value, link):
                    yield from self.observer.observe(
                        rule, link, link, amount, owner=other, measure=told[sentence]
                    )

    def _is_owned(self, link: int) -> bool:
        """ "is owned by Tarka with a 20 percent share and Norvik [with] 10": shares of a firm."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[link]][0]
        pairs = zip(parse.lemmas[first:link], parse.words[first + 1 : link], strict=False)
        return any(lemma in _OWNED and word.lower() == "by" for lemma, word in pairs)

    def _find_link(self, start: int) -> int | None:
        """The "with" or "at" before a percentage."""
        at = start - 1
        while at > 0 and self.parse.words[at].lower() in _FILLERS:
            at -= 1
        return at if at > 0 and self.parse.words[at].lower() in _LINKS else None

    def _find_share(self, end: int) -> int | None:
        """The "share" of "50 percent market share"."""
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _BEHIND, last)):
            if self.parse.lemmas[token] == self.words.share:
                return token
            if self.parse.tags[token] not in {"NN", "JJ", "HYPH"}:
                return None
        return None

    def _find_named(self, link: int) -> Mention | None:
        """ "…, and Tarka third with": the name that begins the part of a row that ends in "with"."""
        first = self.parse.sentences[self.parse.sentence_of[link]][0]
        for token in range(link - 1, max(first, link - _BACK) - 1, -1):
            if self.parse.words[token].lower() in _JOINTS:
                found = self.arguments.by_token.get(token + 1, ())
                named = (m for m in found if m.kind is MentionKind.NAME)
                return next((m for m in named if self.arguments.fits(m, OWNERS)), None)
            if self.parse.tags[token][:2] == "VB":
                return None
        return None

    def _find_subject(self, link: int) -> Mention | None:
        """Who the verb that a share hangs on is said of."""
        verb = self.observer.qualifiers.owner_of_token(link)
        subjects = self.parse.list_subjects(verb, passive=False)
        found = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
        return found[0] if len(found) == 1 and found[0].kind is not MentionKind.ADJECTIVE else None

    def _find_row(self, value: Mention, link: int) -> list[tuple[Mention, Mention]]:
        """The names of the next part of a row with their values: one, or several "respectively"."""
        verb = self.observer.qualifiers.owner_of_token(link)
        last = self.parse.sentences[self.parse.sentence_of[link]][1]
        rest = [w.lower() for w in self.parse.words[link:last]]
        if _IN_TURN not in rest:
            named = self._find_named(link) or self._find_subject(link)
            return [(named, value)] if named is not None else []
        end = link + rest.index(_IN_TURN)
        values = [v for t in range(link, end) for v in self.values.at(t) if v.origin == "percent"]
        subjects = self.parse.list_subjects(verb, passive=False)
        names = [m for t in subjects for m in self._spread(t)]
        values = list(dict.fromkeys(values))
        return list(zip(names, values, strict=True)) if len(names) == len(values) else []

    def _spread(self, token: int) -> list[Mention]:
        """The names of a subject and what "and" joins to it."""
        joined = [c for c in self.parse.children[token] if self.parse.deps[c] == "conj"]
        own = [m for m in self.arguments.find_all(token, OWNERS) if m.kind is MentionKind.NAME]
        return own[:1] + [m for t in joined for m in self._spread(t)]

    def traded_more(self, rule: Rule) -> Iterator[Candidate]:
        """ "Peru exported 12 percent more copper": the change of what it exports."""
        parse = self.parse
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            word = parse.words[end].lower() if end < len(parse.words) else ""
            if value.origin != "percent" or not start or word not in _MORE | _LESS:
                continue
            compared = self.parse.lemmas[end + 1 : end + 2]  # "20 percent more expensive goods"
            goods = None if set(compared) & _COMPARED else self._name_goods(end + 1)
            measure = self._name_traded(start - 1, goods) if goods else None
            subjects = parse.list_subjects(start - 1, passive=False)
            owners = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
            if measure and owners:
                yield from self.observer.observe(
                    rule,
                    start - 1,
                    start - 1,
                    value,
                    owner=owners[0],
                    measure=measure,
                    change=signed(value, word in _LESS),
                )

    def _name_traded(self, verb: int, goods: str) -> str | None:
        """ "exports of copper" of "exported 5 percent more copper", "parcels handled"; None of other verbs."""
        lemma, known = self.parse.lemmas[verb], self.words.participles
        if (named := self.words.traded_names.get(lemma)) is not None:
            return f"{named} of {goods}"
        verbal = lemma in _DOING and self.parse.tags[verb][:2] == "VB"
        return f"{goods} {participle(self.parse, known, verb, lemma)}" if verbal else None

    def _name_goods(self, start: int) -> str | None:
        """ "cars and trucks": the nouns from a token on."""
        tags, end = self.parse.tags, start
        while end < len(tags) and tags[end] in _CHAIN:
            if tags[end] == "JJ" and end > start and tags[end - 1] in _GOODS_TAGS:
                break  # "shops [last] year"
            end += 1
        while end > start and tags[end - 1] not in _GOODS_TAGS:
            end -= 1
        if end == start:
            return None
        return self.arguments.slice(start, end)
