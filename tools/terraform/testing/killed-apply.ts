import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RefusingProxy } from './refusing-proxy';

const usual = process.env.TERRAFORM_BINARY_NAME;
afterEach(() => {
  if (usual === undefined) delete process.env.TERRAFORM_BINARY_NAME;
  else process.env.TERRAFORM_BINARY_NAME = usual;
});

/**
 * The real Terraform, until the end of a test. It is killed with its providers when AWS has answered a request of an apply, so that AWS
 * has done what Terraform never hears of. Requests are counted, so it does not depend on how fast anything is.
 */
export class KilledApply {
  private readonly note: string;
  private count = 0;
  private ends: Ends = () => false;
  private readonly held: (() => void)[] = [];

  constructor(
    folder: string,
    private readonly proxy: RefusingProxy,
  ) {
    this.note = join(folder, 'apply.pid');
    const binary = join(folder, 'terraform-with-note');
    const note = `if [ "$1" = apply ]; then echo $$ > '${this.note}'; fi`;
    writeFileSync(binary, `#!/bin/sh\n${note}\nexec terraform "$@"\n`);
    chmodSync(binary, 0o755);
    process.env.TERRAFORM_BINARY_NAME = binary;
  }

  /**
   * @param ends the request whose answer Terraform does not hear of @default - it hears of all
   * @returns how many requests the apply made
   */
  async during(work: () => Promise<unknown>, ends: Ends = () => false): Promise<number> {
    rmSync(this.note, { force: true });
    [this.count, this.ends] = [0, ends];
    this.proxy.answered((asked) => this.answered(asked));
    await work();
    this.proxy.answered(() => undefined);
    return this.count;
  }

  private async answered(asked: string): Promise<void> {
    // A plan asks too.
    if (!existsSync(this.note)) return;
    this.count += 1;
    const ends = this.ends(this.count, asked);
    if (ends === 'held') await new Promise<void>((release) => this.held.push(release));
    if (ends !== true) return;
    this.ends = () => false;
    // It leads a process group of its own.
    process.kill(-Number(readFileSync(this.note, 'utf8')), 'SIGKILL');
    for (const release of this.held.splice(0)) release();
  }
}

/**
 * Whether it is this request, by how many there were with it, or by what it asks for: `POST /restapis `. An answer that is held comes
 * only after the kill.
 */
type Ends = (count: number, asked: string) => boolean | 'held';
