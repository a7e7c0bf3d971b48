"""A request is read whole, answered alone and answered whole."""

import re
from collections.abc import Iterable
from typing import Any

from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from werkzeug.exceptions import ClientDisconnected
from werkzeug.wrappers import Response

from ..authorization.body import keep_body
from ..errors import failure
from ..gap import replaces
from ..one_at_a_time import one_at_a_time
from .repeated import Answer, once


@replaces(DomainDispatcherApplication)
def __call__(original: Any, self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """A client that is slow to send or to read keeps nobody waiting."""
    refused = _refused(environ)
    if refused:
        answer = Response(f"The emulator cannot read this request: {refused}.\n", 400, mimetype="text/plain")
        return answer(environ, start_response)
    with one_at_a_time():
        answer = once(environ, lambda: _answer(original, self, environ))
    start_response(answer.status, answer.headers)
    return answer.body


def _answer(original: Any, application: Any, environ: dict[str, Any]) -> Answer:
    try:
        return _whole(original, application, environ)
    except Exception as error:
        return _whole(failure(error, environ.get("CONTENT_TYPE", "")), environ)


def _whole(application: Any, *given: Any) -> Answer:
    head: list[Any] = []
    parts = application(*given, lambda *started: head.append(started))
    try:
        body = list(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    status, headers = head[-1][:2]
    return Answer(status, headers, body)


def _refused(environ: dict[str, Any]) -> str | None:
    """Why it is no request of HTTP/1.1. https://www.rfc-editor.org/rfc/rfc9112"""
    if environ["SERVER_PROTOCOL"] == "HTTP/0.9":
        return "it is HTTP/0.9, not HTTP/1.1"
    if "HTTP_HOST" not in environ:
        return "it has no Host header"
    length = environ.get("CONTENT_LENGTH") or "0"
    if not re.fullmatch(r"[0-9]+", length):
        return f"its Content-Length is {length}, not a number of bytes"
    try:
        keep_body(environ)
    except ClientDisconnected:
        return f"it ends before the {length} bytes of its Content-Length"
    except OSError as error:
        return f"its body is broken ({error})"
    return None
