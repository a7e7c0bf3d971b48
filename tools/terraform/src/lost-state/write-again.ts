import { setTimeout as sleep } from 'node:timers/promises';
import { credentialsProblem } from '../access-problem';
import { StateLockedError, TerraformError } from '../errors';
import { readStackConfig } from '../stack-config';
import { parseStateLock } from '../state-lock';
import { type Terraform } from '../terraform';

/** Seconds before each further attempt. */
const BACK_OFF = [1, 2, 4, 8, 16];

export interface WriteAgain {
  readonly terraform: Pick<Terraform, 'forceUnlock' | 'pushState' | 'options'>;
  /** The state. */
  readonly file: string;
  /** What the apply said that could not write it. */
  readonly failure: Error;
  readonly report: (line: string) => void;
  /** @default - the time really passes */
  readonly wait?: (seconds: number) => Promise<void>;
}

/**
 * Writes a state that the apply could not write, with back-off, as long as the credentials live.
 *
 * @returns nothing when it is written; else why not, in one sentence
 */
export async function writeAgain({ terraform, file, failure, report, wait }: WriteAgain): Promise<string | undefined> {
  const { stack } = terraform.options;
  const held = heldLock(failure);
  let reason = textOf(failure);
  for (const [index, seconds] of BACK_OFF.entries()) {
    const ended = credentialsProblem(reason, stack, readStackConfig(stack));
    if (ended !== undefined) return ended;
    report(`the state could not be written; trying again in ${seconds} s`);
    await (wait ?? ((time) => sleep(time * 1000)))(seconds);
    try {
      await push();
      report(`the state is written, at attempt ${index + 1}`);
      return undefined;
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      reason = textOf(error);
    }
  }
  return reason;

  /** Where the apply could not write its state it could often not release its lock either. */
  async function push(): Promise<void> {
    try {
      await terraform.pushState(file);
    } catch (error) {
      if (!(error instanceof StateLockedError) || error.lock.id !== held) throw error;
      await terraform.forceUnlock(held);
      await terraform.pushState(file);
    }
  }
}

const textOf = (error: Error): string =>
  error instanceof TerraformError
    ? error.diagnostics.map(({ summary, detail }) => `${summary}: ${detail}`).join('\n')
    : error.message;

/** Of the apply itself, when it says that it could not release it. */
function heldLock(failure: Error): string | undefined {
  if (!(failure instanceof TerraformError)) return undefined;
  const releasing = failure.diagnostics.find(({ summary }) => summary === 'Error releasing the state lock');
  return releasing && parseStateLock(releasing.detail)?.id;
}
