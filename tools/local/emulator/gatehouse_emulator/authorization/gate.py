"""Every request with credentials of a role is evaluated before moto sees it; other keys are the deploy's."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from ..gap import replaces

TEMPORARY_KEY = re.compile(r"\bASIA[A-Z0-9]{12,}\b")


@replaces(DomainDispatcherApplication)
def __call__(original: Any, self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"""
    if environ.get("PATH_INFO", "").startswith("/moto-api") or not _temporary_key(environ):
        return original(self, environ, start_response)
    # Imported late: it takes moto's S3 and the models of services, which a deploy may not need.
    from .evaluation import refusal_of

    refused = refusal_of(_temporary_key(environ), environ)
    return refused(environ, start_response) if refused else original(self, environ, start_response)


def _temporary_key(environ: dict[str, Any]) -> str:
    """In any kind of signature; empty when there is none."""
    found = TEMPORARY_KEY.search(environ.get("HTTP_AUTHORIZATION", "")) or TEMPORARY_KEY.search(_presigned(environ))
    return found.group() if found else ""


def _presigned(environ: dict[str, Any]) -> str:
    pairs = (pair.partition("=") for pair in environ.get("QUERY_STRING", "").split("&"))
    named = ("x-amz-credential", "awsaccesskeyid")
    return " ".join(unquote(value) for name, _, value in pairs if unquote(name).lower() in named)
