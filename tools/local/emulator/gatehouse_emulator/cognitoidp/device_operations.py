"""The operations of devices, of their users and of administrators."""

from typing import Any

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds
from . import devices, tokens


@adds(CognitoIdpResponse)
def confirm_device(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ConfirmDevice.html"""
    caller = tokens.authorize(self._get_param("AccessToken"))
    asks = devices.confirm(
        caller.pool,
        caller.user,
        self._get_param("DeviceKey"),
        self._get_param("DeviceName") or "",
        self._get_param("DeviceSecretVerifierConfig") or {},
    )
    return ActionResult({"UserConfirmationNecessary": asks})


@adds(CognitoIdpResponse)
def list_devices(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html"""
    return _list(self, tokens.authorize(self._get_param("AccessToken")).user)


@adds(CognitoIdpResponse)
def admin_list_devices(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html"""
    return _list(self, _named(self))


@adds(CognitoIdpResponse)
def get_device(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetDevice.html"""
    user = tokens.authorize(self._get_param("AccessToken")).user
    return ActionResult({"Device": devices.find(user, self._get_param("DeviceKey")).to_json()})


@adds(CognitoIdpResponse)
def admin_get_device(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetDevice.html"""
    return ActionResult({"Device": devices.find(_named(self), self._get_param("DeviceKey")).to_json()})


@adds(CognitoIdpResponse)
def forget_device(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgetDevice.html"""
    devices.forget(tokens.authorize(self._get_param("AccessToken")).user, self._get_param("DeviceKey"))
    return EmptyResult()


@adds(CognitoIdpResponse)
def admin_forget_device(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminForgetDevice.html"""
    devices.forget(_named(self), self._get_param("DeviceKey"))
    return EmptyResult()


@adds(CognitoIdpResponse)
def update_device_status(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateDeviceStatus.html"""
    user = tokens.authorize(self._get_param("AccessToken")).user
    devices.remember(user, self._get_param("DeviceKey"), self._get_param("DeviceRememberedStatus"))
    return EmptyResult()


@adds(CognitoIdpResponse)
def admin_update_device_status(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateDeviceStatus.html"""
    devices.remember(_named(self), self._get_param("DeviceKey"), self._get_param("DeviceRememberedStatus"))
    return EmptyResult()


def _named(self: Any) -> Any:
    return self.backend.admin_get_user(self._get_param("UserPoolId"), self._get_param("Username"))


def _list(self: Any, user: Any) -> ActionResult:
    """`PaginationToken` is the key of the last device of the page."""
    known = sorted(devices.all_of(user), key=lambda device: device.key)
    after = self._get_param("PaginationToken") or ""
    limit = self._get_param("Limit") or 60
    page = [device for device in known if device.key > after][:limit]
    more = page and page[-1] is not known[-1]
    return ActionResult(
        {"Devices": [device.to_json() for device in page], **({"PaginationToken": page[-1].key} if more else {})}
    )
