"""`POST /moto-api/gatehouse/NAME`: what the local tools ask of the emulator, and nobody else may."""

import hmac
import importlib
import json
import os
import traceback
from collections.abc import Callable, Iterable
from typing import Any

from moto.core.exceptions import ServiceException
from moto.moto_server.werkzeug_app import DomainDispatcherApplication
from werkzeug.exceptions import HTTPException

from .bridge import BridgeError
from .gap import replaces

PREFIX = "/moto-api/gatehouse/"

Operation = Callable[[dict[str, Any]], dict[str, Any]]
_operations: dict[str, Operation] = {}


def internal(name: str) -> Callable[[Operation], Operation]:
    """The function answers that name. An error of moto that it raises becomes `{"error": {"name", "message"}}`."""

    def install(function: Operation) -> Operation:
        _operations[name] = function
        return function

    return install


@replaces(DomainDispatcherApplication)
def __call__(original: Any, self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Before Flask, which would add CORS headers."""
    path = environ.get("PATH_INFO", "")
    if not path.startswith(PREFIX):
        return original(self, environ, start_response)
    status, body = _answer(environ, path.removeprefix(PREFIX))
    start_response(status, [("Content-Type", "application/json")])
    return [json.dumps(body).encode()]


def _answer(environ: dict[str, Any], name: str) -> tuple[str, dict[str, Any]]:
    secret = os.environ.get("GATEHOUSE_EMULATOR_SECRET", "")
    given = environ.get("HTTP_X_GATEHOUSE_SECRET", "")
    if "HTTP_ORIGIN" in environ or not secret or not hmac.compare_digest(given.encode(), secret.encode()):
        return "403 Forbidden", _error("AccessDenied", "only the local tools may ask")
    if environ["REQUEST_METHOD"] != "POST":
        return "405 Method Not Allowed", _error("MethodNotAllowed", "expected POST")
    operation = _find(name)
    if operation is None:
        return "404 Not Found", _error("UnknownOperation", f"there is no internal operation {name}")
    return _run(operation, environ)


def _run(operation: Operation, environ: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    try:
        body = json.loads(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)) or b"{}")
        return "200 OK", operation(body)
    except ServiceException as error:
        return "400 Bad Request", _error(error.code, error.message)
    except HTTPException as error:
        return "400 Bad Request", _error(
            getattr(error, "error_type", type(error).__name__), getattr(error, "message", str(error.description))
        )
    except BridgeError as error:
        return "502 Bad Gateway", _error("BridgeError", str(error))
    except Exception as error:
        traceback.print_exc()
        return "500 Internal Server Error", _error("InternalFailure", f"{type(error).__name__}: {error}")


def _find(name: str) -> Operation | None:
    """moto loads a service at its first request, and our operations with it; an operation may be that request."""
    if name not in _operations:
        from . import ADDITIONS

        for theirs, _ in ADDITIONS:
            importlib.import_module(theirs)
    return _operations.get(name)


def _error(name: str, message: str) -> dict[str, Any]:
    return {"error": {"name": name, "message": message}}
