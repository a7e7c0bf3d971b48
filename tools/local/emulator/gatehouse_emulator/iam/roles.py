"""Roles."""

from typing import Any

from moto.iam.models import IAMBackend

from ..gap import replaces


@replaces(IAMBackend)
def update_role(
    original: Any, self: Any, role_name: str, role_description: str | None, max_session_duration: str
) -> Any:
    """A description that is not named stays.
    https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html
    """
    kept = self.get_role(role_name).description if role_description is None else role_description
    return original(self, role_name, kept, max_session_duration)
