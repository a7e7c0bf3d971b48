"""Asks the process that started the emulator: whether a policy allows, what a function answers."""

import http.client
import json
import os
from typing import Any
from urllib.parse import urlsplit

from .one_at_a_time import others_go_on


class BridgeError(Exception):
    """Nobody answered, or not with an answer."""


def ask(operation: str, body: dict[str, Any], seconds: float) -> dict[str, Any]:
    """The answer, as JSON. BridgeError when there is none in that time."""
    address = os.environ.get("GATEHOUSE_EMULATOR_BRIDGE")
    if not address:
        raise BridgeError(f"for {operation}: it was started by hand; `npm start` and `gatehouse serve` answer it")
    # Not urllib: a proxy of the user's environment must not see this.
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=seconds)
    try:
        # A function may call the emulator before it answers.
        with others_go_on():
            return _answer(connection, operation, json.dumps(body))
    except (OSError, http.client.HTTPException, ValueError) as error:
        why = f"waited {seconds} s" if isinstance(error, TimeoutError) else f"{type(error).__name__}: {error}"
        raise BridgeError(f"for {operation}: the local tools at {address} gave no answer ({why})") from error
    finally:
        connection.close()


def _answer(connection: http.client.HTTPConnection, operation: str, body: str) -> dict[str, Any]:
    headers = {"Content-Type": "application/json", "x-gatehouse-secret": os.environ["GATEHOUSE_EMULATOR_SECRET"]}
    connection.request("POST", f"/{operation}", body.encode(), headers)
    response = connection.getresponse()
    answer: dict[str, Any] = json.loads(response.read())
    if response.status != 200:
        raise BridgeError(f"for {operation}: the local tools answered {response.status}, {answer.get('error')}")
    return answer
