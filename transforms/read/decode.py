"""Bytes to text: encodings as declared and as they really are, mojibake repaired, control characters out.

All offsets count in the string that `decode` returns: every repair happens here, before anything is measured.
"""

import codecs
import html
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_SIGNATURES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a RIFF file (image, sound or video)",
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"SQLite format 3": "a database",
}
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\r\x0b\x0c\x1b")
_CONTROL_SHARE_LIMIT = 0.02
_REPLACED_SHARE_LIMIT = 0.01
_SAMPLE = 200_000
_TEXT_SHARE, _STOP_EVERY = 0.97, 100
_ASCII_END = 0x7F
# What web browsers do with these labels (WHATWG Encoding Standard): the Windows superset is meant.
_WEB_ALIASES = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "windows-31j": "cp932",
}
_WESTERN_PUNCTUATION = frozenset(b"\x80\x85\x91\x92\x93\x94\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbd")
_NEWLINES = re.compile(r"\r\n?")
_SPACE_CONTROLS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile(
    r"&(?:amp;)?(?:#(?:[1-9]\d{1,5}|x[0-9a-f]{2,5})|nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|[lr]aquo|euro|pound|"
    r"[a-z](?:acute|grave|circ|tilde|uml|cedil|ring|slash)|szlig|eth|thorn|shy|bull|middot|deg|copy|reg|trade);",
    re.IGNORECASE,
)
_MOJIBAKE_HINT = re.compile("[ÂÃâÐÑãåäæçï][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


class UnreadableError(ValueError):
    """The bytes are not text. `args[0]` says what they seem to be."""


# The letters beyond ASCII of languages that are written in windows-1252, and the marks that all of them use.
_WESTERN_LETTERS = tuple(
    map(
        frozenset,
        (
            "áéíóúüñ",  # Spanish
            "áâãàçéêíóôõúü",  # Portuguese
            "àâæçéèêëîïôœùûüÿ",  # French
            "äöüßé",  # German
            "åäöæøéü",  # the Nordic languages
            "àèéìíîòóùú",  # Italian
            "áéíóöúýðþæ",  # Icelandic
            "éèëïöüáíóú",  # Dutch
        ),
    )
)
_WESTERN_MARKS = frozenset("¡¿«»‹›“”„‘’‚–—…•·°ºª€£§©®™½¼¾\xa0\xad")


def decode(raw: bytes, declared: str | None = None) -> str:
    r"""The text of `raw`, with newlines as `\n` and no control characters but the tab.

    A byte-order mark wins, then valid UTF-8 whatever the label says (an accident is next to impossible), then the
    declared charset, then a guess. Raises UnreadableError for what is not text.
    """
    return tidy(_repair_mojibake(_decoded(raw, declared)))


def tidy(text: str) -> str:
    r"""Newlines as `\n`; other control characters, soft hyphens, zero-width spaces and lone surrogates taken out."""
    text = _NEWLINES.sub("\n", text)
    return _CONTROLS.sub("", _SPACE_CONTROLS.sub(" ", text))


def unescaped(text: str) -> str:
    """Plain text without the references (`&nbsp;`, `&#8217;`) that a page's markup left in it."""
    if "&" not in text:
        return text
    return tidy(_REFERENCE.sub(lambda found: html.unescape(html.unescape(found.group(0))).replace("\xa0", " "), text))


def _decoded(raw: bytes, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    for signature, name in _BINARY_SIGNATURES.items():
        if raw.startswith(signature):
            raise UnreadableError(name)
    wide = _wide_encoding(raw)
    if wide:
        return raw.decode(wide, errors="replace")
    sample = raw[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROL_BYTES)) > max(8, _CONTROL_SHARE_LIMIT * len(sample)):
        wide = next((encoding for encoding in ("utf-16-le", "utf-16-be") if _is_text(sample, encoding)), None)
        if wide:
            return raw.decode(wide, errors="replace")
        raise UnreadableError("binary data")
    if declared and declared.lower().startswith("iso-2022"):
        return _strictly(raw, declared) or raw.decode("ascii", errors="replace")
    utf8 = _strictly(raw, "utf-8")
    if utf8 is not None:
        return utf8
    return _legacy(raw, declared)


def _legacy(raw: bytes, declared: str | None) -> str:
    """Bytes that are not valid UTF-8: damaged UTF-8, a declared charset, or the likeliest one."""
    high = sum(byte > _ASCII_END for byte in raw[:_SAMPLE])
    mended = raw.decode("utf-8", errors="replace")
    if mended[:_SAMPLE].count("\ufffd") <= _REPLACED_SHARE_LIMIT * high:
        return mended
    if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
        text = _strictly(raw, _WEB_ALIASES.get(declared.lower(), declared))
        if text is not None:
            return text
    if all(byte <= _ASCII_END or byte in _WESTERN_PUNCTUATION for byte in raw[:_SAMPLE]):
        return raw.decode("cp1252", errors="replace")
    western = raw.decode("cp1252", errors="replace")
    return western if _is_western(western[:_SAMPLE]) else raw.decode(_guess(raw[:_SAMPLE]), errors="replace")


def _is_western(text: str) -> bool:
    """Whether all letters beyond ASCII are of one western language: a statistical guess needs more than a few of them."""
    letters = {letter for letter in text.lower() if letter > "\x7f"} - _WESTERN_MARKS
    return any(letters <= language for language in _WESTERN_LETTERS)


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def _wide_encoding(raw: bytes) -> str | None:
    """UTF-16 without a byte-order mark, told by zeros in every other place of Latin text."""
    sample = raw[:2000]
    if len(sample) < len("\0a\0b") or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_text(sample: bytes, encoding: str) -> bool:
    """Whether bytes are words in UTF-16, in any script: hardly a character is none of a text's; there are spaces or stops."""
    text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
    signs = sum(unicodedata.category(character)[0] in "LMNPZ" or character in "\n\r\t" for character in text)
    return signs >= _TEXT_SHARE * len(text) and sum(map(text.count, " \n。，、")) >= len(text) / _STOP_EVERY


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _repair_mojibake(text: str) -> str:
    """Undo UTF-8 that was once read as a one-byte charset; quotes and ligatures are left as they are."""
    if not _MOJIBAKE_HINT.search(text):
        return text
    from ftfy import fix_encoding

    return "\n".join(fix_encoding(line) if _MOJIBAKE_HINT.search(line) else line for line in text.split("\n"))
