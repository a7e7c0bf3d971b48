"""Responses of a WebSocket API's routes."""

import json
from typing import Any

from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..gap import adds
from .members import keep

MEMBERS = {
    "modelSelectionExpression": "model_selection_expression",
    "responseModels": "response_models",
    "routeResponseKey": "route_response_key",
}


@adds(ApiGatewayV2Response)
def update_route_response(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes-routeid-routeresponses-routeresponseid.html"""
    _, _, _, api_id, _, route_id, _, response_id = self.path.split("/")
    response = self.apigatewayv2_backend.get_route_response(api_id, route_id, response_id)
    keep(response, json.loads(self.body), MEMBERS)
    return 200, {}, json.dumps(response.to_json())
