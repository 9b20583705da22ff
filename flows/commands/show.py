"""`dragoman show ID`: one thing with its evidence."""

from collections.abc import Callable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from flows.commands.page import Page
from flows.commands.show_event import show_event, what
from flows.counted import counted
from flows.errors import UsageError
from flows.home import Home
from warehouse.curated import Curated


def show_command(home: Home, item_id: str) -> int:
    """Print one thing by its id, or by the beginning of one; its prefix says what it is.

    Raises UsageError for an id that is not there.
    """
    prefix = item_id.partition("_")[0]
    shown = _SHOWN_BY_PREFIX.get(prefix)
    if shown is None:
        known = ", ".join(f"{name}_…" for name in _SHOWN_BY_PREFIX)
        raise UsageError(f"{item_id!r} is no id of Dragoman; ids begin with {known}")
    with Curated(home.releases.current) as curated:
        if not shown(Page(Console()), curated, item_id):
            shown(Page(Console()), curated, _completed(curated, item_id))
    return 0


def _completed(curated: Curated, beginning: str) -> str:
    """The one id that begins so. Raises UsageError where several do, or none."""
    found = [str(row["id"]) for row in curated.rows("ids_like", beginning)]
    if len(found) > 1:
        raise UsageError(f"{beginning} is the beginning of several ids: {', '.join(found[:5])}, …")
    if not found:
        raise UsageError(f"{beginning} is not in the published database")
    return found[0]


def _show_article(page: Page, curated: Curated, article_id: str) -> bool:
    article = curated.row("show_article", article_id)
    if article is None:
        return _show_unpublished(page, curated, article_id)
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
    page.heading("Evidence")
    for found in curated.rows("show_article_evidence", article_id):
        where = found["basis"] if found["char_start"] is None else f"page, {found['char_start']}–{found['char_end']}"
        page.item(f"{found['field']} {found['value'][:70]}", f"{where}: {found['text'][:70]}")
    page.heading("Events")
    for event in curated.rows("show_article_events", article_id):
        page.item(f"{what(event)}: {event['text']}", f"{event['status']}; {event['event_id']}")
    for link in curated.rows("show_article_links", article_id):
        page.heading("Repeats" if link["repeats"] else "Is repeated by")
        page.item(f"{link['file_name']}", f"{link['kind']}, {link['score']:.2f}; {link['article_id']}")
    page.heading("Removed")
    for removed in curated.rows("show_article_removed", article_id):
        page.item(f"{removed['kind']}: {' '.join(removed['text'].split())[:70]}", removed["rule"])
    page.heading("Body")
    page.console.print(Text(article["body"]))
    return True


def _show_unpublished(page: Page, curated: Curated, article_id: str) -> bool:
    """An article that is stored and not published: withdrawn, or held back."""
    gone = curated.row("show_withdrawn", article_id)
    held = curated.rows("show_held_back", article_id)
    if gone is None and not held:
        return False
    page.title("Not published", article_id)
    if gone:
        page.facts({name: gone[name] for name in ("file_name", "source", "headline", "reason")})
        page.facts({"since": gone["release_id"], "in its place": gone["successors"]})
    for item in held:
        page.heading(item["reason"])
        page.facts({name: item[name] for name in ("file_name", "detail", "fix", "seen_at", "item_id")})
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
            "named": _often(entity["mention_count"], entity["article_count"]),
        }
    )
    page.heading("Written as")
    for spelling in curated.rows("show_entity_spellings", entity_id):
        page.item(spelling["text"], _often(spelling["mentions"], spelling["articles"]))
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
        page.item(what(event), f"{event['date_edtf'] or 'no date'}; {event['event_id']}")
    page.heading("Evidence")
    for mention in curated.rows("show_entity_sentences", entity_id):
        page.item(f"{mention['file_name']} [{mention['char_start']}-{mention['char_end']}]")
        page.evidence(mention["sentence"])
    return True


def _often(mentions: int, articles: int) -> str:
    return f"{counted(mentions, 'time')} in {counted(articles, 'article')}"


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
            "verbatim": quote["verbatim"],
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
    page.evidence(sentence["text"])
    return True


_SHOWN_BY_PREFIX: dict[str, Callable[[Page, Curated, str], bool]] = {
    "ar": _show_article,
    "en": _show_entity,
    "qu": _show_quote,
    "ev": show_event,
    "rl": _show_release,
    "qr": _show_quarantined,
    "em": _show_mention,
    "mt": _show_mention,
    "se": _show_sentence,
}
