"""Named rules for lines that are unmistakably furniture, read from `phrases.yaml`."""

import re
from functools import cache, lru_cache
from importlib import resources

import yaml

_LONGEST_SEARCHED = 600


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups = yaml.safe_load(resources.files(__package__).joinpath("phrases.yaml").read_text("utf-8"))
    compiled = []
    for name, forms in groups.items():
        parts = [f"\\A(?:{form})\\Z" for form in forms.get("whole", ())]
        parts += [f"\\A(?:{form})" for form in forms.get("start", ())]
        parts += [f"(?:{form})" for form in forms.get("search", ())]
        compiled.append((name, re.compile("|".join(parts), re.IGNORECASE)))
    return tuple(compiled)


@lru_cache(maxsize=8192)
def furniture_rule(line: str) -> str | None:
    """The rule that recognizes the line as furniture, if one does.

    >>> furniture_rule("Back to top button")
    'continue_reading'
    """
    if len(line) > _LONGEST_SEARCHED:
        return None
    return next((name for name, pattern in _patterns() if pattern.search(line)), None)
