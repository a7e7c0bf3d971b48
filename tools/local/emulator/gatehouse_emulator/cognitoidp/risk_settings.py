"""What is done about risks: kept, not acted on."""

from typing import Any

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult
from moto.core.utils import unix_time

from ..gap import adds

SETTINGS = (
    "AccountTakeoverRiskConfiguration",
    "CompromisedCredentialsRiskConfiguration",
    "RiskExceptionConfiguration",
)


@adds(CognitoIdpResponse)
def set_risk_configuration(self: Any) -> ActionResult:
    """What is not named is taken away.
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html
    """
    kept = _kept(self)
    given = {name: self._get_param(name) for name in SETTINGS if self._get_param(name) is not None}
    kept[self._get_param("ClientId")] = {**given, "LastModifiedDate": unix_time()} if given else {}
    return _answer(self, kept)


@adds(CognitoIdpResponse)
def describe_risk_configuration(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeRiskConfiguration.html"""
    return _answer(self, _kept(self))


def _answer(self: Any, kept: dict[str | None, Any]) -> ActionResult:
    client = self._get_param("ClientId")
    whose = {"UserPoolId": self._get_param("UserPoolId"), **({"ClientId": client} if client else {})}
    return ActionResult({"RiskConfiguration": {**whose, **(kept.get(client) or {})}})


def _kept(self: Any) -> dict[str | None, Any]:
    """By client; None is the whole pool."""
    pool = self.backend.describe_user_pool(self._get_param("UserPoolId"))
    return vars(pool).setdefault("risk_settings", {})
