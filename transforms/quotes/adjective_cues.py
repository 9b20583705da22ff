"""Reported speech that adjectives attribute: `is confident that …`, `is worried about …`, `made clear that …`."""

from collections.abc import Iterator

from transforms.parsing.tokens import Token
from transforms.quotes.clauses import Attribution, agent_of, char_span, edges, is_passive, speaker_span
from transforms.quotes.cues import Cues
from transforms.quotes.ends import end_of_content, without_aside
from transforms.quotes.objects import prepositional
from transforms.quotes.subjects import subject_of

_CLAUSES = frozenset(("advcl", "ccomp", "csubj"))
_OPENS = frozenset(("how", "that", "whether", "why"))
_TOWARD = frozenset(("to", "toward", "towards"))
_ABOUT = frozenset(("about", "of", "on", "over", "with"))


def by_adjective(adjective: Token, words: Cues) -> Iterator[Attribution]:
    """`X is confident that …`, `X is worried about …`, `X is willing to …`."""
    is_participle = adjective.tag_ == "VBN" and adjective.dep_ != "acomp"
    if is_participle and (not is_passive(adjective) or agent_of(adjective) is not None):
        return
    source = subject_of(adjective if is_participle else adjective.head)
    content = _content_of_adjective(adjective, words) if source is not None else None
    if source is None or content is None or source.lower_ in ("it", "that", "this"):
        return
    start, end = char_span(adjective.doc, *content)
    if end > start:
        yield Attribution(start, end, speaker_span(source), adjective.doc[adjective.i : adjective.i + 1])


def _content_of_adjective(adjective: Token, words: Cues) -> tuple[int, int] | None:
    clause = _clause_of(adjective, words)
    if clause is None:
        topic = prepositional(adjective, _TOWARD if adjective.lower_ in words.toward_adjectives else _ABOUT)
        return without_aside(adjective, *topic, words) if topic is not None else None
    first, last = edges(clause)
    first += adjective.doc.tokens[first].lower_ == "that"
    return without_aside(adjective, first, end_of_content(clause, last, words), words)


def _clause_of(adjective: Token, words: Cues) -> Token | None:
    """The clause that an adjective governs; the parse may make it that of the verb before: `was adamant that …`."""
    governed = "xcomp" if adjective.lower_ in words.infinitive_adjectives else "ccomp"
    if adjective.tag_ == "VBN" or adjective.dep_ == "acomp":
        clause = next((child for child in adjective.rights if child.dep_ == governed), None)
    else:  # "made clear that …"
        clauses = (child for child in adjective.rights if child.dep_ in _CLAUSES)
        clause = next((child for child in clauses if child.left_edge.lower_ in _OPENS), None)
    if clause is not None or adjective.tag_ == "VBN":
        return clause
    behind = adjective.right_edge.i + 1
    return next(
        (child for child in adjective.head.rights if child.dep_ == governed and child.left_edge.i == behind), None
    )
