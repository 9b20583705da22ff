"""`dragoman serve`: scheduled runs with the monitoring UI."""

import asyncio
from pathlib import Path

from rich.console import Console

from flows.serve.serve import serve
from flows.settings import load_settings


def serve_command(home: Path) -> int:
    """Serve until a signal; gives the exit code."""
    console = Console()
    asyncio.run(
        serve(load_settings(home), lambda line: console.print(line, highlight=False, markup=False, soft_wrap=True))
    )
    return 0
