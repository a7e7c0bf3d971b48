"""A session of a role: how long it lasts, which policies limit it, and how STS answers it."""

import json
from typing import Any

from moto.iam.models import iam_backends
from moto.sts.exceptions import STSClientError

from .. import credentials
from ..iam.managed_policies import managed_policy
from ..iam.role_policies import document_of, role_of
from .refusals import invalid

MIN_SECONDS, DEFAULT_SECONDS = 900, 3600


def answer_of(issued: credentials.Issued) -> dict[str, Any]:
    role = role_of(issued.role_arn)
    return {
        "Credentials": {
            "AccessKeyId": issued.access_key_id,
            "SecretAccessKey": issued.secret_access_key,
            "SessionToken": issued.session_token,
            "Expiration": issued.expiration,
        },
        "AssumedRoleUser": {
            "AssumedRoleId": f"{role.id if role else 'AROA'}:{issued.session_name}",
            "Arn": issued.assumed_role_arn,
        },
    }


def seconds_of(role_arn: str, asked: int) -> int:
    role = role_of(role_arn)
    if asked < MIN_SECONDS:
        raise invalid(
            f"1 validation error detected: Value '{asked}' at 'durationSeconds' failed to satisfy constraint:"
            f" Member must have value greater than or equal to {MIN_SECONDS}"
        )
    if role and asked > int(role.max_session_duration or DEFAULT_SECONDS):
        raise invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    return asked


def session_policies_of(
    role_arn: str, inline: str | None, arns: list[dict[str, str]]
) -> list[credentials.SessionPolicy]:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session"""
    backend = iam_backends[role_arn.split(":")[4]]["aws"]
    policies = [(each.get("arn", ""), managed_policy(backend, each.get("arn", ""))) for each in arns]
    for arn, policy in policies:
        if policy is None:
            raise invalid(f"Policy {arn} does not exist or is not attachable.")
    found = [credentials.SessionPolicy(arn, document_of(policy)) for arn, policy in policies if policy]
    if inline:
        _check_json(inline)
        found.append(credentials.SessionPolicy("inline session policy", inline))
    return found


def _check_json(policy: str) -> None:
    try:
        json.loads(policy)
    except ValueError:
        raise STSClientError("MalformedPolicyDocument", "Syntax errors in policy.") from None
