"""`GET /moto-api/gatehouse`: who answers on this port, for the one that started it and for commands."""

import json
import os
from importlib.metadata import version
from typing import Any

from moto.moto_api._internal.urls import url_paths


def gatehouse_status(request: Any, full_url: str, headers: Any) -> tuple[int, dict[str, str], str]:
    body = {
        "instance": os.environ.get("GATEHOUSE_EMULATOR_INSTANCE"),
        "checkout": os.environ.get("GATEHOUSE_EMULATOR_CHECKOUT"),
        "version": os.environ.get("GATEHOUSE_EMULATOR_VERSION"),
        "moto": version("moto"),
    }
    return 200, {"Content-Type": "application/json"}, json.dumps(body)


url_paths["{0}/moto-api/gatehouse"] = gatehouse_status
