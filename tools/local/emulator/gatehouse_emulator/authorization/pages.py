"""Any page that is open in a browser can reach the emulator: it gets what AWS answers without credentials."""

import ipaddress
import json
import re
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from moto.core.utils import get_service_model
from werkzeug.wrappers import Response

from .body import keep_body

# Buckets of this machine, what SDKs send to AWS, and names that Docker gives to a host.
LOCAL_NAMES = (".localhost", ".amazonaws.com", ".amazonaws.com.cn", ".internal")

TARGETS = {
    "AWSCognitoIdentityProviderService": "cognito-idp",
    "AWSCognitoIdentityService": "cognito-identity",
}


def refusal_of_page(environ: dict[str, Any]) -> Response | None:
    """Of a request without credentials that the emulator issued; None when it may go on.

    AWS refuses a key that it never issued; moto takes any, as Terraform sends it.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
    """
    from_a_page = "HTTP_ORIGIN" in environ and not _is_preflight(environ)
    if not _is_rebound(environ.get("HTTP_HOST", "")) and (not from_a_page or _is_public(environ)):
        return None
    body = {
        "__type": "UnrecognizedClientException",
        "message": "The security token included in the request is invalid.",
    }
    headers = {"X-Amzn-ErrorType": "UnrecognizedClientException"}
    return Response(json.dumps(body), status=403, mimetype="application/json", headers=headers)


def _is_preflight(environ: dict[str, Any]) -> bool:
    """A page cannot set this header, and cannot read the answer to what has it."""
    return environ["REQUEST_METHOD"] == "OPTIONS" and "HTTP_ACCESS_CONTROL_REQUEST_METHOD" in environ


def _is_rebound(host: str) -> bool:
    """Whether a foreign DNS server could point this name here: the GETs of such a page have no Origin."""
    name = re.sub(r":\d*$", "", host).strip("[]").rstrip(".").lower()
    if "." not in name or name.endswith(LOCAL_NAMES):
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return True
    return False


def _is_public(environ: dict[str, Any]) -> bool:
    if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
        # Keys and configuration of an issuer.
        return "/.well-known/" in environ.get("PATH_INFO", "")
    target, _, operation = environ.get("HTTP_X_AMZ_TARGET", "").partition(".")
    if target in TARGETS:
        return operation in _unsigned(TARGETS[target])
    if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        action = parse_qs(keep_body(environ).decode("latin-1")).get("Action", [""])[0]
        return action in _unsigned("sts")
    return False


@cache
def _unsigned(service: str) -> frozenset[str]:
    """Operations that AWS answers without a signature."""
    model = get_service_model(service)
    return frozenset(name for name in model.operation_names if model.operation_model(name).auth_type == "none")
