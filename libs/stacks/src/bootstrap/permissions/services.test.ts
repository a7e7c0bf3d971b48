import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listEnvironments } from '@gatehouse/environment';
import { synthApp } from '@gatehouse/testing';
import { archiveForTests } from '../../../testing/archive';
import { everyField } from '../../../testing/every-field';
import { ApiStack } from '../../api-stack';
import { IdentityStack } from '../../identity-stack';
import { synthEnvironments } from '../../synth-environment';
import { services } from './index';

describe('the services that deploys may use', () => {
  const archive = archiveForTests();

  const strange = (types: readonly string[]): string[] => {
    const known = services.flatMap(({ resourceTypes }) => resourceTypes);
    const unknown = types.filter(
      (type) => !known.some((each) => (each.endsWith('_') ? type.startsWith(each) : type === each)),
    );
    return [...new Set(unknown)];
  };

  // A type that is missing here could not be deployed by a workflow: add what it takes in this folder.
  it('make every resource of the stacks of every environment here', () => {
    const directory = resolve(__dirname, '../../../../../environments');
    const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-permissions-'));
    try {
      synthEnvironments(listEnvironments(directory), { directory, outdir, archive });
      const types = readdirSync(join(outdir, 'stacks')).flatMap((name) => {
        const text = readFileSync(join(outdir, 'stacks', name, 'cdk.tf.json'), 'utf8');
        return Object.keys((JSON.parse(text) as { resource: object }).resource);
      });
      expect(strange(types)).toEqual([]);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });

  it.each(['local', 'production'] as const)(
    'make every resource of an environment with every field in tier %s, in the emulator too',
    (tier) => {
      const complete = everyField({ tier, ...(tier === 'local' && { endpoint: 'http://127.0.0.1:4599' }) });
      const stacks = synthApp((app) => {
        const identity = new IdentityStack(app, complete);
        new ApiStack(app, complete, { identity, archive, workspace: '' });
      });
      const types = Object.values(stacks).flatMap(({ resource }) => Object.keys(resource));

      expect(types).toEqual(
        expect.arrayContaining(['aws_route53_record', 'aws_wafv2_web_acl', 'aws_cognito_identity_pool']),
      );
      expect(strange(types)).toEqual([]);
    },
  );
});
