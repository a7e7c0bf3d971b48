"""People who are still in another directory."""

from dataclasses import dataclass
from typing import Any

from moto.core.exceptions import JsonRESTError

from .run import run


@dataclass(frozen=True)
class Migrated:
    """A user as the function found them elsewhere."""

    attributes: dict[str, str]
    """CONFIRMED keeps the password of this request; else the user has to reset it."""
    confirmed: bool
    message_action: str | None
    force_alias_creation: bool


def migrate(
    pool: Any, source: str, client_id: str, username: str, password: str | None, validation_data: Any, metadata: Any
) -> Migrated | None:
    """None when the pool has no such trigger; the function refuses by throwing.

    `source`: `UserMigration_Authentication` or `UserMigration_ForgotPassword`.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
    """
    request = {"password": password, "validationData": validation_data, "clientMetadata": metadata}
    response = {
        "userAttributes": None,
        "finalUserStatus": None,
        "messageAction": None,
        "desiredDeliveryMediums": None,
        "forceAliasCreation": None,
        "enableSMSMFA": None,
    }
    answer = run(pool, "UserMigration", source, client_id, username, request, response)
    if answer is None:
        return None
    found = answer.get("userAttributes")
    if not isinstance(found, dict) or not found:
        raise JsonRESTError("InvalidLambdaResponseException", "Unrecognizable lambda output")
    return Migrated(
        {name: str(value) for name, value in found.items()},
        answer.get("finalUserStatus") == "CONFIRMED",
        answer.get("messageAction"),
        answer.get("forceAliasCreation") is True,
    )
