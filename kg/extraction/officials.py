"""Who is an Official: by a public title, or by a post in a public body."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from itertools import pairwise

from kg.extraction.served_bodies import is_minister, is_told_between, serves_public_body
from kg.lexicon import load_lexicon
from kg.model.claim import Claim
from kg.model.mention import Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology

_NEAR = 60  # characters from a name to a title behind it
_LEADERS = ("leader", "supreme leader")  # of a state
_RANK = 14  # characters of a rank
# "The Minister of Trade, X, said", "Ambassador to Peru X"
_BEFORE = re.compile(r"\.?,? |[ ](?:to|in|for) (?:[A-Z][\w.’'-]+ |(?:of|the|and) ){1,5}")
_REACH = 40  # characters from a title to the name behind it
# "X, Peru's trade and energy | minister", not "X, the wife of the | minister"
_BEHIND = re.compile(r", (?:(?!(?:of|to|for|with|by|from|in|who|whose|which) )[\w'’-]+ ){0,5}")
_OBJECT = re.compile(r" (?:of|to|for|at|in) ")  # what follows the noun that tells the post
# who heads a port or a plant has a post that firms give as well
_PRIVATE = ("Company", "Association", "ResearchBody", "MediaOutlet", "Facility")
# "X is | minister of trade", "X has been named as the new | governor"
_SAID = re.compile(
    r",? (?:(?:is|was|became|becomes|remains|has been|had been|will be|serves as|served as) |"
    r"(?:(?:is|was|were|has been|have been|had been|will be) )(?:\w+ )?(?:re)?"
    r"(?:named|appointed|elected|sworn in|picked|chosen|nominated|installed) )"
    r"(?:as |to be )?(?:(?:the|a|an|its|his|her|new|next|acting|current|country's) ){0,3}"
)
_STAFF = re.compile(
    r",? (?:an? |the )?(?:[\w'’-]+ ){0,4}(?:official|officer|inspector|spokesman|spokeswoman|"
    r"spokesperson|clerk|envoy) (?:with|at|of|for|from|in) (?:the )?"
)


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
        private = any(ontology.is_a(claim.object.type, kind) for kind in _PRIVATE)
        leader = claim.object.type == "Country" and title in _LEADERS
        if body or leader or (known and not private):
            officials.add(root(claim.subject))
    officials |= set(_find_titled_otherwise(recognized, claims, root))
    officials |= {root(person) for person in _find_staff(recognized, bodies, ontology)}
    officials |= {root(person) for person in _find_served(recognized)}
    return {
        mention: replace(mention, type="Official")
        for mention in recognized.mentions
        if mention.type == "Person"
        and mention.kind is not MentionKind.POST
        and root(mention) in officials
    }


def _find_staff(recognized: Recognized, bodies: Set[str], ontology: Ontology) -> Iterator[Mention]:
    """ "X, a cargo inspection official with Zenda Customs": those who serve a public body."""
    text = recognized.document.text
    names = [m for m in recognized.mentions if m.kind is MentionKind.NAME]
    for person, body in pairwise(names):
        public = person.type == "Person" and any(ontology.is_a(body.type, b) for b in bodies)
        if public and _STAFF.fullmatch(text, person.span.end, body.span.start):
            yield person
        served = body.type == "Person" and any(ontology.is_a(person.type, b) for b in bodies)
        if served and is_told_between(text[person.span.end : body.span.start]):
            yield body


def _find_served(recognized: Recognized) -> Iterator[Mention]:
    """ "Police spokesman X", "X, an official at the ministry": a public body told in small letters."""
    text = recognized.document.text
    for mention in recognized.mentions:
        named = mention.kind is MentionKind.NAME and mention.type == "Person"
        if named and serves_public_body(text, mention.span.start, mention.span.end):
            yield mention


def _find_titled_otherwise(
    recognized: Recognized, claims: list[Claim], root: Callable[[Mention], Mention]
) -> Iterator[Mention]:
    """Those with a title that only states give, of whom no claim tells with that title: what it says decides."""
    told: dict[Mention, list[str]] = {}
    for claim in claims:
        if claim.predicate == "holdsPost":
            title = str(claim.find_qualifier("title") or "")
            told.setdefault(root(claim.subject), []).append(title.casefold())
    for mention, title in _find_titled(recognized):
        large = title.casefold()
        if not any(large in t or t in large for t in told.get(root(mention), ())):
            yield root(mention)


def _find_titled(recognized: Recognized) -> Iterator[tuple[Mention, str]]:
    """The persons beside a title that only states give, and it: "energy minister X", "X, Peru's minister of trade"."""
    words = load_lexicon("posts")
    sure, ranks = words.get("sure_public"), words.get("officer_ranks")
    large = words.get("in_capitals_public")
    posts = [p for p in recognized.public_posts if _is_sure(p.text, sure, large)]
    posts.sort(key=lambda post: post.span)
    text = recognized.document.text
    for mention in recognized.mentions:
        if mention.kind is not MentionKind.NAME or mention.type != "Person":
            continue
        start, end = mention.span.start, mention.span.end
        rank = text[max(start - _RANK, 0) : start].split()[-1:]
        ranked = any(word.rstrip(".").casefold() in ranks and word[0].isupper() for word in rank)
        beside = (
            post.text
            for post, told in ((p, p.span) for p in posts)
            if (told.end <= start <= told.end + _REACH or 0 < told.start - end < _NEAR)
            and (
                (told.end <= start and _BEFORE.fullmatch(text, told.end, start))
                or _BEHIND.fullmatch(text, end, told.start)
                or _SAID.fullmatch(text, end, told.start)
            )
        )
        title = next(beside, None)
        if ranked or title is not None:
            yield mention, title or rank[0].rstrip(".")


def _is_sure(title: str, sure: Set[str], large: Set[str]) -> bool:
    """ "President X", but not "president X", who may head a firm; `large` are titles like that."""
    *before, last = _OBJECT.split(title, maxsplit=1)[0].split()
    pair = " ".join([*before[-1:], last]).casefold()
    told = last.casefold() in sure or pair in sure or title.casefold() in sure
    told = told or is_minister(before[-1] if before else "", last)
    return told and (last[0].isupper() or last not in large)
