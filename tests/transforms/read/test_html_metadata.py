"""Where pages of various systems keep author and date: microdata, RDFa, classes, scripts."""

import pytest

from transforms.read.document import Metadata
from transforms.read.html_metadata import html_metadata
from transforms.read.read_html import parse_html

TITLE = "Timber pier at Larne Bay to close"
CARD = '<article class="card"><h3>Ferry fares rise</h3><time datetime="2025-11-20">20 Nov</time></article>'


def said(body: str, head: str = "") -> Metadata:
    tree = parse_html(f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return html_metadata(tree)


@pytest.mark.parametrize(
    "markup",
    [
        f'{CARD}<article><h1>{TITLE}</h1><time datetime="2024-03-05T09:12">5 March</time></article>',
        '<time class="updated" datetime="2024-07-01"></time><time class="entry-date published" datetime="2024-03-05"></time>',
        '<div property="dc:date dc:created" content="2024-03-05T09:12:00+01:00">Tue, 09:12</div>',
        '<meta itemprop="dateModified" content="2024-07-01"><meta itemprop="datePublished" content="2024-03-05">',
        '<abbr class="published" title="2024-03-05T09:12:00-08:00">9:12 am</abbr>',
        '<span class="story-date" data-timestamp="1709629920">2 years ago</span>',
        '<relative-time datetime="2024-03-05T09:12:00Z">2 years ago</relative-time>',
        '<span data-testid="storyPublishDate">2024-03-05</span>',
        '<time datetime="2024-04-06">April</time><time pubdate datetime="2024-03-05">March</time>',
        '<abbr title="2024-03-05T09:12:00">2 yrs</abbr>',
        '<span class="post-time" title="2024-03-05, 09:12">2 years ago</span>',
        '<span class="js-date" data-epoch="1709629920">2 years ago</span>',
        '<div id="story" data-pub-date="2024-03-05"></div>',
        '<meta name="article:published_time" content="{{ date }}"><meta name="cms:publication-date" content="2024-03-05">',
        '<meta name="article:published_time" content="1970-01-01T00:00:00Z"><meta name="date" content="2024-03-05">',
        '<script type="application/ld+json">{"@type":"Article","dateCreated":"2024-03-05"}</script>',
        '<p>Last updated: <span class="updated"><time datetime="2024-07-01">July</time></span></p><time>2024-03-05</time>',
    ],
)
def test_date_in_markup(markup: str) -> None:
    stated = said(markup).published or ""
    assert stated.startswith("2024-03-05") or stated == "1709629920"


@pytest.mark.parametrize(
    ("markup", "byline"),
    [
        ('<p class="wp-block-post-author__name">Niamh Carraway</p>', "Niamh Carraway"),
        ('<div class="has-text-color wp-block-post-author-name">Niamh Carraway</div>', "Niamh Carraway"),
        (
            '<h4 class="gh-article-author-name"><a>Niamh Carraway</a>, <a>Olu Adeyemi</a></h4>',
            "Niamh Carraway, Olu Adeyemi",
        ),
        (
            '<div>By <a class="author">Niamh Carraway</a> and <a class="author">Olu Adeyemi</a></div>',
            "Niamh Carraway, Olu Adeyemi",
        ),
        ('<a rel="author">Niamh Carraway</a><a rel="author">By Niamh Carraway</a>', "Niamh Carraway"),
        ('<span property="schema:author">Niamh Carraway</span>', "Niamh Carraway"),
        ('<span class="story-author">Niamh Carraway</span>', "Niamh Carraway"),
        (
            '<div class="byline">Sat, 20 Dec, 2025 - 06:36</div><p class="author-name">Niamh Carraway</p>',
            "Niamh Carraway",
        ),
        ('<aside><span class="post-author">Olu Adeyemi</span></aside>', None),
        ('<div class="related-stories"><p class="author">Olu Adeyemi</p></div>', None),
        ('<div class="author-card"><p class="author">Niamh Carraway</p></div>', "Niamh Carraway"),
    ],
)
def test_author_in_markup(markup: str, byline: str | None) -> None:
    assert said(markup).byline == byline


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="related-stories"><p>Ferry fares rise</p><time datetime="2024-03-05">5 March</time></div>',
        '<li><a href="/fares">Ferry fares rise again this winter</a> <time datetime="2024-03-05">5 March</time></li>',
        '<div class="comment-list"><span class="posted" data-timestamp="1709629920">2 years ago</span></div>',
        '<meta name="article:modified_time" content="2024-03-05">',
        '<meta name="offer-expiration-publish-date" content="2024-03-05">',
    ],
)
def test_date_of_something_else(markup: str) -> None:
    assert said(markup).published is None


STORY = f'"headline":"{TITLE}","publishedAt":"2024-03-05T09:12:00Z","author":{{"name":"Niamh Carraway"}}'
ARC = (
    f'"headlines":{{"basic":"{TITLE}"}},"credits":{{"by":[{{"type":"author","name":"Niamh Carraway"}}]}},'
    '"first_publish_date":"2024-03-05T09:12:00Z","last_updated_date":"2024-07-01"'
)
OTHER = '"headline":"Ferry fares rise","publishedAt":"2025-11-20T00:00:00Z","author":{"name":"Olu Adeyemi"}'


@pytest.mark.parametrize(
    "script",
    [
        f'<script id="__NEXT_DATA__" type="application/json">{{"article":{{{STORY}}},"related":[{{{OTHER}}}]}}</script>',
        '<script>self.push([1,"{' + STORY.replace('"', '\\"') + '}"])</script>',
        f"<script>Fusion.globalContent={{{ARC}}};</script>",
        '<script>dataLayer=[{"pagePostAuthor":"Niamh Carraway","pagePostDate":"2024-03-05"}]</script>',
        f'<script type="application/ld+json">{{"@type":"NewsArticle","description":"The "old" pier",{STORY}}}</script>',
    ],
)
def test_scripts_speak_where_nothing_else_does(script: str) -> None:
    found = said(f"<h1>{TITLE}</h1>{script}")
    assert (found.published or "")[:10] == "2024-03-05"
    assert found.byline == "Niamh Carraway"
    assert found.tags["published"] == "script"


def test_scripts_that_name_only_other_articles_say_nothing() -> None:
    third = OTHER.replace("2025-11-20", "2025-10-01").replace("Olu Adeyemi", "Ada Kwan")
    found = said(f"<script>{{{OTHER}}},{{{third}}}</script>")
    assert (found.published, found.byline) == (None, None)


def test_linked_data_of_another_article_does_not_speak_for_the_page() -> None:
    articles = [
        '{"@type":"NewsArticle","headline":"Ferry fares rise","datePublished":"2025-11-20","author":"Olu","articleBody":"x"}',
        f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-03-05","author":"Niamh Carraway"}}',
    ]
    found = said("", f'<script type="application/ld+json">[{",".join(articles)}]</script>')
    assert (found.published, found.byline) == ("2024-03-05", "Niamh Carraway")


def test_linked_data_whose_quotes_were_escaped() -> None:
    stated = f'{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2024-03-05"}}'.replace('"', "&quot;")
    assert said("", f'<script type="application/ld+json">{stated}</script>').published == "2024-03-05"


def test_number_is_no_headline() -> None:
    stated = f'{{"@type":"NewsArticle","headline":5,"name":"{TITLE}"}}'
    assert said("", f'<script type="application/ld+json">{stated}</script>').tags["headline"] == "JSON-LD name"
    only = '<script type="application/ld+json">{"@type":"NewsArticle","headline":5}</script>'
    assert said("", only).headline == TITLE
