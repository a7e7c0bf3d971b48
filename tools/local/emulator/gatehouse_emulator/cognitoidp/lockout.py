"""After five failures a user waits, each time twice as long.

https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html#authentication-flow-lockout-behavior
"""

from dataclasses import dataclass
from typing import Any

from .clock import now
from .errors import not_authorized

FREE = 5
QUIET = 15 * 60


@dataclass
class Failures:
    count: int = 0
    locked_until: float = 0.0
    last: float = 0.0


def check(pool: Any, name: str) -> None:
    """Refuses while locked; that does not make the lock longer. `name`: the sub, or the name of nobody."""
    if now() < _of(pool, name).locked_until:
        raise not_authorized("Password attempts exceeded")


def failed(pool: Any, name: str) -> None:
    failures = _of(pool, name)
    failures.count += 1
    failures.last = now()
    if failures.count >= FREE:
        failures.locked_until = now() + min(2 ** (failures.count - FREE), QUIET)


def succeeded(pool: Any, name: str) -> None:
    vars(pool).setdefault("failures", {}).pop(name, None)


def _of(pool: Any, name: str) -> Failures:
    known = vars(pool).setdefault("failures", {})
    failures: Failures = known.get(name) or Failures()
    if now() > max(failures.last, failures.locked_until) + QUIET:
        failures = Failures()
    known[name] = failures
    return failures
