"""PutRestApi: an OpenAPI 3 document becomes the API."""

import json
from typing import Any

from moto.apigateway.models import APIGatewayBackend

from ..gap import replaces
from .resource_policy import stored

VERBS = ("delete", "get", "head", "options", "patch", "post", "put")
ANY = "x-amazon-apigateway-any-method"
# The guard of operations for requests that are signed with AWS credentials.
# https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authtype.html
SIGNED = object()
PLACES = {"header": "header", "path": "path", "query": "querystring"}


@replaces(APIGatewayBackend)
def put_rest_api(
    original: Any, self: Any, function_id: str, api_doc: dict[str, Any], fail_on_warnings: bool, mode: str = "merge"
) -> Any:
    """Also imports what guards an operation, what it answers by itself, and integrations without an address.
    https://docs.aws.amazon.com/apigateway/latest/api/API_PutRestApi.html
    """
    if mode != "overwrite" or not str(api_doc.get("openapi", "")).startswith("3.0."):
        return original(self, function_id, api_doc, fail_on_warnings, mode)
    api = self.get_rest_api(function_id)
    _clear(api)
    api.name = api_doc["info"]["title"]
    policy = api_doc.get("x-amazon-apigateway-policy")
    api.policy = stored(json.dumps(policy), api) if policy else None
    schemes = api_doc.get("components", {}).get("securitySchemes", {})
    authorizers = {name: _authorizer(self, api, name, scheme) for name, scheme in schemes.items()}
    validators = _validators(self, api, api_doc)
    for kind, response in api_doc.get("x-amazon-apigateway-gateway-responses", {}).items():
        parameters, templates = response.get("responseParameters", {}), response.get("responseTemplates", {})
        api.put_gateway_response(kind, response.get("statusCode"), parameters, templates)
    for path, item in api_doc["paths"].items():
        resource = _resource(self, api, path)
        for member, operation in item.items():
            if member in VERBS or member == ANY:
                verb = "ANY" if member == ANY else member.upper()
                validator = operation.get(
                    "x-amazon-apigateway-request-validator", api_doc.get("x-amazon-apigateway-request-validator")
                )
                _method(self, api.id, resource.id, verb, operation, authorizers, validators.get(validator))
    return api


def _clear(api: Any) -> None:
    """Whatever the document does not name goes; the root stays the same resource."""
    root = api.default
    root.resource_methods = {}
    api.resources = {root.id: root}
    for members in (api.authorizers, api.gateway_responses, api.models, api.request_validators):
        members.clear()


def _authorizer(backend: Any, api: Any, name: str, scheme: dict[str, Any]) -> Any:
    authorizer = scheme.get("x-amazon-apigateway-authorizer")
    if authorizer is None:
        return SIGNED if scheme.get("x-amazon-apigateway-authtype", "").lower() == "awssigv4" else None
    return backend.create_authorizer(
        api.id,
        name,
        authorizer["type"].upper(),
        provider_arns=authorizer.get("providerARNs"),
        auth_type=scheme.get("x-amazon-apigateway-authtype"),
        authorizer_uri=authorizer.get("authorizerUri"),
        identity_source=authorizer.get("identitySource", f"method.request.header.{scheme.get('name')}"),
        authorizer_result_ttl=authorizer.get("authorizerResultTtlInSeconds", 300),
    )


def _validators(backend: Any, api: Any, document: dict[str, Any]) -> dict[str | None, str]:
    named = document.get("x-amazon-apigateway-request-validators", {})
    return {
        name: backend.create_request_validator(
            api.id, name, checks.get("validateRequestBody"), checks.get("validateRequestParameters")
        ).id
        for name, checks in named.items()
    }


def _resource(backend: Any, api: Any, path: str) -> Any:
    resource = api.default
    for part in filter(None, path.split("/")):
        children = (r for r in api.resources.values() if r.parent_id == resource.id and r.path_part == part)
        resource = next(children, None) or backend.create_resource(api.id, resource.id, part)
    return resource


def _method(
    backend: Any,
    api_id: str,
    resource_id: str,
    verb: str,
    operation: dict[str, Any],
    authorizers: dict[str, Any],
    validator: str | None,
) -> None:
    security = operation.get("security", [])
    guards = [(authorizers.get(name), scopes) for each in security for name, scopes in each.items()]
    guard, scopes = next(((guard, scopes) for guard, scopes in guards if guard), (None, []))
    backend.put_method(
        api_id,
        resource_id,
        verb,
        "AWS_IAM" if guard is SIGNED else guard.type if guard else "NONE",
        request_parameters=_parameters(operation),
        authorizer_id=guard.id if guard and guard is not SIGNED else None,
        authorization_scopes=scopes or None,
        request_validator_id=validator,
    )
    for status, response in operation.get("responses", {}).items():
        headers = {f"method.response.header.{name}": False for name in response.get("headers", {})}
        backend.put_method_response(api_id, resource_id, verb, status, None, headers or None)
    integration = operation.get("x-amazon-apigateway-integration")
    if integration:
        _integration(backend, api_id, resource_id, verb, integration)


def _parameters(operation: dict[str, Any]) -> dict[str, bool] | None:
    found = {
        f"method.request.{PLACES[p['in']]}.{p['name']}": bool(p.get("required", False))
        for p in operation.get("parameters", [])
        if p.get("in") in PLACES
    }
    return found or None


def _integration(backend: Any, api_id: str, resource_id: str, verb: str, document: dict[str, Any]) -> None:
    integration = backend.put_integration(
        api_id,
        resource_id,
        verb,
        document["type"].upper(),
        document.get("uri"),
        document.get("httpMethod"),
        credentials=document.get("credentials"),
        request_templates=document.get("requestTemplates"),
        passthrough_behavior=document.get("passthroughBehavior", "when_no_match").upper(),
        timeout_in_millis=document.get("timeoutInMillis", 29000),
        request_parameters=document.get("requestParameters"),
        content_handling=document.get("contentHandling"),
        cache_namespace=document.get("cacheNamespace", resource_id),
    )
    integration.cache_key_parameters = document.get("cacheKeyParameters", [])
    for pattern, response in document.get("responses", {}).items():
        backend.put_integration_response(
            api_id,
            resource_id,
            verb,
            response["statusCode"],
            "" if pattern == "default" else pattern,
            response.get("responseTemplates", {}),
            response.get("responseParameters", {}),
            response.get("contentHandling"),
        )
