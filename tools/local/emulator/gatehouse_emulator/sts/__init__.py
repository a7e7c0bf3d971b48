"""What moto's STS lacks; imported once moto has loaded its own."""

from . import caller_identity, web_identity  # noqa: F401
