"""Gateway responses."""

import json
from typing import Any

from moto.apigateway.exceptions import NotFoundException
from moto.apigateway.models import APIGatewayBackend, GatewayResponse
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .patch import apply_patch, mapping, scalar

GATEWAY_RESPONSE = {
    "/responseParameters": mapping("response_parameters"),
    "/responseTemplates": mapping("response_templates"),
    "/statusCode": scalar("status_code", str, ("add", "replace", "remove")),
}

# https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
TYPES = [
    "ACCESS_DENIED",
    "API_CONFIGURATION_ERROR",
    "AUTHORIZER_CONFIGURATION_ERROR",
    "AUTHORIZER_FAILURE",
    "BAD_REQUEST_BODY",
    "BAD_REQUEST_PARAMETERS",
    "DEFAULT_4XX",
    "DEFAULT_5XX",
    "EXPIRED_TOKEN",
    "INTEGRATION_FAILURE",
    "INTEGRATION_TIMEOUT",
    "INVALID_API_KEY",
    "INVALID_SIGNATURE",
    "MISSING_AUTHENTICATION_TOKEN",
    "QUOTA_EXCEEDED",
    "REQUEST_TOO_LARGE",
    "RESOURCE_NOT_FOUND",
    "THROTTLED",
    "UNAUTHORIZED",
    "UNSUPPORTED_MEDIA_TYPE",
    "WAF_FILTERED",
]


@adds(APIGatewayResponse)
def update_gateway_response(self: Any) -> str:
    """Also of one that was never put: AWS has a default for each type.
    https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateGatewayResponse.html
    """
    _, _, api_id, _, response_type = self.path.split("/")[:5]
    check_type(response_type)
    responses = self.backend.get_rest_api(api_id).gateway_responses
    response = responses.get(response_type) or GatewayResponse(response_type, None, None, None)
    apply_patch(response, self._get_param("patchOperations"), GATEWAY_RESPONSE)
    responses[response_type] = response
    return json.dumps(response.to_json())


@replaces(APIGatewayBackend)
def put_gateway_response(original: Any, self: Any, rest_api_id: str, response_type: str, **rest: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_PutGatewayResponse.html"""
    check_type(response_type)
    return original(self, rest_api_id=rest_api_id, response_type=response_type, **rest)


def check_type(response_type: str) -> None:
    if response_type not in TYPES:
        raise NotFoundException(f"Unsupported response type {response_type}. Must be one of: [{', '.join(TYPES)}]")
