"""What moto's IAM lacks; imported once moto has loaded its own."""

from . import managed_policies, openid_connect, roles  # noqa: F401
