"""Sessions of a sign-in: from one challenge to the next.

A session is answered once, in AuthSessionValidity minutes, by the client and for the user that it was made for.
https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow.html
"""

import secrets
from dataclasses import dataclass, field
from typing import Any

from .clock import now
from .errors import NO_SESSION, missing, not_authorized

KEPT = 3600


@dataclass
class Session:
    token: str
    pool: Any
    client: Any
    # None where PreventUserExistenceErrors pretends that there is one.
    user: Any
    # The challenge it waits for, and what else its answer needs.
    challenge: str
    data: dict[str, Any]
    ends: float = 0.0
    spent: bool = field(default=False, repr=False)


_sessions: dict[str, Session] = {}


def start(pool: Any, client: Any, user: Any, challenge: str, token: str | None = None, **data: Any) -> Session:
    """A session that waits for the answer to `challenge`. `token`: where the client sends another value back."""
    session = Session(token or _new_token(), pool, client, user, challenge, data)
    minutes = client.extended_config.get("AuthSessionValidity") or 3
    session.ends = now() + 60 * minutes
    for old in [key for key, known in _sessions.items() if known.ends + KEPT < now()]:
        del _sessions[old]
    _sessions[session.token] = session
    return session


def find(client: Any, token: str | None, *challenges: str) -> Session:
    """The session, not spent. Raises NotAuthorizedException: unknown, spent, expired or another client's."""
    if not token:
        raise missing("Session")
    session = _sessions.get(token)
    if session is None or session.client is not client or session.challenge not in challenges:
        raise not_authorized(NO_SESSION)
    if session.spent:
        raise not_authorized("Invalid session for the user, session can only be used once.")
    if session.ends < now():
        raise not_authorized("Invalid session for the user, session is expired.")
    return session


def spend(session: Session) -> Session:
    """Nobody answers with it again, not even at the same moment."""
    if session.spent:
        raise not_authorized("Invalid session for the user, session can only be used once.")
    session.spent = True
    return session


def of_token(token: str | None) -> Session | None:
    """For operations that name a session and no client."""
    return _sessions.get(token or "")


def _new_token() -> str:
    return "AYAB" + secrets.token_urlsafe(192)
