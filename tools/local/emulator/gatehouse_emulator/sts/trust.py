"""Whether a role trusts a person with a token of an identity provider; libs/policy decides, over the bridge."""

from typing import Any

from .. import bridge
from ..iam.role_policies import role_of

SECONDS = 30
ASSUME = "sts:AssumeRoleWithWebIdentity"
TAG = "sts:TagSession"
NOTHING = '{"Version":"2012-10-17","Statement":[]}'


def trusts(role_arn: str, provider: str, context: dict[str, Any], tags: dict[str, str] | None = None) -> bool:
    """`provider`: the federated principal. `context`: its condition keys. False for a role that does not exist.

    Session tags need `sts:TagSession` as well.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required
    """
    tag_keys = {f"aws:RequestTag/{key}": value for key, value in (tags or {}).items()}
    context = {**context, **tag_keys, **({"aws:TagKeys": list(tags)} if tags else {})}
    return all(_allows(role_arn, provider, action, context) for action in ([ASSUME, TAG] if tags else [ASSUME]))


def _allows(role_arn: str, provider: str, action: str, context: dict[str, Any]) -> bool:
    role = role_of(role_arn) if role_arn.count(":") >= 5 else None
    name = f"trust policy of role {role.name}" if role else f"trust policy of {role_arn}, which does not exist"
    request = {
        "principal": {"type": "federated", "provider": provider},
        "action": action,
        "resource": role_arn,
        "context": context,
    }
    document = role.assume_role_policy_document if role else NOTHING
    policies = {"resource": {"name": name, "document": document}}
    return bridge.ask("evaluate", {"request": request, "policies": policies}, SECONDS)["verdict"] == "allowed"
