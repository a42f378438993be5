"""Sentences that tell a time of their own, even where it cannot be told which: "last year", "in the quarter"."""

import itertools

from kg.lexicon import load_lexicon
from kg.model.parse import Parse


class OwnTimes:
    """Answers for the sentences of one document: no time told before counts where there is one."""

    def __init__(self, parse: Parse) -> None:
        words = load_lexicon("measures")
        self.parse, self.words = parse, words.get("own_period")
        self.pairs = {(w, s) for w in words.get("own_leads") for s in words.get("own_spans")}

    def tells(self, sentence: int) -> bool:
        """Whether the sentence of this number has such a word or pair of words."""
        row = [w.lower() for w in self.parse.words[slice(*self.parse.sentences[sentence])]]
        return not self.pairs.isdisjoint(itertools.pairwise(row)) or not self.words.isdisjoint(row)
