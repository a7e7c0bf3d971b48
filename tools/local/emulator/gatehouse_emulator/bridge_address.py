"""Tools that serve an emulator which was started by hand say where they answer it."""

import os
from typing import Any

from .internal import internal


@internal("bridge")
def use_bridge(body: dict[str, Any]) -> dict[str, Any]:
    """From now on that address is asked; none when it is null."""
    if body["url"] is None:
        os.environ.pop("GATEHOUSE_EMULATOR_BRIDGE", None)
    else:
        os.environ["GATEHOUSE_EMULATOR_BRIDGE"] = body["url"]
    return {}
