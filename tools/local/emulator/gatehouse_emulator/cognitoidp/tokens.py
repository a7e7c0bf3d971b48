"""ID, access and refresh tokens: issued at the end of a sign-in, verified by whatever reads one."""

import base64
import hashlib
import json
import time
from dataclasses import dataclass
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from moto.cognitoidp.exceptions import NotAuthorizedError, UserNotFoundError

from . import refresh, triggers
from .claims import USER_ADMIN, access_claims, groups_of, id_claims, issuer, machine_claims
from .keys import USES, key_id, signing_key
from .lifetimes import lifetime
from .refresh import Grant
from .user_pools import find_pool

REGISTRY = jws.JWSRegistry(algorithms=["RS256"])
REGISTRY.max_payload_length = 1_000_000


def issue(
    pool: Any,
    client: Any,
    user: Any,
    *,
    scopes: list[str] | None = None,
    nonce: str | None = None,
    source: str = "TokenGeneration_Authentication",
    origin: Grant | None = None,
    device_key: str | None = None,
    metadata: dict[str, str] | None = None,
) -> dict[str, Any]:
    """`AccessToken`, `IdToken`, `ExpiresIn`, `TokenType`, and `RefreshToken` unless `origin` says what is refreshed.

    `scopes`: of OAuth; None where the API signs the user in. Without `openid` there is no ID token.
    `source`: why tokens are made, for the pre token generation trigger.
    `origin`: of `refresh.find`; its scopes and device hold.
    https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
    """
    grant = origin or refresh.begin(pool, client, user, scopes, device_key)
    granted = [USER_ADMIN] if grant.scopes is None else list(grant.scopes)
    groups = groups_of(user)
    changes = triggers.pre_token_generation(pool, source, client.id, user, groups, granted, metadata)
    groups = groups if changes.groups is None else changes.groups
    access_token = access_claims(pool, client, grant, groups, changes.scopes(granted))
    access = sign(pool, "access", changes.in_access_token(access_token))
    result = {"AccessToken": access, "ExpiresIn": lifetime(client, "Access"), "TokenType": "Bearer"}
    if grant.scopes is None or "openid" in grant.scopes:
        claims = changes.in_id_token(id_claims(pool, client, grant, groups, nonce))
        result["IdToken"] = sign(pool, "id", claims if grant.scopes is None else {**claims, "at_hash": _half(access)})
    if origin is None:
        result["RefreshToken"] = refresh.create(pool, grant)
    return result


def issue_for_client(
    pool: Any, client: Any, scopes: list[str], metadata: dict[str, str] | None = None
) -> dict[str, Any]:
    """For client credentials: nobody signed in, so an access token alone.
    https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
    """
    source = "TokenGeneration_ClientCredentials"
    changes = triggers.pre_token_generation(pool, source, client.id, None, {}, scopes, metadata)
    claims = machine_claims(pool, client, changes.scopes(scopes))
    access = sign(pool, "access", changes.in_access_token(claims))
    return {"AccessToken": access, "ExpiresIn": lifetime(client, "Access"), "TokenType": "Bearer"}


def sign(pool: Any, use: str, claims: dict[str, Any]) -> str:
    """With the pool's `id` or `access` key."""
    key = signing_key(pool, use)
    payload = json.dumps(claims, separators=(",", ":")).encode()
    return jws.serialize_compact({"kid": key_id(key), "alg": "RS256"}, payload, key, registry=REGISTRY)


class InvalidToken(Exception):
    """`reason`: `malformed`, `issuer`, `signature`, `expired` or `use`."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Verified:
    """A token that this pool signed and that has not expired."""

    pool: Any
    claims: dict[str, Any]
    """None of a machine's token, and after a restart."""
    grant: Grant | None

    @property
    def client(self) -> Any:
        """None once it is deleted."""
        return self.pool.clients.get(self.claims.get("client_id") or self.claims.get("aud"))

    @property
    def user(self) -> Any:
        """None once it is deleted, and of a machine's token."""
        sub = self.claims.get("sub")
        return next((user for user in self.pool.users.values() if user.id == sub), None)

    @property
    def revoked(self) -> bool:
        """Its refresh token was revoked, or its user signed out everywhere; of a user's token alone."""
        return self.grant is None or self.grant.revoked


def verify(token: str, pool: Any = None, use: str | None = None) -> Verified:
    """Signature, issuer, expiry and use (`id` or `access`) of an ID or access token.

    Raises InvalidToken. Not asked here: whether it was revoked (`Verified.revoked`).
    https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html
    """
    header, claims = read(token)
    signer = find_pool(str(claims.get("iss", "")).rsplit("/", 1)[-1])
    if signer is None or issuer(signer) != claims.get("iss") or (pool is not None and signer is not pool):
        raise InvalidToken("issuer")
    key = next((key for key in (signing_key(signer, u) for u in USES) if key_id(key) == header.get("kid")), None)
    check_signature(token, key, REGISTRY)
    if use is not None and claims.get("token_use") != use:
        raise InvalidToken("use")
    if time.time() >= claims.get("exp", 0):
        raise InvalidToken("expired")
    return Verified(signer, claims, refresh.grant_of(signer, claims.get("event_id")))


def check_signature(token: str, key: Any, registry: jws.JWSRegistry) -> None:
    """Raises InvalidToken, also where there is no key of that id. `registry`: the algorithms that are taken."""
    if key is None:
        raise InvalidToken("signature")
    try:
        jws.deserialize_compact(token, key, registry=registry)
    except (JoseError, ValueError):
        raise InvalidToken("signature") from None


def read(token: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and claims of a JWT, not verified. Raises InvalidToken."""
    try:
        parsed = jws.extract_compact(str(token).encode(), registry=REGISTRY)
        claims = json.loads(parsed.payload)
    except (JoseError, ValueError, TypeError):
        raise InvalidToken("malformed") from None
    if not isinstance(claims, dict):
        raise InvalidToken("malformed")
    return parsed.headers(), claims


def authorize(token: str | None, scope: str = USER_ADMIN) -> Verified:
    """An access token with which its user calls the user pools API.

    Raises NotAuthorizedException and UserNotFoundException with AWS's texts.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html
    """
    try:
        verified = verify(token or "", use="access")
    except InvalidToken as invalid:
        expired = invalid.reason == "expired"
        raise NotAuthorizedError("Access Token has expired" if expired else "Invalid Access Token") from None
    if scope not in verified.claims.get("scope", "").split():
        raise NotAuthorizedError("Access Token does not have required scopes")
    if verified.user is None:
        raise UserNotFoundError("User does not exist.")
    if verified.revoked:
        raise NotAuthorizedError("Access Token has been revoked")
    if not verified.user.enabled:
        raise NotAuthorizedError("User is disabled.")
    return verified


def _half(token: str) -> str:
    """OpenID Connect's `at_hash`: the left half of the hash."""
    return base64.urlsafe_b64encode(hashlib.sha256(token.encode()).digest()[:16]).decode().rstrip("=")
