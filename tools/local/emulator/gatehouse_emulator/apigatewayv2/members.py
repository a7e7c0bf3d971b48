"""The members of a request that a model keeps."""

from typing import Any


def keep(target: Any, body: dict[str, Any], members: dict[str, str]) -> None:
    """Members that the request has replace the model's; empty text takes one away."""
    for member, attribute in members.items():
        if member in body:
            setattr(target, attribute, None if body[member] == "" else body[member])
