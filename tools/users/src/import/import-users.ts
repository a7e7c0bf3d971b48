import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { count } from '../count';
import { type KmsSettings } from '../file/envelope';
import { Progress } from '../file/progress';
import { readSealed } from '../file/sealed-file';
import { bringRest, restOf } from './afterwards';
import { csvFiles } from './csv';
import { misfits } from './failed-rows';
import { type Done, type Imported, runJobs } from './jobs';
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
  const progress = new Progress<Done>(`${file}.import-${userPoolId}`);
  const before = progress.read();
  await request.decide(summaryOf(target, found, before));
  const counts = await runJobs({ ...request, target, csvFiles: csvFiles(target, found.users), progress });
  await bringAll(request, restOf(target, found), progress);
  progress.done();
  return counts;
}

function summaryOf(target: Target, { external, members, users }: Survey, before: Done | undefined): string {
  const refused = users.filter((user) => target.misfit(user) !== undefined).length;
  return [
    `${count(users.length, 'user')} and ${count(members.size, 'group')} will be put into ${target.userPoolId}.`,
    ...(refused > 0
      ? [`Cognito will not take ${count(refused, 'user')}:`, ...misfits(target, users).map((line) => `  ${line}`)]
      : []),
    ...(external > 0 ? [`Only signed in through an identity provider: ${count(external, 'user')}, not imported.`] : []),
    ...(before ? ['An import of this file was interrupted: it goes on.'] : []),
  ].join('\n');
}

async function bringAll(
  { cognito, print, userPoolId }: ImportRequest,
  all: ReturnType<typeof restOf>,
  progress: Progress<Done>,
): Promise<void> {
  const { jobs, rest: done } = progress.read() ?? { jobs: [], rest: 0 };
  let missing = 0;
  const refused = new Map<string, number>();
  for (const [index, rest] of all.entries()) {
    if (index < done) continue;
    const { found, unlinked } = await bringRest(cognito, userPoolId, rest);
    if (!found) missing += 1;
    for (const why of unlinked) refused.set(why, (refused.get(why) ?? 0) + 1);
    progress.save({ jobs, rest: index + 1 });
  }
  if (missing > 0) print(`${count(missing, 'user')} not imported: neither are their groups, identities and states.`);
  for (const [why, amount] of refused) print(`Identities that are not linked by this import: ${amount} (${why})`);
}
