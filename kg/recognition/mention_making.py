"""Ranges of tokens as mentions of the document."""

from kg.model.mention import ANOTHER, Coreference, Mention, MentionKind
from kg.recognition.appositions import Link
from kg.recognition.name import Name
from kg.recognition.nominals import Nominal
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens


def make_mention(tokens: Tokens, name: Name, *, owning: bool = False) -> Mention:
    """A name; `owning` is one that ends in "'s"."""
    end = name.end + owning
    return Mention(
        span=tokens.span(name.start, end),
        text=name.called or tokens.slice(name.start, end),
        type=name.type,
        kind=name.kind,
        origin=name.origin,
        known_as=name.known_as,
        choice=name.choice,
    )


def make_post(tokens: Tokens, post: PostSpan) -> Mention:
    """The title of a post."""
    return Mention(
        span=tokens.span(post.start, post.end),
        text=tokens.slice(post.start, post.end),
        type="",
        kind=MentionKind.POST,
        origin="title",
    )


def make_nominal(tokens: Tokens, nominal: Nominal) -> Mention:
    """A noun phrase; its type may be that of what it stands for later."""
    return Mention(
        span=tokens.span(nominal.start, nominal.end),
        text=nominal.like or tokens.slice(nominal.start, nominal.end),
        type=nominal.type,
        kind=MentionKind.NOMINAL,
        origin=ANOTHER if nominal.like else "noun",
    )


def make_pronoun(tokens: Tokens, token: int, origin: str = "pronoun") -> Mention:
    """A pronoun; its type comes with its antecedent."""
    return Mention(
        span=tokens.span(token, token + 1),
        text=tokens.words[token],
        type="",
        kind=MentionKind.PRONOUN,
        origin=origin,
    )


def make_link(mention: Mention, link: Link) -> Coreference:
    """A mention and what it takes up."""
    return Coreference(
        mention=mention, antecedent=link.antecedent, reason=link.reason, score=link.score
    )
