"""AWS's errors of the identity pools API.

https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/CommonErrors.html
"""

from moto.core.exceptions import JsonRESTError

GUESTS_OFF = "Unauthenticated access is not supported for this identity pool."
UNSUPPORTED_PROVIDER = "Token is not from a supported provider of this identity pool."
LOGINS_DO_NOT_MATCH = "Logins don't match. Please include at least one valid login for this identity or identity pool."
WRONG_ROLES = "Invalid identity pool configuration. Check assigned IAM roles for this pool."


def not_authorized(message: str) -> JsonRESTError:
    return JsonRESTError("NotAuthorizedException", message)


def invalid_login(reason: str) -> JsonRESTError:
    return not_authorized(f"Invalid login token. {reason}")


def invalid_parameter(message: str) -> JsonRESTError:
    return JsonRESTError("InvalidParameterException", message)


def not_valid(message: str) -> JsonRESTError:
    """Of a member that the service's model forbids."""
    return JsonRESTError("ValidationException", message)


def conflict(message: str) -> JsonRESTError:
    return JsonRESTError("ResourceConflictException", message)


def not_found(message: str) -> JsonRESTError:
    return JsonRESTError("ResourceNotFoundException", message)


def forbidden(identity_id: str) -> JsonRESTError:
    return not_authorized(f"Access to Identity '{identity_id}' is forbidden.")


def wrong_roles() -> JsonRESTError:
    return JsonRESTError("InvalidIdentityPoolConfigurationException", WRONG_ROLES)


def denied_by_mapping(provider: str) -> JsonRESTError:
    return not_authorized(f"The ambiguous role mapping rules for: {provider} denied this request.")
