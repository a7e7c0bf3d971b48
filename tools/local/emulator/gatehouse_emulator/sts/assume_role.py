"""A role for who has credentials already."""

from typing import Any

from moto.core.responses import ActionResult
from moto.sts.responses import TokenResponse

from .. import credentials
from ..gap import replaces
from ..iam.role_policies import role_of
from .refusals import AccessDenied
from .session import DEFAULT_SECONDS, answer_of, seconds_of, session_policies_of


@replaces(TokenResponse)
def assume_role(original: Any, self: Any) -> ActionResult:
    """Whether the role trusts the caller is decided before, as for every request of a role; a deploy may all.
    https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    """
    # For the checks that it makes.
    original(self)
    role_arn = self._get_param("RoleArn") or ""
    if role_arn.count(":") < 5 or role_of(role_arn) is None:
        raise AccessDenied(f"The role {role_arn} does not exist, or does not trust the caller")
    tags = {tag["Key"]: tag.get("Value", "") for tag in self._get_param("Tags") or []}
    issued = credentials.issue(
        role_arn,
        self._get_param("RoleSessionName"),
        seconds_of(role_arn, self._get_int_param("DurationSeconds", DEFAULT_SECONDS)),
        session_policies=session_policies_of(role_arn, self._get_param("Policy"), self._get_param("PolicyArns") or []),
        tags=tags,
    )
    return ActionResult({**answer_of(issued), "PackedPolicySize": 6})
