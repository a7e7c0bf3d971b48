"""HTTP APIs and WebSocket APIs."""

import json
from typing import Any

from moto.apigatewayv2.models import Api, ApiGatewayV2Backend
from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..gap import replaces
from .members import keep
from .refusals import bad_request

MEMBERS = {
    "apiKeySelectionExpression": "api_key_selection_expression",
    "corsConfiguration": "cors_configuration",
    "description": "description",
    "disableExecuteApiEndpoint": "disable_execute_api_endpoint",
    "disableSchemaValidation": "disable_schema_validation",
    "ipAddressType": "ip_address_type",
    "name": "name",
    "routeSelectionExpression": "route_selection_expression",
    "version": "version",
}


@replaces(Api)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html"""
    return {**original(self), "ipAddressType": getattr(self, "ip_address_type", None) or "ipv4"}


@replaces(ApiGatewayV2Response)
def create_api(original: Any, self: Any) -> Any:
    """With a target it has a route, an integration and a stage from the start: quick create.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html
    """
    body = json.loads(self.body)
    _check_cors(body.get("corsConfiguration"))
    status, headers, answer = original(self)
    api = self.apigatewayv2_backend.get_api(json.loads(answer)["apiId"])
    keep(api, body, MEMBERS)
    if body.get("target"):
        _quick_create(api, body)
    return 201, {**headers, "status": 201}, json.dumps(api.to_json())


@replaces(ApiGatewayV2Response)
def update_api(_original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html"""
    api, body = self.apigatewayv2_backend.get_api(self.path.split("/")[3]), json.loads(self.body)
    _check_cors(body.get("corsConfiguration"))
    route = next((route for route in api.routes.values() if getattr(route, "managed", False)), None)
    if route is None and {"target", "routeKey", "credentialsArn"} & body.keys():
        bad_request("Quick create parameters can only be updated on an API that was made by quick create")
    keep(api, body, MEMBERS)
    # Without members it takes CORS away.
    api.cors_configuration = api.cors_configuration or None
    if route:
        keep(route, body, {"routeKey": "route_key"})
        integration = api.integrations[route.target.removeprefix("integrations/")]
        keep(integration, body, {"target": "integration_uri", "credentialsArn": "credentials_arn"})
    return 200, {}, json.dumps(api.to_json())


@replaces(ApiGatewayV2Backend)
def delete_api(original: Any, self: Any, api_id: str) -> None:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html"""
    self.get_api(api_id)
    original(self, api_id)


def _quick_create(api: Any, body: dict[str, Any]) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop.html"""
    function = body["target"].startswith("arn:")
    integration = api.create_integration(
        connection_type="INTERNET",
        credentials_arn=body.get("credentialsArn"),
        description=None,
        integration_method="POST" if function else "ANY",
        integration_type="AWS_PROXY" if function else "HTTP_PROXY",
        integration_uri=body["target"],
        payload_format_version="2.0" if function else "1.0",
    )
    route = api.create_route(
        api_key_required=False,
        authorization_scopes=None,
        authorization_type="NONE",
        route_key=body.get("routeKey") or "$default",
        target=f"integrations/{integration.id}",
    )
    stage = api.create_stage({"stageName": "$default", "autoDeploy": True})
    integration.managed = route.managed = stage.managed = True


def _check_cors(cors: dict[str, Any] | None) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html"""
    if cors and cors.get("allowCredentials") and "*" in (cors.get("allowOrigins") or []):
        bad_request("allow-credentials is not supported if 'allow-origin' is *")
