"""Shapes of shares of a whole: "renewables met 5.5 percent of Oman's power demand"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.cost_bearing import bears_cost
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind

_TRADED = frozenset(["import", "export", "sell", "buy", "ship"])
_BEHIND = 6  # tokens from a verb in which its percentage begins
_CHOSEN = (*OWNERS, "Person")


class ShareShapes(Shapes):
    """The shape, over the clauses of one document."""

    def share_of_whole(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "renewables met 5.5 percent of Oman's power demand": a share of what the whole's owner has."""
        for token in self._list_shares(clause):
            value = next((v for v in self.values.at(token) if v.origin == "percent"), None)
            if value is None:
                continue
            given = clause.slot("to") if clause.lemma in self.words.adding_up else []
            for noun in (*self._wholes(value), *given):
                told = self.observer.owners.field_of(noun) is not None
                found = self.observer.owners.find(noun) if told else None
                owner = self._find_group(clause, noun)
                owner = owner or (found[0] if found else self.observer.owners.find_own(noun))
                owner = owner or self._find_total(clause, noun) or self._find_needing(clause, noun)
                text = self.observer.owners.measure_text(noun) or self._told_total(noun)
                if owner is None or not text or self.parse.lemmas[noun] in self.words.parts_owned:
                    continue
                if clause.passive and self._is_sent_to(clause, owner):
                    continue
                own = self._is_subject(clause, owner)
                if self.observer.is_entity(noun) or (not own and self._is_borne(clause, noun)):
                    continue
                if clause.lemma in self.words.own_parts and not own:
                    continue  # "makes 30 percent of Peru's steel"
                if own:  # "gets 60 percent of its power from dams"
                    agent = self._source(clause, noun)
                    traded = clause.lemma in _TRADED and not agent
                    done = self.observer.name_done(text, clause) if traded else text
                elif named := self._named_agent(clause):
                    # "Norvik meets 5 percent of Oman's demand"
                    done, agent, owner = self._name_whole(owner, text), "", named
                elif self._told_for(clause) and not self._is_any_thing(clause):
                    continue
                else:
                    done = self.observer.name_done(text, clause)
                    agent = self._agent(clause)
                    done, agent = self._part_total(noun, text, done, agent)
                measure = f"{self.words.share} of {done}{agent}"
                yield from self.tell(rule, clause, noun, value, owner=owner, measure=measure)

    def _part_total(self, noun: int, text: str, done: str, agent: str) -> tuple[str, str]:
        """ "Private firms' exports made up half of the total": of all exports, not of theirs."""
        whole, _, kind = text.rpartition(" of ")
        words = kind.removesuffix("s").split()
        parted = whole and words[-1].replace("ie", "y") in self.observer.owners.namer.sectors
        if self.parse.lemmas[noun] != "total" or not parted:
            return done, agent
        return f"{whole}{done.removeprefix(text)}", f" by {kind}"

    def _list_shares(self, clause: Clause) -> Iterator[int]:
        """Where the share may stand in a clause."""
        yield from (*clause.objects, *clause.slot("for"), *self._rounded(clause))
        yield from (*self._told_for(clause), *self._beside_adding(clause))

    def _is_borne(self, clause: Clause, noun: int) -> bool:
        """ "The bank will cover half of the cost": no figure of the bank."""
        borne = bears_cost(clause.lemma, noun, self.parse)
        return borne and self._named_agent(clause) is not None

    def _beside_adding(self, clause: Clause) -> list[int]:
        """ "contributed 12% to Kenya's GDP", where the share is taken for an adverb."""
        adding = clause.lemma in self.words.adding_up
        children = self.parse.children[clause.token] if adding else []
        return [c for c in children if self.parse.deps[c] == "npadvmod" and c > clause.token]

    def _find_group(self, clause: Clause, noun: int) -> Mention | None:
        """ "makes half of [group] revenues abroad": the subject's own."""
        children = self.parse.children[noun]
        grouped = any(self.parse.lemmas[c] in {"group", "company"} for c in children)
        owned = any(self.parse.deps[c] == "poss" for c in children)
        subjects = clause.subjects if grouped and not owned and not clause.passive else []
        firms = (m for t in subjects for m in self.arguments.find_all(t, ("Organization",)))
        return next(firms, None)

    def _is_sent_to(self, clause: Clause, owner: Mention) -> bool:
        """ "80 percent of the output will be sent to Kenya": of whose output, it does not tell."""
        ends = (m for t in clause.slot("to") for m in self.arguments.find_all(t, OWNERS))
        return any(self.arguments.are_one([m, owner]) for m in ends)

    def _rounded(self, clause: Clause) -> list[int]:
        """ "handles [around] a third of": what a word before a share makes no place."""
        return [
            t
            for name in ("around", "about", "over")
            for t in clause.slot(name)
            if any(self.arguments.ranges[v][0] == clause.token + 1 for v in self.values.at(t))
        ]

    def _is_any_thing(self, clause: Clause) -> bool:
        """Whether a subject is one thing of the graph, with a name or not."""
        single = (t for t in clause.subjects if self.parse.tags[t] != "NNS")
        return any(self.arguments.find_all(t, OWNERS) for t in single)

    def _told_for(self, clause: Clause) -> list[int]:
        """ "is responsible for 70 percent of", "is home to half of"."""
        parse = self.parse
        return [
            inner
            for said in parse.children[clause.token]
            if parse.lemmas[said] in self.words.making_up_of and clause.lemma == "be"
            for link in parse.children[said]
            if parse.lemmas[link] == self.words.making_up_of[parse.lemmas[said]]
            for inner in parse.children[link]
        ]

    def _find_needing(self, clause: Clause, noun: int) -> Mention | None:
        """ "imports 60 percent of the gas it uses": the subject's own, as "its gas" would be."""
        parse = self.parse
        own = any(
            parse.deps[verb] == "relcl"
            and any(
                parse.deps[c] == "nsubj" and parse.tags[c] == "PRP" for c in parse.children[verb]
            )
            for verb in parse.children[noun]
        )
        found = [m for t in clause.subjects for m in self.arguments.find_all(t, OWNERS)]
        return found[0] if own and len(found) == 1 and not clause.passive else None

    def _find_total(self, clause: Clause, noun: int) -> Mention | None:
        """ "Electric cars made up 4 percent of the total": whose figure was told just before."""
        last = self.observer.last
        near = last is not None and clause.sentence - self.parse.sentence_of[last.token] in {
            0,
            1,
            2,
        }
        total = self.parse.lemmas[noun] == "total" and len(self.parse.children[noun]) == 1
        return last.subject if last is not None and near and total else None

    def _told_total(self, noun: int) -> str | None:
        """ "70 percent of the total": of what was told just before."""
        last = self.observer.last
        if last is None or self.parse.lemmas[noun] != "total":
            return None
        return last.measure or None

    def _name_whole(self, owner: Mention, text: str) -> str:
        """ "Oman's power demand"; of "its" the pronoun is left out, which may be another's."""
        return text if owner.kind is MentionKind.PRONOUN else f"{owner.text}'s {text}"

    def share_held(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Small shareholders own 40 percent of Norvik's shares, funds own 30 percent": by whom."""
        groups = [] if clause.passive else [t for t in clause.subjects if self._is_group(t)]
        value = self._percent_behind(clause.token) if groups else None
        text = self.arguments.phrase_text(groups[0]) if value is not None else None
        if value is None or text is None:
            return
        held = f"{self.words.share} held by"
        wholes = [t for t in self._wholes(value) if self.parse.lemmas[t] in self.words.parts_owned]
        owner = next((m for t in wholes if (m := self._find_firm(t)) is not None), None)
        last = self.observer.last
        if owner is None and last is not None and self._is_joined(clause, last, held):
            owner = last.subject
        if owner is not None:
            yield from self.tell(
                rule, clause, groups[0], value, owner=owner, measure=f"{held} {text}"
            )

    def _find_firm(self, noun: int) -> Mention | None:
        """Whose shares they are; "40 percent of Norvik": the firm itself."""
        own = self.observer.owners.find_own(noun)
        return own if own is not None else self.arguments.find(noun, ("Organization",))

    def _is_joined(self, clause: Clause, last: Candidate, held: str) -> bool:
        """Whether a figure goes on with such a share told in the same sentence."""
        same = self.parse.sentence_of[last.token] == clause.sentence
        told = last.measure
        return same and told.startswith(held)

    def _is_group(self, token: int) -> bool:
        """ "public shareholders", "promoters": holders that have no name."""
        named = any(m.kind is MentionKind.NAME for m in self.arguments.by_token.get(token, ()))
        return self.parse.tags[token] == "NNS" and not named

    def _percent_behind(self, verb: int) -> Mention | None:
        """The percentage that begins right behind a verb."""
        last = self.parse.sentences[self.parse.sentence_of[verb]][1]
        found = (v for t in range(verb + 1, min(verb + _BEHIND, last)) for v in self.values.at(t))
        return next((v for v in found if v.origin == "percent"), None)

    def vote_share(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The party took 28 percent of the vote", "won with 61 percent of votes": its share."""
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _CHOSEN)]
        if self._are_listed(clause):  # "the three largest, A, B and C, hold 61%" together
            return
        beside = [
            inner
            for noun in clause.slot("attr") + clause.complements
            for link in self.parse.children[noun]
            if self.parse.lemmas[link] == "with"
            for inner in self.parse.children[link]
        ]  # "is the market leader with 40 percent of sales"
        given = clause.slot("to") if clause.lemma in self.words.adding_up else []
        tokens = dict.fromkeys((*clause.objects, *clause.slot("with"), *beside, *given))
        if not self.arguments.are_one(owners):
            return  # "A and B hold 61 percent": together
        for token in tokens if not clause.passive else ():
            value = next((v for v in self.values.at(token) if v.origin == "percent"), None)
            for noun in self._wholes(value) if value is not None and owners else ():
                text = self.observer.owners.measure_text(noun)
                if value is not None and text and self.parse.lemmas[noun] in rule.nouns:
                    measure = f"{self.words.share} of {text}"
                    yield from self.tell(
                        rule, clause, noun, value, owner=owners[0], measure=measure
                    )

    def votes_won(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "polled 300,000 votes", "a total of 12 seats": of the candidate or party who gets them."""
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _CHOSEN)]
        if not owners or clause.passive or self._are_listed(clause):
            return
        totals = [
            noun
            for total in clause.objects
            if self.parse.lemmas[total] == "total"
            for link in self.parse.children[total]
            for noun in self.parse.children[link]
        ]
        for noun in (*clause.objects, *totals):  # "a total of 300 votes"
            value = self.values.count_of(noun) if self.parse.lemmas[noun] in rule.nouns else None
            if value is not None:
                text = self.observer.owners.measure_text(noun) or self.parse.lemmas[noun]
                counted = self.values.with_unit(value, noun)
                yield from self.tell(rule, clause, noun, counted, owner=owners[0], measure=text)

    def _are_listed(self, clause: Clause) -> bool:
        """Whether the subject is several that are named behind what they are called."""
        return any(
            self.parse.tags[t] == "NNS"
            and any(self.parse.deps[c] == "appos" for c in self.parse.children[t])
            for t in clause.subjects
        )

    def _named_agent(self, clause: Clause) -> Mention | None:
        """The thing or firm, told by name, that makes up the share."""
        found = [m for t in clause.subjects for m in self.arguments.find_all(t, OWNERS)]
        several = len(found) > 1 and all(m.kind is MentionKind.NAME for m in found)
        own = (len(found) == 1 or several) and not clause.passive
        own = own and len(clause.subjects) == len(found)  # "Kenya and Peru account for": both
        if not own or not (clause.lemma in self.words.making_up or self._told_for(clause)):
            return None
        plural = self.parse.tags[clause.subjects[0]] == "NNS"  # "wind farms" are nobody
        named = found[0].kind is MentionKind.NAME or not plural
        entity = named and self.observer.is_entity(clause.subjects[0])
        return found[0] if entity else None

    def _source(self, clause: Clause, noun: int) -> str:
        """ " from its Peruvian mines": where the subject's own share comes from."""
        children = self.parse.children
        links = [c for c in children[noun] if self.parse.lemmas[c] == "from"]
        sources = [*clause.slot("from"), *(t for link in links for t in children[link])]
        text = next((self.arguments.phrase_text(t) for t in sources), None)
        return f" from {text}" if text else ""

    def _is_subject(self, clause: Clause, owner: Mention) -> bool:
        found = [m for t in clause.subjects for m in self.arguments.find_all(t, OWNERS)]
        known = self.arguments.find_first
        return any(known(m) == known(owner) for m in found)

    def _wholes(self, value: Mention) -> Iterator[int]:
        """The nouns after "of" on a value."""
        start, end = self.arguments.ranges[value]
        for token in range(start, end):
            for child in self.parse.children[token]:
                if child >= end and self.parse.lemmas[child] == "of":
                    for noun in self.parse.children[child]:
                        if self.parse.deps[noun] == "pobj" and self.parse.tags[noun][0] == "N":
                            yield noun

    def _agent(self, clause: Clause) -> str:
        """ " by renewable sources": who makes up the share, where a noun tells it."""
        subjects = [t for t in clause.subjects if self.parse.tags[t][0] == "N"]
        if len(subjects) != 1:
            return ""
        measured = self.parse.lemmas[subjects[0]] in self.words.traded_nouns  # "exports of tea"
        text = self.observer.owners.measure_text(subjects[0]) if measured else None
        text = text or self.arguments.phrase_text(subjects[0])
        return f" by {text}{self.observer.whole.tell_of(subjects[0], text)}" if text else ""
