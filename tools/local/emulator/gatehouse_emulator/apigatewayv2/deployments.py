"""Deployments: what a stage serves, frozen.

A stage with auto-deploy has a new one after each change of its API. It is made when it is asked for.
"""

import json
from datetime import datetime
from typing import Any

from moto.apigatewayv2.responses import ApiGatewayV2Response
from moto.core.utils import iso_8601_datetime_without_milliseconds
from moto.moto_api._internal import mock_random as random

from ..gap import adds
from .paths import served
from .refusals import NotFoundException, bad_request
from .snapshot import snapshot

served("apis/{}/deployments", "apis/{}/deployments/{}")


class Deployment:
    def __init__(self, api: Any, description: str | None, auto: bool) -> None:
        self.id = random.get_random_hex(6)
        self.auto = auto
        self.created = datetime.now()
        self.description = description
        self.snapshot = snapshot(api)

    def to_json(self) -> dict[str, Any]:
        return {
            "autoDeployed": self.auto,
            "createdDate": iso_8601_datetime_without_milliseconds(self.created),
            "deploymentId": self.id,
            "deploymentStatus": "DEPLOYED",
            "description": self.description,
        }


def deployments(api: Any) -> dict[str, Deployment]:
    """Of an API; moto's keeps none."""
    return vars(api).setdefault("deployments", {})


def stage_deployment(api: Any, stage: Any) -> Deployment | None:
    """What the stage serves."""
    current = deployments(api).get(getattr(stage, "deployment_id", None) or "")
    if stage.auto_deploy and api.routes and (current is None or current.snapshot != snapshot(api)):
        current = _made(api, "Automatic deployment triggered by changes to the Api configuration", auto=True)
        stage.deployment_id = current.id
    return current


@adds(ApiGatewayV2Response)
def create_deployment(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments.html"""
    api, body = _api(self), json.loads(self.body or "{}")
    if not api.routes:
        bad_request("Unable to deploy API because no routes exist in this API")
    stage = api.get_stage(body["stageName"]) if body.get("stageName") else None
    deployment = _made(api, body.get("description"), auto=False)
    if stage:
        stage.deployment_id = deployment.id
    return 201, {"status": 201}, json.dumps(deployment.to_json())


@adds(ApiGatewayV2Response)
def get_deployments(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments.html"""
    api = _api(self)
    for stage in api.stages.values():
        stage_deployment(api, stage)
    return 200, {}, json.dumps({"items": [deployment.to_json() for deployment in deployments(api).values()]})


@adds(ApiGatewayV2Response)
def get_deployment(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments-deploymentid.html"""
    return 200, {}, json.dumps(_deployment(self).to_json())


@adds(ApiGatewayV2Response)
def update_deployment(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments-deploymentid.html"""
    deployment, body = _deployment(self), json.loads(self.body)
    deployment.description = body.get("description", deployment.description)
    return 200, {}, json.dumps(deployment.to_json())


@adds(ApiGatewayV2Response)
def delete_deployment(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-deployments-deploymentid.html"""
    api, deployment = _api(self), _deployment(self)
    if any(getattr(stage, "deployment_id", None) == deployment.id for stage in api.stages.values()):
        bad_request("Active stages pointing to this deployment must be moved or deleted")
    del deployments(api)[deployment.id]
    return 204, {"status": 204}, ""


def check_deployment(api: Any, deployment_id: str | None) -> None:
    """Raises for an id that is none of the API's."""
    if deployment_id and deployment_id not in deployments(api):
        raise NotFoundException(f"Invalid Deployment identifier specified {deployment_id}")


def _made(api: Any, description: str | None, auto: bool) -> Deployment:
    deployment = Deployment(api, description, auto)
    deployments(api)[deployment.id] = deployment
    return deployment


def _api(self: Any) -> Any:
    return self.apigatewayv2_backend.get_api(self.path.split("/")[3])


def _deployment(self: Any) -> Deployment:
    api, deployment_id = _api(self), self.path.split("/")[-1]
    check_deployment(api, deployment_id)
    return deployments(api)[deployment_id]
