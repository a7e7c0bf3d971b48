"""Stages: deployment, variables, access logs, method settings."""

from typing import Any

from moto.apigateway.exceptions import BadRequestException
from moto.apigateway.models import APIGatewayBackend, Stage

from ..gap import replaces
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


def _canary(stage: Any, operation: str, key: str, value: Any) -> None:
    settings = dict(getattr(stage, "canary_settings", None) or {})
    if operation == "remove" and not key:
        stage.canary_settings = None
        return
    convert = {"percentTraffic": float, "useStageCache": boolean}.get(key, str)
    if key.startswith("stageVariableOverrides/"):
        overrides = {**settings.get("stageVariableOverrides", {}), key.split("/", 1)[1]: value}
        settings["stageVariableOverrides"] = {k: v for k, v in overrides.items() if v is not None}
    else:
        settings[key] = convert(value)
    stage.canary_settings = settings


STAGE = {
    "/accessLogSettings": Member(("add", "remove", "replace"), str, _access_logs),
    "/cacheClusterEnabled": Member(("replace",), boolean, _cache_cluster),
    "/cacheClusterSize": scalar("cache_cluster_size"),
    "/canarySettings": Member(("add", "remove", "replace"), str, _canary),
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
    for operation in patch_operations or []:
        if operation.get("path") == "/deploymentId":
            _check_deployment(self, function_id, operation.get("value"))
    return original(self, function_id, stage_name, patch_operations or [])


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
