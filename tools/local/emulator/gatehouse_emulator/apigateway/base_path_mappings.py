"""Base path mappings: stages of REST APIs below a custom domain."""

import json
from typing import Any

from moto.apigateway.exceptions import BasePathNotFoundException
from moto.apigateway.models import APIGatewayBackend, BasePathMapping
from moto.apigateway.responses import APIGatewayResponse

from ..gap import replaces

NONE = "(none)"


@replaces(APIGatewayBackend)
def get_base_path_mapping(original: Any, self: Any, domain_name: str, base_path: str) -> Any:
    """moto fails for a domain that never had one.
    https://docs.aws.amazon.com/apigateway/latest/api/API_GetBasePathMapping.html
    """
    _check(self, domain_name, base_path)
    return original(self, domain_name, base_path)


@replaces(APIGatewayBackend)
def delete_base_path_mapping(original: Any, self: Any, domain_name: str, base_path: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteBasePathMapping.html"""
    _check(self, domain_name, base_path)
    return original(self, domain_name, base_path)


@replaces(APIGatewayBackend)
def get_base_path_mappings(original: Any, self: Any, domain_name: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetBasePathMappings.html"""
    self.get_domain_name(domain_name)
    return original(self, domain_name) if domain_name in self.base_path_mappings else []


@replaces(APIGatewayResponse)
def update_base_path_mapping(_original: Any, self: Any) -> str:
    """An empty base path is the root of the domain; an empty stage is all of them.
    https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateBasePathMapping.html
    """
    _, _, domain_name, _, base_path = self.path.split("/")[:5]
    operations = self._get_param("patchOperations")
    for operation in operations:
        if operation["path"] == "/basePath" and not operation.get("value"):
            operation["value"] = NONE
        if operation["path"] == "/restApiId":
            operation["path"] = "/restapiId"
    self.backend.get_base_path_mapping(domain_name, base_path)
    return json.dumps(self.backend.update_base_path_mapping(domain_name, base_path, operations).to_json())


@replaces(BasePathMapping)
def to_json(original: Any, self: Any) -> dict[str, Any]:
    return {name: value for name, value in original(self).items() if name != "domain_name" and value}


def _check(backend: Any, domain_name: str, base_path: str) -> None:
    backend.get_domain_name(domain_name)
    if base_path not in backend.base_path_mappings.get(domain_name, {}):
        raise BasePathNotFoundException()
