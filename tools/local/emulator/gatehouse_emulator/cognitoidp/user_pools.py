"""User pools: their settings and how they end."""

import copy
from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException
from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpUserPool, cognitoidp_backends
from moto.core.utils import utcnow

from ..gap import replaces
from . import ids

# https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html: set at creation for good.
FOR_GOOD = ("AliasAttributes", "UsernameAttributes", "UsernameConfiguration")

# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
DEFAULTS = {"DeletionProtection": "INACTIVE", "UserPoolTier": "ESSENTIALS"}


def find_pool(pool_id: str) -> Any:
    """In any account; None when there is none."""
    region = pool_id.rsplit("_", 1)[0]
    for backends in cognitoidp_backends.values():
        if region in backends and pool_id in backends[region].user_pools:
            return backends[region].user_pools[pool_id]
    return None


@replaces(CognitoIdpUserPool)
def update_extended_config(original: Any, self: Any, extended_config: dict[str, Any]) -> None:
    """An update keeps what cannot be changed, and resets every other member it does not name.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
    """
    before = getattr(self, "extended_config", None)
    named = {k: v for k, v in (extended_config or {}).items() if k not in ("PoolName", "UserPoolId")}
    config = {**DEFAULTS, **named}
    if before is None:
        original(self, copy.deepcopy(config))
        return
    kept = {member: before[member] for member in FOR_GOOD if member in before}
    original(self, {"UserPoolTags": before.get("UserPoolTags", {}), **config, **kept})
    self.name = extended_config.get("PoolName") or self.name
    self.mfa_config = config.get("MfaConfiguration") or self.mfa_config
    self.last_modified_date = utcnow()


@replaces(CognitoIdpUserPool)
def to_json(original: Any, self: Any, extended: bool = False) -> dict[str, Any]:
    """SetUserPoolMfaConfig changes what DescribeUserPool tells.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html
    """
    body = original(self, extended=extended)
    body["MfaConfiguration"] = self.mfa_config
    return body


@replaces(CognitoIdpBackend)
def create_user_pool(original: Any, self: Any, name: str, extended_config: dict[str, Any]) -> Any:
    """The same id after each start, and no two pools with one.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
    """
    pool = original(self, name, extended_config)
    del self.user_pools[pool.id]
    pool.id = ids.pool_id(self, name)
    pool.arn = f"{pool.arn.rsplit('/', 1)[0]}/{pool.id}"
    self.user_pools[pool.id] = pool
    return pool


@replaces(CognitoIdpBackend)
def delete_user_pool(original: Any, self: Any, user_pool_id: str) -> None:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html"""
    pool = self.describe_user_pool(user_pool_id)
    if pool.extended_config.get("DeletionProtection") == "ACTIVE":
        raise InvalidParameterException(
            "The user pool cannot be deleted because deletion protection is activated."
            " Deletion protection must be inactivated first."
        )
    if pool.domain:
        raise InvalidParameterException(
            "User pool cannot be deleted. It has a domain configured that should be deleted first."
        )
    original(self, user_pool_id)
