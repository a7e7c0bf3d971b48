"""What moto's S3 lacks; imported once moto has loaded its own."""

from . import bucket_policy, lifecycle  # noqa: F401
