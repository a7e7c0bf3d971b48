"""What moto's Cognito identity pools lack; imported once moto has loaded its own."""

from . import developer, manage, open_id, operations, pools, principal_tags, roles, tags, wire  # noqa: F401
