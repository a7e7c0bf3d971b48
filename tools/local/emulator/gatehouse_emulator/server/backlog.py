"""Connections that wait to be accepted: one that finds the queue full tries again after a second, or is reset."""

from werkzeug.serving import BaseWSGIServer

# werkzeug has 128; a burst of tests fills that. The kernel's own limit holds too.
BaseWSGIServer.request_queue_size = 1024
