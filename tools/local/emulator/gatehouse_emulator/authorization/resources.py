"""What moto knows of the resources that a request names: ARN, owner, resource policy, tags."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from moto.backends import get_backend

from .operation import Operation

# As the TypeScript side reads it (`KnownResource`).
Resource = dict[str, Any]


def resources_of(service: str, operation: Operation, account_id: str, region: str) -> list[Resource] | None:
    """None for a service whose resources are not listed here."""
    lister = LISTERS.get(service)
    if lister is None:
        return None
    mentioned = set(_strings(operation.parameters))
    words = {word for text in mentioned for word in re.split(r"[/\s\"]", text)}
    return [
        {"policy": None, "tags": {}} | resource
        for resource in lister(account_id, region, mentioned)
        if resource["arn"] in mentioned or any(name in mentioned or name in words for name in resource["names"])
    ]


def _strings(value: Any) -> Iterator[str]:
    """Keys too: BatchGetItem names its tables so."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _buckets(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html"""
    for owner, backend in _backends("s3", "aws"):
        for bucket in list(backend.buckets.values()):
            yield {
                "names": [bucket.name],
                "arn": bucket.arn,
                "account": owner,
                "policy": bucket.policy.decode() if bucket.policy else None,
                "tags": backend.tagger.get_tag_dict_for_resource(bucket.arn),
                "objects": {
                    key: backend.tagger.get_tag_dict_for_resource(bucket.keys[key].arn)
                    for key in mentioned
                    if key in bucket.keys
                },
            }


def _queues(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    for owner, backend in _backends("sqs", region):
        for queue in list(backend.queues.values()):
            names = [queue.name] if owner == account_id else []
            yield {
                "names": names,
                "arn": queue.queue_arn,
                "account": owner,
                "policy": queue.policy,
                "tags": dict(queue.tags),
            }


def _topics(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    for owner, backend in _backends("sns", region):
        for topic in list(backend.topics.values()):
            yield {
                "names": [topic.name],
                "arn": topic.arn,
                "account": owner,
                "policy": topic.policy,
                "tags": dict(topic._tags),
            }


def _functions(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    """https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html"""
    for owner, backend in _backends("lambda", region):
        for function in backend.list_functions():
            statements = function.policy.statements if function.policy else []
            policy = {"Version": "2012-10-17", "Statement": statements}
            arn = ":".join(function.function_arn.split(":")[:7])
            yield {
                "names": [function.function_name, f"{owner}:function:{function.function_name}"],
                "arn": arn,
                "account": owner,
                "policy": json.dumps(policy) if statements else None,
                "tags": dict(function.tags),
            }


def _keys(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    """https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html"""
    for owner, backend in _backends("kms", region):
        for key in list(backend.keys.values()):
            aliases = list(key.aliases.values())
            yield {
                "names": [key.id, *(alias.alias_name for alias in aliases), *(alias.alias_arn for alias in aliases)],
                "arn": key.arn,
                "account": owner,
                "policy": key.policy,
                "tags": _tags(backend.list_resource_tags(key.id)["Tags"]),
                "aliases": [alias.alias_name for alias in aliases],
                "keySpec": key.key_spec,
                "keyUsage": key.key_usage,
            }


def _secrets(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    """https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"""
    for owner, backend in _backends("secretsmanager", region):
        for secret in list(backend.secrets.values()):
            yield {
                # The ARN may be given without the six characters at its end.
                "names": [secret.name, secret.arn[:-7]],
                "arn": secret.arn,
                "account": owner,
                "policy": getattr(secret, "policy", None),
                "tags": _tags(secret.tags),
            }


def _tables(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    """https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/access-control-resource-based.html"""
    for owner, backend in _backends("dynamodb", region):
        for table in list(backend.tables.values()):
            policy = backend.resource_policies.get(table.table_arn)
            yield {
                "names": [table.name] if owner == account_id else [],
                "arn": table.table_arn,
                "account": owner,
                "policy": policy.policy_doc if policy else None,
                "tags": _tags(table.tags),
                "hashKey": table.hash_key_attr,
                "indexKeys": {index.name: _hash_key(index.schema) for index in table.all_indexes()},
            }


def _roles(account_id: str, region: str, mentioned: set[str]) -> Iterable[Resource]:
    """The trust policy is the resource policy of a role."""
    for owner, backend in _backends("iam", "aws"):
        for role in list(backend.roles.values()):
            yield {
                "names": [role.name] if owner == account_id else [],
                "arn": role.arn,
                "account": owner,
                "policy": role.assume_role_policy_document,
                "tags": _tags(role.tags),
            }


LISTERS: dict[str, Callable[[str, str, set[str]], Iterable[Resource]]] = {
    "dynamodb": _tables,
    "iam": _roles,
    "kms": _keys,
    "lambda": _functions,
    "s3": _buckets,
    "secretsmanager": _secrets,
    "sns": _topics,
    "sqs": _queues,
    "sts": _roles,
}


def _backends(service: str, region: str) -> Iterator[tuple[str, Any]]:
    """Of every account that moto knows."""
    for account_id, regions in list(get_backend(service).items()):
        if region in regions:
            yield account_id, regions[region]


def _hash_key(schema: list[dict[str, str]]) -> str | None:
    return next((part["AttributeName"] for part in schema if part["KeyType"] == "HASH"), None)


def _tags(tags: Any) -> dict[str, str]:
    return {tag.get("Key", tag.get("TagKey")): tag.get("Value", tag.get("TagValue")) for tag in tags or []}
