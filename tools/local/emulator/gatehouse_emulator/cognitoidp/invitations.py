"""AdminCreateUser: an invitation, with a temporary password or without any.

https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html
"""

import secrets
import string
from typing import Any

from moto.cognitoidp.models import UserStatus
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult

from ..gap import replaces
from . import codes, delivery, passwords, triggers, users_made
from .attributes import expand, pairs, require_known
from .errors import missing, no_such_user, refusal

OTP = {"EMAIL_OTP": "email", "SMS_OTP": "phone_number"}


@replaces(CognitoIdpResponse)
def admin_create_user(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    username = self._get_param("Username") or ""
    if not username:
        raise missing("Username")
    again = self._get_param("MessageAction") == "RESEND"
    user, password = _renew(self, pool, username) if again else _create(self, pool, username)
    if self._get_param("MessageAction") != "SUPPRESS" and password:
        _invite(self, pool, user, password)
    return ActionResult({"User": user.to_json(extended=True)})


def _create(self: Any, pool: Any, username: str) -> tuple[Any, str | None]:
    users_made.refuse_taken(pool, username)
    given = pairs(self._get_param("UserAttributes"))
    require_known(pool, given)
    name, complete = users_made.with_username(pool, username, given)
    password = self._get_param("TemporaryPassword")
    if password:
        passwords.require_policy(pool, password)
    metadata, validation = self._get_param("ClientMetadata"), pairs(self._get_param("ValidationData")) or None
    sub = users_made.new_sub(pool, username)
    triggers.pre_sign_up(pool, "PreSignUp_AdminCreateUser", None, name or sub, complete, validation, metadata)
    if not password and _may_do_without(pool, complete):
        user = users_made.make(pool, name, None, UserStatus.CONFIRMED, complete, sub)
    else:
        password = password or temporary_password(pool)
        user = users_made.make(pool, name, password, UserStatus.FORCE_CHANGE_PASSWORD, complete, sub)
    try:
        users_made.take_alias(pool, user, complete, bool(self._get_param("ForceAliasCreation")))
    except Exception:
        del pool.users[user.username]
        raise
    return user, password


def _renew(self: Any, pool: Any, username: str) -> tuple[Any, str]:
    """The temporary password lives anew."""
    user = pool._get_user(username)
    if user is None:
        raise no_such_user()
    if user.status != UserStatus.FORCE_CHANGE_PASSWORD:
        raise refusal("UnsupportedUserState", f"Resend not possible. {username} status is not FORCE_CHANGE_PASSWORD")
    password = self._get_param("TemporaryPassword") or temporary_password(pool)
    passwords.require_policy(pool, password)
    passwords.put(user, password)
    user.update_attributes(expand(pairs(self._get_param("UserAttributes"))))
    return user, password


def _invite(self: Any, pool: Any, user: Any, password: str) -> None:
    """By the media that were asked for, SMS where none was; an address that the user lacks gets nothing."""
    template = (pool.extended_config.get("AdminCreateUserConfig") or {}).get("InviteMessageTemplate") or {}
    text = "Your username is {username} and temporary password is {####}. "
    for medium in self._get_param("DesiredDeliveryMediums") or ["SMS"]:
        attribute = next(name for name, known in delivery.MEDIA.items() if known == medium)
        if not user.attribute_lookup.get(attribute):
            continue
        email = medium == "EMAIL"
        message = triggers.Message(
            template.get("EmailMessage" if email else "SMSMessage") or text,
            template.get("EmailSubject") or "Your temporary password" if email else None,
        )
        codes.send(
            pool,
            None,
            user,
            "AdminCreateUser",
            attribute,
            slot=f"invitation {medium}",
            lasts=temporary_days(pool) * codes.DAY,
            code=password,
            default=message,
            metadata=self._get_param("ClientMetadata"),
        )


def temporary_days(pool: Any) -> int:
    policy = (pool.extended_config.get("Policies") or {}).get("PasswordPolicy") or {}
    return policy.get("TemporaryPasswordValidityDays") or 7


def temporary_password(pool: Any) -> str:
    """Random, as long as the policy demands, with a character of each kind."""
    policy = (pool.extended_config.get("Policies") or {}).get("PasswordPolicy") or {}
    kinds = (string.ascii_uppercase, string.ascii_lowercase, string.digits, "!#%*+-=?@_")
    length = max(8, policy.get("MinimumLength") or 8)
    characters = [secrets.choice(kinds[index % 4]) for index in range(length)]
    secrets.SystemRandom().shuffle(characters)
    return "".join(characters)


def _may_do_without(pool: Any, given: dict[str, str]) -> bool:
    """Where the user can sign in with a code."""
    policy = (pool.extended_config.get("Policies") or {}).get("SignInPolicy") or {}
    allowed = policy.get("AllowedFirstAuthFactors") or []
    return any(factor in allowed and given.get(attribute) for factor, attribute in OTP.items())
