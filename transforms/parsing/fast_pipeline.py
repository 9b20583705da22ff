"""A spaCy pipeline run faster over many short texts, with the result that `nlp.pipe` gives.

Two things make `nlp.pipe` slow on a CPU. Its parser and entity recognizer release Python's global lock and take it again
several times a token, whenever an inner function returns -1: a third of their time. Here they keep it. And the same words
are embedded again and again: see `transforms.parsing.token_vectors`.
"""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.pipeline.transition_parser import Parser as TransitionParser  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from transforms.datelines import apart_from_dateline
from transforms.load_yaml import load_yaml
from transforms.parsing.headline_case import running_case
from transforms.parsing.lemmas import Lemmatizer, plain_lemma
from transforms.parsing.one_line import on_one_line
from transforms.parsing.openings import without_openings
from transforms.parsing.parse_columns import ParseColumns
from transforms.parsing.token_vectors import is_known_layout, remember_embeddings

# Texts that go through the pipeline together; they are of similar length, so that they finish together.
_BATCH_TEXTS = 256
_COLUMNS: list[int | str] = ["LENGTH", "SPACY", "HEAD", "SENT_START", "TAG", "DEP", "ENT_IOB", "ENT_TYPE"]
# A stop before a mark and the mark behind it: `It is late,”he said.“It is time.”`.
_GLUED = (r"(?<=\w)[,.?!:;](?=[\"“”])", r"(?<=[,.?!:;])[\"“”](?=\w)")
_MOST_LEMMAS = 50_000  # remembered in one process
_BEGINS, _INSIDE = 3, 1  # spaCy's numbers for B and I


def tune(nlp: Language) -> Language:
    """Let every tok2vec layer of a known layout remember its embeddings, for prediction only; repair the tokenizer.

    In place.
    """
    _repair_tokenizer(nlp)
    for _, component in nlp.pipeline:
        if isinstance(component, Tok2Vec) and is_known_layout(component.model):
            component.model = remember_embeddings(component.model)
        elif isinstance(component, TransitionParser):
            chain = component.model.get_ref("tok2vec")
            if chain.layers and is_known_layout(chain.layers[0]):
                chain.layers[0] = remember_embeddings(chain.layers[0])
    return nlp


def _repair_tokenizer(nlp: Language) -> None:
    """Keep abbreviations whole, and part marks from the words that bad extraction glues them to."""
    tokenizer = cast("Any", nlp.tokenizer)
    for word in load_yaml(files(__package__).joinpath("abbreviations.yaml").read_text("utf-8")):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_GLUED]).finditer


def pipe(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """The parse of each text, in order."""
    docs = [nlp.make_doc(text) for text in texts]
    by_length = sorted(docs, key=len)
    for start in range(0, len(by_length), _BATCH_TEXTS):
        batch = by_length[start : start + _BATCH_TEXTS]
        for _, component in nlp.pipeline:
            _annotate(component, batch)
    return docs


def parse_columns(nlp: Language, texts: Sequence[str]) -> ParseColumns:
    """The parse of each text, in order, with lemmas; that of a headline in title case is the one of its running words."""
    docs = pipe(nlp, [running_case(apart_from_dateline(without_openings(on_one_line(text)))) for text in texts])
    parts = [doc.to_array(_COLUMNS) for doc in docs]
    found = np.concatenate(
        [np.zeros((0, len(_COLUMNS)), np.uint64), *(part.reshape(-1, len(_COLUMNS)) for part in parts)]
    )
    lengths, spaces, heads, starts, tags, deps, iob, types = found.T
    strings = nlp.vocab.strings
    tag_nos, tag_names = _numbered(tags, strings)
    dep_nos, dep_names = _numbered(deps, strings)
    ent_nos, ent_names = _numbered(types, strings)
    ents = np.where(np.isin(iob, (_BEGINS, _INSIDE)), 2 * ent_nos + 1 + (iob == _INSIDE), 0)
    return ParseColumns(
        counts=np.array([len(doc) for doc in docs], dtype=np.int32),
        lengths=lengths.astype(np.int32),
        spaces=spaces.astype(np.bool_),
        heads=heads.view(np.int64).astype(np.int32),
        starts=starts == 1,
        tags=tag_nos,
        deps=dep_nos,
        ents=ents,
        tag_names=tag_names,
        dep_names=dep_names,
        ent_names=ent_names,
        lemmas=_lemmas(nlp, docs, tags),
    )


def _numbered(hashes: NDArray[np.uint64], strings: StringStore) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    """A number for each hash, and the strings that the numbers count in."""
    distinct, numbers = np.unique(hashes, return_inverse=True)
    return numbers, tuple(strings[one] for one in distinct.tolist())


def _lemmas(nlp: Language, docs: Sequence[Doc], tags: NDArray[np.uint64]) -> dict[tuple[str, str], str]:
    """The lemmas that are not the plain ones; each distinct word and tag is looked up once."""
    strings, lemmatize = nlp.vocab.strings, _lemmatizer(nlp)
    words = np.concatenate([np.zeros(0, np.uint64), *(doc.to_array("ORTH") for doc in docs)])
    found = {}
    for word, tag in set(zip(words.tolist(), tags.tolist(), strict=True)):
        key = strings[word], strings[tag]
        lemma = lemmatize(*key)
        if lemma != plain_lemma(*key):
            found[key] = lemma
    return found


@cache
def _lemmatizer(nlp: Language) -> Callable[[str, str], str]:
    return lru_cache(_MOST_LEMMAS)(Lemmatizer(nlp))


def _annotate(component: Any, docs: list[Doc]) -> None:
    if isinstance(component, TransitionParser) and component.cfg["beam_width"] == 1:
        component.set_annotations(docs, _parse_greedily(component, docs))
    elif hasattr(component, "predict") and hasattr(component, "set_annotations"):
        component.set_annotations(docs, component.predict(docs))
    else:
        for doc in docs:
            component(doc)


def _parse_greedily(component: Any, docs: list[Doc]) -> list[Any]:
    """The final parser states: `Parser.greedy_parse` step by step."""
    component._ensure_labels_are_added(docs)  # noqa: SLF001 - as greedy_parse does first
    states: list[Any] = component.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    if not unfinished:
        return states
    scorer = component.model.predict(docs)
    while unfinished:
        unfinished = component.transition_states(unfinished, scorer.predict(unfinished))
    return states
