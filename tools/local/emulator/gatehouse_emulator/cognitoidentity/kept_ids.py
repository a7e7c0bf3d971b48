"""Ids of identities that browsers keep, so that they still fit when the emulator starts again."""

import hmac
import secrets
import uuid
from typing import Any

from ..checkout import seed
from ..stable_ids import count, stable_uuid


def guest_id(pool: Any) -> str:
    """Random in its first half; the second shows that this checkout made it for this pool."""
    return str(_complete(pool, uuid.UUID(bytes=secrets.token_bytes(16), version=4).bytes[:8]))


def is_guest_id(pool: Any, suffix: str) -> bool:
    try:
        given = uuid.UUID(suffix)
    except ValueError:
        return False
    return str(given) == suffix and hmac.compare_digest(given.bytes, _complete(pool, given.bytes[:8]).bytes)


def login_id(pool: Any, login: tuple[str, str]) -> str:
    return stable_uuid(pool.identity_pool_id, *login, count(pool, "identity", login))


def is_first_id(pool: Any, login: tuple[str, str], suffix: str) -> bool:
    """The one that this login was given first in any start, where it has none in this one."""
    made_before = vars(pool).get("made", {}).get(("identity", login))
    return not made_before and suffix == stable_uuid(pool.identity_pool_id, *login, 1)


def _complete(pool: Any, half: bytes) -> uuid.UUID:
    proof = hmac.digest(seed(), pool.identity_pool_id.encode() + half, "sha256")
    return uuid.UUID(bytes=half + proof[:8], version=4)
