"""Words of kinship beside a name: "his wife, X", "X's daughters", "married to X" — X is a person."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_IN_LISTS = frozenset([",", "and", "&", ":", "-", "–", "—", "(", ")", "named"])
_BEING = frozenset(["be", "become", "remain"])
_POST = 6  # tokens behind "is" in which "its chief executive" stands
_BACK = 24  # tokens that a list of children may take before its last name

_THEMSELVES = frozenset(["himself", "herself"])  # "X, herself a former mayor"
_OF_PERSONS = frozenset(["his", "her", "my"])


class KinReader:
    """Tells persons by the words of kinship and marriage beside their names."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.kin = names.get("kin")
        self.companions = names.get("companions")
        self.many_kin = names.get("many_kin")
        self.marrying = names.get("marrying")
        self.callings, self.posts = names.get("callings"), names.get("peoples_posts")

    def tells_person(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether the words around tokens start to end say that they name a person."""
        return (
            self._follows_kin(tokens, start)
            or self._owns_kin(tokens, end)
            or self._is_listed(tokens, start)
            or self._holds_its_post(tokens, end)
            or (tokens.lower_at(end) == "," and tokens.lower_at(end + 1) in _THEMSELVES)
        )

    def _holds_its_post(self, tokens: Tokens, end: int) -> bool:
        """ "X is its chief executive", "X became their first president"."""
        if tokens.lemma_at(end) not in _BEING:
            return False
        lower = tokens.lower[end + 1 : end + 1 + _POST]
        own = next((k for k, word in enumerate(lower) if word in {"its", "their"}), None)
        if own is None or own > 1:
            return False
        return not self.posts.isdisjoint(lower[own + 1 :])

    def _follows_kin(self, tokens: Tokens, start: int) -> bool:
        """ "his son X", "her husband, the actor X", "married the singer X", "the son of X"."""
        lower = tokens.lower
        k = start - 1
        while k >= 0 and start - k < 6 and lower[k] in self.callings:
            k -= 1
        if k < 1:
            return False
        if lower[k] in {",", ":", "-", "–", "of", "to", "the"}:
            linked = lower[k]
            k -= 1
            if linked == "to":
                return lower[k] in self.marrying
            if linked == "the":
                return False
        if lower[k] in self.companions:  # "her friend X", but not "Zenda's friend X"
            return not _OF_PERSONS.isdisjoint(lower[max(k - 2, 0) : k])
        return lower[k] in self.kin or (lower[k] in self.marrying and lower[k + 1] != ",")

    def _owns_kin(self, tokens: Tokens, end: int) -> bool:
        """ "X's mother", "X and his wife", "X, daughter of", "X married"."""
        lower = tokens.lower[end : end + 5]
        if lower[:1] in (["'s"], ["'"]):
            return any(word in self.kin for word in lower[1:3])
        if lower[:2] in (["and", "his"], ["and", "her"], [",", "his"], [",", "her"]):
            return any(word in self.kin for word in lower[2:4])
        if lower[:1] == [","]:
            rest = lower[1:]
            return any(
                word in self.kin and rest[k + 1 : k + 2] == ["of"] for k, word in enumerate(rest)
            )
        return False

    def _is_listed(self, tokens: Tokens, start: int) -> bool:
        """ "their children, X, Y and X"."""
        for k in range(start - 1, max(start - _BACK, -1), -1):
            if tokens.lower[k] in self.many_kin:
                return True
            if not (tokens.capital[k] or tokens.lower[k] in _IN_LISTS):
                return False
        return False
