import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cdk, gatehouse, guardedIn } from '../synth/contestants';
import { type Contestant, failureOf, type Time, times } from '../synth/measure';
import { workspaceWith } from '../synth/our-workspace';
import { installPeer, workspace } from '../synth/peer';
import { type Result } from './result';

const rounds = 5;
const kinds = ['resources', 'openapi'] as const;
const limits = { resources: 1.5, openapi: 1, twice: 2.2 };

/** Synthesis of 1,000 routes beside the same as plain resources of cdktf, and of 2,000 beside 1,000: by CPU time. */
export function measureSynth(): Result[] {
  const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
  const copies = kinds.flatMap((kind) =>
    [1000, 2000].map((routes) => ({ kind, routes, copy: workspaceWith(routes, kind) })),
  );
  try {
    installPeer();
    const ours = copies.map(({ copy, kind, routes }) => gatehouse(copy, routes, kind));
    const contestants = [bare(outdir), ...ours];
    const measured = times(contestants, rounds);
    console.log(`synthesis: CPU time (user and system), the least of ${rounds} runs, and the median time beside it`);
    contestants.forEach(({ name, routes }, index) => print(`${routes} routes: ${name}`, measured[index]!));
    console.log(`  aws-cdk-lib with 1,000 routes: ${stopOfCdk(outdir)}`);
    const [floor, ...pairs] = measured.map(({ cpu }) => cpu) as [number, ...number[]];
    return kinds.flatMap((kind, index) => {
      const [once, twice] = pairs.slice(2 * index) as [number, number];
      return [
        { name: `1,000 routes as ${kind} / bare cdktf`, ratio: once / floor, limit: limits[kind] },
        { name: `2,000 / 1,000 routes as ${kind}`, ratio: twice / once, limit: limits.twice },
      ];
    });
  } finally {
    rmSync(outdir, { recursive: true });
    for (const { copy } of copies) copy.remove();
  }
}

function bare(outdir: string): Contestant {
  return {
    name: 'bare cdktf',
    routes: 1000,
    command: ['-r', './register-ts.cjs', 'bench/scale/bare.ts', outdir, '1000'],
    cwd: workspace,
    guardedRoutes: () => guardedIn(join(outdir, 'stacks/bare/cdk.tf.json')),
  };
}

function stopOfCdk(outdir: string): string {
  return failureOf(cdk(outdir, 1000), /Number of resources .* maximum of \d+/);
}

function print(name: string, { cpu, elapsed }: Time): void {
  console.log(`  ${name.padEnd(44)}${cpu.toFixed(2)} s CPU, ${elapsed.toFixed(2)} s elapsed`);
}
