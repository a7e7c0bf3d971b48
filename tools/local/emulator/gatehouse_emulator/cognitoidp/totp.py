"""Codes of authenticator apps: RFC 6238 with SHA-1, six digits, 30 seconds.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html
"""

import base64
import hmac
import secrets
from typing import Any

from . import state
from .clock import now
from .errors import code_mismatch, refusal

STEP = 30


def new_secret() -> str:
    """52 base32 characters, another one each time."""
    return base64.b32encode(secrets.token_bytes(32)).decode().rstrip("=")


def matching_step(secret: str, given: str | None) -> int | None:
    """The step of the code: this one, the last one or the next one."""
    present = int(now()) // STEP
    for step in (present, present - 1, present + 1):
        if hmac.compare_digest(code(secret, step).encode(), str(given or "").encode()):
            return step
    return None


def check(user: Any, given: str | None) -> None:
    """Raises CodeMismatchException, or ExpiredCodeException for a code that was used before."""
    known = state.of(user)
    step = matching_step(known.totp_secret, given) if known.totp_secret else None
    if step is None:
        raise code_mismatch("Invalid code received for user")
    if step <= known.totp_used:
        raise refusal("ExpiredCode", "Your software token has already been used once.")
    known.totp_used = step


def code(secret: str, step: int) -> str:
    """RFC 4226."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, step.to_bytes(8, "big"), "sha1")
    offset = digest[-1] & 15
    number = int.from_bytes(digest[offset : offset + 4], "big") & 0x7FFF_FFFF
    return f"{number % 1_000_000:06}"
