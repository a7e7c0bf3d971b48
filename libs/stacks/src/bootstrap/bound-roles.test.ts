import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadEnvironment } from '@gatehouse/environment';
import { archiveForTests } from '../../testing/archive';
import { policyAt, synthBootstrapStack } from '../../testing/bootstrap-target';
import { environment } from '../../testing/environment';
import { synthEnvironment } from '../synth-environment';

const archive = archiveForTests();
const directory = resolve(__dirname, '../../../../environments');

interface Role {
  readonly name: string;
  readonly permissions_boundary?: string;
}

describe('the roles that an environment makes', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-bound-roles-'));
  afterAll(() => rmSync(outdir, { recursive: true }));

  it('all carry the boundary of the environment, which bootstrap makes under that name', () => {
    synthEnvironment('dev', { directory, outdir, archive });
    const roles = ['dev-identity', 'dev-api'].flatMap((stack) => {
      const text = readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8');
      const { resource } = JSON.parse(text) as { resource: { aws_iam_role?: Record<string, Role> } };
      return Object.values(resource.aws_iam_role ?? {});
    });
    const { account, region } = loadEnvironment('dev', { directory });
    const boundary = `arn:aws:iam::${account}:policy/gatehouse/gatehouse-dev-boundary`;
    expect(roles.map(({ name, permissions_boundary }) => [name, permissions_boundary])).toEqual([
      ['gatehouse-dev-service', boundary],
    ]);

    const stack = synthBootstrapStack({
      account,
      region,
      environments: [environment({ name: 'dev', account, region })],
    });
    expect(stack.resource['aws_iam_policy']?.['dev_boundary']).toMatchObject({
      path: '/gatehouse/',
      name: 'gatehouse-dev-boundary',
    });
    const [own] = policyAt(stack, 'aws_iam_role_policy.dev_deploy').Statement.filter(
      ({ Sid }) => Sid === 'ChangeBoundedRoles',
    );
    expect(own?.Condition).toEqual({ StringEquals: { 'iam:PermissionsBoundary': boundary } });
  });
});
