"""VPC links of REST APIs."""

import json
from typing import Any

from moto.apigateway.exceptions import BadRequestException
from moto.apigateway.models import APIGatewayBackend
from moto.apigateway.responses import APIGatewayResponse

from ..gap import adds, replaces
from .patch import apply_patch, scalar

VPC_LINK = {"/description": scalar("description"), "/name": scalar("name")}


@adds(APIGatewayResponse)
def update_vpc_link(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateVpcLink.html"""
    link = self.backend.get_vpc_link(self.path.split("/")[-1])
    apply_patch(link, self._get_param("patchOperations"), VPC_LINK)
    return json.dumps(link.to_json())


@replaces(APIGatewayBackend)
def delete_vpc_link(original: Any, self: Any, vpc_link_id: str) -> None:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteVpcLink.html"""
    self.get_vpc_link(vpc_link_id)
    for api in self.apis.values():
        for resource in api.resources.values():
            for verb, method in resource.resource_methods.items():
                if getattr(method.method_integration, "connection_id", None) == vpc_link_id:
                    raise BadRequestException(
                        f"Cannot delete vpc link. Vpc link '{vpc_link_id}', is referenced in"
                        f" [{verb}:{resource.id}:{api.id}] in format of [Method:Resource:Api]."
                    )
    original(self, vpc_link_id)
