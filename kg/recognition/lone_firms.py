"""Firms of one word, by how a text speaks of them: a person is introduced by more than one word.

The statistical model knows few firms, and takes "Lumo" in "Lumo said in a statement it would" for a person, a town or a
ware. What never stands with a first name, a title or a longer name, and speaks or is owned as a body, is a firm.
"""

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_GIVEN = load_lexicon("given_names").get("given")
_CALLED = _NAMES.get("firm_kinds") - {"contractor", "broker", "utility"}
_SPEECH = _NAMES.get("speech_verbs") | {"announce", "confirm", "deny", "report", "disclose"}
_HELD = _NAMES.get("lone_firm_things")
_OFFICERS = _NAMES.get("lone_firm_officers")
_HONORIFICS = _NAMES.get("honorifics") | _NAMES.get("ranks") | _NAMES.get("rank_marks")
_STATEMENTS = frozenset(["statement", "filing", "email", "e-mail", "release", "memo", "blog"])
_ARTICLES = frozenset(["a", "the", "an", "blog", "its", "news", "press", "regulatory"])
_SAYING = (["VBD"], ["VBZ"], ["VBP"], ["VBN"])
_EMPTY = frozenset(["be", "take", "cost", "seem", "make", "appear", "become"])
_OWNING, _OURS = frozenset(["'s", "’s"]), frozenset(["we", "our", "us"])
_QUOTES = frozenset(['"', "”", "“", "''", "``"])
_PERSON, _REST = 1.5, 1.15  # votes that the model and the look of a name give by themselves
_MORE = 0.5
_PHRASE, _CLAUSE = 4, 9  # tokens of an owned phrase, and behind a verb of speech
_BODIES = frozenset(["Company", "Organization", "MediaOutlet", "ResearchBody", "Association"])
_GUESSED = frozenset(["City", "Region", "Product", "Facility", "Agreement", "District", "Event"])


def lean_to_lone_firms(
    votes: dict[str, dict[str, float]], tokens: Tokens, names: list[Name]
) -> None:
    """Makes firms of lone names that only the model tells the type of."""
    spans: dict[str, list[int]] = {}
    longer = {w for n in names if n.end - n.start > 1 for w in tokens.words[n.start : n.end]}
    for name in names:
        if not name.type and name.end - name.start == 1:
            spans.setdefault(tokens.words[name.start], []).append(name.start)
    lone = {
        text: starts
        for text, starts in spans.items()
        if text not in longer
        and _may_be(votes.get(text, {}))
        and (text.lower() not in _GIVEN or votes[text].get("Company", 0.0) >= 1.0)
        and not any(_is_introduced(tokens, k) for k in starts)
    }
    for text, starts in spans.items():
        found = votes.get(text, {})
        ware = found.get("Product", 0.0) == max(found.values(), default=0.0) > 0.0
        if ware and any(_has_officer(tokens, k) for k in starts):
            found["Company"] = found["Product"] + _MORE  # "the app Lumo … Lumo's founder"
    taken_up = _find_taken_up(votes, tokens, names, lone)
    for text, starts in lone.items():
        if text == taken_up or any(_speaks(tokens, k) or _owns(tokens, k) for k in starts):
            votes[text]["Company"] = max(votes[text].values()) + _MORE


def _find_taken_up(
    votes: dict[str, dict[str, float]],
    tokens: Tokens,
    names: list[Name],
    lone: dict[str, list[int]],
) -> str | None:
    """ "Lumo will close it. … [The company] said": what "the company" means where one name alone can be a firm's."""
    called = next(
        (
            k
            for k in range(1, tokens.size)
            if tokens.lower[k] in _CALLED and tokens.lower[k - 1] in {"the", "a", "an"}
        ),
        tokens.size,
    )
    if called == tokens.size or tokens.lower[called - 1] != "the":
        return None
    before = [n for n in names if n.start < called]
    if any(_is_body(tokens, n, votes) for n in before):
        return None
    told = [text for text, starts in lone.items() if starts[0] < called]
    return told[0] if len(told) == 1 and len(lone[told[0]]) > 1 else None


def _is_body(tokens: Tokens, name: Name, votes: dict[str, dict[str, float]]) -> bool:
    """Whether a name may be a firm's by all that is told of it."""
    found = votes.get(tokens.slice(name.start, name.end), {})
    best = max(found.values(), default=0.0)
    return name.type in _BODIES or (not name.type and found.get("Company", 0.0) == best)


def _may_be(found: dict[str, float]) -> bool:
    """Whether nothing but the model's guess tells of a person, a place or a ware."""
    best = max(found.values(), default=0.0)
    if best <= 0.0 or found.get("Company", 0.0) == best:
        return False
    rest = {kind: value for kind, value in found.items() if value > 0.0}
    return all(
        value <= (_PERSON if kind in {"Person", "Company"} else _REST)
        for kind, value in rest.items()
    ) and rest.keys() <= _GUESSED | {"Person", "Company"}


def _is_introduced(tokens: Tokens, k: int) -> bool:
    """ "Mr Lumo", "Senator Lumo", "Jane Lumo", "Lumo, 52,": words that tell of a person."""
    before = tokens.lower_at(k - 1)
    titled = before in _HONORIFICS or before.rstrip(".") in _HONORIFICS
    named = k > 0 and tokens.capital[k - 1] and k not in tokens.first_of_sentence
    named = named and k - 1 not in tokens.first_of_sentence
    named = named or tokens.capital[k + 1 : k + 2] == [True]  # "Lumo Datuk Sharin"
    aged = tokens.lower_at(k + 1) == "," and tokens.tags[k + 2 : k + 3] == ["CD"]
    who = tokens.lower_at(k + 1 + (tokens.lower_at(k + 1) == ",")) in {"who", "whose"}
    return titled or named or aged or who


def _speaks(tokens: Tokens, k: int) -> bool:
    """ "X said in a statement", "X said it would close", "we will, X said"."""
    verb = k + 1
    if tokens.lower_at(verb - 2) in _QUOTES and tokens.lemma_at(k - 1) in _SPEECH:
        verb = k - 1  # "said X"
    if tokens.lemma_at(verb) not in _SPEECH or tokens.tags[verb : verb + 1] not in _SAYING:
        return False
    end = tokens.parse.sentences[tokens.parse.sentence_of[k]][1]
    behind = range(verb + 1, min(verb + 1 + _CLAUSE, end))
    if any(tokens.lower[n] in _STATEMENTS and tokens.lower_at(n - 1) in _ARTICLES for n in behind):
        return True
    return _says_of_itself(tokens, behind) or _quotes_us(tokens, k)


def _says_of_itself(tokens: Tokens, behind: range) -> bool:
    """ "said on Friday that it would close": who is "it" in its own words is no person."""
    for n in behind:
        if tokens.lower[n] == "it":
            verb = tokens.parse.heads[n]
            own = tokens.parse.deps[n] == "nsubj" and tokens.parse.lemmas[verb] not in _EMPTY
            return own and tokens.tags[verb][:1] == "V"
        if tokens.tags[n] in {"NN", "NNS", "PRP"} or tokens.words[n] in _QUOTES:
            return False
    return False


def _quotes_us(tokens: Tokens, k: int) -> bool:
    """ "“We comply,” X said": who quotes itself as several, right before."""
    mark = k - 1
    if tokens.lower_at(mark) not in _QUOTES:
        return False
    opening = next((n for n in range(mark - 1, -1, -1) if tokens.words[n] in _QUOTES), mark)
    return any(tokens.lower[n] in _OURS for n in range(opening, mark))


def _has_officer(tokens: Tokens, k: int) -> bool:
    """ "X's founder", "X's chief executive": an app that has one is a firm."""
    behind = tokens.lower[k + 2 : k + 5]
    told = "".join(behind) == "co-founder" or not _OFFICERS.isdisjoint(behind[:1])
    return told and tokens.lower_at(k + 1) in _OWNING


def _owns(tokens: Tokens, k: int) -> bool:
    """ "X's shareholders", "X's online platforms", "X's shares"."""
    if tokens.lower_at(k + 1) not in _OWNING:
        return False
    for n in range(k + 2, min(k + 2 + _PHRASE, tokens.size)):
        if tokens.lower[n] in _HELD:
            return True
        if tokens.tags[n][0] not in "JNC":
            return False
    return False
