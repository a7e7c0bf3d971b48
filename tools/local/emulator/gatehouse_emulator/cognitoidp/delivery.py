"""Where a code goes: the attribute, the medium, and the address as an answer may show it."""

from typing import Any

from .errors import invalid, not_authorized

MEDIA = {"email": "EMAIL", "phone_number": "SMS"}


def details(attribute: str, address: str) -> dict[str, str]:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CodeDeliveryDetailsType.html"""
    return {"Destination": masked(address), "DeliveryMedium": MEDIA[attribute], "AttributeName": attribute}


def masked(address: str) -> str:
    if "@" in address:
        name, host = address.split("@", 1)
        return f"{name[:1]}***@{host[:1]}***"
    return f"+{'*' * 7}{address[-4:]}"


def made_up(pool: Any, name: str, attribute: str | None = None) -> dict[str, str]:
    """For a user who does not exist: the same each time, and no sign that it is nobody.
    https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
    """
    if (attribute or first_recovery(pool)) == "phone_number":
        return details("phone_number", f"{sum(name.encode()) % 10_000:04}")
    return details("email", name if "@" in name else f"{name}@example.com")


def first_recovery(pool: Any) -> str:
    attributes = _recovery(pool)
    return attributes[0] if attributes else "email"


def for_recovery(pool: Any, user: Any) -> str:
    """The attribute that a code for a forgotten password goes to.
    https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
    """
    attributes = _recovery(pool)
    if not attributes:
        raise not_authorized("Contact administrator to reset password.")
    for attribute in attributes:
        if is_verified(user, attribute):
            return attribute
    raise invalid("Cannot reset password for the user as there is no registered/verified email or phone_number")


def for_sign_up(pool: Any, user: Any) -> str | None:
    """The attribute that is verified at sign-up; the phone where both are.
    https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
    """
    auto = pool.extended_config.get("AutoVerifiedAttributes") or []
    for attribute in ("phone_number", "email"):
        if attribute in auto and user.attribute_lookup.get(attribute) and not is_verified(user, attribute):
            return attribute
    return None


def is_verified(user: Any, attribute: str) -> bool:
    known = user.attribute_lookup
    return bool(known.get(attribute)) and str(known.get(f"{attribute}_verified", "false")).lower() == "true"


def _recovery(pool: Any) -> list[str]:
    mechanisms = (pool.extended_config.get("AccountRecoverySetting") or {}).get("RecoveryMechanisms") or []
    names = [known["Name"] for known in sorted(mechanisms, key=lambda known: known["Priority"])]
    return [name.removeprefix("verified_") for name in names if name.startswith("verified_")]
