"""Requests are held to the service's model before anything else: types, required members, lengths, patterns, values.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.exceptions import JsonRESTError
from moto.core.utils import camelcase_to_underscores, get_service_model

from ..gap import replaces
from .errors import invalid

# Python has no classes of Unicode; these come close.
# The model has no dot in a domain, though a domain of one's own has some.
# https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolDomain.html
DOMAIN = r"^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$"
CLASSES = {r"\p{L}\p{M}\p{S}\p{N}\p{P}": "!-~\u00a1-\ud7ff\ue000-\U0010ffff", r"\p{Z}": " \u00a0\u2000-\u200a\u3000"}

PYTHON_TYPES: dict[str, type | tuple[type, ...]] = {
    "boolean": bool,
    "integer": int,
    "list": list,
    "long": int,
    "map": dict,
    "string": str,
    "structure": dict,
}
FOUND = {
    bool: "TRUE_VALUE can not be converted to a {}",
    dict: "Start of structure or map found where not expected.",
    float: "NUMBER_VALUE can not be converted to a {}",
    int: "NUMBER_VALUE can not be converted to a {}",
    list: "Start of list found where not expected",
    str: "STRING_VALUE can not be converted to a {}",
}


@replaces(CognitoIdpResponse)
def call_action(original: Any, self: Any) -> Any:
    """An operation that is missing is left to moto, which says so."""
    action = self._get_action()
    try:
        if hasattr(self, camelcase_to_underscores(action)):
            check_request("cognito-idp", action, self.body, invalid)
    except JsonRESTError as refused:
        return refused.code, dict(refused.get_headers()), refused.get_body()
    return original(self)


def check_request(service: str, action: str, body: Any, refuse: Callable[[str], JsonRESTError]) -> None:
    """`refuse` makes the service's error for a constraint that does not hold."""
    model = get_service_model(service)
    if action not in model.operation_names:
        return
    try:
        request = json.loads(body or "{}")
    except (ValueError, RecursionError):
        raise _unreadable("Unexpected end-of-input or character in the JSON of the request") from None
    if request is None:
        raise _unreadable("null found where a structure was expected")
    shape = model.operation_model(action).input_shape
    if shape is None:
        return
    _check_type(shape, request)
    broken = list(_constraints(shape, request, ""))
    if broken:
        noun = "error" if len(broken) == 1 else "errors"
        raise refuse(f"{len(broken)} validation {noun} detected: {'; '.join(broken)}")


def _check_type(shape: Any, value: Any) -> None:
    if value is None:
        return
    expected = PYTHON_TYPES.get(shape.type_name, object)
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is int):
        raise _unreadable(FOUND[type(value)].format(shape.type_name.capitalize()))
    if isinstance(value, str) and re.search("[\ud800-\udfff]", value):
        raise _unreadable("A string holds half of a surrogate pair")
    for inner, part in _parts(shape, value):
        _check_type(inner, part)


def _parts(shape: Any, value: Any) -> Iterator[tuple[Any, Any]]:
    if shape.type_name == "structure":
        yield from ((inner, value.get(name)) for name, inner in shape.members.items())
    elif shape.type_name == "list":
        yield from ((shape.member, part) for part in value)
    elif shape.type_name == "map":
        yield from ((shape.value, part) for part in value.values())


def _constraints(shape: Any, value: Any, path: str) -> Iterator[str]:
    if shape.type_name == "structure":
        for name, inner in shape.members.items():
            below = f"{path}.{name[0].lower()}{name[1:]}".removeprefix(".")
            if value.get(name) is not None:
                yield from _constraints(inner, value[name], below)
            elif name in shape.required_members:
                yield f"Value null at '{below}' failed to satisfy constraint: Member must not be null"
        return
    for why in _own(shape, value):
        shown = "" if shape.metadata.get("sensitive") or not isinstance(value, str) else f" '{value[:200]}'"
        yield f"Value{shown} at '{path}' failed to satisfy constraint: Member must {why}"
    if shape.type_name == "list":
        for index, part in enumerate(value, 1):
            below = f"{path}.{index}.member"
            if part is None:
                yield f"Value null at '{below}' failed to satisfy constraint: Member must not be null"
            else:
                yield from _constraints(shape.member, part, below)


def _own(shape: Any, value: Any) -> Iterator[str]:
    if not isinstance(value, int | str | list | dict):
        return
    known = shape.metadata
    number = isinstance(value, int)
    size, measure = (value, "value") if number else (len(value), "length")
    if "min" in known and size < known["min"]:
        yield f"have {measure} greater than or equal to {known['min']}"
    if "max" in known and size > known["max"]:
        yield f"have {measure} less than or equal to {known['max']}"
    if isinstance(value, str):
        if known.get("pattern") and not _pattern(known["pattern"]).fullmatch(value):
            yield f"satisfy regular expression pattern: {known['pattern']}"
        if getattr(shape, "enum", None) and value not in shape.enum:
            yield f"satisfy enum value set: [{', '.join(shape.enum)}]"


@cache
def _pattern(text: str) -> re.Pattern[str]:
    if text == DOMAIN:
        text = text.replace("\\-]", "\\-.]")
    for java, python in CLASSES.items():
        text = text.replace(java, python)
    return re.compile(text, re.ASCII)


def _unreadable(why: str) -> JsonRESTError:
    return JsonRESTError("SerializationException", why)
