"""The plainest finder of direct quotes: whatever stands between two quotation marks."""

import re

from benchmarks.quality.published import decode
from benchmarks.quality.rows import FileRows

_QUOTED = re.compile(r"“([^“”\n]+)”|\"([^\"\n]+)\"")


def read(file: str, raw: bytes) -> FileRows:
    """Every stretch between double quotation marks in one line, with no speaker."""
    text = decode(raw)
    quotes = [
        {
            "char_start": match.start(match.lastindex or 0),
            "char_end": match.end(match.lastindex or 0),
            "text": match.group(match.lastindex or 0),
            "is_direct": True,
            "speaker_id": None,
            "speaker_text": None,
        }
        for match in _QUOTED.finditer(text)
    ]
    return FileRows(file, text, {"body": text}, quotes=quotes)
