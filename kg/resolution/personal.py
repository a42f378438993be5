"""Personal names: family names that stand first at home and last abroad, syllables apart or together."""

import re
from collections.abc import Sequence
from functools import cache

from kg.lexicon import load_lexicon

_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|"
    r"ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|er|a|o|e|i|u|v)){1,2}"
)
_KOREAN = re.compile(
    r"(?:(?:kk|tt|pp|ss|jj|ch|[gkndtrlmbpsjhyw])?(?:yeo|yae|yoo|you|wae|eui|aeo|ae|ya|eo|ye|wa|oe|wo|yo|oo|woo|"
    r"ui|eu|ee|yu|a|u|o|e|i)(?:ng|n|k|g|t|l|m|p|b|h|r)?){1,2}"
)
_KANA = re.compile(r"(?:(?:[kgsztdnhbpmyrwjf]y?|sh|ch|ts)?[aiueo]|n|oh|ou)+")
_VIETNAMESE_WORDS = 3  # a family name, a middle name and a given name


def order_person(words: Sequence[str]) -> str:
    """The name as it is compared: the family name before a comma where it is known which one it is.

    "park ji-hoon", "park jihoon" and "ji hoon park" are "park, jihoon"; others stay as they are, but
    without hyphens. Of two family names, the first is the family's.
    """
    plain = [part for word in words for part in word.split("-") if part]
    if len(words) > 1 and len(plain) > 1:
        for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
            parts = [part for word in given for part in word.split("-") if part]
            if "-" in family or not parts:
                continue
            if any(test(family, parts) for test in (_is_chinese, _is_korean, _is_vietnamese)):
                return f"{family}, {''.join(parts)}"
            if any(test(family, parts) for test in (_is_japanese, _is_hungarian)):
                return f"{family}, {' '.join(parts)}"
    return " ".join(plain)


def is_pinyin_name(family: str, given: str) -> bool:
    """Whether these are a Chinese family name and one or two syllables in pinyin."""
    return _is_chinese(family, [given])


@cache
def _list_families(people: str) -> frozenset[str]:
    return load_lexicon("identity").get(f"{people}_families")


def _is_chinese(family: str, given: Sequence[str]) -> bool:
    """A family name and one or two syllables."""
    return family in _list_families("chinese") and bool(_PINYIN.fullmatch("".join(given)))


def _is_korean(family: str, given: Sequence[str]) -> bool:
    return family in _list_families("korean") and bool(_KOREAN.fullmatch("".join(given)))


def _is_vietnamese(family: str, given: Sequence[str]) -> bool:
    return family in _list_families("vietnamese") and len(given) + 1 >= _VIETNAMESE_WORDS


def _is_japanese(family: str, given: Sequence[str]) -> bool:
    return (
        family in _list_families("japanese") and len(given) == 1 and bool(_KANA.fullmatch(given[0]))
    )


def _is_hungarian(family: str, given: Sequence[str]) -> bool:
    return family in _list_families("hungarian") and all(
        name in load_lexicon("identity").get("hungarian_given") for name in given
    )
