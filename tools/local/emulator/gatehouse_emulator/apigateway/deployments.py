"""Deployments: what a stage serves, frozen."""

import json
from typing import Any

from moto.apigateway.exceptions import BadRequestException, DeploymentNotFoundException, StageStillActive
from moto.apigateway.models import APIGatewayBackend, RestAPI
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .canary import CANARY_DEFAULTS
from .patch import apply_patch, scalar
from .snapshot import snapshot

DEPLOYMENT = {"/description": scalar("description")}


@replaces(APIGatewayResponse)
def create_deployment(original: Any, self: Any) -> Any:
    """A stage that exists moves to the new deployment, or sends a part of its requests there, and keeps its settings.
    https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html
    """
    api = self.backend.get_rest_api(self.path.split("/")[2])
    _check_methods(api)
    name, canary = self._get_param("stageName"), self._get_param("canarySettings")
    stage = api.stages.get(name)
    status, headers, body = original(self)
    deployment_id = json.loads(body)["id"]
    if stage is None:
        _describe(api.stages.get(name), self)
        return status, headers, body
    api.stages[name] = stage
    if canary:
        stage.canary_settings = {**CANARY_DEFAULTS, **canary, "deploymentId": deployment_id}
    else:
        stage.deployment_id = deployment_id
        stage.variables = {**stage.variables, **(self._get_param("variables") or {})}
    return status, headers, body


def _check_methods(api: Any) -> None:
    methods = [method for resource in api.resources.values() for method in resource.resource_methods.values()]
    if not methods:
        raise BadRequestException("The REST API doesn't contain any methods")
    if any(method.method_integration is None for method in methods):
        raise BadRequestException("No integration defined for method")


def _describe(stage: Any, self: Any) -> None:
    if stage:
        stage.description = self._get_param("stageDescription") or ""
        stage.tracing_enabled = self._get_param("tracingEnabled")


@replaces(RestAPI, "create_deployment")
def _create_deployment(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html"""
    deployment = original(self, *args, **kwargs)
    deployment.snapshot = snapshot(self)
    return deployment


@adds(APIGatewayResponse)
def update_deployment(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateDeployment.html"""
    _, _, api_id, _, deployment_id = self.path.split("/")[:5]
    deployment = self.backend.get_deployment(api_id, deployment_id)
    apply_patch(deployment, self._get_param("patchOperations"), DEPLOYMENT)
    return json.dumps(deployment.to_json())


@replaces(RestAPI)
def get_deployment(original: Any, self: Any, deployment_id: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetDeployment.html"""
    if deployment_id not in self.deployments:
        raise DeploymentNotFoundException()
    return original(self, deployment_id)


@replaces(APIGatewayBackend)
def delete_deployment(original: Any, self: Any, function_id: str, deployment_id: str) -> Any:
    """A deployment that a stage serves stays: what makes Terraform's create_before_destroy necessary.
    https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDeployment.html
    """
    if any(deployment_id in _served(stage) for stage in self.get_rest_api(function_id).stages.values()):
        raise StageStillActive()
    return original(self, function_id, deployment_id)


def _served(stage: Any) -> tuple[str, str | None]:
    return stage.deployment_id, (getattr(stage, "canary_settings", None) or {}).get("deploymentId")
