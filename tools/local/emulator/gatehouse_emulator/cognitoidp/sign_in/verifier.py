"""The password, proven by SRP: it is never sent."""

from typing import Any

from .. import lockout, sessions, srp
from ..errors import missing
from .attempt import Attempt, require_user
from .password import before, refuse_reset, wrong


def sign_in(attempt: Attempt, parameters: dict[str, str]) -> dict[str, Any]:
    """USER_SRP_AUTH; its challenge has no Session, the secret block stands for one."""
    require_user(attempt)
    before(attempt)
    return ask(attempt, parameters, with_session=False)


def ask(attempt: Attempt, parameters: dict[str, str], with_session: bool = True) -> dict[str, Any]:
    """PASSWORD_VERIFIER."""
    if not parameters.get("SRP_A"):
        raise missing("SRP_A")
    lockout.check(attempt.pool, attempt.key)
    refuse_reset(attempt)
    group = attempt.pool.id.split("_", 1)[1]
    # Nobody's challenge looks like anybody's and is never met.
    password = (attempt.user.password if attempt.user is not None else None) or attempt.pretend("password").hex()
    salt = int.from_bytes(attempt.pretend(f"salt {password}")[:16], "big")
    exchange = srp.exchange(
        parameters["SRP_A"], salt, srp.verifier(salt, group, attempt.name, password), group, attempt.name
    )
    session = sessions.start(
        attempt.pool,
        attempt.client,
        attempt.user,
        "PASSWORD_VERIFIER",
        exchange.secret_block,
        attempt=attempt,
        exchange=exchange,
    )
    challenge = {
        "ChallengeName": "PASSWORD_VERIFIER",
        "ChallengeParameters": {
            "SALT": exchange.salt,
            "SECRET_BLOCK": exchange.secret_block,
            "SRP_B": exchange.b_public,
            "USERNAME": attempt.name,
            "USER_ID_FOR_SRP": attempt.name,
        },
    }
    if not with_session:
        return challenge
    session.data["session"] = asked = sessions.start(attempt.pool, attempt.client, attempt.user, "SRP").token
    return {**challenge, "Session": asked}


def answer(session: sessions.Session, responses: dict[str, str]) -> None:
    attempt: Attempt = session.data["attempt"]
    for name in ("PASSWORD_CLAIM_SIGNATURE", "TIMESTAMP"):
        if not responses.get(name):
            raise missing(name)
    lockout.check(attempt.pool, attempt.key)
    sessions.spend(session)
    proven = session.data["exchange"].proves(responses["TIMESTAMP"], responses["PASSWORD_CLAIM_SIGNATURE"])
    if attempt.user is None or not attempt.user.password or not proven:
        wrong(attempt)
