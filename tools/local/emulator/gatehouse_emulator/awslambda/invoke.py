"""Invoke: the local gateway runs the function."""

import json
import threading
from typing import Any

from moto.awslambda.models import LambdaBackend

from ..bridge import ask
from ..gap import replaces

# Lambda ends a function after fifteen minutes at most.
SECONDS = 920


@replaces(LambdaBackend)
def invoke(
    original: Any,
    self: Any,
    function_name: str,
    qualifier: str | None,
    body: Any,
    headers: Any,
    response_headers: dict[str, str],
) -> bytes:
    """moto runs functions in Docker.
    https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
    """
    function = self.get_function(function_name, qualifier)
    kind = headers.get("X-Amz-Invocation-Type", "RequestResponse")
    asked = {
        "functionArn": ":".join(function.function_arn.split(":")[:7]),
        "event": json.loads(body) if body else {},
        **({"qualifier": qualifier} if qualifier else {}),
    }
    if kind == "DryRun":
        return b""
    if kind == "Event":
        threading.Thread(target=ask, args=("invoke", asked, SECONDS), daemon=True).start()
        return b""
    return _answer(ask("invoke", asked, SECONDS), response_headers)


def _answer(result: dict[str, Any], response_headers: dict[str, str]) -> bytes:
    """A function that failed is answered with 200 and a header."""
    error = result.get("error")
    if error is None:
        return json.dumps(result["payload"]).encode()
    response_headers["x-amz-function-error"] = "Unhandled"
    return json.dumps({"errorType": error["name"], "errorMessage": error["message"]}).encode()
