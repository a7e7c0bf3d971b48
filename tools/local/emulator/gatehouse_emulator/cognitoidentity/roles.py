"""The roles an identity pool hands out."""

import json
from typing import Any

from moto.cognitoidentity.responses import CognitoIdentityResponse

from ..gap import adds
from .pools import find_pool
from .role_choice import check_roles


@adds(CognitoIdentityResponse)
def set_identity_pool_roles(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    roles, mappings = self._get_param("Roles") or {}, self._get_param("RoleMappings") or {}
    check_roles(pool, roles, mappings)
    pool.roles = {"Roles": roles, "RoleMappings": mappings}
    return ""


@adds(CognitoIdentityResponse)
def get_identity_pool_roles(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetIdentityPoolRoles.html"""
    pool = find_pool(self._get_param("IdentityPoolId"))
    return json.dumps({"IdentityPoolId": pool.identity_pool_id, **getattr(pool, "roles", {})})
