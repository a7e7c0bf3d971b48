import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type Progress } from '../file/progress';
import { type CsvFile } from './csv';
import { failedRows } from './failed-rows';
import { createJob, endOf, JobFailed, startJob, statusOf } from './job';
import { type Target } from './target';

/** What an interrupted import has done. */
export interface Done {
  /** Jobs that were made, in the order of the CSV files. */
  readonly jobs: readonly string[];
  /** Users whose rest is done. */
  readonly rest: number;
}

export interface JobsRequest {
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  /** With which Cognito logs what became of each user. */
  readonly logRoleArn: string;
  readonly target: Pick<Target, 'logGroup' | 'misfit'>;
  readonly csvFiles: readonly CsvFile[];
  readonly progress: Progress<Done>;
  readonly print: (line: string) => void;
}

export interface Imported {
  readonly imported: number;
  /** Who was there already. */
  readonly skipped: number;
  readonly failed: number;
}

/**
 * Runs a job for each CSV file, one after another. One that an interrupted import has started is waited for; one that failed is
 * forgotten, so that the next import makes another.
 *
 * @throws UserError when a job fails
 */
export async function runJobs({ csvFiles, print, progress, target, ...request }: JobsRequest): Promise<Imported> {
  const { jobs: before, rest } = progress.read() ?? { jobs: [], rest: 0 };
  const jobs = [...before];
  const counts = { imported: 0, skipped: 0, failed: 0 };
  for (const [index, { csv, users }] of csvFiles.entries()) {
    if (!(await wasStarted(request, jobs[index]))) {
      const job = await createJob(request);
      jobs[index] = job.id;
      progress.save({ jobs, rest });
      await startJob(request, job, csv);
    }
    try {
      const ended = await endOf({ ...request, logGroup: target.logGroup }, jobs[index]!);
      const { FailedUsers = 0, ImportedUsers = 0, SkippedUsers = 0 } = ended;
      print(`Job ${jobs[index]}: ${ImportedUsers} imported, ${SkippedUsers} skipped, ${FailedUsers} failed`);
      for (const line of failedRows(target, users, ended)) print(`  ${line}`);
      counts.imported += ImportedUsers;
      counts.skipped += SkippedUsers;
      counts.failed += FailedUsers;
    } catch (error) {
      if (error instanceof JobFailed) progress.save({ jobs: jobs.slice(0, index), rest });
      throw error;
    }
  }
  return counts;
}

/** A job that was made and not started has no file. */
const wasStarted = async (request: Pick<JobsRequest, 'cognito' | 'userPoolId'>, job: string | undefined) =>
  job !== undefined && (await statusOf(request, job)).Status !== 'Created';
