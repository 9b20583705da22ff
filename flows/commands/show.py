"""`dragoman show ID`: one thing with its evidence."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from flows.errors import UsageError
from flows.home import Home
from warehouse.curated import Curated, Row

_INDENT = 4
# Fields that follow from others, and need no line of their own.
_DERIVED_FIELDS = (
    *("actor_countries", "recipient_countries", "country", "place_geonames_id", "latitude", "longitude"),
    *("date_earliest", "date_latest", "summary"),
)


def show_command(home: Home, item_id: str) -> int:
    """Print one thing by its id; the id's prefix says what it is. Raises UsageError for an id that is not there."""
    prefix = item_id.partition("_")[0]
    shown = _SHOWN_BY_PREFIX.get(prefix)
    if shown is None:
        known = ", ".join(f"{name}_…" for name in _SHOWN_BY_PREFIX)
        raise UsageError(f"{item_id!r} is no id of Dragoman; ids begin with {known}")
    with Curated(home.releases.current) as curated:
        if not shown(Page(Console()), curated, item_id):
            raise UsageError(f"{item_id} is not in the published database")
    return 0


class Page:
    """Plain writing on a console: headings, facts, quoted evidence."""

    def __init__(self, console: Console) -> None:
        self.console = console

    def title(self, text: str, note: str = "") -> None:
        """The first line: what the thing is."""
        self.console.print(Text.assemble((text, "bold"), "  ", (note, "dim")))

    def facts(self, facts: Mapping[str, object]) -> None:
        """Names and values, one a line; what is not known is left out."""
        width = max(len(name) for name in facts) + 2
        for name, value in facts.items():
            if value not in (None, "", [], "None"):
                self.console.print(Text.assemble((f"{name:<{width}}", "cyan"), _text(value)))

    def heading(self, text: str) -> None:
        """A part of the page."""
        self.console.print()
        self.console.print(Text(text, "bold"))

    def item(self, text: str, note: str = "") -> None:
        """One line of a part."""
        self.console.print(Padding(Text.assemble(text, "  ", (note, "dim")), (0, 0, 0, 2)))

    def evidence(self, sentence: str, start: int, end: int) -> None:
        """A sentence with the words that matter marked; offsets count inside the sentence."""
        text = Text(sentence)
        text.stylize("bold", max(0, start), min(len(sentence), end))
        self.console.print(Padding(text, (0, 0, 0, _INDENT)))


def _show_event(page: Page, curated: Curated, event_id: str) -> bool:
    event = curated.row("show_event", event_id)
    if event is None:
        return False
    page.title(_what(event), event_id)
    page.console.print(Padding(Text(event["summary"], "italic"), (0, 0, 1, 0)))
    page.facts(
        {
            "who": event["actors"],
            "to whom": event["recipients"],
            "where": _where(event),
            "when": _when(event),
            "status": event["status"],
            "sources": f"{_counted(event['article_count'], 'article')}, {event['independent_source_count']} independent",
            "reported": _span(event["first_reported"], event["last_reported"]),
        }
    )
    page.heading("Who says so")
    for mention in curated.rows("show_event_mentions", event_id):
        says = ", ".join(filter(None, [mention["status"], mention["date_text"], mention["place"]]))
        by = f"; according to {mention['attributed_to']}" if mention["attributed_to"] else ""
        offsets = f"{mention['char_start']}-{mention['char_end']}"
        page.item(f"{mention['file_name']} [{offsets}]", f"{says}{by}; confidence {mention['confidence']:.2f}")
        start = mention["char_start"] - mention["sentence_start"]
        page.evidence(mention["sentence"], start, start + len(mention["text"]))
    _claims(page, curated.rows("show_event_claims", event_id))
    links = curated.rows("show_event_links", event_id)
    if links:
        page.heading("Counted once")
        for link in links:
            page.item(
                f"{link['file_name']} repeats {link['related_file_name']}", f"{link['kind']}, {link['score']:.2f}"
            )
    return True


def _claims(page: Page, claims: Iterable[Row]) -> None:
    claims = [claim for claim in claims if claim["field"] not in _DERIVED_FIELDS]
    disputed = {claim["field"] for claim in claims if not claim["chosen"]}
    page.heading("Agreed")
    for claim in claims:
        if claim["field"] not in disputed:
            page.item(f"{claim['field']}: {claim['value']}", f"{_counted(len(claim['files']), 'article')}; {claim['rule']}")
    if disputed:
        page.heading("Disputed")
    for claim in claims:
        if claim["field"] in disputed:
            mark = "published" if claim["chosen"] else "not chosen"
            page.item(f"{claim['field']}: {claim['value']}", f"{mark}: {claim['rule']} ({', '.join(claim['files'])})")


def _show_article(page: Page, curated: Curated, article_id: str) -> bool:
    article = curated.row("show_article", article_id)
    if article is None:
        return False
    page.title(article["headline"] or article["file_name"], article_id)
    page.facts(
        {
            "file": article["file_name"],
            "source": article["source"],
            "url": article["url"],
            "byline": article["byline"],
            "section": article["section"],
            "language": article["language"],
            "published": article["published_edtf"] or "not known",
            "words": article["word_count"],
            "first seen": article["first_seen_at"],
            "found": f"{article['mentions']} mentions of entities, {article['quotes']} quotes",
        }
    )
    page.heading("Events")
    for event in curated.rows("show_article_events", article_id):
        page.item(f"{_what(event)}: {event['text']}", f"{event['status']}; {event['event_id']}")
    for link in curated.rows("show_article_links", article_id):
        page.heading("Repeats" if link["repeats"] else "Is repeated by")
        page.item(f"{link['file_name']}", f"{link['kind']}, {link['score']:.2f}; {link['article_id']}")
    page.heading("Removed")
    for removed in curated.rows("show_article_removed", article_id):
        page.item(f"{removed['kind']}: {' '.join(removed['text'].split())[:70]}", removed["rule"])
    page.heading("Body")
    page.console.print(Text(article["body"]))
    return True


def _show_entity(page: Page, curated: Curated, entity_id: str) -> bool:
    entity = curated.row("show_entity", entity_id)
    if entity is None:
        return False
    page.title(entity["name"], f"{entity['kind']}  {entity_id}")
    where = f"{entity['latitude']:.4f}, {entity['longitude']:.4f}" if entity["latitude"] is not None else None
    page.facts(
        {
            "country": entity["country"],
            "sector": entity["sector"],
            "GeoNames": entity["geonames_id"],
            "Wikidata": entity["wikidata_id"],
            "where": where,
            "named": f"{entity['mention_count']} times in {entity['article_count']} articles",
        }
    )
    page.heading("Written as")
    for spelling in curated.rows("show_entity_spellings", entity_id):
        page.item(spelling["text"], f"{spelling['mentions']} times in {spelling['articles']} articles")
    roles = curated.rows("show_entity_roles", entity_id)
    if roles:
        page.heading("Offices")
    for role in roles:
        office = ", ".join(filter(None, [role["role"], role["organization"], role["country"]]))
        page.item(office, f"{role['file_name']} [{role['char_start']}-{role['char_end']}]")
    events = curated.rows("show_entity_events", entity["name"])
    if events:
        page.heading("Events")
    for event in events:
        page.item(_what(event), f"{event['date_edtf'] or 'no date'}; {event['event_id']}")
    page.heading("Evidence")
    for mention in curated.rows("show_entity_sentences", entity_id):
        page.item(f"{mention['file_name']} [{mention['char_start']}-{mention['char_end']}]")
        page.evidence(mention["sentence"], 0, 0)
    return True


def _show_quote(page: Page, curated: Curated, quote_id: str) -> bool:
    quote = curated.row("show_quote", quote_id)
    if quote is None:
        return False
    page.title("Direct quote" if quote["is_direct"] else "Reported speech", quote_id)
    page.console.print(Padding(Text(quote["text"], "italic"), (0, 0, 1, 0)))
    page.facts(
        {
            "speaker": quote["speaker_name"] or quote["speaker_text"],
            "in the words": quote["speaker_text"],
            "cue": quote["cue"],
            "via": quote["via"],
            "where": f"{quote['file_name']} [{quote['char_start']}-{quote['char_end']}]",
        }
    )
    return True


def _show_release(page: Page, curated: Curated, release_id: str) -> bool:
    release = curated.row("show_release", release_id)
    if release is None:
        return False
    page.title("Release", release_id)
    page.facts({name: value for name, value in release.items() if name != "release_id"})
    failed = curated.rows("show_release_checks", release_id)
    page.heading("Checks that failed")
    for check in failed:
        expected = f"{check['severity']}; wanted {check['expected']}"
        page.item(f"{check['table_name']}: {check['check_name']} — {check['observed']}", expected)
    if not failed:
        page.item("none")
    page.heading("Changes")
    for change in curated.rows("show_release_changes", release_id):
        page.item(f"{change['table_name']}: {change['rows']} {change['change']}", change["cause"])
    return True


def _show_quarantined(page: Page, curated: Curated, item_id: str) -> bool:
    item = curated.row("show_quarantine", item_id)
    if item is None:
        return False
    page.title(item["reason"], item_id)
    page.facts({name: item[name] for name in ("file_name", "article_id", "stage", "detail", "fix", "seen_at")})
    return True


def _show_mention(page: Page, curated: Curated, mention_id: str) -> bool:
    owner = curated.row("show_mention", mention_id)
    if owner is None:
        return False
    return _SHOWN_BY_PREFIX[owner["id"].partition("_")[0]](page, curated, owner["id"])


def _show_sentence(page: Page, curated: Curated, sentence_id: str) -> bool:
    sentence = curated.row("show_sentence", sentence_id)
    if sentence is None:
        return False
    page.title(f"{sentence['file_name']} [{sentence['char_start']}-{sentence['char_end']}]", sentence_id)
    page.evidence(sentence["text"], 0, 0)
    return True


_SHOWN_BY_PREFIX: dict[str, Callable[[Page, Curated, str], bool]] = {
    "ar": _show_article,
    "en": _show_entity,
    "qu": _show_quote,
    "ev": _show_event,
    "rl": _show_release,
    "qr": _show_quarantined,
    "em": _show_mention,
    "mt": _show_mention,
    "se": _show_sentence,
}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _what(event: Row) -> str:
    kind = event["event_type"] + (f"/{event['mode']}" if event["mode"] else "")
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


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return json.dumps(value) if isinstance(value, dict) else str(value)
