import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.read.decode import UnreadableError, decode, tidy

RUSSIAN = "Переговоры прошли в Стамбуле, сообщил представитель министерства. Стороны договорились встретиться снова."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_encodings_need_no_label(encoding: str) -> None:
    assert decode("Café in Zürich.".encode(encoding)) == "Café in Zürich."


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_cyrillic_is_read_with_and_without_its_label(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), encoding) == RUSSIAN
    assert decode(RUSSIAN.encode("cp1251")) == RUSSIAN


def test_valid_utf8_beats_a_wrong_label() -> None:
    assert decode("Café".encode(), "shift_jis") == "Café"


def test_windows_punctuation_is_meant_by_latin_1() -> None:
    assert decode(b"\x93Yes\x94 \x96 he said", "iso-8859-1") == "“Yes” – he said"
    assert decode(b"\x93Yes\x94 \x96 he said") == "“Yes” – he said"


def test_mojibake_is_repaired_and_quotes_stay() -> None:
    assert decode("Itâ€™s in ZÃ¼rich, he said: “yes”".encode()) == "It’s in Zürich, he said: “yes”"


def test_unknown_label_is_no_obstacle() -> None:
    assert decode("Grüße".encode("cp1252"), "x-nonsense").startswith("Gr")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        "The old bridge is closed.",
        "Старый мост закрыт, сообщил в понедельник городской совет.",
        "市议会周一投票决定，关闭因冬季洪水受损的旧桥。",
    ],
)
def test_two_bytes_a_letter_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_binary_is_named() -> None:
    with pytest.raises(UnreadableError, match="PDF"):
        decode(b"%PDF-1.4 ...")


@given(st.text())
def test_no_control_characters_are_left(text: str) -> None:
    tidied = tidy(text)
    assert not any((ord(char) < 32 and char not in "\n\t") or 0x7F <= ord(char) < 0xA0 for char in tidied)
    assert tidy(tidied) == tidied


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("O ministro João Cravo falou em São Tomé, «disse» o governo.", "cp1252"),
        ("El señor Núñez habló en Bogotá: «no».", "cp1252"),
        ("Ministeren rejste til Ålborg på søndag.", "cp1252"),
        (
            "Jiří Novák řekl v Praze, že žádné dohody s ministry zatím nejsou a že se o nich bude ještě jednat.",
            "cp1250",
        ),
    ],
)
def test_a_few_letters_tell_western_text_from_other(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text
