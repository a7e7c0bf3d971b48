"""Attributes that a user may write, and what a new value of them brings about.

https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
"""

from typing import Any

from moto.cognitoidp.models import CognitoIdpUserPoolAttribute

from . import codes, conformity, delivery, state
from .errors import invalid, not_authorized, refusal

STANDARD = CognitoIdpUserPoolAttribute.STANDARD_SCHEMA
VERIFIED = ("email_verified", "phone_number_verified")


def pairs(given: list[dict[str, str]] | None) -> dict[str, str]:
    """From `[{"Name", "Value"}]`."""
    return {pair["Name"]: str(pair.get("Value", "")) for pair in given or []}


def expand(given: dict[str, str]) -> list[dict[str, str]]:
    return [{"Name": name, "Value": value} for name, value in given.items()]


def require_known(pool: Any, given: dict[str, str]) -> None:
    for name, value in given.items():
        schema = pool.schema_attributes.get(name)
        if name not in STANDARD and schema is None:
            raise _no_conformity(f"{name}: Attribute does not exist in the schema.")
        wrong = conformity.problem(schema, value) if schema is not None else None
        if wrong is not None:
            raise _no_conformity(f"{name}: {wrong}")


def require_complete(pool: Any, given: dict[str, str]) -> None:
    for name in required_of(pool):
        if not given.get(name):
            raise _no_conformity(f"{name}: The attribute is required")


def require_kept(pool: Any, given: dict[str, str]) -> None:
    """An attribute that the schema requires may change, not go."""
    require_complete(pool, {**dict.fromkeys(required_of(pool), "kept"), **given})


def required_of(pool: Any) -> list[str]:
    """What the pool's schema demands of every user."""
    return [name for name, schema in pool.schema_attributes.items() if schema.required and name != "sub"]


def require_writable(pool: Any, client: Any, given: dict[str, str], new: bool = True) -> None:
    """A client writes its WriteAttributes, or, without any, all but `sub` and what only a code verifies.

    The API reference names the standard ones for that; AWS took custom ones too: https://github.com/aws/aws-cdk/issues/30608
    """
    require_known(pool, given)
    writable = client.extended_config.get("WriteAttributes")
    for name in given:
        allowed = name in writable if writable else True
        if name == "sub" or name in VERIFIED or not allowed:
            raise not_authorized("A client attempted to write unauthorized attribute")
        schema = pool.schema_attributes.get(name)
        if not new and schema is not None and not schema.mutable:
            raise invalid(f"user.{name}: Attribute cannot be updated.\n")


def require_free(pool: Any, user: Any, given: dict[str, str]) -> None:
    """An address that people sign in with belongs to one of them.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases
    """
    config = pool.extended_config
    names, aliases = config.get("UsernameAttributes") or [], config.get("AliasAttributes") or []
    for name in ("email", "phone_number"):
        if given.get(name) and (name in names or (name in aliases and given.get(f"{name}_verified") == "true")):
            other = owner_of(pool, name, given[name], verified=name in aliases)
            if other not in (None, user):
                spoken = "phone number" if name == "phone_number" else name
                article = "A" if name == "phone_number" else "An"
                raise refusal("AliasExists", f"{article} account with the {spoken} already exists.")


def owner_of(pool: Any, name: str, value: str, verified: bool) -> Any:
    for user in pool.users.values():
        if user.attribute_lookup.get(name, "").lower() == value.lower() and (
            not verified or delivery.is_verified(user, name)
        ):
            return user
    return None


def change(pool: Any, client_id: str | None, user: Any, given: dict[str, str], metadata: Any) -> list[dict[str, str]]:
    """Writes; a new address is not verified, and is sent a code where the pool verifies it. CodeDeliveryDetailsList."""
    config = pool.extended_config
    keeps = (config.get("UserAttributeUpdateSettings") or {}).get("AttributesRequireVerificationBeforeUpdate") or []
    known, sent = state.of(user), []
    for name in ("email", "phone_number"):
        if name not in given or given.get(f"{name}_verified") == "true" or _is_same(user, name, given):
            continue
        if name not in (config.get("AutoVerifiedAttributes") or []):
            given = {**given, f"{name}_verified": "false"}
            continue
        address = given[name]
        if name in keeps:
            # The old address stays in use until the new one is verified.
            known.pending[name] = address
            given = {key: value for key, value in given.items() if key not in (name, f"{name}_verified")}
        else:
            known.pending.pop(name, None)
            given = {**given, f"{name}_verified": "false"}
        sent.append(send_code(pool, client_id, user, name, address, "UpdateUserAttribute", metadata))
    user.update_attributes(expand(given))
    return sent


def send_code(
    pool: Any, client_id: str | None, user: Any, name: str, address: str, occasion: str, metadata: Any
) -> dict[str, str]:
    """A code that verifies an address, for a day."""
    return codes.send(
        pool, client_id, user, occasion, name, slot=f"attribute {name}", lasts=codes.DAY, to=address, metadata=metadata
    )


def _is_same(user: Any, name: str, given: dict[str, str]) -> bool:
    return user.attribute_lookup.get(name) == given[name] and delivery.is_verified(user, name)


def _no_conformity(why: str) -> Exception:
    return invalid(f"Attributes did not conform to the schema: {why}\n")
