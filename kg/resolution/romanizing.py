"""Spellings of names from other scripts: Wade-Giles as pinyin, and what Arabic and Russian spellings share."""

import re
from functools import lru_cache

from kg.resolution.personal import is_pinyin_name

# Wade-Giles initials and finals that pinyin writes otherwise; longer ones first.
_INITIALS = (
    ("ch'", "ch"), ("ts'", "c"), ("tz'", "c"), ("k'", "k"), ("p'", "p"), ("t'", "t"), ("hs", "x"),
    ("ts", "z"), ("tz", "z"), ("ss", "s"), ("sz", "s"), ("k", "g"), ("p", "b"), ("t", "d"), ("j", "r"),
)  # fmt: skip
_FINALS = (
    ("iung", "iong"), ("ien", "ian"), ("ieh", "ie"), ("ueh", "ue"), ("uei", "ui"), ("ung", "ong"),
    ("erh", "er"), ("ih", "i"), ("oh", "o"),
)  # fmt: skip
_BEFORE_I = re.compile(r"ch(?=i[^h]|i$|u(?!a|o|i|n|ng))")
_SKIPPED = frozenset(["al", "el", "ul", "bin", "ibn", "abu"])
_SOUNDS = tuple((re.compile(sound), letter) for sound, letter in (
    (r"(?:sch|sh)", "s"), (r"(?:kh|ck|q|c)", "k"), (r"ph", "f"), (r"(?:dh|dj)", "d"), (r"gh", "g"), (r"zh", "z"),
    (r"(?:tch|tsch)", "ts"), (r"w", "v"), (r"x", "ks"), (r"[aeiouyj]+", ""), (r"(?<!^)h", ""), (r"(.)\1+", r"\1"),
))  # fmt: skip
_KEPT = 1 << 16  # names whose forms are kept
_SHORTEST = 4  # consonants that two spellings must share


@lru_cache(maxsize=_KEPT)
def find_pinyin(name: str) -> str | None:
    """A Chinese personal name in pinyin, "deng xiaoping" of "Teng Hsiao-p'ing"; None where it is none."""
    words = name.replace("’", "'").casefold().split()
    if len(words) != 2 or not any(mark in name.casefold() for mark in ("hs", "'", "’", "-")):
        return None
    made = ["".join(_turn_syllable(s) for s in word.split("-")) for word in words]
    return " ".join(made) if is_pinyin_name(made[0], made[1]) else None


def _turn_syllable(syllable: str) -> str:
    for wade, pinyin in _INITIALS:
        if syllable.startswith(wade):
            syllable = pinyin + syllable[len(wade) :]
            break
    else:
        if syllable.startswith("ch"):
            syllable = (
                _BEFORE_I.sub("j", syllable) if _BEFORE_I.match(syllable) else f"zh{syllable[2:]}"
            )
    for wade, pinyin in _FINALS:
        if syllable.endswith(wade):
            return syllable[: len(syllable) - len(wade)] + pinyin
    return syllable


@lru_cache(maxsize=_KEPT)
def find_skeleton(form: str) -> str | None:
    """The consonants of a person's normal form, as they sound; None for too few or a single name.

    Spellings of one Arabic or Russian name ("Mohammed Yousef", "Muhammad Yusuf") share them, and so do
    names of several people: a skeleton proposes and never decides.
    """
    words = [word for word in form.replace(",", " ").split() if word not in _SKIPPED]
    made = []
    for word in words:
        for sound, letter in _SOUNDS:
            word = sound.sub(letter, word)
        made.append(word)
    skeleton = " ".join(made)
    return skeleton if len(words) > 1 and len(skeleton) > _SHORTEST else None
