import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { type Checkout } from './checkout';

export const ACCOUNTS = { dev: '111111111111', prod: '333333333333' };

/** Leaves of the sample `dev` alone, with one API, which is quick to plan. */
export function onlyDev(clone: Checkout): void {
  for (const folder of ['apps', 'environments']) {
    const others = readdirSync(clone.path(folder)).filter((name) => /^(local|prod|staging)(\.json)?$/.test(name));
    for (const name of others) rmSync(clone.path(folder, name), { recursive: true });
  }
  rmSync(clone.path('examples'), { recursive: true });
  const base = JSON.parse(readFileSync(clone.path('environments/base.json'), 'utf8')) as object;
  clone.write('environments/base.json', { ...base, clients: undefined });
  clone.write('environments/dev.json', environmentFile('dev', 'development'));
  clone.write('apps/dev/main.ts', apiOf('dev', 'GET'));
}

/** A pull request's changes: one route more in `dev`, and the environment `prod`. */
export function changeDevAndAddProd(clone: Checkout): void {
  clone.write('apps/dev/main.ts', apiOf('dev', 'GET', 'PUT'));
  clone.write('apps/prod/main.ts', queueOf('prod'));
  const nx = { name: 'prod', tags: ['type:app'] };
  clone.write('apps/prod/package.json', { name: '@gatehouse/prod', version: '0.0.0', private: true, nx });
  clone.write('environments/prod.json', environmentFile('prod', 'production'));
}

function environmentFile(name: 'dev' | 'prod', tier: string): object {
  const bucket = `gatehouse-state-${ACCOUNTS[name]}-eu-west-1`;
  return {
    ...{ extends: './base.json', tier, account: ACCOUNTS[name], approvers: ['ada', 'grace'] },
    state: { bucket, region: 'eu-west-1', kmsKey: 'alias/gatehouse-state' },
    identity: { domainPrefix: `gatehouse-${name}`, mfa: 'required', passwordPolicy: { minLength: 14 } },
    api: { stage: name, cors: { allowOrigins: ['https://example.com'] }, logs: { retentionDays: 365 } },
    alarms: { email: 'alerts@example.com', serverErrorPercent: 1 },
  };
}

const apiOf = (name: string, ...methods: string[]): string => `
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { environment, EnvironmentStack } from '@gatehouse/platform';

export default environment('${name}', {}, (app, env) => {
  const stack = new EnvironmentStack(app, 'api', env);
  const { id: restApiId, rootResourceId: resourceId } = new ApiGatewayRestApi(stack, 'shop', { name: 'shop' });
  for (const httpMethod of ${JSON.stringify(methods)})
    new ApiGatewayMethod(stack, httpMethod, { restApiId, resourceId, httpMethod, authorization: 'AWS_IAM' });
});
`;

const queueOf = (name: string): string => `
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { environment, EnvironmentStack } from '@gatehouse/platform';

export default environment('${name}', {}, (app, env) => {
  new SqsQueue(new EnvironmentStack(app, 'api', env), 'orders', { name: 'orders', sqsManagedSseEnabled: true });
});
`;
