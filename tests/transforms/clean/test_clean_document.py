import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.clean.clean_document import CleanedArticle, clean_document
from transforms.clean.furniture import Furniture
from transforms.read.document import Document
from transforms.read.read_file import read_file

Cleaned = Callable[..., CleanedArticle]
NOW = datetime(2026, 1, 1, tzinfo=UTC)


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


def test_story_with_its_surroundings(cleaned: Cleaned, story: list[str]) -> None:
    text = "\n\n".join(
        [
            "Mayor opens new bridge in Lindow",
            "By Ana Roe",
            "Photo: Aar Press",
            story[0],
            story[1],
            "A long wait",
            story[2],
            ".player-box {display: none;}",
            "bridge-lindow-2024.jpg",
            "The bridge seen from the mill",
            story[3],
            "(3) Comments",
            "Related Articles",
            "Subscribe to our newsletter",
            "© 2024 Aar Press. All rights reserved.",
        ]
    )
    result = cleaned(text)
    assert result.article.body == "\n\n".join(story)
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


def test_one_sentence_is_body_and_never_a_headline(cleaned: Cleaned) -> None:
    for text in ("The mayor opened a bridge.", "Mayor opens bridge", "Mayor opens bridge\n"):
        result = cleaned(text)
        assert result.article.body == text
        assert result.removed == ()


def test_guide_keeps_its_headings_in_the_body(cleaned: Cleaned, story: list[str]) -> None:
    steps = [line for number, line in enumerate(story, 1) for line in (f"Step {number}: Look at part {number}", line)]
    result = cleaned("\n\n".join(steps))
    assert "Step 2: Look at part 2" in result.article.body
    assert "subhead" in [span.kind for span in result.paragraphs]


def test_removed_tail_takes_the_white_space_before_it(cleaned: Cleaned, story: list[str]) -> None:
    assert cleaned("\n".join([*story, "", "Back to top"])).article.body == "\n".join(story)


def test_foreign_interface_around_an_english_article_goes(cleaned: Cleaned, story: list[str]) -> None:
    text = "\n\n".join(
        [
            "Mayor opens new bridge in Lindow - Puerto Diario",
            "Portada",
            "Mayor opens new bridge in Lindow",
            "Compartir en Facebook",
            "Por Ana Roe",
            "5 de marzo de 2024",
            *story[:2],
            "Lea también",
            "El puente de los dos barrios cierra por obras",
            *story[2:],
            "Suscríbete al boletín y recibe las noticias del puerto cada mañana.",
            "Three bridges that never opened",
            "Todos los derechos reservados",
        ]
    )
    result = cleaned(text)
    assert result.article.body == "\n\n".join(story)
    assert result.article.headline == "Mayor opens new bridge in Lindow"
    assert result.article.source == "Puerto Diario"
    assert result.article.byline == "Ana Roe"
    assert result.article.published_edtf == "2024-03-05"
    assert_ledger_holds(result)


def test_what_an_office_sends_out_ends_at_its_mark(cleaned: Cleaned, story: list[str]) -> None:
    lines = [
        "FOR IMMEDIATE RELEASE",
        "Contact: Ana Roe",
        "Email: ana@lindow.example",
        "5 March 2024",
        "BRIDGE TO OPEN IN LINDOW",
    ]
    notes = ["###", "About Lindow", "Lindow is a town of nine thousand people on the river Aar, founded in 1291."]
    article = cleaned("\n\n".join([*lines, *story, *notes])).article
    assert article.body == "\n\n".join(story)
    assert (article.headline, article.published_edtf) == ("BRIDGE TO OPEN IN LINDOW", "2024-03-05")


def test_note_in_markdown_is_the_article_but_for_its_pictures(cleaned: Cleaned, story: list[str]) -> None:
    short = ["The wait is over.", "It cost 12 million crowns. It was worth it."]
    picture = "![The mill](mill.jpg)\n*The mill on Sunday. Photo: Ana Roe*"
    front = "---\ntitle: Bridge opens\ndate: 2024-03-05\ntags: [aar]\nauthor: Ana Roe\n---"
    text = "\n\n".join(
        [front, short[0], story[0], picture, short[1], "{{< newsletter >}}", "## What comes next", story[3]]
    )
    assert cleaned(text, name="a.md").article.body == "\n\n".join([short[0], story[0], short[1], story[3]])


def test_short_paragraphs_in_markup_go_on_with_the_body(story: list[str]) -> None:
    short = ["It blamed the price of fuel.", "Nobody asked the town."]
    content = "".join(f"<p>{line}</p>" for line in (story[0], *short))
    (record,) = read_file("a.json", json.dumps({"content": content}).encode())
    (page,) = read_file("a.html", f"<html><body><div>{content}</div><footer>Imprint</footer></body></html>".encode())
    for document in (record, page):
        assert isinstance(document, Document)
        assert clean_document(document, Furniture(), NOW).article.body == "\n\n".join((story[0], *short))


@pytest.mark.parametrize(
    "inserted",
    [
        "<p><b>RELATED: <a href='/ferry'>Ferry fares rise again</a></b></p>",
        "<div>REKLAMA</div>",
        "<ul><li><a href='/ferry'>Ferry fares rise again</a></li><li><a href='/mill'>Mill burns down</a></li></ul>",
        "<div>Download our app</div>",
    ],
)
def test_body_goes_on_behind_what_a_page_puts_between_paragraphs(
    cleaned: Cleaned, story: list[str], inserted: str
) -> None:
    lines = (
        f"<p>{story[0]}</p><p>{story[1]}</p>{inserted}<p>Nobody asked the town.</p><p>Both ferries are to be sold.</p>"
    )
    page = f"<html><body><nav>Home</nav><div class='lines'>{lines}</div><footer>© 2024 Aar Press</footer></body></html>"
    body = cleaned(page, name="a.html").article.body
    assert body == "\n\n".join([*story[:2], "Nobody asked the town.", "Both ferries are to be sold."])


def test_questions_and_short_answers_are_the_article(cleaned: Cleaned) -> None:
    answers = [
        "When did you hear of it?",
        "On the radio, like everybody else.",
        "Do you blame them?",
        "No. I blame the river.",
    ]
    assert cleaned("\n\n".join(["The man who ran the ferry", *answers])).article.body.split("\n\n")[-4:] == answers


def test_text_in_a_script_without_spaces(cleaned: Cleaned) -> None:
    story = ["港湾局は十七日、冬の嵐で損傷した木造桟橋を閉鎖すると発表した。", "市長は「安全が第一だ」と述べた。"]
    content = "".join(f"<p>{line}</p>" for line in story)
    links = "<nav><a href='/'>トップ</a><a href='/s'>社会</a></nav>"
    page = (
        f"<html lang='ja'><body>{links}<div><h1>桟橋の閉鎖を決定</h1>{content}</div><footer>無断転載を禁じます</footer>"
    )
    assert cleaned(page, name="a.html").article.body == "\n\n".join(story)


def test_long_footer_is_not_the_article_s_container(cleaned: Cleaned, story: list[str]) -> None:
    legal = (
        "This service may carry material of agencies, which must not be used again without their consent in writing."
    )
    lines = "".join(f"<p>{line}</p>" for line in (story[0], "It cost 12 million crowns.", "The ferry will close."))
    footer = f"<footer><p>{legal}</p><p>{legal} So it is.</p></footer>"
    page = f"<html><body><main><article>{lines}</article>{footer}</main></body></html>"
    assert legal not in cleaned(page, name="a.html").article.body


def test_first_paragraph_below_a_picture_is_no_caption(cleaned: Cleaned, story: list[str]) -> None:
    assert cleaned("\n\n".join(["Mayor opens bridge today", "aar-bridge.jpg", *story])).article.body == "\n\n".join(
        story
    )


@given(
    st.lists(
        st.sampled_from(
            [
                "The town waited two years for the bridge.",
                "Share",
                "By Ana Roe",
                "Photo: Aar Press",
                "A short line",
                "",
                "x.jpg",
                "  ",
            ]
        ),
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


def test_cleaning_a_clean_body_changes_nothing(cleaned: Cleaned, story: list[str]) -> None:
    body = cleaned("\n\n".join(["Mayor opens new bridge in Lindow", *story, "Related Articles"])).article.body
    assert cleaned(body).article.body == body


@given(
    st.lists(st.sampled_from(["Share", "By Ana Roe", "Photo: Aar Press", "Related Articles", "", "x.jpg"]), max_size=4),
    st.lists(st.sampled_from(["Share", "(3) Comments", "Back to top", "© 2024 Aar Press", "Subscribe"]), max_size=4),
)
def test_cleaning_is_idempotent_whatever_stands_around_a_story(
    cleaned: Cleaned, story: list[str], above: list[str], below: list[str]
) -> None:
    once = cleaned("\n\n".join([*above, *story, *below])).article.body
    assert cleaned(once).article.body == once
