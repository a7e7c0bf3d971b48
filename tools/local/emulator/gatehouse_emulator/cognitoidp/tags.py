"""Tags of a user pool."""

from typing import Any

from moto.cognitoidp.exceptions import ResourceNotFoundError
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult, EmptyResult

from ..gap import adds


@adds(CognitoIdpResponse)
def tag_resource(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TagResource.html"""
    config = _tagged(self)
    config["UserPoolTags"] = {**config.get("UserPoolTags", {}), **(self._get_param("Tags") or {})}
    return EmptyResult()


@adds(CognitoIdpResponse)
def untag_resource(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UntagResource.html"""
    config = _tagged(self)
    gone = self._get_param("TagKeys") or []
    config["UserPoolTags"] = {k: v for k, v in config.get("UserPoolTags", {}).items() if k not in gone}
    return EmptyResult()


@adds(CognitoIdpResponse)
def list_tags_for_resource(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListTagsForResource.html"""
    return ActionResult({"Tags": _tagged(self).get("UserPoolTags", {})})


def _tagged(self: Any) -> dict[str, Any]:
    arn = self._get_param("ResourceArn")
    for pool in self.backend.user_pools.values():
        if pool.arn == arn:
            return pool.extended_config
    raise ResourceNotFoundError(f"Resource not found: {arn}")
