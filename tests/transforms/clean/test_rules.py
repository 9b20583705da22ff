"""Lines that a named rule recognizes as furniture, and lines like them that stay."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from transforms.clean import rules
from transforms.clean.rules import furniture_rule
from transforms.load_yaml import load_yaml

_DATA = Path(rules.__file__).parent


def _forms_of_folded_lines() -> Iterator[str]:
    for group in load_yaml((_DATA / "phrases.yaml").read_text("utf-8")).values():
        yield from (*group.get("whole", ()), *group.get("start", ()))
    yield from load_yaml((_DATA / "kinds.yaml").read_text("utf-8"))["credit"]["whole"]
    yield from load_yaml((_DATA / "vocabulary.yaml").read_text("utf-8"))["line_patterns"].values()


def test_forms_for_lines_in_lower_case_are_in_lower_case_themselves() -> None:
    bare = [re.sub(r"\\[A-Za-z]", "", form) for form in _forms_of_folded_lines()]
    assert len(bare) > 50
    assert [form for form in bare if form != form.lower()] == []


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
        ("Thanks for reading Aar Notes! Subscribe for free to receive new posts.", "newsletter_prompt"),
        ("For interviews, please contact the press office at press@lindow.example.", "contact_note"),
        ("Ann Roe can be reached at aroe@courier.example", "contact_note"),
        ("Contact Ann Roe at 555-0142 or aroe@courier.example.", "contact_note"),
        ("Contact: Press Office, 555-0100", "contact_note"),
        ("This article appears in the May 2015 print edition.", "standing_note"),
        ("This article is republished from the Lindow Review under a free licence.", "standing_note"),
        ("Was this page helpful?", "standing_note"),
        ("Reader Comments", "comment_bar"),
        ("We welcome your comments, which are reviewed by our staff before they appear.", "comment_bar"),
        ("ferryman wrote on Mar 13, 2013 8:10 AM:", "comment_bar"),
        ("As an Aarmart Associate, we earn from qualifying purchases.", "affiliate_note"),
        ("This post contains affiliate links.", "affiliate_note"),
        ("When you buy through our links, we may earn a commission.", "affiliate_note"),
        ("Roe A, et al. (2016). Floods and bridges: a review. J Rivers.", "reference"),
        ("The post Old bridge closes appeared first on Aar Notes.", "reference"),
        ("Tags: bridge, ferry, Lindow", "related_links"),
        ("More: Council votes on the ferry", "related_links"),
        ("More bread recipes", "related_links"),
        ("6 min read", "share_bar"),
        ("Listen • 3:58", "player_line"),
        ("Forward-Looking Statements", "legal_footer"),
        ("The views expressed in this article are the author's own.", "legal_footer"),
        ("Back to top button", "continue_reading"),
        ("© 2026 The Lindow Courier", "legal_footer"),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "filler_text"),
        ("Follow the Courier on Facebook, X and TikTok", "newsletter_prompt"),
        ("Get posts like this in your inbox.", "newsletter_prompt"),
        ("Comments are closed for this story, but write to us if you have seen an error.", "comment_bar"),
        ("[ Also read Five bridges that nobody needed. ]", "related_links"),
        ("Must read: Five bridges that nobody needed", "related_links"),
        ("You’ll also love", "related_links"),
        ("Skip to end of list", "continue_reading"),
        ("On this page", "contents_head"),
        ("$219 at Lindow Sports $220 at Rainmart", "buy_box"),
        ("Check the latest prices", "buy_box"),
        ("Book now ›", "buy_box"),
        ("Your feedback will help us build a better site.", "standing_note"),
        ("It is not a substitute for professional medical advice.", "standing_note"),
        ("{{hire-banner}}", "template_code"),
        ("This article is for subscribers only.", "paywall"),
        ("Then €9 per month. Full digital access. Cancel anytime during your trial.", "paywall"),
        ("Cet article est réservé à nos abonnés.", "paywall"),
        ("Jetzt weiterlesen", "paywall"),
        ("You are receiving this email because you signed up at lindow.example.", "newsletter_prompt"),
        ("Unsubscribe | Update your preferences | Forward to a friend", "newsletter_prompt"),
        ("(Adds union comment in paragraphs 4-5, background)", "wire_note"),
        ("((ana.roe@aar.example; +99 555 0101))", "wire_note"),
        ("FOR IMMEDIATE RELEASE", "wire_note"),
        ("PRESS RELEASE No. 14/2026", "wire_note"),
        ("-ENDS-", "end_mark"),
        ("###", "end_mark"),
        ("For further information please contact the press office:", "contact_note"),
        ("Note to editors", "contact_note"),
        ("Duration: 1 minute 48 seconds", "player_line"),
        ("Source URL: https://lindow.example/bridge", "address_line"),
        ("Copyright Lindow Courier Group, Lindow. Best read aloud.", "legal_footer"),
        ("DEVAMINI OKU", "continue_reading"),
        ("İLGİLİ HABERLER", "related_links"),
        ("This article was first published in the Courier.", "standing_note"),
        ("Support independent journalism: donate", "donation_prompt"),
        ("Help us keep our journalism free", "donation_prompt"),
        ("Become a member today", "donation_prompt"),
        ("We have a small favour to ask.", "donation_prompt"),
        ("If you value our reporting, please consider a donation.", "donation_prompt"),
        ("Unterstützen Sie unabhängigen Journalismus!", "donation_prompt"),
    ],
)
def test_furniture_is_named(line: str, rule: str) -> None:
    assert furniture_rule(line) == rule


@pytest.mark.parametrize(
    "line",
    [
        "The session lasted 1 year and 4 days.",
        "The club charges $9.99 a month, and members can leave at any time.",
        "This article is about the bridge at Lindow.",
        "(He adds that the bridge will not be closed.) The mayor disagreed.",
        "The road ends",
        "For more information, see the council’s report on the bridge.",
        "The duration of the works is 40 hours.",
        "https://lindow.example/bridge",
        "Copyright law was changed in May.",
        "Support local news or lose it, the minister told the town council.",
        "If you value our work, the ferrymen told the board, pay for it.",
        "Rain   fell for nine days on the town.",
        "The regulator fined the firm for each cookie it had set without consent.",
        "She bakes a cookie for every child and stores it in a jar.",
        "By joining the alliance, the minister said, the country would gain an ally.",
        "Thanks for signing up are due to no one, the union said, since nobody was asked whether he wanted to join it.",
        "The views expressed at the hearing were many.",
        "The bridge cost $219 at 2019 prices.",
        "The police warned of letters that land in your inbox and look like invoices of the water works.",
        "[Vice-President Roe] told the council that the bridge was late.",
        "Find evidence on Facebook and you will not be believed, the judge told the plaintiffs.",
        "Check the price of bread in Rain and you will see what the mayor means.",
        "Book a seat now, the ferryman told us, or swim.",
        "Join us on Monday and see the bridge for yourself, the mayor wrote to the ministers.",
        "You will also love the bridge, she promised the ministers, once you have crossed it on foot.",
        "The hotline can be reached at 555-0142, the council said.",
        "Brokers may earn a commission on each loan, the report says.",
        "Comments may be sent to the agency until June 3, it said.",
        "Roe et al. (2016) found that bridges outlast ferries.",
        "More than 40 people spoke at the hearing.",
        "The agency said on March 13, 2013 that the ferry would stop.",
    ],
)
def test_an_articles_own_lines_have_no_rule(line: str) -> None:
    assert furniture_rule(line) is None
