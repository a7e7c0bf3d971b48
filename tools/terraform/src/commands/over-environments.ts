import { availableParallelism } from 'node:os';
import { environmentApp, inPromotionOrder, type EnvironmentApp } from '../environment-app';
import { SetupError } from '../errors';
import { type ExitCode } from '@gatehouse/cli-kit';
import { describeReport, makeReport } from '../report';
import { refuseOldRole } from '../role-rights';
import { inParallel, untilFailure } from '../run-environments';
import { exitCodeOf, type StackResult } from '../stack-result';
import { writeJson } from '../write-json';
import { openSession, type Session } from './session';

export interface OverEnvironmentsOptions {
  readonly command: string;
  /** What is done with one environment. */
  readonly run: (session: Session) => Promise<readonly StackResult[]>;
  /** `promote`: by tier, one after the other, until one fails. */
  readonly order: 'parallel' | 'promote';
  readonly stack?: string;
  /** Where the report goes. @default - none is written */
  readonly json?: string;
}

/**
 * Does something with the stacks of one environment or of several.
 *
 * @param folders of their apps
 * @throws SetupError for a stack of several
 */
export async function overEnvironments(
  folders: readonly string[],
  options: OverEnvironmentsOptions,
): Promise<ExitCode> {
  const [only, ...others] = folders;
  if (only !== undefined && others.length === 0 && options.json === undefined) {
    return exitCodeOf(await checked(options, await openSession(only, options.stack)));
  }
  if (others.length > 0 && options.stack !== undefined) {
    throw new SetupError('--stack names a stack of one environment; several are given.');
  }
  const apps = inPromotionOrder(folders.map(environmentApp));
  const run = async (app: EnvironmentApp): Promise<readonly StackResult[]> =>
    checked(options, await openSession(app.directory, options.stack, linesOf(app, apps.length)));
  const results =
    options.order === 'promote' ? await untilFailure(apps, run) : await inParallel(apps, run, availableParallelism());
  const report = makeReport(options.command, results);
  if (options.json !== undefined) writeJson(options.json, report);
  if (apps.length > 1) for (const line of describeReport(report)) console.log(line);
  return report.exitCode;
}

async function checked({ run }: OverEnvironmentsOptions, session: Session): Promise<readonly StackResult[]> {
  await refuseOldRole(session);
  return run(session);
}

/** Lines of several environments come mixed, so each says whose it is. */
function linesOf({ name }: EnvironmentApp, count: number) {
  const prefix = count > 1 ? `${name} | ` : '';
  const write = (to: (text: string) => void) => (text: string) => to(text.replace(/^/gm, prefix));
  return { print: write(console.log), printError: write(console.error) };
}
