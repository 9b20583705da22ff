"""What others make of the same files, in the shape of our own rows, so that the same scorer serves both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.quality.rows import FileRows


@dataclass(frozen=True, slots=True)
class Peer:
    """A program or a rule that does part of the job: `read` makes rows of a file's name and bytes.

    `metrics` are those that it can be held to; `package` names the distribution whose version its results depend on.
    """

    name: str
    package: str
    metrics: Sequence[str]
    read: Callable[[str, bytes], FileRows]


def peers_of(set_name: str) -> tuple[Peer, ...]:
    """The peers that can run here on a set; their libraries are imported when they read their first file."""
    from benchmarks.quality.peers import marks, pages, spacy_names

    keep_long = Peer(
        "keep long lines", "dragoman", ("line_precision", "line_recall", "line_f1", "body_f1"), pages.keep_long
    )
    quotation = Peer(
        "quotation marks",
        "dragoman",
        ("direct_precision", "direct_recall", "direct_f1", "direct_joined_recall"),
        marks.read,
    )
    peers = {
        "html": (
            Peer("trafilatura", "trafilatura", ("body_f1", "published", "author", "title"), pages.trafilatura),
            Peer("newspaper4k", "newspaper4k", ("body_f1", "published", "author", "title"), pages.newspaper),
            Peer("htmldate", "htmldate", ("published",), pages.htmldate),
        ),
        "text": (keep_long,),
        "quotes": (quotation,),
        "places": (
            Peer(
                "spaCy + largest town of the name",
                "spacy",
                ("mention_precision", "mention_recall", "mention_f1", "within_161_km", "country"),
                spacy_names.places,
            ),
        ),
        "entities": (
            Peer(
                "spaCy + same spelling",
                "spacy",
                (
                    "mention_precision",
                    "mention_recall",
                    "mention_f1",
                    "mention_overlap_f1",
                    "b3_in_file_f1",
                    "b3_across_f1",
                ),
                spacy_names.entities,
            ),
        ),
    }
    return peers.get(set_name, ())
