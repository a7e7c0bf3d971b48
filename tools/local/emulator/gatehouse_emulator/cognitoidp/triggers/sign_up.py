"""Before a sign-up, and after its confirmation."""

from typing import Any

from .run import attributes, run


def pre_sign_up(
    pool: Any,
    source: str,
    client_id: str | None,
    username: str,
    user_attributes: dict[str, str],
    validation_data: dict[str, str] | None = None,
    metadata: dict[str, str] | None = None,
) -> dict[str, bool]:
    """What the function confirms or verifies by itself; it refuses by throwing.

    `source`: `PreSignUp_SignUp`, `PreSignUp_AdminCreateUser` or `PreSignUp_ExternalProvider`.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
    """
    given = {name: value for name, value in user_attributes.items() if name != "sub"}
    request = {"userAttributes": given, "validationData": validation_data, "clientMetadata": metadata}
    nothing = {"autoConfirmUser": False, "autoVerifyEmail": False, "autoVerifyPhone": False}
    answer = run(pool, "PreSignUp", source, client_id, username, request, nothing) or {}
    ignored = source == "PreSignUp_AdminCreateUser"
    return {name: not ignored and answer.get(name) is True for name in nothing}


def post_confirmation(
    pool: Any, source: str, client_id: str | None, user: Any, metadata: dict[str, str] | None = None
) -> None:
    """`source`: `PostConfirmation_ConfirmSignUp` or `PostConfirmation_ConfirmForgotPassword`.
    https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html
    """
    request = {"userAttributes": attributes(user), "clientMetadata": metadata}
    run(pool, "PostConfirmation", source, client_id, user, request, {})
