"""People whom a developer's own back end signs in.

https://docs.aws.amazon.com/cognito/latest/developerguide/developer-authenticated-identities.html
"""

import json
from typing import Any

from moto.cognitoidentity.responses import CognitoIdentityResponse
from moto.core.exceptions import JsonRESTError

from ..gap import adds, replaces
from .access import developer_access
from .identity import Identity, Key, find_identity, new_identity, owner_of
from .logins import verify_logins
from .manage import page
from .operations import token_for
from .pools import find_pool
from .principal_tags import check_session_tags
from .refusals import conflict, invalid_parameter, not_found

DEFAULT_SECONDS = 900
UNSUPPORTED = "This identity pool does not support the specified developer provider"


@replaces(CognitoIdentityResponse)
def get_open_id_token_for_developer_identity(_original: Any, self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdTokenForDeveloperIdentity.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    logins = dict(self._get_param("Logins") or {})
    own = _own(pool, logins)
    seconds = self._get_param("TokenDuration") or DEFAULT_SECONDS
    tags = self._get_param("PrincipalTags") or {}
    check_session_tags(tags)
    del logins[own[0]]
    public = [login.key for login in verify_logins(pool, logins)]
    identity = _identity(pool, self._get_param("IdentityId"), own, public)
    token = token_for(developer_access(identity, own[1], tags), seconds)
    return json.dumps({"IdentityId": identity.id, "Token": token})


@adds(CognitoIdentityResponse)
def lookup_developer_identity(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_LookupDeveloperIdentity.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    identity_id, user = self._get_param("IdentityId"), self._get_param("DeveloperUserIdentifier")
    if not identity_id and not user:
        raise invalid_parameter("Either IdentityId or DeveloperUserIdentifier is required.")
    identity = _find(pool, user) if user else _of(pool, identity_id)
    if identity_id and identity.id != identity_id:
        raise conflict(f"DeveloperUserIdentifier '{user}' is not one of Identity '{identity_id}'.")
    users = [subject for provider, subject in identity.logins if provider == pool.developer_provider_name]
    found, rest = page(users, self._get_param("MaxResults"), self._get_param("NextToken"))
    return json.dumps({"IdentityId": identity.id, "DeveloperUserIdentifierList": found, **rest})


@adds(CognitoIdentityResponse)
def merge_developer_identities(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_MergeDeveloperIdentities.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    _check_provider(pool, self._get_param("DeveloperProviderName"))
    source = _find(pool, self._get_param("SourceUserIdentifier"))
    destination = _find(pool, self._get_param("DestinationUserIdentifier"))
    if source is destination:
        raise invalid_parameter("SourceUserIdentifier and DestinationUserIdentifier are of one identity.")
    destination.absorb(source)
    return json.dumps({"IdentityId": destination.id})


@adds(CognitoIdentityResponse)
def unlink_developer_identity(self: Any) -> str:
    """After its last login an identity cannot be reached any more.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkDeveloperIdentity.html
    """
    pool = find_pool(self._get_param("IdentityPoolId"))
    _check_provider(pool, self._get_param("DeveloperProviderName"))
    identity = _of(pool, self._get_param("IdentityId"))
    login = (pool.developer_provider_name, self._get_param("DeveloperUserIdentifier"))
    if login not in identity.logins:
        raise not_found(f"DeveloperUserIdentifier '{login[1]}' not found in Identity '{identity.id}'.")
    identity.unlink([login])
    return ""


def _own(pool: Any, logins: dict[str, str]) -> Key:
    name = pool.developer_provider_name
    if not name or name not in logins:
        raise invalid_parameter(UNSUPPORTED)
    return name, logins[name]


def _check_provider(pool: Any, name: str | None) -> None:
    if not name or name != pool.developer_provider_name:
        raise invalid_parameter(UNSUPPORTED)


def _identity(pool: Any, identity_id: str | None, own: Key, public: list[Key]) -> Identity:
    """Without an id that of the user, or a new one. With one, the user is linked to it."""
    owner = owner_of(pool, own)
    if identity_id is None:
        identity = owner or new_identity(pool, [own])
    else:
        identity = _of(pool, identity_id)
        if owner not in (None, identity):
            raise JsonRESTError(
                "DeveloperUserAlreadyRegisteredException",
                f"Developer user '{own[1]}' is already registered with another identity.",
            )
    for key in public:
        if owner_of(pool, key) not in (None, identity):
            raise conflict(f"Login of {key[0]} is already linked to another identity.")
    identity.link([own, *public])
    return identity


def _of(pool: Any, identity_id: str) -> Identity:
    identity = find_identity(identity_id)
    if identity.pool is not pool or not identity.enabled:
        raise not_found(f"Identity '{identity_id}' not found.")
    return identity


def _find(pool: Any, user: str) -> Identity:
    if not pool.developer_provider_name:
        raise invalid_parameter(UNSUPPORTED)
    identity = owner_of(pool, (pool.developer_provider_name, user))
    if identity is None:
        raise not_found(f"DeveloperUserIdentifier '{user}' not found.")
    return identity
