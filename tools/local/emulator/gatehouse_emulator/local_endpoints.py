"""Endpoints for the person at this machine: `GET codes`, `GET deployment`, `POST clock` below /moto-api/gatehouse/.

No secret guards them, so that curl can use them; a web page cannot.
"""

import importlib
import json
import re
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from .gap import replaces

# Loaded before, so that ours is asked first: it answers everything below its prefix.
from .internal import PREFIX

# The service whose module has the endpoint: moto loads one at its first request, which may be this.
MODULES = {
    "clock": "moto.cognitoidp.urls",
    "codes": "moto.cognitoidp.urls",
    "deployment": "moto.apigateway.urls",
}

# A name that an attacker's DNS answers with 127.0.0.1 is not one of these.
LOOPBACK = re.compile(r"(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?", re.IGNORECASE)

# Is given the query of a GET, or the JSON object of a POST. Raises ValueError: what is wrong with it.
Endpoint = Callable[[dict[str, Any]], Any]
_endpoints: dict[tuple[str, str], Endpoint] = {}


def local(method: str, name: str) -> Callable[[Endpoint], Endpoint]:
    """The function answers `METHOD /moto-api/gatehouse/NAME`."""

    def install(function: Endpoint) -> Endpoint:
        _endpoints[name, method] = function
        return function

    return install


@replaces(DomainDispatcherApplication)
def __call__(original: Any, self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Before Flask, which would add CORS headers and answer preflights."""
    path = environ.get("PATH_INFO", "")
    name = path.removeprefix(PREFIX)
    ours = path.startswith(PREFIX) and name in MODULES
    # moto's own endpoints delete and show everything, and ask for no signature.
    if not ours and (path.startswith(PREFIX) or not path.startswith("/moto-api/") or not _from_a_page(environ)):
        return original(self, environ, start_response)
    importlib.import_module(MODULES[name])
    status, body = _answer(environ, name)
    headers = [
        ("Content-Type", "application/json"),
        ("Cache-Control", "no-store"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    start_response(status, headers)
    return [json.dumps(body).encode() + b"\n"]


def _answer(environ: dict[str, Any], name: str) -> tuple[str, Any]:
    why = _from_a_page(environ)
    if why:
        return "403 Forbidden", {"error": f"{why}. Ask with curl, or type the address into a browser."}
    endpoint = _endpoints.get((name, environ["REQUEST_METHOD"]))
    if endpoint is None:
        expected = " or ".join(method for known, method in _endpoints if known == name)
        return "405 Method Not Allowed", {"error": f"expected {expected}, found {environ['REQUEST_METHOD']}"}
    try:
        return "200 OK", endpoint(_parameters(environ))
    except ValueError as error:
        return "400 Bad Request", {"error": str(error)}


def _from_a_page(environ: dict[str, Any]) -> str | None:
    """Why this may be a page of another site, or a name that was rebound to this machine."""
    if not LOOPBACK.fullmatch(environ.get("HTTP_HOST", "")):
        return f"Host must be localhost, found {environ.get('HTTP_HOST', 'none')}"
    if "HTTP_ORIGIN" in environ:
        return "Pages may not ask this: the request has an Origin"
    # `none`: typed or a bookmark. Pages of our own origin may not ask either: S3 serves anybody's HTML there.
    if environ.get("HTTP_SEC_FETCH_SITE", "none") != "none":
        return f"Pages may not ask this: Sec-Fetch-Site is {environ['HTTP_SEC_FETCH_SITE']}"
    return None


def _parameters(environ: dict[str, Any]) -> dict[str, Any]:
    if environ["REQUEST_METHOD"] == "GET":
        return dict(parse_qsl(environ.get("QUERY_STRING", "")))
    body = json.loads(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)) or b"{}")
    if not isinstance(body, dict):
        raise ValueError("expected a JSON object")
    return body
