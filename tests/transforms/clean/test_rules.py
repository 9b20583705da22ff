"""Lines that a named rule recognizes as furniture, and lines like them that stay."""

import pytest

from transforms.clean.rules import furniture_rule


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("_lindow_id             1 year 1 month 4 days   Counts the visits of a browser.", "cookie_prompt"),
        ("basket                 session", "cookie_prompt"),
        ("Lindow Metrics sets this cookie to count visits.", "cookie_prompt"),
        ("The RAINBASKET cookie, set by Lindow Ads, is used to recognise browsers.", "cookie_prompt"),
        ("This cookie is set by the consent plugin.", "cookie_prompt"),
        ("The best of Lindow, delivered to your inbox every morning.", "newsletter_prompt"),
        ("By signing up for our alerts you agree to receive messages from the Courier.", "newsletter_prompt"),
        ("Thanks for subscribing!", "newsletter_prompt"),
        ("The views expressed in this article are the author's own.", "legal_footer"),
        ("Back to top button", "continue_reading"),
        ("© 2026 The Lindow Courier", "legal_footer"),
    ],
)
def test_furniture_is_named(line: str, rule: str) -> None:
    assert furniture_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "The session lasted 1 year and 4 days.",
        "Rain   fell for nine days on the town.",
        "The regulator fined the firm for each cookie it had set without consent.",
        "She bakes a cookie for every child and stores it in a jar.",
        "By joining the alliance, the minister said, the country would gain an ally.",
        "Thanks for signing up are due to no one, the union said, since nobody was asked whether he wanted to join it.",
        "The views expressed at the hearing were many.",
    ],
)
def test_an_articles_own_lines_have_no_rule(line: str) -> None:
    assert furniture_rule(line) is None
