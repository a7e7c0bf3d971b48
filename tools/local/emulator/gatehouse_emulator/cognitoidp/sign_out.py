"""Ending sessions."""

from typing import Any

from moto.cognitoidp.exceptions import NotAuthorizedError
from moto.cognitoidp.models import CognitoIdpUserPool, RegionAgnosticBackend
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds, replaces
from . import refresh, tokens
from .client_rules import find_client
from .sign_up import owner


@replaces(CognitoIdpResponse)
def global_sign_out(_original: Any, self: Any) -> ActionResult:
    """The request is not signed, so it names no region.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html
    """
    verified = tokens.authorize(self._get_param("AccessToken"))
    refresh.revoke_all(verified.pool, verified.user)
    return EmptyResult()


@replaces(CognitoIdpUserPool)
def sign_out(_original: Any, self: Any, username: str) -> None:
    """Whatever name the user signed in with: e-mail, sub or user name.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html
    """
    refresh.revoke_all(self, self._get_user(username))


@adds(CognitoIdpResponse)
def revoke_token(self: Any) -> ActionResult:
    """A refresh token and every access token that came from it.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
    """
    pool, client = find_client(owner(self, self._get_param("ClientId")), self._get_param("ClientId"))
    if client.generate_secret and self._get_param("ClientSecret") != client.secret:
        raise NotAuthorizedError("Invalid client secret")
    if client.extended_config.get("EnableTokenRevocation") is False:
        raise JsonRESTError("UnsupportedOperationException", "Token revocation is not enabled for this client")
    grant = refresh.owner(pool, self._get_param("Token"))
    if grant and grant.client_id != client.id:
        raise JsonRESTError("UnauthorizedException", "Token was not issued to this client")
    if grant:
        refresh.revoke(grant)
    return EmptyResult()


@adds(CognitoIdpResponse)
def delete_user(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html"""
    token = self._get_param("AccessToken")
    backend = RegionAgnosticBackend(self.current_account, self.region)._find_backend_by_access_token(token)
    user = backend.get_user(token)
    backend.admin_delete_user(user.user_pool_id, user.username)
    return EmptyResult()
