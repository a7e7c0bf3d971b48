"""Devices that users sign in with.

https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html
"""

import base64
import binascii
import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any

from moto.cognitoidp.exceptions import ResourceNotFoundError

from . import state
from .clock import now
from .errors import invalid


@dataclass
class Device:
    key: str
    group_key: str
    salt: int = 0
    # 0 until the device is confirmed.
    verifier: int = 0
    name: str = ""
    remembered: bool = False
    created: float = field(default_factory=now)
    modified: float = field(default_factory=now)
    authenticated: float = field(default_factory=now)

    def to_json(self) -> dict[str, Any]:
        """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeviceType.html"""
        attributes = {
            "device_status": "valid",
            "device_name": self.name,
            "dev:device_remembered_status": "remembered" if self.remembered else "not_remembered",
        }
        return {
            "DeviceKey": self.key,
            "DeviceAttributes": [{"Name": name, "Value": value} for name, value in attributes.items() if value],
            "DeviceCreateDate": self.created,
            "DeviceLastModifiedDate": self.modified,
            "DeviceLastAuthenticatedDate": self.authenticated,
        }


def begin(pool: Any, user: Any) -> dict[str, str] | None:
    """NewDeviceMetadata of a sign-in with a device that is not known; None where the pool does not track devices."""
    if not _config(pool):
        return None
    device = Device(f"{pool.region}_{uuid.uuid4()}", f"-{secrets.token_hex(4).upper()}")
    state.of(user).devices[device.key] = device
    return {"DeviceKey": device.key, "DeviceGroupKey": device.group_key}


def confirm(pool: Any, user: Any, key: str, name: str, config: dict[str, str]) -> bool:
    """Whether the user has to be asked if the device is to be remembered."""
    device = _any(user, key)
    if device.verifier:
        raise invalid("Device is already confirmed.")
    device.verifier, device.salt = (_number(config, member) for member in ("PasswordVerifier", "Salt"))
    device.name, device.modified = name, now()
    asks = bool(_config(pool).get("DeviceOnlyRememberedOnUserPrompt"))
    device.remembered = not asks
    return asks


def find(user: Any, key: str | None) -> Device:
    """A confirmed device."""
    device = _any(user, key)
    if not device.verifier:
        raise ResourceNotFoundError("Device does not exist.")
    return device


def all_of(user: Any) -> list[Device]:
    return [device for device in state.of(user).devices.values() if device.verifier]


def remember(user: Any, key: str | None, status: str | None) -> None:
    if status not in ("remembered", "not_remembered"):
        raise invalid(
            f"1 validation error detected: Value '{status}' at 'deviceRememberedStatus' failed to satisfy constraint:"
            " Member must satisfy enum value set: [not_remembered, remembered]"
        )
    device = find(user, key)
    device.remembered, device.modified = status == "remembered", now()


def forget(user: Any, key: str | None) -> None:
    del state.of(user).devices[find(user, key).key]


def used(user: Any, key: str) -> None:
    state.of(user).devices[key].authenticated = now()


def is_remembered(pool: Any, user: Any, key: str | None) -> bool:
    device = state.of(user).devices.get(key or "")
    return bool(_config(pool)) and device is not None and device.remembered


def stands_for_mfa(pool: Any, user: Any, key: str | None) -> bool:
    """Where only new devices are challenged, a remembered one takes the place of MFA."""
    return bool(_config(pool).get("ChallengeRequiredOnNewDevice")) and is_remembered(pool, user, key)


def _any(user: Any, key: str | None) -> Device:
    device: Device | None = state.of(user).devices.get(key or "")
    if device is None:
        raise ResourceNotFoundError("Device does not exist.")
    return device


def _config(pool: Any) -> dict[str, Any]:
    return pool.extended_config.get("DeviceConfiguration") or {}


def _number(config: dict[str, str], member: str) -> int:
    try:
        return int.from_bytes(base64.b64decode(config.get(member) or "", validate=True), "big") or _refuse(member)
    except binascii.Error:
        return _refuse(member)


def _refuse(member: str) -> int:
    raise invalid(f"DeviceSecretVerifierConfig.{member}: expected a number as base64")
