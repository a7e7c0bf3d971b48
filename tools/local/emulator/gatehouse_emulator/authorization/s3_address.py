"""Bucket and key that an S3 request is about."""

from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from moto.s3.responses import S3Response
from moto.s3.utils import bucket_name_from_url
from werkzeug.wrappers import Request

from .raw_uri import raw_uri


def s3_operation(request: Request, body: bytes) -> dict[str, Any]:
    """`{"Bucket", "Key"}`, and of DeleteObjects `{"Objects": [{"Key", "VersionId"}]}`."""
    bucket, key = _address(request)
    asked: dict[str, Any] = {"Bucket": bucket, "Key": key}
    if request.method == "POST" and "delete" in request.args:
        asked["Objects"] = _objects(body)
    return asked


def _address(request: Request) -> tuple[str, str]:
    """Either may be empty. A bucket is in the path, or the first part of the host.
    https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    """
    path = unquote(raw_uri(request)[0]).removeprefix("/")
    if S3Response().subdomain_based_buckets(request):
        return bucket_name_from_url(request.url) or "", path
    bucket, _, key = path.partition("/")
    return bucket, key


def _objects(body: bytes) -> list[dict[str, str]] | None:
    """None for a body that is no such list."""
    try:
        root = ElementTree.fromstring(body)
    except ElementTree.ParseError:
        return None
    return [
        {child.tag.rpartition("}")[2]: child.text or "" for child in element}
        for element in root
        if element.tag.rpartition("}")[2] == "Object"
    ]
