"""How sure a mention is: a logistic function of a few readable features, with weights set by hand and not yet fitted."""

from functools import cache
from importlib.resources import files
from math import exp

import yaml

from transforms.events.parties import Parties
from transforms.events.triggers import Trigger


def confidence(trigger: Trigger, parties: Parties, status: str) -> float:
    """The estimated chance, between 0 and 1, that type and parties are right; two decimals."""
    weights = _weights()
    pattern = trigger.pattern
    features = {
        "actor": bool(parties.actors),
        "recipient": bool(parties.recipients) or len(parties.actors) > 1,
        "verb": trigger.token.pos_ == "VERB",
        "constrained": bool(pattern.object or pattern.complement or pattern.context or pattern.preposition_object),
        "occurred": status == "occurred",
    }
    logit = weights["intercept"] + sum(weights[name] for name, holds in features.items() if holds)
    return round(1 / (1 + exp(-logit)), 2)


@cache
def _weights() -> dict[str, float]:
    text = (files(__package__) / "confidence.yaml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in yaml.safe_load(text).items()}
