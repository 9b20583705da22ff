"""Settings: `dragoman.toml` in the home or the working directory, and the environment (DRAGOMAN_…) over it."""

import re
import shlex
from os import pathsep
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from flows.errors import UsageError
from flows.model import DEFAULT_MODEL

FILE_NAME = "dragoman.toml"
_EVERY = re.compile(r"every (\d+) (second|minute|hour|day)s?")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
_CRON_FIELD = re.compile(r"[\w*/,#?-]+")
_CRON_FIELDS = 5
_SHORTEST_INTERVAL = 10  # seconds; a run with nothing new takes about four

Outcome = Literal["published", "held", "failed", "crashed"]


def interval_seconds(schedule: str) -> int | None:
    """The seconds of a schedule like 'every 5 minutes'; None for a cron line or 'off'."""
    match = _EVERY.fullmatch(schedule)
    return int(match[1]) * _SECONDS[match[2]] if match else None


def _schedule(text: str) -> str:
    seconds = interval_seconds(text)
    if seconds is not None:
        if seconds < _SHORTEST_INTERVAL:
            raise ValueError(f"is too often: every {_SHORTEST_INTERVAL} seconds at most")
        return text
    fields = text.split()
    if text == "off" or (len(fields) == _CRON_FIELDS and all(map(_CRON_FIELD.fullmatch, fields))):
        return text
    raise ValueError("is no schedule: write 'every 5 minutes', a cron line of five fields like '30 3 * * *', or 'off'")


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("is no time zone: write a name like 'UTC' or 'Europe/Istanbul'") from error
    return name


def _web_address(text: str) -> str:
    if text and not text.startswith(("http://", "https://")):
        raise ValueError("is no web address: it starts with http:// or https://")
    return text.rstrip("/")


def _paths(value: object) -> object:
    return [item for item in value.split(pathsep) if item] if isinstance(value, str) else value


def _words(value: object) -> object:
    return shlex.split(value) if isinstance(value, str) else value


def _names(value: object) -> object:
    return [name.strip() for name in value.split(",") if name.strip()] if isinstance(value, str) else value


ScheduleText = Annotated[str, AfterValidator(_schedule)]
WebAddress = Annotated[str, AfterValidator(_web_address)]


class Section(BaseModel):
    """A section of the settings file; an option that is not known is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Schedules(Section):
    """When `dragoman serve` starts runs by itself: 'every N seconds/minutes/hours/days', a cron line, or 'off'."""

    ingest: ScheduleText = Field(default="every 5 minutes", description="Taking in and publishing what is new.")
    maintenance: ScheduleText = Field(
        default="30 3 * * *", description="Retention, a check of the whole store, and a report on its health."
    )
    time_zone: Annotated[str, AfterValidator(_time_zone)] = Field(
        default="UTC", description="The time zone that cron lines are meant in."
    )


class Server(Section):
    """The Prefect server that `dragoman serve` starts where none is configured."""

    host: str = Field(default="127.0.0.1", description="The address it listens at; others than this need a password.")
    port: int = Field(default=4200, ge=1, le=65535, description="Its port; a free one is taken if it is in use.")
    public_url: WebAddress = Field(
        default="", description="Where browsers find the UI, for links in messages; empty: as Dragoman reaches it."
    )


class Notify(Section):
    """Whom to tell when a run needs somebody."""

    on: Annotated[tuple[Outcome, ...], NoDecode, BeforeValidator(_names)] = Field(
        default=("held", "failed", "crashed"), description="What to tell of; also possible: published."
    )
    webhook: WebAddress = Field(default="", description="An address that gets a JSON object by POST.")
    command: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_words)] = Field(
        default=(), description="A command that gets the same JSON object on its standard input."
    )
    timeout_seconds: float = Field(default=10.0, gt=0, le=300, description="How long either may take.")


class Settings(BaseSettings):
    """What Dragoman can be told; `inbox` is also DRAGOMAN_INBOX, `schedules.ingest` DRAGOMAN_SCHEDULES__INGEST."""

    model_config = SettingsConfigDict(
        env_prefix="DRAGOMAN_", env_nested_delimiter="__", env_ignore_empty=True, extra="forbid"
    )

    home: Path = Field(default=Path("dragoman-data"), description="Where everything is kept.")
    model: str = Field(default=DEFAULT_MODEL, description="The spaCy model, as an installed package.")
    inbox: Annotated[tuple[Path, ...], NoDecode, BeforeValidator(_paths)] = Field(
        default=(), description="Folders of articles that runs look into; empty: HOME/inbox."
    )
    memory_limit_mb: int | None = Field(
        default=None,
        ge=512,
        description="Megabytes that a run may take with all its processes, from which workers, batches and the store's "
        "memory follow; none given: 3000, or three quarters of the machine's or container's if that is less.",
    )
    batch_articles: int | None = Field(
        default=None,
        ge=1,
        description="Articles that are extracted and stored together; none given: 500, or fewer in little memory.",
    )
    workers: int | None = Field(
        default=None,
        ge=0,
        le=64,
        description="Processes that extract; none given: one a core, at most four, fewer in little memory; 0: no extra one.",
    )
    cache_mb: int = Field(
        default=512,
        ge=0,
        description="Megabytes of parses, findings and scores that are kept, so that nothing is worked out twice; 0: none.",
    )
    keep_releases: int = Field(default=10, ge=1, description="Published databases that are kept for rollback.")
    keep_reports: int = Field(default=100, ge=1, description="Reports of runs that are kept.")
    keep_run_days: int = Field(default=90, ge=1, description="Days that the monitoring UI remembers a run.")
    timeout_minutes: float = Field(default=240.0, gt=0, description="After this long a scheduled run is given up.")
    io_retries: int = Field(
        default=3,
        ge=0,
        le=10,
        description="How often a scheduled run is tried again after an error of disk or network.",
    )
    io_retry_seconds: float = Field(
        default=10.0, ge=0, description="The pause before the first of these attempts; each next one is twice as long."
    )
    schedules: Schedules = Field(default_factory=Schedules)
    server: Server = Field(default_factory=Server)
    notify: Notify = Field(default_factory=Notify)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given by name comes first, then the environment, then the file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def settings_file(home: Path) -> Path | None:
    """The settings file that counts: that of the home, else that of the working directory, else none."""
    return next((path for path in (home / FILE_NAME, Path.cwd() / FILE_NAME) if path.is_file()), None)


def load_settings(home: Path) -> Settings:
    """The settings for `home`. Raises UsageError with every option that is wrong, and what it should be."""
    file = settings_file(home)
    where = f"{file} or the environment" if file else "the environment"

    class FromFile(Settings, toml_file=file):
        pass

    try:
        if "home" in TomlConfigSettingsSource(FromFile)():
            raise UsageError(f"home is no option of the file {file}: give it as --home or DRAGOMAN_HOME")
        return FromFile(home=home)
    except ValidationError as error:
        raise UsageError(f"settings in {where}: {'; '.join(_complaints(error))}") from error
    except ValueError as error:  # what tomllib raises
        raise UsageError(f"{file} is no TOML file ({error}): look at that line") from error


def _complaints(error: ValidationError) -> list[str]:
    """Each wrong option in words: its name, what is wrong, and the value."""
    complaints = []
    for one in error.errors():
        name = ".".join(map(str, one["loc"]))
        if one["type"] == "extra_forbidden":
            complaints.append(f"there is no option {name}")
            continue
        text = one["msg"].removeprefix("Value error, ")
        joint = " " if one["type"] == "value_error" else ": "
        complaints.append(f"{name} = {one['input']!r}{joint}{text}")
    return complaints
