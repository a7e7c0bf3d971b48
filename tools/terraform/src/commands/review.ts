import { basename, resolve } from 'node:path';
import { EXIT, worst, type ExitCode } from '@gatehouse/cli-kit';
import { reviewToTerminal, type ReviewOptions } from '@gatehouse/plan-review';
import { exitCodeOf } from '../stack-result';
import { refuseOldRole } from '../role-rights';
import { planCommand } from './plan';
import { type Session } from './session';

/** Plans an environment and reviews the plans. A stack that could not be planned is in the review, as not reviewed. */
export async function reviewPlanned(session: Session, options: ReviewOptions): Promise<ExitCode> {
  // The result is the review; how its plans come about is progress.
  await refuseOldRole(session);
  const planned = exitCodeOf(await planCommand({ ...session, print: session.printError }));
  if (planned === EXIT.interrupted) return planned;
  const environment = basename(resolve(session.directory));
  const reviewed = reviewToTerminal({ ...options, environment, files: [] });
  return planned === EXIT.error ? worst([planned, reviewed]) : reviewed;
}
