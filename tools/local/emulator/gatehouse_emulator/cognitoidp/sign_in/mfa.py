"""The second factor.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
"""

import json
from typing import Any

from moto.core.exceptions import JsonRESTError

from .. import codes, lockout, mfa_factors, sessions, state, totp, triggers
from ..errors import invalid, missing, not_authorized
from .attempt import Attempt

WRONG = "Invalid code or auth state for the user."

# Factor -> what the answer's parameter is called.
CODES = {"SMS_MFA": "SMS_MFA_CODE", "EMAIL_OTP": "EMAIL_OTP_CODE", "SOFTWARE_TOKEN_MFA": "SOFTWARE_TOKEN_MFA_CODE"}
ATTRIBUTES = {"SMS_MFA": "phone_number", "EMAIL_OTP": "email"}


def ask(attempt: Attempt) -> dict[str, Any] | None:
    """None where no second factor is needed."""
    factors, preferred = mfa_factors.of(attempt.pool, attempt.user)
    if preferred or len(factors) == 1:
        return ask_for(attempt, preferred or factors[0])
    if factors:
        choice = {"MFAS_CAN_CHOOSE": json.dumps(factors, separators=(",", ":")), "USER_ID_FOR_SRP": attempt.name}
        return attempt.ask("SELECT_MFA_TYPE", choice, factors=factors)
    if attempt.pool.mfa_config == "ON":
        possible = json.dumps(mfa_factors.possible(attempt.pool), separators=(",", ":"))
        return attempt.ask("MFA_SETUP", {"MFAS_CAN_SETUP": possible, "USER_ID_FOR_SRP": attempt.name})
    return None


def ask_for(attempt: Attempt, factor: str) -> dict[str, Any]:
    # No way round a lockout: a new code is sent only to those who may still try one.
    lockout.check(attempt.pool, attempt.key)
    if factor == "SOFTWARE_TOKEN_MFA":
        name = {"FRIENDLY_DEVICE_NAME": state.of(attempt.user).totp_name, "USER_ID_FOR_SRP": attempt.name}
        return attempt.ask(factor, name)
    return send(attempt, factor, ATTRIBUTES[factor], count=6)


def send(attempt: Attempt, challenge: str, attribute: str, count: int, first: bool = False) -> dict[str, Any]:
    """Sends a code that lives as long as the session. `first`: as the first factor."""
    asked = attempt.ask(challenge, {"USER_ID_FOR_SRP": attempt.name}, first=first)
    session = sessions.of_token(asked["Session"])
    assert session is not None
    to = codes.send(
        attempt.pool,
        attempt.client.id,
        attempt.user,
        "Authentication",
        attribute,
        slot=session.token,
        lasts=session.ends - codes.now(),
        code=codes.digits(count),
        default=_message(attempt.pool, attribute),
        metadata=attempt.metadata,
    )
    asked["ChallengeParameters"] |= {
        "CODE_DELIVERY_DELIVERY_MEDIUM": to["DeliveryMedium"],
        "CODE_DELIVERY_DESTINATION": to["Destination"],
    }
    return asked


def answer(session: sessions.Session, responses: dict[str, str]) -> None:
    """A wrong code leaves the session as it is."""
    attempt: Attempt = session.data["attempt"]
    given = responses.get(CODES[session.challenge])
    if not given:
        raise missing(CODES[session.challenge])
    lockout.check(attempt.pool, attempt.key)
    try:
        if session.challenge == "SOFTWARE_TOKEN_MFA":
            totp.check(attempt.user, given)
        else:
            codes.check(attempt.pool, attempt.user, session.token, given, WRONG)
    except JsonRESTError as refused:
        if refused.error_type == "CodeMismatchException":
            lockout.failed(attempt.pool, attempt.key)
        raise
    sessions.spend(session)
    codes.forget(attempt.pool, attempt.user, session.token)


def choose(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """SELECT_MFA_TYPE."""
    factor = responses.get("ANSWER")
    if factor not in session.data["factors"]:
        raise invalid(f"ANSWER must be one of {', '.join(session.data['factors'])}")
    sessions.spend(session)
    return ask_for(session.data["attempt"], factor)


def set_up(session: sessions.Session, _responses: dict[str, str]) -> None:
    """MFA_SETUP, answered with the session of VerifySoftwareToken."""
    attempt: Attempt = session.data["attempt"]
    if not session.data.get("verified"):
        raise not_authorized("Invalid session for the user, MFA is not set up yet.")
    sessions.spend(session)
    attempt.user.software_token_mfa_enabled = True
    attempt.user.preferred_mfa_setting = "SOFTWARE_TOKEN_MFA"


def _message(pool: Any, attribute: str) -> triggers.Message:
    text = "Your authentication code is {####}. "
    if attribute == "email":
        config = mfa_factors.email_config(pool)
        return triggers.Message(config.get("Message") or text, config.get("Subject") or "Your authentication code")
    sms = (pool.sms_mfa_config or {}).get("SmsAuthenticationMessage")
    return triggers.Message(sms or pool.extended_config.get("SmsAuthenticationMessage") or text)
