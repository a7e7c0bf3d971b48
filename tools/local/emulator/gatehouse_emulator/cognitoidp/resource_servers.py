"""Resource servers: the scopes of access tokens."""

from typing import Any

from moto.cognitoidp.models import CognitoIdpBackend
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds, replaces


@adds(CognitoIdpResponse)
def update_resource_server(self: Any) -> ActionResult:
    """Name and scopes are replaced as a whole.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateResourceServer.html
    """
    server = self.backend.describe_resource_server(self._get_param("UserPoolId"), self._get_param("Identifier"))
    server.name = self._get_param("Name")
    server.scopes = self._get_param("Scopes") or []
    return ActionResult({"ResourceServer": server.to_json()})


@adds(CognitoIdpResponse)
def delete_resource_server(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteResourceServer.html"""
    pool_id, identifier = self._get_param("UserPoolId"), self._get_param("Identifier")
    self.backend.describe_resource_server(pool_id, identifier)
    del self.backend.describe_user_pool(pool_id).resource_servers[identifier]
    return EmptyResult()


@replaces(CognitoIdpBackend)
def list_resource_servers(original: Any, self: Any, user_pool_id: str, **page: Any) -> Any:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListResourceServers.html"""
    self.describe_user_pool(user_pool_id)
    return original(self, user_pool_id, **page)
