import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type KmsSettings } from '../file/envelope';
import { Progress } from '../file/progress';
import { readSealed } from '../file/sealed-file';
import { bringRest, restOf } from './afterwards';
import { csvFiles } from './csv';
import { endOf, startJob } from './job';
import { survey, type Survey } from './survey';
import { checkTarget, readTarget, type Target } from './target';

export interface ImportRequest {
  readonly cognito: CognitoIdentityProviderClient;
  readonly kms: KmsSettings;
  readonly userPoolId: string;
  readonly logRoleArn: string;
  /** The export. */
  readonly file: string;
  readonly print: (line: string) => void;
  /** Gets what is about to happen, in words; throws unless it may. */
  readonly decide: (summary: string) => Promise<void>;
}

export interface Imported {
  readonly imported: number;
  /** Who was there already. */
  readonly skipped: number;
  readonly failed: number;
}

interface Interrupted {
  /** Jobs that were started, in the order of the CSV files. */
  readonly jobs: readonly string[];
  /** Users whose rest is done. */
  readonly rest: number;
}

/**
 * Puts the users of an export into a pool: by CSV import jobs, then their groups, identities and states.
 *
 * @throws UserError when the export cannot be read, the pool lacks what its users have, or a job fails
 */
export async function importUsers(request: ImportRequest): Promise<Imported> {
  const { cognito, file, kms, userPoolId } = request;
  const found = await survey(readSealed(file, kms));
  const target = await readTarget(cognito, userPoolId);
  checkTarget(target, found);
  const progress = new Progress<Interrupted>(`${file}.import-${userPoolId}`);
  const before = progress.read();
  await request.decide(summaryOf(target, found, before));
  const { counts, jobs } = await runJobs(request, target, found, progress);
  await bringAll(request, restOf(target, found), { jobs, rest: before?.rest ?? 0 }, progress);
  progress.done();
  return counts;
}

function summaryOf(target: Target, { external, members, users }: Survey, before: Interrupted | undefined): string {
  const refused = users.filter((user) => !target.takes(user)).length;
  return [
    `${count(users.length, 'user')} and ${count(members.size, 'group')} will be put into ${target.userPoolId}.`,
    ...(refused > 0
      ? [`Without a verified address, which Cognito wants: ${count(refused, 'user')}, not imported.`]
      : []),
    ...(external > 0 ? [`Only signed in through an identity provider: ${count(external, 'user')}, not imported.`] : []),
    ...(before ? ['An import of this file was interrupted: it goes on.'] : []),
  ].join('\n');
}

const count = (amount: number, what: string): string => `${amount} ${what}${amount === 1 ? '' : 's'}`;

async function runJobs(
  { cognito, logRoleArn, print, userPoolId }: ImportRequest,
  target: Target,
  { users }: Survey,
  progress: Progress<Interrupted>,
): Promise<{ readonly counts: Imported; readonly jobs: readonly string[] }> {
  const before = progress.read();
  const jobs = [...(before?.jobs ?? [])];
  const counts = { imported: 0, skipped: 0, failed: 0 };
  for (const [index, csv] of csvFiles(target, users).entries()) {
    const job = jobs[index] ?? (await startJob({ cognito, csv, logRoleArn, userPoolId }));
    jobs[index] = job;
    progress.save({ jobs, rest: before?.rest ?? 0 });
    const { FailedUsers = 0, ImportedUsers = 0, SkippedUsers = 0 } = await endOf({ cognito, userPoolId }, job);
    print(`Job ${job}: ${ImportedUsers} imported, ${SkippedUsers} skipped, ${FailedUsers} failed`);
    counts.imported += ImportedUsers;
    counts.skipped += SkippedUsers;
    counts.failed += FailedUsers;
  }
  return { counts, jobs };
}

async function bringAll(
  { cognito, print, userPoolId }: ImportRequest,
  all: ReturnType<typeof restOf>,
  { jobs, rest: done }: Interrupted,
  progress: Progress<Interrupted>,
): Promise<void> {
  let missing = 0;
  for (const [index, rest] of all.entries()) {
    if (index < done) continue;
    if (!(await bringRest(cognito, userPoolId, rest))) missing += 1;
    progress.save({ jobs, rest: index + 1 });
  }
  if (missing > 0) print(`${count(missing, 'user')} not imported: neither are their groups, identities and states.`);
}
