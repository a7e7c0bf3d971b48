import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CognitoIdentityProviderClient,
  CreateUserImportJobCommand,
  DescribeUserImportJobCommand,
  StartUserImportJobCommand,
  type UserImportJobType,
} from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';

interface Place {
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
}

/** A job without its file. */
interface Job {
  readonly id: string;
  /** Where its file goes. */
  readonly url: string;
}

/** @param logRoleArn with which Cognito logs what became of each user */
export async function createJob({
  cognito,
  logRoleArn,
  userPoolId: UserPoolId,
}: Place & { readonly logRoleArn: string }): Promise<Job> {
  const JobName = `gatehouse-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const { UserImportJob: { JobId, PreSignedUrl = '' } = {} } = await cognito.send(
    new CreateUserImportJobCommand({ UserPoolId, JobName, CloudWatchLogsRoleArn: logRoleArn }),
  );
  return { id: JobId!, url: PreSignedUrl };
}

/** Hands a CSV file to a job, and starts it. @throws UserError when the file cannot be uploaded */
export async function startJob({ cognito, userPoolId }: Place, { id, url }: Job, csv: string): Promise<void> {
  const headers = { 'x-amz-server-side-encryption': 'aws:kms' };
  const { ok, status } = await fetch(url, { method: 'PUT', body: csv, headers });
  if (!ok) {
    throw new UserError(
      `Cognito took no CSV file for job ${id}: S3 answered ${status}. Import again; nothing was changed.`,
    );
  }
  await cognito.send(new StartUserImportJobCommand({ UserPoolId: userPoolId, JobId: id }));
}

export async function statusOf({ cognito, userPoolId }: Place, JobId: string): Promise<UserImportJobType> {
  const { UserImportJob = {} } = await cognito.send(
    new DescribeUserImportJobCommand({ UserPoolId: userPoolId, JobId }),
  );
  return UserImportJob;
}

/** Asks until the job has ended. @throws UserError when it failed */
export async function endOf(place: Place & { readonly logGroup: string }, JobId: string): Promise<UserImportJobType> {
  for (;;) {
    const job = await statusOf(place, JobId);
    if (job.Status === 'Succeeded') return job;
    if (job.Status === undefined || ['Expired', 'Failed', 'Stopped', 'Stopping'].includes(job.Status)) {
      throw new JobFailed(place.logGroup, JobId, job);
    }
    await sleep(5_000);
  }
}

/** Ended without success, for good. */
export class JobFailed extends UserError {
  constructor(
    logGroup: string,
    id: string,
    { CompletionMessage = 'no reason is given.', ImportedUsers = 0, Status }: UserImportJobType,
  ) {
    super(
      `Import job ${id}: expected it to succeed, found ${Status}: ${CompletionMessage} ${ImportedUsers} of its users were imported. ` +
        `The log group ${logGroup} has the rows. Import again: it goes on with a new job.`,
    );
  }
}
