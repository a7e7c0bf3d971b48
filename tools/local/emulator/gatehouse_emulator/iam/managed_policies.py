"""Policies that AWS manages."""

import json
from functools import cache
from typing import Any

from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, IAMBackend

from ..gap import replaces


@replaces(IAMBackend)
def attach_role_policy(original: Any, self: Any, policy_arn: str, role_name: str) -> None:
    """moto knows them all, but has them only after loading every one at start, which takes a second.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
    """
    name = policy_arn.rsplit("/", 1)[-1]
    if policy_arn not in self.managed_policies and ":iam::aws:policy/" in policy_arn and name in _known():
        policy = AWSManagedPolicy.from_data(name, self.account_id, self.region_name, _known()[name])
        self.managed_policies[policy.arn] = policy
    original(self, policy_arn, role_name)


@cache
def _known() -> dict[str, Any]:
    return json.loads(aws_managed_policies_data)
