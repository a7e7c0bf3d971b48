"""A caller with temporary credentials: who it is and which policies hold for it."""

from typing import Any

from moto.core.exceptions import ServiceException

from ..credentials import Issued, find, issue, keys_of
from ..internal import internal

HOUR = 3600


@internal("role-credentials")
def role_credentials(body: dict[str, Any]) -> dict[str, Any]:
    """Credentials of a role for what runs with it here: `{roleArn, sessionName, seconds}`."""
    return keys_of(issue(body["roleArn"], body["sessionName"], body["seconds"]))


@internal("function-credentials")
def function_credentials(body: dict[str, Any]) -> dict[str, Any]:
    """Of the role of a deployed function: `{functionArn}`. Lambda names the session for the function.
    https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
    """
    # Imported late: a deploy may have no functions.
    from ..awslambda.functions import find as find_function

    function = find_function(body["functionArn"])
    return keys_of(issue(function.role, function.function_name, HOUR))


@internal("caller")
def caller(body: dict[str, Any]) -> dict[str, Any]:
    """Whose `{accessKeyId}` that is, with the secret, for a signature that is verified elsewhere."""
    issued = find(body["accessKeyId"])
    if issued is None:
        raise ServiceException("InvalidClientTokenId", "The security token included in the request is invalid.")
    return describe(issued)


def describe(issued: Issued) -> dict[str, Any]:
    """As the TypeScript side reads it (`Caller`)."""
    # Imported late: moto's IAM takes a while to load.
    from ..iam.role_policies import policies_of, role_of

    role = role_of(issued.role_arn)
    identity = issued.identity
    return {
        **keys_of(issued),
        "principal": {"type": "session", "arn": issued.assumed_role_arn, "roleArn": issued.role_arn},
        "accountId": issued.account_id,
        "userId": f"{role.id if role else 'AROA'}:{issued.session_name}",
        "identity": identity
        and {"id": identity.id, "poolId": identity.pool_id, "authenticated": identity.authenticated}
        | {"amr": list(identity.amr), "capped": identity.capped},
        "federated": dict(issued.federated),
        "tags": {tag["Key"]: tag["Value"] for tag in (role.tags if role else [])} | dict(issued.tags),
        "policies": policies_of(role)
        | {"session": [{"name": policy.name, "document": policy.document} for policy in issued.session_policies]},
    }
