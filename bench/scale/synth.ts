import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdk, gatehouse, guardedIn } from '../synth/contestants';
import { type Contestant, failureOf, medians } from '../synth/measure';
import { workspaceWith } from '../synth/our-workspace';
import { installPeer, workspace } from '../synth/peer';
import { type Result } from './result';

const rounds = 3;
const kinds = ['resources', 'openapi'] as const;
const limits = { resources: 1.5, openapi: 1, twice: 2.2 };

/** Synthesis of 1,000 routes beside the same as plain resources of cdktf, and of 2,000 beside 1,000. */
export function measureSynth(): Result[] {
  const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const copies = kinds.flatMap((kind) =>
    [1000, 2000].map((routes) => ({ kind, routes, copy: workspaceWith(routes, kind) })),
  );
  try {
    installPeer();
    const of = (routes: number) => copies.filter((each) => each.routes === routes);
    const ours = (routes: number) => of(routes).map(({ copy, kind }) => gatehouse(copy, kind));
    const [bareTime, ...once] = medians([bare(outdir), ...ours(1000)], { routes: 1000, rounds });
    const twice = medians(ours(2000), { routes: 2000, rounds });
    console.log(`1,000 routes: bare cdktf ${bareTime!.toFixed(2)} s, aws-cdk-lib ${stopOfCdk(outdir)}`);
    return kinds.flatMap((kind, index) => [
      { name: `1,000 routes as ${kind} / bare cdktf`, ratio: once[index]! / bareTime!, limit: limits[kind] },
      { name: `2,000 / 1,000 routes as ${kind}`, ratio: twice[index]! / once[index]!, limit: limits.twice },
    ]);
  } finally {
    rmSync(outdir, { recursive: true });
    for (const { copy } of copies) copy.remove();
  }
}

function bare(outdir: string): Contestant {
  return {
    name: 'bare cdktf',
    command: ['-r', './register-ts.cjs', 'bench/scale/bare.ts', outdir, '1000'],
    cwd: workspace,
    guardedRoutes: () => guardedIn(join(outdir, 'stacks/bare/cdk.tf.json')),
  };
}

function stopOfCdk(outdir: string): string {
  return failureOf(cdk(outdir, 1000), /Number of resources .* maximum of \d+/);
}
