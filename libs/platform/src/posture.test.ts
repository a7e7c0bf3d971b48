import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { CognitoResourceServer } from '@cdktf/provider-aws/lib/cognito-resource-server';
import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { type Environment } from '@gatehouse/environment';
import { postureRule, type TeamRules } from '@gatehouse/surface/rule';
import { type App } from 'cdktf';
import { environment } from '../testing/environment';
import { EnvironmentStack } from './environment-stack';
import { PostureError } from './posture-error';
import { synthesize } from './synthesize';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'gatehouse-posture-'));
});
afterEach(() => rmSync(outdir, { recursive: true }));

/** A route without a guard, past what `libs/gateway` allows, and a pool that one command deletes. */
function synthesizeOpen(...environments: readonly Environment[]): void {
  synthesizeWith(undefined, ...environments);
}

function synthesizeWith(rules: TeamRules | undefined, ...environments: readonly Environment[]): void {
  const build = (app: App): void => {
    for (const each of environments) {
      const identity = new EnvironmentStack(app, 'identity', each);
      new CognitoUserPool(identity, 'users', {
        autoVerifiedAttributes: ['email'],
        name: 'users',
        deletionProtection: 'INACTIVE',
        mfaConfiguration: 'ON',
        softwareTokenMfaConfiguration: { enabled: true },
      });
      const stack = new EnvironmentStack(app, 'api', each);
      const api = new ApiGatewayRestApi(stack, 'open', { name: 'open' });
      new ApiGatewayMethod(stack, 'get_root', {
        restApiId: api.id,
        resourceId: api.rootResourceId,
        httpMethod: 'GET',
        authorization: 'NONE',
      });
    }
  };
  synthesize({ outdir, rulesOf: () => rules }, build);
}

const isWritten = (stack: string) => existsSync(join(outdir, 'stacks', stack, 'cdk.tf.json'));
const stacksInManifest = (): string[] => {
  const manifest = readFileSync(join(outdir, 'manifest.json'), 'utf8');
  return Object.keys((JSON.parse(manifest) as { stacks: object }).stacks).sort();
};
const messageOf = (synthesis: () => void): string => {
  try {
    synthesis();
  } catch (error) {
    expect(error).toBeInstanceOf(PostureError);
    return (error as PostureError).message;
  }
  throw new Error('nothing was refused');
};

describe('a synthesis', () => {
  it('fails when anyone gets in, and says where, what, what to do and how to acknowledge it', () => {
    expect(messageOf(() => synthesizeOpen(environment()))).toMatchInlineSnapshot(`
      "Environment "test" is refused: 1 finding. Tier "development" accepts nothing critical.

      critical  GET /  (rule public-route)
        where     libs/platform/src/posture.test.ts  test-api/get_root
        address   aws_api_gateway_method.get_root
        found     Anyone on the internet can call it.
        to do     Give the route an authorizer or AWS_IAM. If it must be public, suppress the finding with the reason.
        or        say why in environments/test.json: "acknowledge": [{ "rule": "public-route", "address": "aws_api_gateway_method.get_root", "reason": "…" }]"
    `);
  });

  it('leaves nothing to deploy of the environment that it refuses, and keeps the others', () => {
    const suppressed = environment({
      name: 'sound',
      acknowledge: [
        {
          rule: 'public-route',
          address: 'aws_api_gateway_method.get_root',
          reason: 'It is the welcome page.',
        },
      ],
    });

    expect(() => synthesizeOpen(environment(), suppressed)).toThrow(PostureError);

    expect(['test-api', 'test-identity'].map(isWritten)).toEqual([false, false]);
    expect(['sound-api', 'sound-identity'].map(isWritten)).toEqual([true, true]);
    expect(stacksInManifest()).toEqual(['sound-api', 'sound-identity']);
  });

  it('leaves no manifest when nothing is left, so that a deployment asks to synthesize first', () => {
    expect(() => synthesizeOpen(environment())).toThrow(PostureError);

    expect(existsSync(join(outdir, 'manifest.json'))).toBe(false);
  });

  it('fails when staging or production has what weakens accounts, too', () => {
    const rules = (tier: Environment['tier']) =>
      [...messageOf(() => synthesizeOpen(environment({ tier }))).matchAll(/\(rule (.*)\)/g)].map(([, rule]) => rule);

    expect(rules('development')).toEqual(['public-route']);
    expect(rules('staging')).toEqual(['public-route', 'deletion-protection-off']);
    expect(rules('production')).toEqual(expect.arrayContaining(['public-route', 'deletion-protection-off']));
  });

  it('fails at every tier when AWS would refuse to create something', () => {
    const synthesis = () =>
      synthesize({ outdir }, (app) => {
        const identity = new EnvironmentStack(app, 'identity', environment());
        new CognitoUserPool(identity, 'users', { name: 'users', mfaConfiguration: 'ON' });
      });

    expect(messageOf(synthesis)).toMatchInlineSnapshot(`
      "Environment "test" is refused: 1 finding. Tier "development" accepts nothing critical; no tier accepts what AWS refuses.

      high  user pool users  (rule mfa-without-factor)
        where     libs/platform/src/posture.test.ts  test-identity/users
        address   aws_cognito_user_pool.users
        found     Cognito refuses MFA, because the pool has no second factor.
        to do     Set one of secondFactors: totp (software_token_mfa_configuration), sms (sms_configuration) or email (email_mfa_configuration)."
    `);
    expect(isWritten('test-identity')).toBe(false);
  });

  it('says how to acknowledge a quota, which AWS raises on request', () => {
    const synthesis = () =>
      synthesize({ outdir }, (app) => {
        const identity = new EnvironmentStack(app, 'identity', environment());
        const userPoolId = new CognitoUserPool(identity, 'users', { name: 'users' }).id;
        for (let index = 0; index < 26; index += 1) {
          const name = `s${index}`;
          new CognitoResourceServer(identity, name, { name, identifier: name, userPoolId });
        }
      });

    expect(messageOf(synthesis)).toContain(
      'or        say why in environments/test.json: "acknowledge": [{ "rule": "too-many-resource-servers", ',
    );
  });

  it('takes a suppression without an address of a rule that the environment file sets', () => {
    const acknowledge = [
      { rule: 'public-route', address: 'aws_api_gateway_method.get_root', reason: 'It is the welcome page.' },
      { rule: 'deletion-protection-off', reason: 'To be destroyed on Friday.' },
    ];

    synthesizeOpen(environment({ tier: 'staging', acknowledge }));

    expect(isWritten('test-api')).toBe(true);
  });

  it('is its message alone when it is printed, without a stack trace', () => {
    expect(() => synthesizeOpen(environment())).toThrow(
      expect.objectContaining({ stack: expect.not.stringMatching(/\n\s+at /) }),
    );
  });
});

describe('a rule of the team', () => {
  const pools = (find: Parameters<typeof postureRule>[0]['find'], id = 'pool-without-prefix'): TeamRules => ({
    rules: [
      postureRule({
        id,
        severity: 'critical',
        title: 'User pool without our prefix',
        why: 'Our inventory finds user pools by their name.',
        remediation: 'Let the name begin with "acme-".',
        page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools.html',
        find,
      }),
    ],
    suppressions: [{ rule: 'public-route', address: /^aws_api_gateway_method\./, reason: 'Agreed.' }],
  });
  const all = pools(({ userPools }) =>
    userPools.map((at) => ({ at, subject: 'user pool', message: 'The inventory does not list it.' })),
  );

  it('refuses a synthesis as ours do, and its suppressions hold', () => {
    const message = messageOf(() => synthesizeWith(all, environment()));

    expect(message).toContain('critical  user pool  (rule pool-without-prefix)');
    expect(message).not.toContain('rule public-route');
  });

  it('refuses a synthesis when it throws', () => {
    const broken = pools(() => {
      throw new Error('mistake');
    });

    expect(messageOf(() => synthesizeWith(broken, environment()))).toContain('Rule pool-without-prefix failed');
  });

  it('fails when it has the id of one of ours', () => {
    expect(() =>
      synthesizeWith(
        pools(() => [], 'public-route'),
        environment(),
      ),
    ).toThrow('expected an id of its own');
  });
});
