"""Operations of an OpenAPI document, which become methods with their integrations.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
"""

from dataclasses import dataclass
from typing import Any

from moto.apigateway.exceptions import BadRequestException

from .import_guards import Guard, guard_of
from .import_models import models_of

PLACES = {"header": "header", "path": "path", "query": "querystring"}
VALIDATOR = "x-amazon-apigateway-request-validator"


@dataclass(frozen=True)
class Parts:
    """What operations refer to by name."""

    backend: Any
    api: Any
    document: dict[str, Any]
    guards: dict[str, Guard]
    validators: dict[str, str]

    def at(self, value: dict[str, Any]) -> dict[str, Any]:
        """The component, where the value is a reference to one."""
        found: Any = self.document
        reference = value.get("$ref")
        if reference is None:
            return value
        for part in reference.removeprefix("#/").split("/"):
            found = found.get(part) if isinstance(found, dict) else None
        return found or {}


def put_operation(made: Parts, resource: Any, verb: str, operation: dict[str, Any], shared: list[Any]) -> None:
    """A method of that verb is replaced."""
    place = f"{verb} {resource.get_path()}"
    guard, scopes = guard_of(operation, made.guards, place)
    body = made.at(operation.get("requestBody", {}))
    unnamed = f"{verb.title()}{''.join(filter(str.isalnum, resource.get_path()))}"
    made.backend.put_method(
        made.api.id,
        resource.id,
        verb,
        guard.authorization_type,
        guard.api_key,
        operation_name=operation.get("operationId"),
        request_models=models_of(made.api, body.get("content", {}), f"{unnamed}Request"),
        request_parameters=_parameters(made, [*shared, *operation.get("parameters", [])]),
        authorizer_id=guard.authorizer_id,
        authorization_scopes=scopes,
        request_validator_id=_validator(made, operation, place),
    )
    for status, response in operation.get("responses", {}).items():
        _response(made, resource, verb, str(status), made.at(response), f"{unnamed}{status}Response")
    integration = operation.get("x-amazon-apigateway-integration")
    if integration:
        _integration(made, resource, verb, integration)


def _validator(made: Parts, operation: dict[str, Any], place: str) -> str | None:
    name = operation.get(VALIDATOR, made.document.get(VALIDATOR))
    if name is not None and name not in made.validators:
        raise BadRequestException(f"Request validator '{name}' of {place} is not defined")
    return made.validators.get(name)


def _parameters(made: Parts, parameters: list[dict[str, Any]]) -> dict[str, bool] | None:
    found = [made.at(parameter) for parameter in parameters]
    return {
        f"method.request.{PLACES[p['in']]}.{p['name']}": bool(p.get("required", False))
        for p in found
        if p.get("in") in PLACES
    } or None


def _response(made: Parts, resource: Any, verb: str, status: str, response: dict[str, Any], unnamed: str) -> None:
    if not status.isdigit():
        return
    headers = {f"method.response.header.{name}": False for name in response.get("headers", {})}
    models = models_of(made.api, response.get("content", {}), unnamed)
    made.backend.put_method_response(made.api.id, resource.id, verb, status, models, headers or None)


def _integration(made: Parts, resource: Any, verb: str, document: dict[str, Any]) -> None:
    integration = made.backend.put_integration(
        made.api.id,
        resource.id,
        verb,
        document["type"].upper(),
        document.get("uri"),
        document.get("httpMethod"),
        credentials=document.get("credentials"),
        request_templates=document.get("requestTemplates"),
        passthrough_behavior=document.get("passthroughBehavior", "when_no_match").upper(),
        tls_config=document.get("tlsConfig"),
        timeout_in_millis=document.get("timeoutInMillis", 29000),
        request_parameters=document.get("requestParameters"),
        content_handling=document.get("contentHandling"),
        cache_namespace=document.get("cacheNamespace", resource.id),
        connection_type=document.get("connectionType", "INTERNET"),
    )
    integration.cache_key_parameters = document.get("cacheKeyParameters", [])
    integration.connection_id = document.get("connectionId")
    for pattern, response in document.get("responses", {}).items():
        made.backend.put_integration_response(
            made.api.id,
            resource.id,
            verb,
            str(response["statusCode"]),
            "" if pattern == "default" else pattern,
            response.get("responseTemplates", {}),
            response.get("responseParameters", {}),
            response.get("contentHandling"),
        )
