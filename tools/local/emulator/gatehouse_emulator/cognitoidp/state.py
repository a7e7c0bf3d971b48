"""What signing in remembers of a user, next to moto's own record."""

from dataclasses import dataclass, field
from typing import Any

from .clock import now


@dataclass
class SignInState:
    # base32; the first is enrolled, the second waits for its first code.
    totp_secret: str | None = None
    totp_pending: str | None = None
    # The last 30-second step whose code was used.
    totp_used: int = 0
    totp_name: str = ""
    email_mfa: bool = False
    # When the present password was given, for the validity of a temporary one.
    password_since: float = field(default_factory=now)
    past_passwords: list[str] = field(default_factory=list)
    # Attribute -> the new value that waits for its code.
    pending: dict[str, str] = field(default_factory=dict)
    # Device key -> device
    devices: dict[str, Any] = field(default_factory=dict)
    # Operation -> when it was tried in the last hour.
    tries: dict[str, list[float]] = field(default_factory=dict)
    # Credential id -> passkey; and what was asked of the browser that makes one.
    passkeys: dict[str, Any] = field(default_factory=dict)
    passkey_asked: Any = None


def of(user: Any) -> SignInState:
    state: SignInState = vars(user).setdefault("sign_in_state", SignInState())
    return state
