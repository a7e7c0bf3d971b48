"""Refresh tokens, and the sign-in that each of them came from.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
"""

import base64
import json
import secrets
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

from moto.cognitoidp.exceptions import NotAuthorizedError
from moto.core.exceptions import JsonRESTError

from . import clock
from .lifetimes import lifetime

HEADER = {"cty": "JWT", "enc": "A256GCM", "alg": "RSA-OAEP"}


@dataclass
class Grant:
    """One sign-in: what every token that came of it shares."""

    client_id: str
    user: Any
    """Of OAuth; None where the API signed the user in."""
    scopes: tuple[str, ...] | None
    auth_time: int
    """When its refresh tokens end, rotated ones too."""
    expires: float
    device_key: str | None = None
    # Audience of the access tokens. https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
    resource: str | None = None
    origin_jti: str = field(default_factory=lambda: str(uuid.uuid4()))
    event_id: str = field(default_factory=lambda: str(uuid.uuid4()))
    revoked: bool = False


@dataclass
class _Token:
    grant: Grant
    rotated_at: float | None = None


def begin(pool: Any, client: Any, user: Any, scopes: list[str] | None, device_key: str | None = None) -> Grant:
    """A sign-in."""
    expires = clock.now() + lifetime(client, "Refresh")
    grant = Grant(client.id, user, None if scopes is None else tuple(scopes), int(time.time()), expires, device_key)
    _grants(pool)[grant.event_id] = grant
    return grant


def create(pool: Any, grant: Grant) -> str:
    """A refresh token of the sign-in: five parts, opaque like AWS's encrypted JWT."""
    parts = [json.dumps(HEADER, separators=(",", ":")).encode(), *(secrets.token_bytes(n) for n in (256, 12, 720, 16))]
    token = ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)
    _tokens(pool)[token] = _Token(grant)
    return token


def find(pool: Any, client: Any, token: str, device_key: str | None = None) -> Grant:
    """The sign-in of a refresh token that this client may use. What was given to a device is refreshed by that device.

    Raises NotAuthorizedException, or RefreshTokenReuseException for one that was rotated longer ago than the grace.
    """
    known = _tokens(pool).get(token)
    if known is None or known.grant.client_id != client.id:
        raise NotAuthorizedError("Invalid Refresh Token")
    grant = known.grant
    if device_key and grant.device_key and device_key != grant.device_key:
        raise NotAuthorizedError("Invalid Refresh Token")
    if grant.revoked or pool.users.get(grant.user.username) is not grant.user:
        raise NotAuthorizedError("Refresh Token has been revoked")
    if clock.now() > grant.expires:
        raise NotAuthorizedError("Refresh Token has expired")
    if not grant.user.enabled:
        raise NotAuthorizedError("User is disabled.")
    if known.rotated_at is not None and clock.now() > known.rotated_at + _grace(client):
        raise JsonRESTError("RefreshTokenReuseException", "Refresh token has been reused")
    return grant


def rotate(pool: Any, client: Any, token: str) -> str | None:
    """The token's successor for the rest of its life; None where the client does not rotate.

    The old one answers until the client's grace is over.
    https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html#using-the-refresh-token-rotation
    """
    grant = find(pool, client, token)
    if not rotates(client):
        return None
    known = _tokens(pool)[token]
    known.rotated_at = known.rotated_at or clock.now()
    return create(pool, grant)


def rotates(client: Any) -> bool:
    return (client.extended_config.get("RefreshTokenRotation") or {}).get("Feature") == "ENABLED"


def owner(pool: Any, token: str) -> Grant | None:
    """Of a token that is known, also of a dead one."""
    known = _tokens(pool).get(token)
    return known.grant if known else None


def revoke(grant: Grant) -> None:
    """Every token that came of this sign-in, and no other.
    https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
    """
    grant.revoked = True


def revoke_all(pool: Any, user: Any) -> None:
    """Every sign-in of the user.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
    """
    for grant in _grants(pool).values():
        if grant.user is user:
            grant.revoked = True


def grant_of(pool: Any, event_id: str | None) -> Grant | None:
    """By the `event_id` of an ID or access token."""
    return _grants(pool).get(event_id or "")


def _grace(client: Any) -> int:
    return client.extended_config["RefreshTokenRotation"].get("RetryGracePeriodSeconds") or 0 if rotates(client) else 0


def _grants(pool: Any) -> dict[str, Grant]:
    return vars(pool).setdefault("grants", {})


def _tokens(pool: Any) -> dict[str, _Token]:
    return vars(pool).setdefault("issued_refresh_tokens", {})
