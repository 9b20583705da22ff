"""News with every named mention linked to Wikidata: found, and told apart."""

import re

from benchmarks.quality.measures import Counts, Span, b_cubed, count_pairs, overlap, pair_spans
from benchmarks.quality.rows import FileRows, Gold, Miss, Row, Rows, Score, known, rows_of, span

_PRONOUNS = frozenset(
    (
        *("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"),
        *("you", "your", "yours", "yourself", "yourselves", "one", "everyone", "someone"),
        *("he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself"),
        *("they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which"),
        *("this", "that", "these", "those"),
    )
)
_NOT_NAMED = frozenset(("QUANTITY", "DATETIME"))
_LEAD = re.compile(r"\A(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_TAIL = re.compile(r"(?<=.)(?:['\u2019]s?|[.,;:]+)$", re.IGNORECASE)


def score(gold: Gold, rows: Rows) -> Score:
    """Mention F1 of the named mentions, exact span; B³ of `entity_id` against Wikidata ids.

    A leading article and a trailing 's or full stop do not matter to the span. Both sides are held to the same idea of
    a name: what has no capital after its article ("protesters", "The company") counts for nobody. Where gold nests
    names ("Denver", "Colorado" and "Denver, Colorado"), either reading is whole: a name is not lost when one that it
    lies in, or that lies in it, was found. B³ is over the gold mentions with an id that one of ours overlaps, in each
    file and across files.
    """
    exact, touching = Counts(), Counts()
    inside: list[tuple[tuple[str, str], tuple[str, str]]] = []
    misses = []
    for item in gold:
        ours = rows_of(rows, item["file"])
        named = [row for row in item["mentions"] if is_named(row)]
        made = [row for row in ours.mentions if overlap(span(row), tuple(item["evaluation_span"])) and _has_name(row)]
        pairs = pair_spans(
            [_trim((row["start"], row["end"]), row["text"]) for row in named], [_trimmed(row) for row in made]
        )
        same = [(i, j) for i, j in pairs if _trim_gold(named[i]) == _trimmed(made[j])]
        exact += count_pairs(len(named) - _other_readings(named, same), len(made), len(same))
        touching += count_pairs(len(named) - _other_readings(named, pairs), len(made), len(pairs))
        inside += [
            ((item["file"], named[i]["wikidata"]), (item["file"], made[j]["entity_id"]))
            for i, j in pairs
            if named[i]["wikidata"].startswith("Q")
        ]
        misses.append(_miss(item["file"], named, made, same, ours))
    if not gold:
        return Score({})
    in_file = b_cubed([left for left, _ in inside], [right for _, right in inside])
    across = b_cubed([left[1] for left, _ in inside], [right[1] for _, right in inside])
    metrics = {**exact.metrics("mention_"), "mention_overlap_f1": touching.f1}
    metrics |= {"b3_in_file_f1": in_file[2], "b3_across_f1": across[2]} if inside else {}
    figures = {"b3_across_precision": across[0], "b3_across_recall": across[1]}
    return Score(known(metrics), figures, tuple(misses))


def is_named(mention: Row) -> bool:
    """Whether a gold mention is a name: no pronoun, no common noun, no quantity, no date."""
    if mention["wikidata"] in _NOT_NAMED or mention["text"].lower() in _PRONOUNS:
        return False
    return _has_name(mention)


def _has_name(mention: Row) -> bool:
    return any(character.isupper() for character in _LEAD.sub("", mention["text"], count=1))


def _other_readings(named: list[Row], found: list[tuple[int, int]]) -> int:
    """How many of the named mentions overlap one that was found, and were not found themselves."""
    spans = [(row["start"], row["end"]) for row in named]
    hit = {i for i, _ in found}
    return sum(i not in hit and any(overlap(one, spans[other]) for other in hit) for i, one in enumerate(spans))


def _trim(where: Span, text: str) -> Span:
    lead, tail = _LEAD.match(text), _TAIL.search(text)
    start = where[0] + (len(lead.group()) if lead else 0)
    end = where[1] - (len(tail.group()) if tail else 0)
    return (start, end) if start < end else where


def _trim_gold(row: Row) -> Span:
    return _trim((row["start"], row["end"]), row["text"])


def _trimmed(row: Row) -> Span:
    return _trim(span(row), row["text"])


def _miss(file: str, named: list[Row], made: list[Row], same: list[tuple[int, int]], ours: FileRows) -> Miss:
    found, used = {i for i, _ in same}, {j for _, j in same}
    lost = [row["text"] for i, row in enumerate(named) if i not in found]
    extra = [f"{row['text']} ({row['kind']})" for j, row in enumerate(made) if j not in used]
    counts = count_pairs(len(named) - _other_readings(named, same), len(made), len(same))
    return Miss(file, counts.f1, f"lost {lost[:12]}", f"extra {extra[:12]}" if ours.article else "not published")
