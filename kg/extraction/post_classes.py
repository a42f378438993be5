"""Which kinds of bodies and places can have a post, by its title: a mayor is of a town, a finance chief of a firm."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_LEXICON = load_lexicon("post_classes")
_CLASSES = _LEXICON.get_mapping("classes")
_LONGEST = max(len(title.split()) for title in _CLASSES)
_LINKS = load_lexicon("posts").get("links")
_OF_MANY = frozenset(["body", "president", "chief", "union", "commissioner"])
_SERVING, _COUNTY, _GOVERNMENT = "to", "county", "government"
_BANKS = frozenset(["bank", "banco", "banque", "authority"])
_OF = frozenset(
    ["chief of police", "chief of staff"]
)  # the second of a leader or an army, of no firm
_PRESIDENT = "president"
_ADDRESS = "Chief"  # how elders are addressed: "the club's president, Chief X"
_WIDE = _LEXICON.get("wider_than_states")
_UNSTAFFED = _LEXICON.get("works_without_staff")
_PRESIDED = _LEXICON.get("names_of_councils") | _LEXICON.get("names_of_courts")
_CABINET = (["cabinet"], ["foreign"], ["home"], ["treasury"], ["interior"])
_MINISTERS = (["secretary", "for"], ["secretary", "of"])

# By class: types, in the order in which they are asked, and how well each goes with such a title.
_KINDS: dict[str, tuple[tuple[str, float], ...]] = {
    "town": (("City", 1.0), ("District", 0.8)),
    "council": (("City", 1.0), ("District", 0.9)),
    "state": (("Province", 1.0), ("District", 0.8), ("Region", 0.5)),
    "county": (("District", 1.0), ("Province", 0.7), ("City", 0.5)),
    "commissioner": (("GovernmentBody", 1.0), ("Province", 0.8), ("District", 1.0)),
    "firm": (("Company", 1.0), ("GovernmentBody", 0.0), ("Organization", 0.6)),
    "chief": (("Company", 1.0), ("GovernmentBody", 0.6), ("Organization", 0.85), ("Facility", 0.7)),
    "president": (("Organization", 1.0),),
    "body": (("MediaOutlet", 0.7), ("Organization", 1.0), ("Facility", 0.8)),
    "union": (("Association", 1.0), ("PoliticalParty", 1.0), ("Organization", 0.7)),
    "school": (("ResearchBody", 1.0),),
    "club": (),
    "media": (("MediaOutlet", 1.0),),
    "party": (("PoliticalParty", 1.0), ("Organization", 0.7)),
}
# By class: names with such a word go with the title whatever their type.
_NAMED = {
    "school": "names_of_schools",
    "club": "names_of_clubs",
    "state": "names_of_banks",
    "council": "names_of_councils",
}
_BEST = 1.0
_OF_PLACES = frozenset(["town", "council", "state", "county"])


def read_class(title: str) -> str | None:
    """The class of the longest ending of a title that has one: "deputy finance director" is of a firm."""
    if title == _ADDRESS:
        return None
    words = title.lower().replace("’", "'").replace(" - ", "-").replace("/", " ").split()
    if _SERVING in words:
        return None  # "secretary to the prime minister"
    if " ".join(words) not in _OF:
        link = next((k for k, word in enumerate(words) if word in _LINKS), len(words))
        if words[link - 1 : link + 1] in _MINISTERS:
            return None  # "the Secretary for Fisheries": a minister, of no union
        words = words[:link]
    if words[-1:] == ["secretary"] and words[-2:-1] in _CABINET:
        return None  # "Trade Cabinet Secretary"
    for length in range(min(_LONGEST, len(words)), 0, -1):
        found = _CLASSES.get(" ".join(words[-length:]))
        if found is not None:
            return found
    return None


def is_of_few(kind: str) -> bool:
    """Whether hardly anything but what has such posts is told with one: a firm's, a town's, no chairman's."""
    return kind not in _OF_MANY


def is_of_place(kind: str) -> bool:
    """Whether such a post is a place's in the first line."""
    return kind in _OF_PLACES


def weigh_owner(kind: str, body: Mention, arguments: ArgumentFinder) -> float:
    """From 0 to 1: how well a title of a class goes with a named body or place."""
    told = {w.strip(".,").lower() for w in body.text.split()}
    wide = not told.isdisjoint(_WIDE) and (_GOVERNMENT in told or body.type == "Region")
    if kind == "state" and wide:
        return 0.0  # no governor is of "West Africa" or the "Federal Government", but one of the "central bank"
    if told & _UNSTAFFED and arguments.fits(body, ("Facility",)):
        return 0.0
    governs = kind == "state" and _GOVERNMENT in told and arguments.fits(body, ("GovernmentBody",))
    if governs:
        return 0.9 * (body.text[:1].isupper() and len(told) > 1)
    if kind == "town" and _COUNTY in told:
        return 0.0
    words = _NAMED.get(kind)
    if words is not None and arguments.fits(body, ("Organization",)):
        banked = kind != "state" or not told.isdisjoint(_BANKS)
        if banked and not told.isdisjoint(_LEXICON.get(words)):
            return _BEST
    if kind == _PRESIDENT and arguments.fits(body, ("GovernmentBody",)):
        return 0.5 * (not told.isdisjoint(_PRESIDED))  # an agency has none, and its state has one
    for type_, weight in _KINDS[kind]:
        if arguments.fits(body, (type_,)):
            return weight
    return 0.0
