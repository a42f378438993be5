"""Who is an Official: by a public title, or by a post in a public body."""

from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.claim import Claim
from kg.model.mention import Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology

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
    """The persons right behind a title that only states give: "energy minister X"."""
    sure = load_lexicon("posts").get("sure_public")
    ends = {
        post.span.end
        for post in recognized.public_posts
        if post.text.split()[-1].casefold() in sure and _is_told_as(post.text)
    }
    for mention in recognized.mentions:
        named = mention.kind is MentionKind.NAME and mention.type == "Person"
        if named and mention.span.start - 1 in ends:
            yield mention


def _is_told_as(title: str) -> bool:
    """ "President X", but not "president X", who may head a firm."""
    last = title.split()[-1]
    return last[0].isupper() or last != "president"
