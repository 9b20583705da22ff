"""The command line: `dragoman`. Each command imports what it needs, so that all of them start at once."""

import gc
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from flows.errors import DragomanError, UsageError
from flows.home import Home
from warehouse.errors import ReleaseDamagedError, WarehouseError

app = typer.Typer(
    help="Turns folders of messy news articles into an event record that can be queried and defended.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

HomeOption = Annotated[
    Path, typer.Option("--home", envvar="DRAGOMAN_HOME", help="Where everything is kept.", show_default=True)
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object as the last line of stdout.")]
WaitOption = Annotated[float, typer.Option("--wait", help="Seconds to wait while another run holds the home.", min=0)]
AcceptOption = Annotated[
    list[str] | None, typer.Option("--accept", help="Publish although this check fails; `dragoman status` names it.")
]
DEFAULT_HOME = Path("dragoman-data")


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def dragoman(
    show_version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Turns folders of messy news articles into an event record that can be queried and defended."""


@app.command()
def run(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders of articles; none: HOME/inbox.", metavar="[PATH]...")
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    without: Annotated[
        list[str] | None, typer.Option("--without", help="Leave this article out, until it is taken back in.")
    ] = None,
    without_blamed: Annotated[
        bool, typer.Option("--without-blamed", help="Leave out every article that the last, held run blames.")
    ] = False,
    take_back: Annotated[list[str] | None, typer.Option("--with", help="Take an article back in.")] = None,
    accept: AcceptOption = None,
    wait: WaitOption = 0.0,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Ingest, clean, extract, resolve, check and publish what is new, once."""
    from flows.commands.run import run_command
    from flows.pipeline import Job
    from flows.run_notes import blamed_by_last_run

    blamed = blamed_by_last_run(Home(home)) if without_blamed else ()
    job = Job(
        paths=tuple(paths or ()),
        without=(*(without or ()), *blamed),
        take_back=tuple(take_back or ()),
        accept=tuple(accept or ()),
        wait_seconds=wait,
    )
    _exit(run_command(home, job, as_json=as_json))


@app.command()
def reprocess(
    home: HomeOption = DEFAULT_HOME,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what nothing has changed for: read every stored file anew.")
    ] = False,
    accept: AcceptOption = None,
    wait: WaitOption = 0.0,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Rebuild every derived table from the stored raw bytes with today's code, and publish what that changes.

    Rows that today's code would make as they are stay.
    """
    from flows.commands.run import run_command
    from flows.pipeline import Job

    job = Job(reprocess=True, everything=everything, accept=tuple(accept or ()), wait_seconds=wait)
    _exit(run_command(home, job, as_json=as_json))


@app.command()
def retract(
    article_ids: Annotated[list[str], typer.Argument(help="The articles to withdraw.", metavar="ARTICLE_ID")],
    reason: Annotated[str, typer.Option("--reason", help="Why; it is kept and shown.")],
    home: HomeOption = DEFAULT_HOME,
    wait: WaitOption = 0.0,
    as_json: JsonOption = False,
    debug: DebugOption = False,
) -> None:
    """Withdraw articles for good, with everything that only they support."""
    from flows.commands.run import run_command
    from flows.pipeline import Job

    job = Job(retract=tuple(article_ids), reason=reason, wait_seconds=wait)
    _exit(run_command(home, job, as_json=as_json))


@app.command()
def sql(
    query: Annotated[str | None, typer.Argument(help="The query; none: a prompt.")] = None,
    home: HomeOption = DEFAULT_HOME,
    output_format: Annotated[
        str | None,
        typer.Option("--format", help="table, csv, json or markdown; none: as the file is named, or a table."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file; .parquet, .csv, .json, .md and .txt say the format."),
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Query the published database, read-only."""
    from flows.commands.sql import sql_command

    _exit(sql_command(Home(home), query, output_format, output))


@app.command()
def show(
    item_id: Annotated[
        str,
        typer.Argument(
            help="The id of an article, entity, quote, event, release or quarantined item, or its beginning.",
            metavar="ID",
        ),
    ],
    home: HomeOption = DEFAULT_HOME,
    debug: DebugOption = False,
) -> None:
    """Show one thing with its evidence: the sentences, the files and offsets they come from, and why."""
    from flows.commands.show import show_command

    _exit(show_command(Home(home), item_id))


@app.command()
def status(home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False, debug: DebugOption = False) -> None:
    """Show releases, the last runs, what is in quarantine, and how each source is doing."""
    from flows.commands.status import status_command

    _exit(status_command(Home(home), as_json=as_json))


@app.command()
def serve(home: HomeOption = DEFAULT_HOME, debug: DebugOption = False) -> None:
    """Run on schedule, with the monitoring UI, until Ctrl-C; the schedules are in dragoman.toml."""
    from flows.commands.serve import serve_command

    _exit(serve_command(home))


@app.command()
def releases(home: HomeOption = DEFAULT_HOME, as_json: JsonOption = False, debug: DebugOption = False) -> None:
    """List the published releases."""
    from flows.commands.releases import releases_command

    _exit(releases_command(Home(home), as_json=as_json))


@app.command()
def rollback(
    release_id: Annotated[str, typer.Argument(help="The release to make current again.", metavar="RELEASE")],
    home: HomeOption = DEFAULT_HOME,
    debug: DebugOption = False,
) -> None:
    """Make an earlier release the published database again."""
    from flows.commands.releases import rollback_command

    _exit(rollback_command(Home(home), release_id))


@app.command()
def docs(
    table: Annotated[str | None, typer.Argument(help="One table; none: all of them.")] = None,
    debug: DebugOption = False,
) -> None:
    """Print the data dictionary, from the schemas."""
    from flows.commands.docs import docs_command

    _exit(docs_command(table))


def main() -> None:
    """Run the command line; errors are one sentence on stderr, tracebacks only with --debug."""
    try:
        app()
    except UsageError as error:
        _fail(error, 2)
    except ReleaseDamagedError as error:
        text = f"{error}: `dragoman run` puts a kept release in its place, and so does `dragoman rollback RELEASE`"
        _fail(error, 1, text)
    except (DragomanError, WarehouseError) as error:
        _fail(error, 1)
    except OSError as error:
        _fail(error, 1)
    except Exception as error:  # noqa: BLE001 - a defect of ours; even then a sentence, and the traceback with --debug
        text = f"{type(error).__name__}: {error}; this is a defect, please report it with the output of --debug"
        _fail(error, 1, text)
    finally:
        gc.freeze()  # the process ends: no last search for garbage among all that was loaded


def _fail(error: Exception, code: int, text: str | None = None) -> None:
    if "--debug" in sys.argv:
        raise error
    Console(stderr=True).print(f"dragoman: {text or error}", markup=False, highlight=False, soft_wrap=True)
    sys.exit(code)


def _exit(code: Any) -> None:
    raise typer.Exit(int(code or 0))


if __name__ == "__main__":
    main()
