"""What Prefect's own settings are while Dragoman uses it: nothing leaves the machine, everything lives in the home."""

import os
from pathlib import Path

from flows.errors import UsageError

UI_USER = "dragoman"
_SECONDS_A_DAY = 86400

# Telemetry, promotion and everything else that would call out.
QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_V2_ENABLED": "false",  # the second UI calls an outside analytics host
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}
# A variable whose name ends in _FILE names a file that holds the secret, as containers are given them; where the
# secret goes, and in which form.
_SECRETS = {
    "DRAGOMAN_UI_PASSWORD_FILE": (
        ("PREFECT_SERVER_API_AUTH_STRING", f"{UI_USER}:{{}}"),
        ("PREFECT_API_AUTH_STRING", f"{UI_USER}:{{}}"),
    ),
    "DRAGOMAN_DATABASE_PASSWORD_FILE": (("PREFECT_SERVER_DATABASE_PASSWORD", "{}"),),
}


def use_quietly(address: str | None = None) -> None:
    """Set what every client of Prefect needs, before Prefect is imported; what the user has set stays.

    Raises UsageError for a secret that is empty.
    """
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    if address:
        os.environ["PREFECT_API_URL"] = address
    _read_secrets()
    password = os.environ.get("PREFECT_SERVER_API_AUTH_STRING")
    if password:
        os.environ.setdefault("PREFECT_API_AUTH_STRING", password)


def server_environment(folder: Path, address: str, keep_run_days: int) -> dict[str, str]:
    """The environment of a server that keeps all its files below `folder`; what the user has set stays."""
    wanted = {
        "PREFECT_HOME": str(folder),
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{folder / 'prefect.db'}",
        "PREFECT_UI_STATIC_DIRECTORY": str(folder / "ui"),
        "PREFECT_SERVER_LOGGING_LEVEL": "WARNING",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(keep_run_days * _SECONDS_A_DAY),
    }
    return {**QUIET, **wanted, **os.environ, "PREFECT_UI_API_URL": address}


def _read_secrets() -> None:
    for variable, targets in _SECRETS.items():
        if not os.environ.get(variable):
            continue
        secret = Path(os.environ[variable]).read_text("utf-8").strip()
        if not secret:
            raise UsageError(f"the password in {os.environ[variable]} ({variable}) is empty: set one of your own")
        for name, form in targets:
            os.environ[name] = form.format(secret)
