"""Authorizers."""

from typing import Any

from moto.apigateway.exceptions import ConflictException
from moto.apigateway.models import APIGatewayBackend, Authorizer

from ..gap import replaces
from .patch import apply_patch, integer, items, scalar

AUTHORIZER = {
    "/authType": scalar("auth_type"),
    "/authorizerCredentials": scalar("authorizer_credentials"),
    "/authorizerResultTtlInSeconds": scalar("authorizer_result_ttl", integer),
    "/authorizerUri": scalar("authorizer_uri"),
    "/identitySource": scalar("identity_source"),
    "/identityValidationExpression": scalar("identity_validation_expression"),
    "/name": scalar("name"),
    "/providerARNs": items("provider_arns"),
    "/type": scalar("type"),
}


@replaces(Authorizer)
def apply_operations(_original: Any, self: Any, patch_operations: list[dict[str, str]]) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAuthorizer.html"""
    apply_patch(self, patch_operations, AUTHORIZER)
    return self


@replaces(Authorizer)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    """moto passes identityValidationExpression on under a misspelt name and loses it.
    https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html
    """
    expression = kwargs.pop("identiy_validation_expression", None)
    original(self, *args, **{"identity_validation_expression": expression, **kwargs})


@replaces(Authorizer)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    """AWS names the type of a Cognito authorizer twice.
    https://docs.aws.amazon.com/apigateway/latest/api/API_GetAuthorizer.html
    """
    body = original(self)
    if self.type == "COGNITO_USER_POOLS":
        body.setdefault("authType", "cognito_user_pools")
    return body


@replaces(APIGatewayBackend)
def delete_authorizer(original: Any, self: Any, restapi_id: str, authorizer_id: str) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteAuthorizer.html"""
    authorizer = self.get_authorizer(restapi_id, authorizer_id)
    for resource in self.get_rest_api(restapi_id).resources.values():
        for verb, method in resource.resource_methods.items():
            if method.authorizer_id == authorizer_id:
                where = f"{verb}/{resource.get_path()}"
                raise ConflictException(
                    f"Cannot delete authorizer '{authorizer.name}', is referenced in method: {where}"
                )
    original(self, restapi_id, authorizer_id)
