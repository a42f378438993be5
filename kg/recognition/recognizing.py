"""recognize(): a parsed document → mentions with types, and what names the same thing."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.document import Document, Span
from kg.model.mention import RELATIVE, Coreference, Mention, MentionKind
from kg.model.recognized import Recognized
from kg.ontology import Ontology
from kg.recognition.alias_types import retype
from kg.recognition.aliases import Alias, AliasFinder
from kg.recognition.appositions import Link
from kg.recognition.called_names import CalledNames
from kg.recognition.citizens import find_citizens
from kg.recognition.contact_clauses import mend_contacts
from kg.recognition.coreference import CoreferenceFinder
from kg.recognition.declared import drop_nominal_acronyms, free_declared
from kg.recognition.editions import part_editions
from kg.recognition.extending import NameExtender
from kg.recognition.former_latter import list_ones
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.headline_letters import write_headline_plainly
from kg.recognition.home_dollars import read_home_dollars
from kg.recognition.inner_places import InnerPlaceFinder, find_works
from kg.recognition.kind_rows import list_mends
from kg.recognition.lands import find_lands, list_governed
from kg.recognition.lives import LifeFinder
from kg.recognition.mention_making import (
    make_link,
    make_mention,
    make_nominal,
    make_post,
    make_pronoun,
)
from kg.recognition.name import Name
from kg.recognition.named_later import find_named_later
from kg.recognition.naming import NameFinder, Names
from kg.recognition.nicknames import find_nicknames
from kg.recognition.nlp import Model
from kg.recognition.nominal_rows import mend_rows
from kg.recognition.nominals import Nominal, NominalFinder
from kg.recognition.number_led import lead_with_numbers
from kg.recognition.open_references import OpenReferences
from kg.recognition.other_names import add_other_scripts, find_other_names
from kg.recognition.owning_names import find_owning_names
from kg.recognition.parsing import ParsedDocument
from kg.recognition.places_of_firms import name_firms
from kg.recognition.plain_names import find_tokens
from kg.recognition.post_rows import PostSpan
from kg.recognition.pronouns import PronounFinder
from kg.recognition.relatives import RelativeFinder
from kg.recognition.renaming import RenamingFinder
from kg.recognition.short_works import ShortWorks
from kg.recognition.title_holders import find_affiliations, find_bare_posts, find_titles
from kg.recognition.tokens import Tokens
from kg.recognition.told_missions import tell_missions
from kg.recognition.value_mentions import (
    drop_names_in_values,
    drop_values_in_names,
    find_value_mentions,
    find_value_tokens,
)
from kg.recognition.verb_mends import list_verb_mends
from kg.recognition.vessels import VesselFinder, find_link
from kg.recognition.within import drop_inner_names, find_covered

Marked = Sequence[tuple[Span, str]]  # names of a rule's example


class Recognizer:
    """Everything that finds mentions, loaded once; holds no state between documents."""

    def __init__(self, model: Model, ontology: Ontology, gazetteer: Gazetteer) -> None:
        self.model = model
        self.ontology = ontology
        self.names = NameFinder(ontology, gazetteer)
        self.extender = NameExtender(ontology, gazetteer)
        self.nominals = NominalFinder(ontology)
        self.pronouns = PronounFinder()
        self.inner_places = InnerPlaceFinder(ontology, gazetteer)
        self.aliases = AliasFinder(ontology, gazetteer)
        self.lives = LifeFinder(ontology)
        self.called = CalledNames(ontology)
        self.mends = list_verb_mends()
        self.short_works, self.vessels = ShortWorks(ontology), VesselFinder()

    def recognize(
        self, document: Document, parsed: ParsedDocument, *, marked: Marked | None = None
    ) -> Recognized:
        """Mentions and coreferences of one document; deterministic.

        With `marked` the names are the spans and types given, as rules' examples are; all else is found.
        """
        tokens = Tokens(mend_contacts(parsed.parse), document.text, self.model.is_common)
        found, extended = self._find_names(tokens, parsed, marked)
        tokens = self._join_rows(tokens, extended)
        values = find_value_mentions(document, write_headline_plainly(tokens))
        if marked is None:
            extended = drop_names_in_values(tokens, extended, values)
        taken = find_tokens(found.posts) | {k for n in extended for k in range(n.start, n.end)}
        nominals = self.nominals.find(tokens, taken, find_value_tokens(tokens, values))
        nominals += self.vessels.find(tokens, extended, taken)
        tokens = self._join_called(tokens, extended)
        if marked is None:
            extended = drop_inner_names(tokens, extended, nominals, self.ontology)
        names, extended, aliases = self._join_names(tokens, extended)
        posts = [make_post(tokens, post) for post in found.posts]
        nominals += find_bare_posts(tokens, found.posts, extended) + list_ones(tokens)
        rest, links = self._refer(tokens, parsed, names, extended, aliases, nominals, found.posts)
        links += RenamingFinder(tokens, self.ontology).find([*names, *rest], links)
        rest += self.inner_places.find(tokens, [*names, *find_works(rest, self.ontology)])
        told = (*names, *list_governed(document.text, rest))
        values = read_home_dollars(document.text, values, told, self.names.gazetteer)
        values = self.lives.mark(document.text, names, drop_values_in_names(values, names))
        return Recognized(
            document=document,
            parse=tokens.parse,
            paragraph_of=parsed.paragraph_of,
            mentions=tuple(sorted([*names, *posts, *rest, *values], key=_order)),
            coreferences=tuple(links),
            public_posts=frozenset(m for m, p in zip(posts, found.posts, strict=True) if p.public),
            lands=find_lands(told, self.names.gazetteer),
        )

    def _join_rows(self, tokens: Tokens, names: list[Name]) -> Tokens:
        """The tokens with a parse that takes rows of names for what they are."""
        for mend in (*self.mends, *list_mends(names), mend_rows):
            joined = mend(tokens)
            if joined is not None and joined.is_sound():
                tokens = Tokens(joined, tokens.text, self.model.is_common)
        return tokens

    def _join_called(self, tokens: Tokens, names: list[Name]) -> Tokens:
        """The tokens with a parse that takes a noun for firms and the name behind it for one phrase."""
        joined = self.called.mend(tokens, names)
        sound = joined is not None and joined.is_sound()
        return Tokens(joined, tokens.text, self.model.is_common) if joined and sound else tokens

    def _join_names(
        self, tokens: Tokens, spans: list[Name]
    ) -> tuple[list[Mention], list[Name], list[Alias]]:
        """The names as mentions with final types, their spans, and which are one thing."""
        owning = find_owning_names(tokens, spans)
        names = [make_mention(tokens, name, owning=n in owning) for n, name in enumerate(spans)]
        declared = self.aliases.find_declared(tokens, names) + find_nicknames(names)
        known = {alias.index for alias in declared}
        others = find_other_names(tokens, names, self.ontology)
        declared += [alias for alias in others if alias.index not in known]
        names = free_declared(names, declared)
        names, spans, declared = drop_nominal_acronyms(tokens, names, spans, declared)
        aliases = self.aliases.find(names, declared, tokens.text)
        return retype(names, aliases), spans, aliases

    def _sort_holder(self, kind: str) -> str:
        if self.ontology.is_a(kind, "Person") or kind == "Country":
            return "country" if kind == "Country" else "person"
        return "body" if self.ontology.is_a(kind, "Organization") else ""

    def _find_names(
        self,
        tokens: Tokens,
        parsed: ParsedDocument,
        marked: Marked | None,
    ) -> tuple[Names, list[Name]]:
        """The names and titles found (or marked), and the names with what extends them."""
        if marked is not None:
            found = self.names.find_marked(tokens, marked)
            return found, list(found.names)
        found = self.names.find(tokens, parsed)
        named = self.short_works.find(tokens, list(found.names))
        extended = part_editions(tokens, self.extender.extend(tokens, named))
        extended = lead_with_numbers(tokens, name_firms(tokens, extended))
        extended = tell_missions(tokens, extended)
        return found, add_other_scripts(tokens, extended, self.ontology)

    def _refer(
        self,
        tokens: Tokens,
        parsed: ParsedDocument,
        names: list[Mention],
        spans: Sequence[Name],
        aliases: list[Alias],
        nominals: list[Nominal],
        posts: Sequence[PostSpan],
    ) -> tuple[list[Mention], list[Coreference]]:
        """Mentions for nominals and pronouns, in reading order, each with its antecedent if found."""
        finder = CoreferenceFinder(self.ontology, self.names.gazetteer, tokens, parsed.paragraph_of)
        relatives = RelativeFinder(self.ontology, tokens)
        opened = OpenReferences(self.ontology, tokens, parsed.paragraph_of)
        chains = _number_chains(len(names), aliases)
        self._tell_names(finder, tokens, names, spans, chains, posts)
        mentions: list[Mention] = []
        links = [_make_coreference(names, alias) for alias in aliases]
        for token, item in self._order_events(tokens, spans, nominals):
            if isinstance(item, int):
                finder.note(names[item], token, chains[item])
                continue
            if isinstance(item, Nominal):
                mention, link = make_nominal(tokens, item), find_link(item, finder)
            elif item == "relative":
                mention = make_pronoun(tokens, token, RELATIVE)
                link = relatives.find(token, finder.told)
            else:
                mention, link = make_pronoun(tokens, token), finder.find_pronoun(token, item)
            if link is not None:
                mention = replace(mention, type=link.type)
                links.append(make_link(mention, link))
            elif item == "relative" or (isinstance(item, Nominal) and item.echo):
                continue
            else:
                mention = opened.mark(mention, item, token, len(finder.find_persons(token)))
            mentions.append(mention)
            _note(finder, mention, token, item, link, len(names) + token)
        return mentions, links + find_named_later(mentions, names, links, tokens.text)

    def _order_events(
        self, tokens: Tokens, spans: Sequence[Name], nominals: list[Nominal]
    ) -> list[tuple[int, int | Nominal | str]]:
        """(head token, number of a name, nominal or group of a pronoun) in reading order."""
        events: list[tuple[int, int, int | Nominal | str]] = [
            (span.end - 1, 0, n) for n, span in enumerate(spans)
        ]
        events += [(nominal.head, 1, nominal) for nominal in nominals]
        within = {k for span in spans for k in range(span.start, span.end)}  # "He Lifan"
        pronouns = self.pronouns.find(tokens)
        events += [(i, 2, group) for i, group in pronouns if i not in within]
        return [(i, item) for i, _, item in sorted(events, key=lambda e: (e[0], e[1]))]

    def _tell_names(
        self,
        finder: CoreferenceFinder,
        tokens: Tokens,
        names: list[Mention],
        spans: Sequence[Name],
        chains: list[int],
        posts: Sequence[PostSpan],
    ) -> None:
        """What the names of the document tell beforehand: titles, bodies of posts, what comes later."""
        # of "Padma rail link" and the "Padma" in it, the whole is what stands there
        wholes = sorted(spans, key=lambda span: span.end - span.start)
        finder.last_tokens = {span.start: span.end - 1 for span in wholes}
        finder.first_tokens = {span.end - 1: span.start for span in wholes}
        finder.titles = find_titles(tokens, posts, spans)
        finder.covered = find_covered(spans)
        kinds = [self._sort_holder(mention.type) for mention in names]
        finder.affiliations = {
            chains[person]: chains[body]
            for person, body in find_affiliations(tokens, posts, spans, kinds).items()
        }
        citizens = find_citizens(tokens, posts, spans, kinds)
        finder.citizens = {chains[n]: chains[country] for n, country in citizens.items()}
        finder.upcoming = [(names[n], chains[n], span.start) for n, span in enumerate(spans)]


def _order(mention: Mention) -> tuple[int, int, MentionKind]:
    """By where mentions begin, the longer first."""
    return mention.span.start, -mention.span.end, mention.kind


def _note(
    finder: CoreferenceFinder,
    mention: Mention,
    token: int,
    item: Nominal | str,
    link: Link | None,
    chain: int,
) -> None:
    """Tells the finder of a nominal or pronoun; `chain` is a new one for nominals that take nothing up."""
    if item == "relative" and link is not None:
        # A relative clause is an aside: what "it" means later does not change.
        finder.told[token] = (link.antecedent, link.chain)
    elif isinstance(item, Nominal) and item.like:
        finder.told[token] = (mention, chain)
    elif link is not None:
        finder.note(mention, token, link.chain)
    elif isinstance(item, Nominal):
        finder.note(mention, token, chain, plural=item.plural)


def _make_coreference(names: list[Mention], alias: Alias) -> Coreference:
    return Coreference(
        mention=names[alias.index],
        antecedent=names[alias.target],
        reason=alias.reason,
        score=alias.score,
    )


def _number_chains(size: int, aliases: list[Alias]) -> list[int]:
    """The number of each name's chain: the index of the name that all its aliases lead to."""
    targets = {alias.index: alias.target for alias in aliases}
    numbers = []
    for n in range(size):
        seen = {n}
        while n in targets and targets[n] not in seen:
            n = targets[n]
            seen.add(n)
        numbers.append(n)
    return numbers
