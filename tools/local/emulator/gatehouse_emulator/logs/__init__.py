"""What moto's CloudWatch Logs lacks; imported once moto has loaded its own."""

from . import metric_filters  # noqa: F401
