"""Who the caller is."""

from typing import Any

from moto.core.responses import ActionResult
from moto.sts.responses import TokenResponse

from .. import credentials
from ..gap import replaces
from ..iam.role_policies import role_of


@replaces(TokenResponse)
def get_caller_identity(original: Any, self: Any) -> ActionResult:
    """The role and the session of temporary credentials.
    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    """
    issued = credentials.find(self.get_access_key() or "")
    if issued is None:
        return original(self)
    role = role_of(issued.role_arn)
    return ActionResult(
        {
            "UserId": f"{role.id if role else 'AROA'}:{issued.session_name}",
            "Account": issued.account_id,
            "Arn": issued.assumed_role_arn,
        }
    )
