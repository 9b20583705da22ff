"""What a page says about itself: JSON-LD, then meta tags and OpenGraph, then its markup, then its scripts."""

import re
from functools import cache

from lxml import html as lxml_html

from transforms.read.document import Metadata
from transforms.read.fields import field_names, first, first_named, in_date, merged
from transforms.read.linked_data import linked_data
from transforms.read.page_markup import markup_metadata
from transforms.read.script_data import script_metadata

_LINK = re.compile(r"https?://|^/", re.IGNORECASE)
_HANDLE = re.compile(r"@\w+\Z|\d+\Z")


def html_metadata(tree: lxml_html.HtmlElement) -> Metadata:
    """The metadata of a page, each value from the most trustworthy place that has it."""
    tags = _meta_tags(tree)
    title = next((" ".join(found.text_content().split()) for found in tree.iter("title")), None) or None
    titled = Metadata(headline=title, tags={"headline": "title"})
    said = merged(linked_data(tree, tags.url, tags.headline or title), tags, titled)
    if not (said.published and said.byline):  # the markup of a whole page takes longer to read than its head
        said = merged(said, markup_metadata(tree))
    if not (said.published and said.byline):
        said = merged(said, script_metadata(tree, said.headline))
    return said


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
        "published": first_named(said, [*names["published"], *_like_published(said)], in_date),
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


def _like_published(said: dict[str, str]) -> list[str]:
    """The names of tags that speak of publication in words of their own."""
    return [name for name in said if "p" in name and _published_like().fullmatch(re.sub(r"[\W_]", "", name))]


@cache
def _published_like() -> re.Pattern[str]:
    return re.compile(field_names()["meta"]["published_like"])


def _language(tree: lxml_html.HtmlElement) -> str | None:
    root = tree.getroottree().getroot()
    return root.get("lang") or root.get("xml:lang") or None
