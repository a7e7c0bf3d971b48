"""How the classic sign-in pages look: kept, not shown."""

import hashlib
from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult
from moto.core.utils import unix_time

from ..gap import adds

ALL = "ALL"


@adds(CognitoIdpResponse)
def set_ui_customization(self: Any) -> ActionResult:
    """What is not named is taken away, and the pool must have a domain.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html
    """
    pool, client = _pool(self), self._get_param("ClientId") or ALL
    if not pool.domain:
        raise InvalidParameterException("There has to be an existing domain associated with this user pool")
    before = _styles(pool).get(client) or {}
    style = {"CreationDate": before.get("CreationDate") or unix_time(), "LastModifiedDate": unix_time()}
    css, image = self._get_param("CSS"), self._get_param("ImageFile")
    if css:
        style |= {"CSS": css, "CSSVersion": _version(css)}
    if image:
        style["ImageUrl"] = f"https://{pool.domain.domain}/{pool.id}/{client}/{_version(image)}/assets/images/image.jpg"
    _styles(pool)[client] = style
    return ActionResult({"UICustomization": {"UserPoolId": pool.id, "ClientId": client, **style}})


@adds(CognitoIdpResponse)
def get_ui_customization(self: Any) -> ActionResult:
    """A client without a style has that of all, and who has none gets an empty answer.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUICustomization.html
    """
    pool, client = _pool(self), self._get_param("ClientId") or ALL
    whose = client if client in _styles(pool) else ALL
    style = _styles(pool).get(whose)
    return ActionResult({"UICustomization": {"UserPoolId": pool.id, "ClientId": whose, **style} if style else {}})


def _pool(self: Any) -> Any:
    return self.backend.describe_user_pool(self._get_param("UserPoolId"))


def _styles(pool: Any) -> dict[str, Any]:
    return vars(pool).setdefault("classic_styles", {})


def _version(content: Any) -> str:
    return hashlib.sha256(str(content).encode()).hexdigest()[:14]
