import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentFiles } from '@gatehouse/testing/environments';
import { type Content, queueStack, writeSynthesized } from '../../testing/synthesized';
import { difference, refuseOldRights, renewal, write } from './renew';

const bucket: Content = { resource: { aws_s3_bucket: { photos: { bucket: 'gatehouse-local-photos' } } } };

let folder: string;
let file: string;
const home = process.cwd();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-rights-'));
  file = join(folder, 'apps', 'bootstrap', 'rights.json');
  mkdirSync(join(folder, 'environments'));
  mkdirSync(join(folder, 'apps', 'bootstrap'), { recursive: true });
  for (const name of ['schema.json', 'base.json', 'local.json']) {
    cpSync(join(environmentFiles, name), join(folder, 'environments', name));
  }
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const synthesized = (stacks: Readonly<Record<string, Content>>) =>
  writeSynthesized(join(folder, 'apps'), 'local', stacks);

const messageOf = (call: () => unknown): string => {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('the committed rights', () => {
  it('are renewed when a stack has something new, and say who may do what more', () => {
    synthesized({ 'local-orders': queueStack });

    expect(messageOf(() => refuseOldRights(renewal()))).toContain('  + deploy may sqs:DeleteQueue on arn:aws:sqs:');
    write(renewal());

    expect(messageOf(() => refuseOldRights(renewal()))).toBe('nothing was thrown');
    synthesized({ 'local-orders': queueStack, 'local-photos': bucket });
    const lines = difference(renewal());
    expect(lines).toContain('  + aws_s3_bucket');
    expect(lines).toContain('  + plan may s3:GetBucketPolicy on arn:aws:s3:::gatehouse-local-*');
    expect(lines.filter((line) => line.includes('sqs'))).toEqual([]);
  });

  it('keep a type whose last resource goes away, until they are pruned', () => {
    synthesized({ 'local-orders': queueStack, 'local-photos': bucket });
    write(renewal());
    synthesized({ 'local-orders': queueStack });

    expect(messageOf(() => refuseOldRights(renewal()))).toBe('nothing was thrown');
    const pruned = renewal({ prune: true });
    expect(difference(pruned)).toContain('  - deploy may s3:DeleteBucket on arn:aws:s3:::gatehouse-local-*');
    write(pruned);
    expect(readFileSync(file, 'utf8')).not.toContain('s3');
  });

  it('cannot follow from an environment that is not synthesized', () => {
    expect(messageOf(() => renewal())).toMatch(/^Not synthesized: local\..* run "npx nx run-many -t synth -p local"/);
  });

  it('are refused when the file is damaged, and say how to mend it', () => {
    synthesized({ 'local-orders': queueStack });
    writeFileSync(file, '{"environments": ');

    expect(messageOf(() => renewal())).toMatch(
      /^apps\/bootstrap\/rights\.json\n {2}expected {2}JSON\n {2}found {5}.*\n {2}to do {5}Restore it from Git/,
    );
  });

  it('cannot follow from a type that nobody knows, a name of another, or a policy that cannot be read', () => {
    const { resource } = queueStack;
    synthesized({
      'local-orders': {
        resource: {
          ...resource,
          aws_elasticache_cluster: { sessions: { '//': { source: 'libs/stacks/src/orders.ts' } } },
          aws_sns_topic: { orders: { name: 'orders' } },
        },
      },
    });

    const message = messageOf(() => renewal());
    expect(message).toContain('local-orders: aws_elasticache_cluster.sessions (libs/stacks/src/orders.ts)');
    expect(message).toContain(
      'to do     Add what Terraform asks of AWS for it to the file of its service in libs/rights/src/catalogue:',
    );
    expect(message).toContain('expected  a "name" that begins with gatehouse-local-: a deploy may make no others');
  });
});
