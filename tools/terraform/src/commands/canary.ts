import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { canariesPath, formatCanaries, readCanaries } from '@gatehouse/environment';
import { type Canary, canariesOf } from '../canary/canaries';
import { printCanary } from '../canary/print-canary';
import { type Served, servedOf } from '../canary/served';
import { recordAfter, refuseUndeployed, type Step, theCanary } from '../canary/step';
import { SetupError } from '../errors';
import { openSession, type Session } from './session';

export interface CanaryOptions {
  readonly promote?: true;
  readonly rollback?: true;
  /** Name of the API in AWS. @default - the only one with a canary */
  readonly api?: string;
  /** Whether what is written is deployed too. */
  readonly deploy: boolean;
}

/** What follows once the file is written. */
export interface Afterwards {
  synthesize(): Promise<void>;
  /** @param stack its name */
  deploy(stack: string): Promise<ExitCode>;
}

/**
 * Gives the canary of an API to everyone, or takes it back: writes it into `canaries.json` of the environment, and deploys the
 * stack. Without a step it prints who gets what.
 *
 * @param app the app's folder, synthesized
 * @throws SetupError when there is no canary, or it does not serve what the code says
 */
export async function canaryCommand(
  app: string,
  options: CanaryOptions,
  afterwards: Afterwards,
  printers: Partial<Pick<Session, 'print' | 'printError'>> = {},
): Promise<ExitCode> {
  const session = await openSession(app, undefined, printers);
  const step = stepOf(options);
  const name = basename(resolve(session.directory));
  const canaries = canariesOf(session.all, name, options.api);
  if (step === undefined) return show(session, canaries);
  const canary = theCanary(canaries, name, step);
  if (options.deploy) refuseUndeployed(canary, await servedIn(session, canary), name, step);
  await write(session, canary, step, afterwards);
  session.printError(`Wrote ${canariesPath(name)}`);
  if (!options.deploy) {
    session.print(`${canary.api}: once ${canariesPath(name)} is committed and deployed, ${done[step]}.`);
    return EXIT.ok;
  }
  const code = await afterwards.deploy(canary.stack.name);
  if (code === EXIT.ok) session.print(`${canary.api}: ${done[step]}. Commit ${canariesPath(name)}.`);
  else session.printError(`${canariesPath(name)} is written: "npx nx deploy ${name}" finishes it.`);
  return code;
}

const done: Readonly<Record<Step, string>> = {
  promote: 'everyone gets what the canary served',
  rollback: 'everyone gets what was deployed before, and what the canary served is taken back',
};

function stepOf({ promote, rollback }: CanaryOptions): Step | undefined {
  if (promote && rollback) throw new SetupError('Give one of --promote and --rollback.');
  return promote ? 'promote' : rollback && 'rollback';
}

async function show(session: Session, canaries: readonly Canary[]): Promise<ExitCode> {
  for (const canary of canaries) {
    for (const line of printCanary(canary, await servedIn(session, canary))) session.print(line);
  }
  return EXIT.ok;
}

async function servedIn({ bind }: Session, canary: Canary): Promise<Served> {
  const terraform = bind(canary.stack);
  await terraform.init();
  return servedOf(await terraform.showState(), canary);
}

/** Brings the file back as it was where the environment does not synthesize with it. */
async function write({ directory }: Session, canary: Canary, step: Step, { synthesize }: Afterwards): Promise<void> {
  const [workspace, name] = [resolve(directory, '../..'), basename(resolve(directory))];
  const path = join(workspace, canariesPath(name));
  const former = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const records = readCanaries(workspace, name);
  const stack = records[canary.stack.name];
  const stages = { ...stack, [canary.stage]: recordAfter(step, canary, stack?.[canary.stage] ?? {}) };
  writeFileSync(path, formatCanaries({ ...records, [canary.stack.name]: stages }, name));
  try {
    await synthesize();
  } catch (error) {
    if (former === undefined) rmSync(path);
    else writeFileSync(path, former);
    throw error;
  }
}
