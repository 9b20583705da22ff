"""Lemmas and word classes, which the tuned pipeline leaves out.

The lemmatizer and the attribute ruler cost more inside the pipeline than they give; the same tables, asked once for each
distinct word and tag, cost next to nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_WORD_CLASS = {
    **dict.fromkeys(("NN", "NNS"), "NOUN"),
    **dict.fromkeys(("NNP", "NNPS"), "PROPN"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "VERB"),
    "MD": "AUX",
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "ADJ"),
    **dict.fromkeys(("RB", "RBR", "RBS", "WRB"), "ADV"),
    **dict.fromkeys(("PRP", "WP", "EX"), "PRON"),
    **dict.fromkeys(("DT", "PDT", "WDT", "PRP$", "WP$"), "DET"),
    "IN": "ADP",
    "RP": "ADP",
    "TO": "PART",
    "POS": "PART",
    "CC": "CCONJ",
    "CD": "NUM",
    "UH": "INTJ",
    **dict.fromkeys((".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP"), "PUNCT"),
    **dict.fromkeys(("$", "#", "SYM"), "SYM"),
    "_SP": "SPACE",
}
_INFLECTED_TAGS = frozenset(("NNS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS"))
_INFLECTED = {"NOUN": "noun", "VERB": "verb", "ADJ": "adj", "ADV": "adv"}
_AUXILIARY = ("aux", "auxpass")


def word_class(tag: str, dep: str) -> str:
    """The universal word class of a Penn tag; a verb that serves another one is an auxiliary."""
    found = _WORD_CLASS.get(tag, "X")
    return "AUX" if found == "VERB" and dep in _AUXILIARY else found


def plain_lemma(text: str, tag: str) -> str:
    """The lemma of a word that is not inflected: proper nouns keep their case."""
    return text if _WORD_CLASS.get(tag) == "PROPN" else text.lower()


class Lemmatizer:
    """The lemma of a word for its Penn tag, from the exception, index and rule tables of the model's own lemmatizer."""

    def __init__(self, nlp: "Language") -> None:
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self._exceptions = lookups.get_table("lemma_exc")
        # The model has lists, which take a tenth of a millisecond to search; its tables have hashes as keys.
        index = lookups.get_table("lemma_index")
        self._index = {table: frozenset(index.get(table, ())) for table in ("noun", "verb", "adj", "adv")}
        self._rules = lookups.get_table("lemma_rules")

    def __call__(self, text: str, tag: str) -> str:
        """The lower-case lemma; a word of no inflected class is its own, proper nouns keep their case."""
        table = _INFLECTED.get(_WORD_CLASS.get(tag, "X"))
        if table is None:
            return plain_lemma(text, tag)
        word = text.lower()
        index = self._index.get(table, frozenset())
        if tag == "VB" and word in index:
            return word  # "they must lay down their arms": the exceptions know "lay" as the past of "lie"
        exceptions = self._exceptions.get(table, {}).get(word)
        if exceptions:
            return str(exceptions[0])
        # WordNet lists plurals with a sense of their own ("talks", "troops"), so an inflected tag is believed before the index.
        if word in index and tag not in _INFLECTED_TAGS:
            return word
        candidates = [word[: -len(old)] + new for old, new in self._rules.get(table, []) if word.endswith(old)]
        known = [form for form in candidates if form in index and form != word]
        if not known and word in index:
            return word
        return str((known or [form for form in candidates if form] or [word])[0])
