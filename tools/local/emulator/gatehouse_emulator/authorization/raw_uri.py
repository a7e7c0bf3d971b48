"""The address of a request as it was sent."""

from werkzeug.wrappers import Request


def raw_uri(request: Request) -> tuple[str, str]:
    """Path and query, still percent-encoded. A client that takes us for a proxy sends scheme and host before them."""
    path, _, query = request.environ["RAW_URI"].partition("?")
    if not path.startswith("/"):
        path = "/" + path.partition("://")[2].partition("/")[2]
    return path, query
