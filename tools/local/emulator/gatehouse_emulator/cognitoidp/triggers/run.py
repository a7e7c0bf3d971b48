"""One trigger: its function, its event, and what becomes of its answer."""

import json
from typing import Any

from flask import has_request_context
from flask import request as http_request
from moto.core.exceptions import JsonRESTError

from ... import bridge

# https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
SECONDS = 5

# A function may run for fifteen minutes.
LONGEST = 16 * 60

# The kinds whose function is named together with the version of its event.
VERSIONED = {
    "CustomEmailSender": "CustomEmailSender",
    "CustomSMSSender": "CustomSMSSender",
    "PreTokenGeneration": "PreTokenGenerationConfig",
}
# The number in the event's `version`. https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
EVENT_VERSIONS = {"V1_0": "1", "V2_0": "2", "V3_0": "3"}


def configured(pool: Any, kind: str) -> tuple[str, str] | None:
    """The ARN of the function and the version of its event."""
    config = pool.extended_config.get("LambdaConfig") or {}
    versioned = config.get(VERSIONED.get(kind, ""))
    if versioned and versioned.get("LambdaArn"):
        return versioned["LambdaArn"], EVENT_VERSIONS.get(versioned.get("LambdaVersion", ""), "1")
    return (config[kind], "1") if config.get(kind) else None


def run(
    pool: Any,
    kind: str,
    source: str,
    client_id: str | None,
    user: Any,
    request: dict[str, Any],
    response: dict[str, Any],
) -> dict[str, Any] | None:
    """The `response` of the event that the function returned; None when the pool has no such trigger.

    `user` is the user, or the name of one that does not exist yet. A function that fails or answers nonsense
    fails the operation, with AWS's error.
    """
    found = configured(pool, kind)
    if found is None:
        return None
    event = _event(pool, found[1], source, client_id, user, request, response)
    answer = _invoke(pool, found[0], event, SECONDS * 1000)
    error = answer.get("error")
    if error is None:
        return _response(answer.get("payload"))
    if error["kind"] == "thrown":
        raise JsonRESTError("UserLambdaValidationException", f"{kind} failed with error {error['message']}.")
    raise JsonRESTError(
        "UnexpectedLambdaException", f"{kind} invocation failed due to error {error['name']}: {error['message']}."
    )


def notify(pool: Any, kind: str, source: str, client_id: str | None, user: Any, request: dict[str, Any]) -> None:
    """As Cognito calls senders: nobody waits for an answer or hears of a failure, so it is printed."""
    arn, version = configured(pool, kind) or ("", "")
    error = _invoke(pool, arn, _event(pool, version, source, client_id, user, request, {})).get("error")
    if error is not None:
        print(json.dumps({"gatehouse": "failed", "trigger": f"{source} of {pool.id}", **error}), flush=True)


def attributes(user: Any) -> dict[str, str]:
    """As events tell them: every value a string, with the status of the user."""
    return {**user.attribute_lookup, "cognito:user_status": _status(user)}


def _status(user: Any) -> str:
    return getattr(user.status, "value", user.status)


def _event(
    pool: Any,
    version: str,
    source: str,
    client_id: str | None,
    user: Any,
    request: dict[str, Any],
    response: dict[str, Any],
) -> dict[str, Any]:
    return {
        "version": version,
        "triggerSource": source,
        "region": pool.region,
        "userPoolId": pool.id,
        "userName": user if isinstance(user, str) else user.username,
        "callerContext": {
            "awsSdkVersion": _sdk(),
            "clientId": client_id or "CLIENT_ID_NOT_APPLICABLE",
        },
        "request": request,
        "response": response,
    }


def _invoke(pool: Any, arn: str, event: dict[str, Any], milliseconds: int | None = None) -> dict[str, Any]:
    """`milliseconds`: None for as long as the function may run."""
    body = {
        "functionArn": arn,
        "event": event,
        "service": "cognito-idp.amazonaws.com",
        "sourceArn": pool.arn,
        **({} if milliseconds is None else {"milliseconds": milliseconds}),
    }
    return bridge.ask("invoke", body, seconds=LONGEST if milliseconds is None else milliseconds / 1000 * 12)


def _response(payload: Any) -> dict[str, Any]:
    event = _read(payload)
    answered = event.get("response") if isinstance(event, dict) else None
    if not isinstance(answered, dict):
        raise JsonRESTError("InvalidLambdaResponseException", "Unrecognizable lambda output")
    return answered


def _read(payload: Any) -> Any:
    try:
        return json.loads(payload) if isinstance(payload, str) else payload
    except ValueError:
        return None


def _sdk() -> str:
    agent = http_request.headers.get("User-Agent", "") if has_request_context() else ""
    first = agent.split(" ")[0].replace("/", "-")
    return first or "aws-sdk-unknown-unknown"
