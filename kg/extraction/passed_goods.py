"""What is brought through a place, whoever brings it: "6 million tonnes of goods were imported via Zenda"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind

_THROUGH = ("via", "through", "at", "to", "from", "into", "out")
_GIVEN_AWAY = frozenset(["export"])
_SENDERS = ("Country", "Province", "Company")
_LEFT = tuple(name for name in _THROUGH if name not in {"to", "into"})
_PLACES = (
    "LogisticsHub",
    "TransportCorridor",
    "EconomicZone",
    "City",
    "Province",
    "Country",
    "District",
    "Region",
)


class PassedGoods(PlainShapes):
    """The shape, over the passive clauses of one document."""

    def goods_passed(self, rule: Rule) -> Iterator[Candidate]:
        """ "About 6 million tonnes of goods were imported by train via Zenda": Zenda's."""
        for clause in self.clauses:
            if not clause.passive or clause.lemma not in rule.verbs or self._is_by(clause):
                continue
            for token in clause.objects:
                value = next((v for v in self._list_values(token) if self.is_free(v)), None)
                receiver = self._find_receiver(clause)
                owner = self._find_place(clause) or self._find_last(clause, receiver)
                text = self._name_goods(token, value) if value is not None else None
                if value is None or owner is None or not text:
                    continue
                measure = self.observer.name_done(text, clause)
                measure += f" to {receiver.text}" if receiver is not None else ""
                counted = self.with_counted(value)
                yield from self.observe(rule, clause.token, clause.token, counted, owner, measure)

    def _is_by(self, clause: Clause) -> bool:
        """Whether it is told who brings the goods: "by Norvik", not "by train"."""
        return any(self.arguments.find(t, OWNERS) is not None for t in clause.subjects)

    def _list_values(self, token: int) -> list[Mention]:
        count = self.values.count_of(token)
        found = [v for v in self.values.at(token) if v.origin in {"measure", "money"}]
        return found if count is None else [*found, count]

    def _name_goods(self, token: int, value: Mention) -> str | None:
        """ "tonnes of [goods]", or the plural that is counted."""
        counted = self.find_counted(value)
        if counted is not None:
            return self.observer.owners.measure_text(counted, bare=True)
        end = self.arguments.ranges[value][1]
        last = self.parse.sentences[self.parse.sentence_of[token]][1]
        if end + 1 >= last or self.parse.words[end].lower() != "of":
            return None
        return next(
            (
                self.arguments.phrase_text(t)
                for t in range(end + 1, min(end + 4, last))
                if self.parse.tags[t] in {"NN", "NNS"}
                and self.parse.tags[t + 1 : t + 2] not in (["NN"], ["NNS"])
            ),
            None,
        )

    def _find_receiver(self, clause: Clause) -> Mention | None:
        """Where goods are exported to."""
        given = clause.slot("to") if clause.lemma in _GIVEN_AWAY else []
        return next((m for t in given for m in self.arguments.find_all(t, _PLACES)), None)

    def _find_last(self, clause: Clause, receiver: Mention | None) -> Mention | None:
        """Whose the figures before are; of exports, whoever gets them."""
        if receiver is None:
            return self.find_last_owner(clause.token)
        before = self.find_figure_before(clause.token, sentences=2)
        sender = before.subject if before is not None else self.observer.topic.topic
        if sender is None or not self.arguments.fits(sender, _SENDERS):
            return None
        first = self.arguments.find_first
        return sender if first(sender).text != first(receiver).text else None

    def _find_place(self, clause: Clause) -> Mention | None:
        """The one place that a clause leads through, from or to; what is exported is not of who gets it."""
        for name in _THROUGH if clause.lemma not in _GIVEN_AWAY else _LEFT:
            found = [m for t in clause.slot(name) for m in self.arguments.find_all(t, _PLACES)]
            named = [m for m in found if m.kind is MentionKind.NAME or m in self.arguments.resolved]
            if named:
                return named[0] if self.arguments.are_one(named) else None
        last = self.parse.sentences[clause.sentence][1]
        for token in range(clause.token + 1, last - 1):  # "by train [via] Zenda"
            if self.parse.words[token].lower() in {"via", "through"}:
                found = self.arguments.find_all(token + 1, _PLACES)
                return next((m for m in found if m.kind is MentionKind.NAME), None)
        return None
