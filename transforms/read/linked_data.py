"""JSON-LD: the article that a page describes, found among whatever else its graphs hold."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml import html as lxml_html

from transforms.read.document import Metadata
from transforms.read.fields import domain_of, merged, plain, record_metadata

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog|Posting|HowTo|Recipe", re.IGNORECASE)
_RECORDED_TYPES = re.compile(r"VideoObject|AudioObject|PodcastEpisode")
_PAGE_TYPES = re.compile(r"WebPage|ItemPage", re.IGNORECASE)
_LINK = re.compile(r"https?://|^/", re.IGNORECASE)
_CDATA = re.compile(
    r"\A\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:(?://)?\s*-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*\Z"
)
_TELLING = ("headline", "datePublished", "author", "articleBody")
_GRAPH_LIMIT = 400
_ARTICLES_READ = 5
_NAME_LIMIT = 120
_TITLE_CHARS = 12


def linked_data(tree: lxml_html.HtmlElement, page_url: str | None, title: str | None) -> Metadata:
    """What JSON-LD says of the page's article, which it may name among others by the page's URL or title.

    An article that it places on another site than the page's comes last (a template's example).
    """
    nodes = list(_nodes(tree))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _ARTICLE_TYPES.search(_types(node))]
    articles += [node for node in nodes if _RECORDED_TYPES.search(_types(node)) and _is_of_page(node, page_url, title)]
    pages = [node for node in nodes if _PAGE_TYPES.search(_types(node))]
    articles.sort(key=lambda node: (-_is_of_page(node, page_url, title), -sum(key in node for key in _TELLING)))
    said_of = [record_metadata(_resolved(node, by_id), "JSON-LD") for node in articles[:_ARTICLES_READ]]
    own = [said for said in said_of if not _is_elsewhere(said.url, page_url)]
    found = own[:1]
    for page in pages[:1]:
        said = record_metadata(_resolved(page, by_id), "JSON-LD")
        found.append(replace(said, source=None, headline=None, byline=None, section=None, fetched_at=None))
    sites = [plain(node.get("name")) for node in nodes if re.search("WebSite|NewsMediaOrganization", _types(node))]
    found.append(Metadata(source=next((site for site in sites if site), None)))
    return merged(*found, *([] if own else said_of[:1]))


def _is_of_page(node: Mapping[str, Any], page_url: str | None, title: str | None) -> bool:
    """Whether a node is said to be the page's own article: by its URL, or by a headline that the title has."""
    stated = {plain(node.get(key)) for key in ("url", "mainEntityOfPage", "@id")} - {None}
    if page_url and any(str(url).split("#")[0].rstrip("/") == page_url.rstrip("/") for url in stated):
        return True
    headline = _letters(html.unescape(plain(node.get("headline") or node.get("name")) or ""))
    return len(headline) >= _TITLE_CHARS and headline in _letters(title or "")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _is_elsewhere(url: str | None, page_url: str | None) -> bool:
    """Whether two URLs are known to be of different sites; `m.` and `www.` of one site are the same."""
    one, two = domain_of(url), domain_of(page_url)
    return bool(one and two) and str(one).split(".")[-2:] != str(two).split(".")[-2:]


def _resolved(node: Mapping[str, Any], by_id: Mapping[str, Any]) -> dict[str, Any]:
    """The node with references to other nodes of the graph (`{"@id": …}`) followed for author and publisher."""

    def follow(value: Any) -> Any:
        if isinstance(value, list):
            return [follow(item) for item in value]
        if isinstance(value, Mapping) and not value.get("name"):
            return by_id.get(str(value.get("@id")), value)
        return value

    fields = dict(node)
    for key in ("author", "publisher", "creator"):
        if key in fields:
            fields[key] = follow(fields[key])
    for key in ("author", "creator"):
        name = plain(fields.get(key))
        if name and (_LINK.match(name) or len(name) > _NAME_LIMIT):
            del fields[key]
    return fields


def _nodes(tree: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        yield from _flattened(_loads(script.text))


def _loads(text: str) -> Any:
    bare = _CDATA.sub("", text.strip()).strip().rstrip(";")
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        pass
    mended = re.sub(r",\s*([}\]])", r"\1", html.unescape(bare) if "&quot;" in bare else bare)
    try:
        return json.loads(mended, strict=False)
    except (ValueError, RecursionError):
        return None


def _flattened(loaded: Any) -> Iterator[dict[str, Any]]:
    waiting, count = [loaded], 0
    while waiting and count < _GRAPH_LIMIT:
        item = waiting.pop(0)
        count += 1
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")
                if isinstance(item.get(key), list | dict)
            )


def _types(node: Mapping[str, Any]) -> str:
    return plain(node.get("@type")) or ""
