"""What moto's Cognito identity pools lack; imported once moto has loaded its own."""

from . import pools, roles, tags  # noqa: F401
