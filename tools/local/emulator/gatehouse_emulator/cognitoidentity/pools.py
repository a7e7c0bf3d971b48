"""Identity pools."""

import json
from typing import Any

from moto.cognitoidentity.exceptions import ResourceNotFoundError
from moto.cognitoidentity.models import CognitoIdentityBackend, CognitoIdentityPool
from moto.cognitoidentity.responses import CognitoIdentityResponse

from ..gap import replaces


def find_pool(backend: Any, pool_id: str) -> Any:
    pool = backend.identity_pools.get(pool_id)
    if pool is None:
        raise ResourceNotFoundError(f"IdentityPool '{pool_id}' not found.")
    return pool


@replaces(CognitoIdentityBackend)
def describe_identity_pool(_original: Any, self: Any, identity_pool_id: str) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html"""
    return find_pool(self, identity_pool_id).to_json()


@replaces(CognitoIdentityResponse)
def create_identity_pool(original: Any, self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CreateIdentityPool.html"""
    pool = find_pool(self.backend, json.loads(original(self))["IdentityPoolId"])
    pool.allow_classic_flow = self._get_param("AllowClassicFlow")
    return pool.to_json()


@replaces(CognitoIdentityResponse)
def update_identity_pool(original: Any, self: Any) -> str:
    """moto keeps the old name, and the old tags when the new ones are empty.
    https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UpdateIdentityPool.html
    """
    pool = find_pool(self.backend, self._get_param("IdentityPoolId"))
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
