import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoUserPool, type CognitoUserPoolConfig } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type Environment } from '@gatehouse/environment';
import { parseSnapshot } from '@gatehouse/surface';
import { environment } from '../testing/environment';
import { EnvironmentStack } from './environment-stack';
import { SchemaError, snapshotsOf } from './schema-snapshot';
import { synthesize } from './synthesize';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-schema-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const deployed = {
  stacks: {
    'test-identity': {
      'aws_cognito_user_pool.users': {
        name: 'users',
        usernameAttributes: ['email'],
        aliasAttributes: [],
        caseSensitive: false,
        attributes: { tenant: { type: 'String', mutable: true, required: false, constraints: { max_length: '36' } } },
      },
    },
  },
};

const tenant = {
  name: 'tenant',
  attributeDataType: 'String',
  mutable: true,
  stringAttributeConstraints: { maxLength: '36' },
};

function synthesizePool(config: Partial<CognitoUserPoolConfig>, env: Environment = environment()): void {
  const snapshot = parseSnapshot(JSON.stringify(deployed), 'apps/test/user-pools.json');
  synthesize({ outdir: folder, snapshotOf: () => snapshot }, (app) => {
    new CognitoUserPool(new EnvironmentStack(app, 'identity', env), 'users', {
      name: 'users',
      usernameAttributes: ['email'],
      autoVerifiedAttributes: ['email'],
      usernameConfiguration: { caseSensitive: false },
      mfaConfiguration: 'ON',
      softwareTokenMfaConfiguration: { enabled: true },
      deletionProtection: 'ACTIVE',
      schema: [tenant],
      ...config,
    });
  });
}

const isWritten = (): boolean => existsSync(join(folder, 'stacks/test-identity/cdk.tf.json'));

describe('a synthesis of an environment with a snapshot', () => {
  it('passes when nothing has changed, and when an attribute is added', () => {
    synthesizePool({});
    synthesizePool({ schema: [tenant, { name: 'team', attributeDataType: 'String' }] });

    expect(isWritten()).toBe(true);
  });

  it('fails when the pool would be replaced, with where, what would happen and what to do', () => {
    let error: unknown;
    try {
      synthesizePool({ name: 'people', schema: [] });
    } catch (caught) {
      error = caught;
    }

    expect(error).toBeInstanceOf(SchemaError);
    expect((error as Error).message).toMatchInlineSnapshot(`
      "apps/test/user-pools.json, stacks["test-identity"]["aws_cognito_user_pool.users"].name: expected "users", as it was deployed, found "people" (libs/platform/src/schema-snapshot.test.ts). Terraform would replace the pool, and every account in it is lost. Put it back. If the pool may go, or was never deployed: npx nx accept-schema test.

      apps/test/user-pools.json, stacks["test-identity"]["aws_cognito_user_pool.users"].attributes["tenant"]: expected {"type":"String","mutable":true,"required":false,"constraints":{"max_length":"36"}}, as it was deployed, found nothing (libs/platform/src/schema-snapshot.test.ts). The apply would fail half-way: Cognito never changes or removes an attribute. Put it back into customAttributes (schema): an attribute that nobody uses costs nothing. For other attributes, make a new pool under another id. If it was never deployed: npx nx accept-schema test."
    `);
  });

  it('leaves nothing to deploy of what it refuses', () => {
    expect(() => synthesizePool({ name: 'people' })).toThrow(SchemaError);

    expect(isWritten()).toBe(false);
    expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
  });

  it('passes in an emulator, which holds nobody', () => {
    expect(() => synthesizePool({ name: 'people' }, environment({ tier: 'local' }))).not.toThrow();
  });
});

describe('snapshotsOf', () => {
  it('reads the file of an environment, if it has one', () => {
    mkdirSync(join(folder, 'apps/test'), { recursive: true });
    writeFileSync(join(folder, 'apps/test/user-pools.json'), JSON.stringify(deployed));

    expect(snapshotsOf(folder)('test')).toEqual(deployed);
    expect(snapshotsOf(folder)('other')).toBeUndefined();
  });

  it.each([
    ['{', 'apps/test/user-pools.json: expected JSON, found'],
    ['{}', 'apps/test/user-pools.json, stacks: expected stacks by name, found nothing. Bring it back from git'],
    ['{"stacks":{"a":[]}}', 'apps/test/user-pools.json, stacks["a"]: expected user pools by address, found a list'],
    ['{"stacks":{"a":{"b":1}}}', 'apps/test/user-pools.json, stacks["a"]["b"]: expected a user pool, found a number'],
  ])('fails for %s', (text, message) => {
    mkdirSync(join(folder, 'apps/test'), { recursive: true });
    writeFileSync(join(folder, 'apps/test/user-pools.json'), text);

    expect(() => snapshotsOf(folder)('test')).toThrow(message);
  });
});
