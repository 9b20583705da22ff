import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture, furniture_of, learn
from transforms.read.document import Document
from transforms.read.read_file import read_file

NOW = datetime(2026, 1, 1, tzinfo=UTC)
STORY = [
    "The mayor of Lindow opened the new bridge over the Aar on Monday, two years after the old one was closed.",
    "“It will bring the two halves of the town together again,” she told several hundred people on the eastern bank.",
    "Work on the bridge began in the spring of last year and cost 12 million crowns, the town council said.",
    "The council plans to close the ferry, which has carried cars since the flood, at the end of the month.",
]


def cleaned(text: str, furniture: Furniture | None = None, sidecar: dict[str, str] | None = None) -> CleanedArticle:
    (document,) = read_file("a.txt", text.encode(), json.dumps(sidecar).encode() if sidecar else None)
    assert isinstance(document, Document)
    return clean_document(document, furniture or Furniture(), NOW)


def kinds(article: CleanedArticle) -> dict[str, str]:
    return {row.text.strip(): row.kind for row in article.removed}


def assert_ledger_holds(cleaned_article: CleanedArticle) -> None:
    text, position, rest = cleaned_article.article.text, 0, []
    for row in cleaned_article.removed:
        assert position <= row.char_start < row.char_end
        assert text[row.char_start : row.char_end] == row.text
        rest.append(text[position : row.char_start])
        position = row.char_end
    assert "".join([*rest, text[position:]]) == cleaned_article.article.body


def test_story_with_its_surroundings() -> None:
    text = "\n\n".join(
        [
            "Mayor opens new bridge in Lindow",
            "By Ana Roe",
            "Photo: Aar Press",
            STORY[0],
            STORY[1],
            "A long wait",
            STORY[2],
            ".player-box {display: none;}",
            "bridge-lindow-2024.jpg",
            "The bridge seen from the mill",
            STORY[3],
            "(3) Comments",
            "Related Articles",
            "Subscribe to our newsletter",
            "© 2024 Aar Press. All rights reserved.",
        ]
    )
    result = cleaned(text)
    assert result.article.body == "\n\n".join(STORY)
    assert kinds(result) == {
        "Mayor opens new bridge in Lindow": "headline",
        "By Ana Roe": "byline",
        "Photo: Aar Press": "credit",
        "A long wait": "subhead",
        ".player-box {display: none;}": "boilerplate",
        "bridge-lindow-2024.jpg": "boilerplate",
        "The bridge seen from the mill": "caption",
        "(3) Comments": "boilerplate",
        "Related Articles": "boilerplate",
        "Subscribe to our newsletter": "boilerplate",
        "© 2024 Aar Press. All rights reserved.": "boilerplate",
    }
    assert result.article.headline == "Mayor opens new bridge in Lindow"
    assert result.article.byline == "Ana Roe"
    assert [span.kind for span in result.paragraphs] == [
        "headline",
        "body",
        "body",
        "subhead",
        "body",
        "caption",
        "body",
    ]
    assert_ledger_holds(result)


def test_one_sentence_is_body_and_never_a_headline() -> None:
    for text in ("The mayor opened a bridge.", "Mayor opens bridge", "Mayor opens bridge\n"):
        result = cleaned(text)
        assert result.article.body == text
        assert result.removed == ()


def test_guide_keeps_its_headings_in_the_body() -> None:
    steps = [line for number, line in enumerate(STORY, 1) for line in (f"Step {number}: Look at part {number}", line)]
    result = cleaned("\n\n".join(steps))
    assert "Step 2: Look at part 2" in result.article.body
    assert "subhead" in [span.kind for span in result.paragraphs]


def test_removed_tail_takes_the_white_space_before_it() -> None:
    assert cleaned("\n".join([*STORY, "", "Back to top"])).article.body == "\n".join(STORY)


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
def test_publication_date_is_as_precise_as_it_is_stated(sidecar: dict[str, str], edtf: str | None) -> None:
    article = cleaned("\n".join(STORY), sidecar=sidecar).article
    assert article.published_edtf == edtf
    assert (article.published_earliest is None) == (edtf is None)
    if article.published_earliest and article.published_latest:
        assert article.published_earliest <= article.published_latest


def test_visible_date_line_gives_date_and_byline() -> None:
    article = cleaned(
        "\n".join(["Mayor opens new bridge in Lindow", "AP (from Aar Press) March 5, 2024 11:32", *STORY])
    ).article
    assert article.published_edtf == "2024-03-05"
    assert article.byline == "AP (from Aar Press)"


def test_date_of_an_update_that_is_glued_to_its_label_is_not_that_of_publication() -> None:
    head = '<meta property="article:published_time" content="2015-05-12"><h1>Mayor opens new bridge in Lindow</h1>'
    page = (
        head
        + "<div>By <b>Ana Roe</b> <b>Updated</b><b>January 25, 2026</b></div>"
        + "".join(map("<p>{}".format, STORY))
    )
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    assert clean_document(document, Furniture(), NOW).article.published_edtf == "2015-05-12"


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
def test_day_that_the_first_sentence_tells_is_not_that_of_publication(told: str, stated: str) -> None:
    page = f"""<html><head><title>Gozo pier closes</title>{stated}</head><body><article><h1>Gozo pier closes</h1>
        <p>{told}</p><p>Residents of the nearest town welcomed the decision, which had been under discussion for
        years.</p></article></body></html>"""
    (document,) = read_file("pier.html", page.encode())
    assert isinstance(document, Document)
    assert clean_document(document, Furniture(), NOW).article.published_edtf == "2025-05-19"


def test_title_loses_the_site_s_name() -> None:
    head = "<title>Bridge opens | Aar Press</title><meta property='og:site_name' content='Aar Press'>"
    page = head + "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    article = clean_document(document, Furniture(), NOW).article
    assert article.headline == "Bridge opens"
    assert article.source == "Aar Press"
    assert article.body == "\n\n".join(STORY)


def test_language_is_that_of_the_body() -> None:
    assert cleaned("\n".join(STORY)).article.language == "en"
    assert (
        cleaned(
            "Der Bürgermeister eröffnete am Montag die neue Brücke über die Aar, zwei Jahre nach der Sperrung."
        ).article.language
        == "de"
    )
    assert cleaned("Yes.").article.language is None


def test_foreign_interface_around_an_english_article_goes() -> None:
    text = "\n\n".join(
        [
            "Mayor opens new bridge in Lindow - Puerto Diario",
            "Portada",
            "Mayor opens new bridge in Lindow",
            "Compartir en Facebook",
            "Por Ana Roe",
            "5 de marzo de 2024",
            *STORY[:2],
            "Lea también",
            "El puente de los dos barrios cierra por obras",
            *STORY[2:],
            "Suscríbete al boletín y recibe las noticias del puerto cada mañana.",
            "Three bridges that never opened",
            "Todos los derechos reservados",
        ]
    )
    result = cleaned(text)
    assert result.article.body == "\n\n".join(STORY)
    assert result.article.headline == "Mayor opens new bridge in Lindow"
    assert result.article.source == "Puerto Diario"
    assert result.article.byline == "Ana Roe"
    assert result.article.published_edtf == "2024-03-05"
    assert_ledger_holds(result)


def test_markdown_marks_are_no_part_of_the_headline() -> None:
    text = "\n\n".join(["# Mayor opens *new* bridge", "*By Ana Roe*", STORY[0], "![The mill](mill.jpg)", *STORY[1:]])
    (document,) = read_file("a.md", text.encode())
    assert isinstance(document, Document)
    article = clean_document(document, Furniture(), NOW).article
    assert article.headline == "Mayor opens *new* bridge"
    assert article.byline == "Ana Roe"
    assert article.body == "\n\n".join(STORY)


def test_what_an_office_sends_out_ends_at_its_mark() -> None:
    lines = [
        "FOR IMMEDIATE RELEASE",
        "Contact: Ana Roe",
        "Email: ana@lindow.example",
        "5 March 2024",
        "BRIDGE TO OPEN IN LINDOW",
    ]
    notes = ["###", "About Lindow", "Lindow is a town of nine thousand people on the river Aar, founded in 1291."]
    article = cleaned("\n\n".join([*lines, *STORY, *notes])).article
    assert article.body == "\n\n".join(STORY)
    assert (article.headline, article.published_edtf) == ("BRIDGE TO OPEN IN LINDOW", "2024-03-05")


def test_note_in_markdown_is_the_article_but_for_its_pictures() -> None:
    short = ["The wait is over.", "It cost 12 million crowns. It was worth it."]
    picture = "![The mill](mill.jpg)\n*The mill on Sunday. Photo: Ana Roe*"
    front = "---\ntitle: Bridge opens\ndate: 2024-03-05\ntags: [aar]\nauthor: Ana Roe\n---"
    text = "\n\n".join(
        [front, short[0], STORY[0], picture, short[1], "{{< newsletter >}}", "## What comes next", STORY[3]]
    )
    (document,) = read_file("a.md", text.encode())
    assert isinstance(document, Document)
    assert clean_document(document, Furniture(), NOW).article.body == "\n\n".join(
        [short[0], STORY[0], short[1], STORY[3]]
    )


def test_short_paragraphs_in_markup_go_on_with_the_body() -> None:
    short = ["It blamed the price of fuel.", "Nobody asked the town."]
    content = "".join(f"<p>{line}</p>" for line in (STORY[0], *short))
    (record,) = read_file("a.json", json.dumps({"content": content}).encode())
    (page,) = read_file("a.html", f"<html><body><div>{content}</div><footer>Imprint</footer></body></html>".encode())
    for document in (record, page):
        assert isinstance(document, Document)
        assert clean_document(document, Furniture(), NOW).article.body == "\n\n".join((STORY[0], *short))


@pytest.mark.parametrize(
    "inserted",
    [
        "<p><b>RELATED: <a href='/ferry'>Ferry fares rise again</a></b></p>",
        "<div>REKLAMA</div>",
        "<ul><li><a href='/ferry'>Ferry fares rise again</a></li><li><a href='/mill'>Mill burns down</a></li></ul>",
        "<div>Download our app</div>",
    ],
)
def test_body_goes_on_behind_what_a_page_puts_between_paragraphs(inserted: str) -> None:
    story = (
        f"<p>{STORY[0]}</p><p>{STORY[1]}</p>{inserted}<p>Nobody asked the town.</p><p>Both ferries are to be sold.</p>"
    )
    page = f"<html><body><nav>Home</nav><div class='story'>{story}</div><footer>© 2024 Aar Press</footer></body></html>"
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    body = clean_document(document, Furniture(), NOW).article.body
    assert body == "\n\n".join([*STORY[:2], "Nobody asked the town.", "Both ferries are to be sold."])


def test_questions_and_short_answers_are_the_article() -> None:
    answers = [
        "When did you hear of it?",
        "On the radio, like everybody else.",
        "Do you blame them?",
        "No. I blame the river.",
    ]
    assert cleaned("\n\n".join(["The man who ran the ferry", *answers])).article.body.split("\n\n")[-4:] == answers


def test_text_in_a_script_without_spaces() -> None:
    story = ["港湾局は十七日、冬の嵐で損傷した木造桟橋を閉鎖すると発表した。", "市長は「安全が第一だ」と述べた。"]
    content = "".join(f"<p>{line}</p>" for line in story)
    links = "<nav><a href='/'>トップ</a><a href='/s'>社会</a></nav>"
    page = (
        f"<html lang='ja'><body>{links}<div><h1>桟橋の閉鎖を決定</h1>{content}</div><footer>無断転載を禁じます</footer>"
    )
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    assert clean_document(document, Furniture(), NOW).article.body == "\n\n".join(story)


def test_dateline_tells_which_number_is_the_day_and_the_end_mark_is_no_word() -> None:
    article = cleaned(
        f"05/03/2024 - 16:20 GMT\n\nBRIDGE OPENS IN LINDOW\n\nLINDOW, March 5 (Aar Press) -- {STORY[0]} Enditem"
    ).article
    assert article.published_edtf == "2024-03-05"
    assert article.body.endswith("Enditem")


def test_deck_below_a_headline_without_a_blank_line_is_no_headline() -> None:
    text = "\n\n".join(
        [
            "Thursday, March 7, 2024",
            "Mayor opens new bridge\nThe ferry will go in May",
            "By Ana Roe\nMar 5, 2024",
            *STORY,
        ]
    )
    article = cleaned(text).article
    assert (article.headline, article.published_edtf) == ("Mayor opens new bridge", "2024-03-05")


def test_long_footer_is_not_the_article_s_container() -> None:
    legal = (
        "This service may carry material of agencies, which must not be used again without their consent in writing."
    )
    story = "".join(f"<p>{line}</p>" for line in (STORY[0], "It cost 12 million crowns.", "The ferry will close."))
    footer = f"<footer><p>{legal}</p><p>{legal} So it is.</p></footer>"
    page = f"<html><body><main><article>{story}</article>{footer}</main></body></html>"
    (document,) = read_file("a.html", page.encode())
    assert isinstance(document, Document)
    assert legal not in clean_document(document, Furniture(), NOW).article.body


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
    ],
)
def test_who_signs_stands_between_headline_and_a_short_lead(name: str, signed: str) -> None:
    head = "# Mayor opens new bridge" if name == "a.md" else "Mayor opens new bridge"
    (document,) = read_file(name, "\n\n".join([head, signed, "The wait is over.", *STORY]).encode())
    assert isinstance(document, Document)
    article = clean_document(document, Furniture(), NOW).article
    assert article.body == "\n\n".join(["The wait is over.", *STORY])
    assert article.headline == "Mayor opens new bridge"
    assert (article.byline or "").startswith("Ana Roe")
    assert article.published_edtf == ("2024-03-05" if "2024" in signed else None)


@pytest.mark.parametrize(
    ("stated", "byline"),
    [
        ("Ana Roe in Sofia and Jan Wit in Lund", "Ana Roe and Jan Wit"),
        ("Reporting by Ana Roe; editing by Jan Wit", "Ana Roe"),
        ("Ana Roe; Jan Wit", "Ana Roe; Jan Wit"),
    ],
)
def test_stated_byline_names_who_wrote(stated: str, byline: str) -> None:
    assert cleaned("\n".join(STORY), sidecar={"byline": stated}).article.byline == byline


def test_markdown_byline_with_a_link_and_marks() -> None:
    text = "\n\n".join(["# Mayor opens bridge", "**By [Ana Roe](https://aar.example/ana)** | 05.03.2024", *STORY])
    (document,) = read_file("a.md", text.encode())
    assert isinstance(document, Document)
    article = clean_document(document, Furniture(), NOW).article
    assert (article.byline, article.published_edtf) == ("Ana Roe", "2024-03-05")


def test_headline_of_plain_text_stands_above_the_byline() -> None:
    article = cleaned("\n\n".join(["Mayor opens new bridge", "By Ana Roe", "Two years of waiting", *STORY])).article
    assert article.headline == "Mayor opens new bridge"


def test_first_paragraph_below_a_picture_is_no_caption() -> None:
    assert cleaned("\n\n".join(["Mayor opens bridge today", "aar-bridge.jpg", *STORY])).article.body == "\n\n".join(
        STORY
    )


def test_long_paragraph_of_a_known_source_is_no_furniture() -> None:
    """Lines longer than the memory keeps are not taken for lines that every article had."""
    long = " ".join(
        f"On day {number} the council of the town met again and spoke about the bridge." for number in range(9)
    )
    source = {"source": "Aar Press"}
    memory = Furniture()
    for number in range(9):
        (document,) = read_file("a.txt", f"Story {number} begins.".encode(), json.dumps(source).encode())
        assert isinstance(document, Document)
        memory = learn(memory, document)
    assert long in cleaned(f"The town has talked for nine days.\n{long}", memory, source).article.body


def test_line_of_many_articles_becomes_furniture() -> None:
    line = "Lindow lives: tell us what you think of your town and win a seat on the quay."
    source = {"source": "Aar Press"}
    memory = Furniture()
    for number in range(6):
        text = f"Story {number} of the town begins here.\n{line}\nIt ended after {number} days of rain, it was said."
        if number < 5:
            assert line in cleaned(text, memory, source).article.body
        (document,) = read_file("a.txt", text.encode(), json.dumps(source).encode())
        assert isinstance(document, Document)
        memory = learn(memory, document)
    result = cleaned(
        f"Another story of the town begins here today.\n{line}\nIt ended at noon that day, the council said.",
        memory,
        source,
    )
    assert {row.rule for row in result.removed} == {"source_furniture"}
    assert furniture_of(memory.rows()) == memory
    assert (
        line
        in cleaned(
            f"Another story of the town begins here today.\n{line}\nIt ended at noon that day, the council said.",
            memory,
        ).article.body
    )


def test_unknown_source_teaches_nothing() -> None:
    (document,) = read_file("a.txt", b"One line.\nAnother line.")
    assert isinstance(document, Document)
    assert learn(Furniture(), document) == Furniture()


@given(
    st.lists(
        st.sampled_from([*STORY, "Share", "By Ana Roe", "Photo: Aar Press", "A short line", "", "x.jpg", "  "]),
        min_size=1,
        max_size=25,
    )
)
def test_ledger_holds_whatever_the_lines(lines: list[str]) -> None:
    for item in read_file("a.txt", "\n".join(lines).encode()):
        if isinstance(item, Document):
            result = clean_document(item, Furniture(), NOW)
            assert_ledger_holds(result)
            assert all(item.text[span.char_start : span.char_end].strip() for span in result.paragraphs)


def test_cleaning_a_clean_body_changes_nothing() -> None:
    body = cleaned("\n\n".join(["Mayor opens new bridge in Lindow", *STORY, "Related Articles"])).article.body
    assert cleaned(body).article.body == body


@given(st.permutations(range(6)))
def test_the_order_of_a_source_s_articles_does_not_matter_to_what_is_learned(order: list[int]) -> None:
    def read(number: int) -> Document:
        raw = f"{STORY[number % 4]}\nStory number {chr(97 + number)}.\nTell us what you think of the town.".encode()
        (document,) = read_file("a.txt", raw, b'{"source": "Aar Press"}')
        assert isinstance(document, Document)
        return document

    memory = Furniture()
    for number in order:
        memory = learn(memory, read(number))
    in_order = Furniture()
    for number in range(6):
        in_order = learn(in_order, read(number))
    assert memory.rows() == in_order.rows()


@given(
    st.lists(st.sampled_from(["Share", "By Ana Roe", "Photo: Aar Press", "Related Articles", "", "x.jpg"]), max_size=4),
    st.lists(st.sampled_from(["Share", "(3) Comments", "Back to top", "© 2024 Aar Press", "Subscribe"]), max_size=4),
)
def test_cleaning_is_idempotent_whatever_stands_around_a_story(above: list[str], below: list[str]) -> None:
    once = cleaned("\n\n".join([*above, *STORY, *below])).article.body
    assert cleaned(once).article.body == once


@pytest.mark.parametrize(
    ("headline", "opening", "published"),
    [
        ("Lindow marks the flood of 3 May 1982 with a parade", "", None),
        ("The ferry treaty of 3 March 2019 is dead, says Lindow", "LINDOW, 8 March 2026 - ", "2026-03-08"),
        ("Mayor opens bridge", "LINDOW, March 5, 2026 (Aar Press) - ", "2026-03-05"),
        ("Mayor opens bridge", "LINDOW (Aar Press) - ", None),
    ],
)
def test_a_dateline_dates_an_article_and_a_day_in_its_headline_does_not(
    headline: str, opening: str, published: str | None
) -> None:
    result = cleaned(f"{headline}\n\n{opening}{STORY[0]}\n\n{STORY[1]}")
    assert (result.article.headline, result.article.published_edtf) == (headline, published)
    bases = {row.basis for row in result.evidence if row.field == "published"}
    assert bases == ({"dateline"} if published else set())
