"""What a rise came to by a participle behind it: "posted a 7 percent jump in traffic, handling 2 million tonnes"."""

from kg.extraction.observing import Observer
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_WORDS = load_lexicon("measures")
_DOING = _WORDS.get("quantity_verbs") | _WORDS.get("earning_verbs")


def find_done(percent: Mention, observer: Observer) -> Mention | None:
    """The value right behind the participle of handling or earning that follows a percentage."""
    parse, start = observer.parse, observer.arguments.ranges[percent][1]
    last = parse.sentences[parse.sentence_of[start - 1]][1]
    for comma in range(start, min(observer.picker.next_value(start, last), last - 2)):
        if parse.words[comma] == "," and parse.tags[comma + 1] == "VBG":
            done = parse.lemmas[comma + 1] in _DOING
            found = observer.values.at(comma + 2) if done else []
            return next((v for v in found if v.origin in {"money", "measure"}), None)
    return None
