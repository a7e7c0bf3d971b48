import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Emulator, startEmulator } from '@gatehouse/local-tools/emulator';
import { findTerraform, readStacks, Terraform } from '@gatehouse/terraform';
import { workspace } from '../synth/peer';
import { CountedAws } from './counted-aws';
import { type Result } from './result';

const ROUTES = 100;
const rounds = 3;
const limits = { requests: 10, time: 0.6 };

interface Planned {
  readonly requests: number;
  readonly seconds: number;
}

/** A plan that refreshes 100 applied routes: requests to the emulator, and the time beside that of resources. */
export async function measurePlan(): Promise<Result[]> {
  const emulator = await startEmulator();
  try {
    const resources = await planned(emulator, 'resources');
    const openapi = await planned(emulator, 'openapi');
    for (const [kind, { requests, seconds }] of Object.entries({ resources, openapi })) {
      console.log(`plan of ${ROUTES} routes as ${kind}: ${requests} requests, ${seconds.toFixed(1)} s`);
    }
    return [
      { name: `plan of ${ROUTES} routes as openapi, requests`, ratio: openapi.requests, limit: limits.requests },
      { name: 'the same, time / as resources', ratio: openapi.seconds / resources.seconds, limit: limits.time },
    ];
  } finally {
    await emulator.stop();
  }
}

async function planned(emulator: Emulator, kind: string): Promise<Planned> {
  const out = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const aws = new CountedAws(emulator.url);
  try {
    const address = await aws.start();
    const args = ['-r', './register-ts.cjs', 'bench/scale/routes.ts', out, kind, String(ROUTES), address];
    execFileSync(process.execPath, args, { cwd: workspace });
    const terraform = new Terraform({ binary: await findTerraform(), stack: readStacks(out, out)[0]! });
    await terraform.init();
    await terraform.applyUnread();
    const runs: Planned[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await onePlan(terraform, aws));
    return runs.sort((one, other) => one.seconds - other.seconds)[rounds >> 1]!;
  } finally {
    await aws.stop();
    rmSync(out, { recursive: true });
  }
}

async function onePlan(terraform: Terraform, aws: CountedAws): Promise<Planned> {
  aws.requests = 0;
  const start = performance.now();
  const { changes } = await terraform.plan();
  if (changes) throw new Error('the plan after the apply is not empty');
  return { requests: aws.requests, seconds: (performance.now() - start) / 1000 };
}
