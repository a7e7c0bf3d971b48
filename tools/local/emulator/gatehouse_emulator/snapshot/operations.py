"""Internal operations of the local tools: `snapshot-versions`, `snapshot-save` and `snapshot-load`."""

import base64
import os
import platform
from importlib.metadata import version
from typing import Any

from ..internal import internal
from . import memory
from .quiet import quiet


@internal("snapshot-versions")
def versions(body: dict[str, Any]) -> dict[str, str]:
    """What reads memory otherwise when it is another."""
    return {
        "gatehouse": os.environ.get("GATEHOUSE_EMULATOR_VERSION", ""),
        "moto": version("moto"),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
    }


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
