import { type Statement } from '@gatehouse/construct-kit';
import { type Environment, partitionOf, resourceName } from '@gatehouse/environment';
import { alarms } from './alarms';
import { apiGateway } from './api-gateway';
import { cognito } from './cognito';
import { cognitoIdentity } from './cognito-identity';
import { dns } from './dns';
import { denyOtherEnvironments } from './environment-tag';
import { iam } from './iam';
import { lambda } from './lambda';
import { logs } from './logs';
import { type Scope, type Service } from './service';
import { readState, type StateStore, writeState } from './state';
import { waf } from './waf';

export { type StateStore } from './state';

/** Every service that the stacks of an environment use; a stack that uses another one must add it here. */
export const services: readonly Service[] = [cognito, cognitoIdentity, apiGateway, waf, dns, lambda, logs, alarms, iam];

/** What it takes to plan an environment, and nothing that changes anything. */
export function planPermissions(store: StateStore, environment: Environment): Statement[] {
  const scope = scopeOf(environment);
  return [...readState(store, environment), ...services.flatMap(({ read }) => read(scope))];
}

/** What it takes to plan, deploy and destroy an environment, and nothing in another one. */
export function deployPermissions(store: StateStore, environment: Environment): Statement[] {
  const scope = scopeOf(environment);
  const writes = services.flatMap(({ write }) => write(scope));
  return [
    ...planPermissions(store, environment),
    ...writeState(store, environment),
    ...writes,
    denyOtherEnvironments(environment, writes),
  ];
}

function scopeOf(environment: Environment): Scope {
  const { account, region } = environment;
  const { id } = partitionOf(region);
  return {
    environment,
    arn: (service, resource) => `arn:${id}:${service}:${region}:${account}:${resource}`,
    iamArn: (resource) => `arn:${id}:iam::${account}:${resource}`,
    prefix: resourceName(environment, ''),
  };
}
