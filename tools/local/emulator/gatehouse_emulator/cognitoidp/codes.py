"""Codes that Cognito sends. Nothing leaves this machine: each is printed, and a local endpoint answers them."""

import hmac
import json
import secrets
import threading
from collections import deque
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from ..local_endpoints import local
from . import delivery, links, triggers
from .clock import now
from .errors import WRONG_CODE, code_expired, code_mismatch

DAY = 86_400
HOUR = 3_600


@dataclass
class Code:
    pool: Any
    user: Any
    code: str
    # As the CustomMessage trigger names it: SignUp, ResendCode, ForgotPassword, Authentication, ...
    occasion: str
    attribute: str
    to: str
    sent: float
    ends: float
    subject: str | None = None
    text: str | None = None


_lock = threading.Lock()
_recent: deque[Code] = deque(maxlen=500)


def send(
    pool: Any,
    client_id: str | None,
    user: Any,
    occasion: str,
    attribute: str,
    *,
    slot: str,
    lasts: float,
    code: str | None = None,
    to: str | None = None,
    default: triggers.Message | None = None,
    metadata: dict[str, str] | None = None,
) -> dict[str, str]:
    """Sends a new code in place of the last one of this slot. Returns CodeDeliveryDetails."""
    address = to or user.attribute_lookup[attribute]
    made = Code(pool, user, code or digits(6), occasion, attribute, address, now(), now() + lasts)
    _address_message(made, client_id, default, metadata)
    with _lock:
        _slots(pool)[user.id, slot] = made
        _recent.appendleft(made)
    print(json.dumps({"gatehouse": "code", **_tell(made)}), flush=True)
    return delivery.details(attribute, address)


def check(pool: Any, user: Any, slot: str, given: str | None, wrong: str = WRONG_CODE) -> None:
    """Raises CodeMismatchException or ExpiredCodeException; leaves a right code to be used."""
    known = _slots(pool).get((user.id, slot))
    if known is None or known.ends < now():
        raise code_expired()
    if not hmac.compare_digest(known.code.encode(), str(given or "").encode()):
        raise code_mismatch(wrong)


def use(pool: Any, user: Any, slot: str, given: str | None, wrong: str = WRONG_CODE) -> None:
    """`check`, and the code is gone."""
    with _lock:
        check(pool, user, slot, given, wrong)
        del _slots(pool)[user.id, slot]


def forget(pool: Any, user: Any, slot: str) -> None:
    _slots(pool).pop((user.id, slot), None)


def digits(count: int) -> str:
    return f"{secrets.randbelow(10**count):0{count}}"


@local("GET", "codes")
def tell(query: dict[str, Any]) -> dict[str, Any]:
    """The newest first. `username` (or sub, e-mail, phone number), `for` and `userPoolId` choose among them."""
    unknown = sorted(set(query) - {"username", "for", "userPoolId"})
    if unknown:
        raise ValueError(f"expected username, for, userPoolId in the query, found {', '.join(unknown)}")
    return {"codes": [_tell(code) for code in list(_recent) if _is_asked(code, query)]}


def _is_asked(code: Code, query: dict[str, Any]) -> bool:
    names = (code.user.username, code.user.id, code.to, *map(code.user.attribute_lookup.get, ("email", "phone_number")))
    return (
        query.get("username", code.user.username) in names
        and query.get("for", code.occasion) == code.occasion
        and query.get("userPoolId", code.pool.id) == code.pool.id
    )


def _tell(code: Code) -> dict[str, Any]:
    return {
        "code": code.code,
        "for": code.occasion,
        "username": code.user.username,
        "to": code.to,
        "by": delivery.MEDIA[code.attribute],
        "userPoolId": code.pool.id,
        "subject": code.subject,
        "message": code.text,
        "sentAt": _time(code.sent),
        "expiresAt": _time(code.ends),
    }


def _time(moment: float) -> str:
    return datetime.fromtimestamp(moment, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def _address_message(code: Code, client_id: str | None, default: triggers.Message | None, metadata: Any) -> None:
    medium = delivery.MEDIA[code.attribute]
    if triggers.has_sender(code.pool, medium):
        triggers.send(code.pool, code.occasion, client_id, code.user, code.code, medium, metadata)
        return
    email = medium == "EMAIL"
    link = links.link_for(code.pool, code.occasion, client_id, code.user, code.code) if email else None
    filling = triggers.Filling(code.code, link)
    text = default or (_by_link(code.pool) if link else _verification(code))
    message = triggers.compose(code.pool, code.occasion, client_id, code.user, filling, medium, text, metadata)
    code.subject, code.text = message.subject, message.text


def _verification(code: Code) -> triggers.Message:
    """Of the template, or of the members that were there before it: moto fills in the template."""
    config, template = code.pool.extended_config, links.template(code.pool)
    text = "Your verification code is {####}. "
    if code.attribute == "email":
        return triggers.Message(
            config.get("EmailVerificationMessage") or template.get("EmailMessage") or text,
            config.get("EmailVerificationSubject") or template.get("EmailSubject") or "Your verification code",
        )
    return triggers.Message(config.get("SmsVerificationMessage") or template.get("SmsMessage") or text)


def _by_link(pool: Any) -> triggers.Message:
    template = links.template(pool)
    return triggers.Message(
        template.get("EmailMessageByLink")
        or "Please click the link below to verify your email address. {##Verify Email##} ",
        template.get("EmailSubjectByLink") or "Your verification link",
    )


def _slots(pool: Any) -> dict[tuple[str, str], Code]:
    slots: dict[tuple[str, str], Code] = vars(pool).setdefault("codes", {})
    return slots
