"""What moto's STS lacks; imported once moto has loaded its own."""

from . import assume_role, caller_identity, web_identity  # noqa: F401
