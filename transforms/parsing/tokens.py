"""A parsed text as plain objects: its tokens, spans and sentences, named as spaCy names them.

spaCy makes a new object at each look at a token; the rules look some fifty times. Here each is made once, with what the
rules ask for as plain attributes, and a text can be put together without spaCy from a parse that was stored.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Literal, overload
from unicodedata import category

Alignment = Literal["strict", "contract", "expand"]


class Token:
    """One word, number or mark. `head` is the token itself at the root of its sentence; children are in order of text."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_sent_start",
        "lemma_",
        "lower_",
        "pos_",
        "sent",
        "tag_",
        "text",
    )
    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    ent_type_: str
    is_sent_start: bool
    head: "Token"
    children: Sequence["Token"]
    sent: "Span"

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def lefts(self) -> Sequence["Token"]:
        """The children before the token, in order."""
        position = self.i
        return [child for child in self.children if child.i < position]

    @property
    def rights(self) -> Sequence["Token"]:
        """The children after the token, in order."""
        position = self.i
        return [child for child in self.children if child.i > position]

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        return self.doc.tokens[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> "Token":
        """The last token of the subtree."""
        return self.doc.tokens[self.doc.edges[1][self.i]]

    @property
    def subtree(self) -> Sequence["Token"]:
        """The token and all that hangs from it, in order of text."""
        found: list[Token] = []
        _collect(self, found)
        return found

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The head, its head, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def nbor(self, distance: int = 1) -> "Token":
        """The token so far away; outside the text one without a letter, that nothing hangs from."""
        tokens, position = self.doc.tokens, self.i + distance
        return tokens[position] if 0 <= position < len(tokens) else _outside(self.doc, position)

    @property
    def is_punct(self) -> bool:
        """Whether it is made of punctuation marks alone."""
        return _is_punct(self.text)

    @property
    def is_space(self) -> bool:
        """Whether it is made of white space alone."""
        return self.text.isspace()

    @property
    def is_title(self) -> bool:
        """Whether it is written "Like" this."""
        return self.text.istitle()

    @property
    def is_upper(self) -> bool:
        """Whether it is written in capitals."""
        return self.text.isupper()

    @property
    def is_stop(self) -> bool:
        """Whether it is one of spaCy's English stop words."""
        return self.lower_ in _stop_words()


class Span:
    """The tokens `[start, end)` of a text; `label_` is the entity type where it is a model's entity."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, position: int) -> Token: ...
    @overload
    def __getitem__(self, position: slice) -> "Span": ...
    def __getitem__(self, position: int | slice) -> "Token | Span":
        if isinstance(position, int):
            return self.doc.tokens[self.start : self.end][position]
        start, end, _ = position.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        return self.text

    @property
    def _key(self) -> tuple[int, int, int, str]:
        return id(self.doc), self.start, self.end, self.label_

    @property
    def text(self) -> str:
        """The span as it stands in the text."""
        if self.end <= self.start:
            return ""
        tokens = self.doc.tokens
        last = tokens[self.end - 1]
        return self.doc.text[tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def start_char(self) -> int:
        """Where it begins in the text, in characters."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where it ends in the text, in characters."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def sent(self) -> "Span":
        """The sentence that its first token stands in."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence; of several the first."""
        tokens = self.doc.tokens[self.start : self.end]
        best, fewest = tokens[0], len(self.doc.tokens)
        for token in tokens:
            if token.head is token:
                return token
            if not self.start <= token.head.i < self.end:
                steps = _steps_to_root(token)
                if steps < fewest:
                    best, fewest = token, steps
        return best


class Doc:
    """One text with its tokens. Iterating gives tokens, an index a token, a slice a span.

    `texts`, `lowers`, `lemmas`, `tags` and `classes` are what all tokens have as `text`, `lower_`, `lemma_`, `tag_` and
    `pos_`: to look through them takes a third of the time that it takes to look at each token.
    """

    __slots__ = ("__dict__", "classes", "ents", "lemmas", "lowers", "sents", "tags", "text", "texts", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.texts: tuple[str, ...] = ()
        self.lowers: tuple[str, ...] = ()
        self.lemmas: tuple[str, ...] = ()
        self.tags: tuple[str, ...] = ()
        self.classes: tuple[str, ...] = ()
        self.sents: tuple[Span, ...] = ()
        self.ents: tuple[Span, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, position: int) -> Token: ...
    @overload
    def __getitem__(self, position: slice) -> Span: ...
    def __getitem__(self, position: int | slice) -> Token | Span:
        if isinstance(position, int):
            return self.tokens[position]
        start, end, _ = position.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    def __repr__(self) -> str:
        return self.text

    def char_span(self, start: int, end: int, alignment_mode: Alignment = "strict") -> Span | None:
        """The tokens of `text[start:end]`; where its ends cut tokens: none, those inside, or those touched."""
        first, last = self._token_at(start), self._token_at(end - 1)
        if first is None or last is None:
            return None
        first_end, last_end = first.idx + len(first.text), last.idx + len(last.text)
        if alignment_mode == "strict":
            return Span(self, first.i, last.i + 1) if (first.idx, last_end) == (start, end) else None
        if alignment_mode == "contract":
            inner = first.i + (first.idx < start), last.i + (end >= last_end)
            return Span(self, *inner) if inner[0] < inner[1] else None
        # White space after a token belongs to none.
        return Span(self, first.i + (start == first_end), last.i + 1)

    def _token_at(self, offset: int) -> Token | None:
        """The token that the character belongs to; the white space after a token counts to it."""
        place = bisect_right(self._offsets, offset) - 1
        return self.tokens[place] if place >= 0 and offset < len(self.text) else None

    @cached_property
    def _offsets(self) -> list[int]:
        return [token.idx for token in self.tokens]

    @cached_property
    def capitals(self) -> Sequence[Token]:
        """The tokens that begin with a capital, in order."""
        words = zip(self.tokens, self.texts, self.lowers, strict=True)
        return [token for token, text, lower in words if text != lower and text[0].isupper()]

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, numbers and marks as they are written."""
        return frozenset(self.texts)

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """For each token the positions of the first and of the last token of its subtree."""
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for token in self.tokens:
            head = token.head
            while first[head.i] > token.i:
                first[head.i] = token.i
                head = head.head
        for token in reversed(self.tokens):
            head = token.head
            while last[head.i] < token.i:
                last[head.i] = token.i
                head = head.head
        return first, last


def _outside(doc: Doc, position: int) -> Token:
    token = Token()
    token.doc, token.i, token.idx = doc, position, 0 if position < 0 else len(doc.text)
    token.text = token.lower_ = token.lemma_ = token.tag_ = token.pos_ = token.dep_ = token.ent_type_ = ""
    token.is_sent_start, token.head, token.children = False, token, ()
    token.sent = Span(doc, position, position)
    return token


@lru_cache(maxsize=50_000)
def _is_punct(text: str) -> bool:
    return all(category(character)[0] == "P" for character in text)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(files(__package__).joinpath("stop_words.txt").read_text("utf-8").split())


def _steps_to_root(token: Token) -> int:
    """How far the root is; for a mark or white space that nothing hangs from, farther than any other."""
    if not token.children and (token.is_punct or token.is_space):
        return len(token.doc.tokens) - 1
    return sum(1 for _ in token.ancestors)


def _collect(token: Token, found: list[Token]) -> None:
    is_placed = False
    for child in token.children:
        if not is_placed and child.i > token.i:
            found.append(token)
            is_placed = True
        if child.children:
            _collect(child, found)
        else:
            found.append(child)
    if not is_placed:
        found.append(token)
