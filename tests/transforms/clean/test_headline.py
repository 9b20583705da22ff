"""The line that heads a plain text of which no title is known."""

from collections.abc import Callable

import pytest

from transforms.clean.clean_document import CleanedArticle

Cleaned = Callable[..., CleanedArticle]
TITLE = "Mayor opens new bridge in Lindow"


@pytest.mark.parametrize(
    "top",
    [
        f"{TITLE}\n\nThe old one had been closed for two years\n\nMon, Mar 4, 2024, 01:00\n\nGreta Holm",
        f"The Aar Brain\n{TITLE}\nWaiting, walking and waiting again\nGRETA HOLM\nMAR 4, 2024",
        f"National\n{TITLE}\n\nGreta Holm and Jan Wit\nThe Lindow Post\nLindow / Mon, March 4, 2024",
        f"{TITLE}\n\nGreta Holm, The Lindower\n\nPublished: Monday, March 4, 2024",
        f"{TITLE}\nOn March 4, 2024 4:33 pm\nIn News by Greta Holm",
        f"{TITLE}\nKestrel Radio | By Greta Holm\nPublished March 4, 2024 at 5:30 AM\nListen • 3:58",
        f"{TITLE}\nMonday - Mar 4, 2024\nTags:bridge|ferry",
        f"{TITLE}\nIssued on: 04/03/2024 - 14:32\nThe bridge at dawn, March 3, 2024. © Jan Wit, AFP",
        f"{TITLE}\n\nGetty Images A woman crosses the new bridge on foot\n\nPublished\n4 March 2024",
        f"{TITLE}\n\nOpinion by Greta Holm\n\nSpecial to The Lindow Times\n\nUpdated: March 4, 2024",
        f"{TITLE}\nAFP\nMARCH 04, 2024 10:42 IST\nUPDATED: MARCH 05, 2024 10:45 IST\nIt had been closed for two years",
        f"Kestrel / By Greta Holm\nPosted Mon 4 Mar 2024\n{TITLE}\nKey points:\nThe old one is gone\nIt cost a lot",
        f"{TITLE}\n\nBy: Greta Holm | March 4, 2024, 9:05 am\n\nThe bridge near Dell, S.D. (Submitted photo)",
        f"{TITLE}\nBy the Aar Notes Team\nUpdated March 4, 2024",
    ],
)
def test_headline_stands_above_decks_names_dates_and_pictures(cleaned: Cleaned, story: list[str], top: str) -> None:
    assert cleaned("\n\n".join([top, *story])).article.headline == TITLE


def test_headline_stands_above_a_list_of_contents(cleaned: Cleaned, story: list[str]) -> None:
    heads = ["Why the ferry stops", "What the bridge cost"]
    lines = [TITLE, "Greta Holm", "March 4, 2024", *heads, story[0], heads[0], *story[1:3], heads[1], story[3]]
    assert cleaned("\n\n".join(lines)).article.headline == TITLE


def test_headlines_of_others_above_are_passed_over(cleaned: Cleaned, story: list[str]) -> None:
    others = ["Parliament approves the new budget", "Crown weakens against the dollar", "Old mill burns down in Aar"]
    assert cleaned("\n".join([*others, TITLE, "2024-03-04 07:45", *story])).article.headline == TITLE
