"""App clients: their settings."""

from typing import Any

from moto.cognitoidp.models import CognitoIdpBackend
from moto.moto_api._internal import mock_random

from ..gap import replaces

# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
DEFAULTS: dict[str, Any] = {
    "AllowedOAuthFlowsUserPoolClient": False,
    "AuthSessionValidity": 3,
    "EnablePropagateAdditionalUserContextData": False,
    "EnableTokenRevocation": True,
    "RefreshTokenValidity": 30,
}


@replaces(CognitoIdpBackend)
def create_user_pool_client(
    original: Any, self: Any, user_pool_id: str, generate_secret: bool, extended_config: dict[str, Any]
) -> Any:
    """Ids made by hashing the settings must not let a second client take the place of the first."""
    others = dict(self.describe_user_pool(user_pool_id).clients)
    client = original(self, user_pool_id, generate_secret, extended_config)
    if client.id in others:
        clients = self.describe_user_pool(user_pool_id).clients
        clients[client.id] = others[client.id]
        client.id = mock_random.uuid4().hex[: client.MAX_ID_LENGTH]
        clients[client.id] = client
    return client


@replaces(CognitoIdpBackend)
def update_user_pool_client(
    original: Any, self: Any, user_pool_id: str, client_id: str, extended_config: dict[str, Any]
) -> Any:
    """A member that an update does not name goes back to its default.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
    """
    client = original(self, user_pool_id, client_id, extended_config)
    name = client.extended_config.get("ClientName")
    client.extended_config = {**DEFAULTS, "ClientName": name, **extended_config}
    return client
