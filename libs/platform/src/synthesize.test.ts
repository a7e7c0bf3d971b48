import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { type App, Lazy, TerraformOutput } from 'cdktf';
import { environment } from '../testing/environment';
import { EnvironmentStack } from './environment-stack';
import { synthesize } from './synthesize';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'gatehouse-synthesize-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

const addStack = (app: App, name: string) => new EnvironmentStack(app, name, environment());

describe('synthesize', () => {
  it('leaves no stack behind that is not one any more, and keeps what Terraform put next to the others', () => {
    for (const stack of ['test-former', 'test-one']) mkdirSync(join(outdir, 'stacks', stack), { recursive: true });
    writeFileSync(join(outdir, 'stacks/test-one/.terraform.lock.hcl'), '');

    synthesize({ outdir }, (app) => {
      addStack(app, 'one');
      addStack(app, 'two');
    });

    expect(readdirSync(join(outdir, 'stacks')).sort()).toEqual(['test-one', 'test-two']);
    expect(readdirSync(join(outdir, 'stacks/test-one')).sort()).toEqual(['.terraform.lock.hcl', 'cdk.tf.json']);
  });

  it('takes no stack trace for tokens', () => {
    synthesize({ outdir }, (app) => {
      addStack(app, 'one');
      expect(Lazy.anyValue({ produce: () => 1 }).creationStack).toEqual([]);
    });
  });

  it('fails when validations fail, with each construct path and problem and nothing else', () => {
    const withProblems = (app: App) => {
      for (const name of ['one', 'two']) {
        const role = new IamRole(addStack(app, name), 'role', { assumeRolePolicy: '{}' });
        role.node.addValidation({ validate: () => ['expected a friend, found none'] });
      }
    };

    expect(() => synthesize({ outdir }, withProblems)).toThrow(
      /^test-one\/role, expected a friend, found none\ntest-two\/role, expected a friend, found none$/,
    );
  });

  it('fails when a value cannot be resolved, with what was thrown and nothing around it', () => {
    const unknown = () => {
      throw new Error('test-one, arn: expected a queue, found none. Make one.');
    };
    const build = (app: App) => {
      const inner = Lazy.stringValue({ produce: unknown });
      new TerraformOutput(addStack(app, 'one'), 'arn', { value: Lazy.stringValue({ produce: () => inner }) });
    };

    expect(() => synthesize({ outdir }, build)).toThrow(/^test-one, arn: expected a queue, found none\. Make one\.$/);
  });

  it('fails when a construct fails, and writes no manifest', () => {
    const broken = () => {
      throw new Error('test-one/users, name: expected less');
    };

    expect(() => synthesize({ outdir }, broken)).toThrow('test-one/users, name: expected less');
    expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  });
});
