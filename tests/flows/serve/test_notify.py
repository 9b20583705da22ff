import sys
from pathlib import Path

from serving import Listener, free_port

from flows.serve.notify import run_hooks
from flows.settings import Notify

PAYLOAD = {"event": "dragoman.run.held", "message": "Held back: “quotes” fails"}


def test_the_webhook_gets_the_payload_as_json(listener: Listener) -> None:
    assert run_hooks(Notify(webhook=f"{listener.address}/plain"), PAYLOAD) == []
    assert listener.received[-1] == PAYLOAD


def test_the_command_gets_the_payload_on_its_standard_input(tmp_path: Path) -> None:
    target = tmp_path / "told.json"
    copy = f"import sys, pathlib; pathlib.Path({str(target)!r}).write_bytes(sys.stdin.buffer.read())"
    assert run_hooks(Notify(command=(sys.executable, "-c", copy)), PAYLOAD) == []
    assert "“quotes” fails" in target.read_text("utf-8")


def test_a_hook_that_fails_is_a_sentence_and_no_error(listener: Listener) -> None:
    slow = (sys.executable, "-c", "import time; time.sleep(9)")
    broken = (sys.executable, "-c", "import sys; sys.exit('no such desk')")
    away = f"http://127.0.0.1:{free_port()}"
    assert "could not be told" in run_hooks(Notify(webhook=f"{listener.address}/broken"), PAYLOAD)[0]
    assert away in run_hooks(Notify(webhook=away), PAYLOAD)[0]
    assert "no such desk" in run_hooks(Notify(command=broken), PAYLOAD)[0]
    assert "timed out" in run_hooks(Notify(command=slow, timeout_seconds=0.3), PAYLOAD)[0]
    assert "could not be told" in run_hooks(Notify(command=("/no/such/command",)), PAYLOAD)[0]
