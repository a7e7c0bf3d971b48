"""`GET /moto-api/gatehouse/deployment`: what a stage of a REST API or an HTTP API serves."""

from typing import Any

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.models import apigatewayv2_backends

from ..apigatewayv2.deployments import deployments, stage_deployment
from ..apigatewayv2.snapshot import snapshot as http_snapshot
from ..local_endpoints import local
from .snapshot import snapshot


@local("GET", "deployment")
def deployment(query: dict[str, Any]) -> dict[str, Any]:
    """Of `apiId` and `stage`, `apiId` and `deploymentId`, or `apiId` and `current=true`, which is what a deployment
    would freeze now. docs/emulator.md has the shape of the answer.
    """
    api_id, stage, deployment_id = (query.get(name) for name in ("apiId", "stage", "deploymentId"))
    if api_id and query.get("current") == "true":
        return _current(api_id)
    if not api_id or bool(stage) == bool(deployment_id):
        raise ValueError("expected apiId, and either stage, deploymentId or current=true")
    for describe in (_rest, _http):
        found = describe(api_id, stage, deployment_id)
        if found:
            return found
    raise ValueError(f"there is no API {api_id}")


def _current(api_id: str) -> dict[str, Any]:
    api = _find(apigateway_backends, api_id)
    if api is not None:
        return {"apiId": api_id, "kind": "REST", "deploymentId": None, **snapshot(api)}
    api = _find(apigatewayv2_backends, api_id)
    if api is None:
        raise ValueError(f"there is no API {api_id}")
    return {"apiId": api_id, "kind": api.protocol_type, "deploymentId": None, **http_snapshot(api)}


def _rest(api_id: str, stage_name: str | None, deployment_id: str | None) -> dict[str, Any] | None:
    api = _find(apigateway_backends, api_id)
    if api is None:
        return None
    stage = _member(api.stages, stage_name, "stage") if stage_name else None
    frozen = _member(api.deployments, stage.deployment_id if stage else deployment_id, "deployment")
    canary = getattr(stage, "canary_settings", None)
    return {
        "apiId": api_id,
        "kind": "REST",
        "deploymentId": frozen.id,
        **({"canary": canary} if canary else {}),
        **frozen.snapshot,
    }


def _http(api_id: str, stage_name: str | None, deployment_id: str | None) -> dict[str, Any] | None:
    api = _find(apigatewayv2_backends, api_id)
    if api is None:
        return None
    stage = _member(api.stages, stage_name, "stage") if stage_name else None
    frozen = stage_deployment(api, stage) if stage else _member(deployments(api), deployment_id, "deployment")
    if frozen is None:
        raise ValueError(f"stage {stage_name} has no deployment")
    return {"apiId": api_id, "kind": api.protocol_type, "deploymentId": frozen.id, **frozen.snapshot}


def _find(backends: Any, api_id: str) -> Any:
    return next((backend.apis[api_id] for _, _, backend in backends.iter_backends() if api_id in backend.apis), None)


def _member(members: dict[str, Any], name: str | None, kind: str) -> Any:
    if name not in members:
        raise ValueError(f"there is no {kind} {name}")
    return members[name]
