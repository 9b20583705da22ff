"""A spaCy pipeline run faster over many short texts, with the result that `nlp.pipe` gives.

Two things make `nlp.pipe` slow on a CPU. Its parser and entity recognizer release Python's global lock and take it again
several times a token, whenever an inner function returns -1: a third of their time. Here they keep it. And the same words
are embedded again and again: see `transforms.token_vectors`.
"""

from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.pipeline import Tok2Vec
from spacy.pipeline.transition_parser import Parser as TransitionParser  # type: ignore[import-not-found]
from spacy.tokens import Doc

from transforms.token_vectors import is_known_layout, remember_embeddings

# Texts that go through the pipeline together; they are of similar length, so that they finish together.
_BATCH_TEXTS = 64


def tune(nlp: Language) -> Language:
    """Let every tok2vec layer of a known layout remember its embeddings; for prediction only, in place."""
    for _, component in nlp.pipeline:
        if isinstance(component, Tok2Vec) and is_known_layout(component.model):
            component.model = remember_embeddings(component.model)
        elif isinstance(component, TransitionParser):
            chain = component.model.get_ref("tok2vec")
            if chain.layers and is_known_layout(chain.layers[0]):
                chain.layers[0] = remember_embeddings(chain.layers[0])
    return nlp


def pipe(nlp: Language, texts: Sequence[str]) -> list[Doc]:
    """The parse of each text, in order."""
    docs = [nlp.make_doc(text) for text in texts]
    by_length = sorted(docs, key=len)
    for start in range(0, len(by_length), _BATCH_TEXTS):
        batch = by_length[start : start + _BATCH_TEXTS]
        for _, component in nlp.pipeline:
            _annotate(component, batch)
    return docs


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
