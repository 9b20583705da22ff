"""The web server of `dragoman serve`: Prefect's API and UI, and beside them the reports of runs under /reports.

Run as `python -m flows.serve.app --host H --port P --reports FOLDER`; it ends with the process that started it if that
is named by --parent. Where Prefect asks for a password, the reports ask for the same.
"""

import argparse
import base64
import binascii
import hmac
import os
import signal
import threading
import time
from html import escape
from pathlib import Path
from typing import Any

import uvicorn
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from flows.serve.environment import use_quietly

_GRACE_SECONDS = 3
_PARENT_PAUSE = 1.0


class PasswordGuard:
    """Lets a request through that carries the `user:password` of HTTP's basic authentication (RFC 7617)."""

    def __init__(self, app: ASGIApp, password: str) -> None:
        self.app = app
        self.password = password

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 401 without the password."""
        headers = dict(scope.get("headers", []))
        if self._is_right(headers.get(b"authorization", b"")):
            await self.app(scope, receive, send)
            return
        challenge = {"WWW-Authenticate": 'Basic realm="Dragoman"'}
        await PlainTextResponse("Unauthorized", status_code=401, headers=challenge)(scope, receive, send)

    def _is_right(self, header: bytes) -> bool:
        scheme, _, credentials = header.partition(b" ")
        try:
            given = base64.b64decode(credentials, validate=True)
        except binascii.Error:
            return False
        return scheme.lower() == b"basic" and hmac.compare_digest(given, self.password.encode())


class ReportPages(StaticFiles):
    """The reports of runs, and at their head a page that links to each of them, newest first."""

    def __init__(self, reports: Path) -> None:
        reports.mkdir(parents=True, exist_ok=True)  # no run has been yet
        super().__init__(directory=reports)
        self.reports = reports

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The page of links for the folder itself, else the file."""
        if path != ".":
            return await super().get_response(path, scope)
        names = sorted((escape(page.name) for page in self.reports.glob("*.html")), reverse=True)
        links = "".join(f'<li><a href="{name}">{name.removesuffix(".html")}</a></li>' for name in names)
        body = f"<ul>{links}</ul>" if names else "<p>No run has written a report yet.</p>"
        head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Reports of runs</title>'
        return HTMLResponse(f"{head}<h1>Reports of runs</h1>{body}")


def create_app(reports: Path) -> Any:
    """Prefect's application with the reports of runs mounted before its UI."""
    use_quietly()
    import prefect
    from prefect.server.api.server import create_app as create_prefect_app

    # The server mounts a second UI wherever it finds its files, whatever the settings; that one calls an outside host.
    prefect.__ui_v2_static_path__ = Path(os.devnull) / "no-second-ui"
    app = create_prefect_app()
    pages: ASGIApp = ReportPages(reports)
    password = os.environ.get("PREFECT_SERVER_API_AUTH_STRING")
    if password:
        pages = PasswordGuard(pages, password)
    app.router.routes.insert(0, Mount("/reports", pages, name="reports"))
    return app


def main() -> None:
    """Serve until a signal, or until the parent is gone."""
    parser = argparse.ArgumentParser(description="Prefect's API and UI with Dragoman's reports.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=4200)
    parser.add_argument("--reports", type=Path, required=True)
    parser.add_argument("--parent", type=int)
    options = parser.parse_args()
    if options.parent:
        threading.Thread(target=_end_with, args=(options.parent,), daemon=True).start()
    uvicorn.run(
        create_app(options.reports),
        host=options.host,
        port=options.port,
        log_level="warning",
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def _end_with(parent: int) -> None:
    """End this process once it is no longer the child of `parent`, however that one ended."""
    while os.getppid() == parent:
        time.sleep(_PARENT_PAUSE)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
