"""The sample articles with answers by hand: lines, names, quotes, events, and the stories that several of them tell."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.quality.measures import Counts, bag_f1, overlap, set_counts, share
from benchmarks.quality.rows import FileRows, Miss, Row, Rows, Score, known, rows_of, span
from benchmarks.quality.sets.five_stories import (
    actors_match,
    events_on_line,
    files_of,
    is_story_right,
    separate_verdicts,
    show_events,
    show_gold,
    show_ours,
)
from benchmarks.quality.sets.text import kept_lines

_KINDS = (("people", "PERSON"), ("organizations", "ORG"), ("places", "PLACE"))
_QUOTE_FOUND = 0.8


class _Verdicts:
    """Right or wrong for each thing asked, by metric, and what was wrong."""

    def __init__(self) -> None:
        self.flags: dict[str, list[bool]] = defaultdict(list)
        self.lines = Counts()
        self.misses: list[Miss] = []

    def add(self, metric: str, right: bool, item: str, *, gold: str, ours: str) -> None:
        self.flags[metric].append(right)
        if not right:
            self.misses.append(Miss(f"{metric} {item}", 0.0, gold, ours))


def score(gold: Row, rows: Rows) -> Score:
    """`gold` is the whole of articles.yaml: articles by file name, aliases, stories."""
    verdicts = _Verdicts()
    aliases = gold.get("aliases") or {}
    for file, answers in gold["articles"].items():
        ours = rows_of(rows, file)
        _judge_lines(verdicts, file, answers, ours)
        _judge_names(verdicts, file, answers, ours, aliases)
        _judge_quotes(verdicts, file, answers, ours)
        _judge_events(verdicts, file, answers, ours)
    for name, spellings in aliases.items():
        for spelling, right in alias_verdicts(spellings, rows, gold["articles"]).items():
            verdicts.add("aliases", right, name, gold=spelling, ours="another entity, or none")
    _judge_stories(verdicts, gold, rows)
    metrics = {name: share(flags) for name, flags in verdicts.flags.items()}
    return Score(known({"body_lines_f1": verdicts.lines.f1, **metrics}), misses=tuple(verdicts.misses))


def _judge_lines(verdicts: _Verdicts, file: str, answers: Row, ours: FileRows) -> None:
    kept, body = kept_lines(ours), set(answers["body"])
    verdicts.lines += set_counts(set(body), set(kept))
    lost, extra = sorted(body - kept), sorted(kept - body)
    verdicts.add("body_exact", kept == body, file, gold=f"lost lines {lost}", ours=f"extra lines {extra}")
    if answers.get("published"):
        published = (ours.article or {}).get("published_edtf")
        right = published == answers["published"]
        verdicts.add("published", right, file, gold=answers["published"], ours=str(published))


def _judge_names(verdicts: _Verdicts, file: str, answers: Row, ours: FileRows, aliases: Row) -> None:
    for field, kind in _KINDS:
        for name in answers.get(field) or ():
            found = has_entity(ours, {name, *aliases.get(name, ())}, kind)
            verdicts.add(field, found, file, gold=name, ours=f"no {kind} of that name")


def _judge_quotes(verdicts: _Verdicts, file: str, answers: Row, ours: FileRows) -> None:
    shown = "; ".join(row["text"][:50] for row in ours.quotes)
    for quote in answers.get("quotes") or ():
        found = find_quote(quote["text"], ours)
        verdicts.add("quotes", found is not None, file, gold=quote["text"], ours=shown)
        named = found is not None and is_speaker(quote["speaker"], found, ours)
        verdicts.add("quote_speakers", named, file, gold=quote["speaker"], ours=str(found and found["speaker_text"]))


def _judge_events(verdicts: _Verdicts, file: str, answers: Row, ours: FileRows) -> None:
    for event in answers.get("events") or ():
        here = events_on_line(ours, event["line"])
        told = [row for row in here if row["event_type"] == event["type"]]
        answered = {
            "events": bool(told),
            "event_actors": any(actors_match(event, row, ours) for row in told),
            "event_status": any(row["status"] == event["status"] for row in told),
        }
        if event.get("date"):
            answered["event_dates"] = any(row["date_edtf"] == event["date"] for row in told)
        for metric, right in answered.items():
            verdicts.add(metric, right, file, gold=show_gold(event), ours="; ".join(map(show_ours, here)))


def _judge_stories(verdicts: _Verdicts, gold: Row, rows: Rows) -> None:
    stories = [story for story in gold.get("stories") or () if "must_not_join" not in story]
    for story in stories:
        shown = show_events(story, files_of(story["articles"], rows))
        right = is_story_right(story, rows)
        verdicts.add("stories", right, show_gold(story), gold=str(story["articles"]), ours=shown)
    for event_id, right in separate_verdicts(stories, gold["articles"], rows).items():
        verdicts.add("must_not_join", right, event_id, gold="one story", ours="several stories in one event")


def _fold(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def has_entity(ours: FileRows, spellings: Iterable[str], kind: str) -> bool:
    """Whether the file mentions an entity of that kind under one of the spellings, as its name or in the text."""
    wanted = {_fold(spelling) for spelling in spellings}
    return any(row["kind"] == kind and {_fold(row["name"]), _fold(row["text"])} & wanted for row in ours.mentions)


def find_quote(text: str, ours: FileRows) -> Row | None:
    """Our quote whose words agree best with the gold quote, by a word F1 of at least .8."""
    best = max(ours.quotes, key=lambda row: bag_f1(text, row["text"]), default=None)
    return best if best is not None and bag_f1(text, best["text"]) >= _QUOTE_FOUND else None


def is_speaker(speaker: str, quote: Row, ours: FileRows) -> bool:
    """Whether the quote's speaker is of that name, or its words share the name's last word."""
    names = {_fold(row["name"]) for row in ours.mentions if row["entity_id"] == quote["speaker_id"]}
    return _fold(speaker) in names or _fold(speaker).split()[-1] in _fold(quote["speaker_text"] or "").split()


def alias_verdicts(spellings: Sequence[str], rows: Rows, files: Iterable[str]) -> dict[str, bool]:
    """For each spelling that the texts use: whether a mention of it lands on the entity that most spellings share."""
    holders: dict[str, set[str]] = {}
    for spelling in dict.fromkeys(spellings):
        texts = [rows_of(rows, file) for file in files]
        used = re.compile(rf"(?<!\w){re.escape(spelling)}(?!\w)")
        if any(used.search(ours.raw) for ours in texts):
            holders[spelling] = {entity for ours in texts for entity in _entities_of(used, ours)}
    votes = Counter(entity for entities in holders.values() for entity in sorted(entities))
    shared = min(votes, key=lambda entity: (-votes[entity], entity), default=None)
    return {spelling: shared in entities for spelling, entities in holders.items()}


def _entities_of(spelling: re.Pattern[str], ours: FileRows) -> set[str]:
    """The entities of the mentions that are this spelling, or most of it (the name without its title)."""
    return {
        row["entity_id"]
        for match in spelling.finditer(ours.raw)
        for row in ours.mentions
        if overlap(span(row), match.span()) == row["char_end"] - row["char_start"] > len(match.group()) / 2
    }
