"""What comes after the first factor: a new password, a second factor, the device, the tokens."""

from typing import Any

from .. import devices, lockout, state, tokens, triggers
from ..clock import now
from ..errors import not_authorized, refusal
from . import mfa, new_password
from .attempt import Attempt

DAY = 86_400


def after_password(attempt: Attempt) -> dict[str, Any]:
    require_usable(attempt)
    if attempt.user.status == "FORCE_CHANGE_PASSWORD":
        _refuse_old_temporary_password(attempt)
        return new_password.ask(attempt)
    return after_first_factor(attempt)


def after_first_factor(attempt: Attempt) -> dict[str, Any]:
    require_usable(attempt)
    trusted = devices.stands_for_mfa(attempt.pool, attempt.user, attempt.device_key)
    asked = None if trusted else mfa.ask(attempt)
    return asked or after_mfa(attempt)


def after_mfa(attempt: Attempt) -> dict[str, Any]:
    """A device that is known proves itself too.
    https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
    """
    if devices.is_remembered(attempt.pool, attempt.user, attempt.device_key):
        return attempt.ask("DEVICE_SRP_AUTH", {"DEVICE_KEY": str(attempt.device_key), "USERNAME": attempt.name})
    attempt.device_key = None
    return end(attempt)


def end(attempt: Attempt) -> dict[str, Any]:
    """The tokens; for the sign-in pages, who it was: they have tokens of their own."""
    require_usable(attempt)
    pool, client, user = attempt.pool, attempt.client, attempt.user
    lockout.succeeded(pool, attempt.key)
    new = devices.begin(pool, user) if attempt.device_key is None and attempt.through != "page" else None
    triggers.post_authentication(pool, client.id, user, new is not None, attempt.metadata)
    if attempt.through == "page":
        return {"SignedIn": {"Username": user.username, "Sub": user.id, "Source": attempt.source}}
    key = attempt.device_key or (new or {}).get("DeviceKey")
    result = tokens.issue(pool, client, user, source=attempt.source, device_key=key, metadata=attempt.metadata)
    if new is not None:
        result["NewDeviceMetadata"] = new
    elif attempt.device_key:
        devices.used(user, attempt.device_key)
    return {"ChallengeParameters": {}, "AuthenticationResult": result}


def require_usable(attempt: Attempt) -> None:
    user = attempt.user
    if user is None or attempt.pool.users.get(user.username) is not user:
        raise not_authorized()
    if not user.enabled:
        raise not_authorized("User is disabled.")
    if user.status == "UNCONFIRMED":
        raise refusal("UserNotConfirmed", "User is not confirmed.")


def _refuse_old_temporary_password(attempt: Attempt) -> None:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html"""
    config = attempt.pool.extended_config
    policy = (config.get("Policies") or {}).get("PasswordPolicy") or {}
    days = policy.get("TemporaryPasswordValidityDays") or 7
    if now() > state.of(attempt.user).password_since + days * DAY:
        raise not_authorized("Temporary password has expired and must be reset by an administrator.")
