"""Security schemes of an OpenAPI document, and what guards an operation.

https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html
"""

from dataclasses import dataclass
from typing import Any

from moto.apigateway.exceptions import BadRequestException

AUTHORIZER = "x-amazon-apigateway-authorizer"
AUTHTYPE = "x-amazon-apigateway-authtype"


@dataclass(frozen=True)
class Guard:
    """What one security scheme asks of a caller."""

    authorization_type: str = "NONE"
    authorizer_id: str | None = None
    api_key: bool = False


def guards_of(backend: Any, api: Any, document: dict[str, Any]) -> dict[str, Guard]:
    schemes = document.get("components", {}).get("securitySchemes", {})
    return {name: _guard(backend, api, name, scheme) for name, scheme in schemes.items()}


def guard_of(operation: dict[str, Any], guards: dict[str, Guard], place: str) -> tuple[Guard, list[str] | None]:
    """With its scopes. Security of the whole document is not read, as on AWS: an operation without its own is open.

    A scheme that is not there is refused.
    https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
    """
    forced = operation.get("x-amazon-apigateway-auth", {}).get("type")
    if forced:
        return Guard(forced.upper()), None
    security = operation.get("security") or []
    named = [(name, scopes) for each in security for name, scopes in each.items()]
    for name, _ in named:
        if name not in guards:
            raise BadRequestException(f"Security scheme '{name}' of {place} is not defined")
    key = any(guards[name].api_key for name, _ in named)
    found = next(((guards[name], scopes) for name, scopes in named if not guards[name].api_key), None)
    guard, scopes = found or (Guard(), [])
    return Guard(guard.authorization_type, guard.authorizer_id, key), scopes or None


def _guard(backend: Any, api: Any, name: str, scheme: dict[str, Any]) -> Guard:
    document, authtype = scheme.get(AUTHORIZER), str(scheme.get(AUTHTYPE, ""))
    if document is not None:
        authorizer = _authorizer(backend, api, name, scheme, document)
        kind = "COGNITO_USER_POOLS" if authorizer.type == "COGNITO_USER_POOLS" else "CUSTOM"
        return Guard(kind, authorizer.id)
    if authtype.lower() == "awssigv4":
        return Guard("AWS_IAM")
    if scheme.get("type") == "apiKey" and str(scheme.get("name")).lower() == "x-api-key":
        return Guard(api_key=True)
    raise BadRequestException(f"Security scheme '{name}' has neither {AUTHORIZER} nor {AUTHTYPE}")


def _authorizer(backend: Any, api: Any, name: str, scheme: dict[str, Any], document: dict[str, Any]) -> Any:
    """One of the same name is replaced, and keeps its id."""
    source = document.get("identitySource") or f"method.request.header.{scheme.get('name')}"
    made = backend.create_authorizer(
        api.id,
        name,
        document["type"].upper(),
        provider_arns=document.get("providerARNs"),
        auth_type=scheme.get(AUTHTYPE),
        authorizer_uri=document.get("authorizerUri"),
        authorizer_credentials=document.get("authorizerCredentials"),
        identity_source=source.replace(" ", ""),
        identiy_validation_expression=document.get("identityValidationExpression"),
        authorizer_result_ttl=document.get("authorizerResultTtlInSeconds", 300),
    )
    known = next((a for a in api.authorizers.values() if a.name == name and a is not made), None)
    if known:
        del api.authorizers[made.id]
        made.id = known.id
        api.authorizers[known.id] = made
    return made
