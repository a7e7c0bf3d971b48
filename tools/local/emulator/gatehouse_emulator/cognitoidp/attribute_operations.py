"""The operations that write and verify attributes."""

from typing import Any

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds, replaces
from . import codes, limits, state, tokens
from .attributes import (
    change,
    expand,
    pairs,
    require_free,
    require_kept,
    require_known,
    require_writable,
    send_code,
)
from .errors import invalid, missing

ADDRESSES = ("email", "phone_number")


@replaces(CognitoIdpResponse)
def update_user_attributes(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    given = pairs(self._get_param("UserAttributes"))
    require_writable(caller.pool, caller.client, given, new=False)
    require_kept(caller.pool, given)
    require_free(caller.pool, caller.user, given)
    sent = change(caller.pool, caller.client.id, caller.user, given, self._get_param("ClientMetadata"))
    return ActionResult({"CodeDeliveryDetailsList": sent})


@replaces(CognitoIdpResponse)
def admin_update_user_attributes(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html"""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    user = self.backend.admin_get_user(pool.id, self._get_param("Username"))
    given = pairs(self._get_param("UserAttributes"))
    require_known(pool, given)
    for name in given:
        schema = pool.schema_attributes.get(name)
        if name == "sub" or (schema is not None and not schema.mutable):
            raise invalid(f"user.{name}: Attribute cannot be updated.\n")
    require_free(pool, user, given)
    change(pool, None, user, given, self._get_param("ClientMetadata"))
    return EmptyResult()


@adds(CognitoIdpResponse)
def get_user_attribute_verification_code(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    name = _address(self)
    address = state.of(caller.user).pending.get(name) or caller.user.attribute_lookup.get(name)
    if not address:
        raise invalid(f"User has no {name} to verify.")
    metadata = self._get_param("ClientMetadata")
    sent = send_code(caller.pool, caller.client.id, caller.user, name, address, "VerifyUserAttribute", metadata)
    return ActionResult({"CodeDeliveryDetails": sent})


@adds(CognitoIdpResponse)
def verify_user_attribute(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    name, user = _address(self), caller.user
    limits.count(user, "VerifyUserAttribute")
    slot, code = f"attribute {name}", self._get_param("Code")
    codes.check(caller.pool, user, slot, code)
    pending = state.of(user).pending
    verified = {name: pending.get(name) or user.attribute_lookup[name], f"{name}_verified": "true"}
    require_free(caller.pool, user, verified)
    codes.use(caller.pool, user, slot, code)
    pending.pop(name, None)
    user.update_attributes(expand(verified))
    return EmptyResult()


@adds(CognitoIdpResponse)
def delete_user_attributes(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    names = self._get_param("UserAttributeNames") or []
    require_writable(caller.pool, caller.client, dict.fromkeys(names, ""), new=False)
    require_kept(caller.pool, dict.fromkeys(names, ""))
    caller.user.delete_attributes([name for name in names if name in caller.user.attribute_lookup])
    return EmptyResult()


def _address(self: Any) -> str:
    name = self._get_param("AttributeName")
    if not name:
        raise missing("AttributeName")
    if name not in ADDRESSES:
        raise invalid(f"Only email and phone_number can be verified, not {name}.")
    return str(name)
