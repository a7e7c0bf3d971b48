"""PutRestApi and ImportRestApi: an OpenAPI 3 document becomes the API.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html
"""

import json
from typing import Any

from moto.apigateway.exceptions import (
    BadRequestException,
    InvalidOpenApiDocVersionException,
    InvalidOpenApiModeException,
)
from moto.apigateway.models import APIGatewayBackend, RestAPI

from ..gap import replaces
from .documentation import import_parts, parts
from .gateway_responses import check_type
from .import_guards import guards_of
from .import_methods import Parts, put_operation
from .import_models import put_models
from .import_warnings import warnings_of
from .resource_policy import stored

VERBS = ("delete", "get", "head", "options", "patch", "post", "put")
ANY = "x-amazon-apigateway-any-method"
REPLACED = ("authorizers", "gateway_responses", "models", "request_validators")


@replaces(APIGatewayBackend)
def put_rest_api(
    _original: Any, self: Any, function_id: str, api_doc: dict[str, Any], fail_on_warnings: bool, mode: str = "merge"
) -> Any:
    """A document that is refused changes nothing. Deployments and stages stay.
    https://docs.aws.amazon.com/apigateway/latest/api/API_PutRestApi.html
    """
    if mode not in ("merge", "overwrite"):
        raise InvalidOpenApiModeException()
    if not str(api_doc.get("openapi", "")).startswith("3."):
        raise InvalidOpenApiDocVersionException()
    warnings = warnings_of(api_doc)
    if warnings and fail_on_warnings:
        raise BadRequestException("Warnings found during import:\n\t" + "\n\t".join(warnings))
    api = self.get_rest_api(function_id)
    before = _copy(api)
    try:
        _import(self, api, api_doc, mode == "overwrite")
    except Exception:
        _restore(api, before)
        raise
    api.warnings = warnings
    return api


@replaces(APIGatewayBackend)
def import_rest_api(_original: Any, self: Any, api_doc: dict[str, Any], fail_on_warnings: bool) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_ImportRestApi.html"""
    api = self.create_rest_api(name=api_doc.get("info", {}).get("title", ""), description=None)
    try:
        return self.put_rest_api(api.id, api_doc, fail_on_warnings=fail_on_warnings, mode="overwrite")
    except Exception:
        self.delete_rest_api(api.id)
        raise


@replaces(RestAPI)
def to_dict(original: Any, self: Any) -> dict[str, Any]:
    warnings = getattr(self, "warnings", None)
    return {**original(self), **({"warnings": warnings} if warnings else {})}


def _import(backend: Any, api: Any, document: dict[str, Any], overwrite: bool) -> None:
    if overwrite:
        _clear(api)
    _settings(api, document, overwrite)
    put_models(api, document)
    named = document.get("x-amazon-apigateway-request-validators", {})
    for kind, response in document.get("x-amazon-apigateway-gateway-responses", {}).items():
        check_type(kind)
        parameters, templates = response.get("responseParameters", {}), response.get("responseTemplates", {})
        status = response.get("statusCode")
        api.put_gateway_response(kind, status and str(status), parameters, templates)
    made = Parts(
        backend=backend,
        api=api,
        document=document,
        guards=guards_of(backend, api, document),
        validators={name: _validator(backend, api, name, checks) for name, checks in named.items()},
    )
    for path, item in document.get("paths", {}).items():
        resource = _resource(backend, api, path)
        for member, operation in item.items():
            if member in VERBS or member == ANY:
                verb = "ANY" if member == ANY else member.upper()
                put_operation(made, resource, verb, operation, item.get("parameters", []))
    import_parts(api, document)


def _settings(api: Any, document: dict[str, Any], overwrite: bool) -> None:
    """What the document does not say keeps its value in a merge, and gets the default otherwise."""
    info = document.get("info", {})
    api.name = info.get("title", api.name)
    api.version = str(info["version"]) if "version" in info else api.version
    endpoint = document.get("x-amazon-apigateway-endpoint-configuration", {})
    found = {
        "api_key_source": document.get("x-amazon-apigateway-api-key-source"),
        "binaryMediaTypes": document.get("x-amazon-apigateway-binary-media-types"),
        "description": info.get("description"),
        "disableExecuteApiEndpoint": endpoint.get("disableExecuteApiEndpoint"),
        "minimum_compression_size": document.get("x-amazon-apigateway-minimum-compression-size"),
    }
    defaults = {"api_key_source": "HEADER", "binaryMediaTypes": [], "disableExecuteApiEndpoint": False}
    for attribute, value in found.items():
        if value is not None or overwrite:
            setattr(api, attribute, defaults.get(attribute) if value is None else value)
    if endpoint.get("vpcEndpointIds"):
        api.endpoint_configuration = {**api.endpoint_configuration, "vpcEndpointIds": endpoint["vpcEndpointIds"]}
    policy = document.get("x-amazon-apigateway-policy")
    if policy or overwrite:
        api.policy = stored(json.dumps(policy), api) if policy else None


def _clear(api: Any) -> None:
    """Whatever the document does not name goes; the root stays the same resource."""
    root = api.default
    root.resource_methods = {}
    api.resources = {root.id: root}
    for members in (*(getattr(api, name) for name in REPLACED), parts(api)):
        members.clear()


def _validator(backend: Any, api: Any, name: str, checks: dict[str, bool]) -> str:
    known = next((validator for validator in api.request_validators.values() if validator.name == name), None)
    body, parameters = bool(checks.get("validateRequestBody")), bool(checks.get("validateRequestParameters"))
    if known is None:
        return backend.create_request_validator(api.id, name, body, parameters).id
    known.validate_request_body, known.validate_request_parameters = body, parameters
    return known.id


def _resource(backend: Any, api: Any, path: str) -> Any:
    resource = api.default
    for part in filter(None, path.split("/")):
        children = (r for r in api.resources.values() if r.parent_id == resource.id and r.path_part == part)
        resource = next(children, None) or backend.create_resource(api.id, resource.id, part)
    return resource


def _copy(api: Any) -> tuple[dict[str, Any], dict[Any, Any]]:
    attributes = {name: dict(value) if isinstance(value, dict) else value for name, value in vars(api).items()}
    return attributes, {resource: dict(resource.resource_methods) for resource in api.resources.values()}


def _restore(api: Any, before: tuple[dict[str, Any], dict[Any, Any]]) -> None:
    attributes, methods = before
    vars(api).update(attributes)
    for resource, members in methods.items():
        resource.resource_methods = members
