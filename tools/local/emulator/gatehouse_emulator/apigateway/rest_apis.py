"""REST APIs."""

import json
from typing import Any

from moto.apigateway.models import RestAPI
from moto.apigateway.responses import APIGatewayResponse

from ..gap import replaces
from .patch import Member, apply_patch, boolean, integer, items, scalar
from .resource_policy import stored


def _endpoint_type(api: Any, _operation: str, _key: str, value: str) -> None:
    api.endpoint_configuration = {**api.endpoint_configuration, "types": [value]}


def _endpoint_address(api: Any, _operation: str, _key: str, value: str) -> None:
    api.endpoint_configuration = {**api.endpoint_configuration, "ipAddressType": value}


def _vpc_endpoint(api: Any, operation: str, _key: str, value: str) -> None:
    ids = [i for i in api.endpoint_configuration.get("vpcEndpointIds", []) if i != value]
    api.endpoint_configuration = {
        **api.endpoint_configuration,
        "vpcEndpointIds": ids + ([value] if operation == "add" else []),
    }


def _policy(api: Any, _operation: str, _key: str, value: str) -> None:
    api.policy = stored(value, api) if value else None


REST_API = {
    "/apiKeySource": scalar("api_key_source"),
    "/binaryMediaTypes": items("binaryMediaTypes"),
    "/description": scalar("description"),
    "/disableExecuteApiEndpoint": scalar("disableExecuteApiEndpoint", boolean),
    "/endpointConfiguration/ipAddressType": Member(("replace",), str, _endpoint_address),
    "/endpointConfiguration/types": Member(("replace",), str, _endpoint_type),
    "/endpointConfiguration/vpcEndpointIds": Member(("add", "remove"), str, _vpc_endpoint),
    "/minimumCompressionSize": scalar("minimum_compression_size", integer),
    "/name": scalar("name"),
    "/policy": Member(("replace",), str, _policy),
    "/version": scalar("version"),
}


@replaces(RestAPI)
def apply_patch_operations(_original: Any, self: Any, patch_operations: list[dict[str, str]]) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateRestApi.html"""
    apply_patch(self, patch_operations, REST_API)


@replaces(APIGatewayResponse)
def create_rest_api(original: Any, self: Any) -> Any:
    """Keeps the members moto drops.
    https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html
    """
    response = original(self)
    status, headers, body = response
    if status != 200:
        return response
    api = self.backend.get_rest_api(json.loads(body)["id"])
    api.binaryMediaTypes = self._get_param("binaryMediaTypes") or []
    api.policy = stored(api.policy, api) if api.policy else None
    if self._get_param("version"):
        api.version = self._get_param("version")
    return 201, {**headers, "status": 201}, json.dumps(api.to_dict())
