"""Signing in: what the app client forbids is refused, and no answer reveals who has an account."""

from typing import Any

from moto.cognitoidp.exceptions import NotAuthorizedError, UserNotFoundError
from moto.cognitoidp.models import CognitoIdpBackend

from ..gap import replaces
from . import refresh, tokens
from .client_rules import WRONG_PASSWORD, check_flow, check_secret, find_client, hides_users


@replaces(CognitoIdpBackend)
def initiate_auth(
    original: Any, self: Any, client_id: str, auth_flow: str, auth_parameters: dict[str, str] | None
) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html"""
    pool, client = find_client(self, client_id)
    return _sign_in(original, self, pool, client, (client_id,), auth_flow, auth_parameters or {})


@replaces(CognitoIdpBackend)
def admin_initiate_auth(
    original: Any,
    self: Any,
    user_pool_id: str,
    client_id: str,
    auth_flow: str,
    auth_parameters: dict[str, str] | None,
) -> dict[str, Any]:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html"""
    pool = self.describe_user_pool(user_pool_id)
    client = self.describe_user_pool_client(user_pool_id, client_id)
    return _sign_in(original, self, pool, client, (user_pool_id, client_id), auth_flow, auth_parameters or {})


def _sign_in(
    original: Any, backend: Any, pool: Any, client: Any, ids: tuple[str, ...], flow: str, parameters: dict[str, str]
) -> dict[str, Any]:
    check_flow(client, flow)
    if flow.startswith("REFRESH"):
        grant = refresh.find(pool, client, parameters.get("REFRESH_TOKEN", ""))
        check_secret(client, grant.user.username, parameters.get("SECRET_HASH"))
        issued = tokens.issue(pool, client, grant.user, origin=grant, source="TokenGeneration_RefreshTokens")
        return {"AuthenticationResult": issued}
    check_secret(client, parameters.get("USERNAME"), parameters.get("SECRET_HASH"))
    try:
        return original(backend, *ids, flow, parameters)
    except UserNotFoundError:
        if not hides_users(client):
            raise
        raise NotAuthorizedError(WRONG_PASSWORD) from None
    except NotAuthorizedError as refused:
        # The administrator's flow tells the user's name instead.
        if refused.message == parameters.get("USERNAME"):
            raise NotAuthorizedError(WRONG_PASSWORD) from None
        raise
