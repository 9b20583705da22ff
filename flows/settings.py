"""Settings, from the environment (DRAGOMAN_…) over the defaults here."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.model import DEFAULT_MODEL


class Settings(BaseSettings):
    """What a run can be told; each option is also an environment variable with the prefix DRAGOMAN_."""

    model_config = SettingsConfigDict(env_prefix="DRAGOMAN_", extra="ignore")

    home: Path = Field(default=Path("dragoman-data"), description="Where everything is kept.")
    model: str = Field(default=DEFAULT_MODEL, description="The spaCy model, as an installed package.")
    batch_articles: int = Field(default=500, ge=1, description="Articles that are extracted and stored together.")
    keep_releases: int = Field(default=10, ge=1, description="Published databases that are kept for rollback.")
