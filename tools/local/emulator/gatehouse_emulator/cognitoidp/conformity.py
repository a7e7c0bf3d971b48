"""A value has the type of its attribute and is within its limits; moto keeps any.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html
"""

import re
from typing import Any


def problem(schema: Any, value: str) -> str | None:
    """What is wrong with a value. Nothing: an empty one takes the attribute away."""
    if value == "":
        return None
    if schema.data_type == "String":
        return _length(schema.string_constraints or {}, len(value))
    if schema.data_type == "Number":
        return _number(schema.number_constraints or {}, value)
    if schema.data_type == "Boolean" and value.lower() not in ("true", "false"):
        return "Value is not a boolean"
    return None


def _length(limits: dict[str, str], length: int) -> str | None:
    if length < int(limits.get("MinLength") or 0):
        return f"String cannot be of length less than {limits['MinLength']}"
    if length > int(limits.get("MaxLength") or 2048):
        return f"String cannot be of length greater than {limits.get('MaxLength') or 2048}"
    return None


def _number(limits: dict[str, str], value: str) -> str | None:
    if not re.fullmatch(r"-?\d+(\.\d+)?", value, re.ASCII):
        return "Value is not a number"
    number = float(value)
    if limits.get("MinValue") and number < int(limits["MinValue"]):
        return f"Number cannot be less than {limits['MinValue']}"
    if limits.get("MaxValue") and number > int(limits["MaxValue"]):
        return f"Number cannot be greater than {limits['MaxValue']}"
    return None
