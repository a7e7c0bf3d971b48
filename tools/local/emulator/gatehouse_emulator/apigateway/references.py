"""Identifiers inside a request must name something that exists."""

from typing import Any

from moto.apigateway.exceptions import BadRequestException


def check_authorizer(api: Any, authorization_type: str | None, authorizer_id: str | None) -> None:
    if authorization_type in ("CUSTOM", "COGNITO_USER_POOLS") and authorizer_id not in api.authorizers:
        raise BadRequestException(
            "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS"
            " requires a valid authorizer."
        )


def check_request_validator(api: Any, validator_id: str | None) -> None:
    if validator_id and validator_id not in api.request_validators:
        raise BadRequestException("Invalid Request Validator identifier specified")
