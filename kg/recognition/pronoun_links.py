"""What pronouns stand for: the subject of their verb, or what was told last that fits."""

from collections.abc import Container

from kg.model.mention import SETTLED, Mention, MentionKind
from kg.model.parse import SUBJECTS
from kg.recognition.applicants import find_ruled
from kg.recognition.appointed import keep_appointed, keep_women
from kg.recognition.apposed_owners import find_own_possessor
from kg.recognition.appositions import Link
from kg.recognition.expletives import is_expletive, is_said_of_deed
from kg.recognition.guests import (
    find_enabled,
    find_main_actor,
    find_own_sayer,
    find_told_in_opening,
    goes_on_saying,
)
from kg.recognition.joint_subjects import leave_joint
from kg.recognition.namesake_arms import find_namesake
from kg.recognition.new_works import find_workplace
from kg.recognition.plural_firms import choose_firm
from kg.recognition.possessors import (
    find_bought,
    find_judged,
    find_owner,
    find_owner_between,
    find_receiver,
    has_strange_owner,
    is_too_thin,
)
from kg.recognition.pronoun_roles import (
    find_beside,
    find_own_subject,
    find_parties,
    is_own,
)
from kg.recognition.referents import (
    QUOTES,
    Referent,
    keep_current,
    keep_only_last,
    keep_speaker,
    leave_quoted,
)
from kg.recognition.thing_pronouns import find_meant, find_where, leave_lands, stands_for_untold
from kg.recognition.told_places import find_here
from kg.recognition.walking import MEASURES, Walk
from kg.recognition.works_pronouns import find_handled, find_runner

_SPOKEN = 4  # sentences of a quotation
_SIZES = {"City": 0, "District": 0, "EconomicZone": 0, "Province": 1, "Region": 2, "Country": 2}


class PronounLinker(Walk):
    """Answers for the pronouns of one document."""

    def find_pronoun(self, token: int, group: str) -> Link | None:
        """The antecedent of he, she, it and their forms; None for the others."""
        if group == "there":
            here = self.tokens.lower[token] == "here"
            return find_here(token, self) if here else self._find_there(token)
        if namesake := find_namesake(self.tokens, token, self.referents.values()):
            return self._best([namesake], token, "owner whose name its arm begins with", 0.85)
        partner = self.words.find_partner(self.tokens, token, self.told, self.ontology)
        strange = (
            group == "thing" and self.tokens.tags[token] == "PRP$" and self._is_strangers(token)
        )
        if ruled := None if partner else find_ruled(self, token, self._find_thing):
            return ruled[0]
        if own := partner or (None if strange else self._find_own_subject(token, group)):
            return own
        others = self._find_beside(token) if self.tokens.tags[token] != "PRP$" else set()
        if group == "person":
            return self._find_person(token, others)
        if strange or self._means_nobody(token):
            return None
        if group == "thing" and not is_expletive(
            self.tokens.parse, token, self.words.raising, self.words.impersonal
        ):
            return self._find_thing(token, others)
        firms = choose_firm(self._recent(token, 1), token, group, self.tokens, self.ontology)
        return self._best(firms, token, "plural pronoun for one firm", 0.65)

    def _find_person(self, token: int, others: Container[int]) -> Link | None:
        """Whom "he", "she" and their forms mean: of those told, none of the chains `others`."""
        female = self.tokens.lower[token] in self.words.female
        fitting = [
            r
            for r in self._recent(token)
            if self.ontology.is_a(r.type, "Person") and r.female in {None, female}
            if r.chain not in others and not r.plural
        ]
        fitting = keep_current(fitting, self.tokens.parse.sentence_of[token])
        fitting = self._keep_speaker(fitting, token)
        fitting = keep_appointed(fitting, token, self.tokens, self.words.saying)
        fitting = keep_women(fitting) if female else fitting
        fitting = keep_only_last(fitting, token, self.tokens.parse, self.words.speech)
        link = self._best(fitting, token, "personal pronoun", 0.8)
        if link is not None:
            self.referents[link.chain].female = female
        return link

    def _keep_speaker(self, found: list[Referent], token: int) -> list[Referent]:
        """ "he said", "it said": whoever spoke before goes before others, who is only quoted speaks not."""
        parse = self.tokens.parse
        if (
            parse.deps[token] != "nsubj"
            or parse.lemmas[parse.heads[token]] not in self.words.saying
        ):
            return found
        sentence = parse.sentence_of[token]
        quoted = self.tokens.lower_at(token - 1) in QUOTES
        found = leave_quoted(found, sentence) if quoted else found
        return keep_speaker(found, sentence, behind_quote=quoted)

    def _find_beside(self, token: int) -> set[int]:
        """ "lent the firm money for it": what stands beside a pronoun in its clause."""
        beside = find_beside(self.tokens.parse, token)
        return self._find_others(token) | self._find_chains(beside)

    def _find_builder(self, referent: Referent) -> int | None:
        """Whose building it is that it was told by first: "[Norvik] opens a mill"."""
        parse, (_, end) = self.tokens.parse, self.tokens.find_cover(referent.mention.span)
        verb = parse.heads[end - 1]
        if parse.deps[end - 1] != "dobj" or parse.lemmas[verb] not in self.words.building:
            return None
        return next((self.told[k][1] for k in find_parties(parse, end - 1) if k in self.told), None)

    def _find_there(self, token: int) -> Link | None:
        """ "It moved to Zenda and built a mill [there]": the only town of the sentence or of the one before."""
        others, here = self._find_others(token), self.tokens.parse.sentence_of[token]
        recent = self._recent(token, 1)
        works = find_workplace(recent, token, self.tokens, self.words, self.ontology)
        if works:
            return self._best(works, token, "works where people work", 0.75)
        told = [
            r
            for r in recent
            if r.type in _SIZES
            and r.chain not in others
            and self.told[r.last_token][0].kind is not MentionKind.ADJECTIVE
        ]
        told = [r for r in told if r.last_sentence == here] or told
        smallest = min((_SIZES[r.type] for r in told), default=0)
        found = [r for r in told if _SIZES[r.type] == smallest]
        return self._best(found if len(found) == 1 else [], token, "the only town told", 0.75)

    def _find_own_subject(self, token: int, group: str) -> Link | None:
        """ "Norvik sold its plant", "the firm that Norvik runs with its partner": the subject of its verb."""
        if self.tokens.tags[token] != "PRP$" or group not in {"person", "thing"}:
            return None
        parse, kinds = self.tokens.parse, self.likenesses.kinds
        subject = find_own_possessor(parse, token)
        if subject is None:
            subject = find_own_subject(parse, token, self.words.dealing)
        if group == "thing":
            taking = self.words.purchases | self.words.taking
            between = find_owner_between(parse, token, self.told, self.ontology, taking)
            given = find_receiver(parse, token, self.told, self.words.giving)
            bought = find_bought(parse, token, self.told)
            judged = find_judged(parse, token, self.told, self.ontology, self.words)
            found = (k for k in (bought, given, judged, between) if k is not None)
            subject = next(found, subject)
            if subject is not None and subject < token and subject not in self.told:
                subject = find_owner(parse, subject, self.told, self.ontology)
        told = self._find_told(subject, token) if subject is not None else None
        noun = parse.lemmas[parse.heads[token]]
        if told and is_too_thin(told[0], noun, kinds.get(noun), self.words):
            return None
        if noun in self.words.peoples_posts and parse.deps[parse.heads[token]] == "attr":
            return None  # "X is its chairman"
        female = self.tokens.lower[token] in self.words.female
        referent = self.referents.get(told[1]) if told else None
        fits = told and is_own(told[0], referent, group, self.ontology, female=female)
        if group == "thing" and subject is not None and self.tokens.tags[subject] == "NNS":
            return None  # "Ruritanian firms invest in its park"
        reason = "possessive of its verb's subject"
        return Link(told[0], told[0].type, reason, 0.85, told[1]) if told and fits else None

    def _find_thing(self, token: int, others: set[int]) -> Link | None:
        """What "it" and its forms stand for; `others` are the chains told beside it in its clause."""
        place = find_where(self.tokens.parse, token)
        if place in self.told and not self._acts_before(place):
            mention, chain = self.told[place]
            return Link(mention, mention.type, "place of its clause", 0.8, chain)
        said = find_own_sayer(self.tokens.parse, token, self.words.speech)
        if said in self.told and self._may_say(self.told[said][0]):
            mention, chain = self.told[said]
            return Link(mention, mention.type, "subject of what it says", 0.8, chain)
        main = find_main_actor(self.tokens.parse, token, self.words.willing)
        main = find_enabled(self.tokens.parse, token, self.told) if main is None else main
        main = find_runner(self.tokens.parse, token) if main is None else main
        if main in self.told and self._may_say(self.told[main][0]):
            mention, chain = self.told[main]
            return Link(mention, mention.type, "subject of the main clause", 0.8, chain)
        recent = leave_lands(self._recent(token, 3), token, self.tokens, self.ontology)
        spoke = self._find_sayer(token)
        if spoke and goes_on_saying(self.tokens, token, self.words.speech):
            return self._best(spoke, token, "who goes on to speak", 0.75)
        if handled := find_handled(token, recent, self.tokens.parse, others, self.ontology):
            return self._best(handled, token, "what is done to works", 0.7)
        kinds = self.likenesses.kinds
        fitting = find_meant(
            token, recent, self.tokens, self.words, self.ontology, self.paragraph_of, kinds
        )
        fitting = leave_joint(self._leave_places(fitting, token), token, self.tokens.parse)
        fitting = self._keep_speaker(fitting, token)
        if not fitting and self.tokens.tags[token] == "PRP$":
            fitting = self._find_spoken_for(token)
        link = self._best(fitting, token, "pronoun", 0.7)
        if link is None or link.chain not in others:
            return link
        here = self.tokens.parse.sentence_of[token]  # "Norvik will build a port and run it"
        fitting = [r for r in fitting if r.chain not in others]
        near = [r for r in fitting if r.last_sentence == here]
        near = near or [r for r in fitting if r.last_sentence == here - 1]
        return self._best(near if len(near) == 1 else [], token, "pronoun", 0.7)

    def _find_sayer(self, token: int) -> list[Referent]:
        """ "Norvik said … "Tarka will grow," it added": the firm or body that spoke last."""
        return self._recall(self.sayer, token, _SPOKEN)

    def _find_spoken_for(self, token: int) -> list[Referent]:
        """ "…, said X, chairman of Norvik. / Its brands": the firm of who spoke last, in the sentence before."""
        here = self.tokens.parse.sentence_of[token]
        told = self.speaking_for if self.speaking_for and self.speaking_for[1] < here else None
        return self._recall(told, token, 1)

    def _recall(self, told: tuple[int, int] | None, token: int, most: int) -> list[Referent]:
        """What a chain and the sentence it was told in stand for, if that is at most so many sentences back."""
        chain, sentence = told or (-1, -1)
        near = self.tokens.parse.sentence_of[token] - sentence <= most
        return [self.referents[chain]] if near and chain in self.referents else []

    def _is_strangers(self, token: int) -> bool:
        """Whether somebody untold may be the owner, or one of several that have a beginning."""
        parse = self.tokens.parse
        if parse.lemmas[parse.heads[token]] in self.words.beginnings:
            start = parse.sentences[parse.sentence_of[token]][0]
            told = ((k, *self.told[k]) for k in range(start, token) if k in self.told)
            bodies = {
                c
                for k, m, c in told
                if self._may_say(m) and (m.kind is MentionKind.NAME or parse.deps[k] in SUBJECTS)
            }
            return len(bodies) > 1
        return has_strange_owner(parse, token, self.told)

    def _means_nobody(self, token: int) -> bool:
        """Whether "it" or "its" takes up a deed, a deal, a figure or what the text has not told."""
        parse = self.tokens.parse
        return (
            self.tokens.lower[token - 1 : token + 1] == ["under", "it"]  # "Under it, the firm will"
            or is_said_of_deed(parse, token, self.words.said_of_deeds)
            or (self.tokens.tags[token] == "PRP$" and self._has_figure(token))
            or self._means_deal(token)
            or stands_for_untold(parse, token, self.told, MEASURES)
        )

    def _means_deal(self, token: int) -> bool:
        """ "If the deal goes through, it will create the largest bank": what the clause before is about."""
        opening = find_told_in_opening(self.tokens.parse, token)
        told = self.told.get(opening[0]) if opening else None
        return told is not None and told[0].type == "Agreement"

    def _has_figure(self, token: int) -> bool:
        """ "Inflation is at its lowest"."""
        head = self.tokens.parse.heads[token]
        beside = {self.tokens.lower_at(token + 1), self.tokens.lower_at(head)}
        return not beside.isdisjoint(self.words.had_by_figures)

    def _acts_before(self, place: int) -> bool:
        """ "Norvik moved to Ruritania, where its main mill is": who acts before the place is a firm or body."""
        parse = self.tokens.parse
        subjects = find_parties(parse, place)
        owners = (find_owner(parse, k, self.told, self.ontology) for k in subjects)
        acting = {*subjects, *(k for k in owners if k is not None)} & self.told.keys()
        return any(self.ontology.is_a(self.told[k][0].type, "Organization") for k in acting)

    def _leave_places(self, found: list[Referent], token: int) -> list[Referent]:
        """ "While Norvik has mills in Ruritania, it": no place of a clause about something else."""
        opening = find_told_in_opening(self.tokens.parse, token)
        if opening is None or opening[0] not in self.told:
            return found
        chain, places = self.told[opening[0]][1], self._find_chains(opening[1])
        if not any(r.chain == chain for r in found):
            return found
        return [r for r in found if r.type not in SETTLED or r.chain not in places - {chain}]

    def _may_say(self, mention: Mention) -> bool:
        """Whether a thing says something of itself: a firm, a body or a country, no pronoun."""
        speaks = self.ontology.is_a(mention.type, "Organization") or mention.type == "Country"
        return speaks and mention.kind is not MentionKind.PRONOUN

    def _find_told(self, subject: int, token: int) -> tuple[Mention, int] | None:
        """What was told at a token, or is a name that comes later."""
        if subject < token:
            return self.told.get(subject)
        return next((t[:2] for t in self.upcoming if self.last_tokens.get(t[2]) == subject), None)
