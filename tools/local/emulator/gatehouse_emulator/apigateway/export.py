"""GetExport: the operations that a stage serves, from what its deployment froze."""

import json
from typing import Any

from moto.apigateway.exceptions import StageNotFoundException
from moto.apigateway.models import APIGatewayBackend
from moto.apigateway.responses import APIGatewayResponse

from ..gap import replaces

ANY = "x-amazon-apigateway-any-method"


@replaces(APIGatewayBackend)
def export_api(original: Any, self: Any, rest_api_id: str, export_type: str, stage_name: str = "") -> dict[str, Any]:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetExport.html"""
    body = original(self, rest_api_id, export_type)
    stage = self.get_rest_api(rest_api_id).stages.get(stage_name)
    if stage is None:
        raise StageNotFoundException
    frozen = self.get_rest_api(rest_api_id).deployments[stage.deployment_id].snapshot
    paths: dict[str, Any] = {}
    for route in frozen["routes"]:
        verb = ANY if route["method"] == "ANY" else route["method"].lower()
        paths.setdefault(route["path"], {})[verb] = _operation(route)
    if export_type == "oas30":
        return {"openapi": "3.0.1", "info": body["info"], "paths": paths, "components": {}}
    return {**body, "basePath": f"/{stage_name}", "paths": paths}


@replaces(APIGatewayResponse)
def get_export(original: Any, self: Any) -> Any:
    *_, rest_api_id, _stages, stage_name, _exports, export_type = self.path.split("/")
    body = self.backend.export_api(rest_api_id, export_type, stage_name)
    name = "oas30" if export_type == "oas30" else "swagger"
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f'attachment; filename="{name}_{body["info"]["version"]}Z.json"',
    }
    return 200, headers, json.dumps(body).encode()


def _operation(route: dict[str, Any]) -> dict[str, Any]:
    responses = {code: {"description": f"{code} response"} for code in route.get("methodResponses") or {}}
    return {**({"operationId": route["operationName"]} if route.get("operationName") else {}), "responses": responses}
