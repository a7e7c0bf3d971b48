"""How moto's server takes a request, before a service of AWS sees it; imported once the server is loaded."""

# Each wraps what was loaded before it: a request comes through `requests` first.
from .. import authorization, local_endpoints  # noqa: F401
from . import backlog, http_0_9, requests, waits  # noqa: F401
