"""Models: JSON schemas of requests and responses."""

import json
from typing import Any

from moto.apigateway.exceptions import ConflictException
from moto.apigateway.models import APIGatewayBackend
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .patch import apply_patch, scalar

MODEL = {"/description": scalar("description"), "/schema": scalar("schema")}


@adds(APIGatewayResponse)
def update_model(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateModel.html"""
    _, _, api_id, _, name = self.path.split("/")[:5]
    model = self.backend.get_model(api_id, name)
    apply_patch(model, self._get_param("patchOperations"), MODEL)
    return json.dumps(model.to_json())


@replaces(APIGatewayBackend)
def create_model(original: Any, self: Any, rest_api_id: str, name: str, *rest: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html"""
    if rest_api_id in self.apis and name in self.apis[rest_api_id].models:
        raise ConflictException(f"Model name already exists for this REST API: {name}")
    return original(self, rest_api_id, name, *rest)
