"""Forgotten passwords."""

from typing import Any

from moto.cognitoidp.exceptions import CodeMismatchException, UserNotFoundError
from moto.cognitoidp.models import CognitoIdpBackend, UserStatus

from ..gap import replaces
from .client_rules import find_client, hides_users
from .sign_up import WRONG_CODE


@replaces(CognitoIdpBackend)
def forgot_password(original: Any, self: Any, client_id: str, username: str) -> Any:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html"""
    pool, client = find_client(self, client_id)
    if pool._get_user(username) is None and not hides_users(client):
        raise UserNotFoundError("Username/client id combination not found.")
    return original(self, client_id, username)


@replaces(CognitoIdpBackend)
def confirm_forgot_password(
    original: Any, self: Any, client_id: str, username: str, password: str, confirmation_code: str
) -> None:
    """moto takes any code without its own prefix, and any password.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html
    """
    pool, _ = find_client(self, client_id)
    user = self.admin_get_user(pool.id, username)
    sent = user.confirmation_code or ""
    if not sent or confirmation_code not in (sent, sent.rsplit(":", 1)[-1]):
        raise CodeMismatchException(WRONG_CODE)
    self._validate_password(pool.id, password)
    original(self, client_id, username, password, sent)
    user.status = UserStatus.CONFIRMED
