"""Quotation marks: which stretches of a paragraph stand between them, whatever their style."""

import re

from schemas.record import record

# What closes a stretch that each mark opens. Straight marks do both, by what stands beside them, as do curly and angled
# ones that are set the wrong way round (but for ”, which bad spacing puts before words that it does not open); two
# straight single ones are one double mark, as agencies send it, and two backticks one that opens.
_CLOSERS = {
    mark: frozenset(closers.split())
    for mark, closers in {
        "“": '” " ""',
        "‟": '” "',
        "„": '“ ” "',
        '"': '" ” \'\' ""',
        '""': '"" "',
        "''": "'' \" ”",
        "``": "'' ” \"",
        "`": "' ’",
        "«": "»",
        "»": "«",
        "‹": "›",
        "›": "‹",
        "<<": ">>",
        "‘": "’ '",
        "'": "' ’",
    }.items()
}
CLOSING = frozenset(("”", '"', "»", "’", "'", "''"))  # the common ones
DOUBLE = frozenset(("“", "”", '"', "''"))  # the common ones that no apostrophe is
_SINGLE = frozenset("‘'`")
_ONLY_OPEN = frozenset(("“", "„", "``"))
_SPACED = frozenset("«‹")
_REVERSED = frozenset("»›")
_STRAIGHT = frozenset(('"', '""', "''", "'"))
_BEFORE_OPEN = frozenset(" \t\n\xa0([{—–-/―:")
# What nobody possesses, so that a mark before it closes: "wants 'more homes' and …".
_NO_POSSESSION = re.compile(
    r"(?:a|after|and|as|at|because|before|but|by|during|for|from|had|has|he|if|in|is|it|of|on|or|over|said|says|she|than|"
    r"that|the|they|to|was|were|when|which|while|who|will|with|would)\b"
)
_MARK = re.compile("''|``|\"\"|<<|>>|[“”„‟\"«»‹›‘’'`]")
_ENDS_CLAUSE = frozenset(",.?!…")
_BEHIND_CLOSING = frozenset(" \t\n\xa0,.;:?!)]—")


@record()
class Stretch:
    """A quoted stretch: `[start, end)` is the content inside the marks, `[outer_start, outer_end)` has the marks too.

    `closed` is False where the closing mark is missing and the stretch runs to the end of its paragraph.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool

    def shifted(self, offset: int) -> "Stretch":
        """The same stretch counted from another start."""
        return Stretch(
            self.start + offset,
            self.end + offset,
            self.outer_start + offset,
            self.outer_end + offset,
            closed=self.closed,
        )


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """The outermost quoted stretches of one paragraph, in order. Apostrophes, inches and minutes open nothing."""
    marks = list(_MARK.finditer(text))
    stretches: list[Stretch] = []
    index = 0
    while index < len(marks):
        mark = marks[index]
        index += 1
        if mark[0] not in _CLOSERS or not (_opens(text, mark) or _opens_glued(text, mark)):
            continue
        closing = _closing(text, marks, index - 1)
        if closing is not None:
            closer = marks[closing]
            inside = text[mark.end() : closer.start()]
            start = mark.end() + len(inside) - len(inside.lstrip())  # « as French has it »
            end = start + len(inside.strip())
            stretches.append(Stretch(start, end, mark.start(), closer.end(), closed=True))
            index = closing + 1
        elif mark[0] not in _SINGLE and mark[0] not in _REVERSED:
            end = len(text.rstrip())
            stretches.append(Stretch(mark.end(), end, mark.start(), end, closed=False))
            break
    return tuple(stretches)


def opens_with_mark(text: str) -> bool:
    """Whether a text begins with a mark that opens a stretch."""
    mark = _MARK.match(text.lstrip())
    return mark is not None and mark[0] in _CLOSERS


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether the mark stands where one opens: after a space, a bracket or another mark, before a word."""
    following = text[mark.end() : mark.end() + 2]
    if mark[0] in _SPACED:
        following = following.lstrip()
    if not following or following[0].isspace():
        return False
    before = text[: mark.start()][-1:]
    if mark[0] in _ONLY_OPEN:
        return True
    if mark[0] in _REVERSED and not following[0].isalnum():
        return False
    return not before or before in _BEFORE_OPEN or (before in '“„«"' and mark[0] in _SINGLE)


def _opens_glued(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark outside of others opens though no space is before it: `he said."It is late."`."""
    before, following = text[: mark.start()][-1:], text[mark.end() : mark.end() + 1]
    return mark[0] == '"' and before in _ENDS_CLAUSE and following.isupper()


def _closing(text: str, marks: list[re.Match[str]], opening: int) -> int | None:
    """The index of the mark that closes the one at `opening`, past the pairs of the same style that open inside it."""
    opener = marks[opening][0]
    closers = _CLOSERS[opener]
    inner = 0
    last = None
    for index in range(opening + 1, len(marks)):
        mark = marks[index]
        if mark[0] in closers or (mark[0] == opener == "“" and _is_set_closed(text, mark)):
            if opener in _SINGLE and not _closes_single(text, mark.start()):
                continue
            is_straight = mark[0] in _STRAIGHT and (mark[0] == opener or opener not in _SINGLE)
            if is_straight and _opens(text, mark):
                inner += 1
                continue
            last = index
            if not inner:
                return index
            inner -= 1
        elif mark[0] == "“" and opener in '“"':
            inner += 1
    if last is None and opener not in _SINGLE:
        return _closed_by_single(text, marks, opening)
    return last  # an inner mark never closed: the last closer is that of the outer one


def _closed_by_single(text: str, marks: list[re.Match[str]], opening: int) -> int | None:
    """The single mark that by mistake closes a double one, where none opens before it: `“We agree,' she said`."""
    for index in range(opening + 1, len(marks)):
        mark = marks[index]
        if mark[0] in _SINGLE and _opens(text, mark):
            return None
        if mark[0] in "'’" and text[mark.start() - 1] in _ENDS_CLAUSE and _is_set_closed(text, mark):
            return index
    return None


def _is_set_closed(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark stands where one closes: behind a word or a stop, before a space, a stop or nothing."""
    following = text[mark.end() : mark.end() + 1]
    return not text[mark.start() - 1].isspace() and (not following or following in _BEHIND_CLOSING)


def _closes_single(text: str, position: int) -> bool:
    """An apostrophe inside or at the end of a word (don't, the states' rights) closes nothing."""
    following = text[position + 1 : position + 2]
    if following.isalnum():
        return False
    is_plural = text[position - 1] == "s" and following == " " and text[position + 2 : position + 3].islower()
    return not is_plural or _NO_POSSESSION.match(text, position + 2) is not None
