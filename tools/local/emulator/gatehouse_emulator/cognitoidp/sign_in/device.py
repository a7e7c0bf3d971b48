"""A device that is known proves itself by SRP, with the secret that it made when it was confirmed.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
"""

from typing import Any

from .. import devices, sessions, srp
from ..errors import missing, not_authorized
from .attempt import Attempt


def ask(session: sessions.Session, responses: dict[str, str]) -> dict[str, Any]:
    """DEVICE_SRP_AUTH."""
    attempt: Attempt = session.data["attempt"]
    if not responses.get("SRP_A"):
        raise missing("SRP_A")
    device = _device(attempt, responses)
    sessions.spend(session)
    exchange = srp.exchange(responses["SRP_A"], device.salt, device.verifier, device.group_key, device.key)
    proof = sessions.start(
        attempt.pool,
        attempt.client,
        attempt.user,
        "DEVICE_PASSWORD_VERIFIER",
        exchange.secret_block,
        attempt=attempt,
        exchange=exchange,
        device=device,
    )
    proof.data["session"] = asked = sessions.start(attempt.pool, attempt.client, attempt.user, "SRP").token
    parameters = {
        "DEVICE_KEY": device.key,
        "SALT": exchange.salt,
        "SECRET_BLOCK": exchange.secret_block,
        "SRP_B": exchange.b_public,
        "USERNAME": attempt.name,
    }
    return {"ChallengeName": "DEVICE_PASSWORD_VERIFIER", "Session": asked, "ChallengeParameters": parameters}


def answer(session: sessions.Session, responses: dict[str, str]) -> None:
    """DEVICE_PASSWORD_VERIFIER."""
    attempt: Attempt = session.data["attempt"]
    for name in ("PASSWORD_CLAIM_SIGNATURE", "TIMESTAMP"):
        if not responses.get(name):
            raise missing(name)
    _device(attempt, responses)
    sessions.spend(session)
    if not session.data["exchange"].proves(responses["TIMESTAMP"], responses["PASSWORD_CLAIM_SIGNATURE"]):
        raise not_authorized()
    attempt.source = "TokenGeneration_AuthenticateDevice"


def _device(attempt: Attempt, responses: dict[str, str]) -> devices.Device:
    if not responses.get("DEVICE_KEY"):
        raise missing("DEVICE_KEY")
    if responses["DEVICE_KEY"] != attempt.device_key:
        raise not_authorized("Invalid device key given.")
    return devices.find(attempt.user, responses["DEVICE_KEY"])
