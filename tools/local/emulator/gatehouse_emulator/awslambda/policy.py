"""Who may call a function."""

import re
from typing import Any

from moto.awslambda.policy import Policy

from ..gap import replaces


@replaces(Policy)
def principal_formatter(original: Any, self: Any, obj: Any) -> Any:
    """moto takes services and root users; AWS takes accounts, roles and users too.
    https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
    """
    if isinstance(obj, str) and re.fullmatch(r"\d{12}", obj):
        return {"AWS": f"arn:aws:iam::{obj}:root"}
    if isinstance(obj, str) and obj.startswith("arn:"):
        return {"AWS": obj}
    return original(self, obj)
