"""Credentials of a role for an AWS service that calls another one with it."""

from typing import Any

from moto.core.exceptions import ServiceException

from .. import bridge, credentials
from ..iam.role_policies import role_of
from ..internal import internal

SECONDS = 30


@internal("service-role-credentials")
def service_role_credentials(body: dict[str, Any]) -> dict[str, Any]:
    """`{roleArn, service, sourceArn, sessionName, seconds}`: of a role that trusts that service for that source.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention
    """
    role_arn, service, source_arn = body["roleArn"], body["service"], body["sourceArn"]
    role = role_of(role_arn) if role_arn.count(":") >= 5 else None
    if role is None:
        raise ServiceException("AccessDenied", f"there is no role {role_arn}")
    request = {
        "principal": {"type": "service", "service": service},
        "action": "sts:AssumeRole",
        "resource": role_arn,
        "context": {"aws:SourceArn": source_arn, "aws:SourceAccount": source_arn.split(":")[4]},
    }
    name = f"trust policy of role {role.name}"
    policies = {"resource": {"name": name, "document": role.assume_role_policy_document}}
    if bridge.ask("evaluate", {"request": request, "policies": policies}, SECONDS)["verdict"] != "allowed":
        raise ServiceException("AccessDenied", f"role {role_arn} does not trust {service}")
    return credentials.keys_of(credentials.issue(role_arn, body["sessionName"], body["seconds"]))
