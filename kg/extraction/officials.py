"""Who is an Official: by a public title, or by a post in a public body."""

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.claim import Claim
from kg.model.mention import Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology

_NEAR = 60  # characters from a name to a title behind it
_RANK = 14  # characters of a rank
# "The Minister of Trade, X, said", "Ambassador to Peru X"
_BEFORE = re.compile(r",? |[ ](?:to|in|for) (?:[A-Z][\w.’'-]+ |(?:of|the|and) ){1,5}")
_REACH = 40  # characters from a title to the name behind it
# "X, Peru's trade and energy | minister", not "X, the wife of the | minister"
_BEHIND = re.compile(r", (?:(?!(?:of|to|for|with|by|from|in|who|whose|which) )[\w'’-]+ ){0,5}")
_OBJECT = re.compile(r" (?:of|to|for|at|in) ")  # what follows the noun that tells the post
_PRIVATE = ("Company", "Association", "ResearchBody", "MediaOutlet")


def find_officials(
    recognized: Recognized, claims: list[Claim], ontology: Ontology
) -> dict[Mention, Mention]:
    """Person mentions → the same as Officials, for all mentions of each official in the document."""
    bodies = load_lexicon("posts").get("official_bodies")
    public = {m.text.casefold() for m in recognized.public_posts}
    links = {c.mention: c.antecedent for c in recognized.coreferences}

    def root(mention: Mention) -> Mention:
        seen = {mention}
        while mention in links and links[mention] not in seen:
            mention = links[mention]
            seen.add(mention)
        return mention

    officials: set[Mention] = set()
    for claim in claims:
        if claim.predicate != "holdsPost" or not isinstance(claim.object, Mention):
            continue
        title = claim.find_qualifier("title")
        known = isinstance(title, str) and any(title.casefold().startswith(text) for text in public)
        body = any(ontology.is_a(claim.object.type, kind) for kind in bodies)
        place = ontology.is_a(claim.object.type, "Place")
        private = any(ontology.is_a(claim.object.type, kind) for kind in _PRIVATE)
        if body or (known and (place or not private)):
            officials.add(root(claim.subject))
    told = {root(c.subject) for c in claims if c.predicate == "holdsPost"}
    officials |= {root(m) for m in _find_titled(recognized)} - told
    return {
        mention: replace(mention, type="Official")
        for mention in recognized.mentions
        if mention.type == "Person"
        and mention.kind is not MentionKind.POST
        and root(mention) in officials
    }


def _find_titled(recognized: Recognized) -> Iterator[Mention]:
    """The persons beside a title that only states give: "energy minister X", "X, Peru's minister of trade"."""
    words = load_lexicon("posts")
    sure, ranks = words.get("sure_public"), words.get("officer_ranks")
    large = words.get("in_capitals_public")
    posts = [p.span for p in recognized.public_posts if _is_sure(p.text, sure, large)]
    text = recognized.document.text
    for mention in recognized.mentions:
        if mention.kind is not MentionKind.NAME or mention.type != "Person":
            continue
        start, end = mention.span.start, mention.span.end
        rank = text[max(start - _RANK, 0) : start].split()[-1:]
        ranked = any(word.rstrip(".").casefold() in ranks and word[0].isupper() for word in rank)
        if ranked or any(
            (post.end <= start and _BEFORE.fullmatch(text, post.end, start))
            or _BEHIND.fullmatch(text, end, post.start)
            for post in posts
            if post.end <= start <= post.end + _REACH or 0 < post.start - end < _NEAR
        ):
            yield mention


def _is_sure(title: str, sure: Set[str], large: Set[str]) -> bool:
    """ "President X", but not "president X", who may head a firm; `large` are titles like that."""
    *before, last = _OBJECT.split(title, maxsplit=1)[0].split()
    told = last.casefold() in sure or " ".join([*before[-1:], last]).casefold() in sure
    return told and (last[0].isupper() or last not in large)
