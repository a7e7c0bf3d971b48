"""Tags of whatever REST APIs are made of that has some."""

import json
from typing import Any
from urllib.parse import unquote

from moto.apigateway.exceptions import NotFoundException
from moto.apigateway.responses import APIGatewayResponse
from moto.apigateway.urls import url_paths

from ..gap import adds, replaces
from .client_certificates import client_certificates
from .domain_name_access import access_associations

# The AWS SDKs escape the slashes of the ARN, and the server gives them back unescaped.
url_paths["{0}/tags/(?P<resourceArn>.+)$"] = APIGatewayResponse.dispatch


@adds(APIGatewayResponse)
def get_tags(self: Any) -> str:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_GetTags.html"""
    return json.dumps({"tags": _tagged(self).tags or {}})


@replaces(APIGatewayResponse)
def tag_resource(_original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html"""
    resource = _tagged(self)
    resource.tags = {**(resource.tags or {}), **json.loads(self.body)["tags"]}
    return 204, {"status": 204}, ""


@replaces(APIGatewayResponse)
def untag_resource(_original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigateway/latest/api/API_UntagResource.html"""
    resource = _tagged(self)
    gone = self.querystring.get("tagKeys", [])
    resource.tags = {key: value for key, value in (resource.tags or {}).items() if key not in gone}
    return 204, {"status": 204}, ""


def _tagged(self: Any) -> Any:
    arn = unquote(self.path.split("/tags/", 1)[1])
    match arn.split(":", 5)[-1].strip("/").split("/"):
        case ["restapis", api_id]:
            return self.backend.get_rest_api(api_id)
        case ["restapis", api_id, "stages", name]:
            return self.backend.get_stage(api_id, name)
        case ["usageplans", plan_id]:
            return self.backend.get_usage_plan(plan_id)
        case ["apikeys", key_id]:
            return self.backend.get_api_key(key_id)
        case ["domainnames", name]:
            return self.backend.get_domain_name(name.split("+")[0])
        case ["vpclinks", link_id]:
            return self.backend.get_vpc_link(link_id)
        case ["clientcertificates", certificate_id] if certificate_id in client_certificates(self.backend):
            return client_certificates(self.backend)[certificate_id]
    if arn in access_associations(self.backend):
        return access_associations(self.backend)[arn]
    raise NotFoundException(f"Invalid resource ARN specified: {arn}")
