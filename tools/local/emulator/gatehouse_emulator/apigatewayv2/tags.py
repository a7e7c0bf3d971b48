"""Tags of an API, a stage, a VPC link or a custom domain."""

import json
from typing import Any
from urllib.parse import unquote

from moto.apigatewayv2.responses import ApiGatewayV2Response

from ..gap import replaces
from .paths import served
from .refusals import NotFoundException

# The AWS SDKs escape the slashes of the ARN, and the server gives them back unescaped.
served("tags/{+}")


@replaces(ApiGatewayV2Response)
def get_tags(original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html"""
    tagged = _tagged(self)
    return original(self) if tagged is None else (200, {}, json.dumps({"tags": tagged.tags or {}}))


@replaces(ApiGatewayV2Response)
def tag_resource(original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html"""
    tagged = _tagged(self)
    if tagged is None:
        return original(self)
    tagged.tags = {**(tagged.tags or {}), **json.loads(self.body)["tags"]}
    return 201, {"status": 201}, "{}"


@replaces(ApiGatewayV2Response)
def untag_resource(original: Any, self: Any) -> Any:
    """https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/tags-resource-arn.html"""
    tagged = _tagged(self)
    if tagged is None:
        return original(self)
    gone = self.querystring.get("tagKeys", [])
    tagged.tags = {key: value for key, value in (tagged.tags or {}).items() if key not in gone}
    return 204, {"status": 204}, ""


def _tagged(self: Any) -> Any:
    """A stage or a domain; None for what moto keeps tags of by itself: APIs and VPC links."""
    backend, arn = self.apigatewayv2_backend, unquote(self.path.split("/tags/", 1)[1])
    match arn.split("::", 1)[-1].strip("/").split("/"):
        case ["apis", api_id, "stages", name]:
            return backend.get_stage(api_id, name)
        case ["domainnames", name]:
            return backend.get_domain_name(name)
        case ["apis", api_id]:
            backend.get_api(api_id)
        case ["vpclinks", link_id]:
            backend.get_vpc_link(link_id)
        case _:
            raise NotFoundException(f"Invalid resource ARN specified: {arn}")
    return None
