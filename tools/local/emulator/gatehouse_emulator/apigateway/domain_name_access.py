"""Access associations: which VPC endpoint may use a private custom domain."""

import json
from typing import Any
from urllib.parse import unquote

from moto.apigateway.exceptions import BadRequestException
from moto.apigateway.responses import APIGatewayResponse
from moto.moto_api._internal import mock_random as random

from ..gap import adds
from .not_found import not_found
from .paths import served

served("domainnameaccessassociations", "domainnameaccessassociations/{+}")


class AccessAssociation:
    def __init__(self, arn: str, members: dict[str, Any]) -> None:
        self.arn = arn
        self.members = members
        self.tags = members.get("tags") or {}

    def to_json(self) -> dict[str, Any]:
        return {**self.members, "domainNameAccessAssociationArn": self.arn, "tags": self.tags}


def access_associations(backend: Any) -> dict[str, AccessAssociation]:
    """Of a region by ARN; moto's backend keeps none."""
    return vars(backend).setdefault("access_associations", {})


@adds(APIGatewayResponse)
def create_domain_name_access_association(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainNameAccessAssociation.html"""
    backend, members = self.backend, json.loads(self.body)
    domain = next(
        (d for d in backend.domain_names.values() if getattr(d, "arn", None) == members["domainNameArn"]), None
    )
    if domain is None or not getattr(domain, "domain_id", None):
        raise BadRequestException(f"Invalid private custom domain name specified: {members['domainNameArn']}")
    source = members["accessAssociationSource"]
    arn = (
        f"arn:aws:apigateway:{backend.region_name}:{backend.account_id}:/domainnameaccessassociations/domainname/"
        f"{domain.domain_name}/vpcesource/{source}+{random.get_random_hex(6)}"
    )
    made = access_associations(backend)[arn] = AccessAssociation(arn, members)
    return 201, {"status": 201}, json.dumps(made.to_json())


@adds(APIGatewayResponse)
def get_domain_name_access_associations(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetDomainNameAccessAssociations.html"""
    return json.dumps({"item": [each.to_json() for each in access_associations(self.backend).values()]})


@adds(APIGatewayResponse)
def delete_domain_name_access_association(self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_DeleteDomainNameAccessAssociation.html"""
    arn = unquote(self.path.split("/", 2)[2])
    if access_associations(self.backend).pop(arn, None) is None:
        not_found("Invalid domain name access association specified")
    return 202, {"status": 202}, ""
