"""Deployments."""

import json
from typing import Any

from moto.apigateway.exceptions import DeploymentNotFoundException, StageStillActive
from moto.apigateway.models import APIGatewayBackend, RestAPI
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .patch import apply_patch, scalar

DEPLOYMENT = {"/description": scalar("description")}


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
    if any(stage.deployment_id == deployment_id for stage in self.get_rest_api(function_id).stages.values()):
        raise StageStillActive()
    return original(self, function_id, deployment_id)
