"""Tokens: how long they live and what they say."""

import json
import time
import uuid
from typing import Any

from joserfc import jwt
from moto.cognitoidp.exceptions import NotAuthorizedError
from moto.cognitoidp.models import CognitoIdpUserPool

from ..gap import replaces

SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}

# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
LIFETIMES = {"Access": (1, "hours"), "Id": (1, "hours"), "Refresh": (30, "days")}

# https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
CONVERT = {
    "address": json.loads,
    "email_verified": lambda value: value.lower() == "true",
    "phone_number_verified": lambda value: value.lower() == "true",
    "updated_at": int,
}


def lifetime(client: Any, token: str) -> int:
    """Seconds an `Access`, `Id` or `Refresh` token of this client lives."""
    value, unit = LIFETIMES[token]
    config = client.extended_config
    unit = config.get("TokenValidityUnits", {}).get(f"{token}Token", unit)
    return (config.get(f"{token}TokenValidity") or value) * SECONDS[unit]


@replaces(CognitoIdpUserPool)
def create_jwt(
    _original: Any,
    self: Any,
    client_id: str,
    username: str,
    token_use: str,
    expires_in: int = 0,
    extra_data: dict[str, Any] | None = None,
) -> tuple[str, int]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html"""
    user = self._get_user(username)
    lives = lifetime(self.clients[client_id], token_use.capitalize())
    now = int(time.time())
    origin = (extra_data or {}).get("origin_jti", "")
    started = vars(self).setdefault("sign_in_times", {}).setdefault(origin, now)
    access = token_use == "access"
    payload = {
        "sub": user.id,
        "iss": f"https://cognito-idp.{self.region}.amazonaws.com/{self.id}",
        "client_id" if access else "aud": client_id,
        "username" if access else "cognito:username": user.username,
        "event_id": str(uuid.uuid5(uuid.NAMESPACE_OID, origin)),
        "token_use": token_use,
        "auth_time": started,
        "iat": now,
        "exp": now + lives,
        "jti": str(uuid.uuid4()),
        **(extra_data or {}),
    }
    return jwt.encode({"kid": "dummy", "alg": "RS256"}, payload, self.json_web_key), lives


@replaces(CognitoIdpUserPool)
def create_id_token(_original: Any, self: Any, client_id: str, username: str, origin_jti: str) -> tuple[str, int]:
    """The attributes the client may read; all standard ones when it does not say.
    https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
    """
    user = self._get_user(username)
    readable = self.clients[client_id].extended_config.get("ReadAttributes")
    claims = {
        name: CONVERT.get(name, str)(value)
        for name, value in user.attribute_lookup.items()
        if name != "sub" and (name in readable if readable else True)
    }
    groups = sorted(user.groups, key=lambda g: (g.precedence is None, g.precedence or 0, g.group_name))
    roles = [group.role_arn for group in groups if group.role_arn]
    if groups:
        claims["cognito:groups"] = [group.group_name for group in groups]
    if roles:
        claims["cognito:roles"] = roles
        claims["cognito:preferred_role"] = roles[0]
    token, lives = self.create_jwt(client_id, username, "id", extra_data={**claims, "origin_jti": origin_jti})
    self.id_tokens[token] = (client_id, username)
    return token, lives


@replaces(CognitoIdpUserPool)
def create_tokens_from_refresh_token(original: Any, self: Any, refresh_token: str) -> Any:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html"""
    known = self.refresh_tokens[refresh_token]
    if known is None:
        raise NotAuthorizedError("Refresh Token has been revoked")
    client_id, _, origin_jti = known
    started = vars(self).get("sign_in_times", {}).get(origin_jti, time.time())
    if time.time() > started + lifetime(self.clients[client_id], "Refresh"):
        raise NotAuthorizedError("Refresh Token has expired")
    return original(self, refresh_token)
