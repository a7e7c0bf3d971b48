"""Sessions of the sign-in pages: what the cookie `cognito` stands for.

One hour from the sign-in, also when it is used. GlobalSignOut leaves them alone.
https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-endpoints.html
"""

import secrets
import time
from typing import Any

SECONDS = 3600


def start(pool: Any, user: Any) -> str:
    known = _sessions(pool)
    for old in [session for session, (_, ends) in known.items() if ends < time.time()]:
        del known[old]
    session = secrets.token_urlsafe(24)
    known[session] = (user, time.time() + SECONDS)
    return session


def user_of(pool: Any, session: str) -> Any:
    """None when it is over or another pool's, and for a user who is gone or disabled."""
    user, ends = _sessions(pool).get(session, (None, 0))
    alive = user is not None and ends > time.time() and pool.users.get(user.username) is user and user.enabled
    return user if alive else None


def end(pool: Any, session: str) -> None:
    _sessions(pool).pop(session, None)


def _sessions(pool: Any) -> dict[str, tuple[Any, float]]:
    return vars(pool).setdefault("browser_sessions", {})
