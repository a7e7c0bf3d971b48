"""Routes: their keys, their guards and what they call."""

import json
import re
from typing import Any

from moto.apigatewayv2.models import Api, ApiGatewayV2Backend, Route
from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..gap import replaces
from .members import keep
from .refusals import bad_request, conflict

MEMBERS = {
    "apiKeyRequired": "api_key_required",
    "authorizationScopes": "authorization_scopes",
    "authorizationType": "authorization_type",
    "authorizerId": "authorizer_id",
    "modelSelectionExpression": "model_selection_expression",
    "operationName": "operation_name",
    "requestModels": "request_models",
    "requestParameters": "request_parameters",
    "routeKey": "route_key",
    "routeResponseSelectionExpression": "route_response_selection_expression",
    "target": "target",
}

HTTP_KEY = re.compile(r"\$default|(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) /\S*")
HTTP_GUARDS = {"JWT": "JWT", "CUSTOM": "REQUEST"}


@replaces(Api)
def create_route(original: Any, self: Any, **members: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html"""
    check_key(self, members["route_key"])
    check_references(self, members.get("authorization_type"), members.get("authorizer_id"), members.get("target"))
    return original(self, **members)


@replaces(ApiGatewayV2Response)
def update_route(_original: Any, self: Any) -> Any:
    """A list without items takes the scopes away; the type NONE takes the authorizer away.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html
    """
    _, _, _, api_id, _, route_id = self.path.split("/")
    api, body = self.apigatewayv2_backend.get_api(api_id), json.loads(self.body)
    route = api.get_route(route_id)
    if body.get("routeKey", route.route_key) != route.route_key:
        check_key(api, body["routeKey"])
    if body.get("authorizationType") in ("NONE", "AWS_IAM"):
        body.setdefault("authorizerId", "")
    check_references(
        api,
        body.get("authorizationType", route.authorization_type),
        body.get("authorizerId", route.authorizer_id),
        body.get("target", route.target),
    )
    keep(route, body, MEMBERS)
    return 200, {}, json.dumps(route.to_json())


@replaces(ApiGatewayV2Backend)
def delete_route(original: Any, self: Any, api_id: str, route_id: str) -> None:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid.html"""
    self.get_route(api_id, route_id)
    original(self, api_id, route_id)


@replaces(Route)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    return {**original(self), **({"apiGatewayManaged": True} if getattr(self, "managed", False) else {})}


def check_key(api: Any, key: str) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html"""
    if api.protocol_type == "HTTP" and not HTTP_KEY.fullmatch(key):
        bad_request(
            "The provided route key is not formatted properly for HTTP protocol."
            ' Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"'
        )
    if any(_nameless(route.route_key) == _nameless(key) for route in api.routes.values()):
        conflict(f"Route with key {key} already exists for this API")


def check_references(api: Any, authorization_type: str | None, authorizer_id: str | None, target: str | None) -> None:
    """A guard without its authorizer would be none."""
    wanted = HTTP_GUARDS.get(authorization_type or "")
    authorizer = api.authorizers.get(authorizer_id)
    if wanted and (authorizer is None or authorizer.authorizer_type != wanted):
        bad_request(
            "Invalid authorizer ID specified. Setting the authorization type to"
            + (" JWT requires a valid JWT authorizer." if wanted == "JWT" else " CUSTOM requires a valid authorizer.")
        )
    if target and target.removeprefix("integrations/") not in api.integrations:
        bad_request(f"Invalid Integration identifier specified {target.removeprefix('integrations/')}")


def _nameless(key: str) -> str:
    """Keys that differ in names of variables alone are the same."""
    return re.sub(r"\{[^}+]*(\+?)\}", r"{\1}", key)
