"""The canary of a stage: another deployment for a part of the requests.

https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html
"""

from typing import Any

from moto.apigateway.exceptions import BadRequestException

from .patch import Member, Operation, boolean

CANARY_DEFAULTS = {"percentTraffic": 0.0, "useStageCache": False}
CONVERT = {"percentTraffic": float, "useStageCache": boolean}
OVERRIDES = "stageVariableOverrides"


def copied(stage: Any, operation: Operation) -> list[Operation]:
    """A canary is promoted by `copy`: its deployment and its variables become the stage's.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/promote-canary-deployment.html
    """
    if operation.get("op") != "copy":
        return [operation]
    settings = getattr(stage, "canary_settings", None) or {}
    match operation.get("from"), operation.get("path"):
        case "/canarySettings/deploymentId", "/deploymentId" if settings:
            return [_replace("/deploymentId", settings.get("deploymentId"))]
        case "/canarySettings/stageVariableOverrides", "/variables" if settings:
            return [_replace(f"/variables/{name}", value) for name, value in settings.get(OVERRIDES, {}).items()]
    raise BadRequestException(f"Invalid copy from '{operation.get('from')}' to '{operation.get('path')}'")


def _replace(path: str, value: Any) -> Operation:
    return {"op": "replace", "path": path, "value": value}


def _canary(stage: Any, operation: str, key: str, value: Any) -> None:
    if not key:
        stage.canary_settings = None if operation == "remove" else getattr(stage, "canary_settings", None)
        return
    settings = {**CANARY_DEFAULTS, **(getattr(stage, "canary_settings", None) or {})}
    variable = key.removeprefix(f"{OVERRIDES}/")
    target, name = (settings, key) if variable == key else (dict(settings.get(OVERRIDES, {})), variable)
    if operation == "remove":
        target.pop(name, None)
    else:
        target[name] = CONVERT.get(key, str)(value)
    stage.canary_settings = settings if target is settings else {**settings, OVERRIDES: target}


CANARY = Member(("add", "remove", "replace"), str, _canary)
