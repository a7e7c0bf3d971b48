import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiGatewayDomainName } from '@cdktf/provider-aws/lib/api-gateway-domain-name';
import { CognitoUserPoolDomain } from '@cdktf/provider-aws/lib/cognito-user-pool-domain';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { Sesv2EmailIdentity } from '@cdktf/provider-aws/lib/sesv2-email-identity';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { type App, TerraformVariable } from 'cdktf';
import { environment } from '../testing';
import { EnvironmentStack } from './environment-stack';
import { addProvider } from './provider';
import { synthesize } from './synthesize';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'gatehouse-names-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const synth = (build: (app: App) => void) => () => synthesize({ outdir: folder }, build);
const stackOf = (app: App, name: string, of = 'qa') => new EnvironmentStack(app, name, environment({ name: of }));

it('refuses two resources of one name in the stacks of an environment, with both places', () => {
  const twice = synth((app) => {
    new SqsQueue(stackOf(app, 'orders'), 'orders', { name: 'acme-jobs' });
    new SqsQueue(stackOf(app, 'jobs'), 'jobs', { name: 'acme-jobs' });
  });

  const file = 'libs/platform/src/taken-names.test.ts';
  expect(twice).toThrow(
    `qa-jobs/jobs (${file}), name: expected a name that no other aws_sqs_queue of the environment has, found "acme-jobs", ` +
      `which qa-orders/orders (${file}) has too. Name one of the two differently.`,
  );
});

it('refuses one domain for two APIs', () => {
  const twice = synth((app) => {
    for (const name of ['orders', 'jobs']) {
      new ApiGatewayDomainName(stackOf(app, name), 'domain', { domainName: 'api.example.com' });
    }
  });

  expect(twice).toThrow(
    'domain_name: expected a name that no other aws_api_gateway_domain_name of the environment has',
  );
});

it('refuses one sign-in domain for two user pools, and one domain that mails are sent from twice', () => {
  const domains = synth((app) => {
    for (const name of ['people', 'partners']) {
      new CognitoUserPoolDomain(stackOf(app, name), 'domain', { domain: 'acme', userPoolId: 'eu-west-1_a' });
    }
  });
  const senders = synth((app) => {
    for (const name of ['people', 'partners']) {
      new Sesv2EmailIdentity(stackOf(app, name), 'mail', { emailIdentity: 'example.com' });
    }
  });

  expect(domains).toThrow(
    'domain: expected a name that no other aws_cognito_user_pool_domain of the environment has, found "acme"',
  );
  expect(senders).toThrow(
    'email_identity: expected a name that no other aws_sesv2_email_identity of the environment has, found "example.com"',
  );
});

it('names the function before its role, which has its name too', () => {
  const twice = synth((app) => {
    for (const name of ['orders', 'jobs']) {
      const stack = stackOf(app, name);
      const { arn } = new IamRole(stack, 'role', { name: 'acme-run', assumeRolePolicy: '{}' });
      new LambdaFunction(stack, 'run', { functionName: 'acme-run', role: arn });
    }
  });

  expect(twice).toThrow('function_name: expected a name that no other aws_lambda_function');
});

it('accepts one name in two environments, in another region, and a name that is not known yet', () => {
  const apart = synth((app) => {
    const orders = stackOf(app, 'orders');
    new SqsQueue(orders, 'orders', { name: 'acme-jobs' });
    new SqsQueue(stackOf(app, 'orders', 'dev'), 'orders', { name: 'acme-jobs' });

    const { account, tags } = environment();
    const provider = addProvider(orders, { account, region: 'us-east-1', tags }, 'us_east_1');
    new SqsQueue(orders, 'there', { name: 'acme-jobs', provider });

    const { stringValue } = new TerraformVariable(orders, 'name', { type: 'string' });
    new SqsQueue(orders, 'one', { name: stringValue });
    new SqsQueue(orders, 'two', { name: stringValue });
    new SqsQueue(orders, 'three', {});
    new SqsQueue(orders, 'four', {});
  });

  expect(apart).not.toThrow();
});
