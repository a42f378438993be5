"""From when and until when a post was held: "since 2019", "stepped down in May", "was replaced by X"."""

from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.scope import ScopeReader
from kg.extraction.titles import TitleReader
from kg.extraction.told_terms import ToldTerms
from kg.extraction.weakening import weaken
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period

_TITLES, _OPEN = TitleReader(), ".."
_LED = 3  # verbs: "is" – "set" – "resign"
_HONORIFICS = 3  # tokens between a title and its name
_ENDS = frozenset(["startTime", "endTime"])
_BY_NOW = frozenset(["now", "currently"])
_OBJECTS = 5  # tokens between a verb and the title that it gives
_GIVEN = 8  # tokens of ", who has since been named"
_TITLED = 7  # tokens that a name may be described by: "its long-time chief executive [X]"
_DESCRIBING = frozenset(["DT", "PRP$", "JJ", "NN", "NNP", "HYPH", "POS", "VBN"])


class PostTimes:
    """Settles the times of the posts of one document."""

    def __init__(
        self, arguments: ArgumentFinder, qualifiers: QualifierFinder, scope: ScopeReader
    ) -> None:
        words = load_lexicon("scope")
        self.scope = scope
        self.arguments = arguments
        self.parse = arguments.parse
        self.qualifiers = qualifiers
        self.terms = ToldTerms(arguments)
        self.leaving = words.get("leaving_verbs")
        self.leaving_nouns = words.get("leaving_nouns")
        self.starting = words.get("starting_verbs")
        self.done_to = words.get("done_to_verbs")
        self.loose = words.get("loose_verbs")
        self.posts = words.get("post_nouns")
        self.taking_over = load_lexicon("posts").get("taking_over")
        self.replacing = words.get("replacing_verbs")
        self.proposing = words.get("proposing_verbs")

    def settle(self, candidate: Candidate) -> None:
        """Turns the time of a post's clause into its start or end.

        Who left held the post, however sure the leaving is; an end without a date is "..". Who is only to leave,
        or denies it, holds it still.
        """
        if candidate.rule.predicate != "holdsPost":
            return
        verb = self._find_leaving(self.qualifiers.owner_of_token(candidate.token))
        turn = self._turn_of(verb, candidate.subject)
        if turn == "startTime" and (
            self._is_held_before(candidate, verb) or self._starts_another(candidate, verb)
        ):
            turn = ""
        if turn == "startTime" and self._is_to_come(candidate, verb):
            turn = ""
        if turn == "endTime" and self._goes_on_to(candidate, verb):
            turn = ""
        if not turn and (self._leaves_by_noun(candidate.subject) or self._is_replaced(candidate)):
            turn = "endTime"
        time = self._time_of(verb) if turn else None
        told = next((q.value for q in candidate.qualifiers if q.name == "time"), None)
        found = time or (told if isinstance(told, Period) else None)
        parts = _part(found, turn) if found is not None and (turn or not _is_brief(found)) else []
        if turn == "endTime":
            candidate.modality = Modality.ACTUAL
            left = self.scope.read(verb)
            parts = parts or [Qualifier(name="endTime", value=_OPEN)]
            dated = left is Modality.PLANNED and parts[-1].value != _OPEN
            parts = parts if left is Modality.ACTUAL or dated else []
        if turn == "startTime" and self._lemma(verb) in self.proposing:
            candidate.modality = weaken(candidate.modality, Modality.PLANNED)
        parts = self._join(parts, self.terms.find(candidate))
        parts = parts or self._read_former(candidate)
        if parts:
            kept = [q for q in candidate.qualifiers if q.name != "time" and q.name not in _ENDS]
            candidate.qualifiers[:] = [*kept, *parts]

    def _read_former(self, candidate: Candidate) -> list[Qualifier]:
        """ "X, head of A and the [former] longtime governor of B": a second title that has ended."""
        post, args = self.arguments.find_post_around(candidate.token), self.arguments
        told = any(q.name in _ENDS for q in candidate.qualifiers)
        ended = post and not told and _TITLES.is_former(post, args.ranges[post][0], args)
        return [Qualifier(name="endTime", value=_OPEN)] if ended else []

    def _is_to_come(self, candidate: Candidate, verb: int) -> bool:
        """ "X, head of A, will succeed Y in April": what X is by now does not begin then."""
        held = candidate.modality is Modality.ACTUAL
        return held and self.scope.read(verb) is Modality.PLANNED

    def _join(self, parts: list[Qualifier], told: list[Qualifier]) -> list[Qualifier]:
        """The term told behind the title, and the end that a verb tells: "its chairman since 2001, resigned"."""
        if not told:
            return parts
        names = {q.name for q in told}
        ends = [q for q in parts if q.name == "endTime" and q.name not in names]
        same = {q.value.edtf for q in told if isinstance(q.value, Period)}
        left = [
            replace(q, value=_OPEN) if isinstance(q.value, Period) and q.value.edtf in same else q
            for q in ends
        ]
        return [*told, *left]

    def _find_leaving(self, verb: int) -> int:
        """ "has agreed to [step] down", "is set to [resign]": the verb of leaving that another leads to."""
        parse, lower = self.parse, verb
        for _ in range(_LED):
            if self._lemma(lower) in self.leaving:
                return lower
            led = (c for c in parse.children[lower] if parse.deps[c] in {"xcomp", "acomp"})
            lower = next((c for c in led if parse.tags[c][:2] in {"VB", "JJ"}), lower)
        return verb

    def _turn_of(self, verb: int, subject: Mention) -> str:
        """Whether the verb lets a person begin or end: "startTime", "endTime" or ""."""
        lemma = self._lemma(verb)
        if lemma in self.replacing:
            return self._side_of(verb, subject)
        if lemma in self.taking_over and self._is_from(verb, subject):
            return "endTime"
        if lemma not in self.leaving | self.starting:
            return ""
        if lemma in self.loose and not self._is_of_post(verb):
            return ""
        acting = {"nsubj"} if lemma not in self.done_to else {"nsubjpass", "dobj", "oprd"}
        people = self._list_people(verb, acting, loose=lemma in self.loose)
        if not people.intersection(range(*self.arguments.ranges.get(subject, (0, 0)))):
            return ""
        return "endTime" if lemma in self.leaving else "startTime"

    def _list_people(self, verb: int, acting: set[str], *, loose: bool) -> set[int]:
        """The tokens of who acts, by the verbs that lead here, too: "plans to step down", "X, who is to retire"."""
        parse, above = self.parse, verb
        children, roles = [*parse.children[verb]], {*acting, *(["dobj"] if loose else [])}
        for _ in range(_LED):
            if parse.deps[above] not in {"xcomp", "acomp"}:
                break
            above = parse.heads[above]
            children += parse.children[above]
            roles.add("nsubjpass")  # "is set to resign"
        people = {
            inner
            for child in children
            if parse.deps[child] in roles
            for inner in (child, *parse.children[child])  # "lost [her] post"
        }
        if parse.deps[above] == "relcl" and any(parse.words[k].lower() == "who" for k in people):
            people.add(parse.heads[above])
        return people

    def _leaves_by_noun(self, subject: Mention) -> bool:
        """ "The ouster of [his son] X", "the departure of chief executive X", "X's resignation"."""
        parse = self.parse
        start, end = self.arguments.ranges.get(subject, (0, 0))
        if parse.tags[end : end + 1] == ["POS"]:
            return bool(self.leaving_nouns.intersection(parse.lemmas[end + 1 : end + 3]))
        k = start - 1
        while k > max(start - _TITLED, 0) and parse.tags[k] in _DESCRIBING:
            k -= 1
        return k > 0 and parse.words[k] == "of" and parse.lemmas[k - 1] in self.leaving_nouns

    def _is_replaced(self, candidate: Candidate) -> bool:
        """ "named X as finance minister, replacing [Y]": what is told before Y is Y's no more."""
        start, _ = self.arguments.ranges.get(candidate.subject, (0, 0))
        k = start - 1
        while k > max(start - _TITLED, candidate.token) and self.parse.tags[k] in _DESCRIBING:
            k -= 1
        told = candidate.token < k and self.parse.tags[k] == "VBG"
        return told and self.parse.lemmas[k] in self.replacing

    def _is_held_before(self, candidate: Candidate, verb: int) -> bool:
        """ "Mayor X was named minister": the title before the name is none that the verb gives."""
        start, _ = self.arguments.ranges.get(candidate.subject, (0, 0))
        titles = {q.value for q in candidate.qualifiers if q.name == "title"}
        return (
            self._lemma(verb) in self.done_to
            and start < verb
            and any(
                m.kind is MentionKind.POST and m.text in titles
                for k in range(max(start - _HONORIFICS, 0), start)
                for m in self.arguments.by_token.get(k, ())
            )
        )

    def _starts_another(self, candidate: Candidate, verb: int) -> bool:
        """ "X, a former governor, will take over as minister": the title before the verb is none that starts."""
        titles = {q.value for q in candidate.qualifiers if q.name == "title"}
        first, last = self.parse.sentences[self.parse.sentence_of[verb]]
        before = self._list_titles(first, verb)
        behind = self._list_titles(verb + 1, min(verb + 1 + _OBJECTS, last))
        return not titles.isdisjoint(before) and not titles.issuperset(behind)

    def _goes_on_to(self, candidate: Candidate, verb: int) -> bool:
        """ "replaced X, who was named [head] of A", "X, now [head] of A": the post told there is the next one."""
        _, end = self.arguments.ranges.get(candidate.subject, (0, 0))
        last = self.parse.sentences[self.parse.sentence_of[verb]][1]
        if _BY_NOW.intersection(self.parse.words[end : end + 2]) and candidate.token < last:
            told = self._list_titles(end, min(end + _GIVEN, last))
            return any(q.name == "title" and q.value in told for q in candidate.qualifiers)
        if self._lemma(verb) not in self.replacing or "who" not in self.parse.words[end : end + 2]:
            return False
        told = self._list_titles(end, last)
        given = self.parse.lemmas[end : end + _GIVEN]
        return bool(self.starting.intersection(given)) and any(
            q.name == "title" and q.value in told for q in candidate.qualifiers
        )

    def _list_titles(self, first: int, last: int) -> list[str]:
        """The titles that begin in tokens first to last."""
        return [
            m.text
            for k in range(first, last)
            for m in self.arguments.by_token.get(k, ())
            if m.kind is MentionKind.POST and self.arguments.ranges[m][0] == k
        ]

    def _is_of_post(self, verb: int) -> bool:
        """ "left the post", "joined as chairman": the verb is about a post."""
        parse = self.parse
        below = parse.children[verb]
        aims = [c for c in below if parse.deps[c] in {"advcl", "xcomp"} and parse.tags[c] == "VB"]
        return any(
            (parse.deps[c] == "dobj" and self._is_post_noun(c))
            or (
                parse.deps[c] == "prep" and parse.lemmas[c] == "as" and not c > min(aims, default=c)
            )
            for c in below
        )

    def _is_post_noun(self, noun: int) -> bool:
        """ "Left [the post]", but no name ("joined Norvik [Bank]") and nothing of another ("Norvik's [board]")."""
        parse = self.parse
        if parse.lemmas[noun] not in self.posts or parse.tags[noun][:3] == "NNP":
            return False
        owners = (c for c in parse.children[noun] if parse.deps[c] in {"poss", "compound", "prep"})
        inner = (k for c in owners for k in (c, *parse.children[c]))
        return parse.lemmas[noun] != "board" or all(parse.tags[k][:3] != "NNP" for k in inner)

    def _side_of(self, verb: int, subject: Mention) -> str:
        """Of "X succeeds Y" and "Y was replaced by X": X begins, Y ends."""
        span = range(*self.arguments.ranges.get(subject, (0, 0)))
        sides = {"nsubj": "startTime", "dobj": "endTime", "nsubjpass": "endTime"}
        for child in self.parse.children[verb]:
            if child in span:
                return sides.get(self.parse.deps[child], "")
            if self.parse.deps[child] == "agent" and set(self.parse.children[child]) & set(span):
                return "startTime"
        return ""

    def _is_from(self, verb: int, subject: Mention) -> bool:
        """ "takes over from [X]"."""
        span, children = range(*self.arguments.ranges.get(subject, (0, 0))), self.parse.children
        links = (c for c in children[verb] if self.parse.words[c] == "from")
        return any(k in span for link in links for k in children[link])

    def _lemma(self, verb: int) -> str:
        """The verb with its particle or adverb: "step down", "take over"."""
        parse = self.parse
        more = [
            parse.lemmas[c]
            for c in parse.children[verb]
            if c == verb + 1 and parse.deps[c] in {"prt", "advmod"}
        ]
        return " ".join((parse.lemmas[verb], *more[:1]))

    def _time_of(self, verb: int) -> Period | None:
        """The period of the verb that lets the post begin or end."""
        time = self.qualifiers.find_time(verb)
        return time.value if time is not None and isinstance(time.value, Period) else None


def _is_brief(period: Period) -> bool:
    """ "On 23 and 24 May X, head of Y, met": days of a month are when something was done, no term."""
    first, _, last = period.edtf.partition("/")
    return len(first) == len(last) == len("2024-05-23") and first[:7] == last[:7]


def _part(period: Period, turn: str) -> list[Qualifier]:
    """A period as the start and end of a post."""
    first, _, last = period.edtf.partition("/")
    if not last:
        return [Qualifier(name=turn, value=period)] if turn else []
    start = replace(period, edtf=first, end=None) if first != _OPEN else None
    end = replace(period, edtf=last, start=None) if last != _OPEN else None
    if turn == "endTime" and end is None and start is not None:
        return [Qualifier(name="endTime", value=start)]  # "will retire effective July 1"
    if turn == "startTime" or end is None:
        return [Qualifier(name="startTime", value=start)] if start else []
    if turn == "endTime" or start is None:
        return [Qualifier(name="endTime", value=end)] if end else []
    return [Qualifier(name="startTime", value=start), Qualifier(name="endTime", value=end)]
