"""Internal operations of the local tools: `snapshot-save` and `snapshot-load`."""

import base64
from typing import Any

from ..internal import internal
from . import memory
from .quiet import quiet


@internal("snapshot-save")
def save(body: dict[str, Any]) -> dict[str, str]:
    """`{"memory": Base64}`"""
    with quiet():
        saved = memory.save()
    return {"memory": base64.b64encode(saved).decode()}


@internal("snapshot-load")
def load(body: dict[str, str]) -> dict[str, Any]:
    """`{"memory": Base64}`, of this checkout and of the same versions: the local tools have made sure."""
    with quiet():
        memory.load(base64.b64decode(body["memory"]))
    return {}
