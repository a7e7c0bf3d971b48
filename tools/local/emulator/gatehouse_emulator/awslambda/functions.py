"""Functions as the local tools run them."""

import base64
from typing import Any

from moto.awslambda.models import lambda_backends
from moto.core.exceptions import ServiceException

from ..internal import internal


@internal("function")
def function(body: dict[str, Any]) -> dict[str, Any]:
    """Settings, permissions and code of `{functionArn, knownCode}` (`EmulatorFunction`)."""
    found = find(body["functionArn"])
    if not getattr(found, "code_bytes", None):
        raise ServiceException("InvalidParameterValueException", f"{found.function_arn} has no archive")
    code = None if body.get("knownCode") == found.code_sha_256 else base64.b64encode(found.code_bytes).decode()
    return {
        "lambda": {
            "name": found.function_name,
            "arn": found.function_arn,
            "invokeArn": found.function_arn,
            "handler": found.handler or "",
            "runtime": found.run_time or "",
            "timeout": found.timeout,
            "memory": found.memory_size,
            "environment": found.environment_vars,
        },
        "codeSha256": found.code_sha_256,
        **({"code": code} if code else {}),
        "permissions": [_permission(found, statement) for statement in found.policy.statements],
    }


def find(function_arn: str) -> Any:
    """By its ARN, also of a version or an alias of it."""
    arn = function_arn.split(":")
    return lambda_backends[arn[4]][arn[3]].get_function(":".join(arn[:7]))


def _permission(function: Any, statement: dict[str, Any]) -> dict[str, Any]:
    """A statement of its resource policy as what AddPermission was given."""
    principal, condition = statement["Principal"], statement.get("Condition") or {}
    keys = {key.lower(): value for conditions in condition.values() for key, value in conditions.items()}
    qualifier = statement["Resource"].removeprefix(function.function_arn).lstrip(":")
    given = {
        "qualifier": qualifier,
        "sourceArn": keys.get("aws:sourcearn"),
        "sourceAccount": keys.get("aws:sourceaccount"),
        "organization": keys.get("aws:principalorgid"),
    }
    return {
        "functionName": function.function_name,
        "action": statement["Action"],
        "principal": principal if isinstance(principal, str) else next(iter(principal.values())),
        **{name: value for name, value in given.items() if value},
    }
