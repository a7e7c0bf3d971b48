"""API mappings: stages of HTTP APIs and REST APIs below a custom domain."""

import json
from typing import Any

from moto.apigateway.models import apigateway_backends
from moto.apigatewayv2.exceptions import ApiMappingNotFound, ApiNotFound
from moto.apigatewayv2.models import ApiGatewayV2Backend, ApiMapping
from moto.apigatewayv2.responses import ApiGatewayV2Response
from moto.moto_api._internal import mock_random as random

from ..gap import adds, replaces
from .refusals import bad_request, conflict


@replaces(ApiGatewayV2Backend)
def create_api_mapping(
    _original: Any, self: Any, api_id: str, api_mapping_key: str, domain_name: str, stage: str
) -> ApiMapping:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings.html"""
    self.get_domain_name(domain_name)
    mapping = ApiMapping(api_id, api_mapping_key or "", random.get_random_hex(6), domain_name, stage)
    _check(self, mapping)
    self.api_mappings[mapping.api_mapping_id] = mapping
    return mapping


@replaces(ApiGatewayV2Backend)
def get_api_mapping(_original: Any, self: Any, api_mapping_id: str, domain_name: str) -> ApiMapping:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings-apimappingid.html"""
    self.get_domain_name(domain_name)
    mapping = self.api_mappings.get(api_mapping_id)
    if mapping is None or mapping.domain_name != domain_name:
        raise ApiMappingNotFound
    return mapping


@adds(ApiGatewayV2Response)
def update_api_mapping(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings-apimappingid.html"""
    _, _, _, domain_name, _, mapping_id = self.path.split("/")
    backend, body = self.apigatewayv2_backend, json.loads(self.body)
    mapping = backend.get_api_mapping(mapping_id, domain_name)
    changed = ApiMapping(
        body.get("apiId", mapping.api_id),
        body.get("apiMappingKey", mapping.api_mapping_key),
        mapping_id,
        domain_name,
        body.get("stage", mapping.stage),
    )
    _check(backend, changed)
    backend.api_mappings[mapping_id] = changed
    return 200, {}, json.dumps(changed.to_json())


def _check(backend: Any, mapping: ApiMapping) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mappings.html"""
    key = mapping.api_mapping_key
    if key.startswith("/") or "//" in key:
        bad_request("API mapping key should not start with a '/' or have consecutive '/'s.")
    if key.endswith("/"):
        bad_request("API mapping key should not end with a '/'.")
    of_rest = apigateway_backends[backend.account_id][backend.region_name].apis
    api = backend.apis.get(mapping.api_id) or of_rest.get(mapping.api_id)
    if api is None:
        raise ApiNotFound(mapping.api_id)
    if mapping.stage not in api.stages:
        bad_request("Invalid stage identifier specified")
    others = (m for m in backend.get_api_mappings(mapping.domain_name) if m.api_mapping_id != mapping.api_mapping_id)
    if any(other.api_mapping_key == key for other in others):
        conflict("ApiMapping key already exists for this domain name")
