"""What ID and access tokens say of a user."""

import json
import time
import uuid
from typing import Any

from .lifetimes import lifetime
from .refresh import Grant

# The scope of a sign-in through the API. https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
USER_ADMIN = "aws.cognito.signin.user.admin"

# https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
ATTRIBUTES_OF_SCOPES = {
    "email": ("email", "email_verified"),
    "phone": ("phone_number", "phone_number_verified"),
}

# Attributes are strings; these claims are not.
# https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
CONVERT = {
    "address": lambda value: {"formatted": value},
    "email_verified": lambda value: value.lower() == "true",
    "identities": lambda value: [_texts(identity) for identity in json.loads(value)],
    "phone_number_verified": lambda value: value.lower() == "true",
    "updated_at": int,
}


def issuer(pool: Any) -> str:
    return f"https://cognito-idp.{pool.region}.amazonaws.com/{pool.id}"


def readable_attributes(client: Any, user: Any, scopes: tuple[str, ...] | None) -> dict[str, str]:
    """Those that the client may read and the scopes ask for; `openid` alone asks for all.
    https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
    """
    readable = client.extended_config.get("ReadAttributes")
    named = {name for scope in scopes or () for name in ATTRIBUTES_OF_SCOPES.get(scope, ())}
    everything = not named or "profile" in (scopes or ())
    return {
        name: value
        for name, value in user.attribute_lookup.items()
        if name in ("sub", "identities") or ((not readable or name in readable) and (everything or name in named))
    }


def group_claims(groups: dict[str, Any]) -> dict[str, Any]:
    """From `groupsToOverride`, `iamRolesToOverride` and `preferredRole`."""
    claims = {
        "cognito:groups": groups.get("groupsToOverride"),
        "cognito:roles": groups.get("iamRolesToOverride"),
        "cognito:preferred_role": groups.get("preferredRole"),
    }
    return {name: value for name, value in claims.items() if value}


def groups_of(user: Any) -> dict[str, Any]:
    """The first group is the one with the lowest precedence. Two that share it prefer no role, unless it is the same.
    https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html
    """
    groups = sorted(user.groups, key=lambda g: (g.precedence is None, g.precedence or 0, g.group_name))
    with_roles = [group for group in groups if group.role_arn]
    best = {group.role_arn for group in with_roles if group.precedence == with_roles[0].precedence}
    return {
        "groupsToOverride": [group.group_name for group in groups],
        "iamRolesToOverride": list(dict.fromkeys(group.role_arn for group in with_roles)),
        "preferredRole": best.pop() if len(best) == 1 else None,
    }


def id_claims(pool: Any, client: Any, grant: Grant, groups: dict[str, Any], nonce: str | None) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html"""
    attributes = readable_attributes(client, grant.user, grant.scopes)
    return {
        **{name: CONVERT.get(name, str)(value) for name, value in attributes.items()},
        **group_claims(groups),
        **_shared(pool, client, grant, "Id"),
        "aud": client.id,
        "cognito:username": grant.user.username,
        "token_use": "id",
        **({"nonce": nonce} if nonce else {}),
    }


def access_claims(pool: Any, client: Any, grant: Grant, groups: dict[str, Any], scopes: list[str]) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html"""
    return {
        **group_claims({"groupsToOverride": groups.get("groupsToOverride")}),
        **_shared(pool, client, grant, "Access"),
        "client_id": client.id,
        "username": grant.user.username,
        "token_use": "access",
        "scope": " ".join(scopes),
        **({"device_key": grant.device_key} if grant.device_key else {}),
        **({"aud": grant.resource} if grant.resource else {}),
        **({} if grant.scopes is None else {"version": 2}),
    }


def machine_claims(pool: Any, client: Any, scopes: list[str]) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html"""
    now = int(time.time())
    return {
        "sub": client.id,
        "token_use": "access",
        "scope": " ".join(scopes),
        "auth_time": now,
        "iss": issuer(pool),
        "exp": now + lifetime(client, "Access"),
        "iat": now,
        "version": 2,
        "jti": str(uuid.uuid4()),
        "client_id": client.id,
    }


def _texts(identity: dict[str, Any]) -> dict[str, str | None]:
    """Flags and dates of an identity are strings in a token."""
    return {
        name: value if isinstance(value, str) or value is None else json.dumps(value)
        for name, value in identity.items()
    }


def _shared(pool: Any, client: Any, grant: Grant, token: str) -> dict[str, Any]:
    now = int(time.time())
    claims = {
        "sub": grant.user.id,
        "iss": issuer(pool),
        "event_id": grant.event_id,
        "auth_time": grant.auth_time,
        "iat": now,
        "exp": now + lifetime(client, token),
    }
    # https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
    if client.extended_config.get("EnableTokenRevocation") is not False:
        claims |= {"jti": str(uuid.uuid4()), "origin_jti": grant.origin_jti}
    return claims
