"""Datelines: the place, date and agency that a report opens with, which are no part of what it tells."""

import re
from functools import lru_cache

_DATELINE = re.compile(
    r"""\s*(?:
      [^\W\d_a-z](?:[^\W\d_a-z]|[.'’ -])+                     # TBILISI, PORT SUDAN, ST. JOHN'S
      (?:,\s[^()—–\n]{1,40})?                                 # , Georgia, 17 September
      (?:\s?\([^()\n]{2,40}\))?                               # (Northline)
      \s?(?:—|–|--|-|:)\s
    | [^\W\d_a-z][\w.'’]+(?:\s[^\W\d_a-z][\w.'’]+){0,2}       # Washington, New Delhi
      (?:,\s[^()—–\n]{1,40})?
      (?:\s?\([^()\n]{2,40}\))?
      \s(?:—|–|--|-)\s(?=[^\W\d_a-z])
    | [^\W\d_a-z][\w.'’]+(?:\s[^\W\d_a-z][\w.'’]+){0,2},    # Colombo, Friday, 3 May 2019:
      (?:\s[A-Z][a-z]+day,?)?
      \s(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]{2,8}\.?\s\d{1,2}),?\s(?:19|20)\d\d\s?:\s
    )""",
    re.VERBOSE,
)


_DAY = re.compile(
    r"""\s*(?:[A-Z][a-z]+day,?\s)?
    (?:\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+|[A-Z][a-z]{2,8}\.?\s\d{1,2}),?\s(?:19|20)\d\d\s?(?:—|–|--|-|:|\|)\s""",
    re.VERBOSE,
)


def day_end(text: str) -> int:
    """Where the text of a paragraph begins after a day alone; 0 where it does not open with one.

    >>> day_end("3 May 2019 - Latvia said so."), day_end("RIGA, 3 May - Latvia said so.")
    (13, 0)
    """
    found = _DAY.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=64)  # the same paragraph is asked about for its parties, its dates and its speakers
def dateline_end(text: str) -> int:
    """Where the text of a paragraph begins after its dateline, in characters; 0 where there is none.

    >>> dateline_end("RIGA, 3 May (ABC) - Latvia said so."), dateline_end("UN: a short word.")
    (20, 0)
    """
    found = _DATELINE.match(text)
    return found.end() if found and len(found[0]) > len("UN -- ") else 0


def apart_from_dateline(text: str) -> str:
    """The text with a full stop for the mark that closes its dateline, so that the two are parsed as two sentences.

    Every character keeps its place.

    >>> apart_from_dateline("RIGA, 3 May (ABC) - Talks began."), apart_from_dateline("ST. JOHN'S -- Talks began.")
    ('RIGA, 3 May (ABC) . Talks began.', "ST. JOHN'S .  Talks began.")
    """
    end = dateline_end(text)
    if not end:
        return text
    opening = text[:end].rstrip()
    mark = len(opening) - (2 if opening.endswith("--") else 1)
    return f"{text[:mark]}.{' ' * (end - mark - 1)}{text[end:]}"
