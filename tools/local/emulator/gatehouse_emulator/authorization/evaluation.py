"""Asks the local tools whether the policies of a caller allow its request."""

import gzip
import hashlib
import re
from typing import Any
from urllib.parse import unquote

from werkzeug.wrappers import Request, Response

from ..bridge import BridgeError, ask
from ..credentials import Issued, find
from .body import keep_body
from .callers import describe
from .operation import Operation, read_operation
from .raw_uri import raw_uri
from .refusal import answer, open_to_pages
from .resources import resources_of

# The local tools decide in a millisecond; this ends a wait for a process that was suspended.
SECONDS = 60

SCOPE = re.compile(r"/\d{8}/(?P<region>[^/\s,&]+)/(?P<service>[^/\s,&]+)/aws4_request")
HEADER = re.compile(r"AWS4-HMAC-SHA256 Credential=[^/\s,]+" + SCOPE.pattern + ",")

UNREADABLE = {
    "error": "incomplete",
    "message": "Expected a signature of version 4: AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...",
}


def refusal_of(access_key_id: str, environ: dict[str, Any]) -> Response | None:
    """None when the request is allowed."""
    body = keep_body(environ)
    request = Request(environ)
    service, region = _scope(environ)
    # moto takes what it cannot read for a request to S3, and its errors are as well known.
    operation = read_operation(service or "s3", request, _plain(request, body))
    verdict = _verdict(access_key_id, request, body, (service, region, operation)) if service else UNREADABLE
    if verdict.get("allowed"):
        return None
    return open_to_pages(answer(operation, verdict["error"], verdict["message"], request.method), request)


def _verdict(access_key_id: str, request: Request, body: bytes, asked: tuple[str, str, Operation]) -> dict[str, Any]:
    issued = find(access_key_id)
    if issued is None:
        # Of an emulator that is gone, or made up.
        return {"error": "unknownKey", "message": "The security token included in the request is invalid."}
    try:
        return ask("authorize", _question(issued, request, body, *asked), SECONDS)
    except BridgeError as error:
        return {"error": "unavailable", "message": f"The emulator cannot ask {error}"}


def _question(
    issued: Issued, request: Request, body: bytes, service: str, region: str, operation: Operation
) -> dict[str, Any]:
    """As the TypeScript side reads it (`Question`)."""
    path, query = raw_uri(request)
    return {
        "caller": describe(issued),
        "request": {
            "method": request.method,
            "path": path,
            "query": query,
            "headers": [[name.lower(), value] for name, value in request.headers.items()],
            "bodyHash": hashlib.sha256(body).hexdigest(),
        },
        "sourceIp": request.remote_addr,
        "service": service,
        "region": region,
        "operation": operation.name,
        "parameters": operation.parameters,
        "problem": operation.problem,
        "resources": resources_of(service, operation, issued.account_id, region),
    }


def _scope(environ: dict[str, Any]) -> tuple[str, str]:
    """Service and region that the signature is for; empty in a form that moto would read as another service's."""
    header = environ.get("HTTP_AUTHORIZATION", "")
    found = HEADER.match(header) if header else SCOPE.search(unquote(environ["QUERY_STRING"]))
    return (found.group("service").lower(), found.group("region")) if found else ("", "")


def _plain(request: Request, body: bytes) -> bytes:
    try:
        return gzip.decompress(body) if request.headers.get("Content-Encoding") == "gzip" else body
    except (OSError, EOFError):
        return body
