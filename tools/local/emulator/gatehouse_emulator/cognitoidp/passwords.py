"""Passwords: what a pool demands of them, and who sets them."""

import hmac
from typing import Any

from moto.cognitoidp.models import CognitoIdpBackend, UserStatus
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import replaces
from . import limits, lockout, state, tokens
from .clock import now
from .errors import missing, not_authorized, refusal

CONFIRMED = UserStatus.CONFIRMED
SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+- "

# Policy member -> what must be there, and how the refusal says that it is not.
DEMANDS = (
    ("RequireUppercase", str.isupper, "Password must have uppercase characters"),
    ("RequireLowercase", str.islower, "Password must have lowercase characters"),
    ("RequireNumbers", str.isdigit, "Password must have numeric characters"),
    ("RequireSymbols", lambda character: character in SYMBOLS, "Password must have symbol characters"),
)


def require_policy(pool: Any, password: str, user: Any = None) -> None:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html"""
    policy = (pool.extended_config.get("Policies") or {}).get("PasswordPolicy") or {}
    why = _lacks(policy, password)
    if why:
        raise refusal("InvalidPassword", f"Password did not conform with policy: {why}")
    history = policy.get("PasswordHistorySize") or 0
    if user is not None and history and password in _known(user)[-history:]:
        raise refusal("PasswordHistoryPolicyViolation", "Password has previously been used.")


def put(user: Any, password: str) -> None:
    known = state.of(user)
    known.past_passwords = [*_known(user)[-24:], password]
    known.password_since = now()
    user.password = password


@replaces(CognitoIdpBackend)
def _validate_password(_original: Any, self: Any, user_pool_id: str, password: str) -> None:
    require_policy(self.describe_user_pool(user_pool_id), password)


@replaces(CognitoIdpResponse)
def admin_set_user_password(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    user = self.backend.admin_get_user(pool.id, self._get_param("Username"))
    password = self._get_param("Password") or ""
    require_policy(pool, password, user)
    put(user, password)
    user.status = CONFIRMED if self._get_param("Permanent") else UserStatus.FORCE_CHANGE_PASSWORD
    return EmptyResult()


@replaces(CognitoIdpResponse)
def change_password(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    previous, proposed = self._get_param("PreviousPassword"), self._get_param("ProposedPassword")
    if not proposed:
        raise missing("ProposedPassword")
    user = caller.user
    limits.count(user, "ChangePassword")
    lockout.check(caller.pool, user.id)
    # A user without one sets the first. https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html
    if user.password and not hmac.compare_digest(user.password.encode(), str(previous or "").encode()):
        lockout.failed(caller.pool, user.id)
        raise not_authorized()
    require_policy(caller.pool, proposed, user)
    put(user, proposed)
    return EmptyResult()


def _lacks(policy: dict[str, Any], password: str) -> str | None:
    if len(password) < (policy.get("MinimumLength") or 8):
        return "Password not long enough"
    if len(password) > 256:
        return "Password too long"
    if password != password.strip():
        return "Password must not begin or end with a space"
    for member, demanded, why in DEMANDS:
        if policy.get(member) and not any(map(demanded, password)):
            return why
    return None


def _known(user: Any) -> list[str]:
    past = state.of(user).past_passwords
    return past if not user.password or user.password in past else [*past, user.password]
