"""Answers to challenges: the session is looked up, who answers is checked, and the sign-in goes on."""

from collections.abc import Callable
from typing import Any

from .. import sessions
from ..client_rules import check_secret
from ..errors import NO_SESSION, missing, not_authorized
from . import choose, custom, device, finish, mfa, new_password, verifier
from .attempt import Attempt

Answer = Callable[[sessions.Session, dict[str, str]], dict[str, Any] | None]
Then = Callable[[Attempt], dict[str, Any]]


def _after_verifier(attempt: Attempt) -> dict[str, Any]:
    if attempt.custom is not None:
        return custom.passed(attempt, "PASSWORD_VERIFIER")
    return finish.after_password(attempt)


# Challenge -> what reads its answer, and what follows where that does not say.
ANSWERS: dict[str, tuple[Answer, Then]] = {
    "CUSTOM_CHALLENGE": (custom.answer, finish.end),
    "DEVICE_PASSWORD_VERIFIER": (device.answer, finish.end),
    "DEVICE_SRP_AUTH": (device.ask, finish.end),
    "EMAIL_OTP": (mfa.answer, finish.after_mfa),
    "MFA_SETUP": (mfa.set_up, finish.after_mfa),
    "NEW_PASSWORD_REQUIRED": (new_password.answer, finish.after_first_factor),
    "PASSWORD": (choose.with_password, finish.end),
    "PASSWORD_SRP": (choose.with_srp, finish.end),
    "PASSWORD_VERIFIER": (verifier.answer, _after_verifier),
    "SELECT_CHALLENGE": (choose.select, finish.end),
    "SELECT_MFA_TYPE": (mfa.choose, finish.end),
    "SMS_MFA": (mfa.answer, finish.after_mfa),
    "SMS_OTP": (choose.with_code, finish.end),
    "SOFTWARE_TOKEN_MFA": (mfa.answer, finish.after_mfa),
    "WEB_AUTHN": (choose.with_passkey, finish.end),
}
# Their answer repeats the secret block, which only the client that was asked has.
BY_BLOCK = ("DEVICE_PASSWORD_VERIFIER", "PASSWORD_VERIFIER")


def respond(
    client: Any,
    challenge: str,
    token: str | None,
    responses: dict[str, str],
    through: str = "api",
    metadata: dict[str, str] | None = None,
) -> dict[str, Any]:
    """RespondToAuthChallenge. `through` as in Attempt.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
    """
    if challenge not in ANSWERS:
        raise not_authorized(NO_SESSION)
    session = _session(client, challenge, token, responses)
    attempt: Attempt = session.data["attempt"]
    _check_who(attempt, responses, through)
    attempt.metadata = metadata or attempt.metadata
    # Clients that learn the stored name from a challenge find their device only then.
    attempt.device_key = attempt.device_key or responses.get("DEVICE_KEY")
    read, then = ANSWERS[challenge]
    if challenge == "EMAIL_OTP" and session.data["first"]:
        read = choose.with_code
    return read(session, responses) or then(attempt)


def _session(client: Any, challenge: str, token: str | None, responses: dict[str, str]) -> sessions.Session:
    if challenge not in BY_BLOCK:
        return sessions.find(client, token, challenge)
    block = responses.get("PASSWORD_CLAIM_SECRET_BLOCK")
    if not block:
        raise missing("PASSWORD_CLAIM_SECRET_BLOCK")
    session = sessions.find(client, block, challenge)
    # Amplify repeats a session where there was one.
    if session.data.get("session") not in (None, token):
        raise not_authorized(NO_SESSION)
    return session


def _check_who(attempt: Attempt, responses: dict[str, str], through: str) -> None:
    """SECRET_HASH is made with the stored name, which the challenge gave."""
    if (through == "page") != (attempt.through == "page"):
        raise not_authorized(NO_SESSION)
    if through == "page":
        return
    name = responses.get("USERNAME")
    if not name:
        raise missing("USERNAME")
    if name not in (attempt.name, attempt.typed) and (
        attempt.user is None or attempt.pool._get_user(name) is not attempt.user
    ):
        raise not_authorized(NO_SESSION)
    check_secret(attempt.client, attempt.name, responses.get("SECRET_HASH"))
