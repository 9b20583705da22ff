"""Whether an event happened, from all that articles say of it over time."""

from collections.abc import Sequence

from schemas.plover import HAPPENED
from transforms.stories.choose_claims import (
    Claim,
    Sources,
    Values,
    choose,
    claims_of,
    is_relayed,
    values_of,
    without_withdrawn,
)
from transforms.stories.mention import Mention

_DENIED = "more independent sources deny it than report it"
_CALLED_OFF = "a cancellation that as many sources report"
_OFFICIAL = "an official denial of what is only relayed, by as many sources"
# Each group beats the next: who reports the outcome knows more than who reports the plan.
_ORDER = (
    (HAPPENED, "an article that says it happened beats a plan"),
    (("cancelled",), "a cancellation beats a plan"),
    (("planned",), "a plan beats a possibility"),
    (("hypothetical",), "only a possibility is reported"),
    (("negated",), "said not to have happened"),
)


def choose_status(mentions: Sequence[Mention], sources: Sources) -> tuple[str, list[Claim]]:
    """The published status and the claims of all statuses, the history of a meeting from plan to outcome."""
    values = values_of(mentions, lambda mention: mention.event.status)
    told = without_withdrawn(values)
    deniers = {sources.group(one) for one in told.get("negated", ())}
    reporters = [one for status in HAPPENED for one in told.get(status, ()) if sources.group(one) not in deniers]
    reported = sources.count(reporters)
    if reported and len(deniers) > reported:
        return "negated", claims_of("status", values, "negated", _DENIED, f"lost: {_DENIED}")
    if reported and len(deniers) == reported and _is_official(told["negated"]) and not _is_known(reporters, sources):
        return "negated", claims_of("status", values, "negated", _OFFICIAL, f"lost: {_OFFICIAL}")
    if reported and sources.count(told.get("cancelled", ())) >= reported:
        return "cancelled", claims_of("status", values, "cancelled", _CALLED_OFF, f"lost: {_CALLED_OFF}")
    for statuses, rule in _ORDER:
        fitting: Values = {status: told[status] for status in statuses if status in told}
        choice = choose(fitting, sources)
        if choice:
            value, inner = choice
            only = len(values) == 1 or len(fitting) > 1
            return value, claims_of(
                "status", values, value, inner if only else rule, f"lost: {inner if only else rule}"
            )
    raise ValueError("an event has at least one mention")


def _is_official(deniers: Sequence[Mention]) -> bool:
    return any(mention.is_official for mention in deniers)


def _is_known(reporters: Sequence[Mention], sources: Sources) -> bool:
    """Whether one source reports it of its own knowledge, or from an office: never as what somebody else says."""
    relaying = {sources.group(one) for one in reporters if is_relayed(one)}
    return any(sources.group(one) not in relaying for one in reporters)
