import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform, Terraform } from '@gatehouse/terraform';
import { synthesized } from '../../../tests/synthesized';
import { type Change } from '../changes';
import { Converge } from '../converge';
import { type Outcome } from '../outcome';
import { type Report } from '../report';
import { type Sink } from '../sink';

interface Tried {
  /** What synthesizes the kitchen sink. */
  readonly main: string;
  readonly sink: Sink;
  /** Of an emulator in which the kitchen sink is not applied. */
  readonly url: string;
  readonly wanted?: (change: Change) => boolean;
  readonly report?: Report;
}

/** Changes each argument of a kitchen sink of which only what the copies need is applied; the emulator keeps the rest. */
export async function tryAlone({ main, sink, url, wanted, report }: Tried): Promise<Outcome[]> {
  const out = mkdtempSync(join(tmpdir(), 'gatehouse-converge-'));
  try {
    const stack = synthesized(main, out, url);
    await new Terraform({ binary: await findTerraform(), stack }).init();
    return await new Converge({ sink, stack, url, wanted, report }).run();
  } finally {
    rmSync(out, { recursive: true });
  }
}
