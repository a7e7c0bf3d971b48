"""Policies that AWS manages."""

import json
from functools import cache
from typing import Any

from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, IAMBackend, ManagedPolicy

from ..gap import replaces


@replaces(IAMBackend)
def attach_role_policy(original: Any, self: Any, policy_arn: str, role_name: str) -> None:
    """moto knows them all, but has them only after loading every one at start, which takes a second.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html#aws-managed-policies
    """
    managed_policy(self, policy_arn)
    original(self, policy_arn, role_name)


def managed_policy(backend: IAMBackend, arn: str) -> ManagedPolicy | None:
    """The account's own, or AWS's, which the backend knows from then on."""
    name = arn.rsplit("/", 1)[-1]
    if arn not in backend.managed_policies and ":iam::aws:policy/" in arn and name in _known():
        policy = AWSManagedPolicy.from_data(name, backend.account_id, backend.region_name, _known()[name])
        backend.managed_policies[policy.arn] = policy
    return backend.managed_policies.get(arn)


@cache
def _known() -> dict[str, Any]:
    return json.loads(aws_managed_policies_data)
