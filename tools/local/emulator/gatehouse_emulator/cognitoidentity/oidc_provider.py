"""OpenID Connect providers that IAM knows: their tokens, verified with the keys that they publish.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html
"""

import json
import time
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from joserfc import jwk, jws
from joserfc.errors import JoseError
from moto.core.exceptions import JsonRESTError
from moto.iam.models import iam_backends

from ..cognitoidp.keys import key_set
from ..cognitoidp.tokens import InvalidToken, read
from ..cognitoidp.user_pools import find_pool

ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"]
REGISTRY = jws.JWSRegistry(algorithms=ALGORITHMS)
SECONDS = 5
KEEP = 300

_published: dict[str, tuple[float, Any]] = {}


def find_provider(account_id: str, url: str) -> Any:
    """By its URL without a scheme; None when the account has none."""
    providers = iam_backends[account_id]["aws"].open_id_providers.values()
    return next((provider for provider in providers if provider.url == url), None)


def verify(token: Any, url: str) -> dict[str, Any]:
    """The claims of its ID token; the audience is the caller's to check.

    Raises InvalidToken: `malformed`, `issuer`, `signature` or `expired`; ExternalServiceException when its keys
    cannot be read.
    """
    header, claims = read(token)
    if claims.get("iss") not in (f"https://{url}", f"http://{url}") or not _may(claims["iss"]):
        raise InvalidToken("issuer")
    try:
        jws.deserialize_compact(token, _key(url, claims["iss"], header.get("kid")), registry=REGISTRY)
    except (JoseError, ValueError):
        raise InvalidToken("signature") from None
    if not isinstance(claims.get("exp"), (int, float)) or time.time() >= claims["exp"]:
        raise InvalidToken("expired")
    return claims


def audiences(claims: dict[str, Any]) -> list[str]:
    audience = claims.get("aud")
    return audience if isinstance(audience, list) else [audience] if audience else []


def _may(issuer: str) -> bool:
    """Without TLS only on this machine."""
    return issuer.startswith("https://") or urlsplit(issuer).hostname in ("127.0.0.1", "localhost", "::1")


def _key(url: str, issuer: str, kid: str | None) -> Any:
    for key in _keys(url, issuer):
        if kid is None or key.get("kid") == kid:
            return jwk.import_key(key)
    raise InvalidToken("signature")


def _keys(url: str, issuer: str) -> list[dict[str, Any]]:
    pool = find_pool(url.rsplit("/", 1)[-1]) if url.startswith("cognito-idp.") else None
    if pool is not None:
        return key_set(pool)["keys"]
    until, keys = _published.get(issuer, (0.0, []))
    if time.time() > until:
        keys = _fetch(_fetch(f"{issuer.rstrip('/')}/.well-known/openid-configuration")["jwks_uri"])["keys"]
        _published[issuer] = (time.time() + KEEP, keys)
    return keys


def _fetch(address: str) -> Any:
    if not _may(address):
        raise InvalidToken("issuer")
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as response:
            return json.loads(response.read(1_000_000))
    except (OSError, ValueError, KeyError) as error:
        raise JsonRESTError(
            "ExternalServiceException", f"The keys of the provider cannot be read at {address}: {error}"
        ) from None
