"""Peers' results by content, so that a second scorecard need not wait for them."""

import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.quality.peers import Peer
from benchmarks.quality.published import decode, read_bytes
from benchmarks.quality.rows import FileRows

CACHE = Path(tempfile.gettempdir()) / f"dragoman-score-{os.getuid()}"


def read_all(peer: Peer, folder: Path, names: Sequence[str], cache: Path = CACHE) -> dict[str, FileRows]:
    """The peer's rows of each file; those of bytes that the same code has read before come from the cache."""
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    store = cache / f"{peer.name.replace(' ', '-')}-{_version(peer.package)}-{_code()}.json"
    known: dict[str, dict[str, object]] = json.loads(store.read_text("utf-8")) if store.is_file() else {}
    rows, is_new = {}, False
    for name in names:
        raw = read_bytes(folder / name)
        key = sha256(raw).hexdigest()
        if key not in known:
            known[key] = {**asdict(peer.read(name, raw)), "raw": ""}
            is_new = True
        rows[name] = FileRows(**{**known[key], "file": name, "raw": decode(raw)})  # type: ignore[arg-type]
    if is_new:
        store.write_text(json.dumps(known), encoding="utf-8")
    return rows


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "0"


def _code() -> str:
    """What the peers' own code is, so that a change of it forgets what was read before."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]
