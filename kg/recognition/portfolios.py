"""The field of a post: "Minister of Foreign Affairs of X" holds a title, a field and a body."""

from collections.abc import Mapping
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.chunks import Chunk
from kg.recognition.fields import FieldReader
from kg.recognition.heads import HeadFinder
from kg.recognition.minister_fields import MinisterFields
from kg.recognition.plain_names import find_tokens
from kg.recognition.portfolio_cuts import cut_fields, leads_place, leave_title
from kg.recognition.post_links import is_secretaries_body
from kg.recognition.post_rows import PostSpan
from kg.recognition.served_fields import pass_row_of_fields, pass_served_field
from kg.recognition.sides_named import sits_for
from kg.recognition.title_areas import TitleAreas
from kg.recognition.tokens import Tokens

_LINKS = (["of"], ["for"], ["in"])
_OWNERS = (["'s"], ["’s"], ["its"], ["their"], ["our"])
_AND = frozenset(["and", "&", ","])
_FIELD_WORDS = 2  # of a field before "at the X", which may be where somebody of a firm speaks
_MINISTERS = frozenset(["minister", "ministers", "vice-minister", "undersecretary"])
_SHORT = 3  # letters of a family name that stands first and spells a word: "Le", "Do", "Ho"

_OF_BODIES = frozenset(["president", "chairman", "chairwoman", "chairperson", "officer"])


class PortfolioFinder:
    """Moves the field after a title from the names to the title."""

    def __init__(self, heads: HeadFinder) -> None:
        names = load_lexicon("names")
        self.heads = heads
        self.fields, self.areas = FieldReader(), TitleAreas()
        self.ministers = MinisterFields()
        self.topics = names.get("topics")
        self.compass = names.get("compass")
        self.bare_bodies = names.get("bare_bodies")
        posts = load_lexicon("posts")
        self.scholars, self.field_words = posts.get("scholars"), posts.get("fields_like_heads")
        self.sole = frozenset(posts.get_mapping("sole"))
        first = load_lexicon("given_names")
        self.first_names = first.get("given") | first.get("family_first")
        self.fielded = posts.get("fielded")
        self.own_fields = posts.get("portfolios") | self.topics
        self.links = frozenset({"of", *names.get("joiners")})

    def take(
        self,
        tokens: Tokens,
        posts: list[PostSpan],
        chunks: list[Chunk],
        places: dict[int, int],
        areas: frozenset[int],
    ) -> tuple[list[PostSpan], list[Chunk]]:
        """ "Minister of Foreign Affairs of X": the field belongs to the title, the rest is a name."""
        by_start = {chunk.start: chunk for chunk in chunks}
        broken = find_tokens(posts)
        fields: list[tuple[int, int]] = []  # tokens of chunks that belong to titles, with links
        grown: list[PostSpan] = []
        for post in posts:
            seat = leads_place(tokens, post) or sits_for(tokens, post.end, self.own_fields)
            end = post.end if seat else self._find_end(tokens, post, by_start, places, broken)
            if end == post.end:
                end = pass_served_field(tokens, post, self.own_fields)
            end = self.areas.extend_row(tokens, end, areas) if end > post.start + 1 else end
            whole = end
            if end > post.end:
                whole = self.areas.extend(tokens, post.head, end, areas)
                rest = end + (tokens.lower[end : end + 1] in _LINKS)
                rest += rest > end and tokens.lower[rest : rest + 1] == ["the"]
                fields.append((post.end, rest))
            grown.append(replace(post, end=whole))
        wide = self.ministers.widen(tokens, grown, places)
        own = {post.head: post for post in grown}
        for post in wide:
            told = own[post.head]
            fields += [(s, e) for s, e in ((post.start, told.start), (told.end, post.end)) if s < e]
        grown = wide
        chunks = [leave_title(chunk, grown) for chunk in chunks]
        return grown, [part for chunk in chunks for part in cut_fields(chunk, fields)]

    def _find_end(
        self,
        tokens: Tokens,
        post: PostSpan,
        by_start: Mapping[int, Chunk],
        places: dict[int, int],
        broken: frozenset[int],
    ) -> int:
        """The end of the title with its field: one word, a list, or "State for" and a list."""
        end = post.end
        while tokens.lower[end : end + 1] in (["of"], ["for"]):
            start = end + 1 + (tokens.lower[end + 1 : end + 2] == ["the"])
            if letters := self._pass_letters(tokens, start, by_start):
                end = self.fields.extend(tokens, letters, places, broken, bare=post.public)
                break
            chunk = by_start.get(start)
            if chunk is None:
                break
            if any(is_secretaries_body(tokens, start, k) for k in range(start + 2, chunk.end + 1)):
                break
            if start == end + 1 and self._is_field_at(tokens, post, chunk, places):
                return chunk.end
            if start == end + 1 and self._is_known_field(tokens, post, chunk):
                return self._pass_known(tokens, chunk.end)
            owner = tokens.lower[post.start - 1 : post.start] in _OWNERS
            if owner and start == end + 1 and not post.public:
                owned = self._find_owned_end(tokens, chunk, by_start, places)
                if owned > start:
                    return owned
            scholar = tokens.lower[post.head] in self.scholars
            public = post.public and _OF_BODIES.isdisjoint(tokens.lower[post.start : post.end])
            wide = public or scholar or tokens.lower[end] == "for"
            field = self._portfolio_end(tokens, chunk, places, post, topics_only=not wide)
            if field == start or self._is_seat(tokens, start, field):
                break
            further = self.fields.extend(tokens, field, places, broken, bare=wide)
            if further == end:
                break
            end = further
        return end

    def _is_seat(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "commissioner of the [Office] of the Envoy", "Governor of [North] Zenda": what goes on, no field."""
        if all(tokens.lower[k] in self.compass for k in range(start, end)):
            return True
        alone = end == start + 1 and tokens.lower[start - 1] == "the"
        body = tokens.lower[start] in self.fields.bodies or tokens.lower[start] == "house"
        return alone and tokens.lower_at(end) == "of" and body

    def _pass_letters(self, tokens: Tokens, start: int, by_start: Mapping[int, Chunk]) -> int:
        """ "Minister of [ICT] and Innovation": the end of a field in letters that no name begins with; 0 for none."""
        known = start < len(tokens.words) and tokens.lower[start] in self.topics
        return start + 1 if known and tokens.words[start].isupper() and start not in by_start else 0

    def _is_known_field(self, tokens: Tokens, post: PostSpan, chunk: Chunk) -> bool:
        """ "Head of [Design]", "Director of [Music] at the X": what firms have a post for, and no name."""
        words = tokens.lower[max(post.head - 1, 0) : post.head + 1]
        if words[-1] not in self.fielded and " ".join(words) not in self.fielded:
            return False
        return tokens.lower_at(chunk.end) not in {"'s", "’s"} and all(
            tokens.lower[k] in self.own_fields or tokens.lower[k] in _AND
            for k in range(chunk.start, chunk.end)
        )

    def _pass_known(self, tokens: Tokens, end: int) -> int:
        """ "Head of Marketing | and Sales of", "of Information | , Press and Public Relations": the end of a row."""
        end = pass_row_of_fields(tokens, end, self.own_fields | self.field_words) or end
        while tokens.lower_at(end) in _AND and tokens.lower_at(end + 1) in self.own_fields:
            if not tokens.capital[end + 1]:
                break
            end += 2  # "and [Business Development] at"
            while any(tokens.capital[end : end + 1]) and tokens.lower[end] in self.own_fields:
                end += 1
        return end

    def _is_field_at(
        self, tokens: Tokens, post: PostSpan, chunk: Chunk, places: dict[int, int]
    ) -> bool:
        """ "Head of [Mobility Business] at Norvik": words of the language, and the firm behind them."""
        link = tokens.lower_at(chunk.end) in {"at", "@", "with"}
        body = chunk.end + 1 + (tokens.lower_at(chunk.end + 1) == "the")
        if not link or not any(tokens.capital[body : body + 1]):
            return False
        if body > chunk.end + 1 and (  # "Chairman of Blue Water at the Zenda Air Show"
            tokens.lower[post.head] in self.sole or chunk.end - chunk.start < _FIELD_WORDS
        ):
            return False
        words = range(chunk.start, chunk.end)
        common = all(
            k not in places and (tokens.is_common(k) or tokens.lower[k] in _AND) for k in words
        )
        return common and self.heads.find_type(tokens, chunk.start, chunk.end) in {None, "Company"}

    def _find_owned_end(
        self,
        tokens: Tokens,
        chunk: Chunk,
        by_start: Mapping[int, Chunk],
        places: dict[int, int],
    ) -> int:
        """ "the bank's Global Head of [Investment Strategy and Research], ": the body stands before the title."""
        end = self._find_plain_end(tokens, chunk, places)
        further = by_start.get(end + 1) if end == chunk.end else None
        if further and tokens.lower_at(end) in {"and", "&"}:
            end = max(end, self._find_plain_end(tokens, further, places))
        return end

    def _find_plain_end(self, tokens: Tokens, chunk: Chunk, places: dict[int, int]) -> int:
        """Where the words of the language that a chunk begins with end, if they name a field and no body."""
        end = chunk.start
        while end < chunk.end and end not in places and self._is_plain(tokens, end):
            end += 1
        last = tokens.lower[end - 1]
        whole = end == chunk.end and self.heads.find_type(tokens, chunk.start, end) is None
        field = whole or (last in self.topics or self.fields.is_part(tokens, end - 1))
        named = chunk.end - end != 1  # "Head of Trade [Jane Doe]", not "Head of Trade Tarka"
        return end if field and named and last not in _AND else chunk.start

    def _is_plain(self, tokens: Tokens, k: int) -> bool:
        return tokens.is_common(k) or tokens.lower[k] in _AND

    def _portfolio_end(
        self,
        tokens: Tokens,
        chunk: Chunk,
        places: dict[int, int],
        post: PostSpan,
        *,
        topics_only: bool,
    ) -> int:
        """Where the run of common words at a chunk's start ends, if the chunk names no body.

        A minister or professor is of any field; a director "of Siemens" is of a body, whatever the word means.
        """
        links = (k for k in range(chunk.start, chunk.end) if tokens.lower[k] in self.links)
        first_of = self._leave_body(tokens, chunk.start, next(links, chunk.end))
        kind = self._find_kind(tokens, chunk.start, first_of, post, topics_only=topics_only)
        if chunk.start in places or kind or self._begins_body(tokens, chunk.start, first_of):
            return chunk.start
        end = chunk.start
        while (
            end < first_of
            and end not in places
            and (
                tokens.lower[end] in self.topics
                or tokens.lower[end] in _AND
                or _is_local(tokens, end)
                or (not topics_only and self.fields.is_part(tokens, end))
            )
        ):
            end += 1
        while end > chunk.start and tokens.lower[end - 1] in _AND:
            end -= 1
        while end - chunk.start > 1 and self._is_given(tokens, end - 1, chunk.end):
            end -= 1
        owns = tokens.lower_at(end) in {"'s", "’s"} and any(tokens.capital[end + 1 : end + 2])
        further = topics_only and any(tokens.is_common(k) for k in range(end, first_of))
        return chunk.start if owns or further else end

    def _find_kind(
        self, tokens: Tokens, start: int, end: int, post: PostSpan, *, topics_only: bool
    ) -> str | None:
        """The type of the body that these words name; None where they name a field."""
        minister = tokens.lower[post.head] in _MINISTERS
        link = start - 1 - (tokens.lower[start - 1] == "the")
        served = minister or tokens.lower[link] == "for"
        known = self.topics | self.field_words if served else self.topics
        if all(
            tokens.lower[k] in known or tokens.lower[k] in _AND or _is_local(tokens, k)
            for k in range(start, end)
        ):
            return None
        kind = self.heads.find_type(tokens, start, end)
        if kind != "Company" or topics_only or not served:
            return kind
        # "Secretary for Marine Resources", but "vice president of Tarn Resources"
        fields = all(
            self.fields.is_part(tokens, k) or (minister and tokens.lower[k] in _AND)
            for k in range(start, end)
        )
        return None if fields else kind

    def _leave_body(self, tokens: Tokens, start: int, first_of: int) -> int:
        """ "minister of Ports and | Board of Investment": a body that is headed beside a field."""
        k = first_of - 2
        headed = tokens.lower[first_of - 1] in self.heads.of_heads
        return k if k > start and headed and tokens.lower[k] in _AND else first_of

    def _is_given(self, tokens: Tokens, k: int, end: int) -> bool:
        """ "Minister of Ports and Trade [Malik Quispe]": a word in a field's last place that belongs to a name."""
        first = tokens.lower[k] in self.first_names and tokens.lower[k] not in self.own_fields
        if first and any(tokens.capital[k + 1 : k + 3]):
            return True  # "Minister for Education [Tan See Leng]", "[Maria del Carmen Quispe]"
        short = end - k == 3 and len(tokens.words[k]) <= _SHORT  # "Minister of Trade [Le Thi Mai]"
        return (
            (end - k == 2 or short)
            and tokens.lower[k] not in self.topics
            and tokens.tags[k].startswith("NNP")
            and not tokens.is_common(k + 1)
        )

    def _begins_body(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "the [National Ports Agency Jane Doe]": a head that is no field closes a body before a name."""
        lone = tokens.lower[start] in self.bare_bodies and end - start > 2  # "the Senate Jane Doe"
        return lone or any(
            tokens.lower[k - 1] not in self.topics
            and not _is_local(tokens, k - 1)
            and self.heads.find_type(tokens, start, k)
            for k in range(start + 2, end - 1)
        )


def _is_local(tokens: Tokens, k: int) -> bool:
    """ "Minister for [Local Government] X": a field of ministers, though it ends as a body does."""
    words = tokens.lower[k : k + 2], tokens.lower[max(k - 1, 0) : k + 1]
    return ["local", "government"] in words
