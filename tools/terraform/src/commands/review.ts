import { basename, resolve } from 'node:path';
import { EXIT, UserError, worst, type ExitCode } from '@gatehouse/cli-kit';
import { type CodeReview } from '@gatehouse/plan-review';
import { type ReviewOptions } from '@gatehouse/plan-review/options';
import { reviewToTerminal } from '@gatehouse/plan-review/terminal';
import { appliedCode } from '../base/applied-code';
import { commitOf, defaultBase } from '../base/commit-of';
import { synthesizedAt } from '../base/synthesized-at';
import { digestKey } from '../reviewed/digest-key';
import { refuseOldRole } from '../role-rights';
import { exitCodeOf, type StackResult } from '../stack-result';
import { workspaceAround } from '../workspace-around';
import { planCommand } from './plan';
import { type Session } from './session';

/**
 * Plans an environment and reviews the plans. A stack that cannot be planned before another one is applied is reviewed from its
 * code; one whose plan failed is in the review, as not reviewed.
 */
export async function reviewPlanned(
  session: Session,
  options: ReviewOptions & { readonly base?: string },
): Promise<ExitCode> {
  // The result is the review; how its plans come about is progress.
  await refuseOldRole(session);
  const results = await planCommand({ ...session, print: session.printError });
  const planned = exitCodeOf(results);
  if (planned === EXIT.interrupted) return planned;
  const environment = basename(resolve(session.directory));
  const code = await codeOf(session, environment, results, options.base);
  const secretsKey = await digestKey(session, options.digestKeyFile);
  const reviewed = reviewToTerminal({ ...options, environment, files: [], ...(code && { code }), secretsKey });
  return planned === EXIT.error ? worst([planned, reviewed]) : reviewed;
}

/** What is reviewed from its code. @returns undefined: nothing has to be, or there is nothing to compare with */
async function codeOf(
  { all, directory, printError }: Session,
  environment: string,
  results: readonly StackResult[],
  base: string | undefined,
): Promise<CodeReview | undefined> {
  const waiting = results.filter(({ outcome }) => outcome === 'upstream not applied');
  const root = workspaceAround(directory);
  if (waiting.length === 0 || root === undefined) return undefined;
  try {
    const commit = base === undefined ? defaultBase(root) : commitOf(root, base);
    printError(`Synthesizing ${environment} at ${commit.slice(0, 12)}, for stacks that cannot be planned yet`);
    const synthesized = await synthesizedAt(root, commit, environment);
    const names = new Set(waiting.map(({ stack }) => stack));
    const stacks = all.filter(({ name }) => names.has(name));
    const before = await appliedCode(synthesized, stacks);
    const against = (stack: string): string => {
      if (stack in before) return `that of commit ${commit.slice(0, 12)}`;
      return stack in synthesized ? 'nothing, for it was never applied' : 'nothing, for it is new';
    };
    return {
      before,
      stacks: Object.fromEntries(waiting.map((result) => [result.stack, whyOf(result, against(result.stack))])),
    };
  } catch (error) {
    if (base !== undefined || !(error instanceof UserError)) throw error;
    printError(error.message);
    return undefined;
  }
}

const whyOf = ({ dependsOn = [] }: StackResult, against: string): string =>
  `It cannot be planned before ${dependsOn.join(' and ')} is applied; its code is compared with ${against}. Which changes replace a resource, only a plan tells.`;
