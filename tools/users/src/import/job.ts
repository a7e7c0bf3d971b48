import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CognitoIdentityProviderClient,
  CreateUserImportJobCommand,
  DescribeUserImportJobCommand,
  StartUserImportJobCommand,
  type UserImportJobType,
} from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';

export interface JobRequest {
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  /** With which Cognito logs what became of each user. */
  readonly logRoleArn: string;
  readonly csv: string;
}

/**
 * Hands a CSV file to an import job, and starts it.
 *
 * @returns id of the job
 * @throws UserError when the file cannot be uploaded
 */
export async function startJob({ cognito, csv, logRoleArn, userPoolId }: JobRequest): Promise<string> {
  const UserPoolId = userPoolId;
  const JobName = `gatehouse-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  const { UserImportJob: { JobId, PreSignedUrl = '' } = {} } = await cognito.send(
    new CreateUserImportJobCommand({ UserPoolId, JobName, CloudWatchLogsRoleArn: logRoleArn }),
  );
  const headers = { 'x-amz-server-side-encryption': 'aws:kms' };
  const { ok, status } = await fetch(PreSignedUrl, { method: 'PUT', body: csv, headers });
  if (!ok) {
    throw new UserError(
      `Cognito took no CSV file for job ${JobId}: S3 answered ${status}. Import again; nothing was changed.`,
    );
  }
  await cognito.send(new StartUserImportJobCommand({ UserPoolId, JobId }));
  return JobId!;
}

/** Asks until the job has ended. @throws UserError when it failed */
export async function endOf(
  { cognito, userPoolId }: Pick<JobRequest, 'cognito' | 'userPoolId'>,
  JobId: string,
): Promise<UserImportJobType> {
  for (;;) {
    const request = { UserPoolId: userPoolId, JobId };
    const { UserImportJob: job = {} } = await cognito.send(new DescribeUserImportJobCommand(request));
    if (job.Status === 'Succeeded') return job;
    if (job.Status === undefined || ['Expired', 'Failed', 'Stopped', 'Stopping'].includes(job.Status)) {
      throw new UserError(
        `Import job ${JobId}: ${job.Status}, ${job.CompletionMessage ?? 'without a reason'} ` +
          `(${job.ImportedUsers ?? 0} users imported). The log group /aws/cognito/userpools/${userPoolId} says which rows.`,
      );
    }
    await sleep(5_000);
  }
}
