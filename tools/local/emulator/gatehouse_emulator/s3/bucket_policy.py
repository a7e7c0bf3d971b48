"""Bucket policies: conditions on what a request says of itself."""

import json
from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Any

from flask import request
from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket

from ..gap import replaces


@replaces(FakeBucket)
def get_permission(original: Any, self: Any, action: str, resource: str) -> Any:
    """moto denies all that a Deny statement is about, whether its condition holds or not.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
    """
    if self.policy is None:
        return PermissionResult.NEUTRAL
    statements = json.loads(self.policy)["Statement"]
    holding = [
        {part: value for part, value in statement.items() if part != "Condition"}
        for statement in (statements if isinstance(statements, list) else [statements])
        if _holds(statement.get("Condition", {}), _context())
    ]
    return IAMPolicy(json.dumps({"Statement": holding})).is_action_permitted(action, resource)


def _context() -> dict[str, str]:
    """Loopback stands for TLS here. https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html"""
    headers = {f"s3:{name.lower()}": value for name, value in request.headers if name.lower().startswith("x-amz-")}
    return {"aws:SecureTransport": "true", "s3:TlsVersion": "1.3"} | headers


# A negated operator holds when any other value, or none, was sent.
OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "ArnEquals": fnmatchcase,
    "ArnLike": fnmatchcase,
    "Bool": lambda actual, expected: actual.lower() == expected.lower(),
    "NumericGreaterThan": lambda actual, expected: float(actual) > float(expected),
    "NumericLessThan": lambda actual, expected: float(actual) < float(expected),
    "StringEquals": lambda actual, expected: actual == expected,
    "StringLike": fnmatchcase,
}


def _holds(condition: dict[str, dict[str, Any]], context: dict[str, str]) -> bool:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"""
    return all(
        _test(operator, context.get(key), values if isinstance(values, list) else [values])
        for operator, tests in condition.items()
        for key, values in tests.items()
    )


def _test(operator: str, actual: str | None, expected: list[str]) -> bool:
    if operator == "Null":
        return (actual is None) == (str(expected[0]).lower() == "true")
    name = operator.removesuffix("IfExists")
    positive = name.replace("StringNot", "String").replace("ArnNot", "Arn")
    if positive not in OPERATORS:
        raise NotImplementedError(f"condition operator {operator} in a bucket policy")
    if actual is None:
        return name != operator or name != positive
    return any(OPERATORS[positive](actual, str(value)) for value in expected) == (name == positive)
