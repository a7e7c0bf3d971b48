"""USER_AUTH: the user chooses the first factor.

https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
"""

from typing import Any

from .. import codes, mfa_factors, sessions
from ..delivery import is_verified, made_up
from ..errors import code_mismatch, invalid, missing
from ..passkeys import challenges as passkeys
from . import mfa, password, verifier
from .attempt import Attempt, require_user
from .finish import after_first_factor

OTP = {"EMAIL_OTP": "email", "SMS_OTP": "phone_number"}
# https://docs.aws.amazon.com/cognito/latest/developerguide/limits.html: a first factor is longer than a second one.
OTP_DIGITS = 8


def sign_in(attempt: Attempt, parameters: dict[str, str]) -> dict[str, Any]:
    """The preferred challenge at once where the user has it, else SELECT_CHALLENGE."""
    require_user(attempt)
    offered = available(attempt)
    preferred = parameters.get("PREFERRED_CHALLENGE")
    if preferred in offered:
        return _ask_for(attempt, preferred, parameters)
    password.before(attempt)
    return {**attempt.ask("SELECT_CHALLENGE", offered=offered), "AvailableChallenges": offered}


def available(attempt: Attempt) -> list[str]:
    """Where MFA is needed, or a new password, only a password begins. Nobody has what anybody could have."""
    policy = (attempt.pool.extended_config.get("Policies") or {}).get("SignInPolicy") or {}
    allowed = policy.get("AllowedFirstAuthFactors") or ["PASSWORD"]
    user = attempt.user
    offered = ["PASSWORD_SRP", "PASSWORD"] if user is None or user.password else []
    if user is not None and (user.status != "CONFIRMED" or mfa_factors.is_needed(attempt.pool, user)):
        return offered
    codes_of = [
        factor
        for factor, attribute in OTP.items()
        if factor in allowed and (user is None or is_verified(user, attribute))
    ]
    has_passkey = "WEB_AUTHN" in allowed and user is not None and passkeys.passkeys_of(user)
    return [*offered, *codes_of, *(["WEB_AUTHN"] if has_passkey else [])]


def select(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """SELECT_CHALLENGE."""
    answer = responses.get("ANSWER")
    if not answer:
        raise missing("ANSWER")
    if answer not in session.data["offered"]:
        raise invalid(f"ANSWER must be one of {', '.join(session.data['offered'])}")
    sessions.spend(session)
    return _ask_for(session.data["attempt"], answer, responses)


def with_password(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """PASSWORD, asked for by itself."""
    if not responses.get("PASSWORD"):
        raise missing("PASSWORD")
    sessions.spend(session)
    return password.sign_in(session.data["attempt"], responses)


def with_srp(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """PASSWORD_SRP, asked for by itself."""
    if not responses.get("SRP_A"):
        raise missing("SRP_A")
    sessions.spend(session)
    return verifier.ask(session.data["attempt"], responses)


def with_code(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """EMAIL_OTP or SMS_OTP as the first factor. A wrong code leaves the session as it is."""
    attempt: Attempt = session.data["attempt"]
    given = responses.get(f"{session.challenge}_CODE")
    if not given:
        raise missing(f"{session.challenge}_CODE")
    if attempt.user is None:
        raise code_mismatch(mfa.WRONG)
    codes.check(attempt.pool, attempt.user, session.token, given, mfa.WRONG)
    sessions.spend(session)
    codes.forget(attempt.pool, attempt.user, session.token)
    return after_first_factor(attempt)


def with_passkey(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """WEB_AUTHN. Its challenge is signed once, so a wrong answer ends the session."""
    attempt: Attempt = session.data["attempt"]
    if not responses.get("CREDENTIAL"):
        raise missing("CREDENTIAL")
    sessions.spend(session)
    passkeys.check(attempt.user, session.data["asked"], responses["CREDENTIAL"])
    return after_first_factor(attempt)


def _ask_for(attempt: Attempt, factor: str, given: dict[str, str]) -> dict[str, Any]:
    if factor == "PASSWORD":
        return password.sign_in(attempt, given) if given.get("PASSWORD") else attempt.ask("PASSWORD")
    password.before(attempt)
    if factor == "PASSWORD_SRP":
        return verifier.ask(attempt, given) if given.get("SRP_A") else attempt.ask("PASSWORD_SRP")
    if factor == "WEB_AUTHN":
        asked = passkeys.ask(attempt.pool)
        options = {"CREDENTIAL_REQUEST_OPTIONS": passkeys.request_options(attempt.user, asked)}
        return attempt.ask("WEB_AUTHN", options, asked=asked)
    if attempt.user is not None:
        return mfa.send(attempt, factor, OTP[factor], OTP_DIGITS, first=True)
    to = made_up(attempt.pool, attempt.typed, OTP[factor])
    parameters = {"CODE_DELIVERY_DELIVERY_MEDIUM": to["DeliveryMedium"], "CODE_DELIVERY_DESTINATION": to["Destination"]}
    return attempt.ask(factor, {"USER_ID_FOR_SRP": attempt.name, **parameters}, first=True)
