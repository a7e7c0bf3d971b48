"""Ending sessions.

https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
"""

from typing import Any

from moto.cognitoidp.models import CognitoIdpUserPool
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds, replaces
from . import refresh, tokens
from .client_rules import check_client_secret, named_client
from .errors import missing, refusal


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
    """A refresh token and every access token that came from it; a dead or unknown one is no error.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
    """
    pool, client = named_client(self)
    check_client_secret(client, self._get_param("ClientSecret"))
    if client.extended_config.get("EnableTokenRevocation") is False:
        raise refusal("UnsupportedOperation", "Token revocation is not enabled for this client")
    token = self._get_param("Token")
    if not token:
        raise missing("Token")
    if _is_jwt(token):
        raise refusal("UnsupportedTokenType", "Unsupported token type")
    grant = refresh.owner(pool, token)
    if grant and grant.client_id != client.id:
        raise refusal("Unauthorized", "Token was not issued to this client")
    if grant:
        refresh.revoke(grant)
    return EmptyResult()


@adds(CognitoIdpResponse)
def get_tokens_from_refresh_token(self: Any) -> ActionResult:
    """Where the client rotates, with a new refresh token for the rest of the old one's life.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html
    """
    pool, client = named_client(self)
    check_client_secret(client, self._get_param("ClientSecret"))
    token = self._get_param("RefreshToken")
    if not token:
        raise missing("RefreshToken")
    grant = refresh.find(pool, client, token, self._get_param("DeviceKey"))
    result = tokens.issue(
        pool,
        client,
        grant.user,
        origin=grant,
        source="TokenGeneration_RefreshTokens",
        metadata=self._get_param("ClientMetadata"),
    )
    successor = refresh.rotate(pool, client, token)
    return ActionResult({"AuthenticationResult": {**result, **({"RefreshToken": successor} if successor else {})}})


@adds(CognitoIdpResponse)
def delete_user(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    caller.pool.backend.admin_delete_user(caller.pool.id, caller.user.username)
    return EmptyResult()


def _is_jwt(token: str) -> bool:
    """An access or ID token, dead or alive."""
    try:
        tokens.read(token)
    except tokens.InvalidToken:
        return False
    return True
