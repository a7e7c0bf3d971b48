"""Resources: the tree of paths."""

import json
from typing import Any

from moto.apigateway.exceptions import BadRequestException, ConflictException
from moto.apigateway.models import APIGatewayBackend
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .not_found import not_found
from .patch import apply_patch, scalar

RESOURCE = {"/parentId": scalar("parent_id"), "/pathPart": scalar("path_part")}


@adds(APIGatewayResponse)
def update_resource(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateResource.html"""
    _, _, api_id, _, resource_id = self.path.split("/")[:5]
    api = self.backend.get_rest_api(api_id)
    resource = self.backend.get_resource(api_id, resource_id)
    operations = self._get_param("patchOperations") or []
    if operations and resource.parent_id is None:
        raise BadRequestException(f"Root resource cannot update its {operations[0].get('path', '').strip('/')}.")
    after = {o.get("path"): o.get("value") for o in operations}
    parent_id = after.get("/parentId", resource.parent_id)
    if parent_id in _descendants(api, resource_id):
        raise BadRequestException("Resources cannot be cyclical.")
    _check_place(api, parent_id, after.get("/pathPart", resource.path_part), resource_id)
    apply_patch(resource, operations, RESOURCE)
    return json.dumps(resource.to_dict())


@replaces(APIGatewayBackend)
def create_resource(original: Any, self: Any, function_id: str, parent_resource_id: str, path_part: str) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_CreateResource.html"""
    if path_part:
        _check_place(self.get_rest_api(function_id), parent_resource_id, path_part, None)
    return original(self, function_id, parent_resource_id, path_part)


@replaces(APIGatewayBackend)
def delete_resource(original: Any, self: Any, function_id: str, resource_id: str) -> Any:
    """A resource goes with everything below it.
    https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteResource.html
    """
    resource = self.get_resource(function_id, resource_id)
    api = self.get_rest_api(function_id)
    for descendant in _descendants(api, resource_id) - {resource_id}:
        del api.resources[descendant]
    original(self, function_id, resource_id)
    return _Deleted(resource)


class _Deleted:
    """moto answers with the deleted resource's path, which it can no longer compute once a parent is gone."""

    def __init__(self, resource: Any) -> None:
        self._body = {"id": resource.id, "parentId": resource.parent_id, "pathPart": resource.path_part}

    def to_dict(self) -> dict[str, Any]:
        return self._body


def _descendants(api: Any, resource_id: str) -> set[str]:
    children = {r.id for r in api.resources.values() if r.parent_id == resource_id}
    return {resource_id}.union(*(_descendants(api, child) for child in children))


def _check_place(api: Any, parent_id: str, path_part: str, own_id: str | None) -> None:
    parent = api.resources.get(parent_id) or not_found("Invalid Resource identifier specified")
    if parent.path_part.endswith("+}"):
        raise BadRequestException(
            f"Cannot create a child of a resource with a greedy path variable: {parent.path_part}"
        )
    for sibling in api.resources.values():
        if sibling.parent_id != parent_id or sibling.id == own_id:
            continue
        if sibling.path_part == path_part:
            raise ConflictException(f"Another resource with the same parent already has this name: {path_part}")
        if sibling.path_part.startswith("{") and path_part.startswith("{"):
            raise BadRequestException(
                f"A sibling ({sibling.id}) of this resource already has a variable path part -- only one is allowed"
            )
