"""NEW_PASSWORD_REQUIRED: an invited user chooses a password.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html
"""

import json
from typing import Any

from .. import passwords, sessions
from ..attributes import require_writable, required_of
from ..errors import invalid, missing, not_authorized
from .attempt import Attempt

PREFIX = "userAttributes."


def ask(attempt: Attempt) -> dict[str, Any]:
    user = attempt.user
    known = {name: value for name, value in user.attribute_lookup.items() if name != "sub"}
    required = [f"{PREFIX}{name}" for name in _missing(attempt, user.attribute_lookup)]
    parameters = {
        "USER_ID_FOR_SRP": attempt.name,
        "requiredAttributes": json.dumps(required, separators=(",", ":")),
        "userAttributes": json.dumps(known, separators=(",", ":")),
    }
    return attempt.ask("NEW_PASSWORD_REQUIRED", parameters)


def answer(session: sessions.Session, responses: dict[str, str]) -> None:
    """A password or attributes that the pool refuses leave the session as it is."""
    attempt: Attempt = session.data["attempt"]
    password = responses.get("NEW_PASSWORD")
    if not password:
        raise missing("NEW_PASSWORD")
    given = {name.removeprefix(PREFIX): value for name, value in responses.items() if name.startswith(PREFIX)}
    known = attempt.user.attribute_lookup
    for name, value in given.items():
        if known.get(name) not in (None, "", value):
            raise not_authorized(f"Cannot modify an already provided {name}")
    new = {name: value for name, value in given.items() if name not in known}
    require_writable(attempt.pool, attempt.client, new)
    for name in _missing(attempt, {**known, **new}):
        raise invalid(f"Invalid attributes given, {name} is missing")
    passwords.require_policy(attempt.pool, password, attempt.user)
    sessions.spend(session)
    attempt.user.update_attributes([{"Name": name, "Value": value} for name, value in new.items()])
    passwords.put(attempt.user, password)
    attempt.user.status = passwords.CONFIRMED
    attempt.source = "TokenGeneration_NewPasswordChallenge"


def _missing(attempt: Attempt, known: dict[str, str]) -> list[str]:
    return [name for name in required_of(attempt.pool) if not known.get(name)]
