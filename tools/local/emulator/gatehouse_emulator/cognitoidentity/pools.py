"""Identity pools."""

import json
from typing import Any

from moto.cognitoidentity.models import CognitoIdentityBackend, CognitoIdentityPool, cognitoidentity_backends
from moto.cognitoidentity.responses import CognitoIdentityResponse

from ..gap import replaces
from ..stable_ids import count, stable_uuid
from .refusals import not_found


def find_pool(pool_id: Any) -> Any:
    """In any account: a public request names none, and the pool's id names its region.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html
    """
    for pool in pools_in(str(pool_id).split(":")[0]):
        if pool.identity_pool_id == pool_id:
            return pool
    raise not_found(f"IdentityPool '{pool_id}' not found.")


def pools_in(region: str) -> list[Any]:
    backends = [regions[region] for regions in cognitoidentity_backends.values() if region in regions]
    return [pool for backend in backends for pool in backend.identity_pools.values()]


@replaces(CognitoIdentityBackend, "create_identity_pool")
def create_pool(original: Any, self: Any, identity_pool_name: str, **settings: Any) -> str:
    """The same id after each start.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_IdentityPool.html
    """
    made = json.loads(original(self, identity_pool_name=identity_pool_name, **settings))["IdentityPoolId"]
    pool = self.identity_pools.pop(made)
    del self.pools_identities[made]
    number = count(self, "identity pool", identity_pool_name)
    suffix = stable_uuid(self.account_id, self.region_name, identity_pool_name, number)
    pool.identity_pool_id = f"{self.region_name}:{suffix}"
    pool.account_id = self.account_id
    self.identity_pools[pool.identity_pool_id] = pool
    return pool.to_json()


@replaces(CognitoIdentityBackend)
def describe_identity_pool(_original: Any, self: Any, identity_pool_id: str) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html"""
    return find_pool(identity_pool_id).to_json()


@replaces(CognitoIdentityResponse)
def create_identity_pool(original: Any, self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html"""
    pool = find_pool(json.loads(original(self))["IdentityPoolId"])
    pool.allow_classic_flow = self._get_param("AllowClassicFlow")
    return pool.to_json()


@replaces(CognitoIdentityResponse)
def update_identity_pool(original: Any, self: Any) -> str:
    """moto keeps the old name, and the old tags when the new ones are empty.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html
    """
    pool = find_pool(self._get_param("IdentityPoolId"))
    original(self)
    pool.identity_pool_name = self._get_param("IdentityPoolName") or pool.identity_pool_name
    pool.allow_classic_flow = self._get_param("AllowClassicFlow")
    return pool.to_json()


@replaces(CognitoIdentityPool)
def to_json(original: Any, self: Any) -> str:
    body = json.loads(original(self))
    if getattr(self, "allow_classic_flow", None) is not None:
        body["AllowClassicFlow"] = self.allow_classic_flow
    return json.dumps({member: value for member, value in body.items() if value is not None})
