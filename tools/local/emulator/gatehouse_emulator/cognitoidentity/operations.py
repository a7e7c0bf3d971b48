"""What applications ask of an identity pool."""

import json
from typing import Any

from moto.cognitoidentity.responses import CognitoIdentityResponse

from .. import credentials
from ..gap import replaces
from ..sts.trust import trusts
from . import open_id
from .access import Access, access, identity_for
from .pools import find_pool
from .refusals import invalid_parameter, wrong_roles
from .role_choice import choose_role

SECONDS = 3600
SESSION_NAME = "CognitoIdentityCredentials"
CLASSIC_OFF = "Basic (classic) flow is not enabled, please use enhanced flow."
CLASSIC_WITH_MAPPINGS = "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow."


@replaces(CognitoIdentityResponse)
def get_id(_original: Any, self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    return json.dumps({"IdentityId": identity_for(pool, self._get_param("Logins")).id})


@replaces(CognitoIdentityResponse)
def get_credentials_for_identity(_original: Any, self: Any) -> str:
    """The enhanced flow: the pool chooses the role.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html
    """
    who = access(self._get_param("IdentityId"), self._get_param("Logins"))
    issued = _issue(who, _role(who, self._get_param("CustomRoleArn")))
    return json.dumps(
        {
            "IdentityId": who.identity.id,
            "Credentials": {
                "AccessKeyId": issued.access_key_id,
                "SecretKey": issued.secret_access_key,
                "SessionToken": issued.session_token,
                "Expiration": issued.expiration.timestamp(),
            },
        }
    )


@replaces(CognitoIdentityResponse)
def get_open_id_token(_original: Any, self: Any) -> str:
    """The classic flow: the application chooses the role, and asks STS for it.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html
    """
    who = access(self._get_param("IdentityId"), self._get_param("Logins"))
    pool = who.identity.pool
    if getattr(pool, "allow_classic_flow", None) is False:
        raise invalid_parameter(CLASSIC_OFF)
    if getattr(pool, "roles", {}).get("RoleMappings"):
        raise invalid_parameter(CLASSIC_WITH_MAPPINGS)
    return json.dumps({"IdentityId": who.identity.id, "Token": token_for(who)})


def token_for(who: Access, seconds: int = open_id.LIFE) -> str:
    return open_id.sign(who.identity.pool, who.identity.id, list(who.amr), who.tags, seconds)


def _role(who: Access, custom_role: str | None) -> str:
    pool = who.identity.pool
    if who.login is None and not who.guest:
        if custom_role:
            raise invalid_parameter("CustomRoleArn: not for a developer's own login.")
        role = (getattr(pool, "roles", {}).get("Roles") or {}).get("authenticated")
        if not role:
            raise wrong_roles()
        return role
    return choose_role(pool, who.login, custom_role)


def _issue(who: Access, role_arn: str) -> credentials.Issued:
    pool_id = who.identity.pool.identity_pool_id
    keys = {"aud": pool_id, "sub": who.identity.id, "amr": list(who.amr)}
    context = {f"{open_id.HOST}:{name}": value for name, value in keys.items()}
    if not trusts(role_arn, open_id.HOST, {**context, "sts:RoleSessionName": SESSION_NAME}, who.tags):
        raise wrong_roles()
    identity = credentials.Identity(who.identity.id, pool_id, not who.guest, who.amr, capped=who.guest)
    return credentials.issue(role_arn, SESSION_NAME, SECONDS, identity=identity, tags=who.tags)
