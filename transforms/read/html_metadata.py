"""What a page says about itself: JSON-LD, then meta tags and OpenGraph, then bylines and times in the markup."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from lxml import html as lxml_html

from transforms.read.document import Metadata
from transforms.read.fields import domain_of, field_names, first, first_named, merged, plain, record_metadata

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog|Posting|HowTo|Recipe", re.IGNORECASE)
_PAGE_TYPES = re.compile(r"WebPage|ItemPage", re.IGNORECASE)
_LINK = re.compile(r"https?://|^/", re.IGNORECASE)
_HANDLE = re.compile(r"@\w+\Z|\d+\Z")
_CDATA = re.compile(
    r"\A\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*\Z"
)
_GRAPH_LIMIT = 400
_ARTICLES_READ = 5
_NAME_LIMIT = 120


def html_metadata(tree: lxml_html.HtmlElement) -> Metadata:
    """The metadata of a page, each value from the most trustworthy place that has it."""
    tags = _meta_tags(tree)
    return merged(_linked_data(tree, tags.url), tags, _markup(tree))


def _linked_data(tree: lxml_html.HtmlElement, page_url: str | None) -> Metadata:
    """What JSON-LD says; an article that it places on another site than the page's comes last (a template's example)."""
    nodes = list(_nodes(tree))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _ARTICLE_TYPES.search(_types(node))]
    pages = [node for node in nodes if _PAGE_TYPES.search(_types(node))]
    articles.sort(key=lambda node: -sum(key in node for key in ("headline", "datePublished", "author", "articleBody")))
    said_of = [record_metadata(_resolved(node, by_id), "JSON-LD") for node in articles[:_ARTICLES_READ]]
    own = [said for said in said_of if not _is_elsewhere(said.url, page_url)]
    found = own[:1]
    for page in pages[:1]:
        said = record_metadata(_resolved(page, by_id), "JSON-LD")
        found.append(replace(said, source=None, headline=None, byline=None, section=None, fetched_at=None))
    sites = [plain(node.get("name")) for node in nodes if re.search("WebSite|NewsMediaOrganization", _types(node))]
    found.append(Metadata(source=next((site for site in sites if site), None)))
    return merged(*found, *([] if own else said_of[:1]))


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
    try:
        return json.loads(re.sub(r",\s*([}\]])", r"\1", bare), strict=False)
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


def _meta_tags(tree: lxml_html.HtmlElement) -> Metadata:
    said: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (
            (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "")
            .strip()
            .lower()
        )
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            said.setdefault(name, content)
    names = field_names()["meta"]
    if said.get("twitter:label1", "").lower() not in ("written by", "author", "by"):
        said.pop("twitter:data1", None)
    people = {key: value for key, value in said.items() if not _LINK.match(value) and not _HANDLE.match(value)}
    canonical = next(
        (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"), None
    )
    if canonical and not canonical.startswith("http"):
        canonical = None
    stated = {
        "headline": first_named(said, names["headline"]),
        "byline": first_named(people, names["byline"]),
        "published": first_named(said, names["published"]),
    }
    return Metadata(
        url=canonical or first(said, names["url"]),
        source=first(people, names["source"]),
        headline=stated["headline"][1],
        byline=stated["byline"][1],
        section=first(said, names["section"]),
        language=_language(tree) or first(said, names["language"]),
        published=stated["published"][1],
        tags={name: f"meta {tag}" for name, (tag, value) in stated.items() if value},
    )


def _language(tree: lxml_html.HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    return root.get("lang") or root.get("xml:lang") or None


_AUTHOR_PATHS = (
    '//*[@rel="author" or contains(concat(" ", @rel, " "), " author ")]',
    '//*[@itemprop="author"]//*[@itemprop="name"]',
    '//*[@itemprop="author"]',
    '//*[contains(concat(" ", normalize-space(@class), " "), " author-name ")]',
    '//*[contains(@class, "byline__name") or contains(@class, "byline-name")]',
    '//*[contains(@class, "author__name") or contains(@class, "author_name")]',
    '//*[contains(concat(" ", normalize-space(@class), " "), " byline ")]',
    '//*[contains(concat(" ", normalize-space(@class), " "), " author ") and not(ancestor::aside or ancestor::footer)]',
)
_TIME_PATHS = (
    '//*[@itemprop="datePublished"]',
    '//time[contains(@class, "published") or @pubdate]',
    "//article//time",
    "//time",
)


def _markup(tree: lxml_html.HtmlElement) -> Metadata:
    title = next((" ".join(found.text_content().split()) for found in tree.iter("title")), None)
    tags = {"headline": "title", "byline": "author's markup", "published": "time markup"}
    return Metadata(headline=title or None, byline=_author(tree), published=_time(tree), tags=tags)


def _author(tree: lxml_html.HtmlElement) -> str | None:
    for path in _AUTHOR_PATHS:
        for found in tree.xpath(path)[:3]:
            name = " ".join((found.get("content") or found.text_content()).split())
            name = re.sub(r"\A(?:written\s+|posted\s+|words\s+)?by:?\s+", "", name, flags=re.IGNORECASE)
            if name and len(name) < _NAME_LIMIT / 2 and not _LINK.match(name):
                return name
    return None


def _time(tree: lxml_html.HtmlElement) -> str | None:
    for path in _TIME_PATHS:
        for found in tree.xpath(path)[:1]:
            said = found.get("datetime") or found.get("content") or " ".join(found.text_content().split())
            if said:
                return str(said)
    return None
