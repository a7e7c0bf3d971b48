"""What moto's Lambda lacks; imported once moto has loaded its own."""

from . import configuration, invoke, policy  # noqa: F401
