"""Signing up, and the code that confirms it.

https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html
"""

from typing import Any

from moto.cognitoidp.models import UserStatus

from . import codes, delivery, limits, passwords, sessions, state, triggers, users_made
from .attributes import expand, require_complete, require_writable
from .client_rules import allows, hides_users
from .errors import code_expired, invalid, missing, no_such_user, not_authorized

SLOT = "sign-up"
UNCONFIRMED = UserStatus.UNCONFIRMED


def sign_up(
    pool: Any,
    client: Any,
    username: str,
    password: str | None,
    given: dict[str, str],
    validation: dict[str, str] | None = None,
    metadata: dict[str, str] | None = None,
) -> dict[str, Any]:
    """SignUp's answer."""
    if (pool.extended_config.get("AdminCreateUserConfig") or {}).get("AllowAdminCreateUserOnly"):
        raise not_authorized("SignUp is not permitted for this user pool")
    if not username:
        raise missing("Username")
    users_made.refuse_taken(pool, username)
    require_writable(pool, client, given)
    name, complete = users_made.with_username(pool, username, given)
    require_complete(pool, complete)
    if password:
        passwords.require_policy(pool, password)
    elif not _is_passwordless(pool):
        raise missing("Password")
    sub = users_made.new_sub(pool, username)
    decided = triggers.pre_sign_up(pool, "PreSignUp_SignUp", client.id, name or sub, complete, validation, metadata)
    verified = {
        f"{attribute}_verified": "true"
        for attribute, by in (("email", "autoVerifyEmail"), ("phone_number", "autoVerifyPhone"))
        if decided[by] and complete.get(attribute)
    }
    user = users_made.make(pool, name, password, UNCONFIRMED, {**complete, **verified}, sub)
    if decided["autoConfirmUser"]:
        _confirmed(pool, client, user, metadata)
        return {"UserConfirmed": True, "UserSub": user.id}
    answer: dict[str, Any] = {"UserConfirmed": False, "UserSub": user.id}
    attribute = delivery.for_sign_up(pool, user)
    if attribute:
        answer["CodeDeliveryDetails"] = _send(pool, client, user, "SignUp", attribute, metadata)
    if allows(client, "USER_AUTH"):
        answer["Session"] = sessions.start(pool, client, user, "SIGNED_UP").token
    return answer


def confirm(
    pool: Any,
    client: Any,
    username: str,
    code: str | None,
    *,
    session: str | None = None,
    force_alias: bool = False,
    metadata: dict[str, str] | None = None,
) -> dict[str, Any]:
    """ConfirmSignUp's answer; with the Session of SignUp another one, which signs in by USER_AUTH."""
    user = _unconfirmed(pool, client, username, hidden=code_expired())
    limits.count(user, "ConfirmSignUp")
    codes.check(pool, user, SLOT, code)
    if session:
        sessions.spend(sessions.find(client, session, "SIGNED_UP"))
    attribute = state.of(user).pending.get(SLOT)
    verified = {attribute: user.attribute_lookup[attribute], f"{attribute}_verified": "true"} if attribute else {}
    users_made.take_alias(pool, user, verified, force_alias)
    codes.use(pool, user, SLOT, code)
    user.update_attributes(expand(verified))
    _confirmed(pool, client, user, metadata)
    return {"Session": sessions.start(pool, client, user, "CONFIRMED").token} if session else {}


def resend(pool: Any, client: Any, username: str, metadata: dict[str, str] | None = None) -> dict[str, Any]:
    """ResendConfirmationCode's answer."""
    user = pool._get_user(username)
    if user is None:
        if not hides_users(client):
            raise no_such_user()
        return {"CodeDeliveryDetails": delivery.made_up(pool, username)}
    if user.status != UNCONFIRMED:
        raise invalid("User is already confirmed.")
    limits.count(user, "ResendConfirmationCode")
    attribute = delivery.for_sign_up(pool, user)
    if attribute is None:
        raise invalid("Cannot resend codes. Auto verification not turned on.")
    return {"CodeDeliveryDetails": _send(pool, client, user, "ResendCode", attribute, metadata)}


def _send(pool: Any, client: Any, user: Any, occasion: str, attribute: str, metadata: Any) -> dict[str, str]:
    state.of(user).pending[SLOT] = attribute
    return codes.send(pool, client.id, user, occasion, attribute, slot=SLOT, lasts=codes.DAY, metadata=metadata)


def _unconfirmed(pool: Any, client: Any, username: str, hidden: Exception) -> Any:
    user = pool._get_user(username)
    if user is None:
        raise hidden if hides_users(client) else no_such_user()
    if user.status != UNCONFIRMED:
        raise not_authorized(f"User cannot be confirmed. Current status is {user.status.value}")
    return user


def _confirmed(pool: Any, client: Any, user: Any, metadata: Any) -> None:
    user.status = UserStatus.CONFIRMED
    triggers.post_confirmation(pool, "PostConfirmation_ConfirmSignUp", client.id, user, metadata)


def _is_passwordless(pool: Any) -> bool:
    policy = (pool.extended_config.get("Policies") or {}).get("SignInPolicy") or {}
    return any(factor != "PASSWORD" for factor in policy.get("AllowedFirstAuthFactors") or [])
