"""What a text outside its place names says about the country it is from."""

import re
from collections import Counter
from functools import cache

from transforms.one_of import one_of
from transforms.places.read_tables import read_table

_STRONGEST = 6  # kinds of cues beyond which a country does not become more likely


def cue_weights(text: str) -> dict[str, float]:
    """For each country for which words of the text speak, a weight up to 1: the share of different cues that are found.

    "City Council" and "school district" speak for the US, "Garda" for Ireland. Countries that share a cue both get it.
    """
    pattern, owners = _cues()
    counted: Counter[str] = Counter()
    for cue in sorted(set(pattern.findall(text))):
        for alpha3 in owners[cue]:
            counted[alpha3] += 1
    total = max(_STRONGEST, sum(counted.values()))
    return {alpha3: count / total for alpha3, count in counted.items()}


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    owners: dict[str, list[str]] = {}
    for row in read_table("country_cues.tsv"):
        for cue in row["cues"].split("|"):
            owners.setdefault(cue, []).append(row["alpha3"])
    return re.compile(rf"(?<!\w){one_of(owners)}(?!\w)"), owners
