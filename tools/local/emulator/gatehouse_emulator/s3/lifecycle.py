"""Lifecycle rules."""

from typing import Any

from moto.core.responses import ActionResult
from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response

from ..gap import replaces


@replaces(FakeBucket)
def set_lifecycle(original: Any, self: Any, rules: list[dict[str, Any]]) -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html"""
    original(self, rules)
    for rule, given in zip(self.rules, rules, strict=True):
        expiration = given.get("NoncurrentVersionExpiration") or {}
        rule.newer_noncurrent_versions = expiration.get("NewerNoncurrentVersions")


@replaces(S3Response)
def serialized(original: Any, self: Any, action_result: ActionResult) -> Any:
    """moto forgets how many newer versions stay.
    https://docs.aws.amazon.com/AmazonS3/latest/API/API_NoncurrentVersionExpiration.html
    """
    if self.data.get("Action") == "GetBucketLifecycleConfiguration" and isinstance(action_result.result, dict):
        rules = self.backend.get_bucket_lifecycle(self.bucket_name)
        for rule, body in zip(rules, action_result.result["Rules"], strict=True):
            if getattr(rule, "newer_noncurrent_versions", None):
                body["NoncurrentVersionExpiration"]["NewerNoncurrentVersions"] = rule.newer_noncurrent_versions
    return original(self, action_result)
