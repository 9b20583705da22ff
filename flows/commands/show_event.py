"""One event with everything that speaks for it: what, who, where, when, who says so, who agrees and who differs."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

from rich.padding import Padding
from rich.text import Text

from flows.commands.page import Page
from flows.counted import counted
from warehouse.curated import Curated, Row

# Fields that follow from others, and need no line of their own.
_DERIVED_FIELDS = (
    *("actor_countries", "recipient_countries", "country", "place_geonames_id", "latitude", "longitude"),
    *("date_earliest", "date_latest", "summary"),
)


def show_event(page: Page, curated: Curated, event_id: str) -> bool:
    """Show one event; False for an id that is not there."""
    event = curated.row("show_event", event_id)
    if event is None:
        return _show_gone(page, curated, event_id)
    page.title(what(event), event_id)
    page.console.print(Padding(Text(event["summary"], "italic"), (0, 0, 1, 0)))
    page.facts(
        {
            "who": event["actors"],
            "to whom": event["recipients"],
            "where": _where(event),
            "when": _when(event),
            "status": event["status"],
            "sources": f"{counted(event['article_count'], 'article')}, {event['independent_source_count']} independent",
            "reported": _span(event["first_reported"], event["last_reported"]),
        }
    )
    page.heading("Who says so")
    for _, mentions in groupby(curated.rows("show_event_mentions", event_id), key=itemgetter("sentence_id")):
        _evidence(page, list(mentions))
    _claims(page, curated.rows("show_event_claims", event_id), event["article_count"])
    page.heading("Sources")
    for source in curated.rows("show_event_sources", event_id):
        _source(page, source)
    return True


def _show_gone(page: Page, curated: Curated, event_id: str) -> bool:
    """An event of an earlier release: why it is gone, and which event has its mentions now."""
    gone = curated.row("show_gone_event", event_id)
    if gone is None:
        return False
    page.title("No event any more", event_id)
    now = gone["now_id"] or "nothing: no published article tells of it"
    page.facts({"cause": gone["cause"], "since": gone["release_id"], "in its place": now})
    return True


def _source(page: Page, source: Row) -> None:
    published = ", ".join(filter(None, [source["source"], source["published_edtf"]])) or "publisher and day not known"
    page.item(f"{source['file_name']} ({published})", "counts" if source["counts"] else _repetition(source))


def _repetition(source: Row) -> str:
    """With which article one counts; either may be the copy, the links of `show ARTICLE` say which."""
    other, kind = source["counted_file_name"], source["kind"]
    how = f" ({kind}, {source['score']:.2f})" if kind else ""
    return f"the same text as {other}{how}: not counted again"


def _evidence(page: Page, mentions: list[Row]) -> None:
    """The mentions of one sentence, and the sentence with their words marked."""
    for mention in mentions:
        says = ", ".join(filter(None, [mention["status"], mention["date_text"], mention["place"]]))
        by = f"; according to {mention['attributed_to']}" if mention["attributed_to"] else ""
        offsets = f"{mention['char_start']}-{mention['char_end']}"
        page.item(f"{mention['file_name']} [{offsets}]", f"{says}{by}; confidence {mention['confidence']:.2f}")
    starts = [(mention["char_start"] - mention["sentence_start"], len(mention["text"])) for mention in mentions]
    page.evidence(mentions[0]["sentence"], *((start, start + length) for start, length in starts))


def _claims(page: Page, claims: Iterable[Row], articles: int) -> None:
    """What several articles say alike, what one alone says, and where they differ."""
    claims = [claim for claim in claims if claim["field"] not in _DERIVED_FIELDS]
    disputed = {claim["field"] for claim in claims if not claim["agrees"]}
    undisputed = [claim for claim in claims if claim["field"] not in disputed]
    alone = [claim for claim in undisputed if articles > 1 and len(claim["files"]) == 1]
    agreed = [claim for claim in undisputed if claim not in alone]
    if agreed:
        page.heading("Agreed" if articles > 1 else "As the one article says")
    for claim in agreed:
        note = f"{counted(len(claim['files']), 'article')}; {claim['rule']}" if articles > 1 else ""
        page.item(f"{claim['field']}: {claim['value']}", note)
    if alone:
        page.heading("Said by one article only")
    for claim in alone:
        page.item(f"{claim['field']}: {claim['value']}", claim["files"][0])
    if disputed:
        page.heading("Disputed")
    for claim in claims:
        if claim["field"] in disputed:
            mark = "published" if claim["chosen"] else "not chosen"
            page.item(f"{claim['field']}: {claim['value']}", f"{mark}: {claim['rule']} ({', '.join(claim['files'])})")


def what(event: Row) -> str:
    """Type and mode, or the class of happening, and the parties of an event in one line."""
    kind = "/".join(filter(None, (event["event_type"], event["mode"])))
    parties = ", ".join(event["actors"]) + (f" → {', '.join(event['recipients'])}" if event["recipients"] else "")
    return f"{kind}  {parties}".strip()


def _where(event: Row) -> str | None:
    parts = [part for part in (event["place"], event["country"]) if part]
    return ", ".join(parts) or None


def _when(event: Row) -> str:
    if event["date_edtf"] is None:
        return "not stated"
    return f"{event['date_edtf']}{_range_note(event)}"


def _range_note(event: Row) -> str:
    earliest, latest = event["date_earliest"], event["date_latest"]
    if earliest is None or latest is None:
        return "  (the year is not known)" if event["date_edtf"].startswith("XXXX") else ""
    return "" if earliest == latest else f"  ({earliest} to {latest})"


def _span(first: object, last: object) -> str | None:
    if first is None:
        return None
    return str(first) if first == last else f"{first} to {last}"
