"""Events that are only what something else is measured by: "the worst crash since the one in 1972" tells of one crash."""

from transforms.parsing.tokens import Token

_REACH = 14  # tokens between a superlative and its "since"
_SUPERLATIVE = ("JJS", "RBS")
_FINITE = ("VBD", "VBZ", "VBP")


def is_yardstick(word: Token) -> bool:
    """Whether a word stands in the "since …" that a superlative is measured by."""
    since = _since(word)
    if since is None:
        return False
    for before in reversed(word.doc.tokens[max(word.sent.start, since.i - _REACH) : since.i]):
        if before.tag_ in _FINITE:
            return False
        if before.tag_ in _SUPERLATIVE:
            return True
    return False


def _since(word: Token) -> Token | None:
    """The "since" that governs a word, as preposition or as conjunction; not one whose day is told of: "since 2010, when …"."""
    while True:
        if any(child.lower_ == "when" for child in word.children):
            return None
        marks = [child for child in word.children if child.lower_ == "since" and child.dep_ == "mark"]
        if marks or word.lower_ == "since":
            return marks[0] if marks else word
        if word.head == word:
            return None
        word = word.head
