"""Forgotten passwords.

https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
"""

from typing import Any

from moto.cognitoidp.models import UserStatus
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import replaces
from . import codes, delivery, limits, lockout, passwords, triggers, users_made
from .client_rules import check_secret, hides_users, named_client
from .clock import now
from .errors import code_expired, code_mismatch, invalid, missing, no_such_user, not_authorized

SLOT = "forgotten password"


def forgot(pool: Any, client: Any, username: str, metadata: dict[str, str] | None = None) -> dict[str, Any]:
    """ForgotPassword's answer."""
    user = pool._get_user(username) or users_made.migrate(pool, client, username, None, metadata)
    if user is None:
        if not hides_users(client):
            raise no_such_user()
        _asked_in_vain(pool)[username.lower()] = now() + codes.HOUR
        return {"CodeDeliveryDetails": delivery.made_up(pool, username)}
    _require_resettable(user)
    return {"CodeDeliveryDetails": send(pool, client.id, user, metadata)}


def send(pool: Any, client_id: str | None, user: Any, metadata: Any) -> dict[str, str]:
    attribute = delivery.for_recovery(pool, user)
    return codes.send(
        pool, client_id, user, "ForgotPassword", attribute, slot=SLOT, lasts=codes.HOUR, metadata=metadata
    )


def confirm(
    pool: Any, client: Any, username: str, code: str | None, password: str | None, metadata: Any = None
) -> None:
    """ConfirmForgotPassword. A password that the pool refuses leaves the code as it is."""
    user = pool._get_user(username)
    if user is None:
        if not hides_users(client):
            raise no_such_user()
        raise code_mismatch() if _asked_in_vain(pool).get(username.lower(), 0) > now() else code_expired()
    if not password:
        raise missing("Password")
    limits.count(user, "ConfirmForgotPassword")
    codes.check(pool, user, SLOT, code)
    passwords.require_policy(pool, password, user)
    codes.use(pool, user, SLOT, code)
    passwords.put(user, password)
    user.status = UserStatus.CONFIRMED
    lockout.succeeded(pool, user.id)
    triggers.post_confirmation(pool, "PostConfirmation_ConfirmForgotPassword", client.id, user, metadata)


@replaces(CognitoIdpResponse)
def forgot_password(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html"""
    pool, client, username = _named(self)
    return ActionResult(forgot(pool, client, username, self._get_param("ClientMetadata")))


@replaces(CognitoIdpResponse)
def confirm_forgot_password(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmForgotPassword.html"""
    pool, client, username = _named(self)
    code, password = self._get_param("ConfirmationCode"), self._get_param("Password")
    confirm(pool, client, username, code, password, self._get_param("ClientMetadata"))
    return EmptyResult()


@replaces(CognitoIdpResponse)
def admin_reset_user_password(_original: Any, self: Any) -> ActionResult:
    """The old password is gone, and the user is sent a code.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
    """
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    user = self.backend.admin_get_user(pool.id, self._get_param("Username"))
    _require_resettable(user)
    if user.status == UserStatus.UNCONFIRMED:
        raise not_authorized("User password cannot be reset in the current state.")
    send(pool, None, user, self._get_param("ClientMetadata"))
    user.status = UserStatus.RESET_REQUIRED
    return EmptyResult()


def _require_resettable(user: Any) -> None:
    if not user.enabled:
        raise not_authorized("User is disabled.")
    if user.status in (UserStatus.FORCE_CHANGE_PASSWORD, "EXTERNAL_PROVIDER"):
        raise not_authorized("User password cannot be reset in the current state.")
    if user.status == UserStatus.UNCONFIRMED and not any(map(user.attribute_lookup.get, ("email", "phone_number"))):
        raise invalid("Cannot reset password for the user as there is no registered/verified email or phone_number")


def _named(self: Any) -> tuple[Any, Any, str]:
    pool, client = named_client(self)
    username = self._get_param("Username") or ""
    if not username:
        raise missing("Username")
    check_secret(client, username, self._get_param("SecretHash"))
    return pool, client, username


def _asked_in_vain(pool: Any) -> dict[str, float]:
    """Names of nobody that a code was asked for -> until when."""
    asked: dict[str, float] = vars(pool).setdefault("asked_in_vain", {})
    return asked
