"""In advice only people and studies say something, and not what anybody wants; a report that quotes such talk stays one."""

from typing import TYPE_CHECKING

from transforms.entities.find_entities import find_entities
from transforms.quotes.find_quotes import find_quotes
from transforms.quotes.reports import is_report

if TYPE_CHECKING:
    from conftest import Parse

_ADVICE = (
    (
        "You want to see the world. The app offers a free map. I think that you need a bank with a good card. "
        "The Bank of Norway offers three cards to its clients. Your card supports a cheap trip to Peru. "
        "You may find that the roads are closed. The map shows that the pass is open. "
        "Many users agree that the app is slow. I suggest that you pay early. "
        "A study found that nine in ten trips are delayed. Ann Lee of the Oslo Tourist Board says that the trains are full. "
        "It is best to decide to leave early."
    ),
    "Port wine: a sweet wine that goes with cheese.",
)
_QUOTED = " ".join(f'"I told you that boat {number} is mine, and you know it," said Ida Berg.' for number in range(9))


def test_what_offers_and_what_you_want_is_said_by_nobody(parse: "Parse") -> None:
    article = parse(*_ADVICE)
    found = find_quotes(article, find_entities(article))
    assert [quote.speaker_text for quote in found] == [
        "I",
        "Many users",
        "I",
        "A study",
        "Ann Lee of the Oslo Tourist Board",
    ]


def test_a_short_text_is_believed_to_be_a_report(parse: "Parse") -> None:
    article = parse("Nordea offers three cards to its clients. I think that you need one.")
    assert len(find_quotes(article, find_entities(article))) == 2


def test_what_is_quoted_does_not_make_a_report_personal(parse: "Parse") -> None:
    article = parse(f"The boats sank off Oslo. {_QUOTED} The mayor left. He was tired.")
    assert is_report(article, find_quotes(article, find_entities(article)))
    assert not is_report(article, ())
