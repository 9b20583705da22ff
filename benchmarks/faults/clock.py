"""`dragoman` with another clock: `python -m benchmarks.faults.clock SECONDS run --home …`.

The clock of the machine cannot be turned here, so the one place where Dragoman asks for the time is replaced before
anything else is loaded.
"""

import sys
from datetime import UTC, datetime, timedelta

import flows.run_state


def main() -> None:
    """Run the command line `SECONDS` off the true time."""
    offset = timedelta(seconds=float(sys.argv.pop(1)))
    flows.run_state.now = lambda: datetime.now(UTC).replace(tzinfo=None) + offset
    from flows.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
