"""The password, as it is."""

import hmac
from typing import Any

from .. import lockout, triggers
from ..client_rules import hides_users
from ..errors import missing, not_authorized, refusal
from ..users_made import migrate
from .attempt import Attempt, require_user
from .finish import after_password


def sign_in(attempt: Attempt, parameters: dict[str, str]) -> dict[str, Any]:
    """USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH, and PASSWORD of USER_AUTH.
    https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html
    """
    password = parameters.get("PASSWORD")
    if not password:
        raise missing("PASSWORD")
    if attempt.user is None:
        attempt.user = migrate(attempt.pool, attempt.client, attempt.typed, password, attempt.metadata)
    require_user(attempt)
    before(attempt)
    check(attempt, password)
    return after_password(attempt)


def before(attempt: Attempt) -> None:
    """The pool's own function may refuse before the password is looked at."""
    triggers.pre_authentication(attempt.pool, attempt.client.id, attempt.user, attempt.typed, attempt.metadata)


def check(attempt: Attempt, password: str) -> None:
    lockout.check(attempt.pool, attempt.key)
    refuse_reset(attempt)
    known = attempt.user.password if attempt.user is not None else None
    if not known or not hmac.compare_digest(str(known).encode(), password.encode()):
        wrong(attempt)


def wrong(attempt: Attempt) -> None:
    lockout.failed(attempt.pool, attempt.key)
    raise not_authorized()


def refuse_reset(attempt: Attempt) -> None:
    """Of a user whose password an administrator reset, or who was imported without one.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
    """
    user = attempt.user
    if user is None or user.status != "RESET_REQUIRED":
        return
    if not user.password and hides_users(attempt.client):
        raise not_authorized()
    raise refusal("PasswordResetRequired", "Password reset required for the user")
