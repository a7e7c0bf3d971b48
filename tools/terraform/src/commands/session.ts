import { SetupError } from '../errors';
import { findTerraform, type TerraformBinary } from '../find-terraform';
import { findOrphan, type OrphanedState, statesOf } from '../orphans/find-orphans';
import { orphanStack } from '../orphans/orphan-stack';
import { readStacks, type Stack } from '../stacks';
import { shownPath } from '../synthesized';
import { Terraform } from '../terraform';
import { type ProgressEvent } from '../ui-events';

/** What every command needs: the binary, the app's stacks in order, and where to print. */
export interface Session {
  readonly binary: TerraformBinary;
  /** The app's folder. */
  readonly directory: string;
  /** Every stack of the app. */
  readonly all: readonly Stack[];
  /** The stacks that the command is about. */
  readonly selected: readonly Stack[];
  /** The state that the command is about, when no stack has it. */
  readonly orphan?: OrphanedState;
  /** The result: standard output. */
  readonly print: (line: string) => void;
  /** Progress and errors: standard error. */
  readonly printError: (text: string) => void;
  /** Terraform for one stack, which prints its progress. */
  bind(stack: Stack): Terraform;
}

interface SessionOptions extends Partial<Pick<Session, 'print' | 'printError'>> {
  /** Whether the command also works on a state that no stack has. @default false */
  readonly orphans?: boolean;
}

/**
 * @param app the app's folder
 * @param only name of one stack, `dev-api` or `api`; its neighbours are left alone
 * @param options printers @default - standard output and standard error
 */
export async function openSession(
  app: string,
  only?: string,
  { print = console.log, printError = console.error, orphans = false }: SessionOptions = {},
): Promise<Session> {
  const all = readStacks(app);
  const selection = await select(all, only, orphans);
  if (selection === undefined) {
    const names = all.map((stack) => stack.name).join(', ');
    throw new SetupError(
      `${shownPath(app)} has no stack "${only}"${orphans ? ' and no state of one' : ''}; it has: ${names}.`,
    );
  }
  const binary = await findTerraform(undefined, { report: printError });
  binary.notices.forEach((notice) => printError(notice));
  const onEvent = (event: ProgressEvent): void => {
    const line = progressLine(event);
    if (line) printError(`  ${line}`);
  };
  const bind = (stack: Stack) => new Terraform({ binary, stack, onEvent, keepsState: true });
  return { binary, directory: app, all, ...selection, print, printError, bind };
}

/** A stack by its name, with or without the environment's before it. */
export const findStack = (stacks: readonly Stack[], name: string): Stack | undefined =>
  stacks.find((stack) => stack.name === name) ?? stacks.find((stack) => stack.name === `${stack.app}-${name}`);

async function select(
  all: readonly Stack[],
  only: string | undefined,
  orphans: boolean,
): Promise<Pick<Session, 'selected' | 'orphan'> | undefined> {
  if (only === undefined) return { selected: all };
  const stack = findStack(all, only);
  if (stack !== undefined) return { selected: [stack] };
  const orphan = orphans ? findOrphan((await statesOf(all)).orphans, only) : undefined;
  return orphan && { selected: [orphanStack(orphan, all)], orphan };
}

function progressLine(event: ProgressEvent): string | undefined {
  switch (event.kind) {
    case 'completed':
      return `${event.action} ${event.address}: done in ${event.seconds} s`;
    case 'running':
      return `${event.action} ${event.address}: ${event.seconds} s`;
    case 'failed':
      return `${event.action} ${event.address}: failed after ${event.seconds} s`;
    case 'waiting-for-lock':
      return 'waiting for the lock of the state';
    case 'note':
      return event.text;
    case 'diagnostic':
      return event.diagnostic.severity === 'warning' && !IGNORED.has(event.diagnostic.summary)
        ? `Warning: ${event.diagnostic.summary}`
        : undefined;
    default:
      return undefined;
  }
}

const IGNORED = new Set([
  // The lock file is in the generated folder and never leaves this machine.
  'Incomplete lock file information for providers',
  // Reported as drift.
  'AWS resource not found during refresh',
]);
