"""Who comes after whom holds the same post: "X replaces Y, who retired as chairman of Z"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.places_taken import find_places_taken
from kg.extraction.succession_posts import is_given, list_passed_back
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind

_POST = "holdsPost"
_CAREERS = frozenset([_POST, "affiliatedWith"])
_PERSON = ("Person",)
_NOUNS = frozenset(["predecessor", "successor"])
_JOINING = frozenset(["join", "move", "become", "leave", "return", "go", "switch", "transfer"])
_BEHIND = 7  # tokens from such a noun to the name: "predecessor in office, former senator X"
_FARTHEST = 5  # sentences from who is given a post to whom he follows
_SHARE = 0.9  # of the confidence in the post that is told


class SuccessionReader:
    """Gives the post told of one of two persons to the other, where a verb says that one follows."""

    def __init__(self) -> None:
        posts = load_lexicon("posts")
        self.verbs = posts.get("succeeding")
        self.former = posts.get("former") | posts.get("past_adverbs")
        self.naming = load_lexicon("triggers").get("naming")
        self.taking_over = posts.get("taking_over")

    def follow(
        self, clauses: Sequence[Clause], candidates: list[Candidate], arguments: ArgumentFinder
    ) -> list[Candidate]:
        """The posts that follow from those among the candidates."""
        found: list[Candidate] = []
        self._hang_on(candidates, arguments)
        posts = [c for c in candidates if c.rule.predicate == _POST]
        over = {_tell(c, arguments) for c in posts if _is_over(c)}
        for new, old, token, modality in self._find_pairs(clauses, arguments):
            by_noun = arguments.parse.lemmas[token] in _NOUNS  # "his predecessor" comes much later
            told = [c for c in posts if by_noun or self._is_near(c, token, arguments)]
            if by_noun:  # "her predecessor, X, joined Norvik as": a post of X's own
                told = [c for c in told if not self._is_behind(c, token, arguments)]
            mine = [c for c in told if self._is_of(c, new, arguments)]
            theirs = [c for c in told if self._is_of(c, old, arguments)]
            theirs = [c for c in theirs if self._is_beside(c, token, arguments)] or theirs
            objects = {c.object for c in mine if isinstance(c.object, Mention)}
            held = [c for c in mine if _tell(c, arguments) not in over]
            mine = [
                c
                for c in held
                if modality in {Modality.ACTUAL, c.modality}
                or (is_given(c) and not self._is_beside(c, token, arguments))
            ]
            if not mine and not theirs and not by_noun:
                mine = held = self._find_only_before(posts, new, token, over, arguments)
            if theirs and not held:
                found.extend(_pass_on(c, new, token, modality) for c in _take_best(theirs))
            elif (
                mine
                and (by_noun or not self._tells_past(token, arguments))
                and not any(c.object in objects for c in theirs)
            ):
                mine = list_passed_back(mine, theirs, token, arguments)
                found.extend(_pass_back(c, old, token) for c in _take_best(mine))
        return found

    def _hang_on(self, candidates: list[Candidate], arguments: ArgumentFinder) -> None:
        """ "His predecessor, X, left to join Y": the parse lets "his" join it, where X did."""
        for owner, other, token, _ in self._find_told_by_noun(arguments):
            if arguments.parse.lemmas[token] != "predecessor":
                continue
            for candidate in candidates:
                own = candidate.subject == owner and candidate.rule.predicate in _CAREERS
                if own and _goes_on(candidate, token, arguments):
                    candidate.subject = other

    def _find_pairs(
        self, clauses: Sequence[Clause], arguments: ArgumentFinder
    ) -> Iterator[tuple[Mention, Mention, int, Modality]]:
        """Who follows, who goes, the verb and its modality."""
        for clause in clauses:
            slots = ("object",) if clause.lemma in self.verbs else ()
            slots = ("from",) if clause.lemma in self.taking_over else slots
            slots = ("of",) if self._takes_place(clause, arguments) else slots
            named = self._find_named(clause.token, arguments) if slots else None
            for slot in slots:
                for subject, other in product(clause.subjects, clause.slot(slot)):
                    new, old = (arguments.find(k, _PERSON) for k in (subject, other))
                    new = named or new
                    if new is not None and old is not None and new != old:
                        yield new, old, clause.token, Modality.ACTUAL if named else clause.modality
        yield from self._find_told_by_noun(arguments)
        yield from find_places_taken(arguments, self.naming)

    def _takes_place(self, clause: Clause, arguments: ArgumentFinder) -> bool:
        """ "She takes the place of X"."""
        lemmas = arguments.parse.lemmas
        return clause.lemma == "take" and any(lemmas[k] == "place" for k in clause.slot("object"))

    def _find_named(self, token: int, arguments: ArgumentFinder) -> Mention | None:
        """ "The president named X minister, [replacing] Y": who is named replaces, not who names."""
        parse = arguments.parse
        start = parse.sentences[parse.sentence_of[token]][0]
        if parse.tags[token] not in {"VBG", "VB"}:
            return None
        verbs = [k for k in range(start, token) if parse.words[k] in self.naming]
        return self._find_behind(verbs[-1], arguments) if verbs else None

    def _find_only_before(
        self,
        posts: list[Candidate],
        new: Mention,
        token: int,
        over: set[tuple[Mention, object, tuple[str, ...]]],
        arguments: ArgumentFinder,
    ) -> list[Candidate]:
        """ "Norvik named X its head. X is 50. … He succeeds Y": the only post of X told in the sentences before."""
        sentence_of = arguments.parse.sentence_of
        told = [
            c
            for c in posts
            if 1 < sentence_of[token] - sentence_of[c.token] <= _FARTHEST
            if self._is_of(c, new, arguments) and _tell(c, arguments) not in over
        ]
        return told if len({_tell(c, arguments) for c in told}) == 1 else []

    def _find_told_by_noun(
        self, arguments: ArgumentFinder
    ) -> Iterator[tuple[Mention, Mention, int, Modality]]:
        """ "His predecessor, X", "Doe's successor, the lawyer Y": whose is told before, who it is behind."""
        parse = arguments.parse
        for token, lemma in enumerate(parse.lemmas):
            if lemma not in _NOUNS or parse.tags[token] != "NN":
                continue
            above = parse.heads[token] if parse.deps[token] == "compound" else token
            beside = (*parse.children[token], *parse.children[above])  # "[her] predecessor X"
            owners = [c for c in beside if parse.deps[c] == "poss" and c < token]
            owner = arguments.find(owners[0], _PERSON) if owners else None
            other = self._find_behind(token, arguments)
            if owner is None or other is None:
                continue
            if lemma == "predecessor":
                yield owner, other, token, Modality.ACTUAL
            else:
                yield other, owner, token, Modality.ACTUAL

    def _find_behind(self, token: int, arguments: ArgumentFinder) -> Mention | None:
        """The person named right behind a noun, perhaps with a comma and a title between."""
        parse = arguments.parse
        end = parse.sentences[parse.sentence_of[token]][1]
        for k in range(token + 1, min(token + _BEHIND, end)):
            for mention in arguments.by_token.get(k, ()):
                if mention.kind is MentionKind.NAME:
                    return mention if arguments.fits(mention, _PERSON) else None
            if parse.tags[k][:1] == "V" or parse.tags[k] in {"MD", "CC"}:
                return None
        return None

    def _tells_past(self, token: int, arguments: ArgumentFinder) -> bool:
        """ "X, who took over from Y, previously ran Z": nobody says that Y did."""
        start, end = arguments.parse.sentences[arguments.parse.sentence_of[token]]
        return any(word.lower() in self.former for word in arguments.parse.words[start:end])

    def _is_near(self, candidate: Candidate, token: int, arguments: ArgumentFinder) -> bool:
        sentence_of = arguments.parse.sentence_of
        return abs(sentence_of[candidate.token] - sentence_of[token]) <= 1

    def _is_beside(self, candidate: Candidate, token: int, arguments: ArgumentFinder) -> bool:
        sentence_of = arguments.parse.sentence_of
        return sentence_of[candidate.token] == sentence_of[token]

    def _is_behind(self, candidate: Candidate, token: int, arguments: ArgumentFinder) -> bool:
        return candidate.token > token and self._is_beside(candidate, token, arguments)

    def _is_of(self, candidate: Candidate, person: Mention, arguments: ArgumentFinder) -> bool:
        return arguments.find_first(candidate.subject) == arguments.find_first(person)


def _goes_on(candidate: Candidate, token: int, arguments: ArgumentFinder) -> bool:
    """ "His predecessor, X, left to join Y as an adviser": a post that came after the one that was passed on."""
    parse, verb = arguments.parse, candidate.token
    same = verb > token and parse.sentence_of[verb] == parse.sentence_of[token]
    return same and parse.lemmas[verb] in _JOINING


def _tell(
    candidate: Candidate, arguments: ArgumentFinder
) -> tuple[Mention, object, tuple[str, ...]]:
    """Whose which post is, however sure it is that it is over: several rules tell the same one."""
    titles = tuple(
        str(getattr(q.value, "text", q.value)) for q in candidate.qualifiers if q.name == "title"
    )
    return arguments.find_first(candidate.subject), candidate.object, titles


def _is_over(candidate: Candidate) -> bool:
    """ "replaced by former mayor X": a post that X holds no more."""
    return any(q.name == "endTime" for q in candidate.qualifiers)


def _take_best(candidates: list[Candidate]) -> list[Candidate]:
    """The surest, the first told among equals."""
    return candidates and [min(candidates, key=lambda c: (-c.confidence, c.token))]


def _pass_on(candidate: Candidate, person: Mention, token: int, modality: Modality) -> Candidate:
    title = [q for q in candidate.qualifiers if q.name == "title"]
    return replace(
        candidate,
        subject=person,
        token=token,
        qualifiers=title,
        modality=modality,
        confidence=candidate.confidence * _SHARE,
    )


def _pass_back(candidate: Candidate, person: Mention, token: int) -> Candidate:
    title = [q for q in candidate.qualifiers if q.name == "title"]
    return replace(
        candidate,
        subject=person,
        token=token,
        qualifiers=[*title, Qualifier(name="endTime", value="..")],
        modality=Modality.ACTUAL,
        confidence=candidate.confidence * _SHARE,
    )
