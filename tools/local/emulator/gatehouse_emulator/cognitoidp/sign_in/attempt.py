"""One attempt to sign in, from the first request to the tokens."""

import hashlib
import hmac
import secrets
import uuid
from dataclasses import dataclass
from typing import Any

from .. import sessions
from ..client_rules import check_secret, hides_users
from ..errors import missing, no_such_user

# Makes what is pretended of a user who does not exist, the same while the emulator runs.
PRETENCE = secrets.token_bytes(32)


@dataclass
class Attempt:
    pool: Any
    client: Any
    # None: nobody, and the client must not learn it.
    user: Any
    # As it was typed: a name, an e-mail address, a phone number.
    typed: str
    # `api`, `admin` or `page`, the sign-in pages.
    through: str = "api"
    metadata: dict[str, str] | None = None
    device_key: str | None = None
    # Why tokens are made, as the pre token generation trigger learns it.
    source: str = "TokenGeneration_Authentication"
    # What happened so far in CUSTOM_AUTH; None in other flows.
    custom: list[dict[str, Any]] | None = None

    @property
    def name(self) -> str:
        """The stored name, which SRP and SECRET_HASH are computed with."""
        if self.user is not None:
            return str(self.user.username)
        if self.pool.extended_config.get("UsernameAttributes"):
            return str(uuid.UUID(bytes=self.pretend("name")[:16], version=4))
        return self.typed

    @property
    def key(self) -> str:
        """Whose failures are counted."""
        return self.user.id if self.user is not None else f"nobody {self.typed.lower()}"

    def pretend(self, what: str) -> bytes:
        text = f"{self.pool.id}\0{self.typed.lower()}\0{what}"
        return hmac.digest(PRETENCE, text.encode(), hashlib.sha256)

    def ask(self, challenge: str, parameters: dict[str, str] | None = None, **data: Any) -> dict[str, Any]:
        """The answer that asks for the next challenge."""
        session = sessions.start(self.pool, self.client, self.user, challenge, attempt=self, **data)
        return {"ChallengeName": challenge, "Session": session.token, "ChallengeParameters": parameters or {}}


def begin(pool: Any, client: Any, parameters: dict[str, str], through: str, metadata: dict[str, str] | None) -> Attempt:
    """Raises UserNotFoundException where the client does not hide who exists.
    https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
    """
    typed = parameters.get("USERNAME")
    if not typed:
        raise missing("USERNAME")
    if through != "page":
        check_secret(client, typed, parameters.get("SECRET_HASH"))
    user = pool._get_user(typed)
    return Attempt(pool, client, user, typed, through, metadata, parameters.get("DEVICE_KEY"))


def require_user(attempt: Attempt) -> None:
    if attempt.user is None and not hides_users(attempt.client):
        raise no_such_user()
