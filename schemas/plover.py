"""The closed vocabularies of PLOVER (draft 2.0): event types, their modes, quads, intensities, and actor sectors.

Source: PLOVER and POLECAT manual, Open Event Data Alliance. Where the manual is open, the reading is ours: what an
event would be is its type, and whether it happened is its status.
"""

from typing import NamedTuple


class EventType(NamedTuple):
    """One PLOVER event type: its quad class (1 verbal cooperation … 4 material conflict), intensity and modes."""

    quad: int
    intensity: float
    modes: tuple[str, ...]


EVENT_TYPES: dict[str, EventType] = {
    "AGREE": EventType(1, 2.5, ()),
    "CONSULT": EventType(1, 2.5, ("visit", "third-party", "multilateral", "phone")),
    "SUPPORT": EventType(1, 5.0, ()),
    "CONCEDE": EventType(1, 4.5, ()),
    "COOPERATE": EventType(2, 9.5, ()),
    "AID": EventType(2, 10.0, ()),
    "RETREAT": EventType(2, 6.5, ("withdraw", "release", "disarm", "ceasefire", "access", "resign")),
    "REQUEST": EventType(3, 0.0, ("assist", "change", "yield", "meet")),
    "REJECT": EventType(3, -2.0, ("assist", "change", "yield", "meet")),
    "ACCUSE": EventType(3, -3.0, ("disapprove", "investigate", "allege")),
    "THREATEN": EventType(3, -3.5, ("restrict", "arrest", "relations", "expel", "territory", "violence")),
    "PROTEST": EventType(4, -5.0, ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize")),
    "SANCTION": EventType(4, -6.0, ("convict", "expel", "withdraw", "discontinue")),
    "MOBILIZE": EventType(4, -5.5, ("troops", "weapons", "police", "militia")),
    "COERCE": EventType(
        4,
        -7.0,
        (
            "seize",
            "restrict",
            "ban",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ),
    ),
    "ASSAULT": EventType(
        4,
        -9.0,
        (
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        ),
    ),
}

TYPES: tuple[str, ...] = tuple(EVENT_TYPES)

# What PLOVER has no type for: the event type is NULL, and the mode is one of these classes of our own.
HAPPENING_CLASSES: dict[str, str] = {
    "accident": "crashes, collisions, explosions, falls, spills",
    "acquisition": "firms, parts of them and valuables change hands",
    "appointment": "someone gets an office, a role or a place in a team, or is considered for it",
    "award": "prizes and honours",
    "business": "bankruptcies, closures, jobs that are cut",
    "contest": "matches, races, titles, records",
    "crime": "what is punishable and no PLOVER assault: thefts, robberies, escapes, fraud",
    "death": "deaths, burials",
    "departure": "someone leaves an office, a role or a team",
    "disaster": "earthquakes, floods, storms and other works of nature",
    "discovery": "finds, inventions",
    "disruption": "outages and interrupted services",
    "election": "elections, votes, referendums",
    "family": "births, marriages, divorces",
    "fire": "fires",
    "illness": "illnesses, operations, stays in hospitals and clinics",
    "injury": "injuries",
    "launch": "products, works, venues and rockets come out, open or take off",
    "legislation": "bills are passed, signed, vetoed",
    "occasion": "ceremonies, festivals, performances, celebrations",
    "search": "searches, chases, disappearances, rescues",
    "trial": "charges, trials, verdicts, sentences, lawsuits",
}

MODES: tuple[str, ...] = tuple(
    sorted({mode for kind in EVENT_TYPES.values() for mode in kind.modes} | HAPPENING_CLASSES.keys())
)

KINDS: tuple[str, ...] = (*TYPES, *HAPPENING_CLASSES)

# What has taken place, or does.
HAPPENED: tuple[str, ...] = ("occurred", "ongoing")
STATUSES: tuple[str, ...] = ("occurred", "ongoing", "planned", "cancelled", "hypothetical", "negated")

SECTORS: tuple[str, ...] = (
    *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK"),
    *("AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"),
    *("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"),
)
