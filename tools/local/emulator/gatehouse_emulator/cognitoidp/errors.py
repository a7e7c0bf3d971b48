"""AWS's errors of signing in, by their names and texts.

https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/CommonErrors.html
"""

from moto.core.exceptions import JsonRESTError

WRONG_PASSWORD = "Incorrect username or password."
WRONG_CODE = "Invalid verification code provided, please try again."
NO_SESSION = "Invalid session for the user."


def refusal(name: str, text: str) -> JsonRESTError:
    return JsonRESTError(f"{name}Exception", text)


def not_authorized(text: str = WRONG_PASSWORD) -> JsonRESTError:
    return refusal("NotAuthorized", text)


def invalid(text: str) -> JsonRESTError:
    return refusal("InvalidParameter", text)


def missing(parameter: str) -> JsonRESTError:
    return invalid(f"Missing required parameter {parameter}")


def code_mismatch(text: str = WRONG_CODE) -> JsonRESTError:
    return refusal("CodeMismatch", text)


def code_expired() -> JsonRESTError:
    return refusal("ExpiredCode", "Invalid code provided, please request a code again.")


def too_many() -> JsonRESTError:
    return refusal("LimitExceeded", "Attempt limit exceeded, please try after some time.")


def no_such_user() -> JsonRESTError:
    return refusal("UserNotFound", "User does not exist.")
