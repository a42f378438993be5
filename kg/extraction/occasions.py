"""Which nominals tell one occasion: "a meeting in Lima" does, "the meeting" does not."""

from kg.extraction.sittings import SittingReader
from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_MADE = frozenset(["dobj", "nsubjpass"])
_SIDES = 10  # words from the first side of a meeting to the "and" before the last
_AGENT = 8  # words from "by" to a name: "by the president of Ruritania, X"
_WITH = 18  # words from the talks to where they were: "talks with his Omani counterpart X in Zenda"
_PASSIVE = 6  # words from the occasion to "by": "the summit, which was also co-chaired by"
_SECOND = (["NNP"], ["DT"], ["PRP$"])  # "between X and [his] Kenyan counterpart Y"
_AT = frozenset(["at", "during", "after", "following", "in", "of"])
_ENDING = frozenset(["conclude", "finish", "complete", "end"])


class OccasionReader:
    """Judges the occasions of one parse that stand for nothing named before."""

    def __init__(self, parse: Parse) -> None:
        words = load_lexicon("arguments")
        self.parse = parse
        self.occasions = words.get("ceremonies")
        self.small_occasions = words.get("small_occasions")
        self.days = load_lexicon("names").get("not_names")
        self.everyday = words.get("everyday_occasions")
        self.holding = words.get("holding_occasions")
        self.sitting = words.get("sitting")
        self.private = words.get("private_occasions")
        self.coming = words.get("attending_occasions") | self.holding
        self.talks = load_lexicon("nominals").get("talks")
        self.sittings = SittingReader(parse)

    def is_talks(self, head: int) -> bool:
        """Whether sides hold it together, as a plural: "the talks"."""
        return self.parse.words[head].lower() in self.talks

    def are_telling_talks(self, start: int, end: int) -> bool:
        """ "talks between A and B", "the Kenya-Peru talks", where they are held and not only wished for."""
        sided = self._is_of_sides(start, end) or self._is_placed_round(start, end)
        sided = sided or self._is_of_pair(start, end - 1)
        sided = sided and self._is_under_way(start, end - 1)
        told = sided or self.is_told(start, end) or self._is_attended(start, end - 1)
        if "of" in self.parse.words[start:end]:  # "the next [round] of talks will be held in Zenda"
            told = told or self.sittings.is_told(start, self.parse.words.index("of", start) - 1)
        return told or self._is_held_with(end - 1)

    def _is_held_with(self, head: int) -> bool:
        """ "held talks with President X in Zenda": with whom stands before where."""
        parse = self.parse
        held = parse.deps[head] == "dobj" and parse.lemmas[parse.heads[head]] in self.holding
        if not held or parse.words[head + 1 : head + 2] != ["with"]:
            return False
        last = min(head + _WITH, parse.sentences[parse.sentence_of[head]][1] - 1)
        for k in range(head + 2, last):
            if parse.tags[k] in {"VBD", "VBZ", "VBP", "MD", ","}:
                return False
            if parse.words[k] in _AT and parse.tags[k + 1] == "NNP" and k > head + 2:
                return parse.words[k + 1].lower() not in self.days
        return False

    def is_telling(self, start: int, end: int) -> bool:
        """ "the signing ceremony", "the G24 summit", "a meeting held in Lima"; not "a joint press conference"."""
        head = end - 1
        told = self._is_for(start, head) or self._is_named(start, head)
        told = told or self._is_of_sides(start, end) or self._is_set_up(start, head)
        told = told or self._is_described_occasion(start, head) or self._is_attended(start, head)
        told = told or self._is_ceremony(start, head)
        return told or self.is_told(start, end)

    def _is_ceremony(self, start: int, head: int) -> bool:
        """ "The ceremony was attended by X", "X attended the ceremony": a text tells of one, who has come by name."""
        parse = self.parse
        definite = parse.words[start - 1 : start] in (["the"], ["The"])
        if start != head or parse.lemmas[head] != "ceremony" or not definite:
            return False
        verb = parse.heads[head]
        if parse.lemmas[verb] not in self.coming or parse.deps[head] not in _MADE:
            return False
        if parse.deps[head] == "dobj":
            return any(parse.tags[s][:3] == "NNP" for s in parse.list_subjects(verb, passive=False))
        agents = (c for c in parse.children[verb] if parse.words[c] == "by")
        return any(parse.tags[t][:3] == "NNP" for a in agents for t in parse.children[a])

    def _is_attended(self, start: int, head: int) -> bool:
        """ "The trilateral summit was co-chaired by X": told apart, and somebody with a name came to it."""
        parse, behind = self.parse, self.parse.words[head + 1 : head + 1 + _PASSIVE]
        by = head + 1 + behind.index("by") if "by" in behind else 0
        many = parse.tags[head] == "NNS" and not self.is_talks(head)
        if not by or many or parse.lemmas[by - 1] not in self.coming:
            return False
        words = {word.lower() for word in parse.words[start:head]}
        edition = parse.lemmas[max(start - 3, 0) : start - 1] == ["edition", "of"]
        if (start == head and not edition) or not words.isdisjoint(self.everyday | self.private):
            return False
        reach = range(by + 1, min(by + _AGENT, len(parse.words)))
        return any(parse.tags[k] == "NNP" for k in reach)

    def is_told(self, start: int, end: int) -> bool:
        """Whether the text tells where or when it is held."""
        return self.sittings.is_told(start, end - 1)

    def _is_for(self, start: int, head: int) -> bool:
        """ "the groundbreaking ceremony", "an investment promotion meeting": told by what it is for."""
        kinds = [w.lower() for w in self.parse.words[start:head]]
        if not self.occasions.isdisjoint(kinds):
            return True
        nouns = sum(tag in {"NN", "VBG"} for tag in self.parse.tags[start:head])
        apart = nouns > 1 and self.private.isdisjoint(kinds)  # no "group photograph session"
        return apart and self.parse.tags[head] == "NN"

    def _is_of_sides(self, start: int, end: int) -> bool:
        """ "a trilateral summit between A, B and C": one meeting, told by who meets."""
        tags, words = self.parse.tags, self.parse.words
        talks = words[end - 1].lower() in self.talks
        between = words[end : end + 1] in (["between"], ["among"])
        if (tags[end - 1] != "NN" and not talks) or not between:
            return False
        named = end + 1 + (words[end + 1] == "the")
        joint = next(
            (k for k in range(named, min(named + _SIDES, len(words))) if words[k] == "and"), -1
        )
        sides = tags[named : named + 1] == ["NNP"] and tags[joint + 1 : joint + 2] in _SECOND
        alone = talks or self.parse.lemmas[end - 1] == "summit"
        return joint > 0 and sides and (end - start > 1 or alone)

    def _is_of_pair(self, start: int, head: int) -> bool:
        """ "the Kenya-Peru talks"."""
        words, tags = self.parse.words, self.parse.tags
        cut = next((k for k in range(start + 1, head) if words[k] in {"-", "–"}), 0)
        return bool(cut) and tags[cut - 1] == tags[cut + 1] == "NNP"

    def _is_placed_round(self, start: int, end: int) -> bool:
        """ "held a second round of talks in Zenda": told by where it was held."""
        words, tags = self.parse.words, self.parse.tags
        return (
            "of" in words[start:end]
            and words[end : end + 1] in (["in"], ["at"])
            and tags[end + 1 : end + 2] == ["NNP"]
        )

    def _is_under_way(self, start: int, head: int) -> bool:
        """ "talks between A and B are set to begin", "hosted talks between A and B": no mere wish for them."""
        parse = self.parse
        round_of = "of" in parse.words[start:head]
        if round_of:
            head = parse.words.index("of", start) - 1  # "previous [round] of talks"
        verb = parse.heads[head]
        if parse.deps[head] == "pobj" and parse.lemmas[verb] in _AT:
            return True  # "agreed during talks between A and B"
        bound = parse.deps[head] in {"nsubj", "nsubjpass", "dobj"}
        # "negotiations will conclude in December" have no date, a round that does has one
        ended = round_of and parse.lemmas[verb] in _ENDING
        return bound and (parse.lemmas[verb] in self.sitting or ended)

    def _is_set_up(self, start: int, head: int) -> bool:
        """ "will host business matchmaking sessions", "hold a restricted meeting at the Zenda palace"."""
        parse = self.parse
        if parse.deps[head] not in _MADE or parse.lemmas[parse.heads[head]] not in self.holding:
            return False
        if parse.tags[head] == "NNS":
            return sum(tag in {"NN", "VBG"} for tag in parse.tags[start:head]) > 1
        behind = head + 2 + (parse.words[head + 2 : head + 3] == ["the"])
        placed = parse.words[head + 1 : head + 2] in (["at"], ["in"])
        told = placed and parse.tags[behind : behind + 1] == ["NNP"]
        told = told or self._is_about(head + 1)  # "held a national meeting on water rights"
        return start < head and (told or self._is_placed_before(head))

    def _is_about(self, k: int) -> bool:
        """Whether "on water rights", "on Monday on water rights" stands at k."""
        parse = self.parse
        if parse.words[k + 1 : k + 2] and parse.words[k + 1].lower() in self.days:
            k += 2
        about = parse.tags[k + 1 : k + 2]
        return parse.words[k : k + 1] == ["on"] and about in (["NN"], ["NNS"], ["JJ"], ["VBG"])

    def _is_described_occasion(self, start: int, head: int) -> bool:
        """ "a robotics workshop", "a forum on hydrogen", "a conference of the Zenda Council": one that was held."""
        parse = self.parse
        if parse.tags[head] != "NN" and parse.words[head].lower() != "talks":
            return False
        lemma, before = parse.lemmas[head], parse.words[head - 1].lower()
        if start < head and parse.tags[head - 1] == "NN":
            return before not in self.everyday
        following = parse.words[head + 1 : head + 2]
        if lemma in self.small_occasions or following not in (["on"], ["of"], ["for"]):
            return False
        about = head + 2 + (parse.words[head + 2 : head + 3] == ["the"])
        wanted = {"NNP"} if following == ["of"] else {"NN", "NNS", "NNP", "JJ", "VBG"}
        told = about < len(parse.words) and parse.tags[about] in wanted
        return told and parse.words[about].lower() not in self.days

    def _is_placed_before(self, head: int) -> bool:
        """ "At the Zenda palace both will hold a restricted meeting": a place before the verb."""
        parse, verb = self.parse, self.parse.heads[head]
        return any(
            parse.lemmas[c] == "at"
            and any(parse.tags[k] == "NNP" for k in range(c + 1, min(c + 4, verb)))
            for c in parse.children[verb]
            if c < verb
        )

    def _is_named(self, start: int, head: int) -> bool:
        """ "the G24 summit", "the Zenda Trade Dialogue meeting": told by a name before its noun."""
        names = sum(
            tag == "NNP" and word.lower() not in self.days
            for tag, word in zip(
                self.parse.tags[start:head], self.parse.words[start:head], strict=True
            )
        )
        lemma = self.parse.lemmas[head]
        return lemma != "round" and names > (lemma in self.small_occasions)
