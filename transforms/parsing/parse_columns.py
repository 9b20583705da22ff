"""The parses of many texts as columns of small integers: what is kept of the model's work, and what tokens are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from transforms.parsing.lemmas import plain_lemma, word_class
from transforms.parsing.one_line import on_one_line
from transforms.parsing.tokens import Doc, Span, Token

Numbers = NDArray[np.integer]
# text, lower case, lemma, tag, word class and dependency of a token
_Form = tuple[str, str, str, str, str, str]


@dataclass(frozen=True)
class ParseColumns:
    """The tokens of several texts, one after the other; `counts` says how many each text has.

    A token is `lengths` characters long and may have a space after it; its head is `heads` tokens away (0 at a root);
    `starts` marks the first of a sentence. `tags`, `deps` and `ents` count in the tuples of names: `ents` is 0 outside of
    entities, 2 n + 1 where one of the type `ent_names[n]` begins, 2 n + 2 where it goes on. `lemmas` holds, by word and
    tag, those that are not the plain ones.
    """

    counts: Numbers
    lengths: Numbers
    spaces: Numbers
    heads: Numbers
    starts: Numbers
    tags: Numbers
    deps: Numbers
    ents: Numbers
    tag_names: tuple[str, ...]
    dep_names: tuple[str, ...]
    ent_names: tuple[str, ...]
    lemmas: Mapping[tuple[str, str], str]

    def doc(self, position: int, text: str) -> Doc:
        """The text at this position, on one line, with its tokens. Raises ValueError where it is not the text parsed."""
        part = slice(self._bounds[position], self._bounds[position + 1])
        doc = Doc(on_one_line(text))
        ends = self._add_tokens(doc, part)
        if ends != len(text):
            raise ValueError(f"the parse is of {ends} characters, the text has {len(text)}")
        _add_heads(doc, self.heads[part].tolist())
        doc.sents = _sentences(doc, self.starts[part].nonzero()[0].tolist())
        doc.ents = self._entities(doc, self.ents[part])
        return doc

    @cached_property
    def _bounds(self) -> list[int]:
        return [0, *np.cumsum(self.counts, dtype=np.int64).tolist()]

    @cached_property
    def _forms(self) -> dict[tuple[str, int, int], _Form]:
        """What is the same for each token of one word, tag and dependency."""
        return {}

    def _add_tokens(self, doc: Doc, part: slice) -> int:
        """Make the tokens; gives the offset after the last."""
        text, tokens, forms = doc.text, doc.tokens, self._forms
        found: list[_Form] = []
        offset = 0
        columns = (self.lengths, self.spaces, self.tags, self.deps)
        for i, (length, space, tag, dep) in enumerate(zip(*(column[part].tolist() for column in columns), strict=True)):
            word = text[offset : offset + length]
            form = forms.get((word, tag, dep))
            if form is None:
                form = forms[word, tag, dep] = self._form(word, tag, dep)
            token = Token()
            token.doc, token.i, token.idx = doc, i, offset
            token.text, token.lower_, token.lemma_, token.tag_, token.pos_, token.dep_ = form
            token.ent_type_ = ""
            token.children = ()
            tokens.append(token)
            found.append(form)
            offset += length + space
        if found:
            doc.texts, doc.lowers, doc.lemmas, doc.tags, doc.classes, _ = zip(*found, strict=True)
        return offset

    def _form(self, word: str, tag_no: int, dep_no: int) -> _Form:
        tag, dep = self.tag_names[tag_no], self.dep_names[dep_no]
        lemma = self.lemmas.get((word, tag)) or self.lemmas.get((word.lower(), tag)) or plain_lemma(word, tag)
        return word, word.lower(), lemma, tag, word_class(tag, dep), dep

    def _entities(self, doc: Doc, codes: Numbers) -> tuple[Span, ...]:
        """The model's entities; their tokens learn their type."""
        inside = codes.nonzero()[0].tolist()
        found: list[Span] = []
        for i in inside:
            type_no, is_inside = divmod(int(codes[i]) - 1, 2)
            doc.tokens[i].ent_type_ = self.ent_names[type_no]
            if is_inside and found:
                found[-1].end = i + 1
            else:
                found.append(Span(doc, i, i + 1, self.ent_names[type_no]))
        return tuple(found)


def _add_heads(doc: Doc, distances: list[int]) -> None:
    tokens = doc.tokens
    children: dict[int, list[Token]] = {}
    for i, distance in enumerate(distances):
        token = tokens[i]
        token.head = tokens[i + distance]
        if distance:
            children.setdefault(i + distance, []).append(token)
    for i, found in children.items():
        tokens[i].children = found


def _sentences(doc: Doc, starts: list[int]) -> tuple[Span, ...]:
    """The sentences; every token learns its own."""
    tokens = doc.tokens
    bounds = [0, *(start for start in starts if start), len(tokens)]
    found = tuple(Span(doc, start, end) for start, end in pairwise(bounds) if start < end)
    for sentence in found:
        for token in tokens[sentence.start : sentence.end]:
            token.sent = sentence
            token.is_sent_start = False
        tokens[sentence.start].is_sent_start = True
    return found
