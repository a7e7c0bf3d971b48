import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WorkspaceCopy } from '@gatehouse/testing/workspace-copy';
import { cdk, gatehouse } from './contestants';
import { failureOf, type Time, times } from './measure';
import { workspaceWith } from './our-workspace';
import { installPeer } from './peer';

/** At most this part of the CDK's time for a small API, and this many seconds for a large one. */
const isNode20 = process.versions.node.startsWith('20.');
const limits = { ratio: isNode20 ? 0.14 : 0.1, seconds: 3 };
const small = { routes: 10, rounds: 5 };
const large = { routes: 1000, rounds: 3 };

const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-'));
const copies: WorkspaceCopy[] = [];
try {
  installPeer();
  // Figures of a busy machine are to be read as such.
  console.log(`Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)} before the first run`);
  const results = [compareSmall(), measureLarge()];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  rmSync(outdir, { recursive: true });
  for (const copy of copies) copy.remove();
}

function ours(routes: number) {
  const copy = workspaceWith(routes);
  copies.push(copy);
  return gatehouse(copy, routes);
}

function compareSmall(): boolean {
  const contestants = [ours(small.routes), cdk(outdir, small.routes)];
  console.log(`${small.routes} guarded routes, median of ${small.rounds} runs in turns, node start included`);
  const [our, theirs] = times(contestants, small.rounds) as [Time, Time];
  contestants.forEach(({ name }, index) => print(name, `${seconds([our, theirs][index]!.elapsed)} s`));

  const ratio = our.elapsed / theirs.elapsed;
  print('gatehouse / aws-cdk-lib with tsx', `${ratio.toFixed(3)}, limit ${limits.ratio}`);
  return ratio <= limits.ratio;
}

function measureLarge(): boolean {
  const contestant = ours(large.routes);
  console.log(`${large.routes} guarded routes, median of ${large.rounds} runs`);
  const [time] = times([contestant], large.rounds);
  print(contestant.name, `${seconds(time!.elapsed)} s, limit ${limits.seconds} s`);
  const peer = cdk(outdir, large.routes);
  print(peer.name, failureOf(peer, /Number of resources .* maximum of \d+/));
  return time!.elapsed <= limits.seconds;
}

function print(name: string, text: string): void {
  console.log(`  ${name.padEnd(34)}${text}`);
}

function seconds(value: number): string {
  return value.toFixed(2);
}
