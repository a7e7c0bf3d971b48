"""Integrations: what routes call."""

import json
from typing import Any

from moto.apigatewayv2.models import Api, ApiGatewayV2Backend, Integration
from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..gap import replaces
from .members import keep
from .refusals import bad_request, conflict

MEMBERS = {
    "connectionId": "connection_id",
    "connectionType": "connection_type",
    "contentHandlingStrategy": "content_handling_strategy",
    "credentialsArn": "credentials_arn",
    "description": "description",
    "integrationMethod": "integration_method",
    "integrationSubtype": "integration_subtype",
    "integrationType": "integration_type",
    "integrationUri": "integration_uri",
    "passthroughBehavior": "passthrough_behavior",
    "payloadFormatVersion": "payload_format_version",
    "requestTemplates": "request_templates",
    "templateSelectionExpression": "template_selection_expression",
    "timeoutInMillis": "timeout_in_millis",
}


@replaces(Api)
def create_integration(original: Any, self: Any, **members: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html"""
    _check_connection(self, members.get("connection_type"), members.get("connection_id"))
    integration = original(self, **members)
    integration.connection_type = integration.connection_type or "INTERNET"
    if self.protocol_type == "HTTP":
        integration.payload_format_version = integration.payload_format_version or "1.0"
    return integration


@replaces(ApiGatewayV2Response)
def update_integration(_original: Any, self: Any) -> Any:
    """Parameters that the request does not name stay; empty ones go.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html
    """
    _, _, _, api_id, _, integration_id = self.path.split("/")
    api, body = self.apigatewayv2_backend.get_api(api_id), json.loads(self.body)
    integration = api.get_integration(integration_id)
    _check_connection(
        api,
        body.get("connectionType", integration.connection_type),
        body.get("connectionId", integration.connection_id),
    )
    if integration.integration_subtype:
        _check_parameters(body.get("requestParameters"))
    keep(integration, body, MEMBERS)
    integration.request_parameters = _merged(integration.request_parameters, body.get("requestParameters"))
    integration.response_parameters = _merged(integration.response_parameters, body.get("responseParameters"))
    if "tlsConfig" in body:
        integration.tls_config = body["tlsConfig"] if (body["tlsConfig"] or {}).get("serverNameToVerify") else None
    return 200, {}, json.dumps(integration.to_json())


@replaces(ApiGatewayV2Backend)
def delete_integration(original: Any, self: Any, api_id: str, integration_id: str) -> None:
    """What makes Terraform's create_before_destroy necessary where an integration is replaced.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid.html
    """
    api = self.get_api(api_id)
    api.get_integration(integration_id)
    routes = [route.route_id for route in api.routes.values() if route.target == f"integrations/{integration_id}"]
    if routes:
        conflict(
            "Cannot delete Integration because it is referenced by the following Routes with Ids:"
            f" [{', '.join(routes)}]"
        )
    original(self, api_id, integration_id)


@replaces(Integration)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    return {**original(self), **({"apiGatewayManaged": True} if getattr(self, "managed", False) else {})}


def _check_connection(api: Any, connection_type: str | None, connection_id: str | None) -> None:
    if connection_type == "VPC_LINK" and api.protocol_type == "HTTP" and connection_id not in api.backend.vpc_links:
        bad_request(f"Invalid VpcLink identifier specified {connection_id}")


def _check_parameters(parameters: dict[str, str] | None) -> None:
    """An update of an integration with a service names all of its parameters.
    https://github.com/hashicorp/terraform-provider-aws/issues/22647 and 50061
    """
    if not parameters:
        bad_request("Required parameters of the integration subtype are missing")
    if not all(parameters.values()):
        bad_request(
            "Invalid selection expression specified: Validation Result: warnings : [], errors :"
            " [Mapping expression missing source or destination]"
        )


def _merged(before: dict[str, Any] | None, changes: dict[str, Any] | None) -> dict[str, Any] | None:
    merged = {**(before or {}), **(changes or {})}
    return {name: value for name, value in merged.items() if value} or None
