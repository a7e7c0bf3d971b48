"""Requests of HTTP/0.9, which Python's server answers without a status."""

from typing import Any

from werkzeug.serving import WSGIRequestHandler

from ..gap import replaces


@replaces(WSGIRequestHandler)
def make_environ(original: Any, self: Any) -> dict[str, Any]:
    environ: dict[str, Any] = original(self)
    if self.request_version == "HTTP/0.9":
        # From here on it says how the answer is written.
        self.request_version = "HTTP/1.1"
    return environ
