"""Import jobs: users from a CSV file that is put at an address which only its job knows.

https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool.html
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.responses import ActionResult
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from ..gap import adds, replaces
from . import imported_users
from .clock import now
from .errors import missing, refusal
from .user_pools import find_pool

PREFIX = "/cognito-user-imports/"


@dataclass
class Job:
    pool_id: str
    name: str
    role: str
    url: str
    id: str = field(default_factory=lambda: f"import-{secrets.token_hex(5).upper()}")
    csv: bytes | None = None
    status: str = "Created"
    created: float = field(default_factory=now)
    started: float | None = None
    completed: float | None = None
    message: str | None = None
    counts: imported_users.Counts = field(default_factory=imported_users.Counts)


@adds(CognitoIdpResponse)
def get_csv_header(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetCSVHeader.html"""
    pool = _pool(self)
    return ActionResult({"UserPoolId": pool.id, "CSVHeader": imported_users.header(pool)})


@adds(CognitoIdpResponse)
def create_user_import_job(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserImportJob.html"""
    pool = _pool(self)
    for parameter in ("JobName", "CloudWatchLogsRoleArn"):
        if not self._get_param(parameter):
            raise missing(parameter)
    here = urlsplit(self.uri)
    url = f"{here.scheme}://{here.netloc}{PREFIX}{pool.id}/{secrets.token_urlsafe(24)}"
    job = Job(pool.id, self._get_param("JobName"), self._get_param("CloudWatchLogsRoleArn"), url)
    _jobs(pool)[job.id] = job
    return _answer(job)


@adds(CognitoIdpResponse)
def start_user_import_job(self: Any) -> ActionResult:
    """It has ended when this answers "Pending".
    https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartUserImportJob.html
    """
    pool, job = _pool(self), _job(self)
    if job.status != "Created":
        raise refusal("PreconditionNotMet", f"Job {job.id} is not in the state Created")
    if job.csv is None:
        raise refusal("PreconditionNotMet", "No file was uploaded")
    if not pool.extended_config.get("AutoVerifiedAttributes"):
        raise refusal("PreconditionNotMet", "User pool must have at least one auto verified attribute")
    job.status, job.started = "Pending", now()
    answer = _answer(job)
    job.message = imported_users.bring_in(pool, job.csv, job.counts)
    job.status, job.completed = ("Failed" if job.counts.unreadable else "Succeeded"), now()
    # As on AWS, the file is gone with the job.
    job.csv = b""
    return answer


@adds(CognitoIdpResponse)
def describe_user_import_job(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserImportJob.html"""
    return _answer(_job(self))


@adds(CognitoIdpResponse)
def list_user_import_jobs(self: Any) -> ActionResult:
    """https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserImportJobs.html"""
    newest = sorted(_jobs(_pool(self)).values(), key=lambda job: -job.created)
    return ActionResult({"UserImportJobs": [_tell(job) for job in newest[: int(self._get_param("MaxResults") or 1)]]})


@replaces(DomainDispatcherApplication)
def __call__(original: Any, self: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """The presigned address. On AWS it is one of S3, which wants this header and answers without a body."""
    path = environ.get("PATH_INFO", "")
    if not path.startswith(PREFIX):
        return original(self, environ, start_response)
    pool = find_pool(path.removeprefix(PREFIX).partition("/")[0])
    job = next((each for each in _jobs(pool).values() if each.url.endswith(path)), None) if pool else None
    encrypted = environ.get("HTTP_X_AMZ_SERVER_SIDE_ENCRYPTION") == "aws:kms"
    fits = job is not None and job.status == "Created" and environ["REQUEST_METHOD"] == "PUT" and encrypted
    if job is not None and fits:
        job.csv = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    start_response("200 OK" if fits else "403 Forbidden", [("Content-Length", "0")])
    return [b""]


def _pool(self: Any) -> Any:
    return self.backend.describe_user_pool(self._get_param("UserPoolId"))


def _jobs(pool: Any) -> dict[str, Job]:
    jobs: dict[str, Job] = vars(pool).setdefault("user_import_jobs", {})
    return jobs


def _job(self: Any) -> Job:
    job = _jobs(_pool(self)).get(self._get_param("JobId"))
    if job is None:
        raise refusal("ResourceNotFound", f"Job {self._get_param('JobId')} does not exist.")
    return job


def _answer(job: Job) -> ActionResult:
    return ActionResult({"UserImportJob": _tell(job)})


def _tell(job: Job) -> dict[str, Any]:
    job_type = {
        "JobName": job.name,
        "JobId": job.id,
        "UserPoolId": job.pool_id,
        "PreSignedUrl": job.url,
        "CreationDate": job.created,
        "StartDate": job.started,
        "CompletionDate": job.completed,
        "Status": job.status,
        "CloudWatchLogsRoleArn": job.role,
        "ImportedUsers": job.counts.imported,
        "SkippedUsers": job.counts.skipped,
        "FailedUsers": job.counts.failed,
        "CompletionMessage": job.message,
    }
    return {name: value for name, value in job_type.items() if value is not None}
