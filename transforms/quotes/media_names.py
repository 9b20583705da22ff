"""The names of agencies, papers and stations that a noun phrase tells."""

from itertools import takewhile

from transforms.parsing.tokens import Span, Token
from transforms.places.actor_tables import find_known, known_organizations
from transforms.quotes.clauses import speaker_span
from transforms.quotes.cues import cues

_LONGEST_NAME = 4


def relay_name(head: Token) -> str | None:
    """The relay that a noun phrase names ("the TASS news agency", "the newspaper Vedomosti"); None where it names none."""
    words = cues()
    phrase = [token for token in head.doc.tokens[head.left_edge.i : head.i + 3] if token in (head, *head.subtree)]
    for length in range(_LONGEST_NAME, 0, -1):
        for start in range(len(phrase) - length + 1):
            name = head.doc[phrase[start].i : phrase[start + length - 1].i + 1].text
            if name in words.relays:
                return name
    if head.lemma_.lower() in words.relay_nouns and any(map(_is_named, head.lefts)):
        return _own_name(speaker_span(head))
    return _told_what_it_is(head) or _known_paper(head) or _named_as_one(head)


def _own_name(phrase: Span) -> str:
    """The name of a medium in a phrase that ends with its noun: "Al Noor" of "the Al Noor television channel"."""
    words = phrase[1:] if phrase[0].tag_ == "DT" and len(phrase) > 1 else phrase
    name = list(takewhile(_is_named, words))
    if not name or name[-1].ent_type_ in ("GPE", "NORP") or words[-1].lemma_.lower() not in cues().named_alone:
        return words.text
    return words[: len(name)].text


def _is_named(token: Token) -> bool:
    """Whether a word is one of a name, as initials are that the parser takes for a noun: "ERT/NN television"."""
    return token.pos_ == "PROPN" or (token.text.isupper() and token.pos_ == "NOUN")


def _named_as_one(head: Token) -> str | None:
    """The paper or station whose name ends as such names do: "the Palvo Gazette"."""
    if head.text not in cues().names_of_media:
        return None
    words = [token for token in speaker_span(head) if token.tag_ != "DT"]
    is_name = len(words) > 1 and words[-1] == head and all(token.pos_ == "PROPN" for token in words)
    return " ".join(token.text for token in words) if is_name else None


def _known_paper(head: Token) -> str | None:
    """The paper or agency that the actors' table knows by the words of the phrase."""
    if head.pos_ != "PROPN":
        return None
    words = [token.text for token in speaker_span(head) if token.tag_ != "DT"]
    known = find_known(words, (known_organizations(),))
    return " ".join(words) if known is not None and known.sector == "JRN" else None


def _told_what_it_is(head: Token) -> str | None:
    """The name after the noun in "the newspaper Harbour Post", whichever of the two the parser takes for the head."""
    nouns, name = cues().relay_nouns, head
    if head.lemma_.lower() in nouns:
        beside = (*head.rights, *head.head.children)  # "told the paper Voz Lejana": an apposition, or an object like it
        name = next((part for part in beside if part.pos_ == "PROPN" and part.left_edge.i == head.i + 1), head)
    first = min(head.left_edge.i, max(name.left_edge.i - 1, 0))  # the noun before the name may be no part of its phrase
    before = [token.i for token in head.doc.tokens[first : name.i] if token.lemma_.lower() in nouns]
    if not before:
        return None
    is_own = head.doc.tokens[before[-1]].text[0].isupper()  # "the Daily Trust"
    words = head.doc[before[-1] + (not is_own) : name.i + 1]
    return words.text if len(words) > is_own and all(token.pos_ == "PROPN" for token in words) else None


def is_nameless(medium: str) -> bool:
    """Whether a link of a relay chain is only told by its noun: "the agency"."""
    return medium[:4].lower() == "the " and medium.rpartition(" ")[2] in cues().relay_nouns and medium[4:].islower()
