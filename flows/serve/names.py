"""How flow runs and deployments of a home are named and tagged."""

from hashlib import sha256

from flows.home import Home
from flows.settings import Settings

TAG = "dragoman"


def home_tag(settings: Settings) -> str:
    """The tag of everything that belongs to this home, so that several homes can share a server."""
    return f"home-{sha256(str(settings.home.resolve()).encode()).hexdigest()[:8]}"


def home_tags(settings: Settings) -> list[str]:
    """The tags of every run of this home."""
    return [TAG, home_tag(settings)]


def deployment_name(settings: Settings, *, is_own_server: bool) -> str:
    """The name of this home's deployments; on a shared server with what tells homes apart."""
    name = Home(settings.home.resolve()).root.name
    return TAG if is_own_server else f"{name}-{home_tag(settings).removeprefix('home-')}"


def run_name() -> str:
    """A flow run's name: the flow, and when the run was due."""
    from prefect.runtime import flow_run

    due = flow_run.scheduled_start_time
    return f"{flow_run.flow_name} {due:%Y-%m-%d %H:%M}"
