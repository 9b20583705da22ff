"""Pages in many languages: who signs and when it was published, as they print it beside the headline."""

from datetime import UTC, datetime

import pytest

from schemas.articles import Article
from transforms.clean.clean_document import clean_document
from transforms.clean.furniture import Furniture
from transforms.read.document import Document
from transforms.read.read_file import read_file

BODY = {
    "en": "The harbour board voted on Thursday to close the old timber pier, which has been unsafe since winter.",
    "de": "Der Rat hat am Montag beschlossen, dass die alte Brücke gesperrt bleibt, weil die Pfeiler unterspült sind.",
    "fr": "Le conseil municipal a voté lundi la fermeture du vieux pont, fragilisé par les crues, ont indiqué les élus.",
    "es": "El ayuntamiento votó el lunes el cierre del viejo puente, dañado por las crecidas, según informaron los concejales.",
    "pt": "A câmara municipal votou na segunda-feira o encerramento da velha ponte, danificada pelas cheias do inverno.",
    "it": "Il consiglio comunale ha votato lunedì la chiusura del vecchio ponte, danneggiato dalle piene dello scorso inverno.",
    "pl": "Rada miasta zagłosowała w poniedziałek za zamknięciem starego mostu, uszkodzonego przez zimowe powodzie.",
    "tr": "Belediye meclisi pazartesi günü, geçen kışki sellerde zarar gören eski köprünün kapatılmasına karar verdi.",
    "ru": "Городской совет в понедельник проголосовал за закрытие старого моста, повреждённого зимними паводками.",
    "ar": "صوت المجلس البلدي يوم الاثنين على إغلاق الجسر القديم الذي تضرر من فيضانات الشتاء الماضي، وفق ما أعلن الأعضاء.",
    "ko": "시의회는 월요일 지난 겨울 홍수로 손상된 낡은 다리를 폐쇄하기로 의결했다고 의원들이 밝혔다.",
}


def article(language: str, *lines: str, head: str = "") -> Article:
    body = BODY[language.split("-", maxsplit=1)[0]]
    printed = "".join(f"<div>{line}</div>" for line in lines)
    page = (
        f'<html lang="{language}"><head><title>Bridge 1</title>{head}</head><body><nav><a href="/">Start</a></nav>'
        f"<article><h1>Bridge 1</h1>{printed}<p>{body}</p><p>{body}</p></article></body></html>"
    )
    [document] = read_file("page.html", page.encode())
    assert isinstance(document, Document)
    return clean_document(document, Furniture(), datetime(2026, 1, 1, tzinfo=UTC)).article


@pytest.mark.parametrize(
    ("language", "lines", "published", "byline"),
    [
        (
            "de",
            ["Von Jürgen Übelacker", "Veröffentlicht am 05.03.2024, 18 Uhr | Aktualisiert: 06.04.2024"],
            "2024-03-05",
            "Jürgen Übelacker",
        ),
        (
            "de-DE",
            ["Stand: 06.04.2024", "Von: Jürgen Übelacker, Anke Brahms", "Erstellt: 05.03.24, 18 Uhr"],
            "2024-03-05",
            "Jürgen Übelacker, Anke Brahms",
        ),
        (
            "fr",
            ["Par Hélène d’Aubigny", "Mis à jour le 6 avril 2024 à 10h02, publié le 5 mars 2024"],
            "2024-03-05",
            "Hélène d’Aubigny",
        ),
        ("es", ["Íñigo Larrañaga", "05 ene. 2024 - 18:12 CET"], "2024-01-05", "Íñigo Larrañaga"),
        (
            "es-PE",
            ["Por: Íñigo Larrañaga", "Actualizado: 6 de abril del 2024", "Publicado: 5 de marzo del 2024"],
            "2024-03-05",
            "Íñigo Larrañaga",
        ),
        (
            "pt-br",
            ["Por Conceição Magalhães, g1 Bahia", "05/03/2024 18h12 Atualizado 06/03/2024"],
            "2024-03-05",
            "Conceição Magalhães, g1 Bahia",
        ),
        (
            "it",
            ["di Niccolò Rossi", "Pubblicato il 05/03/2024 - Ultima modifica 6 aprile 2024"],
            "2024-03-05",
            "Niccolò Rossi",
        ),
        (
            "pl",
            ["Autor: Świętosława Brzęk", "Data publikacji: 5 mar 2024, Aktualizacja: 6 kwi 2024"],
            "2024-03-05",
            "Świętosława Brzęk",
        ),
        (
            "tr",
            ["Haber: Gülşen Öztürkoğlu", "Yayınlanma: 05.03.2024 | Güncelleme: 06.04.2024"],
            "2024-03-05",
            "Gülşen Öztürkoğlu",
        ),
        ("tr", ["Güncelleme Tarihi: 6 Nis 2024", "Giriş Tarihi: 5 Şub 2024"], "2024-02-05", None),
        (
            "ru",
            ["Автор: Ярослава Мельникова", "5 марта 2024 (обновлено: 06.04.2024)"],
            "2024-03-05",
            "Ярослава Мельникова",
        ),
        (
            "ar",
            ["بقلم: ليلى القاسمي", "آخر تحديث: ٦ أبريل ٢٠٢٤", "تاريخ النشر: ٥ مارس ٢٠٢٤"],
            "2024-03-05",
            "ليلى القاسمي",
        ),
        ("ar", ["نشر في 5 آذار 2024"], "2024-03-05", None),
        (
            "ru",
            ["<span>Опубликовано: 5 марта 2024, 15:20</span> <span>Автор: Ярослава Мельникова</span>"],
            "2024-03-05",
            "Ярослава Мельникова",
        ),
        ("it", ["di Niccolò Rossi", "5 marzo 2024 alle 11:40 - 2 minuti di lettura"], "2024-03-05", "Niccolò Rossi"),
        ("ko", ["입력 2024. 3. 5. 오후 6:12"], "2024-03-05", None),
    ],
)
def test_label_and_date_of_each_language(language: str, lines: list[str], published: str, byline: str | None) -> None:
    found = article(language, *lines)
    assert (found.published_edtf, found.byline) == (published, byline)


@pytest.mark.parametrize(
    ("language", "lines", "url", "published"),
    [
        ("en-GB", ["Posted 05/03/2024"], "https://courier.example/a", "2024-03-05"),
        ("en-US", ["Posted 03/05/2024"], "https://courier.example/a", "2024-03-05"),
        ("en-US", ["Posted 05/03/2024"], "https://courier.co.uk/a", "2024-03-05"),
        ("en-US", ["Posted 05/03/2024", "Read next: 25/02/2024"], "https://courier.example/a", "2024-03-05"),
        ("en", ["Posted 05/03/2024"], "https://courier.example/a", None),
        ("en", ["Posted 03/05/2024"], "https://harbour.gov/a", "2024-03-05"),
    ],
)
def test_order_of_day_and_month(language: str, lines: list[str], url: str, published: str | None) -> None:
    assert article(language, *lines, head=f'<link rel="canonical" href="{url}">').published_edtf == published


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["ByNiamh Carraway", "Updated April 6, 2024"], "Niamh Carraway"),
        (["Updated on:", "April 6, 2024"], None),
        (["Reviewed by: Olu Adeyemi", "Written by Niamh Carraway"], "Niamh Carraway"),
        (["Author(s)", "<ul><li>Niamh Carraway</li><li>Olu Adeyemi</li></ul>"], "Niamh Carraway, Olu Adeyemi"),
        (["Niamh Carraway", "Staff writer", "Articles by Niamh"], "Niamh Carraway"),
        (["The board has had enough of patches, writes Niamh Carraway", "5 March 2024"], "Niamh Carraway"),
        (["Harbour Board", "5 March 2024"], None),
        (["Port Amery, 5 March 2024"], None),
        (["Press release, 5 March 2024"], None),
        (["No. 214 | 5 March 2024"], None),
        (["TWO ARRESTED AFTER PIER FIRE", "5 March 2024"], None),
        (["By 3 Seas Media"], "3 Seas Media"),
        (["Trusted by 4M Readers"], None),
        (["By Niamh Carraway in Sofia and Olu Adeyemi in Lagos"], "Niamh Carraway and Olu Adeyemi"),
        (["By Niamh Carraway in Sofia, Bulgaria, Olu Adeyemi in Lagos"], "Niamh Carraway, Olu Adeyemi"),
        (["By NIAMH CARRAWAY IN SOFIA AND OLU ADEYEMI IN LAGOS"], "NIAMH CARRAWAY AND OLU ADEYEMI"),
        (["From Niamh Carraway in Lagos"], "Niamh Carraway"),
        (["By Niamh Carraway, Political Correspondent, in Lagos"], "Niamh Carraway, Political Correspondent"),
        (["Reporting by Niamh Carraway; editing by Olu Adeyemi"], "Niamh Carraway"),
        (["Editing by Olu Adeyemi; reporting by Niamh Carraway"], "Niamh Carraway"),
        (["Reporting by Niamh Carraway in Lagos; Writing by Olu Adeyemi"], "Niamh Carraway, Olu Adeyemi"),
        (["Additional reporting by Olu Adeyemi"], None),
        (["Story by Niamh Carraway, photographs by Olu Adeyemi"], "Niamh Carraway"),
        (["Niamh Carraway and Olu Adeyemi, Reuters", "5 March 2024"], "Niamh Carraway and Olu Adeyemi, Reuters"),
        (["By Niamh Carraway (Reuters)"], "Niamh Carraway, Reuters"),
        (["By Niamh Carraway in Lagos, Reuters"], "Niamh Carraway, Reuters"),
        (["Niamh Carraway (Sofia), Olu Adeyemi (Lagos)", "5 March 2024"], "Niamh Carraway, Olu Adeyemi"),
        (["Harbour Notes with Niamh Carraway"], None),
    ],
)
def test_who_signs(lines: list[str], byline: str | None) -> None:
    assert article("en", *lines).byline == byline


def test_one_name_in_a_box_on_the_author_signs() -> None:
    box = '<aside class="author-card"><h4>Niamh Carraway</h4><p>Reports on harbours.</p></aside>'
    assert article("en", "5 March 2024", box).byline == "Niamh Carraway"


@pytest.mark.parametrize(
    ("language", "line", "byline"),
    [
        ("es", "Por Madrid pasan miles de turistas cada día", None),
        ("it", "Da Roma arrivano i primi fondi", None),
        ("en", "By Monday the board had made up its mind", None),
        ("de", "Von der Leyen trifft den Rat am Montag", None),
        ("es", "Madrid, 5 de marzo de 2024", None),
        ("es", "Por Niamh Carraway en Sofía y Olu Adeyemi en Lagos", "Niamh Carraway y Olu Adeyemi"),
        ("fr", "Par Niamh Carraway à Sofia et Olu Adeyemi à Lagos", "Niamh Carraway et Olu Adeyemi"),
        ("en", "By Niamh Carraway staff writer", "Niamh Carraway staff writer"),
        ("en", "By Swoop and Olu Adeyemi", "Swoop and Olu Adeyemi"),
    ],
)
def test_sentence_that_begins_like_a_byline_is_none(language: str, line: str, byline: str | None) -> None:
    assert article(language, line, "2024-03-05").byline == byline


def test_date_of_another_article_is_not_the_page_s() -> None:
    teaser = '<section class="related-stories"><h3>Ferry fares rise</h3><p>5 March 2024</p></section>'
    assert article("en", teaser).published_edtf is None


def test_day_in_the_url_makes_a_stated_one_whole() -> None:
    url = '<link rel="canonical" href="https://courier.example/2023/october/03/bridge">'
    assert article("en", head=f'<meta name="date" content="10/03/2023">{url}').published_edtf == "2023-10-03"
