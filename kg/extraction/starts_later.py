"""When a post begins that the sentence before gives: "named X chief executive. She will take over on April 1"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.succession_posts import is_given
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period

_POST = "holdsPost"
_BACK = 2  # sentences from the post to the verb
_PERSON = ("Person",)
_TIMES = frozenset(["startTime", "endTime"])
_PARTICLES = frozenset(["prt", "advmod"])


class StartsLater:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder, qualifiers: QualifierFinder) -> None:
        posts = load_lexicon("posts")
        self.arguments, self.parse, self.qualifiers = arguments, arguments.parse, qualifiers
        self.verbs = posts.get("taking_over") | posts.get("succeeding") | {"take up"}
        self.starts = [found for k in range(len(self.parse.words)) if (found := self._read(k))]

    def settle(self, candidate: Candidate) -> None:
        """Adds the start to a post told as given, where the next sentences tell of no other post or body."""
        given = is_given(candidate) or candidate.modality is Modality.PLANNED
        if candidate.rule.predicate != _POST or not given:
            return
        if any(q.name in _TIMES for q in candidate.qualifiers):
            return
        sentence = self.parse.sentence_of[candidate.token]
        person = self.arguments.find_first(candidate.subject)
        for verb, who, time in self.starts:
            away = self.parse.sentence_of[verb] - sentence
            if who == person and 0 < away <= _BACK and self._is_of(candidate, verb):
                candidate.qualifiers.append(Qualifier(name="startTime", value=time))
                return

    def _read(self, verb: int) -> tuple[int, Mention, Period] | None:
        """A verb of taking over, who does it and when."""
        parse = self.parse
        if parse.tags[verb][:2] != "VB" or self._lemma(verb) not in self.verbs:
            return None
        subjects = parse.list_subjects(verb, passive=False)
        people = [p for k in subjects if (p := self.arguments.find(k, _PERSON)) is not None]
        time = self.qualifiers.find_time(verb)
        if len(people) != 1 or time is None or not isinstance(time.value, Period):
            return None
        return verb, self.arguments.find_first(people[0]), time.value

    def _lemma(self, verb: int) -> str:
        parse = self.parse
        beside = (c for c in parse.children[verb] if c == verb + 1)
        more = [parse.lemmas[c] for c in beside if parse.deps[c] in _PARTICLES]
        return " ".join((parse.lemmas[verb], *more))

    def _is_of(self, candidate: Candidate, verb: int) -> bool:
        """Whether the sentence of the verb names no other title and no other body."""
        first, last = self.parse.sentences[self.parse.sentence_of[verb]]
        titles = {str(q.value).casefold() for q in candidate.qualifiers if q.name == "title"}
        for mention in {m for k in range(first, last) for m in self.arguments.by_token.get(k, ())}:
            if mention.kind is MentionKind.POST and mention.text.casefold() not in titles:
                return False
            named = mention.kind is MentionKind.NAME and self.arguments.fits(
                mention, ("Organization",)
            )
            if named and not self._is_same(mention, candidate.object):
                return False
        return True

    def _is_same(self, body: Mention, other: object) -> bool:
        first = self.arguments.find_first
        return isinstance(other, Mention) and first(body) == first(other)
