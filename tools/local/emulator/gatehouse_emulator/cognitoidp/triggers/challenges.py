"""Sign-in by questions of one's own.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html
"""

from dataclasses import dataclass
from typing import Any

from moto.core.exceptions import JsonRESTError

from .run import attributes, run


@dataclass(frozen=True)
class Next:
    """What comes after the challenges of `session`: tokens, another challenge, or no."""

    issue_tokens: bool
    fail: bool
    challenge_name: str | None


def define_auth_challenge(
    pool: Any, client_id: str, user: Any, username: str, session: list[dict[str, Any]], metadata: Any = None
) -> Next:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html

    `session`: `{challengeName, challengeResult, challengeMetadata}` of each challenge so far.
    """
    request = {**_who(user), "session": session, "clientMetadata": metadata}
    response = {"challengeName": None, "issueTokens": None, "failAuthentication": None}
    answer = _needed(pool, "DefineAuthChallenge", client_id, user or username, request, response)
    return Next(
        answer.get("issueTokens") is True, answer.get("failAuthentication") is True, answer.get("challengeName")
    )


def create_auth_challenge(
    pool: Any,
    client_id: str,
    user: Any,
    username: str,
    challenge_name: str,
    session: list[dict[str, Any]],
    metadata: Any = None,
) -> dict[str, Any]:
    """`publicChallengeParameters` for the client, `privateChallengeParameters` for the check, `challengeMetadata`.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html
    """
    request = {**_who(user), "challengeName": challenge_name, "session": session, "clientMetadata": metadata}
    response = {"publicChallengeParameters": None, "privateChallengeParameters": None, "challengeMetadata": None}
    answer = _needed(pool, "CreateAuthChallenge", client_id, user or username, request, response)
    return {name: answer.get(name) or (None if name == "challengeMetadata" else {}) for name in response}


def verify_auth_challenge(
    pool: Any, client_id: str, user: Any, username: str, private: dict[str, str], answer: str, metadata: Any = None
) -> bool:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html"""
    request = {
        **_who(user),
        "privateChallengeParameters": private,
        "challengeAnswer": answer,
        "clientMetadata": metadata,
    }
    answered = _needed(
        pool, "VerifyAuthChallengeResponse", client_id, user or username, request, {"answerCorrect": None}
    )
    return answered.get("answerCorrect") is True


def _who(user: Any) -> dict[str, Any]:
    return {"userAttributes": attributes(user) if user else {}, "userNotFound": user is None}


def _needed(pool: Any, kind: str, client_id: str, user: Any, request: Any, response: Any) -> dict[str, Any]:
    answer = run(pool, kind, f"{kind}_Authentication", client_id, user, request, response)
    if answer is None:
        raise JsonRESTError(
            "InvalidParameterException", "Custom auth lambda trigger is not configured for the user pool."
        )
    return answer
