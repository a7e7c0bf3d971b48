"""Authorization codes, and the tokens that they are exchanged for.

A code is good once, for five minutes, for the client and redirect URI that it was made for.
https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
"""

import base64
import hashlib
import hmac
import threading
import time
import uuid
from dataclasses import dataclass
from typing import Any

from moto.core.exceptions import JsonRESTError

from . import refresh, tokens
from .claims import ATTRIBUTES_OF_SCOPES

SECONDS = 300


@dataclass
class _Code:
    client_id: str
    user: Any
    asked: dict[str, Any]
    ends: float
    spent: bool = False
    # What it was exchanged for.
    grant: refresh.Grant | None = None


_lock = threading.Lock()


def make(pool: Any, client: Any, user: Any, asked: dict[str, Any]) -> str:
    """`asked`: `redirectUri`, `scopes`, and `nonce`, `codeChallenge` and `resource` where the request had them."""
    code = str(uuid.uuid4())
    known = _codes(pool)
    for old in [key for key, each in known.items() if each.ends + SECONDS < time.time()]:
        del known[old]
    known[code] = _Code(client.id, user, asked, time.time() + SECONDS)
    return code


def redeem(pool: Any, client: Any, code: str, redirect_uri: str, verifier: str | None) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html"""
    known = _codes(pool).get(code)
    if known is None or known.client_id != client.id:
        raise _invalid_grant(f"client {client.id} has no such code")
    with _lock:
        again, known.spent = known.spent, True
    if again:
        # Two have it, so one stole it: RFC 6749, section 4.1.2.
        if known.grant is not None:
            refresh.revoke(known.grant)
        raise _invalid_grant("the code was used before; the tokens that it brought are revoked")
    if known.ends < time.time():
        raise _invalid_grant("the code is older than five minutes")
    if not _proves(known.asked.get("codeChallenge"), verifier):
        raise _invalid_grant("code_verifier does not belong to the code_challenge (PKCE)")
    if redirect_uri != known.asked["redirectUri"]:
        raise JsonRESTError("unauthorized_client", f"redirect_uri {redirect_uri} is not that of the code")
    _check_user(pool, known.user)
    known.grant, result = _issue(pool, client, known.user, known.asked)
    return oauth(result, refresh.create(pool, known.grant))


def implicit(pool: Any, client: Any, user: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """No refresh token."""
    return oauth(_issue(pool, client, user, asked)[1])


def oauth(result: dict[str, Any], refresh_token: str | None = None) -> dict[str, Any]:
    """By the names of OAuth."""
    answer = {
        "id_token": result.get("IdToken"),
        "access_token": result["AccessToken"],
        "refresh_token": refresh_token,
        "expires_in": result["ExpiresIn"],
    }
    return {name: value for name, value in answer.items() if value is not None}


def _issue(pool: Any, client: Any, user: Any, asked: dict[str, Any]) -> tuple[refresh.Grant, dict[str, Any]]:
    readable = client.extended_config.get("ReadAttributes")
    needed = {name for scope in asked["scopes"] for name in ATTRIBUTES_OF_SCOPES.get(scope, ())}
    if readable and not needed <= set(readable):
        unreadable = ", ".join(sorted(needed - set(readable)))
        raise _invalid_grant(f"client {client.id} may not read {unreadable}, which its scopes ask for")
    grant = refresh.begin(pool, client, user, asked["scopes"])
    grant.resource = asked.get("resource")
    source = "TokenGeneration_HostedAuth"
    return grant, tokens.issue(pool, client, user, nonce=asked.get("nonce"), source=source, origin=grant)


def _proves(challenge: str | None, verifier: str | None) -> bool:
    """PKCE, RFC 7636. A verifier without a challenge: the challenge was removed on the way."""
    if challenge is None or verifier is None:
        return challenge is None and verifier is None
    digest = hashlib.sha256(verifier.encode()).digest()
    return hmac.compare_digest(base64.urlsafe_b64encode(digest).decode().rstrip("="), challenge)


def _check_user(pool: Any, user: Any) -> None:
    if pool.users.get(user.username) is not user or not user.enabled:
        raise _invalid_grant("the user is gone or disabled")


def _invalid_grant(why: str) -> JsonRESTError:
    return JsonRESTError("invalid_grant", why)


def _codes(pool: Any) -> dict[str, _Code]:
    return vars(pool).setdefault("authorization_codes", {})
