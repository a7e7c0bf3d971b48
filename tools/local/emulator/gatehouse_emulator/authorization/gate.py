"""Requests with credentials of a role are evaluated before moto sees them; other keys are the deploy's."""

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from ..gap import replaces
from .body import keep_body
from .pages import refusal_of_page

TEMPORARY_KEY = re.compile(r"\bASIA[A-Z0-9]{12,}\b")


@replaces(DomainDispatcherApplication)
def __call__(original: Any, self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html"""
    if environ.get("PATH_INFO", "").startswith("/moto-api"):
        return original(self, environ, start_response)
    key = TEMPORARY_KEY.search(f"{environ.get('HTTP_AUTHORIZATION', '')} {_presigned(environ)} {_in_form(environ)}")
    if key is None:
        page = refusal_of_page(environ)
        return page(environ, start_response) if page else original(self, environ, start_response)
    # Imported late: it takes moto's S3 and the models of services, which a deploy may not need.
    from .evaluation import refusal_of

    refused = refusal_of(key.group(), environ)
    return refused(environ, start_response) if refused else original(self, environ, start_response)


def _in_form(environ: dict[str, Any]) -> str:
    """An upload to S3 by a form of a page has its signature in the body, which is refused: it is not verified here.
    https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingHTTPPOST.html
    """
    if not environ.get("CONTENT_TYPE", "").startswith("multipart/form-data") or "HTTP_AUTHORIZATION" in environ:
        return ""
    body = keep_body(environ)
    return body.decode("latin-1") if b"x-amz-credential" in body.lower() else ""


def _presigned(environ: dict[str, Any]) -> str:
    pairs = (pair.partition("=") for pair in environ.get("QUERY_STRING", "").split("&"))
    named = ("x-amz-credential", "awsaccesskeyid")
    return " ".join(unquote(value) for name, _, value in pairs if unquote(name).lower() in named)
