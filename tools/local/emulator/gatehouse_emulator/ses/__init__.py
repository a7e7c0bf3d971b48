"""What moto's SES lacks; imported once moto has loaded version 2 of it."""

from . import configuration_sets, dkim, verification  # noqa: F401
