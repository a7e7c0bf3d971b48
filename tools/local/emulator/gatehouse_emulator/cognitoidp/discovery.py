"""What a user pool publishes below its issuer: its keys and its OpenID configuration."""

import json
import re
from typing import Any

from moto.cognitoidp.urls import url_paths
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from ..gap import replaces
from .claims import issuer
from .keys import key_set
from .user_pools import find_pool

WELL_KNOWN = re.compile(r"/(?P<region>[a-z0-9-]+)_[^/]+/\.well-known/(?:jwks\.json|openid-configuration)/?")

ENDPOINTS = {
    "authorization_endpoint": "/oauth2/authorize",
    "end_session_endpoint": "/logout",
    "revocation_endpoint": "/oauth2/revoke",
    "token_endpoint": "/oauth2/token",
    "userinfo_endpoint": "/oauth2/userInfo",
}

# Where the sign-in pages of a pool are served here; the front door sets it when it listens.
front_door: dict[str, str] = {}


def jwks(request: Any, full_url: str, headers: Any) -> tuple[int, dict[str, str], str]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html"""
    return _answer(full_url, key_set)


def openid_configuration(request: Any, full_url: str, headers: Any) -> tuple[int, dict[str, str], str]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html"""
    return _answer(full_url, _configuration)


def base_of(pool: Any) -> str | None:
    """Of the endpoints of its domain: here once the front door is open, else on AWS; None without a domain."""
    domain = pool.domain.domain if pool.domain else None
    on_aws = domain if domain is None or "." in domain else f"{domain}.auth.{pool.region}.amazoncognito.com"
    return front_door.get(pool.id) or (f"https://{on_aws}" if on_aws else None)


def _configuration(pool: Any) -> dict[str, Any]:
    """Says nothing of PKCE, as AWS's."""
    base = base_of(pool)
    endpoints = {name: f"{base}{path}" for name, path in ENDPOINTS.items()} if base else {}
    return {
        **endpoints,
        "id_token_signing_alg_values_supported": ["RS256"],
        "issuer": issuer(pool),
        "jwks_uri": f"{issuer(pool)}/.well-known/jwks.json",
        "response_types_supported": ["code", "token"],
        "scopes_supported": ["openid", "email", "phone", "profile"],
        "subject_types_supported": ["public"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
    }


def _answer(full_url: str, tell: Any) -> tuple[int, dict[str, str], str]:
    pool_id = re.sub(r"^https?://[^/]+", "", full_url).split("/")[1]
    pool = find_pool(pool_id)
    headers = {"Content-Type": "application/json", "Cache-Control": "public, max-age=86400"}
    if pool is None:
        return 400, headers, json.dumps({"message": f"User pool {pool_id} does not exist."})
    return 200, headers, json.dumps(tell(pool))


@replaces(DomainDispatcherApplication)
def infer_service_region_host(original: Any, self: Any, environ: dict[str, Any], path: str) -> Any:
    """moto knows the path of the keys, and takes the configuration for an object in S3."""
    below = WELL_KNOWN.fullmatch(path)
    return f"cognito-idp.{below['region']}.amazonaws.com" if below else original(self, environ, path)


url_paths["{0}/(?P<user_pool_id>[^/]+)/.well-known/jwks.json$"] = jwks
url_paths["{0}/(?P<user_pool_id>[^/]+)/.well-known/openid-configuration$"] = openid_configuration
