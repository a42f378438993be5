"""Which undecided runs of capitals are names, and of what type: votes over the whole document."""

from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import GUESS, TOLD
from kg.recognition.bare_runs import is_owned_firm, stands_bare
from kg.recognition.datelines import find_in_dateline, find_media
from kg.recognition.describing import DescriptionReader
from kg.recognition.doings import DoingReader, retype
from kg.recognition.doubtful import mend_doubtful
from kg.recognition.editions import find_edition_end
from kg.recognition.evidence import EvidenceGatherer
from kg.recognition.firm_shapes import SHAPE, is_studio
from kg.recognition.headline_names import fit_headlines
from kg.recognition.lettered_kinds import set_off_kinds_in_letters
from kg.recognition.linked_places import LinkedPlaces
from kg.recognition.lone_firms import lean_to_lone_firms
from kg.recognition.name import Name
from kg.recognition.no_names import drop_unnamed, is_no_name
from kg.recognition.officered_forums import has_officers
from kg.recognition.parsing import NamedSpan, ParsedDocument
from kg.recognition.post_rows import PostSpan
from kg.recognition.rows_of_names import NameRows
from kg.recognition.sessions import find_coded, is_treaty, leave_short_occasions
from kg.recognition.sharing_votes import choose, is_sure, share_votes
from kg.recognition.sides_named import find_parties
from kg.recognition.surroundings import is_seat_in_state
from kg.recognition.thing_words import lean_to_firms
from kg.recognition.time_words import opens_time, tag_behind
from kg.recognition.tokens import Tokens
from kg.recognition.ware_shapes import is_number_of_craft


class NameDecider:
    """Decides types; one spelling has one type in a document."""

    def __init__(self, evidence: EvidenceGatherer, places: LinkedPlaces) -> None:
        self.evidence, self.places, self.descriptions = evidence, places, DescriptionReader()
        self.kinds = load_lexicon("nominals").get_mapping("nominals")
        names = load_lexicon("names")
        self.currency_nouns, self.monuments = names.get("currency_nouns"), names.get("monuments")
        self.open_heads, self.bare_heads = names.get("open_heads"), names.get("bare_heads")
        self.occasion_heads = names.get("occasion_heads")
        self.doubtful_heads = names.get("doubtful_heads")
        self.doings, self.rows = DoingReader(evidence.ontology), NameRows()

    def decide(
        self,
        tokens: Tokens,
        names: list[Name],
        parsed: ParsedDocument,
        posts: list[PostSpan],
        taken: frozenset[int],
    ) -> list[Name]:
        """Types for the undecided names by votes over the document; those without any are dropped."""
        names = leave_short_occasions(tokens, set_off_kinds_in_letters(tokens, names))
        votes = self._gather(tokens, names, parsed, posts, taken)
        inside, media = find_inside(tokens, parsed.named), find_media(tokens, names)
        doing = self.doings.find_types(tokens, names)
        free = {tokens.slice(n.start, n.end) for n in names if not _is_modifier(tokens, n)}
        bodies = self._list_bodies(tokens, names) | find_parties(tokens, names)
        decided = []
        for name in drop_unnamed(tokens, mend_doubtful(tokens, fit_headlines(tokens, names))):
            text = tokens.slice(name.start, name.end)
            known = retype(name, text, media, doing | bodies)
            if known is not name or name.type:
                decided.append(
                    known if known is not name else self._correct(tokens, name, votes.get(text, {}))
                )
                continue
            if is_no_name(tokens, name):
                continue
            if told := find_in_dateline(tokens, name) or find_coded(text):
                decided.append(replace(name, type=told))
                continue
            kind = choose(votes.get(text, {}))
            if kind and _is_bare_acronym(text, votes[text]):
                if text in free:
                    decided.append(replace(name, type=kind, origin=GUESS))
            elif kind and self._is_believable(tokens, name, votes[text], inside):
                decided.append(_settle(tokens, name, kind, votes[text]))
            elif self._may_be_guessed(tokens, name, taken):
                decided.append(replace(name, type=kind or "Company", origin=GUESS))
        return decided

    def _gather(
        self,
        tokens: Tokens,
        names: list[Name],
        parsed: ParsedDocument,
        posts: list[PostSpan],
        taken: frozenset[int],
    ) -> dict[str, dict[str, float]]:
        """The votes by spelling, with those that names have from each other and from the countries told."""
        open_spans = [(n.start, n.end) for n in names if not n.type or self._is_open(tokens, n)]
        votes = self.evidence.gather(tokens, open_spans, parsed.named, posts, taken)
        share_votes(votes, [tokens.slice(n.start, n.end) for n in names if n.type], tokens, names)
        self.places.vote(tokens, names, votes)
        self.rows.share(tokens, names, votes)
        self.rows.share_kinds(tokens, names, votes)
        lean_to_firms(votes, tokens, names)
        lean_to_lone_firms(votes, tokens, names)
        return votes

    def _is_open(self, tokens: Tokens, name: Name) -> bool:
        """Whether the head of a name is also what firms call themselves: "Norvik Bridge", "Tarka Trust"."""
        head = tokens.lower[name.end - 1]
        initials = tokens.words[name.end - 2].isupper() and head in self.occasion_heads
        return (
            name.origin == "head noun"
            and name.end - name.start > 1
            and head in self.open_heads
            and not initials
        )

    def _correct(self, tokens: Tokens, name: Name, votes: dict[str, float]) -> Name:
        """The name as a firm's where the text tells more of one than of what its head says."""
        if name.origin == "head noun" and is_seat_in_state(tokens, name.start, name.end):
            return replace(
                name, type="City", origin="context"
            )  # "the Auburn Hills, Michigan-based"
        if is_number_of_craft(tokens, name.start, name.end):
            return replace(name, type="Product", origin="context")
        firm = votes.get("Company", 0.0)
        head, before = tokens.lower[name.end - 1], tokens.lower_at(name.start - 1)
        bare = before != "the" and head in self.bare_heads  # "the Zenda Games" are held
        told = self._is_open(tokens, name) and firm >= (0.5 if bare else 2.0)
        told = (told and firm == max(votes.values())) or self._is_described(tokens, name)
        told = told or (bare and is_studio(tokens, name.start, name.end))
        body = self._find_body(tokens, name)
        if body:
            return replace(name, type=body)
        kind = "Agreement" if is_treaty(tokens, name.start, name.end) else "Company" if told else ""
        return replace(name, type=kind, origin="context") if kind else name

    def _find_body(self, tokens: Tokens, name: Name) -> str | None:
        """ "the Norvik Group think tank": what a name that ends as a firm's is called beside it."""
        formal = tokens.lower[name.end - 1] in self.evidence.suffixes
        if name.type != "Company" or name.origin != "head noun" or formal:
            return None
        return self.evidence.kind_nouns.find_body(tokens, name.start, name.end)

    def _list_bodies(self, tokens: Tokens, names: list[Name]) -> dict[str, str]:
        """ "the Norvik Policy Centre, a think tank": bodies by their description, wherever the name stands."""
        found: dict[str, str] = {}
        for name in names:
            if name.type == "Facility" and self._may_be_otherwise(tokens, name):
                told = self.descriptions.find_definition(tokens, name.end)
                found |= {tokens.slice(name.start, name.end): told} if told in _BODIES else {}
            elif name.type == "Event" and has_officers(tokens, name.start, name.end):
                found[tokens.slice(name.start, name.end)] = "Association"
        return found

    def _may_be_otherwise(self, tokens: Tokens, name: Name) -> bool:
        """Whether its head also ends the names of bodies or firms of another kind: "centre"."""
        return name.origin == "head noun" and tokens.lower[name.end - 1] in self.doubtful_heads

    def _is_described(self, tokens: Tokens, name: Name) -> bool:
        """ "the Norvik Institute, a Zenda-based drug company": a firm by its own description."""
        doubtful = self._may_be_otherwise(tokens, name)
        return doubtful and self.descriptions.find_definition(tokens, name.end) == "Company"

    def _may_be_guessed(self, tokens: Tokens, name: Name, known: frozenset[int]) -> bool:
        """A proper noun in running text that nothing tells more of: a claim may still make it a thing."""
        last = name.end - 1
        following = tag_behind(tokens, name.end)
        if (
            not (tokens.tags[last].startswith("NNP") or self._is_odd_subject(tokens, name))
            or len(tokens.words[last]) == 1
            or self._is_kind(tokens, name)
            or following in {"NNS", "NN"}
            or tokens.headline[tokens.parse.sentence_of[name.start]]
            or name.start in tokens.datelines
            or any(k in known for k in range(name.start, name.end))
        ):
            return False
        if not all(tokens.is_common(k) for k in range(name.start, name.end)):
            return True
        before = name.start - 1
        determined = before < 0 or tokens.capital[before] or tokens.tags[before] in {"DT", "PRP$"}
        plural = tokens.tags[last] == "NNPS"
        governs = tokens.lower[name.end : name.end + 1] == ["of"]  # "Line of Credit"
        if name.start in tokens.first_of_sentence:
            return self._is_bare_subject(tokens, name)
        return not (determined or plural or governs)

    def _is_kind(self, tokens: Tokens, name: Name) -> bool:
        """ "the Agreements on Trade", "the Parties": a lone word for a kind of thing, in the plural."""
        plural = name.end - name.start == 1 and tokens.tags[name.start] in {"NNS", "NNPS", "NNP"}
        word = tokens.lower[name.start]
        return plural and word.endswith("s") and word[:-1] in self.kinds

    def _is_odd_subject(self, tokens: Tokens, name: Name) -> bool:
        """A word that no dictionary has, with a capital and a verb behind it, whatever its tag."""
        following = tag_behind(tokens, name.end)
        return following in {"VBD", "VBZ", "VBP", "MD", "POS", "VBN"} and not any(
            tokens.is_common(k) for k in range(name.start, name.end)
        )

    def _is_bare_subject(self, tokens: Tokens, name: Name) -> bool:
        """ "Quill appointed", "Zip's shares": a singular noun without article that acts is a name.

        A word that the text has in small letters as well is none: "Hydrogen had been a dream".
        """
        if tokens.lower[name.start] in tokens.small_words and name.end - name.start == 1:
            return False
        following = tag_behind(tokens, name.end)
        words = range(name.start, name.end)
        if len(words) > 1 and not self._is_bare_row(tokens, words):
            return False
        return tokens.tags[name.end - 1] == "NNP" and following in {"VBD", "VBZ", "MD", "POS"}

    def _is_bare_row(self, tokens: Tokens, words: range) -> bool:
        """ "Tarn Standard will sell": two words that the text has in capitals alone."""
        return len(words) == 2 and all(
            tokens.tags[k] == "NNP"
            and tokens.lower[k] not in tokens.small_words
            and len(tokens.words[k]) > 2
            for k in words
        )

    def _is_believable(
        self, tokens: Tokens, name: Name, votes: dict[str, float], inside: frozenset[int]
    ) -> bool:
        """Whether an undecided run of capitals is a name at all."""
        common = all(
            tokens.is_common(k) or tokens.lower[k] in {"and", "of", "for", "&", "-"}
            for k in range(name.start, name.end)
        )
        best, after = max(votes.values(), default=0.0), tokens.lower_at(name.end)
        told = votes.get("PoliticalParty", 0.0) == best >= 3.0  # "a Republican senator"
        if told or (votes.get("Facility", 0.0) >= 1.0 and after in self.monuments):
            return True
        person = votes.get("Person", 0.0) == best
        state = not _STATES.isdisjoint(tokens.words[name.start : name.end])  # "Norvik Eyes U.S."
        odd = person and (state or (name.end - name.start == 1 and best < 0.7))
        if odd or name.start in tokens.datelines or after in self.currency_nouns:
            return False
        following = tag_behind(tokens, name.end)
        if following == "NNS" and not tokens.capital[name.end] and best < 1.0:
            return False
        joined = "&" in tokens.words[name.start : name.end]
        sure = (person and best >= 2.5 and name.end - name.start > 1) or (joined and best >= 2.0)
        held = is_owned_firm(tokens, name)
        if common and not (sure or held) and following[:2] == "NN" and not tokens.capital[name.end]:
            return False  # "an Indian Public Sector company"
        if tokens.headline[tokens.parse.sentence_of[name.start]] and common:
            return False
        if common and not (joined and best >= _AMPERSAND):
            inner = held or any(
                k in inside or tokens.lower[k] in tokens.capital_words
                for k in range(name.start, name.end)
            )
            # First names are words of the dictionary too ("Mary", "Rachel").
            person = name.end - name.start > 1 and votes.get("Person", 0.0) >= 1.0
            person = person or self._is_bare_subject(tokens, name)
            bare = stands_bare(tokens, name) and name.end - name.start > 1
            return best >= 2.5 or (best >= (1.0 if person else 1.4 if bare else 2.0) and inner)
        return best >= 0.5


def _settle(tokens: Tokens, name: Name, kind: str, votes: dict[str, float]) -> Name:
    """The name with its type, and whether the text tells that type surely."""
    sure = is_sure(tokens.slice(name.start, name.end), kind, votes)
    end = find_edition_end(tokens, name, kind)
    return replace(name, type=kind, end=end, origin=TOLD if sure else name.origin)


def _is_bare_acronym(text: str, votes: dict[str, float]) -> bool:
    """ "VAT", "HSE": capitals in a row of which neither the text nor the model tells anything.

    They may be a firm's or a thing's, so that only a claim makes one of them.
    """
    alone = len(text) > 1 and " " not in text and text.isupper()
    return alone and sum(map(abs, votes.values())) <= SHAPE


def _is_modifier(tokens: Tokens, name: Name) -> bool:
    """ "HSE rules": a name right before a noun."""
    noun = tokens.tags[name.end : name.end + 1] in (["NN"], ["NNS"])
    return noun and not opens_time(tokens, name.end)


def find_inside(tokens: Tokens, named: tuple[NamedSpan, ...]) -> frozenset[int]:
    """Tokens inside spans that the model took for names of things (not numbers, dates or works)."""
    labels = {"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "NORP", "PRODUCT", "LAW"}
    return frozenset(
        k
        for span in named
        if span.label in labels
        for k in range(span.start, span.end)
        if tokens.tags[k] != "DT" or k != span.start
    )


_BODIES = frozenset(["ResearchBody", "Association", "MediaOutlet"])
_AMPERSAND = 1.4  # votes for words of the dictionary with "&"
_STATES = frozenset(["U.S.", "U.K.", "U.N.", "U.S", "U.K", "EU"])
