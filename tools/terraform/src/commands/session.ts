import { SetupError } from '../errors';
import { findTerraform, type TerraformBinary } from '../find-terraform';
import { readStacks, type Stack } from '../stacks';
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
  /** The result: standard output. */
  readonly print: (line: string) => void;
  /** Progress and errors: standard error. */
  readonly printError: (text: string) => void;
  /** Terraform for one stack, which prints its progress. */
  bind(stack: Stack): Terraform;
}

/**
 * @param app the app's folder
 * @param only name of one stack; its neighbours are left alone
 * @param printers @default - standard output and standard error
 */
export async function openSession(
  app: string,
  only?: string,
  { print = console.log, printError = console.error }: Partial<Pick<Session, 'print' | 'printError'>> = {},
): Promise<Session> {
  const all = readStacks(app);
  const selected = only === undefined ? all : all.filter((stack) => stack.name === only);
  if (selected.length === 0) {
    const names = all.map((stack) => stack.name).join(', ');
    throw new SetupError(`${app} has no stack "${only}"; it has: ${names}.`);
  }
  const binary = await findTerraform(undefined, { report: printError });
  binary.notices.forEach((notice) => printError(notice));
  const onEvent = (event: ProgressEvent): void => {
    const line = progressLine(event);
    if (line) printError(`  ${line}`);
  };
  const bind = (stack: Stack) => new Terraform({ binary, stack, onEvent });
  return { binary, directory: app, all, selected, print, printError, bind };
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
