"""How sure a mention's type is: a logistic function of a few readable features, fitted on labelled sentences.

The weights are in `confidence.yaml`; `python -m benchmarks.calibration` fits them and shows how far they are to be believed.
"""

from functools import cache
from importlib.resources import files
from math import exp

from schemas.plover import HAPPENED
from transforms.events.parties import Parties
from transforms.events.triggers import Trigger
from transforms.load_yaml import load_yaml

_SUBORDINATE = ("relcl", "acl", "advcl", "pcomp", "amod")


def confidence_features(trigger: Trigger, parties: Parties, status: str, event_type: str | None) -> tuple[str, ...]:
    """The names of the features that hold of a mention that is given a type, sorted."""
    pattern, verb = trigger.pattern, trigger.token.pos_ == "VERB"
    features = {
        "actor": bool(parties.actors),
        "recipient": bool(parties.recipients) or len(parties.actors) > 1,
        "verb": verb,
        "noun under a light verb": not verb and trigger.role == "light",
        "particular object": bool(pattern.object or pattern.complement or pattern.preposition_object),
        "particular context": bool(pattern.context),
        "main clause": trigger.anchor.dep_ == "ROOT",
        "subordinate": trigger.anchor.dep_ in _SUBORDINATE,
        "happened": status in HAPPENED,
        f"type {event_type}" if event_type else "happening": True,
    }
    return tuple(sorted(name for name, holds in features.items() if holds))


def confidence(features: tuple[str, ...]) -> float:
    """The estimated chance, between 0 and 1, that a reader would give the mention its type; two decimals."""
    weights = confidence_weights()
    logit = weights["intercept"] + sum(weights.get(name, 0.0) for name in features)
    return round(1 / (1 + exp(-logit)), 2)


@cache
def confidence_weights() -> dict[str, float]:
    """The log-odds that each feature adds, by name."""
    text = (files(__package__) / "confidence.yaml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in load_yaml(text).items()}
