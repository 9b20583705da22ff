"""Short ways to tell hand-made mentions and to look at what became of them."""

from schemas.events import Event

STATES = ("Norland", "Sudonia")


def tell(world, name, sentence, published=None, **mention):
    world.article(name, published)
    return world.mention(name, sentence, **mention)


def talks(world, name, status):
    return tell(world, name, f"Talks in Geneva on March 5, as {name} has it.", trigger="talk", status=status,
                actors=STATES, place="Geneva", date_edtf="2025-03-05")  # fmt: skip


def only(world) -> Event:
    (event,) = world.resolve().events
    return event


def statuses(resolution):
    return sorted(event.status for event in resolution.events)
