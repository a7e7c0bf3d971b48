"""What moto's STS lacks; imported once moto has loaded its own."""

from . import assume_role, caller_identity, service_role, web_identity  # noqa: F401
