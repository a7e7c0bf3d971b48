"""The body of a request, which moto reads again."""

import io
from typing import Any

from werkzeug.wsgi import get_input_stream


def keep_body(environ: dict[str, Any]) -> bytes:
    body = get_input_stream(environ).read()
    environ["wsgi.input"] = io.BytesIO(body)
    environ["CONTENT_LENGTH"] = str(len(body))
    environ.pop("HTTP_TRANSFER_ENCODING", None)
    return body
