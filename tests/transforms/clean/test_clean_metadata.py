"""What cleaning says of an article: when, by whom and under which headline it appeared, in which language."""

from collections.abc import Callable

import pytest

from transforms.clean.clean_document import CleanedArticle

Cleaned = Callable[..., CleanedArticle]


@pytest.mark.parametrize(
    ("sidecar", "edtf"),
    [
        ({"published": "2024-03-05T23:30:00-05:00"}, "2024-03-05"),
        ({"published": "5 March 2024"}, "2024-03-05"),
        ({"published": "March 2024"}, "2024-03"),
        ({"published": "03/04/2024"}, "2024"),
        ({"url": "https://post.example/2024/03/05/bridge"}, "2024-03-05"),
        ({"fetched_at": "2024-03-05T08:00:00Z"}, None),
        ({"published": "yesterday"}, None),
    ],
)
def test_publication_date_is_as_precise_as_it_is_stated(
    cleaned: Cleaned, story: list[str], sidecar: dict[str, str], edtf: str | None
) -> None:
    article = cleaned("\n".join(story), sidecar=sidecar).article
    assert article.published_edtf == edtf
    assert (article.published_earliest is None) == (edtf is None)
    if article.published_earliest and article.published_latest:
        assert article.published_earliest <= article.published_latest


def test_visible_date_line_gives_date_and_byline(cleaned: Cleaned, story: list[str]) -> None:
    article = cleaned(
        "\n".join(["Mayor opens new bridge in Lindow", "AP (from Aar Press) March 5, 2024 11:32", *story])
    ).article
    assert article.published_edtf == "2024-03-05"
    assert article.byline == "AP (from Aar Press)"


def test_date_of_an_update_that_is_glued_to_its_label_is_not_that_of_publication(
    cleaned: Cleaned, story: list[str]
) -> None:
    head = '<meta property="article:published_time" content="2015-05-12"><h1>Mayor opens new bridge in Lindow</h1>'
    page = (
        head
        + "<div>By <b>Ana Roe</b> <b>Updated</b><b>January 25, 2026</b></div>"
        + "".join(map("<p>{}".format, story))
    )
    assert cleaned(page, name="a.html").article.published_edtf == "2015-05-12"


@pytest.mark.parametrize(
    "told",
    [
        "The old pier of Gozo, built on 3 June 1952, will close for repairs, the port office said on Tuesday.",
        "A report published on 2 May 2025 says that the pier was sold, the port office said on Tuesday.",
    ],
)
@pytest.mark.parametrize(
    "stated",
    [
        '<meta property="article:published_time" content="2025-05-19T08:00:00Z">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-05-19"}</script>',
        '<link rel="canonical" href="https://harbour.example/2025/05/19/pier">',
    ],
)
def test_day_that_the_first_sentence_tells_is_not_that_of_publication(cleaned: Cleaned, told: str, stated: str) -> None:
    page = f"""<html><head><title>Gozo pier closes</title>{stated}</head><body><article><h1>Gozo pier closes</h1>
        <p>{told}</p><p>Residents of the nearest town welcomed the decision, which had been under discussion for
        years.</p></article></body></html>"""
    assert cleaned(page, name="pier.html").article.published_edtf == "2025-05-19"


def test_title_loses_the_site_s_name(cleaned: Cleaned, story: list[str]) -> None:
    head = "<title>Bridge opens | Aar Press</title><meta property='og:site_name' content='Aar Press'>"
    page = head + "".join(f"<p>{paragraph}</p>" for paragraph in story)
    article = cleaned(page, name="a.html").article
    assert article.headline == "Bridge opens"
    assert article.source == "Aar Press"
    assert article.body == "\n\n".join(story)


def test_language_is_that_of_the_body(cleaned: Cleaned, story: list[str]) -> None:
    assert cleaned("\n".join(story)).article.language == "en"
    assert (
        cleaned(
            "Der Bürgermeister eröffnete am Montag die neue Brücke über die Aar, zwei Jahre nach der Sperrung."
        ).article.language
        == "de"
    )
    assert cleaned("Yes.").article.language is None


def test_markdown_marks_are_no_part_of_the_headline(cleaned: Cleaned, story: list[str]) -> None:
    text = "\n\n".join(["# Mayor opens *new* bridge", "*By Ana Roe*", story[0], "![The mill](mill.jpg)", *story[1:]])
    article = cleaned(text, name="a.md").article
    assert article.headline == "Mayor opens *new* bridge"
    assert article.byline == "Ana Roe"
    assert article.body == "\n\n".join(story)


def test_dateline_tells_which_number_is_the_day_and_the_end_mark_is_no_word(cleaned: Cleaned, story: list[str]) -> None:
    article = cleaned(
        f"05/03/2024 - 16:20 GMT\n\nBRIDGE OPENS IN LINDOW\n\nLINDOW, March 5 (Aar Press) -- {story[0]} Enditem"
    ).article
    assert article.published_edtf == "2024-03-05"
    assert article.body.endswith("Enditem")


def test_deck_below_a_headline_without_a_blank_line_is_no_headline(cleaned: Cleaned, story: list[str]) -> None:
    text = "\n\n".join(
        [
            "Thursday, March 7, 2024",
            "Mayor opens new bridge\nThe ferry will go in May",
            "By Ana Roe\nMar 5, 2024",
            *story,
        ]
    )
    article = cleaned(text).article
    assert (article.headline, article.published_edtf) == ("Mayor opens new bridge", "2024-03-05")


@pytest.mark.parametrize(
    "above",
    ["Home / World / Africa", "Menu  Videos  Sports", "Lindow News Agency", "Asia Edition | Politics | Sign in"],
)
def test_a_menu_or_site_name_above_a_headline_is_none(cleaned: Cleaned, story: list[str], above: str) -> None:
    text = "\n\n".join([f"{above}\nMayor opens new bridge over the river", "By Ana Roe", *story])
    assert cleaned(text).article.headline == "Mayor opens new bridge over the river"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize(
    "signed",
    [
        "By Ana Roe",
        "Ana Roe",
        "Ana Roe, Political Correspondent",
        "Ana Roe and Jan Wit, Reuters",
        "By Ana Roe / AFP",
        "By Ana Roe\n5 March 2024",
        "Ana Roe | 05.03.2024",
        "By Ana Roe | 5 Mar 2024 | 14:05",
        "Story by Ana Roe, photographs by Jan Wit",
        "ANA ROE ana.roe@aar.example\n5 March 2024",
        "Ana Roe Journalist\n5 March 2024",
    ],
)
def test_who_signs_stands_between_headline_and_a_short_lead(
    cleaned: Cleaned, story: list[str], name: str, signed: str
) -> None:
    head = "# Mayor opens new bridge" if name == "a.md" else "Mayor opens new bridge"
    article = cleaned("\n\n".join([head, signed, "The wait is over.", *story]), name=name).article
    assert article.body == "\n\n".join(["The wait is over.", *story])
    assert article.headline == "Mayor opens new bridge"
    assert (article.byline or "").title().startswith("Ana Roe")
    assert article.published_edtf == ("2024-03-05" if "2024" in signed else None)


@pytest.mark.parametrize(
    ("stated", "byline"),
    [
        ("Ana Roe in Sofia and Jan Wit in Lund", "Ana Roe and Jan Wit"),
        ("Reporting by Ana Roe; editing by Jan Wit", "Ana Roe"),
        ("Ana Roe; Jan Wit", "Ana Roe; Jan Wit"),
    ],
)
def test_stated_byline_names_who_wrote(cleaned: Cleaned, story: list[str], stated: str, byline: str) -> None:
    assert cleaned("\n".join(story), sidecar={"byline": stated}).article.byline == byline


def test_markdown_byline_with_a_link_and_marks(cleaned: Cleaned, story: list[str]) -> None:
    text = "\n\n".join(["# Mayor opens bridge", "**By [Ana Roe](https://aar.example/ana)** | 05.03.2024", *story])
    article = cleaned(text, name="a.md").article
    assert (article.byline, article.published_edtf) == ("Ana Roe", "2024-03-05")


def test_headline_of_plain_text_stands_above_the_byline(cleaned: Cleaned, story: list[str]) -> None:
    article = cleaned("\n\n".join(["Mayor opens new bridge", "By Ana Roe", "Two years of waiting", *story])).article
    assert article.headline == "Mayor opens new bridge"


@pytest.mark.parametrize(
    ("headline", "opening", "published"),
    [
        ("Lindow marks the flood of 3 May 1982 with a parade", "", None),
        ("The ferry treaty of 3 March 2019 is dead, says Lindow", "LINDOW, 8 March 2026 - ", "2026-03-08"),
        ("Mayor opens bridge", "LINDOW, March 5, 2026 (Aar Press) - ", "2026-03-05"),
        ("Mayor opens bridge", "LINDOW (Aar Press) - ", None),
        ("Mayor opens bridge", "5 March 2026 - ", "2026-03-05"),
        ("Mayor opens bridge", "Lindow, Thursday, 5 March 2026: ", "2026-03-05"),
    ],
)
def test_a_dateline_dates_an_article_and_a_day_in_its_headline_does_not(
    cleaned: Cleaned, story: list[str], headline: str, opening: str, published: str | None
) -> None:
    result = cleaned(f"{headline}\n\n{opening}{story[0]}\n\n{story[1]}")
    assert (result.article.headline, result.article.published_edtf) == (headline, published)
    bases = {row.basis for row in result.evidence if row.field == "published"}
    assert bases == ({"dateline"} if published else set())


def test_the_days_of_a_chronicle_are_none_of_publication(cleaned: Cleaned, story: list[str]) -> None:
    article = cleaned(f"The bridge, day by day\n\n5 March 2026 - {story[0]}\n\n9 March 2026 - {story[1]}").article
    assert article.published_edtf is None


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["Staff Correspondent, Lindow"], "Staff Correspondent"),
        (["The Newspaper’s Staff Reporter Published March 5, 2024"], "The Newspaper’s Staff Reporter"),
        (["The Editorial Board", "March 5, 2024"], "The Editorial Board"),
        (["News Desk", "Publish : 05 Mar 2024"], "News Desk"),
        (["AFP, Lindow"], "AFP"),
        (["PTI"], "PTI"),
        (["dpa/lno", "05.03.2024 – 15:41"], "dpa"),
        (["Texto: Joana Prata Fotos: Rui Sá", "5 de março de 2024"], "Joana Prata"),
        (["Reporter: Vic Tran; Producer: Sue Hale", "March 5, 2024"], "Vic Tran"),
        (["(ANI) | Updated: Mar 05, 2024 11:08 IST"], "ANI"),
        (["Redacción", "Lindow, 5 de marzo de 2024"], "Redacción"),
        (["Story: Amber Fox | Pictures: Dean Holt", "Sunday 6 September 2020"], "Amber Fox"),
        (["Data publikacji: 05.03.2024"], None),
        (["05-03-2024 07:30 PM"], None),
        (["Event date: 14 March 2024, 18:30"], None),
    ],
)
def test_who_signs_without_a_name(cleaned: Cleaned, story: list[str], lines: list[str], byline: str | None) -> None:
    article = cleaned("\n\n".join(["Mayor opens new bridge", *lines, *story])).article
    assert (article.headline, article.byline) == ("Mayor opens new bridge", byline)


@pytest.mark.parametrize(("container", "byline"), [("related-stories", None), ("sidebar", "Greta Holm")])
def test_who_signs_related_stories_has_not_signed_this_one(
    cleaned: Cleaned, story: list[str], container: str, byline: str | None
) -> None:
    teaser = f'<div class="{container}"><p>Library reopens on Sunday</p><p>By Greta Holm</p></div>'
    page = "<main><h1>Mayor opens new bridge</h1>" + "".join(map("<p>{}</p>".format, story)) + f"</main>{teaser}"
    assert cleaned(page, name="a.html").article.byline == byline


def test_headline_of_a_page_whose_title_names_the_agency_is_no_credit(cleaned: Cleaned, story: list[str]) -> None:
    headline = "Mayor opens new bridge at Lindow - Reuters"
    assert cleaned("\n\n".join([headline, "By Ana Roe", *story])).article.headline == headline
    assert cleaned("\n\n".join(["Ana Roe - Reuters", "Mayor opens new bridge", *story])).article.headline == (
        "Mayor opens new bridge"
    )


@pytest.mark.parametrize(
    ("printed", "headline"),
    [
        (
            ["Mayor Opens New Bridge", "Reporter: Ana Roe", "Editor: Jan Wit", "Kamis, 5 Maret 2024"],
            "Mayor Opens New Bridge",
        ),
        (["Mayor opens new bridge | Lindow Courier", "By Ana Roe", "5 March 2024"], "Mayor opens new bridge"),
        (["Video: Mayor opens the new bridge", "By Ana Roe", "5 March 2024"], "Video: Mayor opens the new bridge"),
        (
            [
                "Mayor opens new bridge",
                "By Ana Roe",
                "PUBLISHED: March 5, 2024 at 6:00 a.m. | UPDATED: March 6, 2024 at 2:11 p.m.",
            ],
            "Mayor opens new bridge",
        ),
    ],
)
def test_names_and_dates_below_a_headline_are_none(
    cleaned: Cleaned, story: list[str], printed: list[str], headline: str
) -> None:
    article = cleaned("\n\n".join([*printed, *story])).article
    assert (article.headline, article.byline, article.published_edtf) == (headline, "Ana Roe", "2024-03-05")
    assert article.body == "\n\n".join(story)


def test_language_of_the_body_tells_which_number_is_the_day(cleaned: Cleaned) -> None:
    story = "Il consiglio comunale ha votato lunedì la chiusura del vecchio ponte, danneggiato dalle piene d’inverno."
    article = cleaned(f"Il vecchio ponte chiude\n\n12/03/2022 18:40\n\n{story}\n\n{story}").article
    assert article.published_edtf == "2022-03-12"


@pytest.mark.parametrize(
    ("lines", "edtf"),
    [
        (["Published", "4 March 2024", "Last updated", "14 July 2024"], "2024-03-04"),
        (["When: June 21, 2024, 7 p.m.", "Greta Holm", "Monday, 4 March 2024"], "2024-03-04"),
        (["by Greta Holm", "03.14.11 - 08:30 am"], "2011-03-14"),
    ],
)
def test_day_of_publication_among_other_days(
    cleaned: Cleaned, story: list[str], lines: list[str], edtf: str | None
) -> None:
    page = "".join(map("<p>{}</p>".format, (*lines, *story)))
    assert cleaned(f"<h1>Mayor opens new bridge</h1>{page}", name="a.html").article.published_edtf == edtf


def test_day_of_the_visit_yields_to_one_that_is_labelled_below(cleaned: Cleaned, story: list[str]) -> None:
    page = "".join(map("<p>{}</p>".format, story * 4))
    head = "<div>Saturday, 28 November 2026</div><div>News</div><div>Sports</div><div>Weather</div><h1>New bridge opens</h1>"
    article = cleaned(f"{head}{page}<footer>Posted in Events on 4 March 2024</footer>", name="a.html").article
    assert article.published_edtf == "2024-03-04"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By the Aar Notes Team", "the Aar Notes Team"),
        ("Review by Greta Holm", "Greta Holm"),
        ("Image: PA", None),
        ("FOR IMMEDIATE RELEASE", None),
        ("A man on the old bridge. Photo by Greta Holm", None),
    ],
)
def test_who_signs_below_a_headline(cleaned: Cleaned, story: list[str], line: str, byline: str | None) -> None:
    page = f"<h1>Mayor opens new bridge in Lindow</h1><p>{line}</p>{''.join(map('<p>{}</p>'.format, story))}"
    assert cleaned(page, name="a.html").article.byline == byline


def test_placeholder_of_a_publishing_system_signs_nothing(cleaned: Cleaned, story: list[str]) -> None:
    page = "<meta name=author content='Super User'><h1>Mayor opens new bridge</h1><p>Written by Greta Holm</p>"
    assert cleaned(page + "".join(map("<p>{}</p>".format, story)), name="a.html").article.byline == "Greta Holm"


def test_the_book_that_a_headline_names_was_not_its_writers(cleaned: Cleaned, story: list[str]) -> None:
    text = "\n\n".join(["The Gull by Anna Brandt review – a novel of the Aar", "Greta Holm", "4 March 2024", *story])
    assert cleaned(text).article.byline == "Greta Holm"
