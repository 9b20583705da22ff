"""Telling somebody: an event in Prefect, and the webhook or command of the settings."""

import json
import logging
import subprocess
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import Any

from flows.home import Home
from flows.settings import Notify, Outcome, Settings

_HTTP_OK = range(200, 300)
_log = logging.getLogger("prefect.dragoman")


def notify(settings: Settings, outcome: Outcome, message: str, details: Mapping[str, Any]) -> None:
    """Emit the event `dragoman.run.OUTCOME`, and run the hook where the settings ask for it.

    A hook that fails is a line in the log, never the end of a run.
    """
    home = Home(settings.home.resolve())
    payload = {"outcome": outcome, "message": message, "home": str(home.root), **details}
    _emit(home, outcome, payload)
    if outcome in settings.notify.on:
        for complaint in run_hooks(settings.notify, {"event": f"dragoman.run.{outcome}", **payload}):
            _log.warning("%s", complaint)


def run_hooks(hook: Notify, payload: Mapping[str, Any]) -> list[str]:
    """Send `payload` to the webhook and the command; gives a sentence for each that failed."""
    body = json.dumps(payload, ensure_ascii=False, default=str).encode()
    complaints = []
    if hook.webhook:
        complaints += _post(hook.webhook, body, hook.timeout_seconds)
    if hook.command:
        complaints += _call(hook.command, body, hook.timeout_seconds)
    return complaints


def _emit(home: Home, outcome: Outcome, payload: Mapping[str, Any]) -> None:
    from prefect.events import emit_event

    resource = {"prefect.resource.id": f"dragoman.home.{home.root}", "prefect.resource.name": str(home.root)}
    emit_event(event=f"dragoman.run.{outcome}", resource=resource, payload=json.loads(json.dumps(payload, default=str)))


def _post(address: str, body: bytes, seconds: float) -> list[str]:
    headers = {"Content-Type": "application/json", "User-Agent": "dragoman"}
    request = urllib.request.Request(address, data=body, headers=headers)  # noqa: S310 - http(s) alone is a valid setting
    try:
        with urllib.request.urlopen(request, timeout=seconds) as answer:  # noqa: S310 - see above
            status = answer.status
    except (urllib.error.URLError, OSError, ValueError) as error:
        return [f"the webhook {address} could not be told: {error}"]
    return [] if status in _HTTP_OK else [f"the webhook {address} answered {status}"]


def _call(command: tuple[str, ...], body: bytes, seconds: float) -> list[str]:
    try:
        done = subprocess.run(command, input=body, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - the user's own command
    except (OSError, subprocess.SubprocessError) as error:
        return [f"the command {command[0]} could not be told: {error}"]
    if done.returncode:
        return [f"the command {command[0]} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-200:]}"]
    return []
