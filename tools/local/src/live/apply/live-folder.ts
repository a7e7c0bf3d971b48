import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readStacks, type Stack } from '@gatehouse/terraform';
import { writeStacks } from '../../up/synthesize';

/** Where reloads synthesize to: a command in another terminal writes `cdktf.out` while one runs. */
export class LiveFolder {
  private readonly output: string;

  /**
   * @param app the app's folder
   * @param endpoint of the emulator
   */
  constructor(
    private readonly app: string,
    private readonly endpoint: string,
  ) {
    this.output = join(app, '.terraform-work', 'live', 'cdktf.out');
  }

  /** Begins with what was synthesized for the start. */
  begin(): Stack[] {
    rmSync(this.output, { recursive: true, force: true });
    cpSync(join(this.app, 'cdktf.out'), this.output, { recursive: true });
    return this.stacks();
  }

  /** @throws UserError with what the synthesis printed */
  async synthesize(signal: AbortSignal): Promise<Stack[]> {
    await writeStacks(this.app, this.endpoint, signal, this.output);
    return this.stacks();
  }

  private stacks(): Stack[] {
    return readStacks(this.app, this.output, 'live-');
  }
}

/** The same for the same JSON. */
export const jsonOf = ({ directory }: Pick<Stack, 'directory'>): string =>
  createHash('sha256')
    .update(readFileSync(join(directory, 'cdk.tf.json')))
    .digest('hex');
