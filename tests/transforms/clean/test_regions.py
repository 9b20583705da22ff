from transforms.clean.regions import core, threads
from transforms.read.document import Block

PARAGRAPH = "The mayor of Lindow opened the new bridge over the Aar on Monday, two years after the old one was closed."


def test_core_is_the_run_with_most_running_text() -> None:
    assert core([0, 30, 0, 0, 0, 0, 0, 40, 35, 0, 50, 0, 0]) == (7, 10)
    assert core([0, 0]) == (0, -1)


def test_comments_below_a_plain_article_are_a_thread() -> None:
    lines = [PARAGRAPH, PARAGRAPH, "Menu", "2 Comments", "Ana Roe says:", "What a bridge it is.", "Reply"]
    lines += ["Jan Wit says:", "I liked the ferry.", "Reply"]
    blocks = [Block(0, len(line)) for line in lines]
    assert threads(blocks, lines) == [False] * 3 + [True] * 7


def test_a_date_line_above_an_article_opens_no_thread() -> None:
    lines = ["Mayor opens new bridge", "3 May 2024, 10:15", "2 hours ago", "Share", PARAGRAPH, PARAGRAPH]
    assert not any(threads([Block(0, len(line)) for line in lines], lines))
