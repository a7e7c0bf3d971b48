"""SignUp, ConfirmSignUp, ResendConfirmationCode, AdminConfirmSignUp."""

from typing import Any

from moto.cognitoidp.models import UserStatus
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds, replaces
from . import triggers
from .attributes import pairs
from .client_rules import check_secret, named_client
from .errors import not_authorized
from .sign_up import confirm, resend, sign_up


@replaces(CognitoIdpResponse, "sign_up")
def respond_sign_up(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html"""
    pool, client, username = _named(self)
    answer = sign_up(
        pool,
        client,
        username,
        self._get_param("Password"),
        pairs(self._get_param("UserAttributes")),
        pairs(self._get_param("ValidationData")) or None,
        self._get_param("ClientMetadata"),
    )
    return ActionResult(answer)


@replaces(CognitoIdpResponse)
def confirm_sign_up(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html"""
    pool, client, username = _named(self)
    answer = confirm(
        pool,
        client,
        username,
        self._get_param("ConfirmationCode"),
        session=self._get_param("Session"),
        force_alias=bool(self._get_param("ForceAliasCreation")),
        metadata=self._get_param("ClientMetadata"),
    )
    return ActionResult(answer)


@adds(CognitoIdpResponse)
def resend_confirmation_code(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html"""
    pool, client, username = _named(self)
    return ActionResult(resend(pool, client, username, self._get_param("ClientMetadata")))


@replaces(CognitoIdpResponse)
def admin_confirm_sign_up(_original: Any, self: Any) -> ActionResult:
    """Confirms the user and verifies nothing.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html
    """
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    user = self.backend.admin_get_user(pool.id, self._get_param("Username"))
    if user.status != UserStatus.UNCONFIRMED:
        raise not_authorized(f"User cannot be confirmed. Current status is {user.status.value}")
    user.status = UserStatus.CONFIRMED
    metadata = self._get_param("ClientMetadata")
    triggers.post_confirmation(pool, "PostConfirmation_ConfirmSignUp", None, user, metadata)
    return EmptyResult()


def _named(self: Any) -> tuple[Any, Any, str]:
    pool, client = named_client(self)
    username = self._get_param("Username") or ""
    check_secret(client, username, self._get_param("SecretHash"))
    return pool, client, username
