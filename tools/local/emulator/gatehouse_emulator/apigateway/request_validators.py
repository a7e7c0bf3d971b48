"""Request validators."""

from typing import Any

from moto.apigateway.models import APIGatewayBackend, RequestValidator, RestAPI

from ..gap import replaces
from .not_found import not_found
from .patch import apply_patch, boolean, scalar

REQUEST_VALIDATOR = {
    "/name": scalar("name"),
    "/validateRequestBody": scalar("validate_request_body", boolean),
    "/validateRequestParameters": scalar("validate_request_parameters", boolean),
}


@replaces(RestAPI)
def get_request_validator(_original: Any, self: Any, validator_id: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetRequestValidator.html"""
    return self.request_validators.get(validator_id) or not_found("Invalid Request Validator identifier specified")


@replaces(RequestValidator)
def apply_patch_operations(_original: Any, self: Any, operations: list[dict[str, str]]) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRequestValidator.html"""
    apply_patch(self, operations, REQUEST_VALIDATOR)


@replaces(APIGatewayBackend)
def update_request_validator(original: Any, self: Any, restapi_id: str, validator_id: str, operations: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRequestValidator.html"""
    self.get_request_validator(restapi_id, validator_id)
    return original(self, restapi_id, validator_id, operations)


@replaces(APIGatewayBackend)
def delete_request_validator(original: Any, self: Any, restapi_id: str, validator_id: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteRequestValidator.html"""
    self.get_request_validator(restapi_id, validator_id)
    return original(self, restapi_id, validator_id)
