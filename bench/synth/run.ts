import { rmSync } from 'node:fs';
import { installPeer, peerFolder, workspace } from './peer';
import { guardedRoutesOfCdk, guardedRoutesOfOurs } from './guarded-routes';
import { type Contestant, failureOf, medians, outdirs } from './measure';

/** At most this part of the CDK's time for a small API, and this many seconds for a large one. */
const limits = { ratio: 0.2, seconds: 3 };
const small = { routes: 10, rounds: 5 };
const large = { routes: 1000, rounds: 3 };

const ourLoader = `${workspace}/register-ts.cjs`;
const ours: Contestant = {
  name: 'gatehouse',
  command: ['-r', ourLoader, `${__dirname}/ours.ts`],
  guardedRoutes: guardedRoutesOfOurs,
};
const cdk: Contestant = {
  name: 'aws-cdk-lib with tsx',
  command: ['-r', `${peerFolder}/node_modules/tsx/dist/cjs/index.cjs`, `${peerFolder}/app.ts`],
  guardedRoutes: guardedRoutesOfCdk,
};
const cdkWithOurLoader: Contestant = {
  ...cdk,
  name: 'aws-cdk-lib with our loader',
  command: ['-r', ourLoader, `${peerFolder}/app.ts`],
};

try {
  installPeer();
  process.exitCode = compareSmall() && measureLarge() ? 0 : 1;
} finally {
  rmSync(outdirs, { recursive: true });
}

function compareSmall(): boolean {
  const contestants = [ours, cdk, cdkWithOurLoader];
  console.log(`${small.routes} guarded routes, median of ${small.rounds} runs in turns, node start included`);
  const times = medians(contestants, small);
  contestants.forEach(({ name }, index) => print(name, `${seconds(times[index]!)} s`));

  const ratio = times[0]! / times[1]!;
  print('gatehouse / aws-cdk-lib with tsx', `${ratio.toFixed(3)}, limit ${limits.ratio}`);
  return ratio <= limits.ratio;
}

function measureLarge(): boolean {
  console.log(`${large.routes} guarded routes, median of ${large.rounds} runs`);
  const [time] = medians([ours], large);
  print(ours.name, `${seconds(time!)} s, limit ${limits.seconds} s`);
  print(cdk.name, failureOf(cdk, large.routes, /Number of resources .* maximum of \d+/));
  return time! <= limits.seconds;
}

function print(name: string, text: string): void {
  console.log(`  ${name.padEnd(34)}${text}`);
}

function seconds(value: number): string {
  return value.toFixed(2);
}
