"""Whose prime minister somebody is, where the text tells it of the title alone or of the only other holder."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_country_before, find_holder_behind
from kg.extraction.home import HomeFinder
from kg.extraction.main_places import find_main_place
from kg.extraction.met_lands import find_met_land
from kg.extraction.missions import find_leader_title, goes_there
from kg.extraction.only_told import read_key
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_OF_STATES = frozenset(["gov", "governor"])
_STATE_POSTS = frozenset(
    "sen senator senators rep representative lawmaker legislator assemblyman assemblywoman".split()  # noqa: SIM905
)
_STEM = 6  # letters that two spellings of a name share
_ENDING = 2  # letters in which they may differ
_DAYS = frozenset(d.lower() for d in load_lexicon("scope").get("named_days"))
_PAIR = 2  # countries of a text in which one holder's country leaves the other for the other holder
_THRONES = frozenset(["king", "sultan", "emir"])
_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_MEETING = frozenset(["meet", "host", "greet", "receive", "welcome", "with", "telephone", "phone"])
_HEADS = frozenset(["President", "Vice President", "PM", "DPM"])
_OF_STATES_TOO = frozenset(["GovernmentBody", "IntergovernmentalBody", "MediaOutlet"])
_FOR_NOW = ("acting ", "interim ", "caretaker ")


class TitledHome:
    """Answers for one document that speaks from no country of its own."""

    def __init__(self, arguments: ArgumentFinder, home: HomeFinder) -> None:
        self.arguments = arguments
        self.home = home
        self.spellings = load_lexicon("posts").get_mapping("heads_of_states")
        self.lacking = load_lexicon("posts").get_mapping("states_without")
        self.changing = load_lexicon("posts").get("former") | load_lexicon("posts").get("future")
        self.past = load_lexicon("posts").get("former")
        self.shared = load_lexicon("posts").get("titles_of_others_too")
        self.toppled = load_lexicon("posts").get("toppled")
        self.posts = [
            (arguments.ranges[m], office)
            for m in arguments.recognized.mentions
            if m.kind is MentionKind.POST and (office := self._read_office(m))
        ]

    def is_of_name_before(self, token: int) -> bool:
        """ "Tarka Tours president X", though nothing tells what Tarka Tours is: a title in small letters is of that."""
        words, tags = self.arguments.parse.words, self.arguments.parse.tags
        before = token - 1
        return (
            token > 0
            and words[token][:1].islower()
            and tags[before] == "NNP"
            and words[before].lower() not in _DAYS
            and not any(m.type == "Country" for m in self.arguments.by_token.get(before, ()))
        )

    def find(self, token: int, home: Mention | None) -> Mention | None:
        """The country of the holder whose title begins at `token`; `home` unless another holds the post there.

        "PM X flew to Zenda, the first visit by a Ruritanian prime minister"; and of two countries
        told the one that is not that of "the Graustarkian prime minister Y".
        """
        words = [*self.arguments.parse.words[token : token + 3], "", ""]
        word, following = (w.lower().rstrip(".") for w in words[:2])
        if word in _OF_STATES and "general" not in words[1].lower() + words[2].lower():
            return self._find_state()  # a governor-general is a country's
        if word == "state" and (following in _STATE_POSTS or self._is_ministry_of_state(token)):
            return self._find_state()  # "state Sen. X" sits in no parliament of the country
        leader = find_leader_title(token, self.arguments)
        if leader is not None:
            return self.find(leader, home)  # who goes along is of the same country
        met = find_met_land(token, self.arguments) if home is not None else None
        if home is not None and met is None and goes_there(token, home, self.home):
            met = home
        if home is not None and met is not None and self._key(met) == self._key(home):
            own = {self._key(met)}
            return self.home.find_beside(own, set()) or self._find_rest(own)
        here = next((office for bounds, office in self.posts if bounds[0] == token), None)
        return home if here is None else self._find_country(token, here, home)

    def _is_ministry_of_state(self, token: int) -> bool:
        """ "State Industries Minister X" is a state's; a "State Minister" or "State Minister of Trade" a country's."""
        post = self.arguments.find_post(token)
        words = post.text.lower().split() if post is not None else []
        held = words[1:2] in (["assets"], ["enterprises"], ["property"], ["security"])
        return len(words) > 2 and words[0] == "state" and words[-1] == "minister" and not held

    def is_of_state(self, token: int) -> bool:
        """Whether the title that begins at `token` is one that states alone give: no "president", but a toppled one."""
        post = self.arguments.find_post(token)
        if post is None:
            return False
        before = self.arguments.parse.words[token - 1].lower() if token else ""
        return before in self.toppled or post.text.lower() not in self.shared

    def is_head_alone(self, token: int) -> bool:
        """Whether the title of the head of a state or firm begins at `token`, and no firm or body is told near."""
        post = self.arguments.find_post(token)
        if post is None or post.text not in _HEADS:
            return False
        sentence_of, ranges = self.arguments.parse.sentence_of, self.arguments.ranges
        here = sentence_of[token]
        return not any(
            here - 1 <= sentence_of[ranges[m][0]] <= here
            for m in self.arguments.recognized.mentions
            if m.kind is MentionKind.NAME
            and self.arguments.fits(m, ("Organization",))
            and m.type not in _OF_STATES_TOO
        )

    def _find_country(self, token: int, here: str, home: Mention | None) -> Mention | None:
        """The country of who holds the office `here`, by the other holders that the text tells."""
        end = next(bounds[1] for bounds, _ in self.posts if bounds[0] == token)
        holder = find_holder_behind(end, self.arguments)
        free: dict[str, Mention] = {}
        taken: set[str] = set()
        if home is not None and self.lacking.get(self._key(home)) == here:
            taken.add(self._key(home))  # in a text of Canada a president is of elsewhere
        for bounds, office in self.posts:
            rival = office in _THRONES and here == "president"  # a sultan's state has none
            if office != here and not rival:
                continue
            country = find_country_before(bounds[0], self.arguments)
            other = find_holder_behind(bounds[1], self.arguments)
            if country is None:
                if home is not None and self._are_met(bounds, token, other, holder):
                    taken.add(self._key(home))
            elif other is None:
                free[self._key(country)] = country
            elif holder is not None and self._is_spelled_alike(other, holder):
                return country  # "the Ruritanian president, Jane Dohy", later "President Dohi"
            elif holder is not None and self._key(other) != self._key(holder):
                taken |= self._take(bounds[0], country)
        if home is not None and self._key(home) not in taken:
            return home
        if len(free) == 1:
            return next(iter(free.values()))
        rest = self._find_rest(taken) if len(taken) == 1 and not free else None
        if rest is None and (home is None or self.lacking.get(self._key(home)) == here):
            without = {country for country, office in self.lacking.items() if office == here}
            return self.home.find_beside(without, taken)
        return rest

    def _take(self, title: int, country: Mention) -> set[str]:
        """Whose office has a holder: nobody's in "Ex-Ruritania PM X", as another may hold it by now."""
        words = self.arguments.parse.words
        start, _ = self.arguments.ranges[country]
        before = (*words[max(start - 2, 0) : start], words[title - 1])
        past = any(word.lower() in self.past for word in before)
        return set() if past else {self._key(country)}

    def _are_met(
        self, bounds: tuple[int, int], token: int, other: Mention | None, holder: Mention | None
    ) -> bool:
        """ "Prime Minister X met Prime Minister Y": the second is of another country, if none goes."""
        parse = self.arguments.parse
        if other is None or holder is None or self._key(other) == self._key(holder):
            return False
        together = bounds[0] < token and parse.sentence_of[bounds[0]] == parse.sentence_of[token]
        past = {parse.words[k - 1].lower() for k in (bounds[0], token) if k} & self.changing
        met = _MEETING.intersection(parse.lemmas[bounds[1] : token])
        return together and not past and bool(met)

    def _find_state(self) -> Mention | None:
        """ "Gov. X": the only state that the document tells, and no country where it tells none."""
        told = any(
            m.type == "Province" and m.kind is MentionKind.NAME
            for m in self.arguments.recognized.mentions
        )
        return find_main_place(self.arguments, "Province") if told else None

    def _find_rest(self, taken: set[str]) -> Mention | None:
        """The other one of the two countries that the document tells."""
        told: dict[str, Mention] = {}
        for mention in self.arguments.recognized.mentions:
            if mention.type == "Country" and mention.kind in _KINDS:
                told.setdefault(self._key(mention), mention)
        if len(told) != _PAIR or not taken <= told.keys():
            return None
        return next(mention for key, mention in told.items() if key not in taken)

    def _read_office(self, post: Mention) -> str | None:
        """One spelling for "PM" and "Prime Minister"; other posts are many in a state."""
        text = " ".join(post.text.lower().split())
        text = next((text[len(w) :] for w in _FOR_NOW if text.startswith(w)), text)
        return self.spellings.get(text)

    def _is_spelled_alike(self, one: Mention, two: Mention) -> bool:
        """Whether two family names are one, or two spellings of one that differ in their last letters."""
        first, second = (m.text.split()[-1].lower() for m in (one, two))
        pairs = enumerate(zip(first, second, strict=False))
        common = next((k for k, (a, b) in pairs if a != b), min(len(first), len(second)))
        return first == second or (
            common >= _STEM and max(len(first), len(second)) - common <= _ENDING
        )

    def _key(self, mention: Mention) -> str:
        return read_key(mention, self.arguments)
