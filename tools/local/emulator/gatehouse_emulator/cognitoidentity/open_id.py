"""The OpenID tokens of identity pools, and where their keys are published.

https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html
"""

import json
import time
from typing import Any

from joserfc import jwk, jws
from moto.cognitoidentity.urls import url_paths
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from ..checkout import kept
from ..cognitoidp.keys import public_key
from ..cognitoidp.tokens import InvalidToken, check_signature, read
from ..gap import replaces
from ..rsa_keys import new_key, read_key

HOST = "cognito-identity.amazonaws.com"
ISSUER = f"https://{HOST}"
LIFE = 600
TAGS = "https://aws.amazon.com/tags"
POOL_ARN = f"{ISSUER}/identity-pool-arn"
REGISTRY = jws.JWSRegistry(algorithms=["RS512"])
PATHS = ("/.well-known/openid-configuration", "/.well-known/jwks_uri")

_keys: dict[str, jwk.RSAKey] = {}


def sign(pool: Any, identity_id: str, amr: list[str], tags: dict[str, str], seconds: int = LIFE) -> str:
    region = pool.identity_pool_id.split(":")[0]
    now = int(time.time())
    arn = f"arn:aws:cognito-identity:{region}:{pool.account_id}:identitypool/{pool.identity_pool_id}"
    claims = {
        "sub": identity_id,
        "aud": pool.identity_pool_id,
        "amr": amr,
        "iss": ISSUER,
        POOL_ARN: arn,
        "exp": now + seconds,
        "iat": now,
        # https://docs.aws.amazon.com/cognito/latest/developerguide/attributes-for-access-control.html
        **({TAGS: {"principal_tags": {key: [value] for key, value in tags.items()}}} if tags else {}),
    }
    header = {"kid": _kid(region), "typ": "JWS", "alg": "RS512"}
    payload = json.dumps(claims, separators=(",", ":")).encode()
    return jws.serialize_compact(header, payload, _key(region), registry=REGISTRY)


def verify(token: Any) -> dict[str, Any]:
    """The claims. Raises InvalidToken: `malformed`, `issuer`, `signature` or `expired`."""
    header, claims = read(token)
    if claims.get("iss") != ISSUER:
        raise InvalidToken("issuer")
    key = next((key for region, key in _keys.items() if _kid(region) == header.get("kid")), None)
    check_signature(token, key, REGISTRY)
    if time.time() >= claims["exp"]:
        raise InvalidToken("expired")
    return claims


def principal_tags(claims: dict[str, Any]) -> dict[str, str]:
    """https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"""
    tags = (claims.get(TAGS) or {}).get("principal_tags") or {}
    return {key: values[0] for key, values in tags.items()}


def openid_configuration(request: Any, full_url: str, headers: Any) -> tuple[int, dict[str, str], str]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/open-id.html"""
    return _json(
        {
            "issuer": ISSUER,
            "jwks_uri": f"{ISSUER}/.well-known/jwks_uri",
            "response_types_supported": ["token", "id_token"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS512"],
        }
    )


def jwks(request: Any, full_url: str, headers: Any) -> tuple[int, dict[str, str], str]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/open-id.html"""
    return _json({"keys": [public_key(key, "RS512", _kid(region)) for region, key in _keys.items()]})


@replaces(DomainDispatcherApplication)
def infer_service_region_host(original: Any, self: Any, environ: dict[str, Any], path: str) -> Any:
    """moto takes the path for one of S3."""
    here = path in PATHS and "HTTP_AUTHORIZATION" not in environ
    return "cognito-identity.us-east-1.amazonaws.com" if here else original(self, environ, path)


def _json(body: dict[str, Any]) -> tuple[int, dict[str, str], str]:
    return 200, {"Content-Type": "application/json", "Cache-Control": "public, max-age=86400"}, json.dumps(body)


def _key(region: str) -> jwk.RSAKey:
    """One set a region."""
    if region not in _keys:
        _keys[region] = read_key(kept(f"{HOST} {region}", new_key))
    return _keys[region]


def _kid(region: str) -> str:
    return f"{region}-7"


url_paths["{0}/.well-known/openid-configuration$"] = openid_configuration
url_paths["{0}/.well-known/jwks_uri$"] = jwks
