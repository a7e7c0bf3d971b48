"""Stages: deployment, variables, access logs, settings of routes."""

import json
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from moto.apigatewayv2.models import ApiGatewayV2Backend, Stage
from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..gap import adds, replaces
from .deployments import check_deployment, stage_deployment
from .members import keep
from .paths import served
from .refusals import conflict

served("apis/{}/stages/{}/routesettings/{+}", "apis/{}/stages/{}/accesslogsettings")

MEMBERS = {
    "accessLogSettings": "access_log_settings",
    "autoDeploy": "auto_deploy",
    "clientCertificateId": "client_certificate_id",
    "deploymentId": "deployment_id",
    "description": "description",
}


@replaces(Stage)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html"""
    deployment_id, managed = getattr(self, "deployment_id", None), getattr(self, "managed", False)
    return {
        **original(self),
        **({"deploymentId": deployment_id} if deployment_id else {}),
        **({"apiGatewayManaged": True} if managed else {}),
    }


@replaces(ApiGatewayV2Backend)
def create_stage(original: Any, self: Any, api_id: str, config: dict[str, Any]) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html"""
    api = self.get_api(api_id)
    if config["stageName"] in api.stages:
        conflict("Stage already exists")
    check_deployment(api, config.get("deploymentId"))
    stage = original(self, api_id, config)
    stage.deployment_id = config.get("deploymentId")
    stage_deployment(api, stage)
    return stage


@replaces(ApiGatewayV2Backend)
def get_stage(original: Any, self: Any, api_id: str, stage_name: str) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html"""
    stage = original(self, api_id, stage_name)
    stage_deployment(self.get_api(api_id), stage)
    return stage


@replaces(ApiGatewayV2Backend)
def get_stages(original: Any, self: Any, api_id: str) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html"""
    return [self.get_stage(api_id, stage.name) for stage in original(self, api_id)]


@replaces(ApiGatewayV2Backend)
def delete_stage(original: Any, self: Any, api_id: str, stage_name: str) -> None:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html"""
    self.get_api(api_id).get_stage(stage_name)
    original(self, api_id, stage_name)


@adds(ApiGatewayV2Response)
def update_stage(self: Any) -> Any:
    """Settings of a route and variables that the request does not name stay.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename.html
    """
    api, stage = _stage(self)
    body = json.loads(self.body)
    check_deployment(api, body.get("deploymentId"))
    keep(stage, body, MEMBERS)
    # Without members it takes the logs away.
    stage.access_log_settings = stage.access_log_settings or None
    stage.default_route_settings = {**stage.default_route_settings, **body.get("defaultRouteSettings", {})}
    for key, settings in body.get("routeSettings", {}).items():
        stage.route_settings[key] = {**stage.route_settings.get(key, {}), **settings}
    variables = {**stage.stage_variables, **body.get("stageVariables", {})}
    stage.stage_variables = {name: value for name, value in variables.items() if value}
    stage.updated = datetime.now()
    stage_deployment(api, stage)
    return 200, {}, json.dumps(stage.to_json())


@adds(ApiGatewayV2Response)
def delete_route_settings(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename-routesettings-routekey.html"""
    _, stage = _stage(self)
    stage.route_settings.pop(unquote(self.path.split("/routesettings/", 1)[1]), None)
    return 204, {"status": 204}, ""


@adds(ApiGatewayV2Response)
def delete_access_log_settings(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages-stagename-accesslogsettings.html"""
    _, stage = _stage(self)
    stage.access_log_settings = None
    return 204, {"status": 204}, ""


def _stage(self: Any) -> tuple[Any, Any]:
    _, _, _, api_id, _, name = self.path.split("/")[:6]
    api = self.apigatewayv2_backend.get_api(api_id)
    return api, api.get_stage(unquote(name))
