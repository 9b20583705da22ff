"""What describes a file above its text: YAML, TOML, lines of headers, and what only looks like them."""

import pytest

from transforms.read.front_matter import front_matter

TEXT = "The harbour board voted to close the old pier."


@pytest.mark.parametrize(
    ("front", "headline", "byline", "published"),
    [
        (
            "---\ntitle: Pier\ndate: 2026-01-12 14:05:00 +02:00\nauthor: Ada Kwan\n---\n",
            "Pier",
            "Ada Kwan",
            "2026-01-12",
        ),
        (
            "---\nTitle: Pier\nDate: 12 Jan 2026\nauthors:\n  - name: Ada Kwan\n  - Olu Bo\n...\n",
            "Pier",
            "Ada Kwan, Olu Bo",
            "12 Jan 2026",
        ),
        (
            "---\ntitle: Pier: the end\ndate: 2026-01-12\nauthors: [Ada Kwan, Olu Bo]\n---\n",
            "Pier: the end",
            "Ada Kwan, Olu Bo",
            "2026-01-12",
        ),
        ("---\ntitle: Pier\npublished: true\ndate: 2026-01-12\n---\n", "Pier", None, "2026-01-12"),
        ("---\ntitle: &name Pier\nagain: *name\n---\n", "Pier", None, None),
        (
            '+++\ntitle = "Pier"\ndate = 2026-01-12T14:05:00Z\nauthor = "Ada Kwan"\n+++\n',
            "Pier",
            "Ada Kwan",
            "2026-01-12",
        ),
        ("---\ntitle: Pier\ndate: 2026-01-12\n\n", "Pier", None, "2026-01-12"),
        ("+++\ntitle = Pier\ndate = 2026-01-12\n+++\n", "Pier", None, "2026-01-12"),
        (
            "Title: Pier\n\nURL Source: https://a.example/\n\nPublished Time: 2026-01-12\n\nMarkdown Content:\n",
            "Pier",
            None,
            "2026-01-12",
        ),
        (
            "From: Harbour Post <post@a.example>\nTo: b@b.example\nSubject: Pier\nDate: Mon, 12 Jan 2026\n\n",
            "Pier",
            None,
            "Mon, 12 Jan 2026",
        ),
        ("Title: Pier\nAuthor: Ada Kwan\n\n", "Pier", "Ada Kwan", None),
    ],
)
def test_fields_above_a_text(front: str, headline: str, byline: str | None, published: str | None) -> None:
    start, said = front_matter(front + TEXT)
    assert (front + TEXT)[start:].strip() == TEXT
    assert (said.headline, said.byline) == (headline, byline)
    assert (said.published or "").startswith(published or "") and bool(said.published) == bool(published)


@pytest.mark.parametrize(
    "front",
    [
        "---\n\nThe board met.\n\n---\n",
        "---\nIt rained.\n\n",
        "Oslo: the pier\nLund: the ferry\n\n",
        "Title: Pier\nOslo: the vote is on\n\n",
        "",
    ],
)
def test_rules_and_colons_are_no_front_matter(front: str) -> None:
    assert front_matter(front + TEXT)[0] == 0


def test_paragraph_behind_headers_that_begins_like_one_is_text() -> None:
    start, said = front_matter(f"Title: Pier\nSource: https://a.example/x\n\nOslo: {TEXT}")
    assert said.source == "a.example"
    assert f"Title: Pier\nSource: https://a.example/x\n\nOslo: {TEXT}"[start:].strip() == f"Oslo: {TEXT}"


def test_aliases_that_would_unfold_without_end_are_not_followed() -> None:
    doubled = "".join(
        f"{name}: &{name} [*{above}, *{above}]\n" for above, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    start, said = front_matter(f"---\na: &a [x, x]\n{doubled}title: [*i, *i]\ndate: 2026-01-12\n---\n{TEXT}")
    assert (said.headline, said.published) == (None, "2026-01-12")
    assert start > 0
