"""What Prefect's own settings are while Dragoman uses it: nothing leaves the machine, everything lives in the home."""

import os
from pathlib import Path

_SECONDS_A_DAY = 86400

# Telemetry, promotion and everything else that would call out.
QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_V2_ENABLED": "false",  # the second UI calls an outside analytics host
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
}


def use_quietly(address: str | None = None) -> None:
    """Set what every client of Prefect needs, before Prefect is imported; what the user has set stays."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    if address:
        os.environ["PREFECT_API_URL"] = address
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
