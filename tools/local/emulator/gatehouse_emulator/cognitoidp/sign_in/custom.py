"""CUSTOM_AUTH: the pool's own functions decide what is asked, and when it is enough.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
"""

from typing import Any

from moto.core.exceptions import JsonRESTError

from .. import sessions, triggers
from ..errors import missing, not_authorized
from . import verifier
from .attempt import Attempt, require_user
from .finish import end


def sign_in(attempt: Attempt, parameters: dict[str, str]) -> dict[str, Any]:
    """With CHALLENGE_NAME SRP_A the password comes first, and the functions learn it."""
    require_user(attempt)
    attempt.custom = []
    if parameters.get("CHALLENGE_NAME") == "SRP_A":
        if not parameters.get("SRP_A"):
            raise missing("SRP_A")
        attempt.custom.append(_result("SRP_A", True))
    return _next(attempt, parameters)


def passed(attempt: Attempt, challenge: str) -> dict[str, Any]:
    """Another challenge of the flow was met."""
    assert attempt.custom is not None
    attempt.custom.append(_result(challenge, True))
    return _next(attempt, {})


def answer(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """CUSTOM_CHALLENGE."""
    attempt: Attempt = session.data["attempt"]
    if not responses.get("ANSWER"):
        raise missing("ANSWER")
    sessions.spend(session)
    assert attempt.custom is not None
    right = triggers.verify_auth_challenge(
        attempt.pool,
        attempt.client.id,
        attempt.user,
        attempt.typed,
        session.data["private"],
        responses["ANSWER"],
        attempt.metadata,
    )
    attempt.custom.append(_result("CUSTOM_CHALLENGE", right, session.data["metadata"]))
    return _next(attempt, {})


def _next(attempt: Attempt, parameters: dict[str, str]) -> dict[str, Any]:
    decided = triggers.define_auth_challenge(
        attempt.pool, attempt.client.id, attempt.user, attempt.typed, list(attempt.custom or []), attempt.metadata
    )
    if decided.fail:
        raise not_authorized()
    if decided.issue_tokens:
        return end(attempt)
    if decided.challenge_name == "PASSWORD_VERIFIER" and parameters.get("SRP_A"):
        return verifier.ask(attempt, parameters)
    if decided.challenge_name != "CUSTOM_CHALLENGE":
        raise JsonRESTError("InvalidLambdaResponseException", "Unrecognizable lambda output")
    return _ask(attempt)


def _ask(attempt: Attempt) -> dict[str, Any]:
    made = triggers.create_auth_challenge(
        attempt.pool,
        attempt.client.id,
        attempt.user,
        attempt.typed,
        "CUSTOM_CHALLENGE",
        list(attempt.custom or []),
        attempt.metadata,
    )
    parameters = {"USERNAME": attempt.name, **made["publicChallengeParameters"]}
    return attempt.ask(
        "CUSTOM_CHALLENGE",
        parameters,
        private=made["privateChallengeParameters"],
        metadata=made["challengeMetadata"],
    )


def _result(challenge: str, right: bool, metadata: str | None = None) -> dict[str, Any]:
    return {"challengeName": challenge, "challengeResult": right, "challengeMetadata": metadata}
