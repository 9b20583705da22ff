"""Events and stories of the sample articles: what a line tells, which articles share it, what may not be one event."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.quality.measures import overlap
from benchmarks.quality.rows import FileRows, Row, Rows, rows_of, span

# Answers name the articles by the first characters of their file names.
_FILE_KEY = 3
# An event mention and the file that it stands in.
Telling = tuple[Row, FileRows]
_MUTUAL = ("CONSULT", "AGREE", "COOPERATE")


def events_on_line(ours: FileRows, line: int) -> list[Row]:
    """Our event mentions that touch the 1-based line."""
    lines = ours.raw.split("\n")
    start = sum(len(text) + 1 for text in lines[: line - 1])
    where = start, start + len(lines[line - 1]) if line <= len(lines) else start
    return [row for row in ours.events if overlap(span(row), where)]


def actors_match(event: Row, row: Row, ours: FileRows) -> bool:
    """Whether every gold actor, by country code or by a name that the text gives it, is among ours; recipients too."""
    acting = _also_called(row["actors"], ours) | set(row["actor_countries"])
    receiving = _also_called(row["recipients"], ours) | set(row["recipient_countries"])
    if event["type"] in _MUTUAL:
        acting |= receiving
    return set(event.get("actors") or ()) <= acting and set(event.get("recipients") or ()) <= receiving


def _also_called(names: Iterable[str], ours: FileRows) -> set[str]:
    wanted = set(names)
    return wanted | {row["text"] for row in ours.mentions if row["name"] in wanted}


def files_of(keys: Iterable[str], rows: Rows) -> list[FileRows]:
    """The rows of the articles that an answer names."""
    return [ours for file, ours in sorted(rows.items()) if file[:_FILE_KEY] in set(keys)]


def is_story_right(story: Row, rows: Rows) -> bool:
    """Whether one event of gold's type, actors and date has exactly the story's articles."""
    tellers: dict[str, set[str]] = defaultdict(set)
    mentions: dict[str, list[Telling]] = defaultdict(list)
    for file, ours in rows.items():
        for row in ours.events:
            tellers[row["event_id"]].add(file[:_FILE_KEY])
            mentions[row["event_id"]].append((row, ours))
    needed, allowed = set(story["articles"]), {*story["articles"], *(story.get("may_also_join") or ())}
    return any(
        needed <= files <= allowed and _tells(story, mentions[event_id]) for event_id, files in sorted(tellers.items())
    )


def _tells(story: Row, mentions: Sequence[Telling]) -> bool:
    if all(row["event_type"] != story["type"] for row, _ in mentions):
        return False
    if story.get("date") and all(row["date_edtf"] != story["date"] for row, _ in mentions):
        return False
    return any(actors_match(story, row, ours) for row, ours in mentions)


def separate_verdicts(stories: Sequence[Row], articles: Row, rows: Rows) -> dict[str, bool]:
    """For each of our events that speaks of gold stories: whether some one story fits all of its mentions.

    A mention may speak of the stories of its type that gold tells on its line; where its own date is that of one of
    them, only of that one.
    """
    fitting: dict[str, list[set[int]]] = defaultdict(list)
    for file, answers in articles.items():
        for event in answers.get("events") or ():
            for row in events_on_line(rows_of(rows, file), event["line"]):
                if row["event_type"] == event["type"]:
                    meant = _stories_on_line(stories, file, answers["events"], event["line"], row)
                    if meant:
                        fitting[row["event_id"]].append(meant)
    return {event_id: bool(set.intersection(*meant)) for event_id, meant in sorted(fitting.items())}


def _stories_on_line(stories: Sequence[Row], file: str, events: Sequence[Row], line: int, row: Row) -> set[int]:
    told = [event for event in events if event["line"] == line and event["type"] == row["event_type"]]
    meant = {
        index
        for index, story in enumerate(stories)
        for event in told
        if file[:_FILE_KEY] in story["articles"] and _same(story, event)
    }
    dated = {index for index in meant if stories[index].get("date") and stories[index]["date"] == row["date_edtf"]}
    return dated or meant


def _same(story: Row, event: Row) -> bool:
    if any(story.get(field) != event.get(field) for field in ("type", "place")):
        return False
    if set(story.get("actors") or ()) != set(event.get("actors") or ()):
        return False
    return _may_be_one_day(story.get("date"), event.get("date")) and _may_be_one_day(
        story.get("date_text"), event.get("date_text")
    )


def _may_be_one_day(left: str | None, right: str | None) -> bool:
    """Whether two EDTF dates, or two phrases, do not exclude each other: an X or a missing date may be anything."""
    if not left or not right:
        return True
    return len(left) == len(right) and all(a == b or "X" in (a, b) for a, b in zip(left, right, strict=True))


def show_gold(event: Row) -> str:
    """A gold event or story in one line."""
    return ", ".join(f"{key} {value}" for key, value in event.items() if key != "articles")


def show_ours(row: Row) -> str:
    """Our event mention in one line."""
    parties = [*row["actors"], *row["actor_countries"], ">", *row["recipients"], *row["recipient_countries"]]
    return f"{row['event_type']} {row['status']} {row['date_edtf']} ({' '.join(parties)})"


def show_events(story: Row, tellers: Sequence[FileRows]) -> str:
    """Our mentions of the story's type in its articles, in one line."""
    shown = [
        f"{ours.file[:_FILE_KEY]}: {row['event_id'][-4:]} {show_ours(row)}"
        for ours in tellers
        for row in ours.events
        if row["event_type"] == story["type"]
    ]
    return "; ".join(shown)[:900]
