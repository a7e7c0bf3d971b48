"""The MFA settings of a pool, and those of a user.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
"""

from typing import Any

from moto.cognitoidp.models import CognitoIdpUser
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import replaces
from . import mfa_factors, state, tokens
from .errors import invalid

SETTINGS = {
    "SMS_MFA": "SMSMfaSettings",
    "EMAIL_OTP": "EmailMfaSettings",
    "SOFTWARE_TOKEN_MFA": "SoftwareTokenMfaSettings",
}


@replaces(CognitoIdpResponse)
def set_user_pool_mfa_config(original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html"""
    email = self._get_param("EmailMfaConfiguration")
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    if email is None or self._get_param("SmsMfaConfiguration") or self._get_param("SoftwareTokenMfaConfiguration"):
        original(self)
    else:
        # moto wants one of the other two.
        pool.mfa_config, pool.sms_mfa_config, pool.token_mfa_config = self._get_param("MfaConfiguration"), None, None
    pool.email_mfa_config = email
    pool.web_authn_config = self._get_param("WebAuthnConfiguration")
    return self.get_user_pool_mfa_config()


@replaces(CognitoIdpResponse)
def get_user_pool_mfa_config(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    config = {
        "SmsMfaConfiguration": pool.sms_mfa_config,
        "SoftwareTokenMfaConfiguration": pool.token_mfa_config,
        "EmailMfaConfiguration": vars(pool).get("email_mfa_config"),
        "WebAuthnConfiguration": vars(pool).get("web_authn_config"),
        "MfaConfiguration": pool.mfa_config,
    }
    return ActionResult({name: value for name, value in config.items() if value is not None})


@replaces(CognitoIdpResponse)
def set_user_mfa_preference(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    _prefer(self, caller.pool, caller.user)
    return EmptyResult()


@replaces(CognitoIdpResponse)
def admin_set_user_mfa_preference(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserMFAPreference.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    _prefer(self, pool, self.backend.admin_get_user(pool.id, self._get_param("Username")))
    return EmptyResult()


@replaces(CognitoIdpUser)
def to_json(original: Any, self: Any, extended: bool = False, **kwargs: Any) -> dict[str, Any]:
    """With e-mail among the factors."""
    body = original(self, extended=extended, **kwargs)
    if extended:
        body["UserMFASettingList"] = mfa_factors.switched_on(self)
    return body


def _prefer(self: Any, pool: Any, user: Any) -> None:
    """Nothing is changed where one of the settings is refused."""
    asked = {factor: self._get_param(member) for factor, member in SETTINGS.items() if self._get_param(member)}
    preferred = [factor for factor, setting in asked.items() if setting.get("PreferredMfa")]
    if len(preferred) > 1:
        raise invalid("Only one MFA method can be set as preferred.")
    for factor, setting in asked.items():
        if setting.get("Enabled"):
            _require_usable(pool, user, factor)
        elif setting.get("PreferredMfa"):
            raise invalid(f"{factor} cannot be preferred: it is not enabled.")
    for factor, setting in asked.items():
        _switch(user, factor, bool(setting.get("Enabled")))
        if user.preferred_mfa_setting == factor and factor not in preferred:
            user.preferred_mfa_setting = ""
    if preferred:
        user.preferred_mfa_setting = preferred[0]


def _require_usable(pool: Any, user: Any, factor: str) -> None:
    known = user.attribute_lookup
    if factor == "SOFTWARE_TOKEN_MFA" and not state.of(user).totp_secret:
        raise invalid("User has not verified software token mfa")
    lacks = {"SMS_MFA": not known.get("phone_number"), "EMAIL_OTP": not known.get("email")}.get(factor, False)
    if lacks or factor not in mfa_factors.possible(pool):
        raise invalid(f"User does not have delivery config set to turn on {factor}")


def _switch(user: Any, factor: str, on: bool) -> None:
    if factor == "SMS_MFA":
        user.sms_mfa_enabled = on
    elif factor == "EMAIL_OTP":
        state.of(user).email_mfa = on
    else:
        user.software_token_mfa_enabled = on
