"""How a user comes to be: by signing up, by invitation, from another directory."""

import re
from typing import Any

from moto.cognitoidp.models import CognitoIdpUser, UserStatus
from moto.core.exceptions import JsonRESTError

from . import ids, passwords, triggers
from .attributes import expand, owner_of, require_free
from .client_rules import hides_users
from .errors import invalid, not_authorized, refusal

PATTERNS = {"email": r"[^\s@]+@[^\s@]+\.[^\s@]+", "phone_number": r"\+\d{1,15}"}

WANTED = {
    ("email",): "an email",
    ("email", "phone_number"): "either an email or a phone number",
    ("phone_number",): "a phone number",
}


def refuse_taken(pool: Any, username: str) -> None:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html"""
    if pool._get_user(username) is None:
        return
    by = pool.extended_config.get("UsernameAttributes") or []
    kind = _kind(username)
    if kind in by:
        spoken = "email" if kind == "email" else "phone number"
        raise refusal("UsernameExists", f"An account with the given {spoken} already exists.")
    raise refusal("UsernameExists", "User already exists")


def with_username(pool: Any, username: str, given: dict[str, str]) -> tuple[str | None, dict[str, str]]:
    """The stored name (None: the sub) and the attributes.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#user-pool-settings-aliases
    """
    config = pool.extended_config
    by, kind = config.get("UsernameAttributes") or [], _kind(username)
    if by:
        if kind not in by:
            spoken = " or a ".join("phone number" if name == "phone_number" else name for name in sorted(by))
            raise invalid(
                f"Username should be {'either ' if len(by) > 1 else ''}an {spoken}.".replace("an phone", "a phone")
            )
        return None, {**given, kind: username}
    if kind in (config.get("AliasAttributes") or []):
        spoken = "email" if kind == "email" else "phone number"
        raise invalid(f"Username cannot be of {spoken} format, since user pool is configured for {spoken} alias.")
    return username, given


def new_sub(pool: Any, username: str) -> str:
    """Made before the user: triggers get it as the name of a user who has no other."""
    return ids.user_id(pool, username)


def make(
    pool: Any, name: str | None, password: str | None, status: UserStatus, given: dict[str, str], sub: str | None = None
) -> Any:
    user = CognitoIdpUser(pool.id, name or sub, None, status, expand(given))
    if sub:
        user.id = sub
        user.update_attributes([{"Name": "sub", "Value": sub}])
    if password:
        passwords.put(user, password)
    pool.users[user.username] = user
    return user


def take_alias(pool: Any, user: Any, given: dict[str, str], force: bool) -> None:
    """A verified address goes to this user; with `force` the one who had it keeps it, not verified."""
    if not force:
        require_free(pool, user, given)
        return
    for name in ("email", "phone_number"):
        if given.get(name) and given.get(f"{name}_verified") == "true":
            other = owner_of(pool, name, given[name], verified=True)
            if other not in (None, user):
                other.update_attributes(expand({f"{name}_verified": "false"}))


def migrate(pool: Any, client: Any, username: str, password: str | None, metadata: Any) -> Any:
    """Whom the pool's function finds in another directory; None where it has no such function.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
    """
    source = "UserMigration_Authentication" if password else "UserMigration_ForgotPassword"
    try:
        found = triggers.migrate(pool, source, client.id, username, password, metadata, metadata)
    except JsonRESTError as refused:
        # The caller learns no more than of a wrong password.
        if not password or refused.error_type != "UserLambdaValidationException":
            raise
        if hides_users(client):
            raise not_authorized() from None
        raise refusal("UserNotFound", f"Exception migrating user in app client {client.id}") from None
    if found is None:
        return None
    name, given = with_username(
        pool, username, {key: value for key, value in found.attributes.items() if key != "username"}
    )
    user = make(pool, name, password, UserStatus.CONFIRMED if found.confirmed else UserStatus.RESET_REQUIRED, given)
    take_alias(pool, user, given, found.force_alias_creation)
    return user


def _kind(username: str) -> str | None:
    return next((name for name, pattern in PATTERNS.items() if re.fullmatch(pattern, username)), None)
