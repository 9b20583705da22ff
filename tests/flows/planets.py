"""A feed of one source, large enough for the checks that compare with history."""

import json

PLACES = ("Kisumu", "Nakuru", "Eldoret", "Thika", "Malindi", "Garissa", "Kakamega", "Nyeri", "Kitale", "Embu", "Meru")
NAMES = (
    "Grace Atieno",
    "Peter Mwangi",
    "Amina Yusuf",
    "John Otieno",
    "Ruth Wanjiru",
    "Daniel Kiprono",
    "Joyce Achieng",
)


def feed(count: int) -> str:
    """`count` articles of the Rift Planet as JSON lines, each dated, each with four quotes."""
    return "".join(json.dumps(_article(number)) + "\n" for number in range(count))


def _article(number: int) -> dict[str, str]:
    place, name = PLACES[number % len(PLACES)], NAMES[number % len(NAMES)]
    paragraphs = [
        f"Governor {name} met traders in {place} on {1 + number} September 2026 to discuss stall number {number}.",
        f"“The market in {place} will open in {2 + number} weeks,” {name} said.",
        f"“We counted {100 + number} stalls,” {name} added.",
        f"“Nobody will lose stall {number},” {name} told reporters.",
        f"“The fee stays at {50 + number} shillings,” the governor said.",
    ]
    return {
        "title": f"Market in {place} to open, row {number}",
        "text": "\n\n".join(paragraphs),
        "date_publish": f"2026-09-{2 + number:02}",
        "source": "Rift Planet",
        "language": "en",
        "url": f"https://riftplanet.test/{number}",
    }
