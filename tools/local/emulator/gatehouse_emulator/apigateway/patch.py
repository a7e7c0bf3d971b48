"""The JSON patch of API Gateway's Update operations.

https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from moto.apigateway.exceptions import BadRequestException

Operation = dict[str, str]
OPERATIONS = ("add", "remove", "replace", "copy")


@dataclass(frozen=True)
class Member:
    """One line of AWS's table: which operations a path takes, and what they do to the model."""

    operations: tuple[str, ...]
    convert: Callable[[str], Any]
    apply: Callable[[Any, str, str, Any], None]
    has_key: bool = False


Table = dict[str, Member]


def scalar(attribute: str, convert: Callable[[str], Any] = str, operations: tuple[str, ...] = ("replace",)) -> Member:
    """`/name`; an empty value unsets it."""

    def apply(target: Any, operation: str, _key: str, value: Any) -> None:
        setattr(target, attribute, None if operation == "remove" or value == "" else value)

    return Member(operations, convert, apply)


def mapping(attribute: str, convert: Callable[[str], Any] = str) -> Member:
    """`/variables/name`."""

    def apply(target: Any, operation: str, key: str, value: Any) -> None:
        entries = dict(getattr(target, attribute) or {})
        if operation == "remove":
            entries.pop(key, None)
        else:
            entries[key] = value
        setattr(target, attribute, entries)

    return Member(("add", "remove", "replace"), convert, apply, has_key=True)


def items(attribute: str) -> Member:
    """`/authorizationScopes` with the item as the value, or `/binaryMediaTypes/image~1png`."""

    def apply(target: Any, operation: str, key: str, value: Any) -> None:
        entries = list(getattr(target, attribute) or [])
        if operation == "add":
            entries = [entry for entry in entries if entry != (key or value)] + [key or value]
        elif operation == "remove":
            entries = [entry for entry in entries if entry != (key or value)]
        else:
            entries = [value if entry == key else entry for entry in entries] if key else [value]
        setattr(target, attribute, entries)

    return Member(("add", "remove", "replace"), str, apply)


def boolean(value: str) -> bool:
    if value.lower() not in ("true", "false"):
        raise ValueError("must be true or false")
    return value.lower() == "true"


def integer(value: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise ValueError("must be an integer") from None


def apply_patch(target: Any, operations: list[Operation] | None, table: Table) -> None:
    """All operations are checked before the first one changes anything, as AWS does."""
    changes = [_resolve(operation, table) for operation in operations or []]
    for member, operation, key, value in changes:
        member.apply(target, operation, key, value)


def unescape(pointer: str) -> str:
    return pointer.replace("~1", "/").replace("~0", "~")


def _resolve(patch: Operation, table: Table) -> tuple[Member, str, str, Any]:
    operation, path, value = patch.get("op", ""), patch.get("path", ""), patch.get("value")
    if operation not in OPERATIONS:
        raise BadRequestException(
            f"Invalid patch operation '{operation}' specified. Must be one of: [{', '.join(OPERATIONS)}]"
        )
    # The longest match: `/a/b` before `/a` with the key `b`.
    prefix = max((p for p in table if path == p or path.startswith(f"{p}/")), key=len, default=None)
    member = table[prefix] if prefix else None
    key = unescape(path[len(prefix) + 1 :]) if prefix else ""
    if member is None or (member.has_key and not key):
        allowed = ", ".join(sorted(f"{p}/*" if m.has_key else p for p, m in table.items()))
        raise BadRequestException(
            f"Invalid patch path  '{path}' specified for op '{operation}'. Must be one of: [{allowed}]"
        )
    if operation not in member.operations:
        raise BadRequestException(
            f"Invalid patch path  '{path}' specified for op '{operation}'. Please choose supported operations"
        )
    return member, operation, key, _value(member, operation, path, value)


def _value(member: Member, operation: str, path: str, value: str | None) -> Any:
    if value is None or (value == "" and operation == "replace"):
        return value
    try:
        return member.convert(value)
    except ValueError as reason:
        raise BadRequestException(f"Invalid patch value  '{value}' specified for path '{path}': {reason}") from None
