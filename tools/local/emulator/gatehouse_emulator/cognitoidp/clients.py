"""App clients: their ids and settings."""

from typing import Any

from moto.cognitoidp.models import CognitoIdpBackend

from ..gap import replaces
from . import ids
from .client_rules import find_client
from .errors import invalid

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
    """The same id and secret after each start, and no two clients with one.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
    """
    pool = self.describe_user_pool(user_pool_id)
    _check_providers(pool, extended_config)
    _check_rotation(extended_config)
    client = original(self, user_pool_id, generate_secret, extended_config)
    del pool.clients[client.id]
    client.id = ids.client_id(pool, extended_config.get("ClientName", ""))
    client.secret = ids.client_secret(client.id)
    pool.clients[client.id] = client
    return client


@replaces(CognitoIdpBackend)
def update_user_pool_client(
    original: Any, self: Any, user_pool_id: str, client_id: str, extended_config: dict[str, Any]
) -> Any:
    """A member that an update does not name goes back to its default.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
    """
    _check_providers(self.describe_user_pool(user_pool_id), extended_config)
    _check_rotation(extended_config)
    rotated = "RefreshTokenRotation" in find_client(self, client_id)[1].extended_config
    client = original(self, user_pool_id, client_id, extended_config)
    name = client.extended_config.get("ClientName")
    rotation = _rotation_off(extended_config) if rotated or "RefreshTokenRotation" in extended_config else {}
    client.extended_config = {**DEFAULTS, "ClientName": name, **extended_config, **rotation}
    return client


def _check_providers(pool: Any, extended_config: dict[str, Any]) -> None:
    for name in extended_config.get("SupportedIdentityProviders") or []:
        if name != "COGNITO" and name not in pool.identity_providers:
            raise invalid(f"The provider {name} does not exist for User Pool {pool.id}.")


def _rotation_off(extended_config: dict[str, Any]) -> dict[str, Any]:
    """A client that rotated once has the setting for good, with a grace of 0 when it is off.
    https://github.com/hashicorp/terraform-provider-aws/issues/43531
    https://github.com/hashicorp/terraform-provider-aws/issues/45646
    """
    setting = extended_config.get("RefreshTokenRotation") or {}
    if setting.get("Feature") == "ENABLED":
        return {}
    return {"RefreshTokenRotation": {"Feature": "DISABLED", "RetryGracePeriodSeconds": 0}}


def _check_rotation(extended_config: dict[str, Any]) -> None:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html#using-the-refresh-token-rotation"""
    rotates = (extended_config.get("RefreshTokenRotation") or {}).get("Feature") == "ENABLED"
    if rotates and "ALLOW_REFRESH_TOKEN_AUTH" in (extended_config.get("ExplicitAuthFlows") or []):
        raise invalid("Refresh token rotation cannot be enabled for a client with ALLOW_REFRESH_TOKEN_AUTH.")
