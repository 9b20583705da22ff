"""The faults beside sudden death: disks, inboxes, damage, rivals and clocks. Each gives a home for the next run to mend.

An injection copies the fixture's home, lets something go wrong around a real run, checks what that run says, and gives
the home back. It raises AssertionError where the run said something else than it should.
"""

import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.faults.homes import Fixture, copy_of, finish, started, wait_for_line

# Another program that empties a table of the database and closes it, or dies and leaves its log.
_WRITER = """
import duckdb, os, sys
connection = duckdb.connect(sys.argv[1])
connection.sql("DELETE FROM events")
connection.close() if sys.argv[2] == "closes" else os._exit(0)
"""

Injection = Callable[[Fixture, Path, random.Random], Path]


def full_disk(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """A disk with little room: the run says so, and what is published stays."""
    with _small_disk(target) as disk:
        home = copy_of(fixture, disk / "home")
        _fill(disk, leave=chance.choice([4_000, 150_000, 1_500_000, 4_000_000, 7_000_000]))
        done = finish(home)
        assert done.returncode == 0 or "room" in done.stderr, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        (disk / "filling").unlink()
        return Path(shutil.copytree(home, target / "home", copy_function=shutil.copy2))


def no_room_for_large_files(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """A limit on the size of any file (setrlimit), which needs no root: the run says so, and what is published stays."""
    import resource

    home = copy_of(fixture, target / "home")
    limit = chance.choice([20_000, 300_000, 1_000_000, 3_000_000])
    code = "import resource, sys; from flows.cli import main; sys.argv[0] = 'dragoman'; main()"
    code = code.replace("; from", f"; resource.setrlimit({resource.RLIMIT_FSIZE}, ({limit}, {limit})); from")
    code = f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); {code}"
    done = finish(home, program=("-c", code))
    assert done.returncode == 0 or "room" in done.stderr, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return home


def read_only_inbox(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """An inbox that cannot be written to: the run does not mind."""
    del chance
    home = copy_of(fixture, target / "home")
    inbox = home / "inbox"
    mounted = _mount("--bind", str(inbox), str(inbox)) and _mount("-o", "remount,ro,bind", str(inbox))
    inbox.chmod(0o555) if not mounted else None
    try:
        assert finish(home).returncode == 0
    finally:
        if mounted:
            subprocess.run(["umount", str(inbox)], check=True)
        inbox.chmod(0o755)
    return home


def vanishing_inbox(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """An inbox that goes away while a run looks through it, and is back for the next one."""
    home = copy_of(fixture, target / "home")
    with started(home) as process:
        time.sleep(chance.uniform(0.3, 3.0))
        (home / "inbox").rename(home / "elsewhere")
        process.communicate()
        assert process.returncode == 0
    shutil.rmtree(home / "inbox", ignore_errors=True)
    (home / "elsewhere").rename(home / "inbox")
    return home


def changing_file(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """A file that somebody writes all the while, and that is whole at the end."""
    home = copy_of(fixture, target / "home")
    last = max(home.joinpath("inbox").iterdir(), key=lambda path: path.name)
    whole = last.read_bytes()
    is_over = threading.Event()

    def write() -> None:
        while not is_over.is_set():
            last.write_bytes(whole[: chance.randrange(len(whole) // 2, len(whole))])
            time.sleep(0.01)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert finish(home).returncode == 0
    finally:
        is_over.set()
        writer.join()
    last.write_bytes(whole)
    return home


def second_run(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """A second run at the same time: it says who holds the home; told to wait, it waits."""
    del chance
    home = copy_of(fixture, target / "home")
    with started(home) as first:
        while not (home / "warehouse.duckdb.wal").exists() and first.poll() is None:
            time.sleep(0.01)
        second = finish(home)
        assert second.returncode == 1, second.stdout
        assert "in use by dragoman run run_" in second.stderr, second.stderr
        assert str(first.pid) in second.stderr, second.stderr
        assert finish(home, "run", "--wait", "120").returncode == 0
        first.communicate()
        assert first.returncode == 0
    return home


def store_flipped(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """Random bytes of the working store are wrong."""
    home = copy_of(fixture, target / "home")
    _flip(home / "warehouse.duckdb", chance, 64)
    return home


def store_truncated(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """The end of the working store is gone."""
    home = copy_of(fixture, target / "home")
    store = home / "warehouse.duckdb"
    os.truncate(store, chance.randrange(store.stat().st_size))
    return home


def store_deleted(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """The working store is gone."""
    del chance
    home = copy_of(fixture, target / "home")
    (home / "warehouse.duckdb").unlink()
    return home


def log_deleted(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """A run is killed, and the working store's write-ahead log is gone."""
    home = _killed_with_log(fixture, target, chance)
    (home / "warehouse.duckdb.wal").unlink(missing_ok=True)
    return home


def log_torn(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """A power cut: the working store's write-ahead log ends in the middle of a write."""
    home = _killed_with_log(fixture, target, chance)
    log = home / "warehouse.duckdb.wal"
    if log.exists():
        os.truncate(log, chance.randrange(log.stat().st_size))
    return home


def log_flipped(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """A run is killed, and some bytes of the working store's write-ahead log are wrong."""
    home = _killed_with_log(fixture, target, chance)
    log = home / "warehouse.duckdb.wal"
    if log.exists() and log.stat().st_size:
        _flip(log, chance, 3)
    return home


def pack_damaged(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """Raw bytes are damaged and the store is gone too: the run says which pack, and publishes nothing less."""
    home = copy_of(fixture, target / "home")
    pack = home / "raw" / "000001.zip"
    whole = pack.read_bytes()
    _flip(pack, chance, 40)
    (home / "warehouse.duckdb").unlink()
    done = finish(home)
    assert done.returncode == 0 or str(pack) in done.stderr, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    if done.returncode:
        pack.write_bytes(whole)  # from the backup, as the message says
    return home


def published_damaged(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """The published database itself is damaged, and so is the kept file that shares its bytes."""
    home = copy_of(fixture, target / "home")
    _flip(home / "curated.duckdb", chance, 64)
    shutil.copyfile(home / "curated.duckdb", next((home / "releases").glob("rl_*.duckdb")))
    assert finish(home).returncode == 0
    return home


def published_written(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """Another program writes into the published database: what it wrote is set aside, in the file or in its log."""
    home = copy_of(fixture, target / "home")
    how = chance.choice(["closes", "is killed"])
    subprocess.run([sys.executable, "-c", _WRITER, str(home / "curated.duckdb"), how], check=True)
    done = finish(home)
    assert done.returncode == 0, done.stderr
    assert "was changed by another program" in done.stdout, done.stdout
    return home


def clock_back(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """The clock jumps back by forty years for one run."""
    return _with_clock(fixture, target, -40 * 365 * 86400 - chance.random())


def clock_ahead(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    """The clock jumps ahead by thirty years for one run."""
    return _with_clock(fixture, target, 30 * 365 * 86400 + chance.random())


INJECTIONS: tuple[tuple[Injection, int], ...] = (
    (full_disk, 5),
    (no_room_for_large_files, 3),
    (read_only_inbox, 1),
    (vanishing_inbox, 2),
    (changing_file, 2),
    (second_run, 1),
    (store_flipped, 3),
    (store_truncated, 2),
    (store_deleted, 1),
    (log_deleted, 2),
    (log_torn, 2),
    (log_flipped, 2),
    (pack_damaged, 2),
    (published_damaged, 2),
    (published_written, 2),
    (clock_back, 1),
    (clock_ahead, 1),
)


def _with_clock(fixture: Fixture, target: Path, seconds: float) -> Path:
    home = copy_of(fixture, target / "home")
    done = finish(home, program=("-m", "benchmarks.faults.clock", str(seconds)))
    assert done.returncode == 0, done.stderr
    return home


def _killed_with_log(fixture: Fixture, target: Path, chance: random.Random) -> Path:
    home = copy_of(fixture, target / "home")
    with started(home) as process:
        wait_for_line(process, "ingest")
        log = home / "warehouse.duckdb.wal"
        until = time.monotonic() + 60
        while time.monotonic() < until and not (log.exists() and log.stat().st_size > 1000):  # noqa: PLR2004
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 2))
    return home


def _flip(path: Path, chance: random.Random, count: int) -> None:
    with path.open("r+b") as file:
        size = path.stat().st_size
        for _ in range(count):
            position = chance.randrange(size)
            file.seek(position)
            wrong = file.read(1)[0] ^ chance.randrange(1, 256)
            file.seek(position)
            file.write(bytes([wrong]))


def _fill(disk: Path, leave: int) -> None:
    free = os.statvfs(disk)
    with (disk / "filling").open("wb") as file:
        file.truncate(0)
        os.posix_fallocate(file.fileno(), 0, max(4096, free.f_bavail * free.f_frsize - leave))


@contextmanager
def _small_disk(target: Path) -> Iterator[Path]:
    """A file system of 64 MB in memory. Raises PermissionError where this user cannot mount one."""
    disk = target / "disk"
    disk.mkdir(parents=True)
    if not _mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", str(disk)):
        raise PermissionError("only root can mount a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def _mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0
