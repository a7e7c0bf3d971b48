"""The clock of sign-in, which can be moved forward: nobody waits 15 minutes for a lockout to end."""

import time
from typing import Any

from ..local_endpoints import local

_ahead = 0.0


def now() -> float:
    """Seconds since 1970, as sessions, codes, lockouts and temporary passwords count them."""
    return time.time() + _ahead


@local("POST", "clock")
def move(body: dict[str, Any]) -> dict[str, float]:
    """`{"seconds": 180}` moves it forward; `{}` tells it."""
    global _ahead
    unknown = [key for key in body if key != "seconds"]
    if unknown:
        raise ValueError(f'unknown key "{unknown[0]}"; expected "seconds" alone')
    seconds = body.get("seconds", 0)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= 315_360_000:
        raise ValueError('"seconds": expected a number from 0 to 315360000 (ten years)')
    _ahead += seconds
    return {"ahead": _ahead, "now": now()}
