"""Whom an article credits: the agencies and papers that it names as where its text comes from."""

import re
from collections import defaultdict
from collections.abc import Sequence

from schemas.articles import Article
from schemas.quotes import Quote

_CREDIT = re.compile(
    r"(?:according to|reported by|source:|with|via|from|cited by|by)\s+(?:the\s+)?((?:[A-Z][\w.&'’-]*\s?){1,5})"
    r"|((?:[A-Z][\w.&'’-]*\s?){1,5})\s*(?:reporting|reports|reported|contributed|news agency)"
)
_EDGE = 240
_DOMAIN = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]+)(?:\.[\w.-]+)?(?:/.*)?$")
_NOISE = re.compile(r"[\W_]+")


def credited_sources(articles: Sequence[Article], quotes: Sequence[Quote]) -> dict[str, frozenset[str]]:
    """For each article the sources that it credits, as `source_names` writes them.

    A credit is a byline, a relay chain of its quotes, or a name beside "according to", "reporting" and the like in
    the first or last lines of the text.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    for quote in quotes:
        named[quote.article_id].update(map(_plain, quote.via))
    for article in articles:
        names = [article.byline or ""]
        for edge in (article.text[:_EDGE], article.text[-_EDGE:]):
            names += [match[1] or match[2] for match in _CREDIT.finditer(edge)]
        named[article.article_id].update(map(_plain, names))
    return {
        article.article_id: frozenset(named[article.article_id] - {""}) - source_names(article) for article in articles
    }


def source_names(article: Article) -> frozenset[str]:
    """The ways to name an article's publisher: its name, and its site without the top-level domain; letters only."""
    names = {article.source or ""}
    for address in (article.source, article.url):
        match = _DOMAIN.match(address or "")
        if match:
            names.add(match[1])
    return frozenset(map(_plain, names)) - {""}


def _plain(name: str) -> str:
    return _NOISE.sub("", name.lower())
