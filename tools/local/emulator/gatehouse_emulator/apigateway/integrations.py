"""Integrations and integration responses."""

import json
from typing import Any

from moto.apigateway.models import APIGatewayBackend, Integration
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .not_found import not_found
from .patch import Member, apply_patch, boolean, integer, items, mapping, scalar

# Credentials of an integration: whose request it is.
CALLER = "arn:aws:iam::*:user/*"
NO_INTEGRATION = "Invalid Integration identifier specified"


def _verify_tls(target: Any, _operation: str, _key: str, value: Any) -> None:
    target.tls_config = {"insecureSkipVerification": value}


INTEGRATION = {
    "/cacheKeyParameters": items("cache_key_parameters"),
    "/cacheNamespace": scalar("cache_namespace"),
    "/connectionId": scalar("connection_id"),
    "/connectionType": scalar("connection_type"),
    "/contentHandling": scalar("content_handling"),
    "/credentials": scalar("credentials"),
    "/httpMethod": scalar("http_method"),
    "/passthroughBehavior": scalar("passthrough_behaviour"),
    "/requestParameters": mapping("request_parameters"),
    "/requestTemplates": mapping("request_templates"),
    "/timeoutInMillis": scalar("timeout_in_millis", integer),
    "/tlsConfig/insecureSkipVerification": Member(("replace",), boolean, _verify_tls),
    "/uri": scalar("uri"),
}

INTEGRATION_RESPONSE = {
    "/contentHandling": scalar("content_handling"),
    "/responseParameters": mapping("response_parameters"),
    "/responseTemplates": mapping("response_templates"),
    "/selectionPattern": scalar("selection_pattern"),
}


@adds(APIGatewayResponse)
def update_integration(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateIntegration.html"""
    _, _, api_id, _, resource_id, _, verb = self.path.split("/")[:7]
    integration = self.backend.get_integration(api_id, resource_id, verb) or not_found(NO_INTEGRATION)
    apply_patch(integration, self._get_param("patchOperations"), INTEGRATION)
    return json.dumps(integration.to_json())


@adds(APIGatewayResponse)
def update_integration_response(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateIntegrationResponse.html"""
    _, _, api_id, _, resource_id, _, verb, _, _, status_code = self.path.split("/")[:10]
    response = self.backend.get_integration_response(api_id, resource_id, verb, status_code)
    apply_patch(response, self._get_param("patchOperations"), INTEGRATION_RESPONSE)
    return json.dumps(response.to_json())


@replaces(APIGatewayResponse)
def put_integration(original: Any, self: Any) -> Any:
    """Keeps the members moto drops, and fills in what AWS fills in.
    https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
    """
    _, _, api_id, _, resource_id, _, verb = self.path.split("/")[:7]
    status, headers, _ = original(self)
    integration = self.backend.get_integration(api_id, resource_id, verb)
    integration.cache_key_parameters = self._get_param("cacheKeyParameters") or []
    integration.connection_id = self._get_param("connectionId")
    integration.passthrough_behaviour = integration.passthrough_behaviour or "WHEN_NO_MATCH"
    integration.timeout_in_millis = integration.timeout_in_millis or 29000
    integration.cache_namespace = integration.cache_namespace or resource_id
    return status, headers, json.dumps(integration.to_json())


@replaces(APIGatewayBackend, "put_integration")
def _put_integration(original: Any, self: Any, *args: Any, credentials: str | None = None, **rest: Any) -> Any:
    """Takes the credentials of the caller for an account's own, which moto does not.
    https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html
    """
    if credentials != CALLER:
        return original(self, *args, credentials=credentials, **rest)
    integration = original(self, *args, credentials=f"arn:aws:iam::{self.account_id}:role/caller", **rest)
    integration.credentials = CALLER
    return integration


@replaces(Integration)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    body = original(self)
    if getattr(self, "connection_id", None):
        body["connectionId"] = self.connection_id
    return body


@replaces(APIGatewayResponse)
def get_integration(original: Any, self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegration.html"""
    body = original(self)
    return not_found(NO_INTEGRATION) if body == "{}" else body


@replaces(APIGatewayBackend)
def delete_integration(original: Any, self: Any, function_id: str, resource_id: str, method_type: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegration.html"""
    self.get_integration(function_id, resource_id, method_type) or not_found(NO_INTEGRATION)
    return original(self, function_id, resource_id, method_type)


@replaces(APIGatewayBackend)
def get_integration_response(
    original: Any, self: Any, function_id: str, resource_id: str, method_type: str, status_code: str
) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetIntegrationResponse.html"""
    self.get_integration(function_id, resource_id, method_type) or not_found(NO_INTEGRATION)
    return original(self, function_id, resource_id, method_type, status_code)


@replaces(APIGatewayBackend)
def delete_integration_response(
    original: Any, self: Any, function_id: str, resource_id: str, method_type: str, status_code: str
) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteIntegrationResponse.html"""
    self.get_integration_response(function_id, resource_id, method_type, status_code)
    return original(self, function_id, resource_id, method_type, status_code)
