"""Signing up: who may, and with which code.

No mail is sent. The code is in the answer's header `x-moto-sign-up-confirmation-code`, as moto
tells the code of ForgotPassword, and in the emulator's log.
"""

import json
from typing import Any

from moto.cognitoidp.exceptions import (
    CodeMismatchException,
    InvalidParameterException,
    NotAuthorizedError,
    UsernameExistsException,
)
from moto.cognitoidp.models import CognitoIdpBackend, RegionAgnosticBackend, UserStatus
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult
from moto.moto_api._internal import mock_random

from ..gap import adds, replaces
from .client_rules import check_secret, find_client

CODE_HEADER = "x-moto-sign-up-confirmation-code"
WRONG_CODE = "Invalid verification code provided, please try again."


def owner(self: Any, client_id: str) -> Any:
    """The backend that has the client: these requests are not signed, so they name no region."""
    return RegionAgnosticBackend(self.current_account, self.region)._find_backend_for_clientid(client_id)


@replaces(CognitoIdpResponse, "sign_up")
def respond_sign_up(original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html"""
    pool, client = find_client(owner(self, self._get_param("ClientId")), self._get_param("ClientId"))
    check_secret(client, self._get_param("Username"), self._get_param("SecretHash"))
    result = original(self)
    _tell_code(self, pool._get_user(self._get_param("Username")))
    return result


@replaces(CognitoIdpBackend, "sign_up")
def sign_up(original: Any, self: Any, client_id: str, username: str, *rest: Any) -> Any:
    pool, _ = find_client(self, client_id)
    if pool.extended_config["AdminCreateUserConfig"].get("AllowAdminCreateUserOnly"):
        raise NotAuthorizedError("SignUp is not permitted for this user pool")
    if pool._get_user(username):
        by_email = "email" in pool.extended_config.get("UsernameAttributes", [])
        raise UsernameExistsException(
            "An account with the given email already exists." if by_email else "User already exists"
        )
    user, delivery = original(self, client_id, username, *rest)
    user.sign_up_code = _new_code()
    return user, delivery


@replaces(CognitoIdpResponse, "confirm_sign_up")
def confirm_sign_up(_original: Any, self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmSignUp.html"""
    backend = owner(self, self._get_param("ClientId"))
    pool, client = find_client(backend, self._get_param("ClientId"))
    check_secret(client, self._get_param("Username"), self._get_param("SecretHash"))
    user = backend.admin_get_user(pool.id, self._get_param("Username"))
    if user.status != UserStatus.UNCONFIRMED:
        raise NotAuthorizedError(f"User cannot be confirmed. Current status is {user.status.value}")
    if self._get_param("ConfirmationCode") != user.sign_up_code:
        raise CodeMismatchException(WRONG_CODE)
    user.status = UserStatus.CONFIRMED
    for attribute in pool.extended_config.get("AutoVerifiedAttributes", []):
        if attribute in user.attribute_lookup:
            user.update_attributes([{"Name": f"{attribute}_verified", "Value": "true"}])
    return EmptyResult()


@adds(CognitoIdpResponse)
def resend_confirmation_code(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResendConfirmationCode.html"""
    backend = owner(self, self._get_param("ClientId"))
    pool, client = find_client(backend, self._get_param("ClientId"))
    check_secret(client, self._get_param("Username"), self._get_param("SecretHash"))
    user = backend.admin_get_user(pool.id, self._get_param("Username"))
    if user.status != UserStatus.UNCONFIRMED:
        raise InvalidParameterException("User is already confirmed.")
    user.sign_up_code = _new_code()
    _tell_code(self, user)
    recovery = pool.extended_config["AccountRecoverySetting"]
    delivery = backend._get_code_delivery_details(recovery, user, user.username)
    return ActionResult({"CodeDeliveryDetails": delivery})


@replaces(CognitoIdpBackend)
def admin_confirm_sign_up(original: Any, self: Any, user_pool_id: str, username: str) -> Any:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html"""
    user = self.admin_get_user(user_pool_id, username)
    if user.status != UserStatus.UNCONFIRMED:
        raise NotAuthorizedError(f"User cannot be confirmed. Current status is {user.status.value}")
    return original(self, user_pool_id, username)


def _new_code() -> str:
    return f"{mock_random.randint(0, 999_999):06}"


def _tell_code(self: Any, user: Any) -> None:
    self.response_headers[CODE_HEADER] = user.sign_up_code
    print(json.dumps({"signUpCode": user.sign_up_code, "username": user.username}), flush=True)
