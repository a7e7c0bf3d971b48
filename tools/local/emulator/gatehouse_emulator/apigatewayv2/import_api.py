"""ImportApi and ReimportApi: an OpenAPI 3 document becomes the API.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
"""

import json
from collections.abc import Iterator
from typing import Any

import yaml
from moto.apigatewayv2.models import Api
from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..apigateway.import_warnings import warnings_of
from ..gap import adds, replaces
from .refusals import bad_request

VERBS = ("delete", "get", "head", "options", "patch", "post", "put")
ANY = "x-amazon-apigateway-any-method"
AUTHORIZER = "x-amazon-apigateway-authorizer"
INTEGRATION = "x-amazon-apigateway-integration"
REPLACED = ("authorizers", "integrations", "models", "routes")

# The name in the document -> the argument of moto.
INTEGRATION_MEMBERS = {
    "connectionId": "connection_id",
    "credentials": "credentials_arn",
    "integrationSubtype": "integration_subtype",
    "payloadFormatVersion": "payload_format_version",
    "requestParameters": "request_parameters",
    "responseParameters": "response_parameters",
    "timeoutInMillis": "timeout_in_millis",
    "tlsConfig": "tls_config",
}


@adds(ApiGatewayV2Response)
def import_api(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html"""
    backend = self.apigatewayv2_backend
    body = json.loads(self.body)["body"]
    api = backend.create_api(None, None, None, None, None, "", "HTTP", None, {}, None)
    try:
        api.import_api(body, str(self._get_param("failOnWarnings", "false")).lower() == "true")
    except Exception:
        backend.delete_api(api.api_id)
        raise
    return 201, {"status": 201}, json.dumps(api.to_json())


@replaces(Api, "import_api")
def _import_api(_original: Any, self: Any, body_str: str, fail_on_warnings: bool) -> None:
    """Routes, integrations and authorizers are those of the document; stages stay. What is refused changes nothing.
    https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html
    """
    document = _read(body_str)
    warnings = list(_warnings(document))
    if warnings and fail_on_warnings:
        bad_request("Warnings found during import:\n\t" + "\n\t".join(warnings))
    before = {name: dict(getattr(self, name)) for name in REPLACED}
    try:
        _replace(self, document)
    except Exception:
        vars(self).update(before)
        raise
    info = document.get("info", {})
    self.name = info.get("title", self.name)
    self.description = info.get("description")
    self.version = str(info["version"]) if "version" in info else None
    self.cors_configuration = document.get("x-amazon-apigateway-cors")
    tags = {tag["name"]: tag.get("x-amazon-apigateway-tag-value", "") for tag in document.get("tags", [])}
    self.backend.tag_resource(self.arn, tags)


def _replace(api: Any, document: dict[str, Any]) -> None:
    for name in REPLACED:
        getattr(api, name).clear()
    guards = {name: _guard(api, name, scheme) for name, scheme in _schemes(document).items()}
    for key, operation in _operations(document):
        _route(api, document, key, operation, guards)


def _read(text: str) -> dict[str, Any]:
    try:
        document = yaml.safe_load(text)
    except yaml.YAMLError as error:
        bad_request(f"Unable to parse the OpenAPI document: {error}")
    if not isinstance(document, dict) or not str(document.get("openapi", "")).startswith("3.0"):
        bad_request("Invalid OpenAPI input: HTTP APIs are imported from OpenAPI 3.0")
    return document


def _operations(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in document.get("paths", {}).items():
        for member, operation in item.items():
            if member in VERBS or member == ANY:
                verb = "ANY" if member == ANY else member.upper()
                yield "$default" if path == "/$default" else f"{verb} {path}", operation


def _warnings(document: dict[str, Any]) -> Iterator[str]:
    yield from warnings_of(document)
    for key, operation in _operations(document):
        kind = str(_integration(document, operation).get("type", "")).upper()
        if kind not in ("AWS_PROXY", "HTTP_PROXY"):
            yield f"Unsupported integration type '{kind.lower()}' of '{key}': expected aws_proxy or http_proxy"


def _at(document: dict[str, Any], pointer: str) -> Any:
    found: Any = document
    for part in pointer.removeprefix("#/").split("/"):
        found = found.get(part.replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
    return found


def _schemes(document: dict[str, Any]) -> dict[str, Any]:
    return document.get("components", {}).get("securitySchemes", {})


def _guard(api: Any, name: str, scheme: dict[str, Any]) -> tuple[str, str | None]:
    """The authorization type, and the id of the authorizer."""
    if str(scheme.get("x-amazon-apigateway-authtype", "")).lower() == "awssigv4":
        return "AWS_IAM", None
    authorizer = scheme.get(AUTHORIZER)
    if authorizer is None:
        bad_request(f"Security scheme '{name}' has no {AUTHORIZER}")
    kind = authorizer["type"].upper()
    source = authorizer.get("identitySource")
    made = api.create_authorizer(
        auth_creds_arn=authorizer.get("authorizerCredentials"),
        auth_payload_format_version=authorizer.get("authorizerPayloadFormatVersion"),
        auth_result_ttl=authorizer.get("authorizerResultTtlInSeconds"),
        authorizer_type=kind,
        authorizer_uri=authorizer.get("authorizerUri"),
        enable_simple_response=authorizer.get("enableSimpleResponses"),
        identity_source=[s.strip() for s in source.split(",")] if isinstance(source, str) else source,
        identity_validation_expr=None,
        jwt_config=authorizer.get("jwtConfiguration"),
        name=name,
    )
    return "JWT" if kind == "JWT" else "CUSTOM", made.id


def _route(
    api: Any, document: dict[str, Any], key: str, operation: dict[str, Any], guards: dict[str, tuple[str, str | None]]
) -> None:
    # That of the whole document is not read: nobody documents that AWS does.
    security = operation.get("security") or []
    required = [(name, scopes) for each in security for name, scopes in each.items()]
    if len(required) > 1:
        bad_request(f"Only one security requirement is supported for each operation, found {len(required)} in '{key}'")
    name, scopes = required[0] if required else (None, [])
    if name and name not in guards:
        bad_request(f"Security scheme '{name}' of '{key}' is not defined")
    authorization_type, authorizer_id = guards[name] if name else ("NONE", None)
    integration = _integration(document, operation)
    made = _made(api, integration) if integration else None
    api.create_route(
        api_key_required=False,
        authorization_scopes=scopes,
        authorization_type=authorization_type,
        authorizer_id=authorizer_id,
        operation_name=operation.get("operationId"),
        route_key=key,
        target=f"integrations/{made.id}" if made else None,
    )


def _integration(document: dict[str, Any], operation: dict[str, Any]) -> dict[str, Any]:
    integration = operation.get(INTEGRATION) or {}
    return _at(document, integration["$ref"]) or {} if "$ref" in integration else integration


def _made(api: Any, integration: dict[str, Any]) -> Any:
    return api.create_integration(
        connection_type=integration.get("connectionType", "INTERNET"),
        description=None,
        integration_method=integration.get("httpMethod"),
        integration_type=str(integration.get("type", "")).upper(),
        integration_uri=integration.get("uri"),
        **{argument: integration[name] for name, argument in INTEGRATION_MEMBERS.items() if name in integration},
    )
