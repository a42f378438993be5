"""The values beside a noun or in a clause's slots, and the unit that a counted noun gives them."""

from dataclasses import replace

from kg.extraction import counted_rows as rows
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.behind_times import find_of, leave_changes
from kg.extraction.clause import Clause
from kg.extraction.glued_millions import as_millions
from kg.extraction.job_chances import is_job_chance
from kg.extraction.measure_words import MeasureWords
from kg.extraction.ranged_changes import is_narrow
from kg.extraction.value_table import ValueTable
from kg.extraction.with_phrases import is_anothers
from kg.extraction.worth_links import find_worth
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_INSIDE = frozenset(["nummod", "compound", "nmod", "amod", "quantmod", "npadvmod"])
_LARGE, _BASES = 1000, frozenset(["base", "count", "tally", "total"])
_THROUGH, _SUMMED = frozenset(["per", "under"]), frozenset(["amount", "sum", "tune"])
_AMOUNTING = [[w, "of"] for w in _SUMMED]  # "a grant in the amount of"
_EXCEEDING = frozenset(["exceed", "total", "surpass", "top", "exceeding", "totaling", "totalling"])
_AFTER = frozenset(["of", "at", "around", "about", "over", "above", "under", "worth"])


class ValueFinder(ValueTable):
    """Looks up values of one document; dates, ordinals and periods are none."""

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        super().__init__(arguments)
        self.words = words
        self._counts: dict[int, Mention | None] = {}

    def in_slots(self, clause: Clause, slots: tuple[str, ...]) -> list[Mention]:
        """The values that stand in a clause's slots themselves."""
        found: list[Mention] = []
        parse, ranges, verb = self.parse, self.arguments.ranges, clause.token
        for name in slots:
            for token in clause.slot(name):
                values = self.at(token) or rows.find_first_of_row(parse, token, self.at)
                values = values or self._through_record(token, paced=name == "to")
                if name in {"to", "at"}:
                    values = [v for v in values if not is_anothers(parse, verb, ranges[v][0])]
                found.extend(m for m in values if m not in found)
        return found

    def in_slots_or_beside(self, clause: Clause, slots: tuple[str, ...]) -> list[Mention]:
        """The values in a clause's slots, then those that stand right behind its verb."""
        found = self.in_slots(clause, slots)
        return found + [v for v in self.beside_verb(clause.token) if v not in found]

    def _through_record(self, token: int, *, paced: bool = False) -> list[Mention]:
        """ "to a record $5 billion", "a record high of $5 billion", "to an annual rate of 3 percent"."""
        paces = self.words.paces if paced else set()
        if self.parse.lemmas[token] not in self.words.records | paces:
            return []
        inside = (m for c in self.parse.children[token] for m in self.at(c))
        return [m for m in inside if m.origin != "percent"][:1] or self.after(token)[:1]

    def beside_verb(self, token: int) -> list[Mention]:
        """Values that hang on a verb as adverbs: "rose 6.1 percent"."""
        return [
            m
            for child in self.parse.children[token]
            if self.parse.deps[child]
            in {"npadvmod", "advmod", "dobj", "nmod", "attr", "acomp", "appos"}
            for m in self.at(child)
        ]

    def turned(self, verb: int) -> list[Mention]:
        """What "up" or "down" under a verb leads to: "was up 6 percent to 16 million"."""
        parse = self.parse
        return [
            value
            for adverb in parse.children[verb]
            if parse.words[adverb].lower() in self.words.up | self.words.down
            for link in parse.children[adverb]
            if parse.lemmas[link] in {"to", "at"}
            for inner in parse.children[link]
            for value in self.at(inner)
        ]

    def after(self, noun: int) -> list[Mention]:
        """Values after "of", "worth", "at" on the noun: "a population of 25 million people"."""
        parse = self.parse
        found: list[Mention] = []
        for child in (*self._own_links(noun), *self._links_through(noun)):
            able = parse.lemmas[child] == "for" and parse.lemmas[noun] == self.words.capacity
            if parse.deps[child] != "prep" or not (parse.lemmas[child] in _AFTER or able):
                continue
            for inner in parse.children[child]:
                if parse.deps[inner] in {"pobj", "pcomp", "nummod", "npadvmod"}:
                    counts = [m for m in self.inside(inner, counted=True) if m.origin == "number"]
                    if parse.lemmas[child] == "at":  # "production at three mines"
                        counts = []
                    found.extend(self.at(inner) or self._right_behind(child) or counts)
        return found or leave_changes(noun, self._after_exceeding(noun), parse)

    def _after_exceeding(self, noun: int) -> list[Mention]:
        """ "investments exceeding 5 billion", "orders totalling 3 million": the value right behind the participle."""
        parse, link = self.parse, noun + 1
        exceeding = parse.lemmas[link : link + 1] and parse.lemmas[link] in _EXCEEDING
        if not exceeding or parse.tags[link] not in {"VBG", "IN"}:
            return [m for of in find_of(noun, self.arguments) for m in self._right_behind(of)]
        near = self._right_behind(link) or self.at(link)
        return [m for m in near if m.origin == "money"]

    def _right_behind(self, link: int) -> list[Mention]:
        """ "assets of $6 billion and 2 million customers", which the parser takes for $6 billion customers."""
        near = self.at(link + 1) if link + 1 < len(self.parse.words) else []
        return [
            m
            for m in near
            if m.origin in {"money", "measure", "percent"}
            and self.arguments.ranges[m][0] == link + 1
        ]

    def _own_links(self, noun: int) -> list[int]:
        """What hangs on the noun: in "200 firms and investment of", "of" is the last noun's."""
        parse = self.parse
        heads, deps = parse.heads, parse.deps
        own = [
            c
            for c in parse.children[noun]
            if not (deps[c] == "prep" and deps[c - 1] == "conj" and heads[c - 1] == noun)
        ]
        after = noun + 1
        joined = deps[noun] == "conj" and deps[after : after + 1] == ["prep"]
        return [*own, after] if joined and heads[after] == heads[noun] else own

    def _links_through(self, noun: int) -> list[int]:
        """ "revenue per user [of]", "assets under management [of]", "funding in the amount [of]"."""
        parse, lemmas = self.parse, self.parse.lemmas
        return [
            link
            for child in parse.children[noun]
            for inner in (parse.children[child] if parse.deps[child] == "prep" else ())
            if lemmas[child] in _THROUGH or lemmas[inner] in _SUMMED
            for link in parse.children[inner]
            if lemmas[link] == "of"
        ] + [noun + 4] * (lemmas[noun + 3 : noun + 5] in _AMOUNTING)

    def inside(self, noun: int, *, counted: bool = False) -> list[Mention]:
        """Values in the noun phrase before its head; with `counted`, in units of the noun."""
        parse, ranges = self.parse, self.arguments.ranges
        found: list[Mention] = []
        for child in (*parse.children[noun], *rows.list_extents(parse, noun)):
            if parse.deps[child] in _INSIDE and child < noun:
                for mention in self.at(child):
                    apart = rows.is_joined(parse, mention, ranges[mention][1])
                    if mention.origin == "number" and counted:
                        mention = self.with_unit(mention, noun)
                    if mention not in found and not apart:
                        found.append(mention)
        return found

    def worth(self, noun: int) -> list[Mention]:
        """The money after "worth" right behind a noun: "food worth $2 billion"."""
        first = find_worth(noun, self.parse)
        if first is None:
            return []
        last = min(first + 2, len(self.parse.words))
        return [m for t in range(first, last) for m in self.at(t)][:1]

    def count_of(self, noun: int) -> Mention | None:
        """The bare number that counts a noun, or the noun that is a number itself."""
        if noun not in self._counts:
            self._counts[noun] = self._find_count(noun)
        return self._counts[noun]

    def _find_count(self, noun: int) -> Mention | None:
        for mention in self.at(noun):
            return mention if mention.origin == "number" else None
        for child in self.parse.children[noun]:
            lettered = self.parse.words[child].lower() in {"m", "mn", "bn"}  # "2.1[m] visitors"
            if lettered or self.parse.deps[child] in {"nummod", "quantmod"}:
                for mention in self.at(child):
                    span = self.arguments.ranges[mention]
                    if mention.origin == "number" and not rows.is_parted(self.parse, *span, noun):
                        return rows.find_part(self.parse, span[0], self.at) or mention
        return rows.find_count_of_row(self.parse, noun, self.at)

    def with_unit(self, value: Mention, noun: int) -> Mention:
        """The bare number with the counted noun as its unit."""
        quantity = value.value
        if not isinstance(quantity, Quantity) or quantity.unit:
            return value
        return self.replaced(value, replace(quantity, unit=self.unit_of(noun)))

    def with_own_unit(self, value: Mention, noun: int, field: str | None) -> Mention:
        """A bare number in what is measured: people of a population, ships of a number of ships."""
        told, lemma = as_millions(value, self.arguments), self.parse.lemmas[noun]
        quantity = told.value
        if told.origin != "number" or not isinstance(quantity, Quantity) or quantity.unit:
            return value
        if lemma in self.words.of_people:
            return self.replaced(told, replace(quantity, unit="person"))
        counted = self._find_counted(noun, field) or self._find_behind(value, noun)
        return self.with_unit(told, counted[0]) if counted else value

    def _find_behind(self, value: Mention, noun: int) -> list[int]:
        """ "its fleet is about 50,000 [vehicles]": what stands right behind its number."""
        end = self.arguments.ranges[value][1]
        counted = self.parse.deps[end - 1] == "nummod" and self.parse.tags[end : end + 1] == ["NNS"]
        return [end] if counted and end != noun and self.parse.heads[end - 1] == end else []

    def _find_counted(self, noun: int, field: str | None) -> list[int]:
        """What a measure counts: ships of "the number of ships", passengers of "passenger numbers"."""
        parse, lemma = self.parse, self.parse.lemmas[noun]
        plural = parse.tags[noun] in {"NNS", "NNPS"}
        counted = [
            inner
            for child in parse.children[noun]
            if lemma == "number" and parse.lemmas[child] == "of"
            for inner in parse.children[child]
        ]
        traded = lemma in self.words.traded_nouns
        counted += [
            inner
            for child in parse.children[noun]
            if traded and parse.lemmas[child] == "of"
            for inner in parse.children[child]
            if parse.tags[inner] == "NNS"
        ]
        counting = traded or lemma == "number" or (field == "traffic" and not plural)
        counting = counting or lemma in _BASES  # "the subscriber base"
        counted += [c for c in parse.children[noun] if counting and parse.deps[c] == "compound"][:1]
        told = field == "traffic" or lemma in self.words.counted_measures
        return counted + ([noun] if plural and told and lemma != "number" else [])

    def replaced(self, value: Mention, quantity: Quantity) -> Mention:
        """The mention with another quantity, known under the same tokens."""
        changed = replace(value, value=quantity)
        self.arguments.ranges[changed] = self.arguments.ranges[value]
        return changed

    def in_unit_of(self, value: Mention, known: Mention) -> Mention:
        """A bare large number in the unit of another value: "of which 5.1 trillion"."""
        one, other = value.value, known.value
        bare = isinstance(one, Quantity) and not one.unit and one.value >= _LARGE
        if not bare or not isinstance(one, Quantity) or not isinstance(other, Quantity):
            return value
        return self.replaced(value, replace(one, unit=other.unit)) if other.unit != "%" else value

    def split(self, value: Mention) -> tuple[Mention, Mention] | None:
        """ "from 25 to 45 km/h": the lower and the upper end, where it is a change and no range."""
        quantity = value.value
        start, end = self.arguments.ranges[value]
        if not isinstance(quantity, Quantity) or quantity.upper is None:
            return None
        before = [w.lower() for w in self.parse.words[max(start - 3, 0) : start]]
        cut = next((t for t in range(start, end) if self.parse.words[t].lower() == "to"), None)
        if cut is None or "from" not in (*before, self.parse.words[start].lower()):
            return None
        low = replace(
            value,
            span=Span(value.span.start, self.parse.ends[cut - 1]),
            text=value.text[: self.parse.ends[cut - 1] - value.span.start],
            value=replace(quantity, upper=None),
        )
        high = replace(
            value,
            span=Span(self.parse.starts[cut + 1], value.span.end),
            text=value.text[self.parse.starts[cut + 1] - value.span.start :],
            value=replace(quantity, value=quantity.upper, upper=None),
        )
        self.arguments.ranges[low] = (start, cut)
        self.arguments.ranges[high] = (cut + 1, end)
        return low, high

    def reached_by(self, value: Mention | None) -> Mention | None:
        """ "rose by 106 tonnes to 1,664 tonnes", which looks like a range: what was reached."""
        quantity = value.value if value is not None else None
        if value is None or not isinstance(quantity, Quantity) or quantity.upper is None:
            return value
        before = self.parse.words[max(self.arguments.ranges[value][0] - 1, 0)].lower()
        if before != "by" or quantity.unit == "%" or is_narrow(quantity.value, quantity.upper):
            return value  # "rose by 2 to 3 percent"
        return self.replaced(
            value, replace(quantity, value=quantity.upper, upper=None, comparator="=")
        )

    def unit_of(self, noun: int) -> str:
        """The plain singular of a counted noun: "factory", "NEV", "person"."""
        word, lemma = self.parse.words[noun], self.parse.lemmas[noun]
        native = self.parse.tags[noun] == "NNPS" and any(
            m.kind is MentionKind.ADJECTIVE for m in self.arguments.by_token.get(noun, ())
        )
        if lemma in self.words.people or native:  # "80,000 Kenyans"
            return "person"
        if is_job_chance(noun, self.parse):
            return "job"
        unit = word.rstrip("s") if word[-2:-1].isupper() else lemma.lower()  # "NEVs", "MoUs"
        if self.parse.tags[noun] == "NNPS" and lemma == word:  # "Secretaries", lemmatized as a name
            unit = unit.replace("ies", "y").removesuffix("s")
        if unit.endswith("xe") and word.endswith("xes"):
            unit = unit[:-1]  # "suezmaxes"
        return unit + rows.rate_of(self.parse.words, noun)
