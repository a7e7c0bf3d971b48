"""The policies of a role."""

from typing import Any

from moto.iam.models import ManagedPolicy, Role, iam_backends

from .managed_policies import managed_policy


def role_of(arn: str) -> Role | None:
    """None when it was deleted since."""
    _, partition, _, _, account_id, _ = arn.split(":", 5)
    roles = iam_backends[account_id][partition].roles.values()
    return next((role for role in roles if role.arn == arn), None)


def policies_of(role: Role | None) -> dict[str, Any]:
    """`{"identity": [{"name", "document"}], "boundary": {"name", "document"} or None}`; none once it is gone."""
    if role is None:
        return {"identity": [], "boundary": None}
    inline = [
        {"name": f'inline policy "{name}" of role {role.name}', "document": document}
        for name, document in role.policies.items()
    ]
    attached = [{"name": policy.arn, "document": document_of(policy)} for policy in role.managed_policies.values()]
    return {"identity": inline + attached, "boundary": _boundary(role)}


def _boundary(role: Role) -> dict[str, Any] | None:
    arn = role.permissions_boundary_arn
    if not arn:
        return None
    policy = managed_policy(iam_backends[role.account_id][role.partition], arn)
    # One that is gone allows nothing.
    return {"name": arn, "document": document_of(policy) if policy else '{"Version":"2012-10-17","Statement":[]}'}


def document_of(policy: ManagedPolicy) -> str:
    """Of its default version."""
    return next(version.document for version in policy.versions if version.version_id == policy.default_version_id)
