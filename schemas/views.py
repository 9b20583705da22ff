"""The views that stand beside the published tables: what each is for and what its columns mean."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view of the published database; its query is `warehouse/views/NAME.sql`."""

    name: str
    doc: str
    columns: Mapping[str, str]


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View(
            "timeline",
            "Events in order of date, the readable columns only.",
            {
                "date": "When, as EDTF; empty where no article says.",
                "what": "PLOVER type and mode; in small letters the class of a happening that PLOVER has no type for.",
                "status": "Whether it happened, as far as the articles tell.",
                "who": "The entities that act, and after the arrow those acted upon.",
                "place": "Where.",
                "sources": "Independent sources that speak of it.",
                "event_id": "The event, for dragoman show.",
            },
        ),
        View(
            "disputed",
            "Event fields on which articles differ, side by side.",
            {
                "event_id": "The event.",
                "field": "The column of events that articles differ on.",
                "published": "The value published.",
                "others": "The values that lost.",
                "articles_for": "Articles that give the published value.",
                "articles_against": "Articles that give another.",
                "said_otherwise_in": "The files that give another value.",
            },
        ),
        View(
            "disputed_roles",
            "Offices that an article gives for another state than the one published for their holder: garbled, such as "
            "by machine translation. Former offices are none.",
            {
                "entity_id": "Who is said to hold the office.",
                "name": "The holder's canonical name.",
                "role": "The office in the article's words.",
                "stated_country": "The state that the article gives (ISO 3166-1 alpha-3); not believed.",
                "published_country": "The state published for the holder.",
                "articles_for": "Other articles whose offices for the holder are of the published state.",
                "file_name": "The file that says so.",
                "article_id": "The article that says so.",
                "char_start": "First code point of the statement in articles.text.",
                "char_end": "One past its last code point.",
            },
        ),
    )
}
