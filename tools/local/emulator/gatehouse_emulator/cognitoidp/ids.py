"""Identifiers: shaped like AWS's, the same after each start, never twice."""

import hashlib
import hmac
import string
import uuid
from typing import Any

from ..checkout import seed

DIGITS_AND_LOWER = string.digits + string.ascii_lowercase
ALPHANUMERIC = string.ascii_uppercase + string.ascii_lowercase + string.digits


def pool_id(backend: Any, name: str) -> str:
    """`region_` and nine letters or digits: by the pool's name, and how many had it before.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html
    """
    count = _count(backend, "pool", name)
    made = _spell(ALPHANUMERIC, 9, backend.account_id, backend.region_name, name, count)
    return f"{backend.region_name}_{made}"


def client_id(pool: Any, name: str) -> str:
    """26 lower-case letters or digits.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
    """
    return _spell(DIGITS_AND_LOWER, 26, pool.id, name, _count(pool, "client", name))


def client_secret(client_id: str) -> str:
    """52 lower-case letters or digits, which only this checkout makes for this client.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
    """
    return _number_to_text(hmac.digest(seed(), client_id.encode(), "sha512"), DIGITS_AND_LOWER, 52)


def user_id(pool: Any, username: str) -> str:
    """The `sub`, a UUID.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
    """
    return stable_uuid(pool.id, username, _count(pool, "user", username))


def stable_uuid(*parts: Any) -> str:
    return str(uuid.UUID(bytes=_digest(*parts)[:16], version=4))


def _count(owner: Any, kind: str, name: str) -> int:
    """How often the owner made one of this name, this one included; what was deleted counts too."""
    counts = vars(owner).setdefault("made", {})
    counts[kind, name] = counts.get((kind, name), 0) + 1
    return counts[kind, name]


def _spell(alphabet: str, length: int, *parts: Any) -> str:
    return _number_to_text(_digest(*parts), alphabet, length)


def _digest(*parts: Any) -> bytes:
    return hashlib.sha256("\0".join(str(part) for part in parts).encode()).digest()


def _number_to_text(number: bytes, alphabet: str, length: int) -> str:
    left, text = int.from_bytes(number, "big"), ""
    while len(text) < length:
        left, digit = divmod(left, len(alphabet))
        text += alphabet[digit]
    return text
