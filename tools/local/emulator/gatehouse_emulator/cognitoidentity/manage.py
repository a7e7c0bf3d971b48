"""Identities as an administrator sees them, and what their owner unlinks.

https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/Welcome.html
"""

import json
from typing import Any

from moto.cognitoidentity.models import CognitoIdentityBackend
from moto.cognitoidentity.responses import CognitoIdentityResponse

from ..gap import adds, replaces
from .identity import find_identity, identities
from .logins import verify_logins
from .pools import find_pool
from .refusals import LOGINS_DO_NOT_MATCH, invalid_parameter, not_authorized

MAX_RESULTS = 60


@adds(CognitoIdentityResponse)
def describe_identity(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentity.html"""
    return json.dumps(find_identity(self._get_param("IdentityId")).describe())


@replaces(CognitoIdentityResponse)
def list_identities(_original: Any, self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentities.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    hide = self._get_param("HideDisabled")
    listed = [each.describe() for each in identities(pool).values() if each.enabled or not hide]
    found, rest = page(listed, self._get_param("MaxResults"), self._get_param("NextToken"))
    return json.dumps({"IdentityPoolId": pool.identity_pool_id, "Identities": found, **rest})


@replaces(CognitoIdentityResponse)
def list_identity_pools(_original: Any, self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html"""
    pools = self.backend.identity_pools.values()
    listed = [{"IdentityPoolId": each.identity_pool_id, "IdentityPoolName": each.identity_pool_name} for each in pools]
    found, rest = page(listed, self._get_param("MaxResults"), self._get_param("NextToken"))
    return json.dumps({"IdentityPools": found, **rest})


@adds(CognitoIdentityResponse)
def delete_identities(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentities.html"""
    for identity in [find_identity(each) for each in self._get_param("IdentityIdsToDelete") or []]:
        identities(identity.pool).pop(identity.id, None)
        vars(identity.pool).setdefault("gone", set()).add(identity.id.split(":")[1])
    return json.dumps({"UnprocessedIdentityIds": []})


@adds(CognitoIdentityResponse)
def unlink_identity(self: Any) -> str:
    """After its last login an identity cannot be reached any more.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UnlinkIdentity.html
    """
    identity = find_identity(self._get_param("IdentityId"))
    proven = [login.key for login in verify_logins(identity.pool, self._get_param("Logins") or {})]
    if not proven or not all(key in identity.logins for key in proven):
        raise not_authorized(LOGINS_DO_NOT_MATCH)
    gone = self._get_param("LoginsToRemove") or []
    identity.unlink([key for key in identity.logins if key[0] in gone])
    return ""


@replaces(CognitoIdentityBackend)
def delete_identity_pool(original: Any, self: Any, identity_pool_id: str) -> None:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DeleteIdentityPool.html"""
    original(self, find_pool(identity_pool_id).identity_pool_id)


def page(items: list[Any], most: Any, start: str | None) -> tuple[list[Any], dict[str, str]]:
    """A part of a list, and `NextToken` where there is more."""
    if start is not None and not start.isdigit():
        raise invalid_parameter("NextToken is not one of this operation.")
    first, size = int(start or 0), most or MAX_RESULTS
    return items[first : first + size], {"NextToken": str(first + size)} if first + size < len(items) else {}
