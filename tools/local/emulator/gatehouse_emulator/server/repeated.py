"""A request that an SDK sends again, because its answer was lost, gets that answer and is not done twice.

Otherwise Terraform fails on "already exists" for what it has just made. AWS SDKs name the call and count its attempts.
https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
"""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..authorization.body import keep_body
from ..authorization.gate import TEMPORARY_KEY

KEPT = 100
LARGEST = 100_000

AGAIN = re.compile(r"attempt=([2-9]|[1-9]\d+)\b")


@dataclass(frozen=True)
class Answer:
    status: str
    headers: list[tuple[str, str]]
    body: list[bytes]


_answers: OrderedDict[str, Answer] = OrderedDict()


def once(environ: dict[str, Any], do: Callable[[], Answer]) -> Answer:
    """What `do` answers, or has answered to an earlier attempt of the same call."""
    call = _call(environ)
    if call is None:
        return do()
    if AGAIN.search(environ.get("HTTP_AMZ_SDK_REQUEST", "")) and call in _answers:
        return _answers[call]
    answer = do()
    if answer.status.startswith("2") and sum(map(len, answer.body)) <= LARGEST:
        _answers[call] = answer
    while len(_answers) > KEPT:
        _answers.popitem(last=False)
    return answer


def _call(environ: dict[str, Any]) -> str | None:
    """None of a request that changes nothing, and of one whose signature decides."""
    invocation, authorization = environ.get("HTTP_AMZ_SDK_INVOCATION_ID"), environ.get("HTTP_AUTHORIZATION", "")
    if not invocation or environ["REQUEST_METHOD"] in ("GET", "HEAD") or TEMPORARY_KEY.search(authorization):
        return None
    asked = (invocation, environ["REQUEST_METHOD"], environ["REQUEST_URI"], environ.get("HTTP_X_AMZ_TARGET", ""))
    return hashlib.sha256("\0".join(asked).encode() + keep_body(environ)).hexdigest()
