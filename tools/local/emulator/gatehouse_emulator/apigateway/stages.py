"""Stages: deployment, variables, access logs, method settings."""

import json
from typing import Any

from moto.apigateway.exceptions import BadRequestException, NotFoundException
from moto.apigateway.models import APIGatewayBackend, Stage
from moto.apigateway.responses import APIGatewayResponse

from ..gap import replaces
from .canary import CANARY, CANARY_DEFAULTS, copied
from .documentation import versions
from .patch import Member, apply_patch, boolean, integer, mapping, scalar

# https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html
METHOD_SETTINGS = {
    "caching/dataEncrypted": ("cacheDataEncrypted", boolean),
    "caching/enabled": ("cachingEnabled", boolean),
    "caching/requireAuthorizationForCacheControl": ("requireAuthorizationForCacheControl", boolean),
    "caching/ttlInSeconds": ("cacheTtlInSeconds", integer),
    "caching/unauthorizedCacheControlHeaderStrategy": ("unauthorizedCacheControlHeaderStrategy", str),
    "logging/dataTrace": ("dataTraceEnabled", boolean),
    "logging/loglevel": ("loggingLevel", str),
    "metrics/enabled": ("metricsEnabled", boolean),
    "throttling/burstLimit": ("throttlingBurstLimit", integer),
    "throttling/rateLimit": ("throttlingRateLimit", float),
}

# -1: not limited by the stage, the account's limits hold.
METHOD_SETTING_DEFAULTS = {
    "cacheDataEncrypted": False,
    "cacheTtlInSeconds": 300,
    "cachingEnabled": False,
    "dataTraceEnabled": False,
    "metricsEnabled": False,
    "requireAuthorizationForCacheControl": True,
    "throttlingBurstLimit": -1,
    "throttlingRateLimit": -1.0,
    "unauthorizedCacheControlHeaderStrategy": "SUCCEED_WITH_RESPONSE_HEADER",
}


def _access_logs(stage: Any, operation: str, key: str, value: Any) -> None:
    if operation == "remove" and not key:
        stage.access_log_settings = None
    elif operation != "remove" and key:
        stage.access_log_settings = {**(stage.access_log_settings or {}), key: value}


def _cache_cluster(stage: Any, _operation: str, _key: str, value: bool) -> None:
    stage.cache_cluster_enabled = value
    stage.cache_cluster_status = "AVAILABLE" if value else "NOT_AVAILABLE"


STAGE = {
    "/accessLogSettings": Member(("add", "remove", "replace"), str, _access_logs),
    "/cacheClusterEnabled": Member(("replace",), boolean, _cache_cluster),
    "/cacheClusterSize": scalar("cache_cluster_size"),
    "/canarySettings": CANARY,
    "/clientCertificateId": scalar("client_certificate_id"),
    "/deploymentId": scalar("deployment_id"),
    "/description": scalar("description"),
    "/documentationVersion": scalar("documentation_version"),
    "/tracingEnabled": scalar("tracing_enabled", boolean),
    "/variables": mapping("variables"),
}


@replaces(Stage)
def apply_operations(_original: Any, self: Any, patch_operations: list[dict[str, str]]) -> Any:
    """Method settings are every other path: `/<path>/<verb>/<group>/<setting>`, `/*/*` for all.
    https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html
    """
    known = [o for o in patch_operations if _is_stage_member(o.get("path", ""))]
    settings = [_method_setting(o) for o in patch_operations if o not in known]
    apply_patch(self, known, STAGE)
    for method, name, value in settings:
        if name is None:
            self.method_settings.pop(method, None)
        else:
            self.method_settings.setdefault(method, dict(METHOD_SETTING_DEFAULTS))[name] = value
    return self


@replaces(APIGatewayResponse, "create_stage")
def _create_stage(original: Any, self: Any) -> Any:
    """Keeps the canary and the version of the documentation, which moto drops.
    https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
    """
    api = self.backend.get_rest_api(self.path.split("/")[2])
    canary, version = self._get_param("canarySettings"), self._get_param("documentationVersion")
    if canary:
        _check_deployment(self.backend, api.id, canary.get("deploymentId"))
    _check_version(api, version)
    status, headers, body = original(self)
    stage = api.stages[json.loads(body)["stageName"]]
    stage.canary_settings = canary and {**CANARY_DEFAULTS, **canary}
    stage.documentation_version = version
    return status, headers, json.dumps(stage.to_json())


@replaces(Stage)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    body = original(self)
    for attribute, name in (
        ("canary_settings", "canarySettings"),
        ("client_certificate_id", "clientCertificateId"),
        ("documentation_version", "documentationVersion"),
    ):
        if getattr(self, attribute, None):
            body[name] = getattr(self, attribute)
    return body


@replaces(APIGatewayBackend)
def create_stage(original: Any, self: Any, function_id: str, stage_name: str, deploymentId: str, **rest: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html"""
    _check_deployment(self, function_id, deploymentId)
    return original(self, function_id, stage_name, deploymentId, **rest)


@replaces(APIGatewayBackend)
def update_stage(original: Any, self: Any, function_id: str, stage_name: str, patch_operations: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html"""
    stage = self.get_stage(function_id, stage_name)
    operations = [each for operation in patch_operations or [] for each in copied(stage, operation)]
    for operation in operations:
        if operation.get("path") in ("/deploymentId", "/canarySettings/deploymentId"):
            _check_deployment(self, function_id, operation.get("value"))
        if operation.get("path") == "/documentationVersion":
            _check_version(self.get_rest_api(function_id), operation.get("value"))
    return original(self, function_id, stage_name, operations)


def _check_version(api: Any, version: str | None) -> None:
    if version and version not in versions(api):
        raise NotFoundException("Invalid Documentation version specified")


def _check_deployment(backend: Any, api_id: str, deployment_id: str | None) -> None:
    if deployment_id not in backend.get_rest_api(api_id).deployments:
        raise BadRequestException("Deployment id does not exist")


def _is_stage_member(path: str) -> bool:
    return any(path == member or path.startswith(f"{member}/") for member in STAGE)


def _method_setting(operation: dict[str, str]) -> tuple[str, str | None, Any]:
    path = operation.get("path", "").strip("/")
    if operation.get("op") == "remove" and path.count("/"):
        return path, None, None
    method, _, setting = path.rpartition("/")
    method, _, group = method.rpartition("/")
    name, convert = METHOD_SETTINGS.get(f"{group}/{setting}", (None, None))
    if not method or name is None or convert is None or operation.get("op") != "replace":
        raise BadRequestException(
            f"Invalid patch path  '{operation.get('path')}' specified for op '{operation.get('op')}'."
            f" Must be one of: [{', '.join([*STAGE, *(f'/*/*/{s}' for s in METHOD_SETTINGS)])}]"
        )
    try:
        return method, name, convert(operation.get("value", ""))
    except ValueError as reason:
        raise BadRequestException(f"Invalid value '{operation.get('value')}' for {name}: {reason}") from None
