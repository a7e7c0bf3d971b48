"""What an app client allows; every public operation asks here first."""

import hmac
from typing import Any

from moto.cognitoidp.exceptions import ResourceNotFoundError
from moto.cognitoidp.models import RegionAgnosticBackend
from moto.cognitoidp.utils import check_secret_hash

from .errors import invalid, not_authorized

# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
DEFAULT_FLOWS = ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]

# The flow of a request -> what ExplicitAuthFlows must hold, in its present and its legacy spelling.
ALLOWED_BY = {
    "ADMIN_NO_SRP_AUTH": ("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"),
    "ADMIN_USER_PASSWORD_AUTH": ("ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"),
    "CUSTOM_AUTH": ("ALLOW_CUSTOM_AUTH", "CUSTOM_AUTH_FLOW_ONLY"),
    "REFRESH_TOKEN": ("ALLOW_REFRESH_TOKEN_AUTH",),
    "REFRESH_TOKEN_AUTH": ("ALLOW_REFRESH_TOKEN_AUTH",),
    "USER_AUTH": ("ALLOW_USER_AUTH",),
    "USER_PASSWORD_AUTH": ("ALLOW_USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"),
    "USER_SRP_AUTH": ("ALLOW_USER_SRP_AUTH",),
}
REFUSED = {
    "USER_PASSWORD_AUTH": "USER_PASSWORD_AUTH flow not enabled for this client",
    "USER_SRP_AUTH": "USER_SRP_AUTH is not enabled for the client.",
}


def owner(self: Any, client_id: str | None) -> Any:
    """The backend that has the client: public requests are not signed, so they name no region."""
    return RegionAgnosticBackend(self.current_account, self.region)._find_backend_for_clientid(client_id or "")


def find_client(backend: Any, client_id: str | None) -> tuple[Any, Any]:
    for pool in backend.user_pools.values():
        if client_id in pool.clients:
            return pool, pool.clients[client_id]
    raise ResourceNotFoundError(f"User pool client {client_id} does not exist.")


def named_client(self: Any) -> tuple[Any, Any]:
    """The pool and the client that a public request names."""
    client_id = self._get_param("ClientId")
    return find_client(owner(self, client_id), client_id)


def check_flow(client: Any, flow: str) -> None:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html"""
    flows = client.extended_config.get("ExplicitAuthFlows") or DEFAULT_FLOWS
    legacy = not any(name.startswith("ALLOW_") for name in flows)
    if legacy and flow in ("REFRESH_TOKEN", "REFRESH_TOKEN_AUTH", "USER_SRP_AUTH"):
        return
    if flow in ALLOWED_BY and not any(name in flows for name in ALLOWED_BY[flow]):
        raise invalid(REFUSED.get(flow, "Auth flow not enabled for this client"))


def allows(client: Any, flow: str) -> bool:
    return any(name in (client.extended_config.get("ExplicitAuthFlows") or DEFAULT_FLOWS) for name in ALLOWED_BY[flow])


def check_secret(client: Any, username: str | None, secret_hash: str | None) -> None:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash"""
    if not client.generate_secret:
        return
    if not secret_hash:
        raise not_authorized(f"Client {client.id} is configured with secret but SECRET_HASH was not received")
    if not check_secret_hash(client.secret, client.id, username or "", secret_hash):
        raise not_authorized(f"Unable to verify secret hash for client {client.id}")


def check_client_secret(client: Any, secret: str | None) -> None:
    """Where the secret itself is sent."""
    if not client.generate_secret:
        return
    if not secret or not hmac.compare_digest(client.secret.encode(), secret.encode()):
        raise not_authorized("Invalid client secret")


def hides_users(client: Any) -> bool:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html"""
    return client.extended_config.get("PreventUserExistenceErrors") == "ENABLED"
