"""Methods and method responses."""

import json
from typing import Any

from moto.apigateway.models import APIGatewayBackend
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .not_found import not_found
from .patch import apply_patch, boolean, items, mapping, scalar
from .references import check_authorizer, check_request_validator

METHOD = {
    "/apiKeyRequired": scalar("api_key_required", boolean),
    "/authorizationScopes": items("authorization_scopes"),
    "/authorizationType": scalar("authorization_type"),
    "/authorizerId": scalar("authorizer_id"),
    "/operationName": scalar("operation_name"),
    "/requestModels": mapping("request_models"),
    "/requestParameters": mapping("request_parameters", boolean),
    "/requestValidatorId": scalar("request_validator_id"),
}

METHOD_RESPONSE = {
    "/responseModels": mapping("response_models"),
    "/responseParameters": mapping("response_parameters", boolean),
}


@adds(APIGatewayResponse)
def update_method(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateMethod.html"""
    _, _, api_id, _, resource_id, _, verb = self.path.split("/")[:7]
    api = self.backend.get_rest_api(api_id)
    method = self.backend.get_method(api_id, resource_id, verb)
    operations = self._get_param("patchOperations") or []
    after = {o.get("path"): o.get("value") for o in operations}
    check_authorizer(
        api,
        after.get("/authorizationType", method.authorization_type),
        after.get("/authorizerId", method.authorizer_id),
    )
    check_request_validator(api, after.get("/requestValidatorId"))
    apply_patch(method, operations, METHOD)
    return json.dumps(method.to_json())


@replaces(APIGatewayBackend)
def put_method(
    original: Any,
    self: Any,
    function_id: str,
    resource_id: str,
    method_type: str,
    authorization_type: str | None,
    *args: Any,
    **rest: Any,
) -> Any:
    """An identifier that names nothing is refused.
    https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html
    """
    api = self.get_rest_api(function_id)
    check_authorizer(api, authorization_type, rest.get("authorizer_id"))
    check_request_validator(api, rest.get("request_validator_id"))
    return original(self, function_id, resource_id, method_type, authorization_type, *args, **rest)


@adds(APIGatewayResponse)
def update_method_response(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateMethodResponse.html"""
    _, _, api_id, _, resource_id, _, verb, _, status_code = self.path.split("/")
    response = self.backend.get_method_response(api_id, resource_id, verb, status_code)
    apply_patch(response, self._get_param("patchOperations"), METHOD_RESPONSE)
    return json.dumps(response.to_json())


@replaces(APIGatewayBackend)
def get_method_response(original: Any, self: Any, *args: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetMethodResponse.html"""
    return original(self, *args) or not_found("Invalid Response status code specified")


@replaces(APIGatewayBackend)
def delete_method_response(original: Any, self: Any, *args: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteMethodResponse.html"""
    return original(self, *args) or not_found("Invalid Response status code specified")


@replaces(APIGatewayBackend)
def delete_method(original: Any, self: Any, function_id: str, resource_id: str, method_type: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteMethod.html"""
    self.get_method(function_id, resource_id, method_type)
    return original(self, function_id, resource_id, method_type)
