"""What publishers take back: an article that corrects an earlier one, and what it quotes from that one to say it was wrong."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from schemas.articles import Article
from transforms.stories.mention import Mention
from transforms.stories.settings import families

_HEADING = re.compile(
    r"\s*(?:corrections?|corrected|clarification|erratum|corrigendum)\b\s*(?::|[-–—]|$)", re.IGNORECASE
)
_EARLIER = re.compile(
    r"\b(?:(?:an?|the|our|this) (?:earlier|previous|prior|original|initial|first)"
    r" (?:version|report|story|article|account|edition)"
    r"|(?:a|the|our) (?:report|story|article|headline)\b[^.]{0,40}\b(?:published|printed|posted)"
    r"|we (?:wrongly|incorrectly|mistakenly|erroneously)?\s*(?:reported|said|wrote|stated)"
    r"|(?:wrongly|incorrectly|mistakenly|erroneously) (?:reported|said|stated|gave|identified|named))\b",
    re.IGNORECASE,
)
_OWN_VERSION = re.compile(r"\bearlier version of this (?:article|story|report)\b", re.IGNORECASE)


def is_correction(article: Article) -> bool:
    """Whether the article says that it corrects an earlier one: in its headline, its first words or a note."""
    return bool(
        _HEADING.match(article.headline or "") or _HEADING.match(article.body) or _OWN_VERSION.search(article.body)
    )


def mark_withdrawn(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those marked that their publisher has taken back.

    Taken back is what a correction quotes from the earlier version, and what older articles of its publisher say of the
    same kind of event with the same day or place, where the correction gives another one. Such a mention stays a
    telling of its event; its date and place no longer count.
    """
    quoted = [one for one in mentions if _EARLIER.search(one.sentence) and is_correction(one.article)]
    if not quoted:
        return list(mentions)
    ids = {one.mention_id for one in quoted}
    given = defaultdict(list)
    for one in mentions:
        if one.mention_id not in ids:
            given[one.event.article_id].append(one)
    quoted = [one for one in quoted if _is_replaced(one, given[one.event.article_id])]
    return [replace(one, is_withdrawn=True, weekday=None) if _is_taken_back(one, quoted) else one for one in mentions]


def _is_replaced(quoted: Mention, given: Iterable[Mention]) -> bool:
    """Whether the correction tells of the same kind of event on another day or at another place."""
    return any(
        families(one.kind) & families(quoted.kind)
        and (
            (one.is_dated and one.event.date_edtf != quoted.event.date_edtf)
            or (one.place is not None and one.place != quoted.place)
        )
        for one in given
    )


def _is_taken_back(mention: Mention, quoted: Sequence[Mention]) -> bool:
    return any(mention is one or _says_the_same_before(mention, one) for one in quoted)


def _says_the_same_before(mention: Mention, quoted: Mention) -> bool:
    article, correction = mention.article, quoted.article
    if article.source is None or article.source != correction.source or article is correction:
        return False
    if not (mention.published and quoted.published) or mention.published > quoted.published:
        return False
    if not families(mention.kind) & families(quoted.kind):
        return False
    same_day = mention.is_dated and mention.event.date_edtf == quoted.event.date_edtf
    same_place = mention.place is not None and mention.place == quoted.place
    return same_day or same_place
