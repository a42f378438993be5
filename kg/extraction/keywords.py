"""The words that rule files may use: shapes of measures and what a rule takes from the document."""

from kg.extraction.lives import OF_LIVES

SHAPES = (
    "subject-verb-value",
    "has-measure",
    "measure-of-value",
    "counted-object",
    "change",
    "rank",
    "value-noun",
    "length-in-brackets",
    "value-for-measure",
    "quantity-object",
    "share-of-whole",
    "counted-subject",
    "equipped",
    "height",
    "reported-change",
    "multiplied",
    "aimed-at",
    "kept-place",
    "money-verb",
    "people-at",
    "part-told",
    "share-doing",
    "time-needed",
    "taken-up",
    "closed-with",
    "possessed",
    "moved-between",
    "set-at",
    "extent",
    "listed-in-brackets",
)
CONSTANTS = frozenset(
    [
        "@home",
        "@topic",
        "@place",
        "@bank",
        "@inside",
        "@event",
        "@first_end",
        "@middle_end",
        "@last_end",
        *OF_LIVES,
    ]
)
