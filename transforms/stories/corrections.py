"""What publishers take back: an article that corrects an earlier one, and what it quotes from that one to say it was wrong."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from schemas.articles import Article
from schemas.plover import HAPPENED
from transforms.dates.edtf_range import compatible
from transforms.stories.findings import LIKE_WORDS, kind_findings, match_parties
from transforms.stories.forbid import are_akin
from transforms.stories.mention import Mention
from transforms.stories.places_match import APART, OTHER, place_relation
from transforms.stories.settings import families, settings

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
_IN_OWN_VERSION = "version of this"  # found far faster, and few articles have it
_NOT = re.compile(r"\b(?:not|never|no)\b|n['’]t\b", re.IGNORECASE)
_BUT = re.compile(r"\bbut\b", re.IGNORECASE)
_OWN_VOICE = (None, "we")
_MOST = timedelta(days=31)


def is_correction(article: Article) -> bool:
    """Whether the article says that it corrects an earlier one: in its headline, its first words or a note."""
    headed = _HEADING.match(article.headline or "") or _HEADING.match(article.body)
    return bool(headed or (_IN_OWN_VERSION in article.body.lower() and _OWN_VERSION.search(article.body)))


def mark_withdrawn(mentions: Sequence[Mention], revised: Iterable[tuple[str, str]] = ()) -> list[Mention]:
    """The mentions, those marked that their publisher has taken back, and with them what it says instead.

    Taken back is what a correction quotes from the earlier version and tells otherwise; what older articles of its
    publisher say with the same day or place; what an older one tells with a day or place that the correction names and
    puts right; and what it tells as done, and the correction as not done. `revised` pairs the ids of articles with those
    of earlier versions: what the earlier one tells is taken back where the later one tells it only of another day or
    place. Such a mention stays a telling of its event; the date or place that was wrong no longer counts.
    """
    by_article: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        by_article[one.event.article_id].append(one)
    corrections = sorted(key for key, told in by_article.items() if is_correction(told[0].article))
    sources = {by_article[key][0].article.source for key in corrections} - {None}
    of_source = [one for one in mentions if one.article.source in sources]
    found = _Found()
    for key in corrections:
        article = by_article[key][0].article
        _take_back(by_article[key], [one for one in of_source if _is_before(one.article, article)], found)
    for later, earlier in sorted(revised):
        _put_right(by_article.get(later, ()), by_article.get(earlier, ()), found)
    return [found.marks.get(one.mention_id, one) for one in mentions] if found.marks else list(mentions)


@dataclass
class _Found:
    """The marked mentions by their ids; what is marked first stays as it is."""

    marks: dict[str, Mention] = field(default_factory=dict)

    def withdraw(self, taken_back: Iterable[Mention], instead: Sequence[Mention]) -> None:
        """Mark mentions as taken back for others, all of one article; a date or place that these do not replace stands."""
        correction = instead[0].event.article_id
        for old in taken_back:
            date_stands = not any(one.is_dated and one.event.date_edtf != old.event.date_edtf for one in instead)
            self.marks.setdefault(
                old.mention_id,
                replace(
                    old,
                    is_withdrawn=True,
                    date_stands=date_stands,
                    place_stands=not any(one.place is not None and one.place != old.place for one in instead),
                    weekday=old.weekday if date_stands else None,
                    correction=correction,
                ),
            )
        for one in instead:
            self.marks.setdefault(one.mention_id, replace(one, correction=correction))


def _take_back(told: Sequence[Mention], before: Sequence[Mention], found: _Found) -> None:
    """Mark what a correction quotes or names as wrong; `before` are mentions of its publisher's earlier articles."""
    denied = [one for one in told if _is_own_denial(one)]
    quoted = [one for one in told if _EARLIER.search(one.sentence) and one not in denied]
    given = [one for one in told if one not in quoted]
    for denial in denied:
        if not any(one not in denied and _is_denied(one, denial) for one in given):
            found.withdraw(
                [old for old in before if _is_denied(old, denial) and not _contradict(old, denial)], [denial]
            )
    for quote in quoted:
        instead = [one for one in given if families(one.kind) & families(quote.kind)]
        otherwise = [one for one in instead if _says_otherwise(one, quote)]
        if otherwise:
            found.withdraw([quote, *(old for old in before if _say_the_same(old, quote))], instead)
        elif alike := [one for one in instead if are_akin(one, quote)]:
            found.withdraw([quote], alike)
    words = f"{told[0].article.headline or ''} {told[0].article.body}"
    _put_right(given, [old for old in before if _is_named(old, words)], found)


def _is_own_denial(one: Mention) -> bool:
    """Whether the correction itself says that it did not happen, and does not only name another: "did not hit A but B"."""
    if one.event.status != "negated" or one.event.attributed_to not in _OWN_VOICE:
        return False
    return bool(_NOT.search(one.sentence)) and not _BUT.search(one.sentence)


def _is_denied(told: Mention, denial: Mention) -> bool:
    """Whether one tells as done what the other denies: in the same words, or in others of one mode."""
    in_like_words = not LIKE_WORDS.isdisjoint(kind_findings(told, denial))
    return told.event.status in HAPPENED and in_like_words and _tell_the_same(told, denial)


def _put_right(given: Sequence[Mention], before: Iterable[Mention], found: _Found) -> None:
    """Mark the earlier mentions of which the later article tells on another day or at another place, and nowhere the same."""
    for old in before:
        alike = [one for one in given if _tell_the_same(one, old)]
        instead = [one for one in alike if _contradict(one, old)]
        if instead and not any(_say_the_same(one, old) for one in alike if one not in instead):
            found.withdraw([old], instead)


def _says_otherwise(one: Mention, quoted: Mention) -> bool:
    """Whether a correction gives another day or place than it quotes."""
    return (one.is_dated and one.event.date_edtf != quoted.event.date_edtf) or (
        one.place is not None and one.place != quoted.place
    )


def _is_before(article: Article, correction: Article) -> bool:
    """Whether an article of the same publisher may be the one corrected."""
    if article.source != correction.source or article is correction:
        return False
    then, now = article.published_earliest, correction.published_earliest
    return then is not None and now is not None and then <= now <= then + _MOST


def _say_the_same(mention: Mention, quoted: Mention) -> bool:
    if not families(mention.kind) & families(quoted.kind):
        return False
    same_day = mention.is_dated and mention.event.date_edtf == quoted.event.date_edtf
    same_place = mention.place is not None and mention.place == quoted.place
    return same_day or same_place


def _tell_the_same(one: Mention, other: Mention) -> bool:
    """Whether both tell of like acts, by parties that may be the same."""
    matched = match_parties(one, other)
    return are_akin(one, other) and (matched is None or matched >= settings().parties["same_description"])


def _contradict(one: Mention, other: Mention) -> bool:
    """Whether both give a day or a place, and not the same."""
    if not compatible(one.event.date_edtf, other.event.date_edtf):
        return True
    return bool(one.place and other.place) and place_relation(one.place, other.place) in (OTHER, APART)


def _is_named(old: Mention, words: str) -> bool:
    """Whether the words name the place or the day of an earlier mention."""
    named = (old.place.name if old.place else None, old.event.date_text)
    there = [name for name in named if name is not None and name in words]
    return any(re.search(rf"\b{re.escape(name)}\b", words) for name in there)
