"""What a source's earlier articles taught about its furniture: lines that stand on page after page."""

from dataclasses import dataclass
from typing import Annotated

from schemas.table import Column, table


@table("furniture", published=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureLine:
    """One line of a source and how many of that source's articles had it, in order of arrival."""

    source: Annotated[str, Column(doc="The publisher, as in articles.source.", key=True)]
    line: Annotated[
        str, Column(doc="The line, lower case, digits as 0, spaces as one; empty for the count of articles.", key=True)
    ]
    article_count: Annotated[int, Column(doc="How many of the source's articles had the line.", ge=1)]
