"""Which second factors a pool has, and which of them a user has.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
"""

from typing import Any

from . import state
from .delivery import is_verified

ORDER = ("SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA")


def possible(pool: Any) -> list[str]:
    """Of the pool."""
    has = {
        "SMS_MFA": bool(pool.sms_mfa_config),
        "EMAIL_OTP": bool(email_config(pool)),
        "SOFTWARE_TOKEN_MFA": bool((pool.token_mfa_config or {}).get("Enabled")),
    }
    return [factor for factor in ORDER if has[factor]]


def of(pool: Any, user: Any) -> tuple[list[str], str | None]:
    """Those that sign-in asks the user for, and the preferred one. Where the pool requires MFA, a verified address or
    a verified app is a factor though the user never switched it on.
    """
    if pool.mfa_config not in ("ON", "OPTIONAL"):
        return [], None
    on = [factor for factor in possible(pool) if factor in switched_on(user)]
    if not on and pool.mfa_config == "ON":
        on = [factor for factor in possible(pool) if _could_use(user, factor)]
    return on, user.preferred_mfa_setting if user.preferred_mfa_setting in on else None


def is_needed(pool: Any, user: Any) -> bool:
    return pool.mfa_config == "ON" or bool(of(pool, user)[0])


def switched_on(user: Any) -> list[str]:
    has = {
        "SMS_MFA": user.sms_mfa_enabled and bool(user.attribute_lookup.get("phone_number")),
        "EMAIL_OTP": state.of(user).email_mfa and bool(user.attribute_lookup.get("email")),
        "SOFTWARE_TOKEN_MFA": user.software_token_mfa_enabled and bool(state.of(user).totp_secret),
    }
    return [factor for factor in ORDER if has[factor]]


def email_config(pool: Any) -> dict[str, Any]:
    return vars(pool).get("email_mfa_config") or {}


def _could_use(user: Any, factor: str) -> bool:
    if factor == "SOFTWARE_TOKEN_MFA":
        return bool(state.of(user).totp_secret)
    return is_verified(user, "phone_number" if factor == "SMS_MFA" else "email")
