"""Authorizers: JWT and Lambda."""

import json
from typing import Any

from moto.apigatewayv2.models import Api, ApiGatewayV2Backend
from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..gap import replaces
from .members import keep
from .refusals import bad_request, conflict

MEMBERS = {
    "authorizerCredentialsArn": "auth_creds_arn",
    "authorizerPayloadFormatVersion": "auth_payload_format_version",
    "authorizerResultTtlInSeconds": "auth_result_ttl",
    "authorizerType": "authorizer_type",
    "authorizerUri": "authorizer_uri",
    "enableSimpleResponses": "enable_simple_response",
    "identitySource": "identity_source",
    "identityValidationExpression": "identity_validation_expr",
    "jwtConfiguration": "jwt_config",
    "name": "name",
}


@replaces(Api)
def create_authorizer(original: Any, self: Any, **members: Any) -> Any:
    """Its issuer is not asked for its keys here, as AWS does.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
    """
    _check_jwt(members["authorizer_type"], members.get("jwt_config"))
    return original(self, **members)


@replaces(ApiGatewayV2Response)
def update_authorizer(_original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html"""
    _, _, _, api_id, _, authorizer_id = self.path.split("/")
    authorizer = self.apigatewayv2_backend.get_authorizer(api_id, authorizer_id)
    body = json.loads(self.body)
    _check_jwt(
        body.get("authorizerType", authorizer.authorizer_type), body.get("jwtConfiguration", authorizer.jwt_config)
    )
    keep(authorizer, body, MEMBERS)
    return 200, {}, json.dumps(authorizer.to_json())


@replaces(ApiGatewayV2Backend)
def delete_authorizer(original: Any, self: Any, api_id: str, authorizer_id: str) -> None:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers-authorizerid.html"""
    authorizer = self.get_authorizer(api_id, authorizer_id)
    guarded = [route.route_key for route in self.get_routes(api_id) if route.authorizer_id == authorizer_id]
    if guarded:
        conflict(f"Cannot delete authorizer '{authorizer.name}', is referenced in route: {guarded[0]}")
    original(self, api_id, authorizer_id)


def _check_jwt(authorizer_type: str, configuration: dict[str, Any] | None) -> None:
    if authorizer_type != "JWT":
        return
    if not configuration:
        bad_request("JwtConfiguration must not be null for JWT Authorizer")
    if not str(configuration.get("issuer")).startswith("https://"):
        bad_request("Invalid issuer: Issuer is not a valid URL for JWT Authorizer")
    if not configuration.get("audience"):
        bad_request("Audience must not be empty for JWT Authorizer")
