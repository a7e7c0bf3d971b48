"""Authenticator apps: a secret is handed out, and proven by its first code.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
"""

from typing import Any

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult

from ..gap import replaces
from . import mfa_factors, sessions, state, tokens, totp
from .errors import NO_SESSION, not_authorized, refusal


@replaces(CognitoIdpResponse)
def associate_software_token(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html"""
    pool, user, session = _caller(self)
    if "SOFTWARE_TOKEN_MFA" not in mfa_factors.possible(pool):
        raise refusal("SoftwareTokenMFANotFound", "Software token MFA is not enabled for this user pool.")
    known = state.of(user)
    known.totp_pending = totp.new_secret()
    answer = {"SecretCode": known.totp_pending}
    return ActionResult({**answer, "Session": _next(session)} if session else answer)


@replaces(CognitoIdpResponse)
def verify_software_token(_original: Any, self: Any) -> ActionResult:
    """A wrong code leaves the session as it is.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
    """
    _, user, session = _caller(self)
    known = state.of(user)
    if known.totp_pending is None:
        raise refusal("SoftwareTokenMFANotFound", "Software token TOTP multi-factor authentication is not set up.")
    step = totp.matching_step(known.totp_pending, self._get_param("UserCode"))
    if step is None:
        raise refusal("EnableSoftwareTokenMFA", "Code mismatch")
    known.totp_secret, known.totp_pending, known.totp_used = known.totp_pending, None, step
    known.totp_name = self._get_param("FriendlyDeviceName") or ""
    user.token_verified = True
    answer = {"Status": "SUCCESS"}
    return ActionResult({**answer, "Session": _next(session, verified=True)} if session else answer)


def _caller(self: Any) -> tuple[Any, Any, sessions.Session | None]:
    """By an access token, or by the session of MFA_SETUP."""
    if self._get_param("AccessToken"):
        caller = tokens.authorize(self._get_param("AccessToken"))
        return caller.pool, caller.user, None
    known = sessions.of_token(self._get_param("Session"))
    if known is None:
        raise not_authorized(NO_SESSION)
    session = sessions.find(known.client, known.token, "MFA_SETUP")
    return session.pool, session.user, session


def _next(session: sessions.Session, verified: bool = False) -> str:
    sessions.spend(session)
    data = {**session.data, "verified": verified}
    return sessions.start(session.pool, session.client, session.user, "MFA_SETUP", **data).token
