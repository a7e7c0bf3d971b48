"""What moto's S3 lacks; imported once moto has loaded its own."""

from . import lifecycle  # noqa: F401
