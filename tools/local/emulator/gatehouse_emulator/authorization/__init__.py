"""Who calls, and what their role may do."""

from .. import local_endpoints  # noqa: F401
from . import callers, gate  # noqa: F401
