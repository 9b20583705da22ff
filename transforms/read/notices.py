"""Pages that a server sends instead of an article: errors, checks for robots, empty frames of applications."""

import re
from functools import cache
from importlib import resources

from transforms.load_yaml import load_yaml

_LONGEST = 150  # words
_SITE = re.compile(r"\s+[|\-–—·•:]\s+[^|\-–—·•:]{2,40}\Z")


def is_notice(title: str, text: str) -> bool:
    """Whether a short text under this title is what a server says instead of an article.

    >>> is_notice("404 Not Found - Harbour Post", "The page is gone."), is_notice("404 dead in quake", "A quake.")
    (True, False)
    """
    if len(text.split(maxsplit=_LONGEST)) > _LONGEST:
        return False
    title = " ".join(title.split())
    return any(_notices().fullmatch(form) for form in {title, _SITE.sub("", title)})


@cache
def _notices() -> re.Pattern[str]:
    listed = load_yaml(resources.files(__package__).joinpath("notices.yaml").read_text("utf-8"))
    return re.compile("|".join(re.sub(r"\s+\|", "|", forms) for forms in listed.values()), re.IGNORECASE)
