"""Links that confirm an account, which a pool may send at sign-up instead of a code.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html
"""

from typing import Any
from urllib.parse import urlencode

from . import discovery


def template(pool: Any) -> dict[str, str]:
    known: dict[str, str] = pool.extended_config.get("VerificationMessageTemplate") or {}
    return known


def link_for(pool: Any, occasion: str, client_id: str | None, user: Any, code: str) -> str | None:
    """Where the link of a message leads; None where the message has a code."""
    base = discovery.base_of(pool)
    linked = template(pool).get("DefaultEmailOption") == "CONFIRM_WITH_LINK"
    if not linked or occasion not in ("SignUp", "ResendCode") or base is None or client_id is None:
        return None
    query = {"client_id": client_id, "user_name": user.username, "confirmation_code": code}
    return f"{base}/confirmUser?{urlencode(query)}"
