"""Bucket policies: the local tools evaluate them, for credentials of roles."""

from typing import Any

from flask import request
from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket

from ..gap import replaces


@replaces(FakeBucket)
def get_permission(original: Any, self: Any, action: str, resource: str) -> Any:
    """moto denies the deploy what a policy denies to others: it reads neither principal nor condition. Whose request
    is not signed is still moto's to decide.
    https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html
    """
    signed = "Authorization" in request.headers or "X-Amz-Credential" in request.args
    return PermissionResult.NEUTRAL if signed else original(self, action, resource)
