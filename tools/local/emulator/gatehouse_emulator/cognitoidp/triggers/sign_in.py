"""Before and after a sign-in."""

from typing import Any

from .run import attributes, run


def pre_authentication(
    pool: Any, client_id: str, user: Any, username: str, validation_data: dict[str, str] | None = None
) -> None:
    """May refuse a sign-in before the password is looked at. `user` is None for one that does not exist.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-authentication.html
    """
    request = {
        "userAttributes": attributes(user) if user else {},
        "validationData": validation_data,
        "userNotFound": user is None,
    }
    run(pool, "PreAuthentication", "PreAuthentication_Authentication", client_id, user or username, request, {})


def post_authentication(
    pool: Any, client_id: str, user: Any, new_device: bool = False, metadata: dict[str, str] | None = None
) -> None:
    """https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-authentication.html"""
    request = {"userAttributes": attributes(user), "newDeviceUsed": new_device, "clientMetadata": metadata}
    run(pool, "PostAuthentication", "PostAuthentication_Authentication", client_id, user, request, {})
