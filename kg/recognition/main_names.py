"""Which of several firms that begin with a word it stands for: "Tarka" is Tarka Steel, not its unit Tarka Power."""

from collections.abc import Callable, Sequence

from kg.lexicon import load_lexicon
from kg.model.mention import Mention

MAIN = 0.1  # by how much the firm that a text tells most goes before others that begin alike
_LEADING = 0.3  # the same, of the one that the text names first and never less than another
_BRANCH = 0.15  # by how much what is called after a country goes behind: "Tarka Ghana Limited"

_FORMS = load_lexicon("identity").get("legal_forms")


def rate_alike(
    short: Mention, names: Sequence[Mention], is_land: Callable[[str], bool]
) -> dict[str, float]:
    """How much more or less the firms that begin with a lone word are meant by it, by their names."""
    if short.type != "Company" or " " in short.text:
        return {}
    begins = f"{short.text} "
    alike = [m.text for m in names if m.type == "Company" and m.text.startswith(begins)]
    fulls = [t for t in dict.fromkeys(alike) if not any(_is_cut(t, other) for other in alike)]
    if len(fulls) < 2 or any(_is_formal(t, begins) for t in fulls):
        return {}  # "Tarka Ltd" is meant, whatever else is told
    branches = {t for t in fulls if any(is_land(word) for word in t.split()[1:])}
    rated = dict.fromkeys(branches, -_BRANCH) if len(branches) < len(fulls) else {}
    main, weight = _find_main(alike, [t for t in fulls if t not in rated] or fulls)
    if main:
        rated |= {t: weight for t in alike if t == main or _is_cut(t, main)}
    return rated


def _find_main(alike: Sequence[str], fulls: Sequence[str]) -> tuple[str, float]:
    """The firm that is told most, a shorter form of its name counted too, and by how much it leads."""
    told = {t: sum(a == t or _is_cut(a, t) for a in alike) for t in fulls}
    first, most = fulls[0], max(told.values())
    if told[first] == most:
        return first, _LEADING
    leading = [t for t in fulls if told[t] == most]
    return (leading[0], MAIN) if len(leading) == 1 else ("", 0.0)


def _is_formal(full: str, begins: str) -> bool:
    """Whether a name goes on with no more than legal forms: "Tarka Co., Ltd."."""
    return all(word.casefold().strip(".,") in _FORMS for word in full.removeprefix(begins).split())


def _is_cut(short: str, full: str) -> bool:
    """ "Tarka Steel" of the "Tarka Steel Mills Ltd"."""
    return short != full and full.startswith(f"{short} ")
