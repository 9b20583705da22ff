import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from json import loads
from typing import Any

import pytest
from homes import MEETING, STRIKE, write
from serving import SETTINGS, Listener, Served, free_port, start, wait_for


@pytest.fixture(scope="session")
def listener() -> Iterator[Listener]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.received.append(loads(body))
            self.send_response(500 if self.path == "/broken" else 204)
            self.end_headers()

        def log_message(self, *_arguments: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        heard = Listener(f"http://127.0.0.1:{server.server_port}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield heard
        server.shutdown()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, listener: Listener) -> Iterator[Served]:
    """`dragoman serve` on a home of its own, once its schedule has published what lay in the inbox."""
    home = tmp_path_factory.mktemp("served")
    write(home, "meeting.txt", MEETING)
    write(home, "strike.txt", STRIKE)
    write(home, "broken.json", "{")
    (home / "dragoman.toml").write_text(SETTINGS.format(port=free_port(), webhook=listener.address))
    process = start(home)
    served = Served(home, process, listener)
    try:
        wait_for(lambda: (home / "serve.url").exists() or process.poll() is not None)
        assert process.poll() is None, (home / "serve.log").read_text()
        wait_for(lambda: served.runs(state={"type": {"any_": ["COMPLETED"]}}))
        yield served
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0, "SIGTERM did not stop it cleanly"
        assert not (home / "serve.url").exists()
        left = subprocess.run(["pgrep", "-f", str(home)], capture_output=True, text=True, check=False).stdout
        assert left == "", "a process was left behind"
    finally:
        process.kill()
        shutil.rmtree(home / "prefect", ignore_errors=True)
