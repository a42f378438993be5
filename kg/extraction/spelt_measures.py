"""Measures told by letters that the text has explained: "ARPU" of "average revenue per user (ARPU)"."""

import re

from kg.extraction.arguments import ArgumentFinder


def spell_out(words: str, noun: int, arguments: ArgumentFinder) -> str:
    """The words of a measure with its letters written out, where the text does so."""
    short = arguments.parse.words[noun]
    if not (short.isupper() and len(short) > 2) or f"({short})" not in arguments.text:
        return words
    initials = r"\W+".join(rf"({letter}\w*)" for letter in short)
    told = re.search(rf"\b{initials} \({short}\)", arguments.text, re.IGNORECASE)
    if told is None:
        return words
    return words.replace(short, told[0].removesuffix(f" ({short})").lower())
