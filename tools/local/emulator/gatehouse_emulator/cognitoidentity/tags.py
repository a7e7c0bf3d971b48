"""Tags of an identity pool."""

import json
from typing import Any

from moto.cognitoidentity.responses import CognitoIdentityResponse

from ..gap import adds
from .pools import find_pool


@adds(CognitoIdentityResponse)
def tag_resource(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_TagResource.html"""
    pool = _tagged(self)
    pool.tags = {**pool.tags, **(self._get_param("Tags") or {})}
    return "{}"


@adds(CognitoIdentityResponse)
def untag_resource(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_UntagResource.html"""
    pool = _tagged(self)
    gone = self._get_param("TagKeys") or []
    pool.tags = {key: value for key, value in pool.tags.items() if key not in gone}
    return "{}"


@adds(CognitoIdentityResponse)
def list_tags_for_resource(self: Any) -> str:
    """https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListTagsForResource.html"""
    return json.dumps({"Tags": _tagged(self).tags})


def _tagged(self: Any) -> Any:
    return find_pool(self._get_param("ResourceArn").split("/")[-1])
