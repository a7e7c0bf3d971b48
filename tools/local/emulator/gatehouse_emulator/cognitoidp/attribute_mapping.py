"""Claims of another provider become attributes of the user.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-specifying-attribute-mapping.html
"""

import json
from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException

LONGEST = 2048
VERIFIED_BY = {"email": "email_verified", "phone_number": "phone_number_verified"}


def mapped(pool: Any, client: Any, provider: Any, claims: dict[str, Any]) -> dict[str, str]:
    """A claim that is absent leaves the attribute as it is; what the client may not write is left out.

    An address is not verified, unless the mapping says so.
    """
    mapping = provider.extended_config.get("AttributeMapping") or {}
    writable = client.extended_config.get("WriteAttributes")
    found = {}
    for attribute, claim in mapping.items():
        allowed = not writable or attribute in writable or attribute in VERIFIED_BY.values()
        if attribute != "username" and claims.get(claim) is not None and allowed:
            found[attribute] = _text(attribute, claims[claim])
    for address, verified in VERIFIED_BY.items():
        if address in found and verified not in mapping:
            found[verified] = "false"
    return found


def store(pool: Any, user: Any, given: dict[str, str]) -> None:
    """Raises InvalidParameterException for another value of an attribute that cannot change."""
    for name, value in given.items():
        schema = pool.schema_attributes.get(name)
        if schema is not None and not schema.mutable and user.attribute_lookup.get(name) not in (None, value):
            raise InvalidParameterException(f"user.{name}: Attribute cannot be updated.\n")
    user.update_attributes([{"Name": name, "Value": value} for name, value in given.items()])


def _text(attribute: str, value: Any) -> str:
    text = f"[{','.join(map(_plain, value))}]" if isinstance(value, list) else _plain(value)
    if len(text) > LONGEST:
        raise InvalidParameterException(f"user.{attribute}: String should not exceed {LONGEST} characters.\n")
    return text


def _plain(value: Any) -> str:
    """Text as it is, everything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
