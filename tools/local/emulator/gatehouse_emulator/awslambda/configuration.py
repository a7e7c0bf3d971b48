"""Settings of a function that moto forgets."""

from typing import Any

from moto.awslambda.models import LambdaFunction

from ..gap import replaces

KEPT = ("DeadLetterConfig", "EphemeralStorage", "KMSKeyArn", "LoggingConfig", "SnapStart", "TracingConfig")


@replaces(LambdaFunction)
def __init__(original: Any, self: Any, account_id: str, spec: dict[str, Any], *args: Any, **kwargs: Any) -> None:
    """https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html"""
    original(self, account_id, spec, *args, **kwargs)
    self.kept_settings = {name: spec[name] for name in KEPT if spec.get(name)}


@replaces(LambdaFunction)
def update_configuration(original: Any, self: Any, config_updates: dict[str, Any]) -> dict[str, Any]:
    """https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html"""
    self.kept_settings.update({name: config_updates[name] for name in KEPT if name in config_updates})
    return original(self, config_updates)


@replaces(LambdaFunction)
def get_configuration(original: Any, self: Any, on_create: bool = False) -> dict[str, Any]:
    """https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html"""
    body = original(self, on_create)
    body["LoggingConfig"] = {"LogFormat": "Text", "LogGroup": f"/aws/lambda/{self.function_name}"}
    for name, value in self.kept_settings.items():
        if name == "SnapStart":
            body[name] = {**value, "OptimizationStatus": "Off"}
        elif name == "LoggingConfig":
            body[name] = {**body[name], **value}
        else:
            body[name] = value
    return body
