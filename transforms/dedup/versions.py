"""Versions of one article: files that give one address, whatever a later version has changed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from urllib.parse import parse_qsl, urlencode, urlsplit

from schemas.articles import Article
from schemas.events import ArticleLink
from transforms.dedup.rules import rules

_SUBDOMAIN = re.compile(r"^(?:www\d?|m|mobile|amp)\.")
_PATH_END = re.compile(r"(?:/|/amp|/index\.\w+)+$")
_TRACKING = re.compile(r"(?:utm_|at_)\w+|(?:fb|g|ms|y)clid|mc_[ce]id|ref|amp|output", re.IGNORECASE)


def version_pairs(articles: Sequence[Article]) -> Iterator[tuple[int, int]]:
    """The positions (i < j) of articles with a body that give one address.

    An address that more of them give than links.yaml allows is that of a section or a site: no article's.
    """
    most = rules()["version"]["articles"]
    at: defaultdict[str, list[int]] = defaultdict(list)
    for position, article in enumerate(articles):
        address = address_of(article.url or "") if article.body.strip() else None
        if address:
            at[address].append(position)
    for positions in at.values():
        if len(positions) <= most:
            yield from combinations(positions, 2)


def revisions(articles: Iterable[Article], links: Iterable[ArticleLink]) -> list[tuple[str, str]]:
    """The ids of the linked articles that give one address: the later version, then the earlier one."""
    url_of = {article.article_id: article.url or "" for article in articles}
    pairs = [(link.article_id, link.related_article_id) for link in links]
    return [(later, earlier) for later, earlier in pairs if _are_one_address(url_of[later], url_of[earlier])]


def _are_one_address(one: str, other: str) -> bool:
    address = address_of(one)
    return address is not None and address == address_of(other)


def address_of(url: str) -> str | None:
    """What the ways to write the address of one article have in common; None for a site's own address and what is none.

    Scheme, www and the like, the end of the path, the fragment and what only tells where a reader came from are left out.
    """
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    path = _PATH_END.sub("", parts.path)
    query = urlencode(sorted(one for one in parse_qsl(parts.query) if not _TRACKING.fullmatch(one[0])))
    if not host or not (path or query):
        return None
    return f"{_SUBDOMAIN.sub('', host)}{path}?{query}"
